"""One condition through the sessions: what course, relief and carry-over are computed from."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from paintrack.domain import score
from paintrack.domain.entry import Reading, Session
from paintrack.domain.text import folded


@dataclass(frozen=True, slots=True)
class Visit:
    """A session as one condition saw it: its two scores (0 to 10), either may be missing.

    `number` is its place among the sessions that rate the condition, from 1 on (not the id that people type);
    `at` is the local time with its offset.
    """

    number: int
    at: datetime
    before: float | None
    after: float | None

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


@dataclass(frozen=True, slots=True)
class Arrival:
    """The score (0 to 10) with which someone came to the session of that number."""

    number: int
    day: date
    score: float


def visits_of(sessions: Iterable[Session], condition: str, *, shown: Container[str] | None = None) -> tuple[Visit, ...]:
    """The sessions that rate the condition, in the order of time, numbered from 1 on.

    `shown` holds the uids of the sessions asked for (None: all); the others keep their number.
    """
    rated = (
        (session, rating)
        for session in sorted(sessions, key=lambda session: session.at)
        if (rating := session.rating_of(condition))
    )
    return tuple(
        Visit(number, session.at, rating.before, rating.after)
        for number, (session, rating) in enumerate(rated, 1)
        if shown is None or session.uid in shown
    )


def arrivals_of(visits: Iterable[Visit]) -> tuple[Arrival, ...]:
    """The visits that have a score on arrival, in their order."""
    return tuple(Arrival(visit.number, visit.day, visit.before) for visit in visits if visit.before is not None)


def readings_for(readings: Iterable[Reading], condition: str) -> tuple[Reading, ...]:
    """The readings of the condition, in the order of time."""
    name = folded(condition)
    own = (reading for reading in readings if folded(reading.condition) == name)
    return tuple(sorted(own, key=lambda reading: reading.at))
