"""The score on arrival: opens a session."""

from collections.abc import Sequence
from typing import Annotated

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.options.common_options import JsonOption, NewNameOption, NewSessionOptions
from paintrack.commands._shared.parsing import also_of, condition_name, details_of, moment_of, score_of
from paintrack.commands._shared.sessions.resolve import (
    advise_on_new_conditions,
    condition_of,
    intended_session_names,
    practitioner_hint,
    real_name_hint,
    reject_duplicate_conditions,
    require_one_condition,
    scale_hints,
)
from paintrack.commands._shared.sessions.session_saving import (
    completion_step,
    detail_remarks,
    new_session,
    save_session,
    warn_of_excess_cover,
)
from paintrack.model.entries import Rating, Session
from paintrack.model.open_session import add_arrival_scores, current_session, open_ratings
from paintrack.model.serialization.json_entries import entry_json
from paintrack.views.confirmations.score_confirmation import session_confirmation
from paintrack.views.value_words import show_day, show_score

Score = Annotated[
    list[str] | None, typer.Argument(metavar="[SCORE]", help="The score now, 0 none to 10 worst imaginable.")
]
Another = Annotated[bool, typer.Option("--another", help="Open a new session although one is open.")]


def run(
    context: Context,
    options: NewSessionOptions,
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
    if not words and context.console.may_ask:
        from paintrack.commands._shared.sessions.session_questions import ask_before

        words, options = ask_before(context, options)
    condition = condition_name(options.condition)
    command = " ".join(["before", *(words[:1] or ["7"])])
    value = score_of(words, example=command)
    also = also_of(options.also, most=1)
    when, details = moment_of(options.at, context), details_of(options)
    require_one_condition(context, condition, command, takes_also=True)
    # What was asked for was asked about at once.
    accepts_new = new or not is_typed
    condition, also, details = intended_session_names(context, condition, also, details, accepts_new=accepts_new)
    reject_duplicate_conditions(context, condition, [name for name, _ in also])
    with context.open_writer() as writer:
        main = condition_of(condition, writer)
        ratings = [Rating(condition=main, before=value)]
        ratings += [Rating(condition=condition_of(name, writer), before=scores[0]) for name, scores in also]
        names = [rating.condition for rating in ratings]
        if is_typed:
            advise_on_new_conditions(names, writer)
        open_sessions = writer.open_sessions()
        session = None if another else current_session(open_sessions, when)
        beside = [rating.condition for rating in session.ratings] if session else []
        remarks = [*details.remarks, *scale_hints(names, condition, writer, beside)]
        joined = session
        nearby = (
            [] if another or joined else [each for each in writer.sessions_around(when.at) if not open_ratings(each)]
        )
        session = (
            add_arrival_scores(session, ratings, when, writer.now)
            if session
            else new_session(when, writer.now, ratings)
        )
        remarks += [*details.repeats(session), *practitioner_hint(details, writer)]
        saved = save_session(writer, session, details)
        if (open_sessions or nearby) and not another:
            remarks += _remarks_on_others(saved, joined, nearby, open_sessions)
        remarks = [*detail_remarks(saved, details), *remarks]
        remarks += real_name_hint(main, condition, writer)
        scores = ", ".join(f"{rating.condition} {show_score(rating.before)}" for rating in ratings)
        writer.describe(f"{scores} before session {saved.label}, {show_day(saved.when.day)}")
    warn_of_excess_cover(context.console, saved, details)
    if as_json:
        context.console.say_json(entry_json(saved))
    else:
        context.console.acknowledge(
            session_confirmation(
                saved,
                ratings,
                when=when,
                state="is open",
                width=context.console.width,
                remarks=remarks,
                next_step=completion_step(saved, open_sessions, context.now),
            )
        )


def _remarks_on_others(
    saved: Session, joined: Session | None, nearby: Sequence[Session], open_sessions: Sequence[Session]
) -> list[str]:
    """One sentence at most: the session was joined, may have been typed twice, or leaves another one open.

    `joined` is the one that the scores went into; `nearby` have their scores on leaving.
    """
    from paintrack.views.confirmations import repeated_session

    if joined is not None:
        return [repeated_session.joined_session_remark(joined)]
    repeated = repeated_session.repeated_session_remarks(saved, nearby)
    left_open = [repeated_session.left_open_remark(each) for each in open_sessions[:1]]
    return repeated or left_open
