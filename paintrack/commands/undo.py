"""Taking back the last change."""

from collections.abc import Sequence
from datetime import datetime, timedelta

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
from paintrack.storage.copies.backup import last_restore
from paintrack.storage.queries.undeletion_steps import last_purge
from paintrack.storage.reader import Reader
from paintrack.storage.undoable_step import Step
from paintrack.views.confirmations.step_confirmation import (
    PURGE_IS_FINAL,
    paths_in_steps,
    restore_is_no_change,
    undo_confirmation,
    undo_list,
)
from paintrack.views.text_layout import with_full_stop
from paintrack.views.value_words import elapsed_in_words

# A change this old is hardly the slip that the patient has in mind.
_OLD = timedelta(hours=1)
_NOW = timedelta(minutes=1)


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
        last_event = _event_since(context, reader, step)
    if step is None:
        raise NothingToDoError("\n".join(["There is nothing to take back.", *last_event]))
    _confirm(context, step, last_event, yes=yes)
    with context.open_writer(create=False) as writer:
        undone = writer.undo(step, progress_tracker(context, "Taking back"))
    if as_json:
        context.console.say_json({"taken_back": steps_json([undone])})
        return
    context.console.acknowledge(
        undo_confirmation(undone.what, width=context.console.width_for(undone.what)),
        paths=paths_in_steps([undone.what]),
    )


def _event_since(context: Context, reader: Reader, step: Step | None) -> list[str]:
    """A sentence on the last purge or restore since the step, neither of which is a step itself; else none."""
    restored, purged = last_restore(context.path), last_purge(reader)
    events: list[tuple[datetime, str]] = []
    if restored is not None:
        when, copy = restored
        events.append((when, restore_is_no_change(str(copy))))
    if purged is not None:
        events.append((datetime.fromisoformat(purged), PURGE_IS_FINAL))
    made = None if step is None else datetime.fromisoformat(step.at)
    return [sentence for when, sentence in sorted(events)[-1:] if made is None or when > made]


def _confirm(context: Context, step: Step, last_event: Sequence[str], *, yes: bool) -> None:
    """Ask before taking back a change that is hardly meant: an old one, or one before a purge or a restore.

    Raises as `require_confirmation` does.
    """
    made, console = datetime.fromisoformat(step.at), context.console
    if not last_event and context.now - made <= _OLD:
        return
    elapsed = context.now - made
    ago = "just now" if elapsed < _NOW else f"{elapsed_in_words(made, context.now)} ago"
    change = with_full_stop(f"The {'change before it,' if last_event else 'last change is from'} {ago}: {step.what}")
    if last_event and console.may_ask and not yes:
        console.warn("\n".join(last_event))
    refusal = "\n".join([*last_event, f"{change} It was not taken back"])
    paths = paths_in_steps([step.what])
    console.require_confirmation(f"{change} Take it back?", refusal=refusal, yes=yes, paths=paths)


def _undo_several(context: Context, count: int, *, yes: bool, as_json: bool) -> None:
    with context.open_reader() as reader:
        steps = reader.steps_to_undo(count)
        last_event = _event_since(context, reader, next(iter(steps), None))
    for sentence in last_event if not yes else ():
        context.console.warn(sentence)
    confirm_steps(context, steps, count, is_undo=True, yes=yes)
    with context.open_writer(create=False) as writer:
        for step in steps:
            writer.undo(step, progress_tracker(context, "Taking back"))
    if as_json:
        context.console.say_json({"taken_back": steps_json(steps)})
        return
    changes = steps_in_words(steps)
    context.console.acknowledge(undo_list(changes, width=context.console.width), paths=paths_in_steps(changes))
