"""Taking back the last change."""

from datetime import datetime, timedelta

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.options.common_options import JsonOption, YesOption
from paintrack.commands._shared.steps import (
    StepsOption,
    confirm_steps,
    progress_tracker,
    steps_in_words,
    steps_json,
    validate_step_count,
)
from paintrack.errors import NothingToDoError
from paintrack.views.confirmations.step_confirmation import undo_confirmation, undo_list
from paintrack.views.value_words import elapsed_in_words

# A change this old is hardly the slip that the patient has in mind.
_OLD = timedelta(hours=1)


def run(context: Context, steps: StepsOption = None, yes: YesOption = False, as_json: JsonOption = False) -> None:
    """Take back the last change, then the one before it, and so on.

    paintrack undo
    paintrack undo --steps 3
    """
    if steps is not None:
        _undo_several(context, validate_step_count(steps), yes=yes, as_json=as_json)
        return
    with context.open_reader() as reader:
        step = reader.next_undo()
    if step is None:
        raise NothingToDoError("There is nothing to take back.")
    made = datetime.fromisoformat(step.at)
    if context.now - made > _OLD:
        last_change = f"The last change is from {elapsed_in_words(made, context.now)} ago: {step.what}."
        context.console.require_confirmation(
            f"{last_change} Take it back?", refusal=f"{last_change} It was not taken back", yes=yes
        )
    with context.open_writer(create=False) as writer:
        undone = writer.undo(step, progress_tracker("Taking back"))
    if as_json:
        context.console.say_json({"taken_back": steps_json([undone])})
        return
    context.console.acknowledge(undo_confirmation(undone.what, width=context.console.width_for(undone.what)))


def _undo_several(context: Context, count: int, *, yes: bool, as_json: bool) -> None:
    with context.open_reader() as reader:
        steps = reader.steps_to_undo(count)
    confirm_steps(context, steps, count, back=True, yes=yes)
    with context.open_writer(create=False) as writer:
        for step in steps:
            writer.undo(step, progress_tracker("Taking back"))
    if as_json:
        context.console.say_json({"taken_back": steps_json(steps)})
        return
    context.console.acknowledge(undo_list(steps_in_words(steps), width=context.console.width))
