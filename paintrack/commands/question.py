"""A question for the next appointment."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated
from uuid import uuid4

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.id_resolution import entry_of, kind_of_label
from paintrack.commands._shared.options.common_options import (
    AtOption,
    EditOption,
    JsonOption,
    means_list,
    reject_ignored,
    reject_with_list,
)
from paintrack.commands._shared.other_entries.other_entry_listing import show_entries
from paintrack.commands._shared.other_entries.repeated_entry_remarks import repetition_remark
from paintrack.commands._shared.parsing import moment_of, text_of
from paintrack.errors import UsageError
from paintrack.model.other_entries import Question
from paintrack.model.serialization.json_entries import entry_json
from paintrack.views.confirmations.other_entry_confirmation import (
    answered_question_confirmation,
    other_entry_confirmation,
    page_visibility,
)
from paintrack.views.refusals.option_refusals import done_with_others
from paintrack.views.refusals.word_refusals import not_a_question
from paintrack.views.value_words import in_words

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[TEXT]", help="What to ask; - reads standard input. Default: asks."),
]
Done = Annotated[str | None, typer.Option("--done", metavar="ID", help="Mark this question as settled: q2.")]
ListOption = Annotated[bool, typer.Option("--list", help="Show all questions.")]


def run(
    context: Context,
    words: Words = None,
    at: AtOption = None,
    done: Done = None,
    edit: EditOption = False,
    show_all: ListOption = False,
    as_json: JsonOption = False,
) -> None:
    """Record a question for the next appointment; open questions are on your page.

    paintrack question "Is every second week enough from now on?"
    """
    if means_list(words):
        show_all, words = True, None
    if show_all:
        reject_with_list([words, at, done, edit], "questions", "question TEXT")
        show_entries(context, Question, as_json=as_json)
        return
    if done is None and words is not None and (typed_id := _id_after_done(words)):
        done, words = typed_id, None
    if done is not None:
        reject_ignored([words, at, edit], done_with_others())
        _settle(context, done, as_json=as_json)
        return
    when = moment_of(at, context)
    text = text_of(context.console, words, prompt="What do you want to ask?", kind="question", in_editor=edit)
    with context.open_writer() as writer:
        saved = writer.save(Question(uid=uuid4().hex, when=when, entered=writer.now, edited=writer.now, text=text))
        writer.describe(in_words(saved))
        repetition = repetition_remark(writer, saved)
    if as_json:
        context.console.say_json(entry_json(saved))
    else:
        context.console.acknowledge(
            other_entry_confirmation(
                saved,
                page_visibility(saved),
                width=context.console.width,
                with_time=at is not None,
                repetition=repetition,
            )
        )


def _id_after_done(words: Sequence[str]) -> str:
    """The id in `done q2`, which means `--done q2`; empty for a question in words."""
    match = re.fullmatch(r"done (q[0-9]+)", " ".join(words), re.ASCII | re.IGNORECASE)
    return match[1] if match else ""


def _settle(context: Context, label: str, *, as_json: bool) -> None:
    with context.open_writer(create=False) as writer:
        # `1` is not a question, also if session 1 was deleted or never there.
        is_of_other_kind = kind_of_label(label) not in (Question.kind, None)
        entry = None if is_of_other_kind else entry_of(writer, label)
        if not isinstance(entry, Question):
            open_ids = [each.label for each in writer.of_kind(Question) if each.done is None]
            raise UsageError(not_a_question(label, open_ids))
        saved = entry if entry.done else writer.save(replace(entry, done=writer.now))
        if not entry.done:
            writer.describe(f"settling {in_words(saved)}")
    if as_json:
        context.console.say_json(entry_json(saved))
    else:
        context.console.acknowledge(
            answered_question_confirmation(saved, was_settled=entry.done is not None, width=context.console.width)
        )
