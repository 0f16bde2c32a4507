"""How many sessions: the plan's count, when the goal was reached, and when the course may meet it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from paintrack.domain.course import Course, Verdict
from paintrack.domain.robust import median
from paintrack.domain.visit import Arrival


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a plan has come: `done` of `planned` sessions, and the goal as a score on arrival (0 to 10).

    `reached` is the number of the first session with an arriving score at or under the goal, `held` that of
    the first of two such arrivals in a row. `expected` are the first and the last of the coming sessions at
    which the course may meet the goal; None: it cannot be said yet.
    """

    done: int
    planned: int | None
    goal: float | None
    reached: int | None
    held: int | None
    expected: tuple[int, int] | None


def progress_of(
    arrivals: Sequence[Arrival], course: Course | None, *, done: int, planned: int | None, goal: float | None
) -> Progress:
    """The state of a plan from its condition's arrivals in the order of time and their course."""
    reached = held = expected = None
    if goal is not None:
        reached = next((arrival.number for arrival in arrivals if arrival.score <= goal), None)
        held = next((one.number for one, two in pairwise(arrivals) if max(one.score, two.score) <= goal), None)
        if held is None and course is not None:
            expected = sessions_to_goal(arrivals, course, goal)
    return Progress(done=done, planned=planned, goal=goal, reached=reached, held=held, expected=expected)


def sessions_to_goal(arrivals: Sequence[Arrival], course: Course, goal: float) -> tuple[int, int] | None:
    """The coming sessions, from and to, at which the line of the course may meet the goal.

    The line goes through (median session, median score) with the two ends of the slope's interval. None
    unless the verdict is 'going down', where the line has met the goal already, and beyond twice the sessions
    seen: no line holds that long.
    """
    slope = course.per_session
    if course.verdict is not Verdict.GOING_DOWN or slope is None or slope.interval is None:
        return None
    seen = course.last.number
    session = median(arrival.number for arrival in arrivals)
    above = median(arrival.score for arrival in arrivals) - goal
    earliest, latest = (
        ceil(round(session - above / steepness, 6)) for steepness in (slope.interval.low, slope.interval.high)
    )
    return (max(earliest, seen + 1), latest) if seen < latest <= 2 * seen else None
