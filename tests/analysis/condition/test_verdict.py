"""The one rule for a verdict: the worked examples, its edges, and what must hold of every course."""

import json
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.condition.clinical_importance import Grade
from paintrack.analysis.condition.condition_sessions import Arrival
from paintrack.analysis.condition.verdict import (
    SESSION_AUTOCORRELATIONS,
    CourseVerdict,
    Medians,
    Verdict,
    course_verdict_of,
    is_mostly_zero,
    judge,
    judged_arrivals,
    medians_of,
)
from paintrack.analysis.statistics.ar1_regression import slope_distribution
from tests.example_counts import examples
from tests.factories.courses import K1_BEFORE, arrivals
from tests.factories.entries import day_after

EXAMPLES = json.loads((Path(__file__).parent / "verdict_examples.json").read_text(encoding="utf-8"))
OPPOSITE = {
    Verdict.GOING_DOWN: Verdict.GOING_UP,
    Verdict.GOING_UP: Verdict.GOING_DOWN,
    Verdict.PROBABLY_GOING_DOWN: Verdict.PROBABLY_GOING_UP,
    Verdict.PROBABLY_GOING_UP: Verdict.PROBABLY_GOING_DOWN,
}
DOWN = (Verdict.GOING_DOWN, Verdict.PROBABLY_GOING_DOWN)
UP = (Verdict.GOING_UP, Verdict.PROBABLY_GOING_UP)
TENTHS = st.integers(10, 90).map(lambda tenths: tenths / 10)
# Half of them have a trend, or most would be 'not clear yet'.
COURSES = st.lists(TENTHS, min_size=1, max_size=24) | st.builds(
    lambda steps, start, noise: [
        min(9.0, max(1.0, round(start + steps * place / 10 + each, 1))) for place, each in enumerate(noise)
    ],
    st.integers(-6, 6),
    st.integers(2, 8),
    st.lists(st.integers(-10, 10).map(lambda tenths: tenths / 10), min_size=6, max_size=24),
)
HUNDREDS = examples(500)


def verdict(scores: list[float] | list[int], condition: str = "lower back", **options: Any) -> CourseVerdict:
    verdict = course_verdict_of(arrivals(scores), condition, **options)
    assert verdict is not None
    return verdict


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["name"] for example in EXAMPLES])
def test_the_worked_examples(example: dict[str, Any]) -> None:
    scores = example["arrivals"]
    numbers = example.get("sessions", range(1, len(scores) + 1))
    course = [Arrival(number, day_after(7 * number), score) for number, score in zip(numbers, scores, strict=True)]
    result = course_verdict_of(course, "lower back")
    assert result is not None
    assert result.verdict == example["verdict"]
    if "judged" not in example:
        return
    assert result.judged == example["judged"]
    assert (result.medians and result.medians.lower) == example["difference_of_medians"]
    assert result.probability_of_a_fall == pytest.approx(example["probability_of_a_fall"], abs=1e-6)
    assert result.slope is not None
    # Both ends of the examples stop at 1e-6 in their own search: 'gone' ends at -0.22007912 by scipy, said -0.220078.
    assert result.slope.interval.low == pytest.approx(example["slope_low"], abs=1.5e-6)
    assert result.slope.interval.high == pytest.approx(example["slope_high"], abs=1.5e-6)


def test_the_examples_are_there() -> None:
    """Without any, pytest would pass over the tests above."""
    assert len(EXAMPLES) > 50


def test_the_figures_of_k1() -> None:
    result = verdict([*K1_BEFORE])
    assert result.verdict is Verdict.GOING_DOWN
    assert (result.judged, result.not_counted, result.blocks) == (9, arrivals(K1_BEFORE)[0], None)
    assert result.medians == Medians(first=7, last=4, lower=3, percent=300 / 7, middle=None)
    assert result.slope is not None
    assert result.change_over_time is not None
    assert not result.change_over_time.over_whole_time
    # Weekly sessions: 30.44 / 7 a month.
    assert result.change_over_time.value == pytest.approx(result.slope.value * 30.44 / 7)
    interval, slopes = result.change_over_time.interval, result.slope.interval
    assert (interval.low, interval.high) == pytest.approx((slopes.low * 30.44 / 7, slopes.high * 30.44 / 7))
    assert result.grade is None  # only 9 are judged


