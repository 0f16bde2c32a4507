"""What the trend and the page are computed from, out of one reading of the file."""

from paintrack.domain.plans import active_plan
from paintrack.domain.remarks import Note, Plan
from paintrack.domain.selection import Selection
from paintrack.domain.trend import Trend, trend_of
from paintrack.storage.reader import Reader


def trend_in(reader: Reader, selection: Selection) -> Trend:
    """The trend of the condition selected, with the goal of its plan and the notes of its time as marks."""
    condition = selection.condition or ""
    everything = Selection(condition=condition)
    shown = None if selection == everything else reader.uids(selection)
    return trend_of(
        condition,
        reader.visits(condition),
        reader.readings(condition),
        shown=shown,
        others=reader.visits_elsewhere(condition),
        plan=active_plan(reader.of_kind(Plan), condition),
        notes=reader.of_kind(Note),
    )
