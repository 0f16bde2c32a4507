"""One condition through the sessions: what course, relief, carry-over and picture are computed from.

Named tuples, since a long history has a hundred thousand of them: a frozen dataclass takes thrice the time.
"""

from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from paintrack.model import score
from paintrack.model.entry import Reading, Session
from paintrack.model.text import folded


class RatedSession(NamedTuple):
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


def rated_sessions_of(sessions: Iterable[Session], condition: str) -> tuple[RatedSession, ...]:
    """The sessions that rate the condition, in the order of time, numbered from 1 on."""
    rated = (
        (session, rating)
        for session in sorted(sessions, key=lambda session: session.at)
        if (rating := session.rating_of(condition))
    )
    return tuple(
        RatedSession(number, session.at, rating.before, rating.after, session.uid)
        for number, (session, rating) in enumerate(rated, 1)
    )


def select_sessions(visits: Iterable[RatedSession], shown: Container[str] | None) -> tuple[RatedSession, ...]:
    """The visits whose uid is among those `shown` (None: all), with the numbers that they have in the course."""
    return tuple(visit for visit in visits if shown is None or visit.uid in shown)


def arrivals_of(visits: Iterable[RatedSession]) -> tuple[Arrival, ...]:
    """The visits that have a score on arrival, in their order."""
    return tuple(Arrival(visit.number, visit.day, visit.before) for visit in visits if visit.before is not None)


def readings_by_session(
    visits: Sequence[RatedSession], readings: Iterable[Reading], others: Iterable[datetime]
) -> list[list[Reading]]:
    """The readings from each visit to the next of any kind; `others` are the times of those that do not rate it.

    One at the very time of a visit is no other visit: a spreadsheet with a row for each condition gives such two.
    """
    own = {visit.at: place for place, visit in enumerate(visits)}
    starts = sorted([*own.items(), *((at, len(visits)) for at in others if at not in own)])
    times = [at for at, _ in starts]
    # The last list is for the readings that belong to none of the visits.
    found: list[list[Reading]] = [[] for _ in range(len(visits) + 1)]
    for reading in readings:
        if place := bisect_right(times, reading.at):
            found[starts[place - 1][1]].append(reading)
    return found[:-1]


def reading_uids_after(
    visits: Sequence[RatedSession], others: Iterable[datetime], readings: Iterable[Reading], shown: Container[str]
) -> set[str]:
    """The uids of the readings that belong to a visit whose uid is among those `shown`."""
    by_visit = zip(visits, readings_by_session(visits, readings, others), strict=True)
    return {reading.uid for visit, own in by_visit if visit.uid in shown for reading in own}


def readings_of_condition(readings: Iterable[Reading], condition: str) -> tuple[Reading, ...]:
    """The readings of the condition, in the order of time."""
    name = folded(condition)
    own = (reading for reading in readings if folded(reading.condition) == name)
    return tuple(sorted(own, key=lambda reading: reading.at))
