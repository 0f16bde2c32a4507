"""The recorded side effect that an outcome is about, by the words for it; asked where it is not clear."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.guidance.command_line_parts import arguments_of
from paintrack.commands._shared.id_resolution import session_of
from paintrack.commands._shared.parsing import points_among
from paintrack.commands._shared.typer_invocation import typed_options, typed_parts
from paintrack.errors import NotFoundError, UsageError
from paintrack.model.entries import Session, SideEffect
from paintrack.model.symptoms.recorded_side_effect_match import is_meant, may_mean
from paintrack.model.symptoms.side_effect_kinds import OTHER
from paintrack.model.symptoms.side_effect_outcome import split_outcome
from paintrack.model.symptoms.side_effect_recognition import is_serious, parse_side_effects
from paintrack.model.symptoms.side_effects_typed_twice import is_same
from paintrack.model.values.moment import Moment, to_utc
from paintrack.storage.reader import Reader
from paintrack.views.confirmations.side_effect_confirmation import new_with_outcome_question, outcome_question
from paintrack.views.refusals.not_found_refusals import no_session_of_effect
from paintrack.views.refusals.side_effect_word_refusals import outcome_of_none, outcome_of_one, outcome_of_several
from paintrack.views.value_words import show_day, show_moment

# Whoever means an older one is shown the lines.
_MOST_ASKED = 4


class RecordedEffect(NamedTuple):
    """A side effect that a session has: the session, and the place of it among its side effects."""

    session: Session
    place: int

    @property
    def effect(self) -> SideEffect:
        """The side effect."""
        return self.session.side_effects[self.place]

    def with_outcome(self, reader: Reader, outcome: str | None) -> tuple[Session, list[SideEffect]]:
        """The session as it is now with the outcome of the side effect, and the side effect itself.

        Raises UsageError where the session has changed since it was read.
        """
        if (session := session_of(reader, self.session.label)) != self.session:
            raise UsageError(f"Session {session.label} has just been changed elsewhere. Type it once more.")
        effect, effects = self.effect._replace(outcome=outcome), session.side_effects
        return replace(session, side_effects=(*effects[: self.place], effect, *effects[self.place + 1 :])), [effect]


def recorded_effects(reader: Reader, effect: SideEffect, session_id: str | None) -> list[RecordedEffect]:
    """Those that an outcome may be about, newest first, of the session with the id or else of all.

    They wait for their outcome, in the same words where there are such. Where none waits: the newest in the same words,
    which has one. Of several in one session that are the same the newest.
    """
    kinds = () if effect.kind == OTHER.key else (effect.kind, OTHER.key)
    sessions = [session_of(reader, session_id)] if session_id else reader.sessions_with_side_effect(*kinds)
    alike = [
        RecordedEffect(session, place)
        for session in sessions
        for place in reversed(range(len(session.side_effects)))
        if may_mean(effect, session.side_effects[place])
    ]
    same = [each for each in alike if is_same(each.effect, effect)]
    waiting = [[each for each in some if each.effect.outcome is None] for some in (same, alike)]
    return _without_repeats(waiting[0] or waiting[1]) or same[:1]


def _without_repeats(recorded: Sequence[RecordedEffect]) -> list[RecordedEffect]:
    distinct: list[RecordedEffect] = []
    for each in recorded:
        if not any(other.session is each.session and is_same(other.effect, each.effect) for other in distinct):
            distinct.append(each)
    return distinct


def chosen_for_outcome(
    context: Context, words: str, outcome: str, session_id: str | None, when: Moment, *, is_newest: bool
) -> RecordedEffect | None:
    """The recorded side effect that the outcome of the one named by `words` is about; None: it is to be saved as new.

    Asked on a terminal where more than one may be meant, none, or one that has an outcome, and where the time `when` is
    typed (not `is_newest`), which may be that of the outcome. A serious one that is not recorded is new, unasked.
    Raises UsageError with the command lines where it stays open, StoppedError, and as `session_of_effect`.
    """
    (effect,) = parse_side_effects(words)
    with context.open_reader() as reader:
        recorded = recorded_effects(reader, effect, session_id)
        is_clear = len(recorded) == 1 and is_newest and is_meant(effect, recorded[0].effect)
        if is_clear and (recorded[0].effect.outcome is None or session_id):
            return recorded[0]
        elsewhere = recorded_effects(reader, effect, None) if session_id and not recorded else []
        session = session_of_effect(reader, session_id, when, is_newest=is_newest)
    if is_serious(effect) and not recorded and not elsewhere:
        # Whoever tells of an emergency for the first time, and how it ended, may not type it twice.
        return None
    dated = dated_outcome(outcome, None if is_newest else when)
    if context.console.may_ask and (chosen := _confirmed_for_outcome(context, recorded, dated)) is not None:
        return chosen
    question = new_with_outcome_question(session, effect, is_none_recorded=not recorded)
    if context.console.may_ask and context.console.confirm(question, default=not recorded):
        return None
    as_new = effect_line(words.split(), ["--outcome", outcome, *typed_options("--outcome"), "--another"])
    lines = [(each.session, each.effect, line_of_outcome(each, dated)) for each in recorded or elsewhere]
    if not recorded:
        raise UsageError(outcome_of_none(session, effect, lines, as_new))
    if len(recorded) > 1:
        raise UsageError(outcome_of_several(lines, as_new))
    raise UsageError(
        outcome_of_one(outcome_question(recorded[0].session, recorded[0].effect, dated), lines[0][2], as_new)
    )


def dated_outcome(outcome: str, seen: Moment | None) -> str:
    """What became of a side effect, with the time that was typed for it: a recorded one has no other place for that."""
    return outcome if seen is None else f"{outcome}, {show_moment(seen)}"


def _confirmed_for_outcome(context: Context, recorded: Sequence[RecordedEffect], outcome: str) -> RecordedEffect | None:
    """The first of these of which the person says that the outcome is about it; Enter alone says so of a single one."""
    for each in recorded[:_MOST_ASKED]:
        question = outcome_question(each.session, each.effect, outcome)
        if context.console.confirm(question, default=len(recorded) == 1):
            return each
    return None


def line_of_outcome(recorded: RecordedEffect, outcome: str) -> list[str]:
    """The command line that gives a recorded side effect its outcome, with the other options as typed.

    A time that was typed stands in the outcome (`dated_outcome`).
    """
    options = ["--session", recorded.session.label, "--outcome", outcome]
    options += typed_options("--session", "--outcome", "--at")
    return effect_line([name_of(recorded.effect) or recorded.effect.kind], options)


def name_of(effect: SideEffect) -> str:
    """The words by which a recorded side effect is found again behind `effect`; empty where there are none."""
    name = effect.words or effect.kind
    is_found = [is_same(each, effect) for each in parse_side_effects(name)] == [True]
    return name if is_found and not points_among([name]) and split_outcome(name) is None else ""


def effect_line(words: Sequence[str], options: Sequence[str], *, command: str = "effect") -> list[str]:
    """The command line for these words and options; words that begin with a dash stand behind `--`."""
    if any(word.startswith("-") for word in words):
        return [command, *options, "--", *words]
    return [command, *words, *options]


def session_of_effect(reader: Reader, session_id: str | None, when: Moment, *, is_newest: bool) -> Session:
    """The session with the id; without one the newest session, or the last one before `when`.

    Raises NotFoundError when there is none, UsageError when it was on a later day.
    """
    if session_id is not None:
        session: Session | None = session_of(reader, session_id)
    else:
        session = reader.newest_session() if is_newest else reader.session_before(to_utc(when.at))
    if session is None:
        raise NotFoundError(no_session_of_effect(_visit_with_effect(), is_newest=reader.newest_session() is None))
    if when.day < session.when.day:
        raise UsageError(f"Session {session.label} was later, {show_day(session.when.day)}.")
    return session


def _visit_with_effect() -> list[str]:
    """The command line of a visit with the side effect that was typed, at its time."""
    parts = typed_parts()
    words = " ".join(word for part in parts for word in part.words)
    return ["log", "--side-effect", words or "bruise", *arguments_of(part for part in parts if part.option == "--at")]
