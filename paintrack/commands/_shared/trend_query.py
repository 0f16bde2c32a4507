"""The queries for the trend of a condition."""

from collections.abc import Container, Sequence
from datetime import date, timedelta
from typing import Annotated

import typer

from paintrack.analysis.condition.chart_data import EffectMark
from paintrack.analysis.condition.condition_figures import ConditionFigures, condition_figures_of
from paintrack.analysis.condition.condition_sessions import RatedSession, reading_uids_after, select_sessions
from paintrack.analysis.condition.days_above_zero import zero_days_of
from paintrack.analysis.condition.default_condition import conditions_by_mentions
from paintrack.analysis.condition.treatment_courses import treatment_courses_of
from paintrack.analysis.plan_progress import active_plan
from paintrack.analysis.private_entries import is_kept_off
from paintrack.errors import UsageError
from paintrack.model.displayed_text import isolated
from paintrack.model.other_entries import Note, Plan, ZeroMonth
from paintrack.model.selection import Selection
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader

CourseNumber = Annotated[
    int | None, typer.Option("--course", metavar="N", help="Only course N; a pause of over 12 weeks begins a new one.")
]


def trend_in(
    reader: Reader,
    selection: Selection,
    course_number: int | None = None,
    *,
    effects: Sequence[EffectMark] = (),
) -> ConditionFigures:
    """The trend of the selected condition, with the goal of its plan and with notes as marks in the chart.

    It covers the course with this number, else the newest. `effects` are side effects for its chart.
    Raises UsageError if there is no such course.
    """
    condition = selection.condition or ""
    everything = Selection(condition=condition)
    sessions, readings = reader.rated_sessions(condition), reader.readings(condition)
    reject_unknown_course(course_number, sessions, condition)
    other_times = reader.session_times_without(condition)
    selected_uids = None if selection == everything else reader.uids(selection)
    if selected_uids is not None and (selection.practitioner, selection.point) != (None, None):
        # A reading has no practitioner or points of its own; those of the session before it count.
        within = reader.uids(selection._replace(practitioner=None, point=None, last=None))
        selected_uids |= reading_uids_after(sessions, other_times, readings, selected_uids) & within
    return condition_figures_of(
        condition,
        sessions,
        readings,
        selected_uids=selected_uids,
        course_number=course_number,
        other_times=other_times,
        taken=[(day, words) for day, words in reader.medicine_taken() if day <= (selection.until or date.max)],
        zero_days=_zero_days(reader, selection, sessions, selected_uids),
        plan=active_plan(reader.of_kind(Plan), condition),
        # The screen may be shown to somebody: private notes stay off it as they stay off the page.
        notes=[note for note in reader.of_kind(Note) if not is_kept_off(note)],
        effects=effects,
    )


def _zero_days(
    reader: Reader, selection: Selection, sessions: Sequence[RatedSession], selected_uids: Container[str] | None
) -> frozenset[date]:
    """The days within the selection that were declared 0; none if it is limited to a practitioner or a point."""
    if (selection.practitioner, selection.point) != (None, None):
        return frozenset()
    since = selection.since or date.min
    if selection.last is not None:
        since = min((each.day for each in select_sessions(sessions, selected_uids)), default=since)
    months, until = reader.of_kind(ZeroMonth), selection.until or date.max
    return zero_days_of(months, selection.condition or "", since=since, until=until)


def reject_unknown_course(number: int | None, sessions: Sequence[RatedSession], condition: str) -> None:
    """Raise UsageError if the sessions of the condition have no course of this number; None stands for the newest."""
    if number is None:
        return
    courses = len(treatment_courses_of(sessions))
    if 1 <= number <= courses:
        return
    name = isolated(condition)
    if not courses:
        raise UsageError(f"{name} has no session yet, so there is no course to choose.")
    choice = "only course 1" if courses == 1 else f"courses 1 to {courses}"
    raise UsageError(f"{name} has {choice}. You typed --course {number}.")


def conditions_in(reader: Reader) -> list[str]:
    """All conditions with a score; the first is the one meant if none is named (see `conditions_by_mentions`).

    As long as there is no score, the condition of the newest entry, such as a plan, if there is one.
    """
    names = reader.conditions()
    newest = reader.newest_session()
    if not names and (usual := reader.usual_condition()) is not None:
        return [usual]
    if len(names) < 2:
        return names
    # The rule only needs the year before the newest session, so a long history is not read whole.
    within = Selection(since=newest.when.day - timedelta(days=366)) if newest and newest.ratings else Selection()
    by_mentions = conditions_by_mentions(*reader.mentions(within))
    rated_lately = set(map(folded, by_mentions))
    return [*by_mentions, *(name for name in names if folded(name) not in rated_lately)]
