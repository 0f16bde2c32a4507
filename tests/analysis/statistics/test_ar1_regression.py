"""The distribution of the slope against the same definition written with matrices, numpy and scipy."""

from collections.abc import Sequence
from math import inf

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import t as student_t

from paintrack.analysis.condition.home_course import WEEK_AUTOCORRELATIONS
from paintrack.analysis.condition.verdict import SESSION_AUTOCORRELATIONS
from paintrack.analysis.statistics.ar1_regression import SlopeDistribution, slope_distribution
from paintrack.analysis.statistics.student_t import student_t_cdf
from tests.example_counts import examples

SCORES = st.one_of(st.integers(0, 10), st.integers(0, 20).map(lambda halves: halves / 2), st.integers(0, 100).map(
    lambda tenths: tenths / 10
))  # fmt: skip
GRIDS = st.sampled_from([SESSION_AUTOCORRELATIONS, WEEK_AUTOCORRELATIONS, (0.0,), (0.3, 0.5)])
# Many, since another program judges: one wrong case in hundreds would be a wrong verdict.
HUNDREDS = examples(600)


@st.composite
def series(draw: st.DrawFn, most: int = 25) -> tuple[list[int], list[float]]:
    """Session numbers with gaps, and scores of which many are equal."""
    y = draw(st.lists(SCORES, min_size=3, max_size=most))
    gaps = draw(st.lists(st.sampled_from([1, 1, 1, 1, 2, 3, 9]), min_size=len(y), max_size=len(y)))
    return [sum(gaps[: place + 1]) for place in range(len(y))], y


class Oracle:
    """The mixture by its definition: the correlation matrix is built, inverted and its determinant taken."""

    def __init__(self, x: Sequence[float], y: Sequence[float], grid: Sequence[float]) -> None:
        numbers, scores = np.array(x, dtype=float), np.array(y, dtype=float)
        design = np.column_stack([np.ones(len(numbers)), numbers])
        distances = np.abs(numbers[:, None] - numbers[None, :])
        self.freedom = len(numbers) - 2
        logs, self.slopes, self.errors = [], [], []
        for phi in grid:
            # 0 to the power of 0 is 1: the diagonal.
            correlation = np.power(phi, distances)
            inverse = np.linalg.inv(correlation)
            normal = design.T @ inverse @ design
            coefficients = np.linalg.solve(normal, design.T @ inverse @ scores)
            residuals = scores - design @ coefficients
            squares = max(float(residuals @ inverse @ residuals), 1e-9)
            logs.append(
                -0.5 * np.linalg.slogdet(correlation)[1]
                - 0.5 * np.linalg.slogdet(normal)[1]
                - self.freedom / 2 * np.log(squares)
            )
            self.slopes.append(coefficients[1])
            self.errors.append(np.sqrt(squares / self.freedom * np.linalg.inv(normal)[1, 1]))
        weights = np.exp(np.array(logs) - max(logs))
        self.weights = weights / weights.sum()

    def probability_below(self, slope: float) -> float:
        t = (slope - np.array(self.slopes)) / np.array(self.errors)
        return float(self.weights @ student_t.cdf(t, self.freedom))


def distribution(x: Sequence[float], y: Sequence[float], grid: Sequence[float]) -> SlopeDistribution:
    slopes = slope_distribution(x, y, grid)
    assert slopes is not None
    return slopes


@HUNDREDS
@given(st.floats(-1e4, 1e4), st.integers(1, 60) | st.integers(300, 400))
def test_student_t_is_that_of_scipy(t: float, freedom: int) -> None:
    # scipy says 0.5 for every t that is nearly 0: up to 1e-8 off.
    assert student_t_cdf(t, freedom) == pytest.approx(student_t.cdf(t, freedom), abs=1e-8)


@pytest.mark.parametrize("freedom", [1, 2, 3, 4, 398])
def test_student_t_at_its_ends(freedom: int) -> None:
    assert student_t_cdf(0, freedom) == 0.5
    assert student_t_cdf(-1e9, freedom) == pytest.approx(0, abs=1e-9)
    assert student_t_cdf(1e9, freedom) == pytest.approx(1, abs=1e-9)


