"""A reading: a score at any other time than in a session."""

from typing import Annotated
from uuid import uuid4

import typer

from paintrack.commands._shared.context import Here
from paintrack.commands._shared.options import AtOption, ForOption, JsonOption, NoteOption, moment
from paintrack.commands._shared.parsing import condition_of, first_words, name_of, note_of, score_of
from paintrack.model.entry import Reading, in_words
from paintrack.model.moment import show_day, since_words, to_utc
from paintrack.model.serialization.json_entries import entry_json
from paintrack.model.text import clean
from paintrack.views.confirmations.session_confirmation import reading_confirmation

Score = Annotated[list[str], typer.Argument(metavar="SCORE", help="The score, 0 none to 10 worst imaginable.")]


def run(
    here: Here,
    score: Score,
    condition: ForOption = None,
    at: AtOption = None,
    note: NoteOption = None,
    as_json: JsonOption = False,
) -> None:
    """Record how it is now, between sessions or before the first one.

    paintrack rate 4 --for "lower back"
    """
    value = score_of(score, example=f"rate {score[0]}")
    typed = name_of(condition)
    when, remark = moment(at, here.now), clean(note_of(note) or "", "The note") or None
    with here.writing() as writer:
        name = condition_of(typed, writer)
        remarks = first_words(name, typed, writer)
        reading = Reading(
            uid=uuid4().hex,
            when=when,
            entered=writer.now,
            edited=writer.now,
            condition=name,
            score=value,
            note=remark,
        )
        saved = writer.save(reading)
        session = writer.session_before(to_utc(when.at))
        writer.describe(f"{in_words(saved)}, {show_day(when.day)}")
    if as_json:
        here.say_json(entry_json(saved))
    else:
        after = f"{since_words(session.at, when.at)} after session {session.label}" if session else ""
        here.acknowledge(
            reading_confirmation(saved, width=here.width, just_now=at is None, after=after, remarks=remarks)
        )
