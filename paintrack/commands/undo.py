"""Taking the last change back."""

from datetime import datetime, timedelta

from paintrack.commands._shared.context import Here
from paintrack.commands._shared.options import YesOption
from paintrack.errors import NotFoundError
from paintrack.model.moment import since_words
from paintrack.views.text_layout import pack

# What was done this long ago is hardly the slip that the patient means.
_OLD = timedelta(hours=1)


def run(here: Here, yes: YesOption = False) -> None:
    """Take back the last change, then the one before it, and so on.

    paintrack undo
    """
    with here.reading() as reader:
        step = reader.next_undo()
    if step is None:
        raise NotFoundError("There is nothing to take back.")
    made = datetime.fromisoformat(step.at)
    if here.now - made > _OLD:
        here.agree(f"The last change is from {since_words(made, here.now)} ago: {step.what}. Take it back?", yes=yes)
    with here.writing(make=False) as writer:
        taken = writer.undo(step)
    here.acknowledge(
        pack(
            [f"Taken back: {taken.what}.", "Put it back: paintrack redo"], here.width_with(taken.what), whole_words=True
        )
    )
