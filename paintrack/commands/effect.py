"""A side effect noticed later."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.options.common_options import AtOption, JsonOption
from paintrack.commands._shared.parsing import moment_of, points_among, reject_numbers_among, warn_of_denied
from paintrack.commands._shared.sessions.points_or_outcome_typed_as_side_effect import (
    TypedEffect,
    reject_outcome_alone,
    reject_points,
    with_outcome_apart,
)
from paintrack.commands._shared.sessions.removal_typed_as_side_effect import hint_at_denied, reject_removal
from paintrack.commands._shared.sessions.session_questions import ask_side_effect
from paintrack.commands._shared.sessions.side_effect_for_typed_outcome import (
    RecordedEffect,
    chosen_for_outcome,
    dated_outcome,
    effect_line,
    name_of,
    session_of_effect,
)
from paintrack.commands._shared.terminal.console import Console
from paintrack.commands._shared.typer_invocation import typed_command_with
from paintrack.errors import UsageError
from paintrack.model.displayed_text import listed
from paintrack.model.entries import SideEffect
from paintrack.model.serialization.json_entries import entry_json
from paintrack.model.symptoms.side_effect_recognition import is_none, label_of, parse_side_effect, parse_side_effects
from paintrack.model.symptoms.side_effects_typed_twice import is_same, with_added
from paintrack.model.typed.typed_text import one_line
from paintrack.model.values.moment import Moment
from paintrack.views.confirmations.side_effect_confirmation import (
    effect_confirmation,
    effect_step,
    kept_effect,
    outcome_confirmation,
    repeated_effect_question,
)
from paintrack.views.refusals.word_refusals import missing_side_effect

Kind = Annotated[
    list[str] | None, typer.Argument(metavar="[KIND]", help="bruise, dizzy, chest pain, ..., or in your own words.")
]
SessionOption = Annotated[
    str | None,
    typer.Option("--session", metavar="ID", help="The session it followed, whose day it takes. Default: the newest."),
]
OutcomeOption = Annotated[
    str | None,
    typer.Option("--outcome", metavar="TEXT", help='What became of it: "gone after 5 days".'),
]
Another = Annotated[bool, typer.Option("--another", help="Save it even if the session already has it.")]


def run(
    context: Context,
    kind: Kind = None,
    session_id: SessionOption = None,
    at: AtOption = None,
    outcome: OutcomeOption = None,
    another: Another = False,
    as_json: JsonOption = False,
) -> None:
    """Record a side effect that was noticed after the session.

    paintrack effect bruise
    paintrack effect bruise --outcome "gone after 5 days"

    On a terminal, asks for a missing side effect.

    `effect bruise gone` is the same as `effect bruise --outcome gone`: it says what became of a bruise recorded
    earlier, which you may name in other words. If none is recorded, or more than one may be meant, it asks; a serious
    one that is not recorded is saved at once. With --at it asks whether that is the time of the outcome.

    What may need a doctor now is said at once, before anything is saved. It is a prompt to get help, no medical
    advice, and paintrack cannot recognise every emergency. The emergency number is 112 in Europe, 911 in North
    America, 999 in the United Kingdom.
    """
    words, when = " ".join(kind or ()), moment_of(at, context)
    outcome = None if outcome is None else one_line(outcome, "The outcome")
    if not words:
        words = _ask(context, session_id, when, is_newest=at is None)
    if is_none(words):
        _show_nothing_to_save(context.console, as_json=as_json)
        return
    reject_numbers_among([words])
    if not another:
        reject_removal(context, words, session_id, typed_command_with("--another"))
    if points_among([words]):
        with context.open_reader() as reader:
            reject_points(words, session_of_effect(reader, session_id, when, is_newest=at is None))
    typed = TypedEffect(words, outcome, is_another=another)
    if outcome is None and not another:
        seen = None if at is None else when
        reject_outcome_alone(context, words, session_id, seen)
        typed = with_outcome_apart(context, words, session_id)
    effects = _effects_of(typed, when)
    if not effects:
        hint_at_denied(context, words, session_id)
        _show_nothing_to_save(context.console, as_json=as_json, is_said=True)
        return
    recorded = _recorded(context, typed, effects, session_id, when, is_newest=at is None)
    is_of_its_day = False
    with context.open_writer(create=False) as writer:
        if recorded is None:
            session = session_of_effect(writer, session_id, when, is_newest=at is None)
            is_of_its_day = session_id is not None and at is None and session.when.day != when.day
            if is_of_its_day:
                # A session named without a time means that session's day, not the day of typing.
                effects, when = [each._replace(noticed=None) for each in effects], session.when
            session = replace(session, side_effects=(*session.side_effects, *effects))
        else:
            outcome = dated_outcome(typed.outcome or "", None if at is None else when)
            session, effects = recorded.with_outcome(writer, outcome)
        saved = writer.save(session)
        writer.describe(effect_step(saved, effects, is_outcome=recorded is not None))
    if as_json:
        context.console.say_json(entry_json(saved))
    else:
        width = context.console.width
        context.console.acknowledge(
            outcome_confirmation(saved, effects[0], recorded.effect.outcome, width=width)
            if recorded is not None
            else effect_confirmation(
                saved,
                effects,
                when=when,
                width=width,
                dated_command=typed_command_with("--at", "DATE") if at is None else (),
                is_of_its_day=is_of_its_day,
            )
        )


def _effects_of(typed: TypedEffect, when: Moment) -> list[SideEffect]:
    """The side effects that are typed, with a sentence on those that are denied. Raises UsageError."""
    parsed_effects = parse_side_effects(typed.words)
    if typed.is_another and not parsed_effects:
        parsed_effects = (parse_side_effect(typed.words),)
    else:
        warn_of_denied([typed.words])
    new_effects = with_added((), parsed_effects)
    effects = [each._replace(noticed=when.iso(), outcome=typed.outcome) for each in new_effects]
    if len(effects) > 1 and typed.outcome is not None:
        raise UsageError(
            f"--outcome is about one side effect. You typed {listed(list(map(label_of, effects)), 'and')}."
        )
    return effects


def _recorded(
    context: Context,
    typed: TypedEffect,
    effects: Sequence[SideEffect],
    session_id: str | None,
    when: Moment,
    *,
    is_newest: bool,
) -> RecordedEffect | None:
    """The recorded side effect that the outcome is about; None where they are saved as new, which is asked about.

    Raises as `chosen_for_outcome` and `require_confirmation`.
    """
    if typed.is_another:
        return None
    if typed.outcome is None:
        _confirm_repetition(context, effects, session_id, when, is_newest=is_newest)
        return None
    return chosen_for_outcome(context, typed.words, typed.outcome, session_id, when, is_newest=is_newest)


def _ask(context: Context, session_id: str | None, when: Moment, *, is_newest: bool) -> str:
    """The side effect as the person types it. Raises UsageError off a terminal."""
    if not context.console.may_ask:
        raise UsageError(missing_side_effect())
    with context.open_reader() as reader:
        session = session_of_effect(reader, session_id, when, is_newest=is_newest)
    return ask_side_effect(context, session)


def _confirm_repetition(
    context: Context, effects: Sequence[SideEffect], session_id: str | None, when: Moment, *, is_newest: bool
) -> None:
    """Ask for confirmation when the session has one of these side effects. Raises as `require_confirmation` does."""
    with context.open_reader() as reader:
        session = session_of_effect(reader, session_id, when, is_newest=is_newest)
    for duplicate in (each for each in session.side_effects if any(is_same(each, effect) for effect in effects)):
        question = repeated_effect_question(session, duplicate)
        name = name_of(duplicate) or duplicate.kind
        declined = kept_effect(effect_line([name], ["--session", session.label, "--outcome", "TEXT"]))
        context.console.require_confirmation(
            question, refusal=f"{question} If so", yes=False, option="--another", declined=declined
        )


def _show_nothing_to_save(console: Console, *, as_json: bool, is_said: bool = False) -> None:
    """`is_said`: the words for which nothing is saved were named already."""
    if as_json:
        console.say_json(None)
    elif not is_said:
        console.acknowledge("No side effect: there is nothing to save.")
