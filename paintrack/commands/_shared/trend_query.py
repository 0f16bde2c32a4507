"""What the trend and the page are computed from, out of one reading of the file."""

from dataclasses import replace

from paintrack.analysis.condition.condition_figures import Trend, trend_of
from paintrack.analysis.condition.rated_sessions import readings_of_visits
from paintrack.analysis.plan import active_plan
from paintrack.model.other_entries import Note, Plan
from paintrack.model.selection import Selection
from paintrack.storage.reader import Reader


def trend_in(reader: Reader, selection: Selection) -> Trend:
    """The trend of the condition selected, with the goal of its plan and the notes of its time as marks."""
    condition = selection.condition or ""
    everything = Selection(condition=condition)
    visits, readings, others = (
        reader.rated_sessions(condition),
        reader.readings(condition),
        reader.session_times_without(condition),
    )
    shown = None if selection == everything else reader.uids(selection)
    if shown is not None and (selection.practitioner, selection.point) != (None, None):
        # A reading has neither: it belongs to the session before it.
        within = reader.uids(replace(selection, practitioner=None, point=None, last=None))
        shown |= readings_of_visits(visits, others, readings, shown) & within
    return trend_of(
        condition,
        visits,
        readings,
        shown=shown,
        others=others,
        plan=active_plan(reader.of_kind(Plan), condition),
        notes=reader.of_kind(Note),
    )
