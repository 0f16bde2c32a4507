"""Readings at home: their course by weeks, and the baseline from before the first session."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.condition.condition_sessions import rated_sessions_of
from paintrack.analysis.condition.home_course import (
    WEEK_AUTOCORRELATIONS,
    Baseline,
    HomeCourse,
    HomeWeek,
    baseline_of,
    baseline_readings,
    home_course_of,
)
from paintrack.analysis.condition.treatment_courses import TreatmentCourse, treatment_courses_of
from paintrack.analysis.condition.verdict import CourseVerdict, Verdict, judge
from paintrack.model.entries import Reading
from tests.factories.courses import weekly
from tests.factories.entries import a_reading, day_after


def week_of(place: int, *scores: float) -> list[Reading]:
    """One reading a day from the Monday of that week on; NOW is a Monday."""
    return [a_reading(score, at=7 * place + day) for day, score in enumerate(scores)]


def readings_of_weeks(medians: Sequence[float | None]) -> list[Reading]:
    """Three readings in each week around its median, two in a week without one."""
    return [
        reading
        for place, middle in enumerate(medians)
        for reading in (week_of(place, 5, 5) if middle is None else week_of(place, middle, 0, 10))
    ]


def course_from(before: Sequence[float | None], first_day: int = 0) -> TreatmentCourse:
    return treatment_courses_of(rated_sessions_of(weekly(before, first_day=first_day), "lower back"))[-1]


def home_course(medians: Sequence[float | None]) -> HomeCourse:
    home = home_course_of(readings_of_weeks(medians))
    assert home is not None
    return home


def test_a_home_course_going_down() -> None:
    home = home_course([8, 7, 7, 6, 5, 5, 4, 3])
    assert home.weeks[0] == HomeWeek(day_after(0), 3, 8)
    assert home.weeks[-1] == HomeWeek(day_after(49), 3, 3)
    assert home.readings == 24
    assert home.verdict.verdict is Verdict.GOING_DOWN
    # The first week counts, and there is no grade.
    assert (home.verdict.judged, home.verdict.not_counted, home.verdict.grade) == (8, None, None)
    assert home.verdict.medians is not None
    assert (home.verdict.medians.first, home.verdict.medians.last) == (7, 4)
    assert home.verdict.slope is not None
    assert home.verdict.change_over_time is not None
    assert home.verdict.change_over_time.value == pytest.approx(home.verdict.slope.value * 30.44 / 7)


def test_weeks_with_fewer_readings_are_gaps() -> None:
    home = home_course([8, None, 7, 7, None, None, 5, 4, 4])
    numbers = [1, 3, 4, 7, 8, 9]
    assert [(week.monday - day_after(0)).days // 7 + 1 for week in home.weeks] == numbers
    days = [day_after(7 * number - 7) for number in numbers]
    assert home.verdict == judge(numbers, days, [8, 7, 7, 5, 4, 4], WEEK_AUTOCORRELATIONS)
    assert home.verdict.verdict is not Verdict.GOING_DOWN  # only 6 weeks are judged


def test_weeks_run_from_monday_to_sunday() -> None:
    readings = readings_of_weeks([5, 5, 5, 5, 5])
    sunday_before = a_reading(9, at="2026-07-05 23:59")
    sunday = a_reading(9, at="2026-08-16 23:59")
    monday_and_tuesday = week_of(5, 5, 5)
    assert home_course_of([*readings, sunday_before, *monday_and_tuesday]) is None
    home = home_course_of([*readings, *monday_and_tuesday, sunday])
    assert home is not None
    assert home.weeks[-1] == HomeWeek(day_after(35), 3, 5)


def test_six_weeks_are_needed() -> None:
    assert home_course_of([]) is None
    assert home_course_of(readings_of_weeks([5] * 5)) is None
    assert home_course([5] * 6).verdict.verdict is Verdict.NOT_CLEAR_YET
    assert home_course([5] * 8).verdict.verdict is Verdict.ABOUT_THE_SAME


def test_home_medians_that_are_mostly_0_have_no_course() -> None:
    assert home_course([0, 0, 4, 0, 0, 0, 5, 0]).verdict == CourseVerdict(verdict=Verdict.MOSTLY_ZERO, judged=8)


@given(st.permutations(readings_of_weeks([8, 7, None, 7, 6, 5, 5])))
def test_the_order_of_the_readings_does_not_matter(readings: list[Reading]) -> None:
    assert home_course_of(readings) == home_course_of(readings_of_weeks([8, 7, None, 7, 6, 5, 5]))


def test_the_baseline_and_the_arrivals_below_it() -> None:
    readings = [a_reading(score, at=-day) for day, score in ((9, 7), (6, 6), (3, 8))]
    after = a_reading(1, at=3)
    # The first arrival (9) is not among the later ones.
    assert baseline_of([*readings, after], course_from([9, 7, None, 6.5, 5])) == Baseline(
        n=3, median=7, arrivals=3, lower=2, non_overlap=6.5 / 9
    )


def test_a_baseline_needs_readings_but_no_arrivals() -> None:
    assert baseline_of([a_reading(5, at=3)], course_from([7, 6])) is None
    assert baseline_of([a_reading(5, at=-3)], course_from([None, 6])) == Baseline(1, 5, 0, 0, None)
    assert baseline_of([a_reading(5, at=-3)], course_from([None, 6, 4])) == Baseline(1, 5, 1, 1, 1)


def test_a_later_course_has_the_12_weeks_before_it() -> None:
    first = weekly([8, 7])
    (*_, second) = treatment_courses_of(rated_sessions_of([*first, *weekly([6, 5], first_day=200)], "lower back"))
    assert second.number == 2
    readings = [a_reading(score, at=day) for score, day in ((1, -5), (2, 10), (3, 115), (4, 116), (5, 199), (6, 201))]
    assert [reading.score for reading in baseline_readings(readings, second)] == [4, 5]
    assert [reading.score for reading in baseline_readings(readings, course_from([8, 7]))] == [1]


@given(st.lists(st.integers(0, 10), min_size=1, max_size=9), st.lists(st.integers(0, 10), min_size=1, max_size=9))
def test_non_overlap_is_the_share_of_pairs(before: list[int], later: list[int]) -> None:
    readings = [a_reading(score, at=-1 - place) for place, score in enumerate(before)]
    baseline = baseline_of(readings, course_from([5, *later]))
    assert baseline is not None
    difference = np.array(before)[:, None] - np.array(later)[None, :]
    assert baseline.non_overlap == pytest.approx(float(((difference > 0) + 0.5 * (difference == 0)).mean()))
    assert baseline.lower == sum(score < np.median(before) for score in later)
