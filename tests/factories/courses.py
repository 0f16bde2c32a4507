"""Courses of treatment, among them K1: ten weekly sessions for a lower back, worked out by hand."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from paintrack.analysis.condition.chart_data import ChartData, chart_data_of
from paintrack.analysis.condition.condition_figures import ConditionFigures, condition_figures_of
from paintrack.analysis.condition.condition_sessions import (
    Arrival,
    RatedSession,
    rated_sessions_of,
    readings_of_condition,
)
from paintrack.analysis.relief_by_group import GroupBy, GroupedScore
from paintrack.analysis.time_from_session_to_reading import SessionTimes
from paintrack.model.entries import KINDS, AnyEntry, Rating, Reading, Session, SideEffect, readings_of, sessions_of
from paintrack.model.sample import sample_course, sample_remarks
from paintrack.model.selection import Selection
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.moment import Moment, stamp, to_utc
from paintrack.storage.file.reader_and_writer_opening import open_writer
from paintrack.views.history.history_footer import footer
from paintrack.views.history.history_line_data import HistoryLine, history_lines_of
from tests.factories.entries import NOW, a_note, a_peg, a_plan, a_question, a_reading, a_session, day_after
from tests.files_made_once import make_once

K1_BEFORE = (8, 7, 7, 6, 7, 5, 6, 5, 4, 4)
K1_AFTER = (5, 5, 4, 4, 5, 3, 4, 3, 3, 2)


def weekly(
    before: Sequence[float | None],
    after: Sequence[float | None] | None = None,
    *,
    condition: str = "lower back",
    first_day: int = 0,
    **fields: Any,
) -> list[Session]:
    """Weekly sessions of one condition; without afters each score is 2 lower after."""
    afters = after or [None if score is None else round(max(0, score - 2), 1) for score in before]
    return [
        a_session(*scores, condition=condition, at=first_day + 7 * week, **fields)
        for week, scores in enumerate(zip(before, afters, strict=True))
    ]


def k1_sessions(condition: str = "lower back", **fields: Any) -> list[Session]:
    """The ten sessions of K1 alone."""
    return weekly(K1_BEFORE, K1_AFTER, condition=condition, **fields)


def k1() -> list[AnyEntry]:
    """K1 with a reading and a side effect, all typed on their day but the after-score of session 3."""
    sessions = [
        replace(each, number=number, when=Moment(each.at - timedelta(minutes=2)))
        for number, each in enumerate(k1_sessions(), 1)
    ]
    sessions = [replace(each, entered=stamp(each.at)) for each in sessions]
    sessions[1] = replace(sessions[1], side_effects=(SideEffect(kind="bruise_bleeding"),))
    next_day = stamp(sessions[2].at + timedelta(days=1))
    sessions[2] = sessions[2].with_rating(sessions[2].ratings[0]._replace(after_entered=next_day))
    return in_order([*sessions, a_reading(4, at="2026-08-11 07:10", number=1)])


def k1_with_everything() -> list[AnyEntry]:
    """K1 with a practitioner, a plan and all else that sketch 4 shows."""
    course = [replace(each, practitioner="Dr Li") if isinstance(each, Session) else each for each in k1()]
    return in_order(
        [
            *course,
            a_plan(sessions=12, goal=3, at="2026-07-06 09:00"),
            a_note("started amitriptyline 10 mg", at="2026-08-19 20:00"),
            a_peg(6, 7, 6, at="2026-07-06 13:00"),
            a_peg(4, 4, 5, at="2026-09-07 13:00"),
            a_question("Is every second week enough from now on?", at="2026-09-07 20:00"),
            a_question("Does the amitriptyline stay?", at="2026-09-07 20:01"),
        ]
    )


def sample_with_remarks() -> list[AnyEntry]:
    """The sample course with its notes, questions and plan."""
    return in_order([*sample_course(), *sample_remarks()])


def hard_to_list() -> list[AnyEntry]:
    """Several conditions, decimals, missing scores, wide and long names, control characters, ids of all lengths."""
    return [
        a_reading(9.5, condition="膝の痛み", at="2026-06-30 21:00", number=1, note="no sleep"),
        a_session(
            number=1,
            note="a long day",
            ratings=(
                Rating(condition="lower back", before=7.5, after=3),
                Rating(condition="膝の痛み", before=10, after=0),
                Rating(condition="the left shoulder where it was broken in 1998", before=4),
            ),
            side_effects=(
                SideEffect(kind="other", words="a strange\x1b[31m feeling in the left toe"),
                SideEffect(kind="dizzy_nausea_sweat"),
            ),
        ),
        a_session(number=2, at="2026-07-13 09:00", ratings=()),
        a_session(
            number=9,
            at="2026-07-20 09:00",
            ratings=(
                Rating(condition="lower back", before=3, after=4.5),
                Rating(condition="[bold]neck[/bold]\u202e", after=2),
            ),
        ),
        a_session(0, 0, number=10, at="2026-11-30 18:30"),
        a_reading(0, at="2026-12-24 08:00", number=12),
        a_session(6, 5.5, number=1204, at="2027-01-04 18:30"),
    ]


def arrivals(scores: Sequence[float], every: int = 7) -> list[Arrival]:
    """One arrival every so many days from 6 July 2026 on, numbered from 1."""
    return [Arrival(place + 1, day_after(every * place), score) for place, score in enumerate(scores)]


def rated_sessions(before: Sequence[float | None], after: Sequence[float | None]) -> list[RatedSession]:
    """One session a week with these scores."""
    return [
        RatedSession(number, NOW + timedelta(weeks=number - 1), *scores, uid=f"{number:032x}")
        for number, scores in enumerate(zip(before, after, strict=True), 1)
    ]


def rated(sessions: Sequence[Session], trait: GroupBy, condition: str | None = "lower back") -> list[GroupedScore]:
    """What is grouped by a trait, out of whole sessions in the order of time; None: every condition."""
    names: dict[GroupBy, Callable[[Session], Sequence[str | None]]] = {
        GroupBy.POINT: lambda session: session.points or (None,),
        GroupBy.TECHNIQUE: lambda session: (session.technique,),
        GroupBy.PRACTITIONER: lambda session: (session.practitioner,),
    }
    return [
        GroupedScore(session.uid, name, rating.before, rating.after)
        for session in sessions
        for rating in session.ratings
        if condition is None or folded(rating.condition) == folded(condition)
        for name in names[trait](session)
    ]


def trend(
    condition: str, entries: Sequence[AnyEntry], *, goal: float | None = None, **options: Any
) -> ConditionFigures:
    """The trend of a condition in a history of any order; a `goal` is planned from the start on."""
    sessions, own = sessions_of(entries), readings_of_condition(readings_of(entries), condition)
    other_times = sorted(each.at for each in sessions if each.rating_of(condition) is None)
    plan = None if goal is None else a_plan(condition=condition, goal=goal)
    return condition_figures_of(
        condition, rated_sessions_of(sessions, condition), own, **{"other_times": other_times, "plan": plan} | options
    )


def chart_data_from(
    condition: str, sessions: Sequence[Session], readings: Sequence[Reading], **options: Any
) -> ChartData:
    """The chart data of a condition from sessions and readings of any order and condition."""
    return chart_data_of(
        condition, rated_sessions_of(sessions, condition), readings_of_condition(readings, condition), **options
    )


def times_of(history: Iterable[AnyEntry]) -> SessionTimes:
    """When its sessions were, in their order, and those that rate each condition."""
    sessions = sessions_of(history)
    names = {folded(rating.condition): rating.condition for session in sessions for rating in session.ratings}
    return SessionTimes(
        [session.at for session in sessions],
        {name: [each.at for each in rated_sessions_of(sessions, condition)] for name, condition in names.items()},
    )


def lines_and_footer(history: list[AnyEntry]) -> tuple[list[HistoryLine], list[str]]:
    """The lines and the footer of a list of the whole history."""
    totals = {kind: number for kind in KINDS if (number := sum(entry.kind == kind for entry in history))}
    return history_lines_of(history, times_of(history)), footer(history, totals, Selection())


def in_order(entries: Iterable[AnyEntry]) -> list[AnyEntry]:
    """The entries as the file gives them: by (at, uid)."""
    return sorted(entries, key=lambda entry: (to_utc(entry.at), entry.uid))


def save(file: Path, entries: Iterable[AnyEntry]) -> None:
    """Write the entries into the file as they are, in one step."""
    saved = [replace(entry, edited=max(entry.edited, entry.entered)) for entry in entries]

    def write() -> None:
        with open_writer(file, NOW) as writer:
            for entry in saved:
                writer.save_imported(entry)
            writer.describe("a course")

    values = [(type(each), [getattr(each, field.name) for field in fields(each)]) for each in saved]
    make_once(file, repr(values), write)


def with_effects(*effects: SideEffect) -> list[Session]:
    """Five weekly sessions, the second with these side effects."""
    first, second, *later_sessions = sessions_of(weekly([7] * 5))
    return [first, replace(second, side_effects=effects, number=2), *later_sessions]
