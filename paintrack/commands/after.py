"""The score on leaving."""

from typing import Annotated

import typer

from paintrack.commands._shared.context import Here
from paintrack.commands._shared.options import Details, JsonOption, moment
from paintrack.commands._shared.parsing import (
    also_of,
    details_of,
    name_of,
    priced,
    refuse_twins,
    score_of,
    session_of,
    spelled,
)
from paintrack.model.moment import show_day
from paintrack.model.open_session import all_going_on, completed, one_meant, open_ratings, refuse_stale
from paintrack.model.score import show_score
from paintrack.model.serialization.json_entries import entry_json
from paintrack.views.confirmations.session_confirmation import session_confirmation

Score = Annotated[list[str], typer.Argument(metavar="SCORE", help="The score now, 0 none to 10 worst imaginable.")]
SessionOption = Annotated[
    str | None,
    typer.Option("--session", metavar="ID", help="Complete this session: how it was right after it."),
]


def run(here: Here, details: Details, score: Score, session: SessionOption = None, as_json: JsonOption = False) -> None:
    """Complete the open session with the score on leaving.

    paintrack after 3

    A session of another day, or opened more than four hours ago, is never completed by a guess: name it with
    --session, or record how it is now with: paintrack rate SCORE
    """
    value = score_of(score, example=f"after {score[0]}")
    also = [(name, scores[0]) for name, scores in also_of(details.also, most=1)]
    condition = name_of(details.condition)
    refuse_twins(here, condition, [name for name, _ in also])
    when, said = moment(details.at, here.now), details_of(details)
    known = when if session is None or details.at is not None else None
    with here.writing(make=False) as writer:
        waiting = writer.open_sessions()
        named = None if session is None else session_of(here, writer, session)
        visit = named or one_meant(all_going_on(waiting, when), condition, value)
        if visit is None:
            raise refuse_stale(waiting, value, when)
        visit, ratings = completed(visit, value, condition, also, when=known, typed=writer.now)
        remarks = [*said.remarks, *said.repeats(visit)]
        saved = writer.save(priced(spelled(said, writer).added_to(visit), writer))
        scores = ", ".join(f"{rating.condition} {show_score(rating.after)}" for rating in ratings)
        writer.describe(f"{scores} after session {saved.label}, {show_day(saved.when.day)}")
    if as_json:
        here.say_json(entry_json(saved))
    else:
        state = "is open" if open_ratings(saved) else "is complete"
        here.acknowledge(
            session_confirmation(
                saved,
                ratings,
                when=known or saved.when,
                state=state,
                width=here.width,
                remarks=remarks,
            )
        )
