"""Moments: a local time with its UTC offset, and the instants (UTC) that are stored."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from typing import NamedTuple

Localize = Callable[[datetime], datetime]

# A moment before this hour of the local day belongs to the night before: people have not got up yet.
_END_OF_NIGHT = timedelta(hours=5)
_STAMP_LENGTH = len("2026-07-06T12:02:00.000000Z")
# Names in full, for a screen reader.
LONG_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Moment(NamedTuple):
    """When something happened: the local time with the UTC offset that held; noon if only the date was given."""

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
        is_without_seconds = text[10:16] == "T12:00" and text[16:17] != ":"
        return cls(at, time_given=not is_without_seconds)


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
    """The instant of `at` in UTC with whole seconds, the form in which it is stored and sorted.

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
    """The instant `at` in UTC with microseconds, which keep entries in the order in which they were typed."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def is_stamp(text: str) -> bool:
    """Whether the text has the form of a `stamp`.

    >>> is_stamp("2026-07-06T12:02:00.000000Z"), is_stamp("2026-07-06T12:02:00Z")
    (True, False)
    """
    return len(text) == _STAMP_LENGTH and (text[10], text[19], text[-1]) == ("T", ".", "Z")


def later_stamp(now: str, former: str) -> str:
    """The stamp `now`, or a microsecond after the former one when the clock was set back: it always increases."""
    return now if now > former else stamp(datetime.fromisoformat(former) + timedelta(microseconds=1))


def now_moment(now: datetime) -> Moment:
    """`now` as a moment, to the second."""
    return Moment(now.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=offset_minutes(now)))))


def day_lived(when: Moment) -> date:
    """The day that a moment is felt to belong to: before 5 in the morning it is still the day before.

    >>> day_lived(Moment(datetime(2026, 7, 7, 1, 15))).isoformat()
    '2026-07-06'
    """
    return (when.at - _END_OF_NIGHT).date()


def days_after(day: date, when: Moment) -> int:
    """How many days after the calendar day `day` a moment is felt to be; at least 0, even if its clock is behind.

    >>> days_after(date(2026, 7, 6), Moment(datetime(2026, 7, 7, 1, 15)))
    0
    """
    return max(0, (day_lived(when) - day).days)
