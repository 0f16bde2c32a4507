"""Function in everyday life: three scores about the past week, after PEG (Krebs 2009)."""

from typing import Annotated
from uuid import uuid4

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.options.common_options import AtOption, JsonOption, means_list, reject_with_list
from paintrack.commands._shared.other_entries.other_entry_listing import show_entries
from paintrack.commands._shared.other_entries.repeated_entry_remarks import repetition_remark
from paintrack.commands._shared.parsing import moment_of
from paintrack.commands._shared.terminal.dialogue import DialogueQuestion, ask_in_turn
from paintrack.model.other_entries import Peg, parse_peg
from paintrack.model.serialization.json_entries import entry_json
from paintrack.model.values.score import parse_score
from paintrack.views.confirmations.other_entry_confirmation import OVERALL_HINT, other_entry_confirmation
from paintrack.views.value_words import in_words

# Our own words for the three things that PEG asks (Krebs 2009, J Gen Intern Med 24:733-738): this is a
# reworded form, not the validated one.
QUESTIONS = (
    "Pain on average in the past week, 0 to 10",
    "How much it got in the way of enjoying life, 0 to 10",
    "How much it got in the way of everyday activity, 0 to 10",
)
Scores = Annotated[list[str] | None, typer.Argument(metavar="[PAIN ENJOYMENT ACTIVITY]", help="Three scores, 0 to 10.")]
ListOption = Annotated[bool, typer.Option("--list", help="Show all PEG entries.")]


def run(
    context: Context,
    scores: Scores = None,
    at: AtOption = None,
    show_all: ListOption = False,
    as_json: JsonOption = False,
) -> None:
    """Rate the past week: pain, and how much it got in the way of enjoying life and of everyday activity.

    paintrack peg 6 7 5

    Without scores, asks for each.

    After PEG (Krebs 2009, J Gen Intern Med 24:733), in our own words: not the validated form.
    """
    if means_list(scores):
        show_all, scores = True, None
    if show_all:
        reject_with_list([scores, at], "PEG entries", "peg 6 7 5")
        show_entries(context, Peg, as_json=as_json)
        return
    when = moment_of(at, context)
    if context.console.may_ask and not scores:
        questions = [DialogueQuestion(each, each, _score) for each in QUESTIONS]
        scores = [*ask_in_turn(context.console, questions).values()]
    pain, enjoyment, activity = parse_peg(scores or [])
    with context.open_writer() as writer:
        entry = Peg(
            uid=uuid4().hex,
            when=when,
            entered=writer.now,
            edited=writer.now,
            pain=pain,
            enjoyment=enjoyment,
            activity=activity,
        )
        saved = writer.save(entry)
        writer.describe(in_words(saved))
        repetition = repetition_remark(writer, saved)
    if as_json:
        context.console.say_json(entry_json(saved))
    else:
        context.console.acknowledge(
            other_entry_confirmation(
                saved,
                f"Mean {saved.mean:.1f}.",
                width=context.console.width,
                with_time=at is not None,
                repetition=repetition,
            )
        )
        context.console.hint(OVERALL_HINT)


def _score(typed: str) -> str:
    parse_score(typed)
    return typed
