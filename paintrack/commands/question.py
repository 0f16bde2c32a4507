"""Something to ask at the next appointment."""

from dataclasses import replace
from typing import Annotated
from uuid import uuid4

import typer

from paintrack.commands._shared.context import Here
from paintrack.commands._shared.options import AtOption, JsonOption, moment, reject_beside_list, reject_ignored
from paintrack.commands._shared.text_input import text_of
from paintrack.errors import UsageError
from paintrack.model.entry import in_words
from paintrack.model.other_entries import Question
from paintrack.model.serialization.json_entries import entry_json
from paintrack.views.confirmations.other_entry_confirmation import (
    answered_question_confirmation,
    other_entry_confirmation,
    other_entry_list,
    page_visibility,
)

Words = Annotated[
    list[str] | None, typer.Argument(metavar="[TEXT]", help="What to ask; without it you are asked, - reads it.")
]
Done = Annotated[str | None, typer.Option("--done", metavar="ID", help="This question is settled: q2.")]
ListOption = Annotated[bool, typer.Option("--list", help="Show all questions.")]
_DONE_ALONE = (
    "--done settles a question and takes nothing else. To ask a new one: paintrack question TEXT. Nothing saved."
)


def run(
    here: Here,
    words: Words = None,
    at: AtOption = None,
    done: Done = None,
    show_all: ListOption = False,
    as_json: JsonOption = False,
) -> None:
    """Keep a question for the next appointment; open ones are on your page.

    paintrack question "Is every second week enough from now on?"
    """
    if show_all:
        reject_beside_list([words, at, done], "questions", "question TEXT")
        with here.reading() as reader:
            questions = reader.of_kind(Question)
        if as_json:
            here.say_json([entry_json(question) for question in questions])
        else:
            here.say(other_entry_list(questions, here.width))
        return
    if done is not None:
        reject_ignored([words, at], _DONE_ALONE)
        _settle(here, done, as_json=as_json)
        return
    when = moment(at, here.now)
    text = text_of(here, words, ask="What do you want to ask?", name="question")
    with here.writing() as writer:
        saved = writer.save(Question(uid=uuid4().hex, when=when, entered=writer.now, edited=writer.now, text=text))
        writer.describe(in_words(saved))
    if as_json:
        here.say_json(entry_json(saved))
    else:
        here.acknowledge(other_entry_confirmation(saved, page_visibility(saved), width=here.width))


def _settle(here: Here, label: str, *, as_json: bool) -> None:
    with here.writing(make=False) as writer:
        entry = here.found(writer, label)
        if not isinstance(entry, Question):
            raise UsageError(f"{label} is no question; --done takes an id such as q2. Nothing saved.")
        saved = entry if entry.done else writer.save(replace(entry, done=writer.now))
        if not entry.done:
            writer.describe(f"settling {in_words(saved)}")
    if as_json:
        here.say_json(entry_json(saved))
    else:
        here.acknowledge(answered_question_confirmation(saved, was_settled=entry.done is not None, width=here.width))
