"""The sessions that rate one condition, from which course, relief, carry-over and chart are computed.

They are named tuples because a long history has a hundred thousand; frozen dataclasses would take three times as long.
"""

from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from paintrack.model.entries import Reading, Session
from paintrack.model.typed.typed_text import folded
from paintrack.model.values import score


class RatedSession(NamedTuple):
    """A session with its two scores (0 to 10) of one condition; either may be missing.

    `number` is its place among the sessions that rate the condition, from 1 on, not the id that people type; `at`
    is its local time with the offset, `id` the id that people type, None before it is saved.
    """

    number: int
    at: datetime
    before: float | None
    after: float | None
    uid: str
    id: int | None = None

    @property
    def day(self) -> date:
        """The local calendar day."""
        return self.at.date()

    @property
    def relief(self) -> float | None:
        """Before minus after, -10 to 10; None if either is missing."""
        if self.before is None or self.after is None:
            return None
        return score.relief(self.before, self.after)


class Arrival(NamedTuple):
    """The score on arrival (0 to 10) at the session of that number, on its local day; `id` as in `RatedSession`."""

    number: int
    day: date
    score: float
    id: int | None = None

    @property
    def label(self) -> str:
        """How a sentence names the session: by the id that people type."""
        return str(self.number if self.id is None else self.id)


def rated_sessions_of(sessions: Iterable[Session], condition: str) -> tuple[RatedSession, ...]:
    """The sessions that rate the condition, in the order of time, numbered from 1 on."""
    rated = (
        (session, rating)
        for session in sorted(sessions, key=lambda session: session.at)
        if (rating := session.rating_of(condition))
    )
    return tuple(
        RatedSession(number, session.at, rating.before, rating.after, session.uid, session.number or None)
        for number, (session, rating) in enumerate(rated, 1)
    )


def select_sessions(sessions: Iterable[RatedSession], selected_uids: Container[str] | None) -> tuple[RatedSession, ...]:
    """The sessions whose uid is among `selected_uids` (None: all); they keep their number in the course."""
    return tuple(session for session in sessions if selected_uids is None or session.uid in selected_uids)


def arrivals_of(sessions: Iterable[RatedSession]) -> tuple[Arrival, ...]:
    """The scores on arrival of the sessions that have one, in their order."""
    return tuple(
        Arrival(session.number, session.day, session.before, session.id)
        for session in sessions
        if session.before is not None
    )


def readings_by_session(
    sessions: Sequence[RatedSession], readings: Iterable[Reading], other_times: Iterable[datetime]
) -> list[list[Reading]]:
    """For each session the readings from its time up to the next session, in their order.

    `other_times` are the times of the sessions that do not rate the condition, which end the time of a session, too.
    One at the very time of a rated session is the same visit: a spreadsheet with a row for each condition makes it two.
    """
    indices = {session.at: index for index, session in enumerate(sessions)}
    starts = sorted([*indices.items(), *((at, len(sessions)) for at in other_times if at not in indices)])
    times = [at for at, _ in starts]
    # The last list takes the readings that belong to none of the sessions.
    groups: list[list[Reading]] = [[] for _ in range(len(sessions) + 1)]
    for reading in readings:
        if place := bisect_right(times, reading.at):
            groups[starts[place - 1][1]].append(reading)
    return groups[:-1]


def reading_uids_after(
    sessions: Sequence[RatedSession],
    other_times: Iterable[datetime],
    readings: Iterable[Reading],
    selected_uids: Container[str],
) -> set[str]:
    """The uids of the readings that belong to one of the selected sessions (see `readings_by_session`)."""
    groups = zip(sessions, readings_by_session(sessions, readings, other_times), strict=True)
    return {reading.uid for session, group in groups if session.uid in selected_uids for reading in group}


def readings_of_condition(readings: Iterable[Reading], condition: str) -> tuple[Reading, ...]:
    """The readings of the condition, in the order of time."""
    name = folded(condition)
    matches = (reading for reading in readings if folded(reading.condition) == name)
    return tuple(sorted(matches, key=lambda reading: reading.at))
