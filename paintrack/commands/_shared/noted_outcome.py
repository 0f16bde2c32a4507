"""A note that says what became of a side effect: `bruise gone after 5 days`."""

from paintrack.model.other_entries import Note
from paintrack.model.symptoms.side_effect_outcome import TypedOutcome, split_outcome
from paintrack.model.symptoms.side_effect_recognition import is_listed, is_same, is_serious, parse_side_effects
from paintrack.storage.reader import Reader


def noted_outcome(note: Note, reader: Reader) -> TypedOutcome | None:
    """The side effect and what became of it; None where the note says something else or stays off the page.

    It is one that waits for its outcome, or one that no session has, unless it is serious or a condition.
    """
    apart = None if note.private or "\n" in note.text else split_outcome(note.text)
    if apart is None or not is_listed(apart.effect) or reader.newest_session() is None:
        return None
    effect, *others = parse_side_effects(apart.effect)
    if others:
        return None
    recorded = [
        each
        for session in reader.sessions_with_side_effect(effect.kind)
        for each in session.side_effects
        if is_same(each, effect)
    ]
    if recorded:
        return apart if recorded[0].outcome is None else None
    return None if is_serious(effect) or reader.spelling(apart.effect) is not None else apart
