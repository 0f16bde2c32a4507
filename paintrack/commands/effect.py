"""A side effect noticed later."""

from dataclasses import replace
from typing import Annotated

import typer

from paintrack.commands._shared.context import Here
from paintrack.commands._shared.options import AtOption, JsonOption, moment
from paintrack.commands._shared.parsing import session_of
from paintrack.errors import NotFoundError, UsageError
from paintrack.model.entry import Session
from paintrack.model.moment import Moment, show_day, to_utc
from paintrack.model.serialization.json_entries import entry_json
from paintrack.model.symptoms.side_effects import is_none, is_same, label_of, parse_side_effect
from paintrack.storage.reader import Reader
from paintrack.views.confirmations.side_effect_confirmation import effect_confirmation, repeated_effect_question

Kind = Annotated[
    list[str], typer.Argument(metavar="KIND", help="bruise, dizzy, chest pain, ..., or in your own words.")
]
SessionOption = Annotated[
    str | None, typer.Option("--session", metavar="ID", help="The session it came from. Default: the newest.")
]
Another = Annotated[bool, typer.Option("--another", help="Save it, also when the session has the same one already.")]


def run(
    here: Here,
    kind: Kind,
    session: SessionOption = None,
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
        _answer_none(here, as_json=as_json)
        return
    when = moment(at, here.now)
    effect = parse_side_effect(words)._replace(noticed=when.iso())
    if not another:
        with here.reading() as reader:
            visit = _visit(here, reader, session, when, is_newest=at is None)
        if twins := [each for each in visit.side_effects if is_same(each, effect)]:
            here.agree(repeated_effect_question(visit, twins[0]), yes=False, option="--another")
    with here.writing(make=False) as writer:
        visit = _visit(here, writer, session, when, is_newest=at is None)
        saved = writer.save(replace(visit, side_effects=(*visit.side_effects, effect)))
        writer.describe(f"side effect of session {saved.label}: {label_of(effect)}")
    if as_json:
        here.say_json(entry_json(saved))
    else:
        here.acknowledge(effect_confirmation(saved, effect, when=when, width=here.width))


def _visit(here: Here, reader: Reader, session: str | None, when: Moment, *, is_newest: bool) -> Session:
    """The session that it came from. Raises NotFoundError without one, UsageError when it was later."""
    if session is not None:
        visit: Session | None = session_of(here, reader, session)
    else:
        visit = reader.newest_session() if is_newest else reader.session_before(to_utc(when.at))
    if visit is None:
        raise NotFoundError("Nothing saved. There is no session yet that it came from: paintrack log BEFORE AFTER")
    if when.day < visit.when.day:
        raise UsageError(f"Session {visit.label} was later, {show_day(visit.when.day)}. Nothing saved.")
    return visit


def _answer_none(here: Here, *, as_json: bool) -> None:
    if as_json:
        here.say_json(None)
    else:
        here.acknowledge("No side effect: there is nothing to save.")
