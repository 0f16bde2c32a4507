"""Student's t distribution for whole degrees of freedom, from the standard library alone."""

from functools import cache
from math import atan, pi, sqrt


def student_t_cdf(t: float, freedom: int) -> float:
    """The probability (0 to 1) that Student's t with `freedom` degrees of freedom, 1 or more, is at most `t`.

    Finite sums in the angle atan(t/sqrt(freedom)): Abramowitz and Stegun 1964, Handbook of Mathematical Functions,
    26.7.3 (odd) and 26.7.4 (even), evaluated by Horner's scheme. Accurate to about 1e-14.

    >>> student_t_cdf(0, 7), round(student_t_cdf(2.228138852, 10), 6)
    (0.5, 0.975)
    """
    # The squared cosine and the sine of the angle.
    radius = freedom + t * t
    cosine2, sine = freedom / radius, t / sqrt(radius)
    terms = 1.0
    for factor in _factors(freedom):
        terms = 1 + factor * cosine2 * terms
    if freedom % 2 == 0:
        within = sine * terms
    elif freedom == 1:
        within = 2 / pi * atan(t)
    else:
        within = 2 / pi * (atan(t / sqrt(freedom)) + sine * sqrt(cosine2) * terms)
    return (1 + within) / 2


@cache
def _factors(freedom: int) -> tuple[float, ...]:
    """The ratios of neighbouring terms, last first: 1/2, 3/4, ... if `freedom` is even, 2/3, 4/5, ... if it is odd."""
    first = 2 + freedom % 2
    return tuple((even - 1) / even for even in range(first, freedom - 1, 2))[::-1]
