"""Scores with the names of what they rate, `neck=6`, `neck 4 migraine 6`, and scores for a session with its id."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby, takewhile

from typer.core import TyperOption

from paintrack.commands._shared.edit_examples import corrected_scores
from paintrack.commands._shared.guidance.command_arguments_and_examples import is_id
from paintrack.commands._shared.guidance.command_line_parts import arguments_of, parts_of
from paintrack.commands._shared.guidance.meanings.word_classification import date_in
from paintrack.model.conditions.condition_is_pain import names_condition
from paintrack.model.open_session import open_conditions
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.score import is_score
from paintrack.storage.reader import Reader

_MOST_SCORES = {"before": 1, "after": 1, "rate": 1, "log": 2}
_BETWEEN_NAMES = {"and", "&", "+", "vs", "vs.", "versus", "or", "with"}
_RATING = re.compile(r"([^=]*[^=0-9\s][^=]*)=([0-9.]+)(?:[:/-]([0-9.]+))?", re.ASCII)
_SCORES_OF = {"before": ("--before",), "after": ("--after",), "rate": ("--before", "--after"), "log": ("--before",)}


def with_names_apart(words: Sequence[str]) -> list[str]:
    """The words with each `neck=6:3` as a name and its scores.

    >>> with_names_apart(["neck=6", "yesterday"])
    ['neck', '6', 'yesterday']
    """
    apart: list[str] = []
    for word in words:
        match = _RATING.fullmatch(word)
        scores = [each for each in match.groups()[1:] if each] if match else []
        apart += [match[1], *scores] if match and all(map(is_score, scores)) else [word]
    return apart


def several_ratings(command: str, words: Sequence[str], reader: Reader, now: datetime) -> list[str]:
    """The command line for the scores of several conditions, with a day at the end; empty for other words.

    One of them is recorded; a new one is a word that always names one, such as `hip`.
    """
    most = _MOST_SCORES.get(command, 0)
    day, rest = date_in(words, now)
    for typed, more in ((words, []), (rest, ["--at", " ".join(day)])):
        if more == [] and (line := _beside_unnamed(command, typed, reader)):
            return line
        ratings = _ratings([word.rstrip(",;") for word in typed if folded(word) not in ("and", "&", "+")])
        recorded = [reader.spelling(name) for name, _ in ratings]
        names = [
            known or (name if names_condition(name) else "") for known, (name, _) in zip(recorded, ratings, strict=True)
        ]
        is_each_named = len(names) > 1 and any(recorded) and all(names) and len({*map(folded, names)}) == len(names)
        if not is_each_named or any(len(scores) > most for _, scores in ratings):
            continue
        also = [f"{name}={':'.join(scores)}" for name, (_, scores) in zip(names, ratings, strict=True)][1:]
        rated = [command, *ratings[0][1], "--for", names[0]]
        return [*rated, *(each for rating in also for each in ("--also", rating)), *more]
    return []


def for_each_typed_condition(command: str, arguments: Sequence[str]) -> list[str]:
    """The command line for `--for` typed more than once: the others behind `--also`; empty for another command line.

    Scores for the others are those that were typed, or else stand for what only the person knows.

    >>> for_each_typed_condition("before", ["7", "--for", "neck", "--for", "sleep"])
    ['before', '7', '--for', 'neck', '--also', 'sleep=SCORE']
    """
    most, names, rest, words = _MOST_SCORES.get(command, 0), list[str](), list[str](), iter(arguments)
    for word in words:
        option, _, value = word.partition("=")
        if option == "--for":
            names.append(value or next(words, ""))
        else:
            rest.append(word)
    is_named = all(any(map(str.isalpha, name)) for name in names) and len({*map(folded, names)}) == len(names)
    if not most or len(names) < 2 or not is_named:
        return []
    typed_scores, placeholders = rest[most:], "BEFORE:AFTER" if most > 1 else "SCORE"
    scores = [placeholders] * (len(names) - 1)
    if all(map(is_score, rest)) and len(rest) == most * len(names):
        scores = [":".join(typed_scores[n : n + most]) for n in range(0, len(typed_scores), most)]
        rest = rest[:most]
    also = (f"{name}={each}" for name, each in zip(names[1:], scores, strict=True))
    return [command, *rest, "--for", names[0], *(word for each in also for word in ("--also", each))]


def _beside_unnamed(command: str, words: Sequence[str], reader: Reader) -> list[str]:
    """The command line for scores of the condition that needs no name and of others behind them: `7 migraine 6`."""
    most = _MOST_SCORES.get(command, 0)
    plain = [word.rstrip(",;") for word in words if folded(word) not in ("and", "&", "+")]
    scores = [*takewhile(is_score, plain)]
    runs = [(has_scores, [*run]) for has_scores, run in groupby(plain[len(scores) :], key=is_score)]
    if not scores or len(scores) > most or not runs or len(runs) % 2:
        return []
    pairs = [(reader.spelling(" ".join(runs[n][1])), runs[n + 1][1]) for n in range(0, len(runs), 2)]
    names = {name for name, _ in pairs}
    is_clear = len(names) == len(pairs) and not names & {None, reader.usual_condition()}
    if not is_clear or any(len(each) > most for _, each in pairs):
        return []
    waiting = {name for session in reader.open_sessions() for name in open_conditions(session)}
    if command == "after" and not names <= waiting:
        # Without a session that waits for them, what is typed is half of one.
        scored = [f"{name}=BEFORE:{more[0]}" for name, more in pairs]
        line = ["log", "BEFORE", *scores, *(each for rating in scored for each in ("--also", rating))]
        return [] if reader.open_sessions() else line
    return [command, *scores, *(each for name, more in pairs for each in ("--also", f"{name}={':'.join(more)}"))]


def _ratings(words: Sequence[str]) -> list[tuple[str, list[str]]]:
    """The names with their scores, which stand all in front of them or all behind them; empty for other words."""
    runs = [(has_scores, [*run]) for has_scores, run in groupby(words, key=is_score)]
    if len(runs) < 4 or len(runs) % 2:
        return []
    pairs = zip(runs[::2], runs[1::2], strict=True)
    return [(" ".join(second[1]), first[1]) if first[0] else (" ".join(first[1]), second[1]) for first, second in pairs]


def listed_conditions(words: Sequence[str], reader: Reader) -> list[str]:
    """The recorded conditions that the words are, two or more: `neck and migraine`; none where one of them is not."""
    parts = [part for word in words for part in re.split("[/,;]", word) if part]
    rest = [part for part in parts if folded(part) not in _BETWEEN_NAMES]
    names: list[str] = []
    while rest:
        length = next((n for n in range(len(rest), 0, -1) if reader.spelling(" ".join(rest[:n])) is not None), 0)
        if not length:
            return []
        names.append(reader.spelling(" ".join(rest[:length])) or "")
        rest = rest[length:]
    return names if len(names) > 1 else []


def scores_of_session(
    command: str, arguments: Sequence[str], options: Sequence[TyperOption], reader: Reader
) -> Iterator[list[str]]:
    """`edit` for scores with `--session`, where the command has no such option: `before 6 --session 1`."""
    names = {"--session", "--id"} - {name for option in options for name in option.opts}
    place = next((place for place, each in enumerate(arguments) if each.partition("=")[0] in names), None)
    if command not in _MOST_SCORES or place is None:
        return
    _, equals, label = arguments[place].partition("=")
    end = place + (1 if equals else 2)
    label = label if equals else "".join(arguments[place + 1 : end])
    parts = parts_of([*arguments[:place], *arguments[end:]], options)
    words = [word for part in parts or () for word in part.words]
    if parts is None or not is_id(label) or not words or not all(map(is_score, words)):
        return
    typed = arguments_of(parts)
    for scores in corrected_scores(label, words, reader, is_named="--for" in typed):
        if scores[0] in _SCORES_OF[command]:
            yield ["edit", label, *scores, *typed]
