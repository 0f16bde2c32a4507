"""The score on leaving: completes the open session."""

from collections.abc import Sequence
from typing import Annotated

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.id_resolution import session_of
from paintrack.commands._shared.names.name_resolution import (
    intended_session_names,
    reject_duplicate_conditions,
    require_single_condition,
)
from paintrack.commands._shared.options.common_options import JsonOption, NewNameOption, OneScoreOptions
from paintrack.commands._shared.parsing import also_of, condition_name, details_of, moment_of, score_of
from paintrack.commands._shared.sessions.after_score_name_matching import after_score_names, options_of_score
from paintrack.commands._shared.sessions.session_saving import acknowledge_session, completion_step, save_session
from paintrack.model.completing.session_completion import (
    add_leaving_scores,
    no_current_session_error,
    select_open_session,
)
from paintrack.model.displayed_text import isolated
from paintrack.model.entries import Session
from paintrack.model.open_session import current_sessions
from paintrack.model.values.moment import Moment
from paintrack.storage.reader import Reader
from paintrack.views.value_words import show_day, show_score

Score = Annotated[
    list[str] | None, typer.Argument(metavar="[SCORE]", help="The score now, 0 none to 10 worst imaginable.")
]
SessionOption = Annotated[
    str | None,
    typer.Option("--session", metavar="ID", help="Complete this session; SCORE is from right after it."),
]


def run(
    context: Context,
    options: OneScoreOptions,
    score: Score = None,
    session_id: SessionOption = None,
    new: NewNameOption = False,
    as_json: JsonOption = False,
) -> None:
    """Complete the open session with the score on leaving; on a terminal, asks for it.

    paintrack after 3

    If the session began over four hours ago or on another day, add --session ID.
    """
    words, is_asked = score or [], not score and context.console.may_ask
    is_typed = not options.is_empty
    if is_asked and not is_typed:
        words, options = _ask(context, options, session_id)
    # No questions if the command is refused anyway.
    value = None if is_asked and is_typed else _score_of(words)
    also_scores, condition = also_of(options.also, most=1), condition_name(options.condition)
    require_single_condition(context, condition, accepts_new=new)
    when, details = moment_of(options.at, context), details_of(options, context)
    not_meant: list[str] = []
    if condition is not None or also_scores or details.practitioner is not None:
        condition, also_scores, not_meant = after_score_names(
            context, condition, also_scores, session_id=session_id, score=value, when=when, typed_at=options.at
        )
    recorded_only = ("--for", "--also")
    condition, also_scores, details = intended_session_names(
        context, condition, also_scores, details, accepts_new=new, recorded_only=recorded_only, excluding=not_meant
    )
    also = [(name, scores[0]) for name, scores in also_scores]
    reject_duplicate_conditions(context, condition, [name for name, _ in also], rates_usual=False)
    time_of_scores = when if session_id is None or options.at is not None else None
    # With a time, too, a session other than the newest may be meant.
    is_session_typed = session_id is not None or options.at is not None
    if value is None:
        with context.open_reader() as reader:
            session = _session_to_complete(reader, session_id, condition, None, when, typed_at=options.at)
            add_leaving_scores(
                session,
                None,
                condition,
                also,
                when=time_of_scores,
                typed="",
                is_session_typed=is_session_typed,
                typed_at=options.at,
            )
        words, _ = _ask(context, options, session_id)
        value = _score_of(words)
    hints: list[str] = []
    if session_id is not None:
        from paintrack.commands._shared.sessions.late_scores import late_score_remarks

        hints = late_score_remarks(
            context, session_id, value, condition, also, when=when, typed_at=options.at, is_asked=is_asked
        )
    with context.open_writer(create=False) as writer:
        session = _session_to_complete(writer, session_id, condition, value, when, typed_at=options.at)
        session, ratings = add_leaving_scores(
            session,
            value,
            condition,
            also,
            when=time_of_scores,
            typed=writer.now,
            is_session_typed=is_session_typed,
            typed_at=options.at,
        )
        saved, remarks = save_session(writer, session, details)
        scores = ", ".join(f"{isolated(rating.condition)} {show_score(rating.after)}" for rating in ratings)
        next_step = completion_step(saved, writer.open_sessions(), context.now, has_score=True)
        writer.describe(f"{scores} after session {saved.label}, {show_day(saved.when.day)}")
    when = time_of_scores or saved.when
    acknowledge_session(
        context,
        saved,
        ratings,
        details,
        when=when,
        closed_state="is complete",
        remarks=[*remarks, *hints],
        next_step=next_step,
        is_began_named=options.at is not None,
        as_json=as_json,
    )


def _score_of(words: Sequence[str]) -> float:
    return score_of(words, example=" ".join(["after", *(words[:1] or ["3"])]))


def _ask(context: Context, options: OneScoreOptions, session_id: str | None) -> tuple[list[str], OneScoreOptions]:
    """The score as the word of the command, and the options with the answers to all other questions."""
    from paintrack.commands._shared.sessions.session_questions import ask_after

    return ask_after(context, options, session_id)


def _session_to_complete(
    reader: Reader,
    session_id: str | None,
    condition: str | None,
    score: float | None,
    when: Moment,
    *,
    typed_at: str | None,
) -> Session:
    """The session of the id, or without one the session that waits for its score on leaving at `when`.

    `score` is None if it is not typed yet, `typed_at` is `when` as typed, None for now. Raises NotFoundError and
    SeveralSessionsOpenError.
    """
    if session_id is not None:
        return session_of(reader, session_id)
    open_sessions = reader.open_sessions()
    session = select_open_session(current_sessions(open_sessions, when), condition, score)
    if session is None:
        options = options_of_score()
        raise no_current_session_error(
            open_sessions, score, when, typed_at=typed_at, condition=condition, options=options
        )
    return session
