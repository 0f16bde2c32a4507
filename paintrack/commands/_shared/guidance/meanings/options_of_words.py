"""Words beside scores that are of several kinds, each with its option: `LI4 bruise`, `80 eur`, `before 7 after 3`."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise, takewhile
from typing import NamedTuple

from paintrack.commands._shared.guidance.meanings.amounts_of_money import is_currency, plain_amount
from paintrack.commands._shared.guidance.meanings.circumstance_phrases import VISIT_WORDS
from paintrack.commands._shared.guidance.meanings.phrase_options import PhraseReader
from paintrack.commands._shared.guidance.meanings.scores_in_words import DURATION
from paintrack.commands._shared.guidance.meanings.word_classification import (
    date_in,
    is_side_effect,
    is_technique,
    points_in,
)
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.score import is_score

_LABELS = {"before": "before", "arrival": "before", "after": "after", "leaving": "after"}
# `b7`, `after:3`, which are no points: the codes of these have other letters.
_LETTERED_SCORE = re.compile(r"(b|before|a|after)[:=]?([0-9.]+)", re.ASCII)
_LETTERS = {"b": "before", "a": "after"}
_PAID = {"cost", "costs", "paid", "price", "fee"}
_ARTICLES = {"the", "my", "a", "today's"}


class LabelledScores(NamedTuple):
    """The scores that words call those before and after, None where none is; and the other words."""

    before: str | None
    after: str | None
    rest: list[str]

    @property
    def scores(self) -> list[str]:
        """Those that there are, in the order of a session."""
        return [score for score in (self.before, self.after) if score is not None]


def labelled_scores(words: Sequence[str]) -> LabelledScores:
    """The scores beside `before` and `after`, which stand all in front of their scores or all behind them.

    >>> labelled_scores(["after", "3", "before", "7", "neck"])
    LabelledScores(before='7', after='3', rest=['neck'])
    >>> labelled_scores(["7", "before", "3", "after"])
    LabelledScores(before='7', after='3', rest=[])
    >>> labelled_scores(["7", "after", "3"]).scores
    ['7', '3']
    >>> labelled_scores(["b7", "a3", "neck"])
    LabelledScores(before='7', after='3', rest=['neck'])
    """
    apart = [part for word in words for part in _label_and_score(word)]
    if apart != [*words]:
        labelled = labelled_scores(apart)
        return labelled if labelled.scores else LabelledScores(None, None, [*words])
    if _is_one_between(words):
        first, second = filter(is_score, words)
        return LabelledScores(
            first, second, [each for each in words if not is_score(each) and folded(each) not in _LABELS]
        )
    for step in (1, -1):
        scores: dict[str, str] = {}
        taken: set[int] = set()
        for place, word in enumerate(words):
            label, beside = _LABELS.get(folded(word).rstrip(":=")), place + step
            is_free = 0 <= beside < len(words) and beside not in taken and is_score(words[beside])
            if label is not None and label not in scores and is_free:
                scores[label] = words[beside]
                taken |= {place, beside}
        rest = [word for place, word in enumerate(words) if place not in taken]
        if scores and not any(folded(word) in _LABELS or is_score(word) for word in rest):
            return LabelledScores(scores.get("before"), scores.get("after"), rest)
    return LabelledScores(None, None, [*words])


def _label_and_score(word: str) -> list[str]:
    """The two words in `b7`; any other word alone."""
    match = _LETTERED_SCORE.fullmatch(folded(word))
    return [_LETTERS.get(match[1], match[1]), match[2]] if match and is_score(match[2]) else [word]


def _is_one_between(words: Sequence[str]) -> bool:
    """Whether one of the labels stands between two scores, and none elsewhere: `7 after 3`, in the order as typed."""
    kinds = ["score" if is_score(word) else "label" if folded(word) in _LABELS else "" for word in words]
    between = ["score", "label", "score"]
    is_there = any(
        kinds[place : place + 3] == between
        # `5 after 2 hours`.
        and not DURATION.fullmatch(folded(" ".join(words[place + 3 : place + 4])))
        for place in range(len(kinds))
    )
    return is_there and sorted(filter(None, kinds)) == sorted(between)


def without_visit(words: Sequence[str]) -> list[str]:
    """The words without `after acupuncture` at their end, which says of a score only what every session says.

    >>> without_visit(["7", "3", "after", "the", "session"])
    ['7', '3']
    """
    kept = [*words]
    if kept and folded(kept[-1]) in VISIT_WORDS:
        kept.pop()
        while kept and folded(kept[-1]) in _ARTICLES:
            kept.pop()
        if kept and folded(kept[-1]) in ("after", "before"):
            return kept[:-1]
    return [*words]


def split_off_amount(words: Sequence[str]) -> tuple[str, list[str]]:
    """The one amount with its currency among the words, for `--cost`, and the other words; empty without one.

    >>> split_off_amount(["7", "3", "80", "eur"])
    ('80', ['7', '3'])
    """
    for place, word in enumerate(words):
        pair = words[place : place + 2]
        if len(pair) == 2 and folded(word) in _PAID and (amount := plain_amount(pair[1])) is not None:
            behind = [*words[place + 2 :]]
            return amount, [*words[:place], *behind[bool(behind) and is_currency(behind[0]) :]]
        if len(pair) == 2 and any(map(is_currency, pair)) and (amount := plain_amount(" ".join(pair))) is not None:
            return amount, [*words[:place], *words[place + 2 :]]
        # A number alone is a score.
        if not re.fullmatch("[0-9.,]+", word) and (amount := plain_amount(word)) is not None:
            return amount, [*words[:place], *words[place + 1 :]]
    return "", [*words]


def split_at_scores(words: Sequence[str], most: int) -> tuple[list[str], list[str], list[str]]:
    """The words before the first scores, these, and the words behind them: `migraine 7 3 17 nov`."""
    before = [*takewhile(lambda word: not is_score(word), words)]
    scores = [*takewhile(is_score, words[len(before) :])][:most]
    return before, scores, [*words[len(before) + len(scores) :]]


def recording_options(words: Sequence[str], phrases: PhraseReader, now: datetime) -> Iterator[list[str]]:
    """The options that words beside scores stand for, the likeliest first: by their kinds, or as one phrase."""
    date_words, rest = date_in(words, now)
    date = ["--at", " ".join(date_words)] if date_words else []
    if more := _sorted_options(rest, phrases):
        yield [*more, *date]
    for line in phrases.recording_options(words):
        if not _names_points(line, phrases):
            yield line
        elif not more and (apart := _name_with_points(rest, phrases)):
            yield [*apart, *date]


def _name_with_points(words: Sequence[str], phrases: PhraseReader) -> list[str]:
    """`--for` for a name, also a new one, and `--points` for the codes behind or before it; empty for other words."""
    for length in range(1, len(words)):
        for name, codes in ((words[:length], words[length:]), (words[-length:], words[:-length])):
            points = points_in(codes) if phrases.may_add("--points") else None
            if points is None or not phrases.may_add("--for"):
                continue
            named = next(phrases.recording_options(name), [])
            if named[:1] == ["--for"] and not _names_points(named, phrases):
                return [*named, "--points", points]
    return []


def _names_points(options: Sequence[str], phrases: PhraseReader) -> bool:
    """Whether a new condition among the options would be called by a code: `LI4 bruise`."""
    names = [
        value for option, value in pairwise(options) if option == "--for" and not phrases.is_recorded(option, value)
    ]
    return any(points_in([word]) is not None for name in names for word in name.split())


def _sorted_options(words: Sequence[str], phrases: PhraseReader) -> list[str]:
    """The options for words of two or more kinds that say by themselves what they are: points, a side effect, a name.

    Empty where a part of them may be a new name.
    """
    kinds = _kinds(words, phrases)
    options: dict[str, list[str]] = {}
    for option, value in kinds:
        options.setdefault(option, []).append(value)
    repeated = [option for option, values in options.items() if len(values) > 1 and option != "--side-effect"]
    if len(options) < 2 or repeated or not all(map(phrases.may_add, options)):
        return []
    return [each for option, values in options.items() for value in values for each in (option, value)]


def _kinds(words: Sequence[str], phrases: PhraseReader) -> list[tuple[str, str]]:
    """An option and a value for each part of the words; empty where one part fits none."""
    for length in range(1, len(words) + 1):
        kind = _kind(words[:length], phrases)
        if kind and length == len(words):
            return [kind]
        if kind and (later_kinds := _kinds(words[length:], phrases)):
            return _joined(kind, later_kinds)
    return []


def _kind(words: Sequence[str], phrases: PhraseReader) -> tuple[str, str] | None:
    text = " ".join(words)
    if phrases.is_recorded("--for", text):
        return "--for", text
    if phrases.is_recorded("--with", text):
        return "--with", text
    if (points := points_in(words)) is not None:
        return "--points", points
    if is_side_effect(text):
        return "--side-effect", text
    return ("--technique", text) if is_technique(text) else None


def _joined(kind: tuple[str, str], later_kinds: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Points that stand side by side, as one list."""
    if kind[0] == later_kinds[0][0] == "--points":
        return [("--points", f"{kind[1]},{later_kinds[0][1]}"), *later_kinds[1:]]
    return [kind, *later_kinds]
