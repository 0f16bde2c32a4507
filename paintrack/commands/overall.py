"""The change as a whole since the course began: the patient's global impression of change, in our own words."""

from typing import Annotated
from uuid import uuid4

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.options.common_options import AtOption, JsonOption, means_list, reject_with_list
from paintrack.commands._shared.other_entries.other_entry_listing import show_entries
from paintrack.commands._shared.other_entries.repeated_entry_remarks import repetition_remark
from paintrack.commands._shared.parsing import moment_of
from paintrack.commands._shared.terminal.console import Console
from paintrack.commands._shared.terminal.dialogue import answer_to
from paintrack.model.other_entries import CHANGES, Overall, parse_change
from paintrack.model.serialization.json_entries import entry_json
from paintrack.views.confirmations.other_entry_confirmation import other_entry_confirmation
from paintrack.views.value_words import in_words

Change = Annotated[
    list[str] | None, typer.Argument(metavar="[CHANGE]", help='In words: "much better", "no change", worse, ...')
]
ListOption = Annotated[bool, typer.Option("--list", help="Show all overall ratings.")]


def run(
    context: Context,
    change: Change = None,
    at: AtOption = None,
    show_all: ListOption = False,
    as_json: JsonOption = False,
) -> None:
    """Record how you are as a whole, compared with the start of the course, in seven steps.

    paintrack overall "much better"

    The steps: much worse, worse, a little worse, no change, a little better, better, much better. Without one,
    asks for it.
    """
    if means_list(change):
        show_all, change = True, None
    if show_all:
        reject_with_list([change, at], "overall ratings", "overall better")
        show_entries(context, Overall, as_json=as_json)
        return
    when = moment_of(at, context)
    words = " ".join(change or ())
    if not words and context.console.may_ask:
        words = _ask(context.console)
    step = parse_change(words)
    with context.open_writer() as writer:
        entry = Overall(uid=uuid4().hex, when=when, entered=writer.now, edited=writer.now, change=step)
        saved = writer.save(entry)
        writer.describe(in_words(saved))
        repetition = repetition_remark(writer, saved)
    if as_json:
        context.console.say_json(entry_json(saved))
    else:
        context.console.acknowledge(
            other_entry_confirmation(
                saved, "", width=context.console.width, with_time=at is not None, repetition=repetition
            )
        )


def _ask(console: Console) -> str:
    """The change in words, asked for until one is typed or its number in the question."""
    steps = ", ".join(f"{number} {change}" for number, change in enumerate(CHANGES, 1))
    return answer_to(console, f"Overall since the course began: {steps}", _change)


def _change(answer: str) -> str:
    return CHANGES[int(answer) - 1] if answer in map(str, range(1, len(CHANGES) + 1)) else parse_change(answer)