@pytest.mark.parametrize("every", [0, 1])
def test_under_28_days_the_change_is_over_the_whole_time(every: int) -> None:
    result = course_verdict_of(arrivals(K1_BEFORE, every=every), "lower back")
    assert result is not None
    assert result.slope is not None
    assert result.change_over_time is not None
    assert result.change_over_time.over_whole_time
    assert result.change_over_time.value == pytest.approx(8 * result.slope.value)


def test_28_days_make_a_rate() -> None:
    for days, is_whole in ((27, True), (28, False)):
        last_day = day_after(days)
        result = judge([1, 2, 3], [day_after(0), day_after(3), last_day], [7, 5, 4], SESSION_AUTOCORRELATIONS)
        assert result.change_over_time is not None
        assert result.change_over_time.over_whole_time is is_whole


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        pytest.param([8], Verdict.TOO_EARLY, id="one"),
        pytest.param([9, 9, 8, 7, 6, 5], Verdict.TOO_EARLY, id="six arrivals are five judged"),
        pytest.param([9, 9, 8, 7, 6, 5, 4], Verdict.PROBABLY_GOING_DOWN, id="seven: never surer than probably"),
        pytest.param([9, 9, 8, 7, 6, 5, 4, 3], Verdict.PROBABLY_GOING_DOWN, id="eight likewise"),
        pytest.param([9, 9, 8, 7, 6, 5, 4, 3, 2], Verdict.GOING_DOWN, id="nine"),
        pytest.param([1, 1, 2, 3, 4, 5, 6, 7, 8], Verdict.GOING_UP, id="nine up"),
        pytest.param([1, 1, 2, 3, 4, 5, 6, 7], Verdict.PROBABLY_GOING_UP, id="eight up"),
        pytest.param([6] * 8, Verdict.NOT_CLEAR_YET, id="eight equal ones are too few for about the same"),
        pytest.param([6] * 9, Verdict.ABOUT_THE_SAME, id="nine equal ones"),
        pytest.param([10] + [6] * 8, Verdict.ABOUT_THE_SAME, id="the first does not count"),
        pytest.param([0, 7, 0, 6, 0, 5], Verdict.MOSTLY_ZERO, id="half 0, from the beginning on"),
        pytest.param([0] * 9, Verdict.MOSTLY_ZERO, id="all 0"),
        pytest.param([0, 0], Verdict.TOO_EARLY, id="two do not show what is usual"),
        pytest.param([7, 6, 6, 5, 4, 3, 2, 1] + [0] * 10, Verdict.GOING_DOWN, id="recovered"),
    ],
)
def test_the_rule_at_its_edges(scores: list[float], expected: Verdict) -> None:
    assert verdict(scores).verdict is expected


def test_no_arrival_has_no_course() -> None:
    assert course_verdict_of([], "lower back") is None


def test_mostly_zero_has_no_figures() -> None:
    assert verdict([0, 7, 0, 6]) == CourseVerdict(
        verdict=Verdict.MOSTLY_ZERO, judged=3, not_counted=Arrival(1, day_after(0), 0)
    )


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([0, 5, 0], True),
        ([5, 0, 0], False),
        ([0, 0, 5, 5], True),
        ([5, 5, 0, 0], False),
        ([0, 0, 5, 5, 5], False),
        ([5, 0, 0, 0, 0], True),
        ([5, 4, 3, 0, 0, 0, 0], False),
        ([0, 0], False),
        ([], False),
    ],
)
def test_mostly_zero_needs_the_first_half(scores: list[float], expected: bool) -> None:
    assert is_mostly_zero(scores) is expected


