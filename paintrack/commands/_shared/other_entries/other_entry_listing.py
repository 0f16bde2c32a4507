"""What `--list` shows: all notes, questions, PEGs or overall ratings."""

from paintrack.commands._shared.context import Context
from paintrack.model.other_entries import OtherEntry
from paintrack.model.serialization.json_entries import entry_json
from paintrack.views.confirmations.other_entry_confirmation import other_entry_list


def show_entries(context: Context, kind: type[OtherEntry], *, as_json: bool) -> None:
    """Show all entries of the kind, or print them as a JSON list."""
    with context.open_reader() as reader:
        entries = reader.of_kind(kind)
    console = context.console
    if as_json:
        console.say_json([entry_json(each) for each in entries])
    else:
        console.say_texts(other_entry_list(entries, console.width, plain=console.plain))
