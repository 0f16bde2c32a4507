"""The queries for the trend of a condition."""

from dataclasses import replace

from paintrack.analysis.condition.condition_figures import ConditionFigures, condition_figures_of
from paintrack.analysis.condition.rated_sessions import reading_uids_after
from paintrack.analysis.plan import active_plan
from paintrack.analysis.serious_symptom_history import printable
from paintrack.model.other_entries import Note, Plan
from paintrack.model.selection import Selection
from paintrack.storage.reader import Reader


def trend_in(reader: Reader, selection: Selection) -> ConditionFigures:
    """The trend of the selected condition, with the goal of its plan and with notes as marks in the chart."""
    condition = selection.condition or ""
    everything = Selection(condition=condition)
    sessions, readings = reader.rated_sessions(condition), reader.readings(condition)
    other_times = reader.session_times_without(condition)
    selected_uids = None if selection == everything else reader.uids(selection)
    if selected_uids is not None and (selection.practitioner, selection.point) != (None, None):
        # A reading has no practitioner or points of its own: those of the session before it count.
        within = reader.uids(replace(selection, practitioner=None, point=None, last=None))
        selected_uids |= reading_uids_after(sessions, other_times, readings, selected_uids) & within
    return condition_figures_of(
        condition,
        sessions,
        readings,
        selected_uids=selected_uids,
        other_times=other_times,
        plan=active_plan(reader.of_kind(Plan), condition),
        # The screen may be shown to somebody: private notes stay off it as they stay off the page.
        notes=[note for note in printable(reader.of_kind(Note), with_private=False) if isinstance(note, Note)],
    )
