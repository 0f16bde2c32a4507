"""Statistics that one outlier cannot move: medians, Theil-Sen slopes, Mann-Kendall, with their intervals.

Pure arithmetic on numbers; nothing here knows what a session is.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise
from math import comb, exp, lgamma, log, sqrt
from typing import NamedTuple

# The 97.5 % quantile of the standard normal distribution, for two-sided 95 % intervals (NIST/SEMATECH
# e-Handbook, 1.3.6.7.1). A literal, because importing `statistics` costs 8 ms of every command.
Z_95 = 1.959963984540054
# With fewer values a median has no 95 % interval: with 5, the widest covers 93.75 %.
FEWEST_FOR_INTERVAL = 6
# The slopes of 400 samples, 79,800, take a few hundredths of a second; their number grows with the square.
MOST_SAMPLES = 400
_COVERAGE = 0.95
# Above this n a binomial coefficient has hundreds of digits; its logarithm is accurate to 1e-9 for n up to a million.
_MOST_EXACT = 1000


class Interval(NamedTuple):
    """From `low` to `high`, both included, in the unit of the estimate that it belongs to."""

    low: float
    high: float


class MedianEstimate(NamedTuple):
    """The median of `n` values (1 or more) with its order-statistic interval.

    `coverage` is the interval's exact probability, 0.95 or more; both are None with fewer than 6 values.
    """

    n: int
    median: float
    interval: Interval | None
    coverage: float | None


class Slope(NamedTuple):
    """A Theil-Sen slope in units of y per unit of x, over `n` samples; no interval if ties leave no variance.

    With fewer than 5 samples the interval covers less than 95 %, whatever the formula says: do not show it.
    """

    n: int
    value: float
    interval: Interval | None


class MannKendall(NamedTuple):
    """The Mann-Kendall statistic `s`, pairs that rise minus pairs that fall, and its variance with ties."""

    s: int
    variance: float


class Samples(NamedTuple):
    """x and y of the samples to fit. If `blocks` is not None, they are the medians of so many blocks of samples."""

    x: tuple[float, ...]
    y: tuple[float, ...]
    blocks: int | None


def median(values: Iterable[float]) -> float:
    """The middle value, or the mean of the two middle ones, of one or more values.

    >>> median([3, 9, 4]), median([3, 9, 4, 5])
    (4, 4.5)
    """
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def median_estimate_of(values: Iterable[float]) -> MedianEstimate | None:
    """The median with the interval between its order statistics k and n+1-k; None without values.

    The interval is exact for any distribution; ties only make it wider than need be (David and Nagaraja 2003,
    Order Statistics, 7.1).
    """
    ordered = sorted(values)
    if not ordered:
        return None
    order = interval_order(len(ordered))
    if order is None:
        return MedianEstimate(len(ordered), median(ordered), None, None)
    k, coverage = order
    return MedianEstimate(len(ordered), median(ordered), Interval(ordered[k - 1], ordered[-k]), coverage)


def interval_order(n: int) -> tuple[int, float] | None:
    """The largest k for which the k-th lowest to the k-th highest of `n` values cover the median with 95 %.

    The second number is the exact coverage P(k <= B <= n-k), with B binomial (n, 1/2). None with fewer than 6 values.

    >>> interval_order(6), interval_order(9), interval_order(5)
    ((1, 0.96875), (2, 0.9609375), None)
    """
    if n < FEWEST_FOR_INTERVAL:
        return None
    k = n // 2
    # Summed from the middle outwards, which takes about sqrt(n) steps and never underflows.
    chance = _chance_of(k, n)
    coverage = chance if 2 * k == n else 2 * chance
    while coverage < _COVERAGE:
        chance *= k / (n - k + 1)
        k -= 1
        coverage += 2 * chance
    return k, coverage


def _chance_of(k: int, n: int) -> float:
    """The binomial (n, 1/2) probability of k."""
    if n <= _MOST_EXACT:
        return comb(n, k) / (1 << n)
    return exp(lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) - n * log(2))


def theil_sen(x: Sequence[float], y: Sequence[float], z: float = Z_95) -> Slope | None:
    """The median of the slopes between all pairs of samples whose x differ (Theil 1950), and Sen's interval.

    `z` is the normal quantile for the interval, which is equation 2.6 of Sen 1968 (J Am Stat Assoc
    63:1379-1389) with the indices as scipy.stats.theilslopes rounds them, half to even. None when no two
    x differ.
    """
    pairs = combinations(zip(x, y, strict=True), 2)
    slopes = sorted((y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in pairs if x1 != x2)
    if not slopes:
        return None
    variance = (_pairs_weight([len(x)]) - _tie_weight(x) - _tie_weight(y)) / 18
    return Slope(len(x), median(slopes), _sen_interval(slopes, variance, z))


def _sen_interval(slopes: Sequence[float], variance: float, z: float) -> Interval | None:
    # Sen's variance can fall below 0 when x and y are both nearly all tied.
    if variance < 0:
        return None
    spread = z * sqrt(variance)
    low = max(round((len(slopes) - spread) / 2) - 1, 0)
    high = min(round((len(slopes) + spread) / 2), len(slopes) - 1)
    return Interval(slopes[low], slopes[high])


def mann_kendall(y: Sequence[float]) -> MannKendall:
    """S and its variance with ties, of values in the order of time (Kendall 1970, Rank Correlation)."""
    s = sum((later > earlier) - (later < earlier) for earlier, later in combinations(y, 2))
    return MannKendall(s, (_pairs_weight([len(y)]) - _tie_weight(y)) / 18)


def block_medians(x: Sequence[float], y: Sequence[float], most: int = MOST_SAMPLES) -> Samples:
    """The samples as they are, if at most `most`; else the medians of x and of y over at most so many blocks.

    The samples are in the order of x. The sizes of the blocks differ by at most one. This is paintrack's own rule, as
    the number of slopes grows with the square of the number of samples.
    """
    if len(x) <= most:
        return Samples(tuple(x), tuple(y), None)
    size = -(-len(x) // most)
    blocks = -(-len(x) // size)
    edges = [number * len(x) // blocks for number in range(blocks + 1)]
    spans = [slice(start, end) for start, end in pairwise(edges)]
    return Samples(tuple(median(x[span]) for span in spans), tuple(median(y[span]) for span in spans), blocks)


def _tie_weight(values: Sequence[float]) -> int:
    return _pairs_weight(Counter(values).values())


def _pairs_weight(counts: Iterable[int]) -> int:
    return sum(count * (count - 1) * (2 * count + 5) for count in counts)
