"""The course and its one rule for a verdict."""

from dataclasses import astuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.condition.clinical_importance import Grade
from paintrack.analysis.condition.course import Change, Episodes, Verdict, change_of, course_of, episodes_of, verdict_of
from paintrack.analysis.condition.robust_statistics import Interval, MannKendall, Slope
from tests.factories.courses import K1_BEFORE, arrivals
from tests.factories.entries import day_after

SCORES = st.lists(st.integers(0, 100).map(lambda tenths: tenths / 10), max_size=30)
WHOLE_SCORES = st.lists(st.integers(1, 10), min_size=8, max_size=30)


def test_the_course_of_k1() -> None:
    course = course_of(arrivals(K1_BEFORE), "lower back")
    assert course is not None
    slope = Slope(10, -0.42857142857142855, Interval(-0.6, -0.25))
    assert course.per_session == slope
    assert course.per_week == slope
    assert course.kendall == MannKendall(-35, 118.33333333333333)
    assert course.change == Change(7, 4, 3, 42.857142857142854)
    assert (course.n, course.first.score, course.last.score, course.blocks) == (10, 8, 4, None)
    assert course.verdict is Verdict.GOING_DOWN
    assert course.grade is Grade.MODERATE


def test_the_slope_per_week_goes_by_the_date() -> None:
    course = course_of(arrivals(K1_BEFORE, every=14), "lower back")
    assert course is not None
    assert course.per_week == Slope(10, -0.42857142857142855 / 2, Interval(-0.3, -0.125))


def test_sessions_on_one_day_have_no_slope_per_week() -> None:
    course = course_of(arrivals([6, 5, 4], every=0), "lower back")
    assert course is not None
    assert course.per_week is None
    assert course.per_session == Slope(3, -1, Interval(-1, -1))


@pytest.mark.parametrize(
    ("scores", "verdict"),
    [
        pytest.param([8], Verdict.NUMBERS_ONLY, id="1"),
        pytest.param([8, 1], Verdict.NUMBERS_ONLY, id="2"),
        pytest.param([8, 5, 2], Verdict.SLOPE_ONLY, id="3"),
        pytest.param([9, 7, 5, 3, 1], Verdict.SLOPE_ONLY, id="5"),
        pytest.param([9, 8, 7, 6, 5, 4], Verdict.EARLY, id="6"),
        pytest.param([9, 8, 7, 6, 5, 4, 3], Verdict.EARLY, id="7"),
        pytest.param([9, 8, 7, 6, 5, 4, 3, 2], Verdict.GOING_DOWN, id="8 down"),
        pytest.param([2, 3, 4, 5, 6, 7, 8, 9], Verdict.GOING_UP, id="8 up, K5 and one more"),
        pytest.param([7, 7, 6, 6, 5, 6, 4, 4], Verdict.NOT_ENOUGH, id="K3: the interval touches 0"),
        pytest.param([6] * 8, Verdict.NOT_ENOUGH, id="constant"),
        pytest.param([10, 8.1, 7.8, 8.4, 7.1, 7.3, 7.3, 4.5], Verdict.NOT_ENOUGH, id="down by less than 1"),
        pytest.param([0.5, 1.9, 2.2, 1.6, 2.9, 2.7, 2.7, 5.5], Verdict.NOT_ENOUGH, id="up by less than 1"),
        pytest.param([7.8, 5.8, 5.9, 6.2, 6.2, 5.3, 4.3, 2.9], Verdict.NOT_ENOUGH, id="down only when rounded"),
        pytest.param([6, 6, 6, 6, 6, 6, 6, 6, 6, 5, 5, 5, 5, 5, 5, 5, 5, 5], Verdict.NOT_ENOUGH, id="a step of ties"),
        pytest.param([3, 0], Verdict.NUMBERS_ONLY, id="half 0, but 2"),
        pytest.param([0, 7, 0, 6], Verdict.MOSTLY_ZERO, id="half 0"),
        pytest.param([0, 7, 0, 6, 8], Verdict.SLOPE_ONLY, id="less than half 0"),
        pytest.param([0] * 9, Verdict.MOSTLY_ZERO, id="all 0"),
    ],
)
def test_the_one_rule(scores: list[float], verdict: Verdict) -> None:
    assert verdict_of(arrivals(scores)) is verdict


def test_decimals_give_the_verdict_of_the_whole_numbers_they_are_near() -> None:
    # With its decimals K3's interval leaves 0, though nothing was measured more finely.
    fine = [7.1, 7, 6.2, 6, 5.3, 5.8, 4.2, 4]
    course = course_of(arrivals(fine), "lower back")
    assert course is not None
    assert course.per_session is not None
    assert course.per_session.interval is not None
    assert course.per_session.interval.high < 0
    assert course.verdict is Verdict.NOT_ENOUGH


