"""Which sessions, readings and changes the data of a chart holds, and where."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.condition.chart_data import Bar, ChartData, DatedScore, Mark, newest
from paintrack.model.entries import Rating
from tests.factories.courses import chart_data_from
from tests.factories.entries import a_reading, a_session, day_after, moment


def scores(readings: tuple[DatedScore, ...]) -> list[float]:
    return [each.score for each in readings]


def test_no_session_makes_no_bar() -> None:
    chart_data = chart_data_from("lower back", [], [a_reading(4, at=0)])
    assert chart_data == ChartData("lower back", bars=(), early=(DatedScore(date(2026, 7, 6), 4),), of=0)


def test_readings_alone_are_selected_by_themselves() -> None:
    readings = [a_reading(4, at=0), a_reading(5, at=1)]
    assert scores(chart_data_from("lower back", [], readings, selected_uids={readings[1].uid}).early) == [5]


def test_sessions_are_numbered_in_the_order_of_time() -> None:
    chart_data = chart_data_from("lower back", [a_session(6, 4, at=7, number=11), a_session(8, 5, number=12)], [])
    assert [bar.label for bar in chart_data.bars] == ["12", "11"]
    assert chart_data.bars == (Bar(1, date(2026, 7, 6), 8, 5, id=12), Bar(2, date(2026, 7, 13), 6, 4, id=11))
    assert chart_data.of == 2


def test_a_condition_is_compared_without_case() -> None:
    neck = a_session(9, 9, condition="neck", at=1)
    both = a_session(at=2, ratings=[Rating(condition="neck", before=1), Rating(condition="Lower  Back", before=0)])
    chart_data = chart_data_from(
        "lower back", [neck, both], [a_reading(2, at=3, condition="LOWER BACK"), a_reading(9, at=3, condition="neck")]
    )
    assert chart_data.bars == (Bar(1, date(2026, 7, 8), 0, None, (DatedScore(date(2026, 7, 9), 2),)),)
    assert chart_data.of == 1


def test_a_session_without_a_score_has_a_number_but_no_bar() -> None:
    chart_data = chart_data_from(
        "lower back", [a_session(8, 5), a_session(None, None, at=7), a_session(None, 3, at=14)], [a_reading(6, at=8)]
    )
    assert [(bar.number, bar.before, bar.after, scores(bar.readings)) for bar in chart_data.bars] == [
        (1, 8, 5, [6]),
        (3, None, 3, []),
    ]
    assert chart_data.of == 3


def test_readings_belong_to_the_session_before_them() -> None:
    sessions = [a_session(8, 5), a_session(7, 5, at=7)]
    readings = [
        a_reading(1, at=9),
        a_reading(3, at=3),
        a_reading(2, at=1),
        a_reading(9, at=-2),
        a_reading(4, at=moment(7)),
    ]
    chart_data = chart_data_from("lower back", sessions, readings)
    assert scores(chart_data.early) == [9]
    assert [scores(bar.readings) for bar in chart_data.bars] == [[2, 3], [4, 1]]


def test_changes_are_in_the_order_of_time() -> None:
    late, early = Mark(date(2026, 8, 19), "amitriptyline"), Mark(date(2026, 8, 1), "new chair")
    assert chart_data_from("lower back", [a_session(8, 5)], [], goal=0, marks=[late, early]).marks == (early, late)


def test_only_selected_sessions_are_drawn_with_their_numbers() -> None:
    sessions = [a_session(8, 5, at=day) for day in (0, 7, 14)]
    readings = [a_reading(4, at=day) for day in (-1, 1, 8, 15)]
    chart_data = chart_data_from("lower back", sessions, readings, selected_uids={sessions[1].uid})
    assert chart_data.bars == (Bar(2, date(2026, 7, 13), 8, 5, (DatedScore(date(2026, 7, 14), 4),)),)
    assert chart_data.early == ()
    assert chart_data.of == 1
    assert chart_data_from("lower back", sessions, readings, selected_uids={sessions[0].uid}).early == (
        DatedScore(date(2026, 7, 5), 4),
    )


def test_the_newest_bars_keep_their_numbers() -> None:
    chart_data = chart_data_from(
        "lower back",
        [a_session(8, 5, at=day) for day in (0, 7, 14)],
        [a_reading(day, at=day) for day in (-1, 1, 8)],
        marks=[Mark(date(2026, 7, 12), "before"), Mark(date(2026, 7, 13), "on the day")],
    )
    kept = newest(chart_data, 2)
    assert [(bar.number, scores(bar.readings)) for bar in kept.bars] == [(2, [8]), (3, [])]
    assert kept.early == ()
    assert [mark.text for mark in kept.marks] == ["on the day"]
    assert kept.of == 3


@pytest.mark.parametrize("count", [3, 4])
def test_as_many_as_there_are_leave_nothing_behind(count: int) -> None:
    chart_data = chart_data_from("lower back", [a_session(8, 5, at=day) for day in (0, 7, 14)], [a_reading(9, at=-1)])
    assert newest(chart_data, count) is chart_data


@given(
    days=st.lists(st.integers(0, 60), unique=True, max_size=12),
    rated=st.lists(st.tuples(st.integers(-10, 70), st.integers(0, 10)), max_size=30),
)
def test_no_reading_is_lost_or_drawn_twice(days: list[int], rated: list[tuple[int, int]]) -> None:
    readings = [a_reading(score, at=day) for day, score in rated]
    chart_data = chart_data_from("lower back", [a_session(5, 5, at=day) for day in days], readings)
    drawn = [*chart_data.early, *(each for bar in chart_data.bars for each in bar.readings)]
    assert drawn == [DatedScore(day_after(day), score) for day, score in sorted(rated, key=lambda each: each[0])]
