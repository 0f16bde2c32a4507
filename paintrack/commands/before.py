"""The score on arrival."""

from typing import Annotated

import typer

from paintrack.commands._shared.context import Here
from paintrack.commands._shared.options import Details, JsonOption, moment
from paintrack.commands._shared.parsing import (
    also_of,
    condition_of,
    details_of,
    first_words,
    name_of,
    new_session,
    priced,
    refuse_twins,
    scores_of,
    spelled,
)
from paintrack.model.entry import Rating
from paintrack.model.moment import show_day
from paintrack.model.open_session import going_on, joined
from paintrack.model.score import show_score
from paintrack.model.serialization.json_entries import entry_json
from paintrack.views.confirmations.session_confirmation import session_confirmation

Score = Annotated[list[str], typer.Argument(metavar="SCORE", help="The score now, 0 none to 10 worst imaginable.")]
Another = Annotated[bool, typer.Option("--another", help="A new session, also while one is open.")]


def run(here: Here, details: Details, score: Score, another: Another = False, as_json: JsonOption = False) -> None:
    """Open a session with the score on arrival; when it is over: paintrack after SCORE.

    paintrack before 7 --for "lower back"
    """
    condition = name_of(details.condition)
    value = scores_of(score, most=1, example=f"before {score[0]}")[0]
    also = also_of(details.also, most=1)
    when, said = moment(details.at, here.now), details_of(details)
    refuse_twins(here, condition, [name for name, _ in also])
    with here.writing() as writer:
        main = condition_of(condition, writer)
        remarks = [*said.remarks, *first_words(main, condition, writer)]
        ratings = [Rating(condition=main, before=value)]
        ratings += [Rating(condition=condition_of(name, writer), before=scores[0]) for name, scores in also]
        waiting = writer.open_sessions()
        session = None if another else going_on(waiting, when)
        if session is None and waiting and not another:
            remarks.append(f"Session {waiting[0].label}, {show_day(waiting[0].when.day)}, has no score after.")
        session = joined(session, ratings, when, writer.now) if session else new_session(when, writer.now, ratings)
        remarks += said.repeats(session)
        saved = writer.save(priced(spelled(said, writer).added_to(session), writer))
        scores = ", ".join(f"{rating.condition} {show_score(rating.before)}" for rating in ratings)
        writer.describe(f"{scores} before session {saved.label}, {show_day(saved.when.day)}")
    if as_json:
        here.say_json(entry_json(saved))
    else:
        here.acknowledge(
            session_confirmation(
                saved,
                ratings,
                when=when,
                state="is open",
                width=here.width,
                remarks=remarks,
                next_step="When it is over: paintrack after SCORE",
            )
        )
