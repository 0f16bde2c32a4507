"""How far a plan has come: sessions done, and whether its goal was reached."""

from collections.abc import Iterable
from dataclasses import dataclass

from paintrack.analysis.condition.course import Course, course_of
from paintrack.analysis.condition.goal import Progress, progress_of
from paintrack.analysis.condition.rated_sessions import RatedSession, arrivals_of, rated_sessions_of
from paintrack.model.entries import AnyEntry, sessions_of
from paintrack.model.moment import Moment
from paintrack.model.other_entries import Plan
from paintrack.model.typed_text import folded


@dataclass(frozen=True, slots=True)
class PlanState:
    """A plan with its progress and the course of its condition since the plan began (None without a score).

    `seen` is the number of the condition's last session in its whole course, 0 without any since the plan began.
    """

    plan: Plan
    progress: Progress
    course: Course | None
    seen: int


def active_plan(plans: Iterable[Plan], condition: str) -> Plan | None:
    """The newest plan of the condition that was not ended, out of plans in the order of time; None without one."""
    name = folded(condition)
    matches = [plan for plan in plans if plan.ended is None and folded(plan.condition) == name]
    return matches[-1] if matches else None


def sessions_since(plan: Plan, course: Iterable[RatedSession]) -> list[RatedSession]:
    """The sessions from the day on which the plan began; they keep their number in the whole course."""
    return [session for session in course if session.day >= plan.when.day]


def plan_state_in(plan: Plan, entries: Iterable[AnyEntry]) -> PlanState:
    """How far a plan has come in a whole history."""
    sessions = sessions_of(entries)
    without_scores = [session.when for session in sessions if not session.ratings]
    return plan_state(plan, rated_sessions_of(sessions, plan.condition), without_scores)


def plan_state(plan: Plan, course: Iterable[RatedSession], without_scores: Iterable[Moment]) -> PlanState:
    """How far a plan has come, from all sessions of its condition and the times of the sessions without any score.

    Both count from the day on which the plan began: a session without a score was planned and paid for as well.
    """
    sessions = sessions_since(plan, course)
    done = len(sessions) + sum(when.day >= plan.when.day for when in without_scores)
    arrivals = arrivals_of(sessions)
    course_since = course_of(arrivals, plan.condition)
    seen = sessions[-1].number if sessions else 0
    progress = progress_of(arrivals, course_since, seen=seen, done=done, goal=plan.goal)
    return PlanState(plan, progress, course_since, seen)
