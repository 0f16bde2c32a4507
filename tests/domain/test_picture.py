"""Which sessions, readings and changes a picture holds, and where."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.domain.entry import Rating, Reading, Session
from paintrack.domain.picture import Bar, DatedScore, Mark, Picture, newest
from paintrack.domain.when import Moment
from tests.courses import picture

START = datetime(2026, 7, 6, 14, tzinfo=UTC)


def session(day: int, *ratings: Rating) -> Session:
    return Session(
        uid=f"s{day}",
        when=Moment(START + timedelta(days=day)),
        entered="2026-12-01T00:00:00.000000Z",
        edited="2026-12-01T00:00:00.000000Z",
        ratings=ratings,
    )


def back(day: int, before: float | None, after: float | None) -> Session:
    return session(day, Rating(condition="lower back", before=before, after=after))


def reading(day: int, score: float, condition: str = "lower back", hours: int = 1) -> Reading:
    return Reading(
        uid=f"r{day}-{hours}",
        when=Moment(START + timedelta(days=day, hours=hours)),
        entered="2026-12-01T00:00:00.000000Z",
        edited="2026-12-01T00:00:00.000000Z",
        condition=condition,
        score=score,
    )


def scores(readings: tuple[DatedScore, ...]) -> list[float]:
    return [each.score for each in readings]


def test_no_session_makes_no_bar() -> None:
    found = picture("lower back", [], [reading(0, 4)])
    assert found == Picture("lower back", bars=(), early=(DatedScore(date(2026, 7, 6), 4),), of=0)


def test_sessions_are_counted_in_the_order_of_time_whatever_the_order_given() -> None:
    found = picture("lower back", [back(7, 6, 4), back(0, 8, 5)], [])
    assert found.bars == (Bar(1, date(2026, 7, 6), 8, 5), Bar(2, date(2026, 7, 13), 6, 4))
    assert found.of == 2


def test_a_condition_is_found_whatever_its_case_and_others_do_not_count() -> None:
    neck = session(1, Rating(condition="neck", before=9, after=9))
    both = session(2, Rating(condition="neck", before=1), Rating(condition="Lower  Back", before=0, after=None))
    found = picture("lower back", [neck, both], [reading(3, 2, "LOWER BACK"), reading(3, 9, "neck")])
    assert found.bars == (Bar(1, date(2026, 7, 8), 0, None, (DatedScore(date(2026, 7, 9), 2),)),)
    assert found.of == 1


def test_a_session_without_a_score_keeps_its_number_but_has_no_bar() -> None:
    found = picture("lower back", [back(0, 8, 5), back(7, None, None), back(14, None, 3)], [reading(8, 6)])
    assert [(bar.number, bar.before, bar.after, scores(bar.readings)) for bar in found.bars] == [
        (1, 8, 5, [6]),
        (3, None, 3, []),
    ]
    assert found.of == 3


def test_readings_belong_to_the_session_before_them_in_the_order_of_time() -> None:
    sessions = [back(0, 8, 5), back(7, 7, 5)]
    readings = [reading(9, 1), reading(3, 3), reading(1, 2), reading(-2, 9), reading(7, 4, hours=0)]
    found = picture("lower back", sessions, readings)
    assert scores(found.early) == [9]
    assert [scores(bar.readings) for bar in found.bars] == [[2, 3], [4, 1]]


def test_changes_are_in_the_order_of_time() -> None:
    late, early = Mark(date(2026, 8, 19), "amitriptyline"), Mark(date(2026, 8, 1), "new chair")
    assert picture("lower back", [back(0, 8, 5)], [], goal=0, marks=[late, early]).marks == (early, late)


def test_only_the_sessions_asked_for_are_drawn_with_the_numbers_of_the_course() -> None:
    sessions = [back(day, 8, 5) for day in (0, 7, 14)]
    readings = [reading(day, 4) for day in (-1, 1, 8, 15)]
    found = picture("lower back", sessions, readings, shown={"s7"})
    assert found.bars == (Bar(2, date(2026, 7, 13), 8, 5, (DatedScore(date(2026, 7, 14), 4),)),)
    assert found.early == ()
    assert found.of == 1
    assert picture("lower back", sessions, readings, shown={"s0"}).early == (DatedScore(date(2026, 7, 5), 4),)


def test_the_newest_keep_their_numbers_and_leave_behind_what_was_before() -> None:
    found = picture(
        "lower back",
        [back(day, 8, 5) for day in (0, 7, 14)],
        [reading(day, day) for day in (-1, 1, 8)],
        marks=[Mark(date(2026, 7, 12), "before"), Mark(date(2026, 7, 13), "on the day")],
    )
    kept = newest(found, 2)
    assert [(bar.number, scores(bar.readings)) for bar in kept.bars] == [(2, [8]), (3, [])]
    assert kept.early == ()
    assert [mark.text for mark in kept.marks] == ["on the day"]
    assert kept.of == 3


@pytest.mark.parametrize("count", [3, 4])
def test_as_many_as_there_are_leave_nothing_behind(count: int) -> None:
    found = picture("lower back", [back(day, 8, 5) for day in (0, 7, 14)], [reading(-1, 9)])
    assert newest(found, count) is found


@given(
    days=st.lists(st.integers(0, 60), unique=True, max_size=12),
    rated=st.lists(st.tuples(st.integers(-10, 70), st.integers(0, 10)), max_size=30),
)
def test_no_reading_is_lost_or_drawn_twice(days: list[int], rated: list[tuple[int, int]]) -> None:
    readings = [reading(day, score) for day, score in rated]
    found = picture("lower back", [back(day, 5, 5) for day in days], readings)
    drawn = [*found.early, *(each for bar in found.bars for each in bar.readings)]
    assert drawn == [
        DatedScore((START + timedelta(days=day)).date(), score)
        for day, score in sorted(rated, key=lambda each: each[0])
    ]
