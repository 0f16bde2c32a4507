"""The course: what is counted, what is judged, and the robust figures beside the verdict."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.condition.clinical_importance import Grade
from paintrack.analysis.condition.course import Course, course_of
from paintrack.analysis.condition.verdict import DIRECTED, Medians, Verdict
from paintrack.analysis.statistics.robust_statistics import theil_sen
from tests.factories.courses import K1_BEFORE, arrivals

SCORES = st.lists(st.integers(0, 100).map(lambda tenths: tenths / 10), max_size=30)


def course(scores: Sequence[float], *, every: int = 7, condition: str = "lower back") -> Course:
    figures = course_of(arrivals(scores, every), condition)
    assert figures is not None
    return figures


def test_the_course_of_k1() -> None:
    k1 = course(K1_BEFORE)
    assert (k1.n, k1.first.score, k1.last.score, k1.judgement.judged) == (10, 8, 4, 9)
    assert k1.judgement.not_counted == k1.first
    assert k1.judgement.medians == Medians(7, 4, 3, 300 / 7, None)
    # Under 12 judged arrivals there is no grade.
    assert (k1.verdict, k1.judgement.grade) == (Verdict.GOING_DOWN, None)
    assert k1.theil_sen == theil_sen(range(9), K1_BEFORE[1:])
    assert k1.theil_sen == k1.theil_sen_per_week


def test_the_slope_per_week_goes_by_the_date() -> None:
    k1 = course(K1_BEFORE, every=14)
    assert k1.theil_sen is not None
    assert k1.theil_sen_per_week is not None
    assert k1.theil_sen_per_week.value == pytest.approx(k1.theil_sen.value / 2)


def test_sessions_on_one_day_have_no_slope_per_week() -> None:
    same_day = course([7, 6, 5, 4], every=0)
    assert same_day.theil_sen is not None
    assert same_day.theil_sen_per_week is None


@pytest.mark.parametrize(("condition", "grade"), [("lower back", Grade.SUBSTANTIAL), ("anxiety", None)])
def test_pain_alone_is_graded_from_12_judged_on(condition: str, grade: Grade | None) -> None:
    scores = [9, 8, 8, 8, 7, 7, 6, 6, 5, 5, 4, 4, 3]
    assert course(scores, condition=condition).judgement.grade == grade
    assert course(scores[:12], condition=condition).judgement.grade is None


@given(SCORES)
def test_no_course_says_more_than_its_numbers_carry(scores: list[float]) -> None:
    figures = course_of(arrivals(scores), "lower back")
    if figures is None:
        assert not scores
        return
    has_slope = len(scores) >= 4 and figures.verdict is not Verdict.MOSTLY_ZERO
    assert (figures.theil_sen is not None, figures.kendall is not None) == (has_slope, has_slope)
    if figures.verdict in DIRECTED:
        assert figures.judgement.medians is not None
        assert len(scores) >= 7


@pytest.mark.parametrize(("n", "blocks"), [(401, None), (402, 201)])
def test_figures_are_exact_up_to_400_judged(n: int, blocks: int | None) -> None:
    figures = course([5] * n, every=1)
    assert (figures.judgement.blocks, figures.n) == (blocks, n)
    assert figures.theil_sen is not None
    assert figures.theil_sen.n == (blocks or n - 1)


def test_a_part_of_a_course_leaves_out_its_real_first_score() -> None:
    part = course_of(arrivals(K1_BEFORE)[3:], "lower back", first_of_course=1)
    assert part is not None
    assert (part.n, part.judgement.judged, part.judgement.not_counted) == (7, 7, None)
