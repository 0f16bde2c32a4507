"""Which of the words behind an option belong to its value, and what the others are: a date, a name, scores."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from paintrack.commands._shared.guidance.command_line_parts import Part
from paintrack.commands._shared.guidance.meanings.amounts_of_money import AMOUNT_OPTIONS, is_currency
from paintrack.commands._shared.guidance.meanings.options_of_words import recording_options
from paintrack.commands._shared.guidance.meanings.phrase_options import PhraseReader
from paintrack.commands._shared.guidance.meanings.scores_in_words import separate_scores
from paintrack.commands._shared.guidance.meanings.word_classification import days_in, is_date
from paintrack.commands._shared.point_lookup import named_points
from paintrack.model.acupuncture.points import point_codes
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.money import parse_amount
from paintrack.model.values.score import is_score

_NAMES = ("--for", "--with", "--points", "--side-effect", "--technique")
_TIMES = ("--at", "--since", "--until")
_BETWEEN_POINTS = {"and", "&", "+"}


class OptionValue(NamedTuple):
    """An option with its whole value, and the options that the other words behind it stand for."""

    part: Part
    more: tuple[str, ...] = ()


def option_value(part: Part, words: Sequence[str], phrases: PhraseReader) -> OptionValue:
    """The option with as many of the words behind it as belong to its value."""
    value = part.value or ""
    if part.option == "--also":
        return OptionValue(Part(option=part.option, value=rated_value(value, words)))
    if part.option in AMOUNT_OPTIONS:
        # The currency is a setting.
        rest = words[1:] if is_currency(words[0]) else words
        more = _options_for(rest, phrases)
        if rest and not more:
            # `80 %`: refused with the form of an amount.
            parse_amount(" ".join([value, *rest]), AMOUNT_OPTIONS[part.option])
        return OptionValue(Part(option=part.option, value=value), more)
    if part.option in _NAMES:
        phrases.reject_period_behind(value, words)
    if part.option == "--points":
        value, *words = _whole_codes([value, *(word for word in words if folded(word) not in _BETWEEN_POINTS)])
        part = Part(option=part.option, value=value)
        if not words:
            return OptionValue(part)
    lengths = _lengths_of_value(part.option, value, words, phrases) if part.option in (*_NAMES, *_TIMES) else []
    for length in lengths:
        if length == len(words):
            break
        if more := _options_behind(part.option, words[length:], phrases):
            return OptionValue(part.with_words(words[:length]), more)
    if part.option == "--points" and (place := _without_points([value, *words])):
        return OptionValue(part.with_words(words[: -len(place)]), tuple(phrases.noted_options(place)))
    return OptionValue(part.with_words(words))


def _options_behind(option: str, words: Sequence[str], phrases: PhraseReader) -> tuple[str, ...]:
    """The options for words behind the value of this one. Behind a time a name may be new: no time goes on with it."""
    if option not in _TIMES:
        return _options_for(words, phrases)
    if phrases.may_add("--side-effect") and phrases.is_whole_value("--side-effect", " ".join(words)):
        return "--side-effect", " ".join(words)
    meant = recording_options(words, phrases, phrases.now) if option == "--at" else phrases.selecting_options(words)
    return tuple(next(meant, ()))


def _whole_codes(words: Sequence[str]) -> list[str]:
    """The words with each meridian and the number behind it as one code: `LI 4` is LI4, `jul 2026` stays a date."""
    whole_codes: list[str] = []
    for word in words:
        code = f"{whole_codes[-1]}{word}" if whole_codes and whole_codes[-1].isalpha() and word.isdecimal() else ""
        if code and point_codes(code, tuple):
            whole_codes[-1] = code
        else:
            whole_codes.append(word)
    return whole_codes


def _without_points(words: Sequence[str]) -> list[str]:
    """What follows the points that the words begin with, such as `left foot`; empty where they begin with none."""
    points = [*takewhile(lambda word: point_codes(word, tuple) or named_points(word), words)]
    return [*words[len(points) :]] if points else []


def _lengths_of_value(option: str, value: str, words: Sequence[str], phrases: PhraseReader) -> list[int]:
    """How many of the words may belong to the value, the likeliest first: as many as are known, else all but a date."""
    every = range(len(words), -1, -1)
    whole_lengths = [n for n in every if _is_whole(option, " ".join([value, *words[:n]]), phrases)]
    return [*whole_lengths[:1], *(n for n in range(len(words)) if not whole_lengths and option in ("--for", "--with"))]


def _is_whole(option: str, value: str, phrases: PhraseReader) -> bool:
    if option in _TIMES:
        return is_date(value, phrases.now) if option == "--at" else days_in(value, phrases.now) is not None
    return phrases.is_whole_value(option, value)


def _options_for(words: Sequence[str], phrases: PhraseReader) -> tuple[str, ...]:
    return tuple(phrases.surely_meant(words)) if words else ()


def rated_value(value: str, words: Sequence[str]) -> str:
    """The value of `--also`: `neck pain=6:3`, `migraine=5:2` for `migraine 5 2`."""
    text = " ".join([value, *words])
    if "=" in text:
        text = re.sub(r"\s*([=:])\s*", r"\1", text)
        return re.sub(r"=([0-9.]+) ([0-9.]+)$", r"=\1:\2", text)
    separate = separate_scores([value, *words])
    scores = [word for word in separate if is_score(word)]
    names = separate[: len(separate) - len(scores)]
    is_rated = bool(names) and 1 <= len(scores) <= 2 and separate == [*names, *scores]
    return f"{' '.join(names)}={':'.join(scores)}" if is_rated else text
