"""A whole session in one go."""

from typing import Annotated

import typer

from paintrack.commands._shared.context import Here
from paintrack.commands._shared.options import Details, JsonOption, moment
from paintrack.commands._shared.parsing import (
    also_of,
    asked_score,
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
from paintrack.errors import UsageError
from paintrack.model.entry import Rating, in_words
from paintrack.model.moment import show_day
from paintrack.model.open_session import open_ratings, quoted
from paintrack.model.serialization.json_entries import entry_json
from paintrack.views.confirmations.session_confirmation import session_confirmation

Scores = Annotated[
    list[str] | None,
    typer.Argument(metavar="[BEFORE] [AFTER]", help="The scores, 0 none to 10 worst imaginable."),
]


def run(here: Here, details: Details, scores: Scores = None, as_json: JsonOption = False) -> None:
    """Record a whole session: the score on arrival and the one on leaving.

    paintrack log 7 3 --for "lower back" --points LI4,ST36 --with "Dr Li"

    Asks for what is missing on a terminal. A session without scores is a visit: it counts in plans and costs.
    """
    words = scores or []
    condition = name_of(details.condition)
    before, after = scores_of(words, most=2, example=f"log {' '.join(words[:2])}")
    also = also_of(details.also, most=2)
    when, said = moment(details.at, here.now), details_of(details)
    if here.may_ask and after is None:
        before, after = _asked(here, before)
    if condition is not None and before is None and after is None:
        raise UsageError(f"{condition} has no score here: paintrack log 7 3 --for {quoted(condition)}. Nothing saved.")
    if before is None and details.is_empty:
        raise UsageError(
            "Nothing to save. Type the scores: paintrack log 7 3. A visit without scores: "
            "paintrack log --note TEXT. Nothing saved."
        )
    if before is not None or after is not None:
        refuse_twins(here, condition, [name for name, _ in also])
    with here.writing() as writer:
        main = condition_of(condition, writer)
        rated = [(main, [before, after])] if before is not None or after is not None else []
        rated += [(condition_of(name, writer), scores) for name, scores in also]
        ratings = [Rating(condition=name, before=scores[0], after=scores[1]) for name, scores in rated]
        session = new_session(when, writer.now, ratings)
        remarks = [*said.remarks, *said.repeats(session)]
        remarks += first_words(main, condition, writer) if ratings else []
        saved = writer.save(priced(spelled(said, writer).added_to(session), writer))
        writer.describe(f"{in_words(saved)}, {show_day(saved.when.day)}")
    if as_json:
        here.say_json(entry_json(saved))
    else:
        state = "is open" if open_ratings(saved) else ""
        here.acknowledge(
            session_confirmation(
                saved,
                ratings,
                when=saved.when,
                state=state,
                width=here.width,
                remarks=remarks,
            )
        )


def _asked(here: Here, before: float | None) -> tuple[float | None, float | None]:
    if before is None:
        before = asked_score(here, "Score on arrival (Enter: none)")
    return before, asked_score(here, "Score on leaving (Enter: later)")