@pytest.mark.parametrize(
    ("condition", "judged", "grade"),
    [("lower back", 12, Grade.SUBSTANTIAL), ("lower back", 11, None), ("anxiety", 12, None)],
)
def test_pain_is_graded_from_12_on(condition: str, judged: int, grade: Grade | None) -> None:
    result = verdict([8, *(8 - place / 2 for place in range(judged))], condition)
    assert result.verdict is Verdict.GOING_DOWN
    assert result.judged == judged
    assert result.grade == grade


def test_a_rising_course_has_no_grade() -> None:
    assert verdict([2, *(2 + place / 2 for place in range(12))]).grade is None


def test_a_steady_small_fall_is_named() -> None:
    falling = verdict([4.7, 4.6, 4.5, 4.4, 4.3, 4.2, 4.1, 4.0, 3.9])
    rising = verdict([3.9, 4.0, 4.1, 4.2, 4.3, 4.4, 4.5, 4.6, 4.7])
    level = verdict([6] * 12)
    assert falling.verdict is rising.verdict is level.verdict is Verdict.ABOUT_THE_SAME
    assert [each.is_falling_slightly for each in (falling, rising, level)] == [True, False, False]
    assert [each.is_rising_slightly for each in (falling, rising, level)] == [False, True, False]
    down = verdict([*K1_BEFORE])
    assert not down.is_falling_slightly
    assert not verdict([5, 4]).is_rising_slightly


@pytest.mark.parametrize(
    ("scores", "middle"),
    [
        ([7, 7, 7, 3, 3, 3, 7, 7, 7], 3),
        ([7, 7, 7, 5.1, 5.1, 5.1, 7, 7, 7], None),
        ([4, 4, 4, 6.1, 6.1, 6.1, 4.1, 4.1, 4.1], 6.1),
        ([4, 4, 4, 7, 7, 7, 5.1, 5.1, 5.1], None),
        ([8, 8, 8, 5, 5, 5, 2, 2, 2], None),
        ([7, 7, 7, 3, 3, 7, 7, 7], None),
        ([7, 7, 7, 7, 3, 3, 3, 7, 7, 7, 7], 3),
    ],
)
def test_a_bent_way_has_a_middle(scores: list[float], middle: float | None) -> None:
    medians = medians_of(scores)
    assert medians is not None
    assert medians.middle == middle


def test_medians_take_three_on_either_side() -> None:
    assert medians_of([9, 1, 8, 5, 9, 2]) == Medians(8, 5, 3, 37.5, None)
    assert medians_of([0, 0, 1, 5, 5, 5]) == Medians(0, 5, -5, None, None)
    assert medians_of([9, 8, 7, 6, 5]) is None


def test_a_part_of_the_course_leaves_out_only_its_real_first() -> None:
    course = arrivals([9, *K1_BEFORE])
    part = course_verdict_of(course[3:], "lower back", first_of_course=1)
    assert part is not None
    assert (part.judged, part.not_counted) == (8, None)
    assert judged_arrivals(course[3:], first_of_course=1) == tuple(course[3:])
    whole = course_verdict_of(course, "lower back", first_of_course=1)
    assert whole == course_verdict_of(course, "lower back")
    assert judged_arrivals(course) == tuple(course[1:])
    assert judged_arrivals([]) == ()


def test_two_at_one_instant_count_once() -> None:
    course = arrivals(K1_BEFORE)
    doubled = [*course[:4], course[3]._replace(score=10), *course[4:]]
    assert course_verdict_of(doubled, "lower back") == course_verdict_of(course, "lower back")
    first_twice = [course[0], course[0]._replace(score=1), *course[1:]]
    assert course_verdict_of(first_twice, "lower back") == course_verdict_of(course, "lower back")


