"""What is meant by words behind `remind`: a time for the next visit, or that there is none."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from paintrack.errors import NoTimeOfDayError, TwoWeekdaysError, UsageError
from paintrack.model.other_entries import NextVisit
from paintrack.model.typed.dates.suggested_times import next_visit_form
from paintrack.model.typed.dates.typed_dates import parse_next_visit
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader

_CALLING_OFF = {
    "off", "stop", "cancel", "cancelled", "canceled", "delete", "remove", "clear", "none", "no", "visit", "me",
}  # fmt: skip

# What may stand in front of its day in a sentence.
_AROUND_VISIT = {
    "my", "the", "our", "next", "appointment", "visit", "session", "treatment", "acupuncture", "is", "at", "on", "will",
    "be", "for", "date", "moved", "changed", "to", "now",
}  # fmt: skip


def meant_visit(words: Sequence[str], options: Sequence[str], reader: Reader, now: datetime) -> Iterator[list[str]]:
    """`remind --next` for each day that the words may mean; for `cancel` the command that deletes the next visit."""
    visits = next_visits(words[1:] if folded(words[0]) == "me" else words, now)
    yield from (["remind", "--next", each, *options] for each in visits)
    if {*map(folded, words)} <= _CALLING_OFF and reader.newest(NextVisit.kind) is not None:
        yield ["delete", "last-next-visit"]


def lines_of_visit(words: Sequence[str], reader: Reader, now: datetime) -> list[list[str]]:
    """The command lines for a sentence on the next visit; none for another sentence.

    >>> lines_of_visit("my next visit is on 5 dec 14:00".split(), Reader(None), datetime(2026, 7, 6).astimezone())
    [['remind', '--next', '5 dec 14:00']]
    >>> lines_of_visit(["my", "appointment"], Reader(None), datetime(2026, 7, 6).astimezone())
    [['remind']]
    """
    names = [*map(folded, words)]
    if not {"next", "appointment"} & {*names[:4]}:
        return []
    if len(words) > 1 and {*names} <= _AROUND_VISIT | _CALLING_OFF:
        is_saved = reader.newest(NextVisit.kind) is not None
        return [["delete", "last-next-visit"] if is_saved and {*names} & _CALLING_OFF - _AROUND_VISIT else ["remind"]]
    for place in range(len(words)):
        if visits := next_visits(words[place:], now):
            return [["remind", "--next", each.removeprefix("on ")] for each in visits]
        if place and (form := _with_time(" ".join(words[place:]), now)):
            return [["remind", "--next", form.removeprefix("on ")]]
        if names[place] not in _AROUND_VISIT:
            break
    return []


def _with_time(text: str, now: datetime) -> str:
    """The text with a time of day, where it is a day that lacks one; else empty."""
    try:
        parse_next_visit(text, now)
    except NoTimeOfDayError:
        return next_visit_form(text, now)
    except UsageError:
        return ""
    return text


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
