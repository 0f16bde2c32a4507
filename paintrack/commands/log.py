"""A whole session in one command."""

from typing import Annotated

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.names.name_resolution import (
    advise_on_new_conditions,
    condition_of,
    intended_session_names,
    real_name_hint,
    reject_duplicate_conditions,
    require_single_condition,
    scale_hints,
)
from paintrack.commands._shared.options.common_options import JsonOption, NewNameOption, NewSessionOptions
from paintrack.commands._shared.parsing import also_of, condition_name, details_of, moment_of, scores_of
from paintrack.commands._shared.sessions.session_saving import (
    acknowledge_session,
    completion_step,
    new_session,
    save_session,
)
from paintrack.errors import UsageError
from paintrack.model.entries import Rating
from paintrack.views.value_words import in_words, show_day

Scores = Annotated[
    list[str] | None,
    typer.Argument(metavar="[BEFORE] [AFTER]", help="The scores, 0 none to 10 worst imaginable."),
]


def run(
    context: Context,
    options: NewSessionOptions,
    scores: Scores = None,
    new: NewNameOption = False,
    as_json: JsonOption = False,
) -> None:
    """Record a whole session: the score on arrival and the one on leaving.

    paintrack log 7 3 --for "lower back" --points LI4,ST36 --with "Dr Li"

    On a terminal, asks for missing scores; if nothing is typed, for the rest too. A session without scores still
    counts in plans and costs.
    """
    words = scores or []
    condition = condition_name(options.condition)
    before, after = scores_of(words, most=2, example=f"log {' '.join(words[:2])}")
    also = also_of(options.also, most=2)
    is_typed = bool(words) or not options.is_empty
    asks = context.console.may_ask and after is None
    if asks and not is_typed:
        before, after, options = _ask(context, before, options)
        condition = condition_name(options.condition)
    when, details = moment_of(options.at, context), details_of(options, context)
    # The answers to questions were checked one by one.
    accepts_new = new or not is_typed
    require_single_condition(context, condition, accepts_new=accepts_new)
    condition, also, details = intended_session_names(
        context, condition, also, details, accepts_new=accepts_new, is_scored=(before, after) != (None, None)
    )
    if asks and is_typed:
        if condition is not None:
            # No questions if the command is refused anyway.
            reject_duplicate_conditions(context, condition, [name for name, _ in also])
        before, after, _ = _ask(context, before, options)
    is_rated = before is not None or after is not None
    _reject_without_content(condition, before, after, options)
    if is_rated:
        reject_duplicate_conditions(context, condition, [name for name, _ in also])
    with context.open_writer() as writer:
        rated = [(condition, [before, after])] if is_rated else []
        ratings = [Rating(condition_of(name, writer), values[0], values[1]) for name, values in (*rated, *also)]
        names, nearby = [rating.condition for rating in ratings], writer.sessions_around(when.at)
        if is_typed:
            advise_on_new_conditions(names, writer)
        hints = scale_hints(names, condition if is_rated else "", writer)
        saved, remarks = save_session(writer, new_session(when, writer.now, ratings), details)
        remarks += [*hints, *(real_name_hint(names[0], condition if is_typed else None, writer) if is_rated else ())]
        if nearby:
            from paintrack.views.confirmations.repeated_session import repeated_session_remarks

            remarks += repeated_session_remarks(saved, nearby)
        writer.describe(f"{in_words(saved)}, {show_day(saved.when.day)}")
    next_step = completion_step(saved, nearby, context.now)
    acknowledge_session(
        context, saved, ratings, details, when=saved.when, remarks=remarks, next_step=next_step, as_json=as_json
    )


def _ask(
    context: Context, before: float | None, options: NewSessionOptions
) -> tuple[float | None, float | None, NewSessionOptions]:
    """Both scores, and the options with what was asked besides."""
    from paintrack.commands._shared.sessions.session_questions import ask_log

    return ask_log(context, before, options)


def _reject_without_content(
    condition: str | None, before: float | None, after: float | None, options: NewSessionOptions
) -> None:
    """Raise UsageError for a session without scores that names a condition or has nothing else to save either."""
    is_named_alone = condition is not None and before is None and after is None
    if is_named_alone or (before is None and options.is_empty):
        from paintrack.views.refusals.word_refusals import missing_scores

        raise UsageError(missing_scores(condition if is_named_alone else None))
