"""What the words behind `effect` are, where they are not a side effect: points, or what became of one."""

import re
from typing import NamedTuple

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.id_resolution import session_of
from paintrack.commands._shared.parsing import point_table, points_among
from paintrack.commands._shared.sessions.side_effect_for_typed_outcome import (
    RecordedEffect,
    dated_outcome,
    effect_line,
    line_of_outcome,
    name_of,
    recorded_effects,
)
from paintrack.commands._shared.typer_invocation import typed_options
from paintrack.errors import UsageError
from paintrack.model.acupuncture.points import parse_points
from paintrack.model.entries import Session, SideEffect
from paintrack.model.symptoms.side_effect_kinds import OTHER
from paintrack.model.symptoms.side_effect_outcome import (
    TypedOutcome,
    goes_on,
    no_longer_there,
    says_over,
    split_outcome,
)
from paintrack.model.symptoms.side_effect_recognition import is_listed, names_nothing, parse_side_effects, urgent_advice
from paintrack.model.values.moment import Moment
from paintrack.views.refusals.side_effect_word_refusals import no_effect_but_outcome, points_as_effect


class TypedEffect(NamedTuple):
    """The words for side effects; what became of the one that they name; whether they are new, whatever is recorded."""

    words: str
    outcome: str | None = None
    is_another: bool = False


def reject_points(words: str, session: Session) -> None:
    """Raise UsageError where a part of the words is a point, with the lines for it and for the other parts."""
    if points := points_among([words]):
        effects = [part for each in re.split("[,;\n]", words) if (part := each.strip()) and part not in points]
        codes = parse_points(",".join(points), point_table).points
        added = [code for code in codes if code not in session.points]
        raise UsageError(
            points_as_effect(
                points,
                session.label,
                add_points=["edit", session.label, "--points", ",".join([*session.points, *added])] if added else None,
                effect_alone=effect_line([", ".join(effects)], typed_options()) if effects else None,
            )
        )


def reject_outcome_alone(context: Context, words: str, session_id: str | None, seen: Moment | None) -> None:
    """Raise UsageError where the words say that it is over but not what: `fine now`; with the lines for it.

    `seen` is the time that was typed, if one was.
    """
    if not says_over(words) or not names_nothing(words):
        return
    with context.open_reader() as reader:
        session = session_of(reader, session_id) if session_id else reader.newest_session()
    waiting = [
        RecordedEffect(session, place)
        for place, each in enumerate(session.side_effects if session else ())
        if session and each.outcome is None and name_of(each)
    ]
    as_outcome = line_of_outcome(waiting[-1], dated_outcome(words, seen)) if waiting else None
    as_note = effect_line(words.split(), typed_options("--session"), command="note")
    raise UsageError(no_effect_but_outcome(words, as_outcome, as_note))


def with_outcome_apart(context: Context, words: str, session_id: str | None) -> TypedEffect:
    """The words, with what became of it apart where they say so of a side effect that is known or recorded.

    `bruise gone` is as `bruise --outcome gone`, `no longer dizzy` says so of a recorded `dizzy`. What goes on is a side
    effect of its own: `bruise still there`.
    """
    ended = no_longer_there(words)
    apart = split_outcome(words) if ended is None else TypedOutcome(ended, words)
    if apart is None:
        return TypedEffect(words)
    if ended is None and (goes_on(apart.outcome) or urgent_advice((), [apart.outcome])):
        return TypedEffect(words, is_another=True)
    effect = _only_effect(words, apart)
    if effect is None:
        return TypedEffect(words)
    if ended is not None or not is_listed(apart.effect):
        with context.open_reader() as reader:
            if not recorded_effects(reader, effect, session_id):
                return TypedEffect(words)
    return TypedEffect(apart.effect, apart.outcome)


def _only_effect(words: str, apart: TypedOutcome) -> SideEffect | None:
    """The side effect that is meant; None where the words name another kind as well."""
    effects = parse_side_effects(apart.effect)
    kinds = {each.kind for each in effects}
    is_only = len(effects) == 1 and {each.kind for each in parse_side_effects(words)} <= {*kinds, OTHER.key}
    return effects[0] if is_only else None
