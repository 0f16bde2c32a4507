"""Changes that undo takes back or redo puts back: one as a sentence, several as a list."""

from collections.abc import Sequence
from itertools import groupby

from paintrack.views.confirmations.confirmation_parts import UNDO
from paintrack.views.confirmations.files.copy_confirmations import restore_command
from paintrack.views.text_layout import fill, pack, with_full_stop


def paths_in_steps(changes: Sequence[str]) -> list[str]:
    """The files that were imported or merged by the changes.

    >>> paths_in_steps(["session 2", "the import of 12 sessions from my  history.csv"])
    ['my  history.csv']
    """
    return [each.partition(" from ")[2] for each in changes if each.startswith(("the import of ", "the merge of "))]


def undo_confirmation(what: str, *, width: int) -> str:
    """What was taken back, and how to put it back."""
    pieces = [with_full_stop(f"Taken back: {what}"), "Put it back: paintrack redo"]
    return pack(pieces, width, whole_words=True, paths=paths_in_steps([what]))


def redo_confirmation(what: str, *, width: int) -> str:
    """What was put back, and how to take it back again."""
    pieces = [with_full_stop(f"Put back: {what}"), UNDO]
    return pack(pieces, width, whole_words=True, paths=paths_in_steps([what]))


PURGE_IS_FINAL = "A purge cannot be undone."


def restore_is_no_change(safety_copy: str) -> str:
    """Says that undo does not take back a restore, and how to go back to `safety_copy`, the file as it was."""
    return f"Undo does not take back a restore.\n{restore_command(safety_copy, 'To go back')}"


def undo_list(changes: Sequence[str], *, width: int) -> str:
    """The changes that were taken back, and how to put all of them back."""
    return f"{step_list('Taken back', changes, width)}\nPut back: paintrack redo --steps {len(changes)}"


def redo_list(changes: Sequence[str], *, width: int) -> str:
    """The changes that were put back, and how to take all of them back again."""
    return f"{step_list('Put back', changes, width)}\n{UNDO} --steps {len(changes)}"


def step_list(heading: str, changes: Sequence[str], width: int) -> str:
    """The changes, a line each, in the order in which they are made; equal ones in a row have one line."""
    paths = paths_in_steps(changes)
    counted_changes = [(change, len([*equal])) for change, equal in groupby(changes)]
    lines = [change if number == 1 else f"{change}: {number} changes" for change, number in counted_changes]
    rows = [fill(change, width, first="  ", rest="    ", whole_words=True, paths=paths) for change in lines]
    return "\n".join([f"{heading}:", *rows])
