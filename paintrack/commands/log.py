"""A whole session in one go."""

from typing import Annotated

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.options import JsonOption, NewSessionOptions
from paintrack.commands._shared.parsing import also_of, condition_name, details_of, moment_of, scores_of
from paintrack.commands._shared.resolve import (
    condition_of,
    reject_duplicate_conditions,
    scale_hint,
    with_default_currency,
    with_known_spelling,
)
from paintrack.commands._shared.session_saving import new_session
from paintrack.errors import UsageError
from paintrack.model.entry import Rating, in_words
from paintrack.model.moment import show_day
from paintrack.model.open_session import open_ratings, quoted
from paintrack.model.serialization.json_entries import entry_json
from paintrack.views.confirmations.confirmations import session_saved

Scores = Annotated[
    list[str] | None,
    typer.Argument(metavar="[BEFORE] [AFTER]", help="The scores, 0 none to 10 worst imaginable."),
]


def run(context: Context, options: NewSessionOptions, scores: Scores = None, as_json: JsonOption = False) -> None:
    """Record a whole session: the score on arrival and the one on leaving.

    paintrack log 7 3 --for "lower back" --points LI4,ST36 --with "Dr Li"

    Asks for what is missing on a terminal. A session without scores is a visit: it counts in plans and costs.
    """
    words = scores or []
    condition = condition_name(options.condition)
    before, after = scores_of(words, most=2, example=f"log {' '.join(words[:2])}")
    also = also_of(options.also, most=2)
    when, details = moment_of(options.at, context.now), details_of(options)
    if context.console.may_ask and after is None:
        before, after = _asked(context, before)
    if condition is not None and before is None and after is None:
        raise UsageError(f"{condition} has no score here: paintrack log 7 3 --for {quoted(condition)}. Nothing saved.")
    if before is None and options.is_empty:
        raise UsageError(
            "Nothing to save. Type the scores: paintrack log 7 3. A visit without scores: "
            "paintrack log --note TEXT. Nothing saved."
        )
    if before is not None or after is not None:
        reject_duplicate_conditions(context, condition, [name for name, _ in also])
    with context.open_writer() as writer:
        main = condition_of(condition, writer)
        rated = [(main, [before, after])] if before is not None or after is not None else []
        rated += [(condition_of(name, writer), scores) for name, scores in also]
        ratings = [Rating(condition=name, before=scores[0], after=scores[1]) for name, scores in rated]
        session = new_session(when, writer.now, ratings)
        remarks = [*details.remarks, *details.repeats(session)]
        remarks += scale_hint(main, condition, writer) if ratings else []
        saved = writer.save(with_default_currency(with_known_spelling(details, writer).added_to(session), writer))
        writer.describe(f"{in_words(saved)}, {show_day(saved.when.day)}")
    if as_json:
        context.console.say_json(entry_json(saved))
    else:
        state = "is open" if open_ratings(saved) else ""
        context.console.acknowledge(
            session_saved(
                saved,
                ratings,
                when=saved.when,
                state=state,
                width=context.console.width,
                remarks=remarks,
            )
        )


def _asked(context: Context, before: float | None) -> tuple[float | None, float | None]:
    if before is None:
        before = context.console.ask_score("Score on arrival (Enter: none)")
    return before, context.console.ask_score("Score on leaving (Enter: later)")
