"""Redoing what undo took back."""

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
from paintrack.views.confirmations.confirmation_parts import UNDO
from paintrack.views.confirmations.step_confirmation import step_list
from paintrack.views.text_layout import pack


def run(context: Context, steps: StepsOption = None, yes: YesOption = False, as_json: JsonOption = False) -> None:
    """Redo what undo took back; possible until something new is saved.

    paintrack redo
    paintrack redo --steps 3
    """
    if steps is not None:
        _redo_several(context, validate_step_count(steps), yes=yes, as_json=as_json)
        return
    with context.open_writer(create=False) as writer:
        step = writer.next_redo()
        if step is None:
            raise NothingToDoError("There is nothing to put back.")
        writer.redo(step, progress_tracker("Putting back"))
    if as_json:
        context.console.say_json({"put_back": steps_json([step])})
        return
    context.console.acknowledge(
        pack([f"Put back: {step.what}.", UNDO], context.console.width_for(step.what), whole_words=True)
    )


def _redo_several(context: Context, count: int, *, yes: bool, as_json: bool) -> None:
    with context.open_reader() as reader:
        steps = reader.steps_to_redo(count)
    confirm_steps(context, steps, count, back=False, yes=yes)
    with context.open_writer(create=False) as writer:
        if writer.steps_to_redo(count) != steps:
            raise NothingToDoError("Something else was saved in the meantime; nothing was put back. Try again.")
        for step in steps:
            writer.redo(step, progress_tracker("Putting back"))
    if as_json:
        context.console.say_json({"put_back": steps_json(steps)})
        return
    changes = step_list("Put back", steps_in_words(steps), context.console.width)
    context.console.acknowledge(f"{changes}\nWrong? paintrack undo --steps {count}")
