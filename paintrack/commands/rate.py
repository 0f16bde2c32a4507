"""A reading: a score outside sessions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.names.name_resolution import (
    advise_on_new_conditions,
    condition_of,
    intended_session_names,
    reject_duplicate_conditions,
    require_single_condition,
    scale_hints,
)
from paintrack.commands._shared.options.common_options import (
    AtOption,
    ForOption,
    JsonOption,
    NewNameOption,
    NoteOption,
    OneScoreOptions,
    TookOption,
)
from paintrack.commands._shared.parsing import also_of, condition_name, moment_of, note_of, score_of
from paintrack.commands._shared.sessions.reading_saving import (
    open_session_of,
    open_session_remarks,
    repeated_reading_remarks,
    save_readings,
    time_after_last_session,
)
from paintrack.model.displayed_text import shell_quoted, visible_line
from paintrack.model.entries import Reading
from paintrack.model.serialization.json_entries import entry_json
from paintrack.model.typed.session_details import SessionDetails
from paintrack.model.typed.typed_text import clean, one_line
from paintrack.model.values.moment import Moment
from paintrack.views.confirmations.score_confirmation import reading_confirmation
from paintrack.views.value_words import in_words, show_day

if TYPE_CHECKING:
    from paintrack.storage.writer import Writer

Score = Annotated[list[str] | None, typer.Argument(metavar="[SCORE]", help="The score, 0 none to 10 worst imaginable.")]

Also = Annotated[
    list[str] | None,
    typer.Option("--also", metavar="CONDITION=SCORE", help="Another condition: neck=4. Repeatable."),
]
RestOf = Annotated[
    str | None,
    typer.Option("--rest-of", metavar="MONTH", help="The days of MONTH without a score were 0: october."),
]


def run(
    context: Context,
    score: Score = None,
    condition: ForOption = None,
    also: Also = None,
    at: AtOption = None,
    took: TookOption = None,
    note: NoteOption = None,
    rest_of: RestOf = None,
    new: NewNameOption = False,
    as_json: JsonOption = False,
) -> None:
    """Record a score between sessions, or before the first one.

    paintrack rate 4 --for "lower back"
    paintrack rate 4 --also migraine=2

    On a terminal, asks for a missing score. --took and --note belong to the first score, not to those of --also.
    """
    words = score or []
    # With --rest-of the score is known: it can only be 0.
    asks = not words and rest_of is None and context.console.may_ask
    asks_all = asks and not also and {condition, at, took, note} == {None}
    also_scores = also_of(also or [], most=1)
    if asks_all:
        words, condition = _ask(context, is_whole=True)
    of_condition = "" if condition is None else f" --for {shell_quoted(visible_line(condition))}"
    example = f"{_command(words, rest_of)}{of_condition}"
    # No questions if the command is refused anyway.
    value = None if asks and not asks_all else score_of(words, example=example)
    typed_name = condition_name(condition)
    require_single_condition(context, typed_name, accepts_new=new or asks_all)
    if value is not None and rest_of is not None:
        from paintrack.commands._shared.sessions.zero_month_saving import save_zero_month

        ignored = [also, at, took, note]
        save_zero_month(context, value, rest_of, typed_name, ignored=ignored, accepts_new=new, as_json=as_json)
        return
    when, taken = moment_of(at, context), None if took is None else one_line(took, "What was taken")
    typed_name, also_scores, _ = intended_session_names(
        context, typed_name, also_scores, SessionDetails(), accepts_new=new or asks_all
    )
    reject_duplicate_conditions(context, typed_name, [name for name, _ in also_scores])
    if value is None:
        words, _ = _ask(context, is_whole=False)
        value = score_of(words, example=example)
    note_text = clean(note_of(note) or "", "The note") or None
    may_complete = context.console.may_ask and not also_scores
    if may_complete and (completed := _completed_condition(context, typed_name, value, when)) is not None:
        from paintrack.commands.after import run as complete_session

        options = OneScoreOptions(condition=completed, at=at, took=took, note=note)
        complete_session(context, options, words, as_json=as_json)
        return
    with context.open_writer() as writer:
        also_values = ((name, each) for name, values in also_scores for each in values if each is not None)
        scores = [(condition_of(name, writer), each) for name, each in ((typed_name, value), *also_values)]
        names = [name for name, _ in scores]
        if not asks_all:
            advise_on_new_conditions(names, writer)
        remarks = scale_hints(names, typed_name, writer)
        remarks += [] if may_complete else open_session_remarks(writer, scores, when)
        saved = _save(writer, scores, when, taken, note_text)
        repetitions = repeated_reading_remarks(writer, saved)
        is_repeated = len(repetitions) == len(saved)
        after = time_after_last_session(writer, names, when)
    if as_json:
        context.console.say_json([*map(entry_json, saved)] if len(saved) > 1 else entry_json(saved[0]))
        return
    context.console.acknowledge(
        reading_confirmation(
            saved,
            width=context.console.width,
            is_now=at is None,
            after=after,
            remarks=[*remarks, *repetitions],
            is_repeated=is_repeated,
        )
    )


def _save(
    writer: "Writer", scores: Sequence[tuple[str, float]], when: Moment, took: str | None, note: str | None
) -> list[Reading]:
    """Save a reading for each condition and score, and name the step for undo."""
    saved = save_readings(writer, scores, when, took=took, note=note)
    writer.describe(f"{'; '.join(map(in_words, saved))}, {show_day(when.day)}")
    return saved


def _ask(context: Context, *, is_whole: bool) -> tuple[list[str], str | None]:
    """The score as the word of the command, and where the whole is asked for the condition."""
    from paintrack.commands._shared.sessions.session_questions import ask_rate

    return ask_rate(context, is_whole=is_whole)


def _command(words: Sequence[str], rest_of: str | None) -> str:
    """The command with its score as typed, without `paintrack`; with an example of a score if none was typed."""
    if rest_of is None:
        return f"rate {words[0] if words else '4'}"
    return f"rate {words[0] if words else '0'} --rest-of {shell_quoted(rest_of)}"


def _completed_condition(context: Context, typed_name: str | None, score: float, when: Moment) -> str | None:
    """The condition whose open session this score completes, if the person says so; else None."""
    with context.open_reader() as reader:
        name = condition_of(typed_name, reader)
        session = open_session_of(reader, name, when)
    if session is None:
        return None
    from paintrack.views.confirmations.repeated_session import leaving_score_question

    return name if context.console.confirm(leaving_score_question(session, name, score)) else None
