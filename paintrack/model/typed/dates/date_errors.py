"""Why a date is refused, each with forms that would be accepted in its place. The functions return the UsageError."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import Enum

from paintrack.errors import NoTimeOfDayError, UsageError
from paintrack.model.displayed_text import typed_words
from paintrack.model.typed.dates.clock_changes import SkippedTimeError


class Purpose(Enum):
    """What a date is typed for; the value is a sentence with the forms that it can have."""

    # Each form must be accepted on any day, so that no recorded day lacks its year and no next visit has one.
    RECORD = 'Type it as "yesterday 15:00", "tue 9am", "3 nov 2025", "2 days ago", 2025-11-03 or "2025-11-03 15:00".'
    # Nobody types what stands in a file.
    FILE = "Correct it in the file."
    NEXT_VISIT = 'Type it as "tue 14:00", "tomorrow 9am", "in 2 weeks 10:00" or "YYYY-MM-DD 15:00".'
    FILTER = (
        'Type a day as 2026-11-03, yesterday, tue or "3 nov", '
        'a time span as 2026-11, october, "last month" or "30 days".'
    )

    @property
    def is_recording(self) -> bool:
        """Whether it is for something that has happened."""
        return self in (Purpose.RECORD, Purpose.FILE)


@contextmanager
def refuse_impossible(text: str, purpose: Purpose) -> Iterator[None]:
    """Turn the error for a day or a time that does not exist into a UsageError; `text` is as typed."""
    try:
        yield
    except (ValueError, OverflowError, OSError):
        raise UsageError(f"There is no such date or time: {typed_words(text)}. {purpose.value}") from None


def past(text: str) -> UsageError:
    """A next visit would already be past."""
    return UsageError(f"{typed_words(text)} is past; the next visit is still to come. {Purpose.NEXT_VISIT.value}")


def too_far(text: str) -> UsageError:
    """A next visit is more than two years away."""
    return UsageError(f"{typed_words(text)} is more than two years away. {Purpose.NEXT_VISIT.value}")


def without_time(text: str) -> UsageError:
    """A next visit needs a time of day."""
    return NoTimeOfDayError(text, f"{typed_words(text)} has no time of day. {Purpose.NEXT_VISIT.value}")


def too_old(text: str, purpose: Purpose) -> UsageError:
    """Nobody alive can have had a session so long ago."""
    return UsageError(f"{typed_words(text)} is too long ago. {purpose.value}")


def end_of_day(text: str, next_day: str) -> UsageError:
    """24:00 is not a time of day; `next_day` is the form for it that is accepted."""
    return UsageError(
        f'The day ends at 23:59; 24:00 is 00:00 of the next day. You typed {typed_words(text)}: type "{next_day}".'
    )


def midnight(text: str, forms: list[str]) -> UsageError:
    """Midnight can begin a day or end it; `forms` are what may be meant, at least one."""
    return UsageError(f"{typed_words(text)} can begin the day or end it: {_typed(forms)}.")


def figures(text: str, forms: list[str], purpose: Purpose, *, is_clear: bool) -> UsageError:
    """A day in figures is refused: if it `is_clear`, for its form, else because day or month may come first.

    `forms` are those that would be accepted, perhaps none.
    """
    reason = "is not understood" if is_clear else "can be read in two ways (day or month first)"
    return UsageError(f"{typed_words(text)} {reason}{f': {_typed(forms)}.' if forms else f'. {purpose.value}'}")


def unclear_hour(text: str, forms: list[str]) -> UsageError:
    """An hour is not written as a time; `forms` are what may be meant, at least one."""
    return UsageError(f"{typed_words(text)} is not understood: {_typed(forms)}.")


def other_part(text: str, part: str, forms: list[str]) -> UsageError:
    """A time is not in the part of the day that was named; `forms` are what may be meant, at least one."""
    return UsageError(f"{typed_words(text)}: that time is not in the {part}: {_typed(forms)}.")


def two_nights(text: str, forms: list[str]) -> UsageError:
    """An hour after midnight is in the night named or in the one before; `forms` are both, or the one accepted."""
    return UsageError(f"{typed_words(text)} can be in two nights: {_typed(forms)}.")


def _typed(forms: list[str]) -> str:
    return "type " + " or ".join(f'"{form}"' for form in forms)


def skipped(error: SkippedTimeError, *, is_past: bool, latest: datetime | None = None) -> UsageError:
    """The clock skipped a local time; the sentence offers the one that it showed instead.

    If that is after `latest`, it offers the end of the change. `is_past`: the clock has already been changed.
    """
    wall, (start, end), shown = error.wall, error.change, error.by_new_time
    if latest is not None and shown > latest:
        shown = end
    is_one_day = start.date() == end.date() == wall.date()
    form = "%H:%M" if is_one_day else "%Y-%m-%d %H:%M"
    return UsageError(
        f"There is no {wall:%H:%M} on {wall:%Y-%m-%d}: the clock {'went' if is_past else 'goes'} from {start:{form}} "
        f"to {end:{form}}{' that day' if is_one_day else ''}. By the new time: "
        f'"{shown:%Y-%m-%d %H:%M}".'
    )


def date_not_understood(text: str, words: str, purpose: Purpose, clock_form: str) -> UsageError:
    """The text is not understood as a date; `words` is the text in lower case with single spaces.

    `clock_form` is, for a number alone, the accepted form of it as an hour; empty for other texts.
    """
    if clock_form and int(words) < 32:
        return UsageError(_reason_of_number(words, purpose, clock_form))
    if form := _form_of_span(words, purpose):
        return UsageError(f"{typed_words(text)} is not understood: {_typed([form])}.")
    return UsageError(f"The date {typed_words(text) or '(nothing)'} is not understood. {purpose.value}")


def _form_of_span(words: str, purpose: Purpose) -> str:
    """The form of `5d` that is taken; empty for any other text."""
    if match := re.fullmatch(r"(\d{1,3}) ?(m|min|mins|h|hr|hrs|d|w)(?: ago)?", words, re.ASCII):
        unit = {"h": "hours", "d": "days", "w": "weeks"}.get(match[2][0], "minutes")
        is_whole_days = unit in ("days", "weeks")
        if purpose.is_recording or (purpose is Purpose.FILTER and is_whole_days):
            return f"{match[1]} {unit} ago"
        if is_whole_days:
            return f"in {match[1]} {unit} 10:00"
    return ""


def _reason_of_number(number: str, purpose: Purpose, clock_form: str) -> str:
    if purpose is Purpose.FILTER:
        return f'{number} can be a day or a number of days: type "{number} days", or the month with it.'
    if int(number) > 23:
        return f"{number} is a day without its month. {purpose.value}"
    return f'{number} can be an hour or a day: type "{clock_form}", or the month with it.'


def times_of_filters(text: str) -> UsageError:
    """`an hour ago` is not a day, as a filter needs."""
    return UsageError(f"{typed_words(text)} is a time, and whole days count here: type today or yesterday.")
