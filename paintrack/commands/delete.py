"""Removing an entry; undo brings it back."""

from typing import Annotated

import typer

from paintrack.commands._shared.context import Here
from paintrack.commands._shared.options import YesOption
from paintrack.model.entry import in_words, kind_name
from paintrack.model.moment import show_day
from paintrack.views.confirmations.confirmation_parts import UNDO
from paintrack.views.history.entry_detail import entry_detail
from paintrack.views.text_layout import pack

Id = Annotated[str, typer.Argument(metavar="ID", help="Which entry: 12, or r5 for a reading (see list).")]


def run(here: Here, id_: Id, yes: YesOption = False) -> None:
    """Show an entry and delete it; asks first, off a terminal say --yes.

    paintrack delete 12
    """
    with here.reading() as reader:
        entry = here.found(reader, id_)
    if not yes and here.may_ask:
        here.warn(entry_detail(entry, width=here.width))
    here.agree(f"Delete {kind_name(entry.kind)} {entry.label}?", yes=yes)
    with here.writing(make=False) as writer:
        entry = here.found(writer, id_)
        writer.delete(entry)
        writer.describe(f"the deletion of {in_words(entry)}, {show_day(entry.when.day)}")
    here.acknowledge(pack([f"Deleted: {in_words(entry)}, {show_day(entry.when.day)}.", UNDO], here.width))