def test_half_points_are_rounded_to_one_side() -> None:
    halves = [score + 0.5 for score in K1_BEFORE]
    assert verdict_of(arrivals(halves)) is Verdict.GOING_DOWN


@given(WHOLE_SCORES)
def test_the_mirror_image_has_the_opposite_verdict(scores: list[int]) -> None:
    opposite = {Verdict.GOING_DOWN: Verdict.GOING_UP, Verdict.GOING_UP: Verdict.GOING_DOWN}
    verdict = verdict_of(arrivals(scores))
    assert verdict_of(arrivals([11 - score for score in scores])) is opposite.get(verdict, verdict)


@given(SCORES)
def test_no_course_says_more_than_its_numbers_carry(scores: list[float]) -> None:
    course = course_of(arrivals(scores), "lower back")
    if course is None:
        assert not scores
        return
    is_stated = len(scores) >= 3 and 2 * scores.count(0) < len(scores)
    assert (course.per_session is not None, course.per_week is not None) == (is_stated, is_stated)
    assert (course.kendall is not None) is is_stated
    assert (course.change is not None) is (is_stated and len(scores) >= 6)
    assert course.change is not None or course.grade is None
    if course.verdict in (Verdict.GOING_DOWN, Verdict.GOING_UP):
        assert len(scores) >= 8
        assert course.change is not None
        assert (course.change.lower >= 1) is (course.verdict is Verdict.GOING_DOWN)


@pytest.mark.parametrize(("condition", "grade"), [("lower back", "moderate"), ("anxiety", None), ("whatever", None)])
def test_pain_alone_is_graded(condition: str, grade: str | None) -> None:
    course = course_of(arrivals(K1_BEFORE), condition)
    assert course is not None
    assert course.change is not None
    assert course.grade == grade


def test_change_takes_three_on_either_side_and_they_share_none() -> None:
    assert change_of([9, 1, 8, 5, 9, 2]) == Change(8, 5, 3, 37.5)
    assert change_of([0, 0, 1, 5, 5, 5]) == Change(0, 5, -5, None)
    assert change_of([9, 8, 7, 6, 5]) is None


@pytest.mark.parametrize(("n", "blocks"), [(400, None), (401, 201), (801, 267)])
def test_figures_are_exact_up_to_400_arrivals(n: int, blocks: int | None) -> None:
    course = course_of(arrivals([5] * n), "lower back")
    assert course is not None
    assert course.blocks == blocks


def test_over_400_arrivals_the_figures_rest_on_blocks_and_say_so() -> None:
    scores = [9 - place // 160 for place in range(800)]
    course = course_of(arrivals(scores, every=1), "lower back")
    assert course is not None
    assert course.blocks == 400
    assert course.n == 800
    assert course.per_session is not None
    assert course.per_session.n == 400
    assert course.per_session.value == pytest.approx(-1 / 160, rel=0.1)
    assert course.per_week is not None
    assert course.per_week.value == pytest.approx(7 * course.per_session.value)
    assert course.verdict is Verdict.GOING_DOWN
    exact = course_of(arrivals(scores[::2], every=2), "lower back")
    assert exact is not None
    assert exact.blocks is None
    assert astuple(exact.change or Change(0, 0, 0, 0)) == astuple(course.change or Change(1, 1, 1, 1))


def test_days_above_0_count_once_each_with_their_highest_score() -> None:
    scores = [
        (day_after(0), 0),
        (day_after(3), 6),
        (day_after(3), 8),
        (day_after(10), 4),
        (day_after(20), 0),
        (day_after(27), 5),
        (day_after(27), 0),
    ]
    assert episodes_of(scores) == Episodes(days=3, span=28, per_four_weeks=3, median=5)
    assert episodes_of([*scores, (day_after(55), 0)]) == Episodes(days=3, span=56, per_four_weeks=1.5, median=5)


def test_no_rate_is_made_of_less_than_four_weeks() -> None:
    assert episodes_of([(day_after(0), 7), (day_after(26), 0)]) == Episodes(
        days=1, span=27, per_four_weeks=None, median=7
    )


def test_days_at_0_alone_have_no_median_and_no_days_nothing() -> None:
    assert episodes_of([(day_after(0), 0), (day_after(40), 0)]) == Episodes(
        days=0, span=41, per_four_weeks=0, median=None
    )
    assert episodes_of([]) is None
