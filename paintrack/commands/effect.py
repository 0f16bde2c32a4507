"""A side effect noticed later."""

from dataclasses import replace
from typing import Annotated

import typer

from paintrack.commands._shared.common_options import AtOption, JsonOption
from paintrack.commands._shared.console import Console
from paintrack.commands._shared.context import Context
from paintrack.commands._shared.parsing import moment_of
from paintrack.commands._shared.resolve import session_of
from paintrack.errors import NotFoundError, UsageError
from paintrack.model.entries import Session, SideEffect
from paintrack.model.moment import Moment, show_day, to_utc
from paintrack.model.serialization.json_entries import entry_json
from paintrack.model.symptoms.side_effect_recognition import is_none, is_same, label_of, parse_side_effect
from paintrack.storage.reader import Reader
from paintrack.views.confirmations.side_effect_confirmation import effect_confirmation, repeated_effect_question

Kind = Annotated[
    list[str], typer.Argument(metavar="KIND", help="bruise, dizzy, chest pain, ..., or in your own words.")
]
SessionOption = Annotated[
    str | None, typer.Option("--session", metavar="ID", help="The session it followed. Default: the newest.")
]
Another = Annotated[bool, typer.Option("--another", help="Save it even if the session already has it.")]


def run(
    context: Context,
    kind: Kind,
    session_id: SessionOption = None,
    at: AtOption = None,
    another: Another = False,
    as_json: JsonOption = False,
) -> None:
    """Record a side effect that was noticed after the session.

    paintrack effect bruise

    What may need a doctor now is said at once, before anything is saved. It is a prompt to get help, no medical
    advice, and paintrack cannot recognise every emergency. The emergency number is 112 in Europe, 911 in North
    America, 999 in the United Kingdom.
    """
    words = " ".join(kind)
    if is_none(words):
        _show_nothing_to_save(context.console, as_json=as_json)
        return
    when = moment_of(at, context.now)
    effect = parse_side_effect(words)._replace(noticed=when.iso())
    if not another:
        _confirm_repetition(context, effect, session_id, when, is_newest=at is None)
    with context.open_writer(create=False) as writer:
        session = _session_of_effect(writer, session_id, when, is_newest=at is None)
        saved = writer.save(replace(session, side_effects=(*session.side_effects, effect)))
        writer.describe(f"side effect of session {saved.label}: {label_of(effect)}")
    if as_json:
        context.console.say_json(entry_json(saved))
    else:
        context.console.acknowledge(effect_confirmation(saved, effect, when=when, width=context.console.width))


def _confirm_repetition(
    context: Context, effect: SideEffect, session_id: str | None, when: Moment, *, is_newest: bool
) -> None:
    """Ask for confirmation when the session already has this side effect. Raises as `require_confirmation` does."""
    with context.open_reader() as reader:
        session = _session_of_effect(reader, session_id, when, is_newest=is_newest)
    duplicate = next((each for each in session.side_effects if is_same(each, effect)), None)
    if duplicate is not None:
        question = repeated_effect_question(session, duplicate)
        context.console.require_confirmation(question, refusal=f"{question} If so", yes=False, option="--another")


def _session_of_effect(reader: Reader, session_id: str | None, when: Moment, *, is_newest: bool) -> Session:
    """The session with the id; without one the newest session, or the last one before `when`.

    Raises NotFoundError when there is none, UsageError when it was on a later day.
    """
    if session_id is not None:
        session: Session | None = session_of(reader, session_id)
    else:
        session = reader.newest_session() if is_newest else reader.session_before(to_utc(when.at))
    if session is None:
        raise NotFoundError("There is no session yet that it came from: paintrack log BEFORE AFTER")
    if when.day < session.when.day:
        raise UsageError(f"Session {session.label} was later, {show_day(session.when.day)}.")
    return session


def _show_nothing_to_save(console: Console, *, as_json: bool) -> None:
    if as_json:
        console.say_json(None)
    else:
        console.acknowledge("No side effect: there is nothing to save.")
