"""The figures of one condition: course, relief and carry-over, which are never mixed, and the data of its chart."""

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
from paintrack.model.entries import Reading
from paintrack.model.other_entries import Note, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionFigures:
    """The figures of one condition, each with its n; None where there is nothing to compute it from.

    `visits` are the selected sessions, `readings` the number of readings. `goal` is what became of the plan's goal
    since the plan began. `episodes` takes the place of the course's verdict when most arriving scores are 0.
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
    selected_uids: Container[str] | None = None,
    other_times: Sequence[datetime] = (),
    plan: Plan | None = None,
    notes: Iterable[Note] = (),
) -> ConditionFigures:
    """The figures of a condition from all its sessions and readings, each in the order of time.

    `selected_uids` holds the uids of the entries that count (None: all); sessions keep their number in the whole
    `course`. Only the goal of `plan` is judged by the whole course since the plan began. `other_times` are the times
    of the sessions that do not rate the condition, in order. Notes from the first to the last day become marks: what
    they name may have changed the scores as well as the sessions did.
    """
    readings = [reading for reading in readings if selected_uids is None or reading.uid in selected_uids]
    sessions = select_sessions(course, selected_uids)
    arrivals = arrivals_of(sessions)
    course_figures = course_of(arrivals, condition)
    mostly_zero = course_figures is not None and course_figures.verdict is Verdict.MOSTLY_ZERO
    scores = [(reading.when.day, reading.score) for reading in readings]
    days = [session.day for session in (*sessions[:1], *sessions[-1:])] + [reading.when.day for reading in readings]
    marks = [
        Mark(note.when.day, note.in_words()) for note in notes if sessions and min(days) <= note.when.day <= max(days)
    ]
    goal = plan.goal if plan else None
    return ConditionFigures(
        condition=condition,
        visits=sessions,
        readings=len(readings),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        course=course_figures,
        relief=relief_of(sessions),
        carry_over=carry_over_of(sessions, other_times),
        half_back=rebound_time_of(sessions, readings, other_times),
        episodes=episodes_of([*scores, *((each.day, each.score) for each in arrivals)]) if mostly_zero else None,
        goal=goal_state(arrivals_of(sessions_since(plan, course)), goal) if plan and goal is not None else None,
        picture=picture_of(condition, course, readings, goal=goal, marks=marks, selected_uids=selected_uids),
    )
