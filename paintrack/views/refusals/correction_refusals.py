"""What is wrong with a correction, and what to type instead."""

from paintrack.errors import (
    AlreadyRatedError,
    AmbiguousRatingError,
    NoSuchFieldError,
    NotClearableError,
    NotRatedError,
    PaintrackError,
    ReadingHasOneScoreError,
    SessionHasTwoScoresError,
    UnknownFieldError,
)
from paintrack.model.entries import kind_name
from paintrack.model.typed.typed_text import capitalize_first, listed

# What the person typed an option for, where the field has another name.
_FIELD_NAMES = {"new_name": "name", "clear": "field to clear and no value", "pain": "PEG scores"}


def correction_refusal(error: PaintrackError) -> str:
    """The sentence; empty for an error about something else."""
    match error:
        case NoSuchFieldError():
            kind, field = capitalize_first(kind_name(error.kind)), _FIELD_NAMES.get(error.field, error.field)
            return f"{kind} {error.label} has no {field} to correct."
        case UnknownFieldError():
            return f"--clear takes {listed([*error.fields])}. You typed {error.word}."
        case NotClearableError():
            return f"A reading has no {error.field} to clear."
        case ReadingHasOneScoreError():
            return f"{error.label} is a reading: it has one score, --score."
        case SessionHasTwoScoresError():
            return f"{error.label} is a session: its scores are --before and --after."
        case AlreadyRatedError():
            return f"Session {error.session} rates {error.condition} already."
        case NotRatedError():
            return f"Session {error.session} does not rate {error.condition}."
        case AmbiguousRatingError(conditions=()):
            return f"Session {error.session} rates nothing yet: name the condition with --for."
        case AmbiguousRatingError():
            rated = listed([*error.conditions], "and")
            return f"Session {error.session} rates {rated}: say which with --for."
    return ""
