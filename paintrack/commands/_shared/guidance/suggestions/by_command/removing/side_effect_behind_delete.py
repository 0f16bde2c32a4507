"""A side effect behind `delete`, and the command that takes it out of its session."""

from collections.abc import Sequence

from paintrack.commands._shared.guidance.command_arguments_and_examples import is_id
from paintrack.commands._shared.guidance.meanings.named_ids import with_id_first
from paintrack.commands._shared.id_resolution import entry_of
from paintrack.errors import NotFoundError
from paintrack.model.entries import Session, SideEffect
from paintrack.model.symptoms.recorded_side_effect_match import may_mean
from paintrack.model.symptoms.side_effect_recognition import is_none, parse_side_effects
from paintrack.model.symptoms.side_effects_typed_twice import is_same
from paintrack.storage.reader import Reader


def removals_of_effect(words: Sequence[str], reader: Reader) -> list[list[str]]:
    """The lines for the side effects that may be meant, of the session with the id in front or else of all.

    By the same words where there are such; none where no session has one.
    """
    label, *rest = with_id_first(words)
    has_id = is_id(label)
    text = " ".join(rest if has_id else words)
    if not text or is_none(text):
        return []
    try:
        sessions = [entry_of(reader, label)] if has_id else reader.sessions_with_side_effect()
    except NotFoundError:
        return []
    named_effects = parse_side_effects(text)
    recorded = [
        (each.label, effect, any(is_same(one, effect) for one in named_effects))
        for each in sessions
        if isinstance(each, Session)
        for effect in each.side_effects
        if any(may_mean(one, effect) for one in named_effects)
    ]
    is_any_same = any(same for _, _, same in recorded)
    return [_removal(session, effect) for session, effect, same in recorded if same or not is_any_same]


def removals_of_session(session: Session) -> list[list[str]]:
    """The line for each of its side effects."""
    return [_removal(session.label, effect) for effect in session.side_effects]


def _removal(session: str, effect: SideEffect) -> list[str]:
    return ["edit", session, "--clear", f"side-effect={effect.words or effect.kind}"]
