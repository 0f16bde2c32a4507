"""What the words behind `effect` are, where they are no side effect: points, or what became of one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from paintrack.commands._shared.command_runner import typed_command_with, typed_parts
from paintrack.commands._shared.context import Context
from paintrack.commands._shared.guidance.typed_line import arguments_of
from paintrack.commands._shared.parsing import point_table, points_among
from paintrack.commands._shared.sessions.resolve import session_of
from paintrack.errors import UsageError
from paintrack.model.acupuncture.points import parse_points
from paintrack.model.entries import Session, SideEffect
from paintrack.model.symptoms.side_effect_kinds import OTHER
from paintrack.model.symptoms.side_effect_outcome import TypedOutcome, goes_on, says_over, split_outcome
from paintrack.model.symptoms.side_effect_recognition import is_same, names_nothing, parse_side_effects, urgent_advice
from paintrack.model.values.moment import Moment
from paintrack.storage.reader import Reader
from paintrack.views.confirmations.side_effect_confirmation import outcome_question
from paintrack.views.refusals.side_effect_refusals import no_effect_but_outcome, outcome_as_effect, points_as_effect
from paintrack.views.value_words import show_day


class TypedEffect(NamedTuple):
    """The words for side effects; what became of the one that they name; whether they are new, whatever is recorded."""

    words: str
    outcome: str | None = None
    is_another: bool = False


class RecordedEffect(NamedTuple):
    """A side effect that a session has: the session, and the place of it among its side effects."""

    session: Session
    place: int

    @property
    def effect(self) -> SideEffect:
        """The side effect."""
        return self.session.side_effects[self.place]

    def with_outcome(self, outcome: str | None) -> tuple[Session, list[SideEffect]]:
        """The session with the outcome of the side effect, and the side effect itself."""
        effect = self.effect._replace(outcome=outcome)
        others = self.session.side_effects
        with_it = (*others[: self.place], effect, *others[self.place + 1 :])
        return replace(self.session, side_effects=with_it), [effect]


def recorded_effect(reader: Reader, effect: SideEffect, session_id: str | None) -> RecordedEffect | None:
    """The newest that is the same side effect, of the session with the id or else of the newest that has it."""
    sessions = [session_of(reader, session_id)] if session_id else reader.sessions_with_side_effect(effect.kind)
    for session in sessions:
        places = [place for place, each in enumerate(session.side_effects) if is_same(each, effect)]
        if places:
            return RecordedEffect(session, places[-1])
    return None


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
                effect_alone=_line([", ".join(effects)], _typed_options()) if effects else None,
            )
        )


def reject_outcome_alone(context: Context, words: str, session_id: str | None, seen: Moment | None) -> None:
    """Raise UsageError where the words say that it is over but not what: `fine now`; with the lines for it.

    `seen` as in `with_outcome_apart`.
    """
    if not says_over(words) or not names_nothing(words):
        return
    with context.open_reader() as reader:
        session = session_of(reader, session_id) if session_id else reader.newest_session()
    names = [name for each in (session.side_effects if session else ()) if (name := _name_to_type(each))]
    as_outcome = None
    if names:
        outcome = words if seen is None else f"{words}, {show_day(seen.day)}"
        as_outcome = _line([names[-1]], ["--outcome", outcome, *_typed_options("--at")])
    as_note = _line(words.split(), _typed_options("--session"), command="note")
    raise UsageError(no_effect_but_outcome(words, as_outcome, as_note))


def _name_to_type(effect: SideEffect) -> str:
    """The name by which a recorded side effect is found that waits for its outcome; empty where there is none."""
    name = effect.words or effect.kind
    is_found = effect.outcome is None and [is_same(each, effect) for each in parse_side_effects(name)] == [True]
    return name if is_found and not points_among([name]) and split_outcome(name) is None else ""


def with_outcome_apart(context: Context, words: str, session_id: str | None, seen: Moment | None) -> TypedEffect:
    """The words, with what became of it apart where they say so of a side effect that is recorded: `bruise gone`.

    Asked on a terminal; the day of `seen` (None: `--at` is not typed) is kept in the outcome. What goes on is a side
    effect of its own: `bruise still there`. Raises UsageError with both command lines, StoppedError.
    """
    apart = split_outcome(words)
    if apart is None:
        return TypedEffect(words)
    if goes_on(apart.outcome) or urgent_advice((), [apart.outcome]):
        return TypedEffect(words, is_another=True)
    effect = _only_effect(words, apart)
    if effect is None:
        return TypedEffect(words)
    with context.open_reader() as reader:
        recorded = recorded_effect(reader, effect, session_id)
    if recorded is None:
        return TypedEffect(words)
    outcome = apart.outcome if seen is None else f"{apart.outcome}, {show_day(seen.day)}"
    question = outcome_question(recorded.session, recorded.effect, outcome)
    if not context.console.may_ask:
        with_outcome = _line(apart.effect.split(), ["--outcome", outcome, *_typed_options("--at")])
        raise UsageError(outcome_as_effect(question, with_outcome, typed_command_with("--another")))
    is_outcome = context.console.confirm(question, default=True)
    return TypedEffect(apart.effect, outcome) if is_outcome else TypedEffect(words, is_another=True)


def _only_effect(words: str, apart: TypedOutcome) -> SideEffect | None:
    """The side effect that is meant; None where the words name another kind as well."""
    effects = parse_side_effects(apart.effect)
    kinds = {each.kind for each in effects}
    is_only = len(effects) == 1 and {each.kind for each in parse_side_effects(words)} <= {*kinds, OTHER.key}
    return effects[0] if is_only else None


def _line(words: Sequence[str], options: Sequence[str], *, command: str = "effect") -> list[str]:
    """The command line for these words and options; words that begin with a dash stand behind `--`."""
    if any(word.startswith("-") for word in words):
        return [command, *options, "--", *words]
    return [command, *words, *options]


def _typed_options(*without: str) -> list[str]:
    """The options that were typed, with their values, but not those named."""
    return arguments_of(part for part in typed_parts() if part.option not in without)
