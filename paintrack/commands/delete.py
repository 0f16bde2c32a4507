"""Deleting an entry; undo brings it back."""

from paintrack.commands._shared.common_options import IdWords, YesOption
from paintrack.commands._shared.context import Context
from paintrack.commands._shared.resolve import entry_of
from paintrack.model.entries import in_words, kind_name
from paintrack.model.moment import show_day
from paintrack.views.confirmations.confirmation_parts import UNDO
from paintrack.views.history.entry_detail import entry_detail
from paintrack.views.text_layout import pack


def run(context: Context, id_: IdWords, yes: YesOption = False) -> None:
    """Show an entry and delete it; asks first. Off a terminal, confirm with --yes.

    paintrack delete 12
    """
    with context.open_reader() as reader:
        entry = entry_of(reader, " ".join(id_))
    if not yes and context.console.may_ask:
        context.console.warn(entry_detail(entry, width=context.console.width))
    name = f"{kind_name(entry.kind)} {entry.label}"
    context.console.require_confirmation(
        f"Delete {name}?", refusal=f"{name[:1].upper()}{name[1:]} was not deleted", yes=yes
    )
    with context.open_writer(create=False) as writer:
        entry = entry_of(writer, entry.label)
        writer.delete(entry)
        writer.describe(f"the deletion of {in_words(entry)}, {show_day(entry.when.day)}")
    context.console.acknowledge(
        pack([f"Deleted: {in_words(entry)}, {show_day(entry.when.day)}.", UNDO], context.console.width)
    )
