"""Moments: the local time with its UTC offset, typed in ISO form, shown with the weekday."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from typing import NamedTuple

from paintrack.errors import UsageError

Localize = Callable[[datetime], datetime]

_ISO = r"(\d{4}-\d{2}-\d{2})(?:[ Tt](\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)\s?(Z|z|[+-]\d{2}:?\d{2})?)?"
_FORMS = 'Type a date as 2026-11-03 or a time as "2026-11-03 15:00".'
# Nobody alive has an older session; earlier offsets have seconds, and arithmetic can leave the calendar.
_OLDEST = date(1900, 1, 1)
# A moment before this hour of the local day belongs to the night before: people have not got up yet.
_END_OF_NIGHT = timedelta(hours=5)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONG_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Moment(NamedTuple):
    """When something happened: the local time with the UTC offset that held; noon when only the date was given."""

    at: datetime
    time_given: bool = True

    @property
    def day(self) -> date:
        """The local calendar day."""
        return self.at.date()

    def iso(self) -> str:
        """ISO 8601 with offset; `T12:00+01:00`, without seconds, stands for a time that was not given."""
        return self.at.isoformat(timespec="seconds" if self.time_given else "minutes")

    @classmethod
    def from_iso(cls, text: str) -> "Moment":
        """The moment of a text in the form of `iso`. Raises ValueError for anything else."""
        at = datetime.fromisoformat(text)
        if at.tzinfo is None:
            raise ValueError("no UTC offset")
        without_seconds = text[10:16] == "T12:00" and text[16:17] != ":"
        return cls(at, time_given=not without_seconds)


def from_utc(utc: str, offset_minutes: int) -> datetime:
    """The local time of a stored instant at an offset in minutes.

    >>> from_utc("2026-07-06T12:02:00Z", 120).isoformat()
    '2026-07-06T14:02:00+02:00'
    """
    return datetime.fromisoformat(utc).astimezone(_zone(offset_minutes))


@cache
def _zone(minutes: int) -> timezone:
    # Cached: creating one takes longer than the rest of reading a time.
    return timezone(timedelta(minutes=minutes))


def to_utc(at: datetime) -> str:
    """The instant of `at` as it is stored and sorted, in whole seconds.

    >>> to_utc(datetime.fromisoformat("2026-07-06T14:02:00+02:00"))
    '2026-07-06T12:02:00Z'
    """
    # isoformat is five times as fast as strftime.
    return f"{at.astimezone(UTC).isoformat()[:19]}Z"


def offset_minutes(at: datetime) -> int:
    """The UTC offset of `at` in whole minutes."""
    offset = at.utcoffset()
    return 0 if offset is None else round(offset.total_seconds() / 60)


def stamp(at: datetime) -> str:
    """The instant at which something was typed, in UTC with microseconds, so that the order of entries is kept."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def parse_when(text: str, now: datetime, localize: Localize = datetime.astimezone) -> Moment:
    """The moment typed as `text`: an ISO date (noon, time not given) or an ISO date and time.

    A time without an offset is local: `localize` gives it the offset that held. `now` has an offset. Raises
    UsageError for a text in another form, a time in the future and one before 1900.
    """
    match = re.fullmatch(_ISO, text.strip(), re.ASCII)
    if not match:
        raise UsageError(f"{_why_no_date(text)} {_FORMS}")
    day, clock, zone = match.groups()
    future = UsageError(f"{text} is in the future; only what has happened can be recorded.")
    try:
        wall = datetime.combine(date.fromisoformat(day), _clock(clock))
        # Checked without the offset: with one, the last days of 9999 leave the calendar.
        if wall.date() > now.date() + timedelta(days=1):
            raise future
        at = datetime.fromisoformat(f"{wall.isoformat()}{zone.upper()}") if zone else localize(wall)
    except (ValueError, OverflowError, OSError):
        raise UsageError(f"There is no such date or time: {text}. {_FORMS}") from None
    if at.date() < _OLDEST:
        raise UsageError(f"{text} is too long ago. {_FORMS}")
    at = at.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=offset_minutes(at))))
    if at > now if clock else at.date() > now.date():
        raise future
    return Moment(at, time_given=clock is not None)


def _clock(text: str | None) -> time:
    if text is None:
        return time(12)
    if text.startswith("24"):
        # CPython 3.14 and newer read it as 00:00 of the day that was typed, not of the next.
        raise ValueError("no such hour")
    return time.fromisoformat(f"0{text}" if text[1] == ":" else text)


def _why_no_date(text: str) -> str:
    if re.fullmatch(r"\d{1,2}([./-])\d{1,2}\1(\d{2}|\d{4})", text.strip(), re.ASCII):
        return f"{text} can be read in two ways (day or month first)."
    return f"The date {text or '(nothing)'} is not understood."


