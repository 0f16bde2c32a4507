"""One entry in full."""

from typing import Annotated

import typer

from paintrack.commands._shared.common_options import JsonOption
from paintrack.commands._shared.context import Context
from paintrack.commands._shared.resolve import entry_of
from paintrack.model.serialization.json_entries import entry_json
from paintrack.views.history.entry_detail import entry_detail

Id = Annotated[str, typer.Argument(metavar="ID", help="Which entry: 12, or r5 for a reading (see list).")]


def run(context: Context, id_: Id, as_json: JsonOption = False) -> None:
    """Show everything about one entry.

    paintrack show 12
    """
    with context.open_reader() as reader:
        entry = entry_of(reader, id_)
    if as_json:
        context.console.say_json(entry_json(entry))
    else:
        context.console.say(entry_detail(entry, width=context.console.width))
