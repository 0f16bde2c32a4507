"""A note that says what became of a side effect: `bruise gone after 5 days`."""

from paintrack.commands._shared.sessions.recorded_effects import recorded_effects
from paintrack.model.other_entries import Note
from paintrack.model.symptoms.side_effect_outcome import split_outcome
from paintrack.model.symptoms.side_effect_recognition import is_listed, is_serious, parse_side_effects
from paintrack.storage.reader import Reader


def noted_outcome(note: Note, reader: Reader) -> list[str]:
    """The command line that saves it with the side effect; empty where the note says something else or is private.

    The side effect is recorded without an outcome, or no session has it and it is neither serious nor a condition.
    """
    apart = None if note.private or "\n" in note.text else split_outcome(note.text)
    if apart is None or not is_listed(apart.effect) or reader.newest_session() is None:
        return []
    effect, *others = parse_side_effects(apart.effect)
    if others:
        return []
    line = ["effect", apart.effect, "--outcome", apart.outcome]
    if recorded := recorded_effects(reader, effect, None):
        return line if recorded[0].effect.outcome is None else []
    return [] if is_serious(effect) or reader.spelling(apart.effect) is not None else [*line, "--another"]
