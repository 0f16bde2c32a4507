"""One entry in full."""

from typing import Annotated

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.edit_examples import missing_entry_error
from paintrack.commands._shared.id_resolution import entry_of
from paintrack.commands._shared.names.displayed_name_spelling import in_one_spelling
from paintrack.commands._shared.options.common_options import JsonOption
from paintrack.model.entries import Session
from paintrack.model.serialization.json_entries import entry_json
from paintrack.views.history.entry_detail import entry_in_full

IdOrPoint = Annotated[
    list[str] | None,
    typer.Argument(metavar="ID", help="Which entry: 12, r5 for a reading, last (see list); or a point: LI4."),
]


def run(context: Context, id_: IdOrPoint = None, as_json: JsonOption = False) -> None:
    """Show everything about one entry, or about an acupuncture point.

    paintrack show 12
    paintrack show LI4
    """
    if not id_:
        with context.open_reader() as reader:
            raise missing_entry_error("show", reader)
    label = " ".join(id_)
    # An id has one letter at most, the code of a point has two.
    if label[:2].isalpha():
        from paintrack.commands._shared.point_lookup import named_points, show_points

        if points := named_points(label):
            show_points(context, points, as_json=as_json)
            return
    with context.open_reader() as reader:
        entry = entry_of(reader, label)
        if not as_json:
            (entry,) = in_one_spelling([entry], reader)
    if as_json:
        context.console.say_json(entry_json(entry))
    else:
        console = context.console
        names = _point_names(entry) if isinstance(entry, Session) and entry.points else {}
        console.say_texts(entry_in_full(entry, names, width=console.width, plain=console.plain))


def _point_names(session: Session) -> dict[str, str]:
    from paintrack.data.point_table import full_names

    return full_names(session.points)
