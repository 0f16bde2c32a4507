"""The lines of the history and the words on them."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given

from paintrack.analysis.time_from_session_to_reading import time_after_session
from paintrack.model.entries import AnyEntry, Rating, Reading, Session, SideEffect
from paintrack.model.values.moment import Moment, stamp
from paintrack.views.history.history_line_data import history_lines_of
from tests.factories.courses import k1, times_of
from tests.factories.entries import a_reading, a_session, moment
from tests.strategies import numbered_histories

TWO = (Rating(condition="lower back", before=7, after=5), Rating(condition="neck", before=6, after=3))
DAY_ONLY = Moment(moment("2026-07-07 12:00").at, time_given=False)


def also(session: Session) -> list[tuple[str, ...]]:
    return [line.also for line in history_lines_of([session], times_of([session]))]


def test_the_course_k1() -> None:
    entries = k1()
    lines = history_lines_of(entries, times_of(entries))
    assert [line.label for line in lines] == ["1", "2", "3", "4", "5", "6", "r1", "7", "8", "9", "10"]
    assert [line.change for line in lines] == [-3, -2, -3, -2, -2, -2, None, -2, -2, -1, -2]
    assert {line.label: line.also for line in lines if line.also} == {"2": ("bruise",)}
    assert [(line.reading, line.since) for line in lines if line.since] == [(4, "next morning")]


def test_each_condition_has_a_line_and_the_first_the_words() -> None:
    effects = (
        SideEffect(kind="bruise_bleeding"),
        SideEffect(kind="other", words="odd"),
        SideEffect(kind="other", words="odd"),
    )
    session = a_session(note="slept", ratings=(TWO[0], TWO[1]._replace(after=None)), side_effects=effects)
    first, second = history_lines_of([session], times_of([session]))
    assert (first.is_first, first.condition, first.before, first.after) == (True, "lower back", 7, 5)
    assert (second.is_first, second.condition, second.before, second.after) == (False, "neck", 6, None)
    assert (first.also, second.also) == (("bruise", "odd", "note"), ("missing",))
    assert first.when == second.when == session.when


@pytest.mark.parametrize(("before", "after"), [(7, None), (None, 3), (None, None)])
def test_a_missing_score_is_said(before: float | None, after: float | None) -> None:
    assert also(a_session(before, after)) == [("missing",)]


def test_nothing_is_missing_from_a_score_of_0() -> None:
    assert also(a_session(0, 0)) == [()]


def test_a_session_without_a_score_is_a_line() -> None:
    session = a_session(note="only talked", ratings=(), side_effects=(SideEffect(kind="drowsy"),))
    assert also(session) == [("no score", "drowsy", "note")]


@pytest.mark.parametrize(
    ("before", "after", "change"), [(7, 5, -2), (5, 7, 2), (0, 0, 0), (7.5, 7.4, -0.1), (0.3, 0.1, -0.2)]
)
def test_change_is_after_minus_before(before: float, after: float, change: float) -> None:
    session = a_session(before, after)
    assert history_lines_of([session], times_of([session]))[0].change == change


@pytest.mark.parametrize(
    ("reading", "words"),
    [
        (moment("2026-07-06 14:00"), "same day"),
        (moment("2026-07-06 23:59"), "same day"),
        (moment("2026-07-07 00:00"), "that night"),
        (moment("2026-07-07 01:15"), "that night"),
        (moment("2026-07-07 04:59"), "that night"),
        (moment("2026-07-07 05:00"), "next morning"),
        (moment("2026-07-07 11:59"), "next morning"),
        (moment("2026-07-07 12:00"), "next day"),
        (DAY_ONLY, "next day"),
        (moment("2026-07-07 23:59"), "next day"),
        (moment("2026-07-08 00:00"), "next night"),
        (moment("2026-07-08 04:59"), "next night"),
        (moment("2026-07-08 05:00"), "2 days later"),
        (moment("2026-07-09 01:15"), "2 days later"),
        (moment("2026-07-09 05:00"), "3 days later"),
        (moment("2026-08-06 07:00"), "31 days later"),
        # Flown west: the clock shows the day before.
        (Moment(datetime(2026, 7, 5, 22, tzinfo=timezone(timedelta(hours=-10)))), "same day"),
    ],
)
def test_when_a_reading_was_taken(reading: Moment, words: str) -> None:
    assert time_after_session(moment("2026-07-06 14:00").day, reading) == words


@pytest.mark.parametrize("session", ["2026-07-06 00:00", "2026-07-06 00:30", "2026-07-06 04:00"])
def test_a_session_in_the_small_hours_keeps_its_date(session: str) -> None:
    # A table often has 00:00 where only the day is known.
    start = moment(session).day
    assert time_after_session(start, moment("2026-07-06 04:30")) == "same day"
    assert time_after_session(start, moment("2026-07-07 01:15")) == "that night"
    assert time_after_session(start, moment("2026-07-07 08:00")) == "next morning"


def test_a_reading_before_the_first_session() -> None:
    reading, session = a_reading(at="2026-07-01 08:00"), a_session()
    assert history_lines_of([reading, session], times_of([session]))[0].since == "before the first session"


def test_a_reading_belongs_to_the_session_before_it() -> None:
    sessions = [a_session(at="2026-07-06 14:00"), a_session(at="2026-07-09 14:00"), a_session(at="2026-07-13 14:00")]
    readings = [a_reading(at="2026-07-09 14:00"), a_reading(at="2026-07-13 13:59"), a_reading(at="2026-07-15 09:00")]
    assert [line.since for line in history_lines_of(readings, times_of(sessions))] == [
        "same day",
        "4 days later",
        "2 days later",
    ]


def test_the_time_after_is_that_of_the_session_that_rated_it() -> None:
    sessions = [
        a_session(condition="Migraine", at="2026-07-06 14:00"),
        a_session(condition="neck", at="2026-07-08 14:00"),
        a_session(ratings=(), at="2026-07-09 14:00"),
    ]
    readings = [a_reading(condition=name, at="2026-07-10 08:00") for name in ("migraine", "neck", "knee")]
    lines = history_lines_of([*sessions, *readings], times_of(sessions))
    assert [line.since for line in lines[3:]] == ["4 days later", "2 days later", ""]


def test_when_an_entry_was_typed_is_not_on_its_line() -> None:
    month_later = stamp(moment("2026-08-06 09:00").at)
    ratings = tuple(each._replace(before_entered=month_later, after_entered=month_later) for each in TWO)
    entries: list[AnyEntry] = [
        replace(a_session(at="2026-07-06 14:00", ratings=ratings), entered=month_later),
        replace(a_reading(at="2026-07-07 14:00"), entered=month_later),
        a_session(at="2026-07-13 14:00"),
    ]
    assert [line.also for line in history_lines_of(entries, times_of(entries))] == [(), (), (), ()]


@given(numbered_histories)
def test_every_score_has_its_place_on_the_lines(history: list[AnyEntry]) -> None:
    lines = history_lines_of(history, times_of(history))
    shown = [(line.label, line.condition, line.before, line.after, line.reading) for line in lines if line.condition]
    stored: list[tuple[object, ...]] = []
    for entry in history:
        if isinstance(entry, Session):
            stored += [(entry.label, each.condition, each.before, each.after, None) for each in entry.ratings]
        elif isinstance(entry, Reading):
            stored.append((entry.label, entry.condition, None, None, entry.score))
    assert shown == stored
    assert [line.label for line in lines if line.is_first] == [entry.label for entry in history]
