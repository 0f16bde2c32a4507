"""A straight line through scores whose errors resemble their neighbours by an unknown amount.

Pure arithmetic on numbers; nothing here knows what a session is.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import exp, log, sqrt
from operator import mul
from typing import NamedTuple

from paintrack.analysis.statistics.student_t import student_t_cdf

FEWEST_FOR_LINE = 3
# The least sum of squares, for scores that are equal or lie on a line: it keeps logarithm and division defined.
_LEAST_SQUARES = 1e-9
# How precisely a quantile is computed, in units of y per unit of x: far finer than a score, in 30 steps.
_PRECISION = 1e-9


class _Component(NamedTuple):
    """What one lag-1 correlation says of the slope: its weight (0 to 1), the estimate and its standard error."""

    weight: float
    slope: float
    error: float


class SlopeDistribution(NamedTuple):
    """What the data say of a slope, in units of y per unit of x: a mixture of Student's t distributions.

    There is one for each lag-1 correlation that was tried; all have the same degrees of `freedom`, n - 2.
    """

    components: tuple[_Component, ...]
    freedom: int

    def probability_below(self, slope: float) -> float:
        """The probability (0 to 1) that the slope lies below `slope`."""
        return sum(
            weight * student_t_cdf((slope - center) / error, self.freedom) for weight, center, error in self.components
        )

    def quantile(self, probability: float) -> float:
        """The slope below which the true one lies with the `probability`, between 0 and 1, both excluded.

        Found by bisection, to 1e-9.
        """
        centers = [component.slope for component in self.components]
        reach = max(component.error for component in self.components)
        low, high = min(centers) - reach, max(centers) + reach
        # With one degree of freedom the tails are so heavy that the reach has to double several times.
        while self.probability_below(low) > probability:
            low, reach = low - reach, 2 * reach
        while self.probability_below(high) < probability:
            high, reach = high + reach, 2 * reach
        # The second condition ends the loop if low and high are so large that floats are coarser than the precision.
        while high - low > _PRECISION and low < (middle := (low + high) / 2) < high:
            if self.probability_below(middle) < probability:
                low = middle
            else:
                high = middle
        return (low + high) / 2


def slope_distribution(
    x: Sequence[float], y: Sequence[float], autocorrelations: Iterable[float]
) -> SlopeDistribution | None:
    """The distribution of b in y = a + b x, where errors at a distance of `gap` in x have the correlation phi^gap.

    x increases strictly. Each phi of `autocorrelations` (0 to below 1) is equally likely a priori; the priors are flat
    on a and b, and 1/sd on the standard deviation (Zellner and Tiao 1964, J Am Stat Assoc 59:763-778). For each phi the
    line is fitted by generalised least squares with the transform of Prais and Winsten (1954, Cowles Commission
    Discussion Paper 383), which also holds for unequal gaps. None with fewer than 3 samples.
    """
    if len(x) < FEWEST_FOR_LINE:
        return None
    # Centred, so that sums of squares lose fewer digits, and slope and weight do not depend on the origin of the axes.
    x_center, y_center = sum(x) / len(x), sum(y) / len(y)
    centred_x, centred_y = [value - x_center for value in x], [value - y_center for value in y]
    gaps = [float(following - value) for value, following in pairwise(x)]
    fits = [_fit(centred_x, centred_y, gaps, phi) for phi in autocorrelations]
    # Weights are computed as logarithms, because with 400 samples powers of the sum of squares under- or overflow.
    largest = max(log_weight for log_weight, _, _ in fits)
    weights = [exp(log_weight - largest) for log_weight, _, _ in fits]
    total = sum(weights)
    components = (
        _Component(weight / total, slope, error) for weight, (_, slope, error) in zip(weights, fits, strict=True)
    )
    return SlopeDistribution(tuple(components), len(x) - 2)


def _fit(x: Sequence[float], y: Sequence[float], gaps: Sequence[float], phi: float) -> tuple[float, float, float]:
    """The logarithm of the weight of `phi`, the slope that it gives and the standard error of that slope."""
    transforms = {gap: _transform(phi**gap) for gap in set(gaps)}
    steps = [transforms[gap] for gap in gaps]
    u = _whitened(x, steps)
    v = _whitened(y, steps)
    ones = [1.0, *((1 - correlation) * scale for correlation, scale, _ in steps)]
    ones_ones, ones_u, u_u = _dot(ones, ones), _dot(ones, u), _dot(u, u)
    ones_v, u_v = _dot(ones, v), _dot(u, v)
    determinant = ones_ones * u_u - ones_u * ones_u
    slope = (ones_ones * u_v - ones_u * ones_v) / determinant
    start = (ones_v - slope * ones_u) / ones_ones
    residuals = [each - start * one - slope * place for one, place, each in zip(ones, u, v, strict=True)]
    squares = max(_dot(residuals, residuals), _LEAST_SQUARES)
    freedom = len(x) - 2
    log_of_correlations = sum(log_variance for _, _, log_variance in steps)
    log_weight = -(log_of_correlations + log(determinant) + freedom * log(squares)) / 2
    return log_weight, slope, sqrt(squares / freedom * ones_ones / determinant)


def _transform(correlation: float) -> tuple[float, float, float]:
    """The correlation with the sample before, the factor that gives the innovation unit variance, the log of variance.

    The logs of all samples add up to the log of the determinant of the correlation matrix.
    """
    variance = 1 - correlation * correlation
    return correlation, 1 / sqrt(variance), log(variance)


def _whitened(values: Sequence[float], steps: Sequence[tuple[float, float, float]]) -> list[float]:
    innovations = (
        (following - correlation * value) * scale
        for (value, following), (correlation, scale, _) in zip(pairwise(values), steps, strict=True)
    )
    return [values[0], *innovations]


def _dot(left: Sequence[float], right: Sequence[float]) -> float:
    products: Iterable[float] = map(mul, left, right)
    return sum(products)
