"""Taking back or putting back several changes at once: shown first, all or none."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.terminal.progress import with_progress
from paintrack.errors import NothingToDoError, UsageError
from paintrack.model.displayed_text import without_isolates
from paintrack.views.confirmations.step_confirmation import step_list

if TYPE_CHECKING:
    from paintrack.storage.undoable_step import Step

StepsOption = Annotated[int | None, typer.Option("--steps", metavar="N", help="The last N changes, all or none.")]


def validate_step_count(count: int) -> int:
    """The number of steps. Raises UsageError below 1."""
    if count < 1:
        raise UsageError("--steps takes a number of changes, 1 or more.")
    return count


def confirm_steps(context: Context, steps: "Sequence[Step]", count: int, *, is_undo: bool, yes: bool) -> None:
    """Show the steps and ask; with `is_undo` they are to be taken back, else put back.

    Raises NothingToDoError if there are fewer than `count`, else as `require_confirmation` does.
    """
    verb = "taken back" if is_undo else "put back"
    if len(steps) < count:
        from paintrack.views.refusals.not_found_refusals import no_steps, too_few_steps

        raise NothingToDoError(too_few_steps(len(steps), is_undo=is_undo) if steps else no_steps(is_undo=is_undo))
    if not yes:
        context.console.warn(step_list("To be " + verb, steps_in_words(steps), context.console.width))
    what = "this change" if count == 1 else f"these {count} changes"
    question = f"{'Take' if is_undo else 'Put'} {what} back?"
    refusal = f"{'1 change was' if count == 1 else f'{count} changes were'} not {verb}"
    context.console.require_confirmation(question, refusal=refusal, yes=yes)


def steps_in_words(steps: "Sequence[Step]") -> list[str]:
    """What each step did, in the order in which they are taken back or put back."""
    return [step.what for step in steps]


def steps_json(steps: "Sequence[Step]") -> list[dict[str, str]]:
    """What each step did and when it was made (ISO 8601, UTC), in the order of taking or putting back."""
    return [{"what": without_isolates(step.what), "at": step.at} for step in steps]


def progress_tracker(context: Context, verb: str) -> Callable[[Sequence[str]], Iterable[str]]:
    """A function with which `Writer.undo` and `Writer.redo` show their progress; `verb` is such as `Taking back`."""
    return lambda uids: with_progress(uids, lambda: len(uids), verb, plain=context.console.plain)
