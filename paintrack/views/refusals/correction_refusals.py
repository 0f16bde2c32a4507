"""What is wrong with a correction or an undo, and what to type instead."""

from collections.abc import Sequence

from paintrack.errors import PaintrackError, UnreadableStateError
from paintrack.model.changes.correction_errors import (
    AlreadyRatedError,
    AmbiguousRatingError,
    NoSuchFieldError,
    NotClearableError,
    NotRatedError,
    ReadingHasOneScoreError,
    SessionHasTwoScoresError,
    SideEffectNotThereError,
    UnknownFieldError,
)
from paintrack.model.displayed_text import capitalize_first, isolated, listed, shell_quoted, visible_line
from paintrack.model.entries import kind_name
from paintrack.model.symptoms.side_effect_recognition import is_listed
from paintrack.views.refusals.command_line_refusals import command_line

# What a sentence calls the fields whose own names a person would not understand.
_FIELD_NAMES = {
    "new_name": "name",
    "clear": "field to clear and no value",
    "removed_effects": "side effects",
    "removed_outcomes": "outcome",
    "pain": "PEG scores",
}


def correction_refusal(error: PaintrackError) -> str:
    """The sentence for the error; empty for one about something else."""
    match error:
        case NoSuchFieldError():
            kind, field = capitalize_first(kind_name(error.kind)), _FIELD_NAMES.get(error.field, error.field)
            return f"{kind} {error.label} has no {field} to correct."
        case UnknownFieldError():
            if is_listed(error.word):
                return f"To remove one side effect: --clear {shell_quoted(f'side-effect={visible_line(error.word)}')}."
            return f"--clear takes {listed([*error.fields])}. You typed {isolated(error.word)}."
        case NotClearableError():
            return f"A reading has no {error.field} to clear."
        case ReadingHasOneScoreError():
            return f"{error.label} is a reading: it has one score, --score."
        case SessionHasTwoScoresError():
            return f"{error.label} is a session: its scores are --before and --after."
        case AlreadyRatedError():
            return f"Session {error.session} rates {isolated(error.condition)} already."
        case UnreadableStateError(is_undo=True):
            return (
                f"What was there before cannot be read, so it was not taken back: {error.what}. "
                "Correct the entry itself (paintrack edit ID), or restore a backup (paintrack restore FILE)."
            )
        case UnreadableStateError():
            return (
                f"What it was cannot be read, so it was not put back: {error.what}. "
                "Enter it again, or restore a backup (paintrack restore FILE)."
            )
        case SideEffectNotThereError():
            name, *other_names = (isolated(each.words or each.kind) for each in (error.effect, *error.other_effects))
            field, lacking = ("outcome", "outcome of") if error.of_outcome else ("side-effect", "side effect")
            lines = [f"  {_edit(error.session, ['--clear', f'{field}={other}'])}" for other in other_names]
            return "\n".join([f"Session {error.session} has no {lacking} {name}.", *lines])
        case NotRatedError():
            return f"Session {error.session} does not rate {isolated(error.condition)}."
        case AmbiguousRatingError(conditions=()):
            return f"Session {error.session} rates nothing yet: name the condition with --for."
        case AmbiguousRatingError():
            rated = listed([*map(isolated, error.conditions)], "and")
            sentence = f"Session {error.session} rates {rated}: say which with --for."
            lines = [command_line([*error.typed, "--for", each]) for each in error.conditions if error.typed]
            return "\n".join([sentence, *(f"  {line}" for line in lines)])
    return ""


def missing_change(label: str, options: Sequence[str]) -> str:
    """Says that no change was typed; `options` are words for one change that the entry can have."""
    return f"Say what to change: {_edit(label, options)}. All options: paintrack edit --help"


def other_condition_of_reading(label: str, condition: str) -> str:
    """Says how to change what a reading rates, after it was typed with another condition."""
    return f"To change what it rates: {_edit(label, ['--rename-for', condition])}"


def other_condition_of_session(label: str, condition: str, *, may_rename: bool) -> str:
    """Says how to add a condition to a session that does not rate it; `may_rename`: it rates only one, so that could be
    renamed instead.
    """
    rename = f"{other_condition_of_reading(label, condition)}. " if may_rename else ""
    return f"{rename}To add a score to it: {_edit(label, ['--for', condition, '--after', '4'])}"


def changed_elsewhere(kind: str, label: str) -> str:
    """How to change an entry of a kind for which `edit` has no option; empty for other kinds."""
    match kind:
        case "next_visit":
            return 'The date of the next visit is changed by: paintrack remind --next "tue 14:00"'
        case "zero_month":
            return f"A month of 0 is taken out by: paintrack delete {label}"
    return ""


def _edit(label: str, options: Sequence[str]) -> str:
    return f"paintrack edit {label} {' '.join(map(shell_quoted, options))}"
