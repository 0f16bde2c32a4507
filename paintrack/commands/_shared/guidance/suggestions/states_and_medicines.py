"""What is meant by how somebody is, `all good`, and by what was taken for something, `took aspirin for migraine`."""

from collections.abc import Sequence
from datetime import datetime

from paintrack.commands._shared.guidance.command_arguments_and_examples import SCORE_IN_EXAMPLE
from paintrack.commands._shared.guidance.meanings.word_classification import date_in, is_change, is_state
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader

_TAKEN = {"took", "taken", "medication", "medicine", "meds", "drug", "drugs", "pill", "pills", "tablet", "painkiller"}
_ALL = {"all", "everything", "everything's", "everything’s", "im", "i'm", "i’m"}


def lines_of_state_or_medicine(words: Sequence[str], reader: Reader, now: datetime) -> list[list[str]]:
    """The command lines for such words, with a score that only the person knows; none for others.

    >>> lines_of_state_or_medicine(["all", "good"], Reader(None), datetime(2026, 7, 6).astimezone())
    [['rate', 'SCORE', '--note', 'all good'], ['note', 'all', 'good']]
    """
    if folded(words[0]) in _TAKEN:
        return _of_medicine(words[1:], reader, now)
    text = " ".join(words[1:])
    if folded(words[0]) in _ALL and is_change(text):
        return [["overall", text], ["note", *words]]
    if folded(words[0]) not in _ALL or not (is_state(text) or folded(text) in ("right", "well")):
        return []
    return [["rate", SCORE_IN_EXAMPLE, "--note", " ".join(words)], ["note", *words]]


def _of_medicine(words: Sequence[str], reader: Reader, now: datetime) -> list[list[str]]:
    """The command lines where a recorded condition is named behind the medicine, with a day at the end."""
    day, rest = date_in(words, now)
    place = next((n for n in range(len(rest) - 1, 0, -1) if folded(rest[n]) == "for"), 0)
    names = [rest[place + 1 :], rest[place + 2 :]] if folded(" ".join(rest[place + 1 :][:1])) in ("my", "the") else []
    condition = next((name for each in names or [rest[place + 1 :]] if (name := reader.spelling(" ".join(each)))), None)
    if not place or condition is None or any(word.startswith("-") for word in words):
        return []
    at = ["--at", " ".join(day)] if day else []
    taken = ["rate", SCORE_IN_EXAMPLE, "--for", condition, "--took", " ".join(rest[:place]), *at]
    return [taken, ["note", *rest, *at]]
