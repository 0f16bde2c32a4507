"""A reading: a score outside sessions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Annotated
from uuid import uuid4

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.options.common_options import (
    AtOption,
    ForOption,
    JsonOption,
    NewNameOption,
    NewSessionOptions,
    NoteOption,
    TookOption,
    reject_ignored,
)
from paintrack.commands._shared.parsing import also_of, condition_name, moment_of, note_of, score_of
from paintrack.commands._shared.sessions.resolve import (
    advise_on_new_conditions,
    condition_of,
    intended_session_names,
    reject_duplicate_conditions,
    require_one_condition,
    scale_hints,
)
from paintrack.commands.after import run as complete_session
from paintrack.model.entries import Reading, Session
from paintrack.model.open_session import current_session, is_same_reading, open_ratings
from paintrack.model.selection import Selection
from paintrack.model.serialization.json_entries import entry_json
from paintrack.model.typed.session_details import SessionDetails
from paintrack.model.typed.typed_text import clean, one_line, shell_quoted, visible_line
from paintrack.model.values.moment import Moment, days_after, to_utc
from paintrack.storage.reader import Reader
from paintrack.views.confirmations.score_confirmation import reading_confirmation
from paintrack.views.value_words import elapsed_in_words, in_words, show_day

Score = Annotated[list[str] | None, typer.Argument(metavar="[SCORE]", help="The score, 0 none to 10 worst imaginable.")]

Also = Annotated[
    list[str] | None,
    typer.Option("--also", metavar="CONDITION=SCORE", help="Another condition: neck=4. Repeatable."),
]
RestOf = Annotated[
    str | None,
    typer.Option("--rest-of", metavar="MONTH", help="The days of october or 2026-10 without a score were 0."),
]

_NEAR_DAYS = {0: "the day of", 1: "the day after"}


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

    On a terminal, asks for a missing score. With --also, --took and --note belong to the first reading.
    """
    words = score or []
    asks_all = not words and context.console.may_ask and not also and {condition, at, took, note, rest_of} == {None}
    if not words and context.console.may_ask:
        from paintrack.commands._shared.sessions.session_questions import ask_rate

        words, condition = ask_rate(context, condition, is_whole=asks_all)
    of_month = "" if rest_of is None else f" --rest-of {shell_quoted(rest_of)}"
    command = f"rate {words[0] if words else '4' if rest_of is None else '0'}{of_month}"
    of_condition = "" if condition is None else f" --for {shell_quoted(visible_line(condition))}"
    value = score_of(words, example=f"{command}{of_condition}")
    typed_name = condition_name(condition)
    require_one_condition(context, typed_name, command, takes_also=False)
    if rest_of is not None:
        from paintrack.commands._shared.sessions.zero_month_saving import save_zero_month

        reject_ignored(
            [also, at, took, note], "--rest-of is about the other days of a month: of these only --for goes with it."
        )
        save_zero_month(context, value, rest_of, typed_name, accepts_new=new, as_json=as_json)
        return
    also_scores = also_of(also or [], most=1)
    when, remark = moment_of(at, context), clean(note_of(note) or "", "The note") or None
    typed_name, also_scores, _ = intended_session_names(
        context, typed_name, also_scores, SessionDetails(), accepts_new=new or asks_all
    )
    reject_duplicate_conditions(context, typed_name, [name for name, _ in also_scores])
    may_complete = context.console.may_ask and not also_scores
    completed = _completed_condition(context, typed_name, value, when) if may_complete else None
    if completed is not None:
        options = NewSessionOptions(condition=completed, at=at, took=took, note=note)
        complete_session(context, options, words, as_json=as_json)
        return
    with context.open_writer() as writer:
        main = condition_of(typed_name, writer)
        also_values = ((name, each) for name, values in also_scores for each in values if each is not None)
        scores = [(main, value), *((condition_of(name, writer), each) for name, each in also_values)]
        names = [name for name, _ in scores]
        if not asks_all:
            advise_on_new_conditions(names, writer)
        remarks = scale_hints(names, typed_name, writer)
        for name, each in scores if not may_complete else ():
            open_session = _open_session(writer, name, when)
            if open_session is not None:
                from paintrack.views.confirmations.repeated_session import reading_in_session_remark

                remarks.append(reading_in_session_remark(open_session, name, each))
        first = Reading(
            uid=uuid4().hex,
            when=when,
            entered=writer.now,
            edited=writer.now,
            condition=main,
            score=value,
            took=None if took is None else one_line(took, "What was taken"),
            note=remark,
        )
        others = [
            replace(first, uid=uuid4().hex, condition=name, score=each, took=None, note=None)
            for name, each in scores[1:]
        ]
        if first.took is not None:
            remarks.insert(0, f"Took {visible_line(first.took)}.")
        saved = [writer.save(reading) for reading in (first, *others)]
        remarks += _repetitions(saved, writer)
        session = writer.session_before(to_utc(when.at))
        writer.describe(f"{'; '.join(map(in_words, saved))}, {show_day(when.day)}")
    if as_json:
        context.console.say_json([*map(entry_json, saved)] if others else entry_json(saved[0]))
    else:
        after = _time_after(session, when) if session else ""
        context.console.acknowledge(
            reading_confirmation(saved, width=context.console.width, just_now=at is None, after=after, remarks=remarks)
        )


def _repetitions(saved: Sequence[Reading], reader: Reader) -> list[str]:
    """A sentence on each of the readings that may have been typed twice."""
    pairs = []
    for reading in saved:
        of_that_day = reader.entries(
            Selection(condition=reading.condition, since=reading.when.day, until=reading.when.day)
        )
        earlier = [each for each in of_that_day if isinstance(each, Reading) and each.uid != reading.uid]
        pairs += [(reading, other) for other in earlier if is_same_reading(reading, other)][:1]
    if not pairs:
        return []
    from paintrack.views.confirmations.repeated_session import repeated_reading_remark

    return [repeated_reading_remark(reading, other) for reading, other in pairs]


def _completed_condition(context: Context, typed_name: str | None, score: float, when: Moment) -> str | None:
    """The condition of which the person says that this is the score on leaving of the open session; None: of none."""
    with context.open_reader() as reader:
        name = condition_of(typed_name, reader)
        session = _open_session(reader, name, when)
    if session is None:
        return None
    from paintrack.views.confirmations.repeated_session import leaving_score_question

    return name if context.console.confirm(leaving_score_question(session, name, score)) else None


def _open_session(reader: Reader, condition: str, when: Moment) -> Session | None:
    """The session that is going on and waits for the condition's score on leaving."""
    sessions = (each for each in reader.sessions_around(when.at) if open_ratings(each))
    session = current_session(sessions, when)
    rating = None if session is None else session.rating_of(condition)
    return session if rating is not None and rating.is_open else None


def _time_after(session: Session, when: Moment) -> str:
    """How long after the session: `16 hours after session 6`, `just after session 6` within a minute.

    From two days on, and where a time was not given, it is the number of days that the list counts.
    """
    elapsed = when.at - session.at
    if session.when.time_given and when.time_given and elapsed < timedelta(days=2):
        just_or_hours = "just" if elapsed < timedelta(minutes=1) else elapsed_in_words(session.at, when.at)
        return f"{just_or_hours} after session {session.label}"
    days = days_after(session.when.day, when)
    return f"{_NEAR_DAYS.get(days, f'{days} days after')} session {session.label}"
