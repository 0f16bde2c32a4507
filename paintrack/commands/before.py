"""The score on arrival: opens a session."""

from collections.abc import Sequence
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
from paintrack.commands._shared.options.common_options import JsonOption, NewNameOption, OneScoreOptions
from paintrack.commands._shared.parsing import also_of, condition_name, details_of, moment_of, score_of
from paintrack.commands._shared.sessions.session_saving import (
    acknowledge_session,
    completion_step,
    new_session,
    save_session,
)
from paintrack.model.completing.session_completion import add_arrival_scores
from paintrack.model.displayed_text import isolated
from paintrack.model.entries import Rating, Session
from paintrack.model.open_session import current_session, open_conditions, open_ratings
from paintrack.views.value_words import show_day, show_score

Score = Annotated[
    list[str] | None, typer.Argument(metavar="[SCORE]", help="The score now, 0 none to 10 worst imaginable.")
]
Another = Annotated[bool, typer.Option("--another", help="Open a new session although one is open.")]


def run(
    context: Context,
    options: OneScoreOptions,
    score: Score = None,
    another: Another = False,
    new: NewNameOption = False,
    as_json: JsonOption = False,
) -> None:
    """Open a session with the score on arrival; on a terminal, asks for a missing one.

    paintrack before 7 --for "lower back"

    When the session is over: paintrack after SCORE.
    """
    words, is_typed = score or [], bool(score) or not options.is_empty
    asks = not words and context.console.may_ask
    if asks and not is_typed:
        words, options = _ask(context, options, opens_another=another)
    condition = condition_name(options.condition)
    # No questions if the command is refused anyway.
    value = None if asks and is_typed else _score_of(words)
    also = also_of(options.also, most=1)
    when, details = moment_of(options.at, context), details_of(options, context)
    # The answers to questions were checked one by one.
    accepts_new = new or not is_typed
    require_single_condition(context, condition, accepts_new=accepts_new)
    condition, also, details = intended_session_names(context, condition, also, details, accepts_new=accepts_new)
    also_names = [name for name, _ in also]
    reject_duplicate_conditions(context, condition, also_names)
    if value is None:
        words, _ = _ask(context, options, [condition, *also_names], opens_another=another)
        value = _score_of(words)
    with context.open_writer() as writer:
        scores = [(condition, value), *((name, values[0]) for name, values in also)]
        ratings = [Rating(condition=condition_of(name, writer), before=score) for name, score in scores]
        names = [rating.condition for rating in ratings]
        if is_typed:
            advise_on_new_conditions(names, writer)
        open_sessions, nearby = writer.open_sessions(), writer.sessions_around(when.at)
        joined = None if another else current_session(open_sessions, when)
        hints = scale_hints(names, condition, writer, [each.condition for each in joined.ratings] if joined else [])
        if joined:
            session = add_arrival_scores(joined, ratings, when, writer.now)
        else:
            session = new_session(when, writer.now, ratings)
        saved, remarks = save_session(writer, session, details)
        remarks += hints
        if not another:
            remarks += _remarks_on_others(saved, joined, nearby, open_sessions)
        remarks += real_name_hint(names[0], condition if is_typed else None, writer)
        scores_on_arrival = ", ".join(f"{isolated(rating.condition)} {show_score(rating.before)}" for rating in ratings)
        writer.describe(f"{scores_on_arrival} before session {saved.label}, {show_day(saved.when.day)}")
    next_step = completion_step(saved, open_sessions, context.now)
    acknowledge_session(
        context, saved, ratings, details, when=when, remarks=remarks, next_step=next_step, as_json=as_json
    )


def _score_of(words: Sequence[str]) -> float:
    return score_of(words, example=" ".join(["before", *(words[:1] or ["7"])]))


def _ask(
    context: Context, options: OneScoreOptions, conditions: Sequence[str | None] = (), *, opens_another: bool
) -> tuple[list[str], OneScoreOptions]:
    """The score as the word of the command, and the options with the answers to all other questions."""
    from paintrack.commands._shared.sessions.session_questions import ask_before

    return ask_before(context, options, conditions, opens_another=opens_another)


def _remarks_on_others(
    saved: Session, joined: Session | None, nearby: Sequence[Session], open_sessions: Sequence[Session]
) -> list[str]:
    """One sentence at most: the session was joined, may have been typed twice, or leaves another one open.

    `joined` is the one that the scores went into, `nearby` are those within a day.
    """
    if not (joined or nearby or open_sessions):
        return []
    from paintrack.views.confirmations import repeated_session

    if joined is not None:
        from paintrack.commands._shared.typer_invocation import typed_command_with

        return [repeated_session.joined_session_remark(joined, typed_command_with("--another"))]
    complete = [each for each in nearby if not open_ratings(each)]
    repeated = repeated_session.repeated_session_remarks(saved, complete)
    of_same_condition = [
        each for each in open_sessions if not {*open_conditions(each)}.isdisjoint(open_conditions(saved))
    ]
    left_open = [repeated_session.left_open_remark(each) for each in (of_same_condition or open_sessions)[:1]]
    return repeated or left_open