@HUNDREDS
@given(series(), GRIDS, st.floats(-3, 3))
def test_the_probability_is_the_oracle_s(
    data: tuple[list[int], list[float]], grid: tuple[float, ...], slope: float
) -> None:
    slopes, oracle = distribution(*data, grid), Oracle(*data, grid)
    # Inverting a matrix of 25 neighbours with a correlation of 0.9 loses some of the 16 digits. Right at the slope of
    # an exact line, where the distribution is 1e-6 wide, they decide.
    assume(min(abs(slope - center) for center in oracle.slopes) > 1e-9 or slope == 0)
    for at in (slope, 0.0):
        assert slopes.probability_below(at) == pytest.approx(oracle.probability_below(at), abs=1e-7)


@HUNDREDS
@given(series(), GRIDS, st.sampled_from([0.024, 0.5, 0.976]) | st.floats(0.01, 0.99))
def test_the_quantiles_are_the_oracle_s(
    data: tuple[list[int], list[float]], grid: tuple[float, ...], probability: float
) -> None:
    quantile = distribution(*data, grid).quantile(probability)
    # It is found to 1e-9; with one degree of freedom it can be as large as 1e3, of which the matrices lose a part.
    near = max(2e-9, abs(quantile) * 1e-8)
    oracle = Oracle(*data, grid)
    assert oracle.probability_below(quantile - near) <= probability + 1e-9
    assert oracle.probability_below(quantile + near) >= probability - 1e-9


@examples(500)
@given(series(), st.integers(-20, 20), st.integers(-50, 50))
def test_where_the_axes_begin_does_not_matter(data: tuple[list[int], list[float]], right: int, higher: int) -> None:
    x, y = data
    moved = distribution([each + right for each in x], [each + higher for each in y], SESSION_AUTOCORRELATIONS)
    expected = distribution(x, y, SESSION_AUTOCORRELATIONS).probability_below(0)
    assert moved.probability_below(0) == pytest.approx(expected, abs=1e-6)


@examples(500)
@given(series())
def test_the_mirror_image_has_the_opposite_chance(data: tuple[list[int], list[float]]) -> None:
    x, y = data
    slopes = distribution(x, y, SESSION_AUTOCORRELATIONS)
    mirrored = distribution(x, [10 - each for each in y], SESSION_AUTOCORRELATIONS)
    backwards = distribution([-each for each in reversed(x)], y[::-1], SESSION_AUTOCORRELATIONS)
    for opposite in (mirrored, backwards):
        assert opposite.probability_below(0) == pytest.approx(1 - slopes.probability_below(0), abs=1e-6)
        assert opposite.quantile(0.976) == pytest.approx(-slopes.quantile(0.024), abs=1e-6)


def test_equal_scores_and_exact_lines_have_a_narrow_slope() -> None:
    flat = distribution(range(8), [6] * 8, SESSION_AUTOCORRELATIONS)
    assert flat.probability_below(0) == pytest.approx(0.5)
    assert -1e-5 < flat.quantile(0.024) < 0 < flat.quantile(0.976) < 1e-5
    line = distribution(range(5), [7, 6, 5, 4, 3], SESSION_AUTOCORRELATIONS)
    assert line.quantile(0.5) == pytest.approx(-1)
    assert line.quantile(0.976) - line.quantile(0.024) < 1e-4
    assert line.probability_below(0) == pytest.approx(1)


def test_no_slope_under_three_samples() -> None:
    assert slope_distribution([], [], (0.0,)) is None
    assert slope_distribution([1, 2], [3, 4], (0.0,)) is None
    assert distribution([1, 2, 3], [3, 9, 4], SESSION_AUTOCORRELATIONS).freedom == 1


@pytest.mark.parametrize("probability", [1e-6, 1 - 1e-6])
def test_far_quantiles_of_heavy_tails_end(probability: float) -> None:
    slopes = distribution([1, 2, 3], [0, 10, 1], SESSION_AUTOCORRELATIONS)
    assert slopes.probability_below(slopes.quantile(probability)) == pytest.approx(probability, rel=1e-4)


def test_400_samples_do_not_overflow() -> None:
    for scores in ([5] * 400, [place % 11 for place in range(400)], [10 - place / 40 for place in range(400)]):
        slopes = distribution(range(400), scores, SESSION_AUTOCORRELATIONS)
        assert sum(weight for weight, _, _ in slopes.components) == pytest.approx(1)
        assert all(-inf < slope < inf and 0 < error < inf for _, slope, error in slopes.components)
        oracle = Oracle(range(400), scores, SESSION_AUTOCORRELATIONS)
        assert slopes.probability_below(-0.01) == pytest.approx(oracle.probability_below(-0.01), abs=1e-6)
