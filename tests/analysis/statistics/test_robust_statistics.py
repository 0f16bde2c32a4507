"""Medians, Theil-Sen and Mann-Kendall against published examples, scipy and pymannkendall."""

from itertools import pairwise
from math import comb, isnan
from statistics import NormalDist
from statistics import median as statistics_median
from warnings import catch_warnings, simplefilter

import pymannkendall
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, theilslopes

from paintrack.analysis.statistics.robust_statistics import (
    MOST_SAMPLES,
    Z_95,
    Interval,
    MannKendall,
    MedianEstimate,
    Slope,
    block_medians,
    interval_order,
    mann_kendall,
    median,
    median_estimate_of,
    theil_sen,
)
from tests.example_counts import examples
from tests.factories.courses import K1_BEFORE

SCORES = st.one_of(st.integers(0, 10), st.integers(0, 100).map(lambda tenths: tenths / 10))
# Few values and many points: nearly all of these series have ties.
SERIES = st.one_of(
    st.lists(st.integers(0, 3), min_size=2, max_size=30),
    st.lists(SCORES, min_size=2, max_size=30),
    st.lists(st.floats(-1e6, 1e6).map(lambda value: round(value, 3)), min_size=2, max_size=20),
)
POINTS = SERIES.flatmap(
    lambda y: st.tuples(
        st.one_of(
            st.just(list(range(1, len(y) + 1))),
            st.lists(st.integers(0, 6), min_size=len(y), max_size=len(y)),
            st.lists(st.integers(0, 4000).map(lambda days: days / 7), min_size=len(y), max_size=len(y)),
        ),
        st.just(y),
    )
)
# Many, since another program judges: one wrong case in hundreds would be a wrong figure.
HUNDREDS = examples(600)


def slope_of(y: list[float] | tuple[float, ...]) -> Slope | None:
    return theil_sen(range(1, len(y) + 1), y)


def test_the_quantile_is_that_of_the_normal_distribution() -> None:
    assert pytest.approx(NormalDist().inv_cdf(0.975), abs=1e-15) == Z_95


@given(st.lists(SCORES, min_size=1))
def test_the_median_is_the_one_of_the_statistics_module(values: list[float]) -> None:
    assert median(values) == statistics_median(values)


def test_the_example_of_sen_1968() -> None:
    x, y = [1, 2, 3, 4, 10, 12, 18], [9, 15, 19, 20, 45, 55, 78]
    slope = theil_sen(x, y, z=NormalDist().inv_cdf(1 - 0.07 / 2))
    assert slope == Slope(7, 4, Interval(3.7142857142857144, 4.375))
    assert median(y) - slope.value * median(x) == 4


@pytest.mark.parametrize(
    ("y", "value", "low", "high"),
    [
        pytest.param(K1_BEFORE, -0.42857142857142855, -0.6, -0.25, id="K1"),
        pytest.param((7, 6, 6, 5, 5, 4), -0.5, -1, 0, id="K2 touches 0"),
        pytest.param((7, 7, 6, 6, 5, 6, 4, 4), -0.5, -0.6666666666666666, 0, id="K3 touches 0"),
        pytest.param((6, 6, 6, 6, 6), 0, 0, 0, id="K4 constant"),
        pytest.param((1, 2, 3, 4, 5, 6, 7, 8), 1, 1, 1, id="K5 rises"),
        pytest.param((1.26, 1.27, 1.12, 1.16, 1.03), -0.05625, -0.15, 0.04, id="Theil, cloud seeding"),
        pytest.param((5, 6, 11, 8, 10), 1.125, -3, 5, id="EPA"),
    ],
)
def test_worked_slopes(y: tuple[float, ...], value: float, low: float, high: float) -> None:
    slope = slope_of(y)
    assert slope is not None
    assert slope.interval is not None
    assert (slope.value, slope.interval.low, slope.interval.high) == pytest.approx((value, low, high), abs=1e-12)


