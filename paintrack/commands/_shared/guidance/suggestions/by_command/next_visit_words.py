"""What is meant by words behind `remind`: a time for the next visit, or that there is none."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from paintrack.errors import TwoWeekdaysError, UsageError
from paintrack.model.other_entries import NextVisit
from paintrack.model.typed.dates.typed_dates import parse_next_visit
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader

_CALLING_OFF = {
    "off", "stop", "cancel", "cancelled", "canceled", "delete", "remove", "clear", "none", "no", "visit", "me",
}  # fmt: skip


def meant_visit(words: Sequence[str], options: Sequence[str], reader: Reader, now: datetime) -> Iterator[list[str]]:
    """`remind --next` for each day that the words may mean; for `cancel` the command that deletes the next visit."""
    visits = next_visits(words[1:] if folded(words[0]) == "me" else words, now)
    yield from (["remind", "--next", each, *options] for each in visits)
    if {*map(folded, words)} <= _CALLING_OFF and reader.newest(NextVisit.kind) is not None:
        yield ["delete", "last-next-visit"]


def is_next_visit(words: Sequence[str], now: datetime) -> bool:
    """Whether `remind --next` takes the words."""
    try:
        parse_next_visit(" ".join(words), now)
    except UsageError:
        return False
    return True


def next_visits(words: Sequence[str], now: datetime) -> list[str]:
    """What the words say for `remind --next`: themselves, or a form for each day that they may mean; none: no date."""
    text = " ".join(words)
    try:
        parse_next_visit(text, now)
    except TwoWeekdaysError as error:
        return [*error.forms]
    except UsageError:
        return []
    return [text]
