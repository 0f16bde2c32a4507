"""How much a change in pain matters to the person who has it."""

from enum import StrEnum


class Grade(StrEnum):
    """How much lower pain is than at the start, in the terms of IMMPACT."""

    NONE = "none"
    MINIMAL = "minimal"
    MODERATE = "moderate"
    SUBSTANTIAL = "substantial"
    WORSE = "worse"


def percent_lower(base: float, now: float) -> float | None:
    """How much lower the score `now` is than `base`, in percent of `base` (negative: higher); None if `base` is 0.

    >>> percent_lower(8, 6)
    25.0
    """
    return 100 * round(base - now, 1) / base if base else None


def grade_of(base: float, now: float) -> Grade | None:
    """The grade of the change from `base` to `now` (0 to 10), over weeks of treatment, never over one session.

    The thresholds of 10, 30 and 50 percent are IMMPACT's (Dworkin 2008, J Pain 9:105-121), those of 1 and 2 points
    Salaffi's and Farrar's (2004, Eur J Pain 8:283-291; 2001, Pain 94:149-158). That both must be met is paintrack's
    own rule: 2 -> 1 is half, but not substantial. None if `base` is 0, unless the score is 1 or more higher.

    >>> grade_of(7, 4).value, grade_of(2, 1).value, grade_of(4, 5).value
    ('moderate', 'minimal', 'worse')
    """
    lower = round(base - now, 1)
    if lower <= -1:
        return Grade.WORSE
    percent = percent_lower(base, now)
    if percent is None:
        return None
    # 1 point is 10 % or more of any score, so the lowest percentage needs no check.
    if lower < 1:
        return Grade.NONE
    if lower < 2 or percent < 30:
        return Grade.MINIMAL
    return Grade.MODERATE if percent < 50 else Grade.SUBSTANTIAL
