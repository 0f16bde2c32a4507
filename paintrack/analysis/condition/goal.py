"""A goal for the score on arrival: when it was reached, whether it held, when the course may meet it."""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from paintrack.analysis.condition.condition_sessions import Arrival
from paintrack.analysis.condition.course import Course
from paintrack.analysis.condition.verdict import Verdict, is_mostly_zero
from paintrack.analysis.statistics.robust_statistics import median


class GoalState(NamedTuple):
    """What became of a goal, a score on arrival (0 to 10), in `n` arrivals.

    `mostly_zero`: half or more of them are 0, as in migraine. `lowest` is the lowest score on arrival, `reached` the
    first arrival at or under the goal, `held` the first of two such arrivals at consecutive sessions; each is None if
    there is no such arrival.
    """

    goal: float
    n: int
    mostly_zero: bool
    lowest: float | None
    reached: Arrival | None
    held: Arrival | None


class Progress(NamedTuple):
    """How far a plan has come: `done` sessions, and what became of its goal (None: it has none).

    `expected` holds the numbers of the first and the last coming session at which the course may meet the goal; None
    if that cannot be said.
    """

    done: int
    goal: GoalState | None
    expected: tuple[int, int] | None


def goal_state(arrivals: Sequence[Arrival], goal: float) -> GoalState:
    """What became of the goal, by the arrivals in the order of time.

    Two arrivals with a session between them that has no score on arrival do not show that the goal held.
    """
    return GoalState(
        goal=goal,
        n=len(arrivals),
        mostly_zero=is_mostly_zero([arrival.score for arrival in arrivals]),
        lowest=min((arrival.score for arrival in arrivals), default=None),
        reached=next((arrival for arrival in arrivals if arrival.score <= goal), None),
        held=next(
            (
                earlier
                for earlier, later in pairwise(arrivals)
                if max(earlier.score, later.score) <= goal and later.number == earlier.number + 1
            ),
            None,
        ),
    )


def progress_of(
    arrivals: Sequence[Arrival], course: Course | None, *, seen: int, done: int, goal: float | None
) -> Progress:
    """The state of a plan from its condition's arrivals in the order of time and their course.

    `seen` is the number of the condition's last session, with or without a score on arrival.
    """
    if goal is None:
        return Progress(done=done, goal=None, expected=None)
    state = goal_state(arrivals, goal)
    expected = (
        sessions_to_goal(arrivals, course, goal, seen=seen) if state.held is None and course is not None else None
    )
    return Progress(done=done, goal=state, expected=expected)


def sessions_to_goal(arrivals: Sequence[Arrival], course: Course, goal: float, *, seen: int) -> tuple[int, int] | None:
    """The numbers of the first and the last coming session at which the line of the course may meet the goal.

    The line goes through (median session, median score) of the arrivals that count, as Theil-Sen's does (Conover 1980,
    Practical Nonparametric Statistics); the two ends of the slope's interval give the two sessions. None unless the
    verdict is 'going down' and the whole interval is below 0. None, too, if the line has met the goal already, or meets
    it further ahead than there were arrivals so far: paintrack's own limit, since no line holds for long.
    """
    slope = course.judgement.slope
    if course.verdict is not Verdict.GOING_DOWN or slope is None or slope.interval.high >= 0:
        return None
    judged = [arrival for arrival in arrivals if arrival != course.judgement.not_counted]
    session = median(arrival.number for arrival in judged)
    above = median(arrival.score for arrival in judged) - goal
    earliest, latest = (
        ceil(round(session - above / steepness, 6)) for steepness in (slope.interval.low, slope.interval.high)
    )
    return (max(earliest, seen + 1), latest) if seen < latest <= seen + course.n else None
