"""Courses of treatment: where a long pause ends one and begins the next, and how their sessions are numbered.

The limits are paintrack's own: a pause of more than 12 weeks divides, and one of more than 8 weeks is mentioned.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from paintrack.analysis.condition.condition_sessions import RatedSession

LONGEST_PAUSE_WITHIN = 84  # days; a longer one begins a new course
LONGEST_USUAL_GAP = 56  # days; a longer one is a pause


class Pause(NamedTuple):
    """A pause within a course, from the local day of one session to that of the next: 57 to 84 `days`."""

    start: date
    end: date
    days: int


class TreatmentCourse(NamedTuple):
    """The sessions of one condition, one or more, without a pause of more than 12 weeks.

    `number` is 1 for the oldest course of the condition. The `sessions` are in the order of time and numbered within
    the course from 1 on, whether or not a score is missing; several at one instant are one visit with one number.
    `pauses` are those of more than 8 weeks within it.
    """

    number: int
    sessions: tuple[RatedSession, ...]
    pauses: tuple[Pause, ...]

    @property
    def first_day(self) -> date:
        """The local day of its first session."""
        return self.sessions[0].day

    @property
    def last_day(self) -> date:
        """The local day of its last session."""
        return self.sessions[-1].day

    @property
    def visits(self) -> int:
        """How many visits it has, 1 or more; sessions at one instant count once."""
        return self.sessions[-1].number

    @property
    def first_scored(self) -> int | None:
        """The number of the session with its first score on arrival, which no verdict counts; None without any."""
        return next((session.number for session in self.sessions if session.before is not None), None)


def treatment_courses_of(sessions: Sequence[RatedSession]) -> tuple[TreatmentCourse, ...]:
    """The courses of a condition, oldest first, from all its sessions in the order of time; () without any."""
    gaps = [following - day for day, following in pairwise(session.at.toordinal() for session in sessions)]
    starts = [0, *(place for place, gap in enumerate(gaps, 1) if gap > LONGEST_PAUSE_WITHIN)]
    ends = [*starts[1:], len(sessions)]
    return tuple(
        TreatmentCourse(number, tuple(_renumbered(sessions[start:end])), _pauses(sessions, gaps, start, end))
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
        if start < end
    )


def _pauses(sessions: Sequence[RatedSession], gaps: Sequence[int], start: int, end: int) -> tuple[Pause, ...]:
    """The pauses of the course with the sessions from `start` to before `end`; `gaps[0]` follows the first session."""
    return tuple(
        Pause(sessions[place].day, sessions[place + 1].day, gaps[place])
        for place in range(start, end - 1)
        if gaps[place] > LONGEST_USUAL_GAP
    )


def _renumbered(sessions: Sequence[RatedSession]) -> Iterator[RatedSession]:
    number, at = 0, None
    for session in sessions:
        number += session.at != at
        at = session.at
        # A history of one course keeps its tuples, since replacing a hundred thousand takes a tenth of a second.
        yield session if session.number == number else session._replace(number=number)
