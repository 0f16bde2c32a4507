"""What keeps a deleted entry from simply coming back, and what to type instead."""

from paintrack.errors import PaintrackError
from paintrack.model.changes.undeletion_errors import (
    MoreWouldChangeError,
    NoDeletionFoundError,
    NoEntryToBringBackError,
    Obstacle,
)
from paintrack.model.displayed_text import capitalize_first, isolated, visible_line
from paintrack.model.entries import kind_name
from paintrack.views.refusals.command_line_refusals import command_line
from paintrack.views.refusals.not_found_refusals import no_such_entry

# So many changes are named, and the others counted.
_MOST_NAMED = 8


def undeletion_refusal(error: PaintrackError) -> str:
    """The sentence; empty for an error about something else."""
    match error:
        case NoEntryToBringBackError():
            return _no_entry(error)
        case NoDeletionFoundError(condition=None):
            return "Nothing that was deleted can be brought back."
        case NoDeletionFoundError():
            return f"No deletion of {isolated(error.condition or '')} can be taken back."
        case MoreWouldChangeError():
            return _more_would_change(error)
    return ""


def _no_entry(error: NoEntryToBringBackError) -> str:
    name = f"{kind_name(error.kind)} {error.label}"
    match error.obstacle:
        case Obstacle.NOT_DELETED:
            return f"{capitalize_first(name)} is not deleted: {command_line(['show', error.label])}"
        case Obstacle.UNKNOWN:
            return no_such_entry(error.kind, error.label)
        case Obstacle.PURGED:
            return f"{capitalize_first(name)} was purged: it is gone for good."
        case Obstacle.OUT_OF_REACH:
            return f"Undo cannot bring {name} back any more. If you know what was in it, record it again."


def _more_would_change(error: MoreWouldChangeError) -> str:
    back = "taken" if error.suggestion[0] == "undo" else "put"
    rows = [f"  {visible_line(change)}" for change in error.changes[:_MOST_NAMED]]
    if left := len(error.changes) - len(rows):
        rows.append(f"  and {left} more")
    return "\n".join(
        [
            f"To bring back {isolated(error.name)}, all of this is {back} back:",
            *rows,
            # On its own line it stays whole on a narrow terminal.
            "If that is right:",
            f"  {command_line(error.suggestion)}",
        ]
    )
