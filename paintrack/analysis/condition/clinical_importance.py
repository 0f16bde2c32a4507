"""How much a change in pain matters to the one who has it."""

from enum import StrEnum


class Grade(StrEnum):
    """How much lower pain is than at the start."""

    NONE = "none"
    MINIMAL = "minimal"
    MODERATE = "moderate"
    SUBSTANTIAL = "substantial"
    WORSE = "worse"


def percent_lower(base: float, now: float) -> float | None:
    """By how many percent of `base` the score `now` is lower (negative: higher); None when `base` is 0."""
    return 100 * round(base - now, 1) / base if base else None


def grade_of(base: float, now: float) -> Grade | None:
    """The change from `base` to `now` (0 to 10), graded for weeks of treatment, never for one session.

    The percent limits 10, 30 and 50 are IMMPACT's (Dworkin 2008, J Pain 9:105-121), the floors of 1 and
    2 points Salaffi's and Farrar's (2004, Eur J Pain 8:283-291; 2001, Pain 94:149-158); asking for both at
    once is paintrack's own rule, so that 2 -> 1 is not called substantial. None when nothing was to lose.
    """
    lower = round(base - now, 1)
    if lower <= -1:
        return Grade.WORSE
    percent = percent_lower(base, now)
    if percent is None:
        return None
    # 1 point is 10 % or more of any score: the lowest limit needs no look of its own.
    if lower < 1:
        return Grade.NONE
    if lower < 2 or percent < 30:
        return Grade.MINIMAL
    return Grade.MODERATE if percent < 50 else Grade.SUBSTANTIAL
