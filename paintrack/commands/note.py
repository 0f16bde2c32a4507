"""A note: a dated change worth knowing, for the page."""

from typing import Annotated
from uuid import uuid4

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.options.common_options import (
    AtOption,
    EditOption,
    JsonOption,
    means_list,
    reject_with_list,
)
from paintrack.commands._shared.other_entries.other_entry_listing import show_entries
from paintrack.commands._shared.other_entries.repeated_entry_remarks import repetition_remark
from paintrack.commands._shared.other_entries.side_effect_outcome_in_note import noted_outcome
from paintrack.commands._shared.parsing import moment_of, text_of
from paintrack.model.other_entries import Note
from paintrack.model.serialization.json_entries import entry_json
from paintrack.views.confirmations.other_entry_confirmation import (
    noted_outcome_remark,
    other_entry_confirmation,
    page_visibility,
)
from paintrack.views.value_words import in_words

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[TEXT]", help="What changed; - reads standard input. Default: asks."),
]
Private = Annotated[bool, typer.Option("--private", help="Keep the note off the page.")]
ListOption = Annotated[bool, typer.Option("--list", help="Show all notes.")]


def run(
    context: Context,
    words: Words = None,
    at: AtOption = None,
    private: Private = False,
    edit: EditOption = False,
    show_all: ListOption = False,
    as_json: JsonOption = False,
) -> None:
    """Record a change worth knowing; it will be on your page.

    paintrack note "started amitriptyline 10 mg"
    """
    if means_list(words):
        show_all, words = True, None
    if show_all:
        reject_with_list([words, at, private, edit], "notes", "note TEXT")
        show_entries(context, Note, as_json=as_json)
        return
    when = moment_of(at, context)
    text = text_of(
        context.console, words, prompt="What changed? (stays out of the shell's history)", kind="note", in_editor=edit
    )
    with context.open_writer() as writer:
        note = Note(uid=uuid4().hex, when=when, entered=writer.now, edited=writer.now, text=text, private=private)
        saved = writer.save(note)
        writer.describe(in_words(saved))
        repetition = repetition_remark(writer, saved)
        outcome = noted_outcome(saved, writer, None if at is None else when)
    if as_json:
        context.console.say_json(entry_json(saved))
    else:
        context.console.acknowledge(
            other_entry_confirmation(
                saved,
                page_visibility(saved),
                width=context.console.width,
                with_time=at is not None,
                remarks=[noted_outcome_remark(outcome)] if outcome else [],
                repetition=repetition,
            )
        )
