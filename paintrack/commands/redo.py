"""Putting back what undo took."""

from paintrack.commands.here import Here
from paintrack.errors import NotFoundError
from paintrack.views.answers import UNDO
from paintrack.views.wrapping import filled


def run(here: Here) -> None:
    """Put back what undo took back, until something new is saved.

    paintrack redo
    """
    with here.writing(make=False) as writer:
        step = writer.next_redo()
        if step is None:
            raise NotFoundError("There is nothing to put back.")
        writer.redo(step)
    here.acknowledge(filled([f"Put back: {step.what}.", UNDO], here.width_with(step.what), whole_words=True))
