"""Redoing what undo took back."""

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.options.common_options import JsonOption, YesOption
from paintrack.commands._shared.undo_and_redo_steps import (
    StepsOption,
    confirm_steps,
    progress_tracker,
    steps_in_words,
    steps_json,
    validate_step_count,
)
from paintrack.errors import NothingToDoError
from paintrack.views.confirmations.step_confirmation import paths_in_steps, redo_confirmation, redo_list


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
        writer.redo(step, progress_tracker(context, "Putting back"))
    if as_json:
        context.console.say_json({"put_back": steps_json([step])})
        return
    context.console.acknowledge(
        redo_confirmation(step.what, width=context.console.width_for(step.what)), paths=paths_in_steps([step.what])
    )


def _redo_several(context: Context, count: int, *, yes: bool, as_json: bool) -> None:
    with context.open_reader() as reader:
        steps = reader.steps_to_redo(count)
    confirm_steps(context, steps, count, is_undo=False, yes=yes)
    with context.open_writer(create=False) as writer:
        if writer.steps_to_redo(count) != steps:
            raise NothingToDoError("Something else was saved in the meantime; nothing was put back. Try again.")
        for step in steps:
            writer.redo(step, progress_tracker(context, "Putting back"))
    if as_json:
        context.console.say_json({"put_back": steps_json(steps)})
        return
    changes = steps_in_words(steps)
    context.console.acknowledge(redo_list(changes, width=context.console.width), paths=paths_in_steps(changes))
