"""The days above 0, in place of a course that is mostly 0."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.condition.days_above_zero import DayCount, DaysAboveZero, days_above_zero_of, zero_days_of
from paintrack.views.value_words import zero_month_in_words
from tests.factories.entries import a_zero_month

DAYS = st.integers(0, 150).map(lambda days: date(2026, 10, 20) + timedelta(days=days))
SCORES = st.lists(st.tuples(DAYS, st.integers(0, 3)), min_size=1, max_size=40)
MONTHS = st.sets(st.sampled_from([(2026, 9), (2026, 11), (2026, 12), (2027, 1), (2027, 2), (2027, 6)]))


def days_of(month: tuple[int, int]) -> list[date]:
    first = date(*month, 1)
    return [day for day in (first + timedelta(days=number) for number in range(31)) if day.month == first.month]


def test_days_above_0_by_month_and_half() -> None:
    highest = {date(2026, 11, 19): 0.5, date(2026, 10, 20): 0, date(2026, 10, 25): 8, date(2026, 11, 1): 4}
    assert days_above_zero_of(highest) == DaysAboveZero(
        total=DayCount(date(2026, 10, 20), days=31, scored=4, above=3),
        months=(
            DayCount(date(2026, 10, 20), days=12, scored=2, above=1),
            DayCount(date(2026, 11, 1), days=19, scored=2, above=2),
        ),
        halves=(
            DayCount(date(2026, 10, 20), days=15, scored=3, above=2),
            DayCount(date(2026, 11, 4), days=16, scored=1, above=1),
        ),
        typical=4,
        worst=8,
    )


def test_a_month_declared_0_is_counted_in_full() -> None:
    highest = dict.fromkeys(days_of((2026, 10)), 0) | {date(2026, 10, 20): 7, date(2026, 11, 3): 5}
    days = days_above_zero_of(highest)
    assert days is not None
    assert days.months == (
        DayCount(date(2026, 10, 1), days=31, scored=31, above=1),
        DayCount(date(2026, 11, 1), days=3, scored=1, above=1),
    )
    assert [month.is_complete for month in days.months] == [True, False]
    assert days.total == DayCount(date(2026, 10, 1), days=34, scored=32, above=2)
    assert not days.total.is_complete
    # Days that were said to be 0 change neither the typical day nor the worst.
    assert (days.typical, days.worst) == (6, 7)


def test_a_month_is_declared_up_to_the_day_on_which_it_is_said() -> None:
    october = a_zero_month("2026-10", condition="Migraine", at="2026-10-03 20:00")
    days = {date(2026, 10, 1), date(2026, 10, 2), date(2026, 10, 3)}
    assert zero_days_of([october], "migraine") == days
    assert zero_days_of([october], "migraine", since=date(2026, 10, 2), until=date(2026, 10, 2)) == {date(2026, 10, 2)}
    assert not zero_days_of([october], "neck")
    assert zero_month_in_words(october) == "Migraine 0 on the other days of October 2026 so far"
    whole = a_zero_month("2026-10", at="2026-10-31 20:00")
    assert (len(whole.days), zero_month_in_words(whole)) == (31, "migraine 0 on the other days of October 2026")
    assert not a_zero_month("2026-10", at="2026-09-30 20:00").days


def test_months_in_between_have_no_score() -> None:
    days = days_above_zero_of({date(2026, 12, 31): 7, date(2027, 2, 1): 0})
    assert days is not None
    assert days.months == (
        DayCount(date(2026, 12, 31), 1, 1, 1),
        DayCount(date(2027, 1, 1), 31, 0, 0),
        DayCount(date(2027, 2, 1), 1, 1, 0),
    )


@pytest.mark.parametrize("month", [(2026, 2), (2028, 2), (2026, 12)])
def test_a_declared_month_can_be_all_there_is(month: tuple[int, int]) -> None:
    days = days_above_zero_of(dict.fromkeys(days_of(month), 0))
    assert days is not None
    assert days.total.is_complete
    assert days.total.above == 0
    assert (days.typical, days.worst) == (None, None)
    assert days.months == (days.total,)


def test_one_day_and_none() -> None:
    assert days_above_zero_of({}) is None
    day = date(2026, 10, 20)
    assert days_above_zero_of({day: 0}) == DaysAboveZero(
        DayCount(day, 1, 1, 0), (DayCount(day, 1, 1, 0),), (DayCount(day, 0, 0, 0), DayCount(day, 1, 1, 0)), None, None
    )


@given(SCORES, MONTHS)
def test_the_parts_add_up(scores: list[tuple[date, int]], zero_months: set[tuple[int, int]]) -> None:
    highest = {day: max(score for each, score in scores if each == day) for day, _ in scores}
    declared = dict.fromkeys([day for month in zero_months for day in days_of(month)], 0)
    days = days_above_zero_of(declared | highest)
    assert days is not None
    for parts in (days.months, days.halves):
        assert sum(part.days for part in parts) == days.total.days
        assert sum(part.scored for part in parts) == days.total.scored
        assert sum(part.above for part in parts) == days.total.above
    assert days.halves[1].days - days.halves[0].days in (0, 1)
    above_by_month = Counter(month for month in {day.replace(day=1) for day, score in scores if score > 0})
    for count in (days.total, *days.months, *days.halves):
        assert 0 <= count.above <= count.scored <= count.days
    for count in days.months:
        is_declared = (count.start.year, count.start.month) in zero_months
        assert count.is_complete or not is_declared
        assert (count.above > 0) is (count.start.replace(day=1) in above_by_month)
    # What was declared adds days without pain, and none above 0.
    plain = days_above_zero_of(highest)
    assert plain is not None
    assert (plain.total.above, plain.typical, plain.worst) == (days.total.above, days.typical, days.worst)
