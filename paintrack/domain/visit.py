"""One condition through the sessions: what course, relief, carry-over and picture are computed from.

Named tuples, since a long history has a hundred thousand of them: a frozen dataclass takes thrice the time.
"""

from bisect import bisect_right
from collections.abc import Container, Iterable
from datetime import date, datetime
from operator import itemgetter
from typing import NamedTuple

from paintrack.domain import score
from paintrack.domain.entry import Reading, Session
from paintrack.domain.text import folded


class Visit(NamedTuple):
    """A session as one condition saw it: its two scores (0 to 10), either may be missing.

    `number` is its place among the sessions that rate the condition, from 1 on (not the id that people type);
    `at` is the local time with its offset, `uid` the session's.
    """

    number: int
    at: datetime
    before: float | None
    after: float | None
    uid: str

    @property
    def day(self) -> date:
        """The local calendar day."""
        return self.at.date()

    @property
    def relief(self) -> float | None:
        """Before minus after, -10 to 10; None when either is missing."""
        if self.before is None or self.after is None:
            return None
        return score.relief(self.before, self.after)


class Arrival(NamedTuple):
    """The score (0 to 10) with which someone came to the session of that number."""

    number: int
    day: date
    score: float


def visits_of(sessions: Iterable[Session], condition: str) -> tuple[Visit, ...]:
    """The sessions that rate the condition, in the order of time, numbered from 1 on."""
    rated = (
        (session, rating)
        for session in sorted(sessions, key=lambda session: session.at)
        if (rating := session.rating_of(condition))
    )
    return tuple(
        Visit(number, session.at, rating.before, rating.after, session.uid)
        for number, (session, rating) in enumerate(rated, 1)
    )


def asked_for(visits: Iterable[Visit], shown: Container[str] | None) -> tuple[Visit, ...]:
    """The visits whose uid is among those `shown` (None: all), with the numbers that they have in the course."""
    return tuple(visit for visit in visits if shown is None or visit.uid in shown)


def arrivals_of(visits: Iterable[Visit]) -> tuple[Arrival, ...]:
    """The visits that have a score on arrival, in their order."""
    return tuple(Arrival(visit.number, visit.day, visit.before) for visit in visits if visit.before is not None)


def readings_of_visits(
    visits: Iterable[Visit], others: Iterable[datetime], readings: Iterable[Reading], shown: Container[str]
) -> set[str]:
    """The uids of the readings that belong to a visit whose uid is among those `shown`.

    A reading belongs to the last visit before it; `others` are the times of the visits that do not rate the condition.
    """
    # Of one time the visits last, in their own order: what was rated then is what the reading is about.
    starts = sorted([*((at, "") for at in others), *((visit.at, visit.uid) for visit in visits)], key=itemgetter(0))
    times = [at for at, _ in starts]
    places = ((reading.uid, bisect_right(times, reading.at)) for reading in readings)
    return {uid for uid, place in places if place and starts[place - 1][1] in shown}


def readings_for(readings: Iterable[Reading], condition: str) -> tuple[Reading, ...]:
    """The readings of the condition, in the order of time."""
    name = folded(condition)
    own = (reading for reading in readings if folded(reading.condition) == name)
    return tuple(sorted(own, key=lambda reading: reading.at))
