"""Redoing what undo took back."""

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.terminal.progress import with_progress
from paintrack.errors import NothingToDoError
from paintrack.views.confirmations.confirmation_parts import UNDO
from paintrack.views.text_layout import pack


def run(context: Context) -> None:
    """Redo what undo took back; possible until something new is saved.

    paintrack redo
    """
    with context.open_writer(create=False) as writer:
        step = writer.next_redo()
        if step is None:
            raise NothingToDoError("There is nothing to put back.")
        writer.redo(step, lambda uids: with_progress(uids, lambda: len(uids), "Putting back"))
    context.console.acknowledge(
        pack([f"Put back: {step.what}.", UNDO], context.console.width_for(step.what), whole_words=True)
    )
