"""A note that says what became of a side effect: `bruise gone after 5 days`."""

from paintrack.commands._shared.sessions.side_effect_for_typed_outcome import dated_outcome, recorded_effects
from paintrack.model.other_entries import Note
from paintrack.model.symptoms.recorded_side_effect_match import is_meant
from paintrack.model.symptoms.side_effect_outcome import split_outcome
from paintrack.model.symptoms.side_effect_recognition import is_listed, is_serious, parse_side_effects
from paintrack.model.values.moment import Moment
from paintrack.storage.reader import Reader


def noted_outcome(note: Note, reader: Reader, seen: Moment | None) -> list[str]:
    """The command line that saves it with the side effect; empty where the note says something else or is private.

    The side effect is recorded without an outcome, or no session has it and it is neither serious nor a condition.
    `seen` is the time that was typed for the note, if one was.
    """
    apart = None if note.private or "\n" in note.text else split_outcome(note.text)
    if apart is None or not is_listed(apart.effect) or reader.newest_session() is None:
        return []
    effect, *more_effects = parse_side_effects(apart.effect)
    if more_effects:
        return []
    line = ["effect", apart.effect, "--outcome", dated_outcome(apart.outcome, seen)]
    if recorded := recorded_effects(reader, effect, None):
        newest = recorded[0]
        if newest.effect.outcome is not None or not is_meant(effect, newest.effect):
            return []
        return line if len(recorded) == 1 else [*line, "--session", newest.session.label]
    return [] if is_serious(effect) or reader.spelling(apart.effect) is not None else [*line, "--another"]
