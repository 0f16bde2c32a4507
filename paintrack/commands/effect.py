"""A side effect noticed later."""

from dataclasses import replace
from typing import Annotated

import typer

from paintrack.commands.here import Here
from paintrack.commands.options import AtOption, JsonOption, moment
from paintrack.commands.recording import session_of
from paintrack.commands.talk import advise
from paintrack.domain.record import entry_json
from paintrack.domain.side_effects import label_of, parse_side_effect
from paintrack.domain.when import show_day, to_utc
from paintrack.errors import NotFoundError, UsageError
from paintrack.views.changes import effect_saved

Kind = Annotated[
    list[str], typer.Argument(metavar="KIND", help="bruise, dizzy, chest pain, ..., or in your own words.")
]
SessionOption = Annotated[
    str | None, typer.Option("--session", metavar="ID", help="The session it came from. Default: the newest.")
]


def run(
    here: Here, kind: Kind, session: SessionOption = None, at: AtOption = None, as_json: JsonOption = False
) -> None:
    """Record a side effect that was noticed after the session.

    paintrack effect bruise

    What may need a doctor now is said at once, before anything is saved. The advice is no medical advice.
    """
    words = " ".join(kind)
    advise([words])
    effect, when = parse_side_effect(words), moment(at, here.now)
    with here.writing(make=False) as writer:
        visit = (
            session_of(here, writer, session)
            if session is not None
            else (writer.newest_session() if at is None else writer.session_before(to_utc(when.at)))
        )
        if visit is None:
            raise NotFoundError("Nothing saved. There is no session yet that it came from: paintrack log BEFORE AFTER")
        if when.day < visit.when.day:
            raise UsageError(f"Session {visit.label} was later, {show_day(visit.when.day)}. Nothing saved.")
        effect = effect._replace(noticed=when.iso())
        saved = writer.save(replace(visit, side_effects=(*visit.side_effects, effect)))
        writer.describe(f"side effect of session {saved.label}: {label_of(effect)}")
    if as_json:
        here.say_json(entry_json(saved))
    else:
        here.acknowledge(effect_saved(saved, effect, when=when, width=here.width))