def parse_day(text: str) -> date:
    """The calendar day typed as `text` for a filter (`2026-11-03`); may lie in the future. Raises UsageError."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip(), re.ASCII):
            return date.fromisoformat(text.strip())
    except ValueError:
        pass
    raise UsageError(f"{_why_no_date(text)} Type a date as 2026-11-03.")


def parse_past_month(text: str, today: date) -> str:
    """The calendar month typed as `text`, as `2026-10`: so, or by its English name, which is the last such month.

    The month of `today` is allowed. Raises UsageError for another form, and for a month in the future or before 1900.

    >>> parse_past_month("October", date(2026, 11, 3)), parse_past_month("nov", date(2026, 11, 3))
    ('2026-10', '2026-11')
    >>> parse_past_month("december", date(2026, 11, 3))
    '2025-12'
    """
    word = text.strip().casefold()
    for number, name in enumerate(_LONG_MONTHS, 1):
        if word in (name.casefold(), name[:3].casefold()):
            return f"{today.year - (number > today.month)}-{number:02}"
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", word, re.ASCII):
        raise UsageError(f"The month {text or '(nothing)'} is not understood. Type a month as october or 2026-10.")
    if word > f"{today:%Y-%m}":
        raise UsageError(f"{text} is in the future; only what has happened can be recorded.")
    if word < f"{_OLDEST:%Y-%m}":
        raise UsageError(f"{text} is too long ago. Type a month as october or 2026-10.")
    return word


def now_moment(now: datetime) -> Moment:
    """`now` as a moment, to the second."""
    return Moment(now.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=offset_minutes(now)))))


def show_day(day: date, *, weekday: bool = True, long: bool = False, year: bool = True) -> str:
    """A day with its weekday; `long` for a screen reader.

    >>> show_day(date(2026, 7, 6)), show_day(date(2026, 7, 6), long=True)
    ('Mon 6 Jul 2026', 'Monday 6 July 2026')
    """
    month = (_LONG_MONTHS if long else _MONTHS)[day.month - 1]
    name = (_LONG_DAYS if long else _DAYS)[day.weekday()]
    return f"{name + ' ' if weekday else ''}{day.day} {month}{f' {day.year}' if year else ''}"


def show_month(month: str) -> str:
    """A calendar month in words.

    >>> show_month("2026-10")
    'October 2026'
    """
    year, _, number = month.partition("-")
    return f"{_LONG_MONTHS[int(number) - 1]} {year}"


def show_moment(moment: Moment, *, long: bool = False) -> str:
    """`Mon 6 Jul 2026 14:02`, without the time when it was not given."""
    day = show_day(moment.day, long=long)
    return f"{day} {moment.at:%H:%M}" if moment.time_given else day


def show_period(first: date, last: date, *, long: bool = False) -> str:
    """From day to day, or one day where they are the same; `long` for a screen reader.

    >>> show_period(date(2026, 7, 6), date(2026, 9, 7))
    '6 Jul to 7 Sep 2026'
    >>> show_period(date(2026, 12, 28), date(2027, 1, 4))
    '28 Dec 2026 to 4 Jan 2027'
    """
    if first == last:
        return show_day(first, weekday=False, long=long)
    start = show_day(first, weekday=False, long=long, year=first.year != last.year)
    return f"{start} to {show_day(last, weekday=False, long=long)}"


def day_lived(when: Moment) -> date:
    """The day that a moment is felt to belong to: before 5 in the morning it is still the day before.

    >>> day_lived(Moment(datetime(2026, 7, 7, 1, 15))).isoformat()
    '2026-07-06'
    """
    return (when.at - _END_OF_NIGHT).date()


def days_after(day: date, when: Moment) -> int:
    """How many days after the calendar day `day` a moment is felt to be; 0 or more, also where its clock is behind.

    >>> days_after(date(2026, 7, 6), Moment(datetime(2026, 7, 7, 1, 15)))
    0
    """
    return max(0, (day_lived(when) - day).days)


def elapsed_in_words(earlier: datetime, later: datetime) -> str:
    """The time from `earlier` to `later` in the words people use.

    >>> elapsed_in_words(datetime(2026, 7, 6, 15), datetime(2026, 7, 7, 7))
    '16 hours'
    """
    minutes = int((later - earlier).total_seconds() // 60)
    for size, word in ((24 * 60, "day"), (60, "hour"), (1, "minute")):
        # Hours up to two days: the next morning is 16 hours away, not 1 day.
        if minutes >= size * (2 if word == "day" else 1):
            number = minutes // size
            return f"{number} {word}{'' if number == 1 else 's'}"
    return "0 minutes"
