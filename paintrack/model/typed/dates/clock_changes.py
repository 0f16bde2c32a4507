"""Changes of the clock, as to summer time: the local times that it skips, and those that it shows twice."""

from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

from paintrack.model.values.moment import Localize, Moment, offset_minutes

# How far from a skipped time to look for the change: no clock was ever changed by more than a day.
_AROUND = timedelta(days=2)
_SECOND = timedelta(seconds=1)


class ForwardChange(NamedTuple):
    """The clock was put forward from the local time `start` to the local time `end`."""

    start: datetime
    end: datetime


class SkippedTimeError(Exception):
    """There is no local time `wall`, because the clock skipped it at `change`."""

    def __init__(self, wall: datetime, change: ForwardChange) -> None:
        super().__init__()
        self.wall = wall
        self.change = change

    @property
    def by_new_time(self) -> datetime:
        """What the changed clock showed when an unchanged one would have shown `wall`."""
        return self.wall + (self.change.end - self.change.start)


def change_over(wall: datetime, localize: Localize) -> ForwardChange:
    """The change by which the clock skipped the local time `wall`.

    `localize` gives an instant its local time. It is not asked about `wall` itself, since CPython before 3.13 takes
    such a time for one before the change, and newer versions for one after it.
    """
    before, after = wall.replace(tzinfo=UTC) - _AROUND, wall.replace(tzinfo=UTC) + _AROUND
    while after - before > _SECOND:
        middle = (before + (after - before) / 2).replace(microsecond=0)
        if _shown_at(middle, localize) < wall:
            before = middle
        else:
            after = middle
    return ForwardChange(_shown_at(before, localize) + _SECOND, _shown_at(after, localize))


def second_time(moment: Moment, localize: Localize = datetime.astimezone) -> Moment | None:
    """The moment at which the clock, set back, showed that local time again; None if it did not."""
    wall = moment.at.replace(tzinfo=None)
    try:
        first, second = localize(wall), localize(wall.replace(fold=1))
    except (ValueError, OverflowError, OSError):
        return None
    is_shown_twice = first.utcoffset() == moment.at.utcoffset() != second.utcoffset()
    if not moment.time_given or not is_shown_twice or second.replace(tzinfo=None, fold=0) != wall:
        return None
    return moment._replace(at=second.replace(fold=0, tzinfo=timezone(timedelta(minutes=offset_minutes(second)))))


def is_second_time(moment: Moment, localize: Localize = datetime.astimezone) -> bool:
    """Whether the clock was showing that local time for the second time, having been set back."""
    wall = moment.at.replace(tzinfo=None)
    try:
        first = localize(wall)
    except (ValueError, OverflowError, OSError):
        return False
    first = first.replace(tzinfo=timezone(timedelta(minutes=offset_minutes(first))))
    return second_time(moment._replace(at=first), localize) == moment


def _shown_at(instant: datetime, localize: Localize) -> datetime:
    return localize(instant).replace(tzinfo=None, fold=0)
