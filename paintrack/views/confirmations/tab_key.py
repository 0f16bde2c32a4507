"""What was written for the Tab key of a shell, or taken away again; `is_dry`: what would be."""

from paintrack.model.typed.typed_text import visible

NOTHING_WRITTEN = "It is there already; nothing was changed."
NOTHING_REMOVED = "There is nothing to remove; nothing was changed."


def script_written(path: str, *, is_dry: bool) -> str:
    """That the script of the shell is at its place."""
    return f"{'Would write' if is_dry else 'Wrote'} {visible(path)}."


def line_added(path: str, *, is_dry: bool) -> str:
    """That the file which the shell reads at its start has a line."""
    return f"{'Would add' if is_dry else 'Added'} one line to {visible(path)}."


def line_removed(path: str, *, is_dry: bool) -> str:
    """That the line is gone again."""
    return f"{'Would take' if is_dry else 'Took'} its line out of {visible(path)}."


def script_removed(path: str, *, is_dry: bool) -> str:
    """That the script is gone again."""
    return f"{'Would remove' if is_dry else 'Removed'} {visible(path)}."


def where_it_works(shell: str) -> str:
    """Where the Tab key completes from now on, and how to end that."""
    return f"It works in each new {shell}. Undo: paintrack completion uninstall {shell}"
