"""A goal on arrival: when it was reached, whether it held, and when the course may meet it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from paintrack.analysis.condition.course import Course, Verdict, is_mostly_zero
from paintrack.analysis.condition.rated_sessions import Arrival
from paintrack.analysis.condition.robust_statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalState:
    """What became of a goal, a score on arrival (0 to 10), in `n` arrivals.

    `mostly_zero`: half or more of them are 0, as in migraine. `lowest` is the lowest score on arrival, `reached`
    the first arrival at or under the goal, `held` the first of two such arrivals in two sessions in a row; None where
    there is none.
    """

    goal: float
    n: int
    mostly_zero: bool
    lowest: float | None
    reached: Arrival | None
    held: Arrival | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a plan has come: `done` sessions, what became of its goal (None: it has none).

    `expected` are the first and the last of the coming sessions, by their numbers in the course, at which the
    course may meet the goal; None: it cannot be said yet.
    """

    done: int
    goal: GoalState | None
    expected: tuple[int, int] | None


def goal_state(arrivals: Sequence[Arrival], goal: float) -> GoalState:
    """What became of the goal in the arrivals in the order of time.

    A session without a score between two others is unknown: the goal did not hold over it.
    """
    return GoalState(
        goal=goal,
        n=len(arrivals),
        mostly_zero=is_mostly_zero([arrival.score for arrival in arrivals]),
        lowest=min((arrival.score for arrival in arrivals), default=None),
        reached=next((arrival for arrival in arrivals if arrival.score <= goal), None),
        held=next(
            (
                one
                for one, two in pairwise(arrivals)
                if max(one.score, two.score) <= goal and two.number == one.number + 1
            ),
            None,
        ),
    )


def progress_of(
    arrivals: Sequence[Arrival], course: Course | None, *, seen: int, done: int, goal: float | None
) -> Progress:
    """The state of a plan from its condition's arrivals in the order of time and their course.

    `seen` is the number of the condition's last session, also one without a score on arrival.
    """
    if goal is None:
        return Progress(done=done, goal=None, expected=None)
    state = goal_state(arrivals, goal)
    expected = (
        sessions_to_goal(arrivals, course, goal, seen=seen) if state.held is None and course is not None else None
    )
    return Progress(done=done, goal=state, expected=expected)


def sessions_to_goal(arrivals: Sequence[Arrival], course: Course, goal: float, *, seen: int) -> tuple[int, int] | None:
    """The coming sessions, from and to, at which the line of the course may meet the goal.

    The line goes through (median session, median score), as Theil-Sen's does (Conover 1980, Practical
    Nonparametric Statistics), with the two ends of the slope's interval; that it is drawn no further than as many
    sessions again as there were arrivals is paintrack's own limit, since no line holds long. None beyond that,
    unless the verdict is 'going down', and where the line has met the goal already.
    """
    slope = course.per_session
    if course.verdict is not Verdict.GOING_DOWN or slope is None or slope.interval is None:
        return None
    session = median(arrival.number for arrival in arrivals)
    above = median(arrival.score for arrival in arrivals) - goal
    earliest, latest = (
        ceil(round(session - above / steepness, 6)) for steepness in (slope.interval.low, slope.interval.high)
    )
    return (max(earliest, seen + 1), latest) if seen < latest <= seen + course.n else None
