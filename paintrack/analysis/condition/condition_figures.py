"""All that is said of one condition over its sessions: the three numbers that are never mixed, and the picture."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from paintrack.analysis.condition.carry_over import CarryOver, ReboundTime, carry_over_of, rebound_time_of
from paintrack.analysis.condition.chart_data import Mark, Picture, picture_of
from paintrack.analysis.condition.course import Course, Episodes, Verdict, course_of, episodes_of
from paintrack.analysis.condition.goal import GoalState, goal_state
from paintrack.analysis.condition.rated_sessions import RatedSession, arrivals_of, select_sessions
from paintrack.analysis.condition.relief import Relief, relief_of
from paintrack.analysis.plan import sessions_since
from paintrack.model.entry import Reading
from paintrack.model.other_entries import Note, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionFigures:
    """The figures of one condition, each with its n; None where there is nothing to compute it from.

    `goal` is what became of the plan's goal since the plan began. `episodes` takes the place of the course's verdict
    when most arriving scores are 0.
    """

    condition: str
    visits: tuple[RatedSession, ...]
    readings: int
    first_day: date | None
    last_day: date | None
    course: Course | None
    relief: Relief | None
    carry_over: CarryOver | None
    half_back: ReboundTime | None
    episodes: Episodes | None
    goal: GoalState | None
    picture: Picture


def condition_figures_of(
    condition: str,
    course: Sequence[RatedSession],
    readings: Sequence[Reading],
    *,
    shown: Container[str] | None = None,
    others: Sequence[datetime] = (),
    plan: Plan | None = None,
    notes: Iterable[Note] = (),
) -> ConditionFigures:
    """The trend of a condition from all its visits and readings, each in the order of time.

    `shown` holds the uids of the entries asked for (None: all): the figures rest on those alone, numbered as
    in the whole course; but whether the goal of `plan` was reached is asked of the whole course since the plan
    began. `others` are the times of the visits that do not rate the condition, in order. Notes between the first and
    the last day are marked: the scores cannot tell what they name from the sessions.
    """
    readings = [reading for reading in readings if shown is None or reading.uid in shown]
    visits = select_sessions(course, shown)
    arrivals = arrivals_of(visits)
    found = course_of(arrivals, condition)
    mostly_zero = found is not None and found.verdict is Verdict.MOSTLY_ZERO
    scores = [(reading.when.day, reading.score) for reading in readings]
    days = [visit.day for visit in (*visits[:1], *visits[-1:])] + [reading.when.day for reading in readings]
    marks = [
        Mark(note.when.day, note.in_words()) for note in notes if visits and min(days) <= note.when.day <= max(days)
    ]
    goal = plan.goal if plan else None
    return ConditionFigures(
        condition=condition,
        visits=visits,
        readings=len(readings),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        course=found,
        relief=relief_of(visits),
        carry_over=carry_over_of(visits, others),
        half_back=rebound_time_of(visits, readings, others),
        episodes=episodes_of([*scores, *((each.day, each.score) for each in arrivals)]) if mostly_zero else None,
        goal=goal_state(arrivals_of(sessions_since(plan, course)), goal) if plan and goal is not None else None,
        picture=picture_of(condition, course, readings, goal=goal, marks=marks, shown=shown),
    )