def test_the_intercept_of_k1_is_the_one_through_the_medians() -> None:
    slope = slope_of(K1_BEFORE)
    assert slope is not None
    assert median(K1_BEFORE) - slope.value * median(range(1, 11)) == pytest.approx(8.357142857142858)


@pytest.mark.parametrize(
    ("y", "s", "variance"),
    [
        pytest.param(K1_BEFORE, -35, 118.33333333333333, id="K1"),
        pytest.param((7, 6, 6, 5, 5, 4), -13, 26.333333333333332, id="K2"),
        pytest.param((7, 7, 6, 6, 5, 6, 4, 4), -21, 59.666666666666664, id="K3"),
        pytest.param((6, 6, 6, 6, 6), 0, 0, id="K4"),
        pytest.param((1, 2, 3, 4, 5, 6, 7, 8), 28, 65.33333333333333, id="K5"),
        pytest.param((1.26, 1.27, 1.12, 1.16, 1.03), -6, 16.666666666666668, id="Theil, cloud seeding"),
        pytest.param((5, 6, 11, 8, 10), 6, 16.666666666666668, id="EPA"),
        pytest.param((1, 2, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10), 36, 112.66666666666667, id="ties of 4 and of 3"),
        pytest.param((5,), 0, 0, id="one value"),
        pytest.param((), 0, 0, id="none"),
    ],
)
def test_worked_mann_kendall(y: tuple[float, ...], s: int, variance: float) -> None:
    assert mann_kendall(y) == MannKendall(s, variance)


@pytest.mark.parametrize(("x", "y"), [([], []), ([1], [5]), ([3, 3], [1, 2]), ([3, 3, 3, 3], [1, 5, 2, 8])], ids=str)
def test_points_over_the_same_x_have_no_slope(x: list[float], y: list[float]) -> None:
    assert theil_sen(x, y) is None


def test_two_points_have_the_slope_between_them() -> None:
    assert theil_sen([1, 3], [8, 5]) == Slope(2, -1.5, Interval(-1.5, -1.5))


def test_ties_that_leave_no_variance_leave_no_interval() -> None:
    assert theil_sen([1, 1, 1, 2], [5, 5, 5, 5]) == Slope(4, 0, None)


def test_points_without_a_partner_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        theil_sen([1, 2, 3], [1, 2])


@HUNDREDS
@given(POINTS)
def test_slope_and_interval_are_those_of_scipy(points: tuple[list[float], list[float]]) -> None:
    x, y = points
    slope = theil_sen(x, y)
    if slope is None:
        assert len(set(x)) == 1
        return
    with catch_warnings():
        simplefilter("ignore", RuntimeWarning)  # scipy takes the root of a variance below 0, and says nan
        expected = theilslopes(y, x)
    assert slope.value == pytest.approx(expected.slope, abs=1e-9)
    if slope.interval is None:
        assert isnan(expected.low_slope)
        assert isnan(expected.high_slope)
    else:
        assert slope.interval.low == pytest.approx(expected.low_slope, abs=1e-9)
        assert slope.interval.high == pytest.approx(expected.high_slope, abs=1e-9)


@given(POINTS, st.floats(0.5001, 0.999))
def test_an_interval_of_any_width_is_that_of_scipy(points: tuple[list[float], list[float]], confidence: float) -> None:
    x, y = points
    slope = theil_sen(x, y, z=NormalDist().inv_cdf((1 + confidence) / 2))
    if slope is not None and slope.interval is not None:
        expected = theilslopes(y, x, confidence)
        ends = (slope.interval.low, slope.interval.high)
        assert ends == pytest.approx((expected.low_slope, expected.high_slope), abs=1e-9)


@HUNDREDS
@given(SERIES)
def test_s_its_variance_and_the_slope_are_those_of_pymannkendall(y: list[float]) -> None:
    expected = pymannkendall.original_test(y)
    computed, slope = mann_kendall(y), slope_of(y)
    assert slope is not None
    assert (computed.s, computed.variance) == pytest.approx((expected.s, expected.var_s), abs=1e-9)
    assert slope.value == pytest.approx(expected.slope, abs=1e-9)


