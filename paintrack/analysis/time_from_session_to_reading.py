"""How long after a session a reading was taken."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from paintrack.model.entries import Reading
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.moment import Moment, day_lived, days_after


class SessionTimes(NamedTuple):
    """The local times of sessions with their offsets, oldest first.

    `all` is of every session; `by_condition` of those that rate a condition, by its folded name.
    """

    all: Sequence[datetime]
    by_condition: Mapping[str, Sequence[datetime]]


def time_after_last_rated(times: SessionTimes, reading: Reading) -> str:
    """How long after the last session that rated its condition a reading was taken (see `time_after_session`).

    Before all sessions: `before the first session`. Empty where those before it rated other conditions alone.
    """
    rated = times.by_condition.get(folded(reading.condition), ())
    place = bisect_right(rated, reading.at)
    if place:
        return time_after_session(rated[place - 1].date(), reading.when)
    return "" if bisect_right(times.all, reading.at) else "before the first session"


def time_after_session(day: date, reading: Moment) -> str:
    """How long after a session of that local day: `same day`, `that night`, `next morning`, `3 days later`.

    Days are counted as `days_after` does, a morning ends at 12:00.
    """
    days = days_after(day, reading)
    if days > 1:
        return f"{days} days later"
    if days == 0:
        return "that night" if reading.day > day else "same day"
    if day_lived(reading) < reading.day:
        return "next night"
    return "next morning" if reading.time_given and reading.at.hour < 12 else "next day"
