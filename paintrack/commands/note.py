"""A dated remark for the page."""

from typing import Annotated
from uuid import uuid4

import typer

from paintrack.commands._shared.context import Here
from paintrack.commands._shared.options import AtOption, JsonOption, moment, reject_beside_list
from paintrack.commands._shared.text_input import text_of
from paintrack.model.entry import in_words
from paintrack.model.other_entries import Note
from paintrack.model.serialization.json_entries import entry_json
from paintrack.views.confirmations.other_entry_confirmation import (
    other_entry_confirmation,
    other_entry_list,
    page_visibility,
)

Words = Annotated[
    list[str] | None, typer.Argument(metavar="[TEXT]", help="What changed; without it you are asked, - reads it.")
]
Private = Annotated[bool, typer.Option("--private", help="Keep it off the page.")]
ListOption = Annotated[bool, typer.Option("--list", help="Show all notes.")]


def run(
    here: Here,
    words: Words = None,
    at: AtOption = None,
    private: Private = False,
    show_all: ListOption = False,
    as_json: JsonOption = False,
) -> None:
    """Record a change worth knowing; it will be on your page.

    paintrack note "started amitriptyline 10 mg"
    """
    if show_all:
        reject_beside_list([words, at, private], "notes", "note TEXT")
        with here.reading() as reader:
            notes = reader.of_kind(Note)
        if as_json:
            here.say_json([entry_json(note) for note in notes])
        else:
            here.say(other_entry_list(notes, here.width))
        return
    when = moment(at, here.now)
    text = text_of(here, words, ask="What changed? (stays out of the shell's history)", name="note")
    with here.writing() as writer:
        note = Note(uid=uuid4().hex, when=when, entered=writer.now, edited=writer.now, text=text, private=private)
        saved = writer.save(note)
        writer.describe(in_words(saved))
    if as_json:
        here.say_json(entry_json(saved))
    else:
        here.acknowledge(other_entry_confirmation(saved, page_visibility(saved), width=here.width))
