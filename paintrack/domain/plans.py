"""Plans: a course for one condition, how far it has come, whether its goal was reached."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from paintrack.domain.course import Course, course_of
from paintrack.domain.entry import AnyEntry, sessions_of
from paintrack.domain.goal import Progress, progress_of
from paintrack.domain.remarks import Plan
from paintrack.domain.text import folded
from paintrack.domain.visit import arrivals_of, visits_of


@dataclass(frozen=True, slots=True)
class PlanState:
    """A plan with its progress and the course of its condition since the plan began (None without a score).

    `lowest` is the lowest score on arrival so far (0 to 10).
    """

    plan: Plan
    progress: Progress
    course: Course | None
    lowest: float | None


def active_plan(plans: Iterable[Plan], condition: str) -> Plan | None:
    """The newest plan of the condition that was not ended."""
    name = folded(condition)
    found = [plan for plan in plans if plan.ended is None and folded(plan.condition) == name]
    return found[-1] if found else None


def plan_state(plan: Plan, entries: Sequence[AnyEntry]) -> PlanState:
    """How far a plan has come, from the whole history.

    Sessions count from the day on which the plan began: those that rate its condition, and visits without
    any score, which were paid and planned all the same.
    """
    everything = sessions_of(entries)
    sessions = [session for session in everything if session.when.day >= plan.when.day]
    done = sum(not session.ratings or session.rating_of(plan.condition) is not None for session in sessions)
    # Numbered as in the whole course, so that trend and plan mean the same session.
    shown = {session.uid for session in sessions}
    arrivals = arrivals_of(visits_of(everything, plan.condition, shown=shown))
    course = course_of(arrivals, plan.condition)
    progress = progress_of(arrivals, course, done=done, planned=plan.sessions, goal=plan.goal)
    return PlanState(plan, progress, course, min((arrival.score for arrival in arrivals), default=None))
