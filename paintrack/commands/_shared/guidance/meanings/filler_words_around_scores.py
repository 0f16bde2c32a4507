"""Words that stand around a score in a sentence and say no more than the score: `is about 6`, `level 5`, `was 7`."""

import re
from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from paintrack.commands._shared.guidance.meanings.circumstance_phrases import is_remark
from paintrack.commands._shared.guidance.meanings.scores_in_words import DURATION
from paintrack.commands._shared.guidance.meanings.word_classification import date_in, is_date
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.score import is_score
from paintrack.storage.reader import Reader

# In front of a score.
_FILLERS = {
    "about", "around", "maybe", "perhaps", "roughly", "approximately", "approx", "approx.", "ca", "ca.", "only", "just",
    "almost", "nearly", "level", "score", "scale", "rating", "nrs", "vas", "a", "an", "is", "was", "are", "were", "be",
    "now", "from", "to", "down", "up", "=", ":", "~", "about:", "score:", "level:", "is:", "now:", "of",
}  # fmt: skip
# Only in front of a second score: `7 down to 3`.
_BETWEEN = {"and", "then", "went", "came", "dropped", "fell", "rose"}
_ROUGH = re.compile(r"[~≈]?([0-9.]+)(?:-?ish|\?)?", re.ASCII)
# People rate these, and also type them for a command: `back` for `undo`, `head` for the first lines.
RATED_WORDS = {"back", "head", "sleep", "mood"}
_ROUGHLY = {"about", "around"}
_MISSED = {"forgot", "forgotten", "missed"}


def without_fillers(words: Sequence[str], reader: Reader, now: datetime) -> list[str]:
    """The words without the fillers in front of scores; a recorded name stays as it is.

    >>> without_fillers(["neck", "was", "6", "is", "~3"], Reader(None), datetime(2026, 7, 6).astimezone())
    ['neck', '6', '3']
    """
    if reader.spelling(" ".join(words)) is not None:
        return [*words]
    kept: list[str] = []
    typed = [word.replace(".", ":") if _is_time(word, before) else word for before, word in pairwise(["", *words])]
    rest = [match[1] if (match := _ROUGH.fullmatch(word)) and is_score(match[1]) else word for word in typed]
    for place, word in enumerate(rest):
        following = folded(" ".join(rest[place + 1 : place + 2]))
        is_free = is_score(word) and not DURATION.fullmatch(following) and not is_date(f"{word} {following}", now)
        if is_free and folded(" ".join(kept[-2:])) != "out of":
            while kept and (
                folded(kept[-1]) in _FILLERS or (any(map(is_score, kept)) and folded(kept[-1]) in _BETWEEN)
            ):
                kept.pop()
        kept.append(word)
    return kept


def scores_meant(words: Sequence[str]) -> list[list[str]]:
    """The words with one score in the place of two that it may be, once for each: `5 or 6`, `between 5 and 6`.

    Between two that follow each other there is one more. Empty where the words say no such thing.

    >>> scores_meant(["between", "5", "and", "6", "neck"])
    [['5.5', 'neck'], ['5', 'neck'], ['6', 'neck']]
    """
    for place, (first, joining, second) in enumerate(zip(words, words[1:], words[2:], strict=False)):
        is_between = place > 0 and folded(words[place - 1]) == "between"
        if is_score(first) and is_score(second) and folded(joining) in (("and", "to") if is_between else ("or",)):
            low, high = float(first), float(second)
            middle = [f"{low + 0.5:g}"] if is_between and high - low == 1 else []
            before, behind = words[: place - is_between], words[place + 3 :]
            return [[*before, each, *behind] for each in (*middle, first, second)]
    return []


def _is_time(word: str, before: str) -> bool:
    """Whether it is a time with a point, behind `at`: `at 10.30`."""
    return folded(before) == "at" and bool(re.fullmatch(r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]", word, re.ASCII))


def is_rated_first(words: Sequence[str], reader: Reader, now: datetime) -> bool:
    """Whether words with a score are a rating although the first can also mean something else: `head hurts 7`.

    They begin with a recorded condition, a part of the body, a day, or words for an entry that comes late.
    """
    if not any(map(is_score, words[1:])) or any(word.startswith("-") for word in words):
        return False
    first = folded(words[0])
    phrase = [word for word in words if not is_score(word)]
    date_words, _ = date_in(phrase, now)
    return (
        first in RATED_WORDS | _MISSED | _ROUGHLY
        # `left knee 5`; `left 5` is the score on leaving.
        or (first == "left" and len(phrase) > 1 and not date_in(phrase[1:], now).words)
        or any(reader.spelling(" ".join(words[:length])) is not None for length in range(1, len(words)))
        or (phrase[: len(date_words)] == date_words != [] and first != "now")
        or is_remark(words[:1])
    )
