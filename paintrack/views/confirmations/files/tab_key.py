"""What was written, or removed again, so that a shell completes at the Tab key; with `is_dry`, what would be."""

from paintrack.model.displayed_text import visible

NOTHING_WRITTEN = "It is there already; nothing was changed."
NOTHING_REMOVED = "There is nothing to remove; nothing was changed."


def script_written(path: str, *, is_dry: bool) -> str:
    """Says that the script for the shell was written."""
    return f"{'Would write' if is_dry else 'Wrote'} {visible(path)}."


def line_added(path: str, *, is_dry: bool) -> str:
    """Says that a line was added to the file that the shell reads at its start."""
    return f"{'Would add' if is_dry else 'Added'} one line to {visible(path)}."


def line_removed(path: str, *, is_dry: bool) -> str:
    """Says that the line was removed from that file."""
    return f"{'Would take' if is_dry else 'Took'} its line out of {visible(path)}."


def script_removed(path: str, *, is_dry: bool) -> str:
    """Says that the script was removed."""
    return f"{'Would remove' if is_dry else 'Removed'} {visible(path)}."


def where_it_works(shell: str) -> str:
    """Where the Tab key completes from now on, and how to end that."""
    return f"It works in each new {shell}. Undo: paintrack completion uninstall {shell}"