@pytest.mark.parametrize(("n", "blocks"), [(401, None), (402, 201), (802, 267)])
def test_over_400_judged_scores_blocks_stand_for_them(n: int, blocks: int | None) -> None:
    result = verdict([9 - place // 200 for place in range(n)])
    assert (result.judged, result.blocks) == (n - 1, blocks)
    assert result.slope is not None
    assert result.slope.interval.low < result.slope.value < result.slope.interval.high


@HUNDREDS
@given(COURSES)
def test_the_mirror_image_has_the_opposite_verdict(scores: list[float]) -> None:
    original = verdict(scores)
    mirrored = verdict([round(10 - score, 1) for score in scores])
    assert mirrored.verdict is OPPOSITE.get(original.verdict, original.verdict)
    assert (mirrored.is_falling_slightly, mirrored.is_rising_slightly) == (
        original.is_rising_slightly,
        original.is_falling_slightly,
    )


@HUNDREDS
@given(COURSES, st.integers(-9, 9))
def test_a_constant_changes_no_verdict(scores: list[float], tenths: int) -> None:
    moved = verdict([round(score + tenths / 10, 1) for score in scores])
    original = verdict(scores)
    assert (moved.verdict, moved.judged) == (original.verdict, original.judged)
    assert moved.probability_of_a_fall == (
        None if original.probability_of_a_fall is None else pytest.approx(original.probability_of_a_fall, abs=1e-6)
    )


@HUNDREDS
@given(COURSES, TENTHS)
def test_the_first_arrival_never_counts(scores: list[float], first: float) -> None:
    one, other = verdict(scores), verdict([first, *scores[1:]])
    assert one.not_counted != other.not_counted or first == scores[0]
    assert (one.verdict, one.slope, one.medians) == (other.verdict, other.slope, other.medians)


@HUNDREDS
@given(COURSES, st.lists(st.integers(1, 40), min_size=24, max_size=24))
def test_no_verdict_says_more_than_its_numbers_carry(scores: list[float], gaps: list[int]) -> None:
    days = list(accumulate(gaps))
    course = [Arrival(place + 1, day_after(days[place]), score) for place, score in enumerate(scores)]
    result = course_verdict_of(course, "lower back")
    assert result is not None
    assert result.judged == len(scores) - 1
    assert (result.slope is None) is (result.probability_of_a_fall is None) is (result.judged < 3)
    assert (result.medians is None) is (result.judged < 6)
    assert (result.verdict is Verdict.TOO_EARLY) is (result.judged < 6)
    if result.verdict in (Verdict.GOING_DOWN, Verdict.GOING_UP, Verdict.ABOUT_THE_SAME):
        assert result.judged >= 8
    if result.medians and result.probability_of_a_fall is not None:
        fall = result.probability_of_a_fall
        assert result.verdict not in DOWN or (result.medians.lower >= 1 and fall >= 0.954)
        assert result.verdict not in UP or (result.medians.lower <= -1 and fall <= 0.046)
        assert result.verdict is not Verdict.ABOUT_THE_SAME or abs(result.medians.lower) < 1
    if result.slope and result.probability_of_a_fall is not None:
        assert result.slope.interval.low <= result.slope.value <= result.slope.interval.high
        assert abs(result.slope.value) < 1e-6 or (result.slope.value < 0) is (result.probability_of_a_fall > 0.5)


@HUNDREDS
@given(COURSES)
def test_the_interval_and_the_verdict_agree(scores: list[float]) -> None:
    result = verdict(scores)
    slopes = slope_distribution(range(1, len(scores)), scores[1:], SESSION_AUTOCORRELATIONS)
    if result.slope is None or slopes is None:
        return
    if result.verdict is Verdict.GOING_DOWN:
        assert result.slope.interval.high <= 1e-9
    if result.verdict is Verdict.GOING_UP:
        assert result.slope.interval.low >= -1e-9
    if result.verdict is Verdict.ABOUT_THE_SAME:
        relevant = 2 / (len(scores) - 2)
        assert slopes.probability_below(-relevant) <= 0.05
        assert slopes.probability_below(relevant) >= 0.95
