"""One entry in full."""

from typing import Annotated

import typer

from paintrack.commands._shared.context import Here
from paintrack.commands._shared.options import JsonOption
from paintrack.model.serialization.json_entries import entry_json
from paintrack.views.history.entry_detail import entry_detail

Id = Annotated[str, typer.Argument(metavar="ID", help="Which entry: 12, or r5 for a reading (see list).")]


def run(here: Here, id_: Id, as_json: JsonOption = False) -> None:
    """Show everything about one entry.

    paintrack show 12
    """
    with here.reading() as reader:
        entry = here.found(reader, id_)
    if as_json:
        here.say_json(entry_json(entry))
    else:
        here.say(entry_detail(entry, width=here.width))
