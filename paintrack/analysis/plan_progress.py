"""How far a plan has come: sessions done, and whether its goal was reached."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from paintrack.analysis.condition.condition_sessions import RatedSession, arrivals_of, rated_sessions_of
from paintrack.analysis.condition.course import Course, course_of
from paintrack.analysis.condition.goal import Progress, progress_of
from paintrack.analysis.condition.treatment_courses import treatment_courses_of
from paintrack.model.entries import AnyEntry, sessions_of
from paintrack.model.other_entries import Plan
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.moment import Moment


class PlanState(NamedTuple):
    """A plan with its progress and the newest course of its condition since the plan began (None without a score).

    `seen` is the number of the condition's last session in that course, 0 without any since the plan began. `earlier`
    counts the sessions of the condition from before the plan, which its progress leaves out. If the plan spans an
    earlier course, which its goal leaves out, `course_began` is the first day of the newest one; otherwise None.
    """

    plan: Plan
    progress: Progress
    course: Course | None
    seen: int
    earlier: int
    course_began: date | None


def active_plans(plans: Iterable[Plan], condition: str) -> list[Plan]:
    """The plans of the condition that were not ended, in their order: several if two conditions were renamed to one."""
    name = folded(condition)
    return [plan for plan in plans if plan.ended is None and folded(plan.condition) == name]


def active_plan(plans: Iterable[Plan], condition: str) -> Plan | None:
    """The newest plan of the condition that was not ended; `plans` are in the order of time. None without one."""
    matches = active_plans(plans, condition)
    return matches[-1] if matches else None


def sessions_since(plan: Plan, sessions: Iterable[RatedSession]) -> list[RatedSession]:
    """The sessions from the day on which the plan began; they keep their number in the whole course."""
    return [session for session in sessions if session.day >= plan.when.day]


def plan_state_in(plan: Plan, entries: Iterable[AnyEntry]) -> PlanState:
    """How far a plan has come in a whole history."""
    sessions = sessions_of(entries)
    without_scores = [session.when for session in sessions if not session.ratings]
    return plan_state(plan, rated_sessions_of(sessions, plan.condition), without_scores)


def plan_state(plan: Plan, sessions: Sequence[RatedSession], without_scores: Iterable[Moment]) -> PlanState:
    """How far a plan has come, from all sessions of its condition and the times of the sessions without any score.

    Both count from the day on which the plan began: a session without a score was planned and paid for, too. Goal and
    course are only about the newest course of treatment.
    """
    planned = sessions_since(plan, sessions)
    done = len(planned) + sum(when.day >= plan.when.day for when in without_scores)
    courses = treatment_courses_of(sessions)
    since = sessions_since(plan, courses[-1].sessions) if courses else []
    arrivals = arrivals_of(since)
    course = course_of(arrivals, plan.condition, first_of_course=courses[-1].first_scored if courses else None)
    seen = since[-1].number if since else 0
    progress = progress_of(arrivals, course, seen=seen, done=done, goal=plan.goal)
    began = since[0].day if len(since) < len(planned) and since else None
    return PlanState(plan, progress, course, seen, len(sessions) - len(planned), began)
