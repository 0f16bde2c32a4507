"""Which notes and questions stay off the page, and off a screen that may be shown to somebody."""

from paintrack.model.entries import AnyEntry
from paintrack.model.other_entries import Note, Question
from paintrack.model.symptoms.serious_sign_search import speaks_of_self_harm


def is_kept_off(entry: AnyEntry) -> bool:
    """Whether the entry is a private note, or a note or question with thoughts of self-harm."""
    if isinstance(entry, Note):
        return entry.private or speaks_of_self_harm(entry.text)
    return isinstance(entry, Question) and speaks_of_self_harm(entry.text)
