"""One entry in full."""

from paintrack.commands._shared.common_options import IdWords, JsonOption
from paintrack.commands._shared.context import Context
from paintrack.commands._shared.resolve import entry_of
from paintrack.model.entries import Session
from paintrack.model.serialization.json_entries import entry_json
from paintrack.views.history.entry_detail import entry_detail, spoken_entry


def run(context: Context, id_: IdWords, as_json: JsonOption = False) -> None:
    """Show everything about one entry.

    paintrack show 12
    """
    with context.open_reader() as reader:
        entry = entry_of(reader, " ".join(id_))
    if as_json:
        context.console.say_json(entry_json(entry))
    else:
        console = context.console
        names = _point_names(entry) if isinstance(entry, Session) and entry.points else {}
        console.say(spoken_entry(entry, names) if console.plain else entry_detail(entry, names, width=console.width))


def _point_names(session: Session) -> dict[str, str]:
    from paintrack.data.point_table import full_names

    return full_names(session.points)
