"""Where one course of treatment ends and the next begins."""

from datetime import UTC, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.condition.condition_sessions import RatedSession
from paintrack.analysis.condition.treatment_courses import Pause, treatment_courses_of
from tests.factories.entries import NOW, day_after


def sessions_on(*days: float, before: float | None = 5) -> list[RatedSession]:
    """Sessions so many days after the first one, numbered from 1 on."""
    return [
        RatedSession(number, NOW + timedelta(days=day), before, None, f"{number:032x}")
        for number, day in enumerate(days, 1)
    ]


def test_no_session_makes_no_course() -> None:
    assert treatment_courses_of([]) == ()


@pytest.mark.parametrize(("days", "courses", "pauses"), [(56, 1, 0), (57, 1, 1), (84, 1, 1), (85, 2, 0)])
def test_12_weeks_divide_and_8_are_named(days: int, courses: int, pauses: int) -> None:
    result = treatment_courses_of(sessions_on(0, days))
    assert len(result) == courses
    assert result[0].pauses == (Pause(day_after(0), day_after(days), days),) * pauses


def test_each_course_is_numbered_anew() -> None:
    first, second = treatment_courses_of(sessions_on(0, 7, 70, 200, 207))
    assert (first.number, second.number) == (1, 2)
    assert [session.number for session in first.sessions] == [1, 2, 3]
    assert [session.number for session in second.sessions] == [1, 2]
    assert (first.first_day, first.last_day, first.visits) == (day_after(0), day_after(70), 3)
    assert (second.first_day, second.last_day, second.visits) == (day_after(200), day_after(207), 2)
    assert first.pauses == (Pause(day_after(7), day_after(70), 63),)
    assert second.pauses == ()


def test_a_course_of_one_session_between_two_pauses() -> None:
    courses = treatment_courses_of(sessions_on(0, 100, 170, 300))
    assert [course.visits for course in courses] == [1, 2, 1]
    assert [len(course.pauses) for course in courses] == [0, 1, 0]


def test_days_are_local_not_hours() -> None:
    # 84 days and 23 hours, over midnight of the 85th day.
    evening = sessions_on(0, 84.4)
    assert (evening[1].day - evening[0].day).days == 84
    assert len(treatment_courses_of(evening)) == 1
    assert len(treatment_courses_of(sessions_on(0, 84.5))) == 2


def test_sessions_at_one_instant_are_one_visit() -> None:
    sessions = sessions_on(0, 7, 7, 7, 14)
    elsewhere = sessions[2]._replace(at=sessions[2].at.astimezone(UTC))
    (course,) = treatment_courses_of([*sessions[:2], elsewhere, *sessions[3:]])
    assert [session.number for session in course.sessions] == [1, 2, 2, 2, 3]
    assert course.visits == 3


def test_the_first_score_can_come_late() -> None:
    without = sessions_on(0, 7, before=None)
    scored = [session._replace(number=3, before=6.0) for session in sessions_on(14)]
    (course,) = treatment_courses_of([*without, *scored])
    assert course.first_scored == 3
    (unscored,) = treatment_courses_of(without)
    assert unscored.first_scored is None


@given(st.lists(st.integers(0, 200), max_size=30))
def test_courses_hold_every_session_once(gaps: list[int]) -> None:
    days = [sum(gaps[: place + 1]) for place in range(len(gaps))]
    sessions = sessions_on(*days)
    courses = treatment_courses_of(sessions)
    assert [each.uid for course in courses for each in course.sessions] == [each.uid for each in sessions]
    assert [course.number for course in courses] == list(range(1, len(courses) + 1))
    for course in courses:
        numbers = [session.number for session in course.sessions]
        assert numbers[0] == 1
        assert all(following - number in (0, 1) for number, following in pairwise(numbers))
        assert all(57 <= pause.days <= 84 for pause in course.pauses)
    for course, following in pairwise(courses):
        assert (following.first_day - course.last_day).days >= 85
    # Whatever their numbers were before: the rule can be asked twice.
    assert treatment_courses_of([session._replace(number=99) for session in sessions]) == courses
