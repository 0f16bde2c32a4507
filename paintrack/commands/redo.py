"""Putting back what undo took."""

from paintrack.commands._shared.context import Here
from paintrack.errors import NotFoundError
from paintrack.views.confirmations.confirmation_parts import UNDO
from paintrack.views.text_layout import pack


def run(here: Here) -> None:
    """Put back what undo took back, until something new is saved.

    paintrack redo
    """
    with here.writing(make=False) as writer:
        step = writer.next_redo()
        if step is None:
            raise NotFoundError("There is nothing to put back.")
        writer.redo(step)
    here.acknowledge(pack([f"Put back: {step.what}.", UNDO], here.width_with(step.what), whole_words=True))