@pytest.mark.parametrize(
    ("n", "k", "coverage"),
    [
        (6, 1, 0.9688), (7, 1, 0.9844), (8, 1, 0.9922), (9, 2, 0.9609), (10, 2, 0.9785), (11, 2, 0.9883),
        (12, 3, 0.9614), (13, 3, 0.9775), (14, 3, 0.9871), (15, 4, 0.9648), (16, 4, 0.9787), (17, 5, 0.951),
        (18, 5, 0.9691), (19, 5, 0.9808), (20, 6, 0.9586),
    ],
)  # fmt: skip
def test_worked_orders_of_the_median_interval(n: int, k: int, coverage: float) -> None:
    order = interval_order(n)
    assert order is not None
    assert (order[0], round(order[1], 4)) == (k, coverage)


@pytest.mark.parametrize("n", range(6))
def test_no_median_interval_of_95_percent_exists_under_6_values(n: int) -> None:
    assert interval_order(n) is None
    assert 1 - 2 * comb(n, 0) / 2**n < 0.95


@given(st.integers(6, 5000) | st.integers(5000, 200_000))
def test_the_order_is_the_largest_that_covers_95_percent(n: int) -> None:
    order = interval_order(n)
    assert order is not None
    k, coverage = order
    assert coverage == pytest.approx(1 - 2 * binom.cdf(k - 1, n, 0.5), abs=1e-9)
    assert coverage >= 0.95 > 1 - 2 * binom.cdf(k, n, 0.5)


def test_the_median_of_hollander_and_wolfes_depression_data() -> None:
    before = (1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30)
    after = (0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29)
    middle = median_estimate_of(later - earlier for earlier, later in zip(before, after, strict=True))
    interval = Interval(-0.9520000000000001, 0.08000000000000007)
    assert middle == MedianEstimate(9, -0.49, interval, 0.9609375)


def test_few_values_have_a_median_without_interval() -> None:
    assert median_estimate_of([3, 1, 2, 2, 9]) == MedianEstimate(5, 2, None, None)
    assert median_estimate_of([]) is None


@given(st.lists(SCORES, min_size=6, max_size=60))
def test_the_interval_of_the_median_ends_at_values(values: list[float]) -> None:
    middle = median_estimate_of(values)
    assert middle is not None
    assert middle.interval is not None
    assert middle.interval.low <= middle.median <= middle.interval.high
    assert {middle.interval.low, middle.interval.high} <= set(values)


@given(st.lists(SCORES, max_size=MOST_SAMPLES))
def test_up_to_the_most_points_they_stay_as_they_are(y: list[float]) -> None:
    points = block_medians(range(len(y)), y)
    assert (points.x, points.y, points.blocks) == (tuple(range(len(y))), tuple(y), None)


@given(st.integers(1, 40), st.integers(1, 400))
def test_many_samples_become_medians_of_blocks(most: int, n: int) -> None:
    points = block_medians(range(n), [place % 7 for place in range(n)], most)
    if n <= most:
        assert points.blocks is None
        return
    assert points.blocks == len(points.x) == len(points.y) <= most
    # The median of whole numbers in a row is their centre: from edge and centre follows the next edge.
    edges = [-0.5]
    for centre in points.x:
        edges.append(2 * centre - edges[-1])
    sizes = [end - start for start, end in pairwise(edges)]
    assert edges[-1] == n - 0.5
    assert max(sizes) - min(sizes) <= 1


def test_blocks_of_two_by_hand() -> None:
    points = block_medians([1, 2, 3, 4, 5, 6], [8, 6, 7, 7, 2, 3], most=3)
    assert (points.x, points.y, points.blocks) == ((1.5, 3.5, 5.5), (7, 7, 2.5), 3)
