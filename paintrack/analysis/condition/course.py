"""The course: whether the score on arrival goes down from session to session, and the one rule for a verdict."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import floor

from paintrack.analysis.condition.clinical_importance import Grade, grade_of, percent_lower
from paintrack.analysis.condition.rated_sessions import Arrival
from paintrack.analysis.condition.robust_statistics import (
    MannKendall,
    Slope,
    block_medians,
    mann_kendall,
    median,
    theil_sen,
)
from paintrack.model.pain_recognition import is_pain

FEWEST_FOR_SLOPE = 3
FEWEST_FOR_CHANGE = 6  # with fewer, the first three and the last three overlap
FEWEST_FOR_VERDICT = 8
LEAST_DIFFERENCE = 1
_FOUR_WEEKS = 28


class Verdict(StrEnum):
    """What may be said about a course; `--json` shows the values."""

    NUMBERS_ONLY = "numbers only"
    SLOPE_ONLY = "slope only"
    EARLY = "early"
    GOING_DOWN = "going down"
    GOING_UP = "going up"
    NOT_ENOUGH = "not enough to tell"
    MOSTLY_ZERO = "mostly 0"


@dataclass(frozen=True, slots=True)
class Change:
    """From `first`, the median of the first three arriving scores, to `last`, the median of the last three.

    `lower` is first minus last in points (negative: it rose), `percent` the same as percent of `first`, None
    when that is 0.
    """

    first: float
    last: float
    lower: float
    percent: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The scores on arrival of one condition over its sessions; a figure that needs more of them is None.

    `per_session` and `per_week` are slopes in points, from 3 arrivals on; `change` from 6 on; `grade` for pain only.
    Over 400 arrivals, slopes and `kendall` rest on the medians of so many `blocks` of sessions.
    """

    n: int
    first: Arrival
    last: Arrival
    verdict: Verdict
    per_session: Slope | None
    per_week: Slope | None
    kendall: MannKendall | None
    change: Change | None
    grade: Grade | None
    blocks: int | None


@dataclass(frozen=True, slots=True)
class Episodes:
    """What stands in place of a course when the score on arrival is mostly 0 (migraine, cycle).

    `days` counts the days with a score above 0, `span` all days from the first score to the last, both included.
    `per_four_weeks` is 28 x days / span, None for a span under 28 days. `median` is that of the highest scores of
    those days, None without such a day. A day without any score counts in `span` alone.
    """

    days: int
    span: int
    per_four_weeks: float | None
    median: float | None


def course_of(arrivals: Sequence[Arrival], condition: str) -> Course | None:
    """The course of a condition from its scores on arrival in the order of time; None without any."""
    if not arrivals:
        return None
    verdict = verdict_of(arrivals)
    stated = verdict not in (Verdict.NUMBERS_ONLY, Verdict.MOSTLY_ZERO)
    scores = [arrival.score for arrival in arrivals]
    weeks = [(arrival.day - arrivals[0].day).days / 7 for arrival in arrivals]
    sessions = block_medians([arrival.number for arrival in arrivals], scores)
    change = change_of(scores) if stated else None
    return Course(
        n=len(arrivals),
        first=arrivals[0],
        last=arrivals[-1],
        verdict=verdict,
        per_session=theil_sen(sessions.x, sessions.y) if stated else None,
        per_week=_slope(weeks, scores) if stated else None,
        kendall=mann_kendall(sessions.y) if stated else None,
        change=change,
        grade=grade_of(change.first, change.last) if change and is_pain(condition) else None,
        blocks=sessions.blocks,
    )


def verdict_of(arrivals: Sequence[Arrival]) -> Verdict:
    """The one rule for what may be said.

    A course goes up or down from 8 arrivals on, when two things hold. Sen's 95 % interval of the slope over the
    sessions lies on that side of 0, also with the scores rounded to whole numbers; and the median of the last three
    scores differs by 1 or more, in the same direction, from that of the first three. The rounding is paintrack's own
    rule: the interval assumes independent scores, which those of neighbouring sessions are not, and only the ties of
    whole numbers keep false verdicts under 5 % all the same. The price: with decimals it misses twice as many true
    falls at 12 sessions (`tests/simulate_courses.py`).
    """
    scores = [arrival.score for arrival in arrivals]
    if len(scores) < FEWEST_FOR_SLOPE:
        return Verdict.NUMBERS_ONLY
    if is_mostly_zero(scores):
        return Verdict.MOSTLY_ZERO
    if len(scores) < FEWEST_FOR_CHANGE:
        return Verdict.SLOPE_ONLY
    if len(scores) < FEWEST_FOR_VERDICT:
        return Verdict.EARLY
    change = change_of(scores)
    numbers = [arrival.number for arrival in arrivals]
    slopes = [_slope(numbers, scores), _slope(numbers, [floor(score + 0.5) for score in scores])]
    intervals = [slope.interval for slope in slopes if slope is not None and slope.interval is not None]
    if change is None or len(intervals) < len(slopes):
        return Verdict.NOT_ENOUGH
    if change.lower >= LEAST_DIFFERENCE and all(interval.high < 0 for interval in intervals):
        return Verdict.GOING_DOWN
    if change.lower <= -LEAST_DIFFERENCE and all(interval.low > 0 for interval in intervals):
        return Verdict.GOING_UP
    return Verdict.NOT_ENOUGH


def is_mostly_zero(scores: Sequence[float]) -> bool:
    """Whether half or more of the scores are 0; False under 3 scores, which do not show what is usual."""
    return len(scores) >= FEWEST_FOR_SLOPE and 2 * scores.count(0) >= len(scores)


def _slope(x: Sequence[float], scores: Sequence[float]) -> Slope | None:
    samples = block_medians(x, scores)
    return theil_sen(samples.x, samples.y)


def change_of(scores: Sequence[float]) -> Change | None:
    """From the median of the first three scores to that of the last three; None under 6 scores.

    Three rather than one, because a single score moves by 1 to 2 by chance: paintrack's own rule.
    """
    if len(scores) < FEWEST_FOR_CHANGE:
        return None
    first, last = median(scores[:3]), median(scores[-3:])
    return Change(first, last, round(first - last, 1), percent_lower(first, last))


def episodes_of(scores: Iterable[tuple[date, float]]) -> Episodes | None:
    """The days above 0 among scores on arrival and readings, each with its local day; None without any score.

    That they are counted from the first to the last day with a score is paintrack's own rule.
    """
    highest: dict[date, float] = {}
    for day, score in scores:
        highest[day] = max(score, highest.get(day, 0))
    if not highest:
        return None
    above = [score for score in highest.values() if score > 0]
    span = (max(highest) - min(highest)).days + 1
    return Episodes(
        days=len(above),
        span=span,
        per_four_weeks=_FOUR_WEEKS * len(above) / span if span >= _FOUR_WEEKS else None,
        median=median(above) if above else None,
    )
