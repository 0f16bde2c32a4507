"""The one rule for what may be said of a course: whether it goes down or up, stays about the same, or is not clear.

The constants are paintrack's own calibration; `tests/benchmarks/simulate_courses.py` measures how often each verdict is
wrong.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from paintrack.analysis.condition.clinical_importance import Grade, grade_of
from paintrack.analysis.condition.condition_sessions import Arrival
from paintrack.analysis.statistics.ar1_regression import SlopeDistribution, slope_distribution
from paintrack.analysis.statistics.robust_statistics import Interval, block_medians, median
from paintrack.model.conditions.condition_is_pain import is_pain

FEWEST_FOR_CHANGE = 6  # with fewer, the first three and the last three overlap
FEWEST_FOR_PROBABLY = 6
FEWEST_FOR_GOING = 8
FEWEST_FOR_MIDDLE = 9  # with fewer, the middle third overlaps the first three or the last three
FEWEST_FOR_GRADE = 12  # with fewer, a course that is called going down shows about twice its true drop
LEAST_DIFFERENCE = 1
# Going down needs a probability of a fall of at least the first, going up one of at most the second.
GOING = (0.976, 0.024)
PROBABLY = (0.954, 0.046)
# 'About the same' leaves at most this probability, for each direction by itself, of a change by so many points.
_ODDS_OF_CHANGE = 0.05
_RELEVANT_CHANGE = 2
_BEND = 2  # points that the middle lies above, or below, both ends of a course that is not straight
_FEWEST_FOR_MOSTLY_ZERO = 3  # fewer scores do not show what is usual
_DAYS_PER_MONTH = 30.44
_FEWEST_DAYS_FOR_RATE = 28
# The lag-1 correlations that scores of neighbouring sessions may have.
SESSION_AUTOCORRELATIONS = tuple(tenths / 10 for tenths in range(9))


class Verdict(StrEnum):
    """What may be said about a course; `--json` shows the values."""

    TOO_EARLY = "too early"
    PROBABLY_GOING_DOWN = "probably going down"
    PROBABLY_GOING_UP = "probably going up"
    GOING_DOWN = "going down"
    GOING_UP = "going up"
    ABOUT_THE_SAME = "about the same"
    NOT_CLEAR_YET = "not clear yet"
    MOSTLY_ZERO = "mostly 0"


DOWNWARD = (Verdict.GOING_DOWN, Verdict.PROBABLY_GOING_DOWN)
UPWARD = (Verdict.GOING_UP, Verdict.PROBABLY_GOING_UP)
DIRECTED = (*DOWNWARD, *UPWARD)


class SlopeEstimate(NamedTuple):
    """A slope in points for each session, or at home for each week; below 0 the scores fall.

    `value` is the median of the slope's distribution, `interval` reaches from its 2.4 % to its 97.6 % quantile.
    """

    value: float
    interval: Interval


class ChangeOverTime(NamedTuple):
    """The slope in points a month of 30.44 days or, `over_whole_time`, from the first to the last judged score.

    It is over the whole time if that is under 28 days. `value` and `interval` are those of the slope in this unit;
    below 0 the scores fall.
    """

    value: float
    interval: Interval
    over_whole_time: bool


class Medians(NamedTuple):
    """The medians of the first three judged scores, of the last three and, if the course bends, of the middle.

    `lower` is first minus last in points (-10 to 10, negative: it rose), `percent` the same in percent of `first`, None
    if that is 0. `middle` is the median of the middle third if it lies 2 or more below both, or above both; None
    otherwise, and with fewer than 9 judged scores.
    """

    first: float
    last: float
    lower: float
    percent: float | None
    middle: float | None


class CourseVerdict(NamedTuple):
    """What may be said of a series of scores, and on what grounds; a figure that needs more scores is None.

    - `judged`: how many scores count, 0 or more.
    - `not_counted`: the score of the series that does not count (the first on arrival), if any.
    - `probability_of_a_fall`: 0 to 1, from 3 judged scores on.
    - `slope` and `change_over_time`: from 3 judged scores on.
    - `medians`: from 6 judged scores on.
    - `grade`: of pain that is going down over 12 or more judged scores; never of readings at home.
    - `blocks`: with more than 400 judged scores, the number of blocks whose medians stand for them in the slope.

    If the scores are mostly 0, there is no course: everything is None but `judged` and `not_counted`.
    """

    verdict: Verdict
    judged: int
    not_counted: Arrival | None = None
    probability_of_a_fall: float | None = None
    slope: SlopeEstimate | None = None
    change_over_time: ChangeOverTime | None = None
    medians: Medians | None = None
    grade: Grade | None = None
    blocks: int | None = None

    @property
    def is_falling_slightly(self) -> bool:
        """Whether it is about the same and yet surely falling, by less than 1 point."""
        return self.verdict is Verdict.ABOUT_THE_SAME and (self.probability_of_a_fall or 0) >= GOING[0]

    @property
    def is_rising_slightly(self) -> bool:
        """Whether it is about the same and yet surely rising, by less than 1 point."""
        fall = self.probability_of_a_fall
        return self.verdict is Verdict.ABOUT_THE_SAME and fall is not None and fall <= GOING[1]


def course_verdict_of(
    arrivals: Sequence[Arrival], condition: str, *, first_of_course: int | None = None
) -> CourseVerdict | None:
    """The verdict on a course from its scores on arrival, in the order of time; None without any.

    The first score on arrival of the course does not count, because it is what made the person book. If `arrivals` are
    only a part of the course (`--since`, `--last`), `first_of_course` is the number of the session with that score;
    None: it is the first of `arrivals`. Of several arrivals with one number the first counts.
    """
    if not arrivals:
        return None
    visits = _one_for_each_number(arrivals)
    first_number = arrivals[0].number if first_of_course is None else first_of_course
    not_counted = next((arrival for arrival in visits if arrival.number == first_number), None)
    judged = [arrival for arrival in visits if arrival.number != first_number]
    if is_mostly_zero([arrival.score for arrival in visits]):
        return CourseVerdict(verdict=Verdict.MOSTLY_ZERO, judged=len(judged), not_counted=not_counted)
    return judge(
        [arrival.number for arrival in judged],
        [arrival.day for arrival in judged],
        [arrival.score for arrival in judged],
        SESSION_AUTOCORRELATIONS,
        not_counted=not_counted,
        has_grade=is_pain(condition),
    )


def judged_arrivals(arrivals: Sequence[Arrival], *, first_of_course: int | None = None) -> tuple[Arrival, ...]:
    """The arrivals that count for `course_verdict_of`: one for each number, without the first of the course."""
    first_number = first_of_course if first_of_course is not None or not arrivals else arrivals[0].number
    return tuple(arrival for arrival in _one_for_each_number(arrivals) if arrival.number != first_number)


def _one_for_each_number(arrivals: Sequence[Arrival]) -> list[Arrival]:
    by_number: dict[int, Arrival] = {}
    for arrival in arrivals:
        by_number.setdefault(arrival.number, arrival)
    return list(by_number.values())


def judge(
    numbers: Sequence[float],
    days: Sequence[date],
    scores: Sequence[float],
    autocorrelations: Sequence[float],
    *,
    not_counted: Arrival | None = None,
    has_grade: bool = False,
) -> CourseVerdict:
    """The verdict on scores that all count and are not mostly 0.

    `numbers`, which increase strictly, and `days` are those of the sessions, or at home of the weeks.
    `autocorrelations` are the lag-1 correlations of the errors that are held equally likely, each 0 to below 1.
    `not_counted` is only passed on. `has_grade`: the change may be graded (see `is_pain`).
    """
    samples = block_medians(numbers, scores)
    slopes = slope_distribution(samples.x, samples.y, autocorrelations)
    medians = medians_of(scores)
    verdict = verdict_of(numbers, medians, slopes)
    is_graded = has_grade and verdict is Verdict.GOING_DOWN and len(scores) >= FEWEST_FOR_GRADE
    slope = None if slopes is None else _slope_estimate(slopes)
    return CourseVerdict(
        verdict=verdict,
        judged=len(scores),
        not_counted=not_counted,
        probability_of_a_fall=None if slopes is None else slopes.probability_below(0),
        slope=slope,
        change_over_time=None if slope is None else _change_over_time(slope, numbers, days),
        medians=medians,
        grade=grade_of(medians.first, medians.last) if is_graded and medians else None,
        blocks=samples.blocks,
    )


def verdict_of(numbers: Sequence[float], medians: Medians | None, slopes: SlopeDistribution | None) -> Verdict:
    """The rule itself, from the numbers of the judged scores, their medians and the distribution of their slope.

    Probably going down (6 scores or more) and going down (8 or more): the probability of a fall is high enough, and the
    median of the last three is 1 or more below that of the first three; going up likewise. About the same (8 or more):
    the medians differ by less than 1, and the probability that the line changes by 2 or more from the first to the last
    score is at most 5 %, for each direction by itself.
    """
    if slopes is None or medians is None or len(numbers) < FEWEST_FOR_PROBABLY:
        return Verdict.TOO_EARLY
    fall = slopes.probability_below(0)
    is_lower, is_higher = medians.lower >= LEAST_DIFFERENCE, medians.lower <= -LEAST_DIFFERENCE
    if len(numbers) >= FEWEST_FOR_GOING:
        if is_lower and fall >= GOING[0]:
            return Verdict.GOING_DOWN
        if is_higher and fall <= GOING[1]:
            return Verdict.GOING_UP
    if is_lower and fall >= PROBABLY[0]:
        return Verdict.PROBABLY_GOING_DOWN
    if is_higher and fall <= PROBABLY[1]:
        return Verdict.PROBABLY_GOING_UP
    if len(numbers) >= FEWEST_FOR_GOING and not (is_lower or is_higher) and not _may_have_changed(numbers, slopes):
        return Verdict.ABOUT_THE_SAME
    return Verdict.NOT_CLEAR_YET


def _may_have_changed(numbers: Sequence[float], slopes: SlopeDistribution) -> bool:
    relevant = _RELEVANT_CHANGE / (numbers[-1] - numbers[0])
    down, up = slopes.probability_below(-relevant), 1 - slopes.probability_below(relevant)
    return down > _ODDS_OF_CHANGE or up > _ODDS_OF_CHANGE


def is_mostly_zero(scores: Sequence[float]) -> bool:
    """Whether half or more of the scores, and half or more of their first half, are 0; False with fewer than 3 scores.

    The first half shows that it was so from the beginning: somebody who recovered arrives with 0 only in the second
    half. The middle one of an odd number of scores is in neither half.
    """
    first_half = scores[: len(scores) // 2]
    return began_mostly_at_zero(scores) and 2 * first_half.count(0) >= len(first_half)


def began_mostly_at_zero(scores: Sequence[float]) -> bool:
    """Whether half or more of the scores on arrival are 0; False with fewer than 3 scores.

    A session that begins at 0 has nothing to lower, so relief and carry-over then leave such sessions out. True of
    every course that is mostly 0, and of one that came down to 0.
    """
    return len(scores) >= _FEWEST_FOR_MOSTLY_ZERO and 2 * scores.count(0) >= len(scores)


def medians_of(scores: Sequence[float]) -> Medians | None:
    """The medians of the first three and of the last three scores, and of the middle; None with fewer than 6 scores.

    Three scores rather than one, because a single score moves by 1 to 2 by chance: paintrack's own rule.
    """
    if len(scores) < FEWEST_FOR_CHANGE:
        return None
    first, last = median(scores[:3]), median(scores[-3:])
    # Rounded, because 4.1 - 3.1 is less than 1 in binary fractions.
    lower = round(first - last, 6)
    percent = 100 * lower / first if first else None
    return Medians(first, last, lower, percent, _bent_middle(scores, first, last))


def middle_third(judged: int) -> slice:
    """Where the middle third of so many judged scores is: a third, rounded down, is left out at each end."""
    third = judged // 3
    return slice(third, judged - third)


def _bent_middle(scores: Sequence[float], first: float, last: float) -> float | None:
    if len(scores) < FEWEST_FOR_MIDDLE:
        return None
    middle = median(scores[middle_third(len(scores))])
    above_first, above_last = round(middle - first, 6), round(middle - last, 6)
    is_bent = min(above_first, above_last) >= _BEND or max(above_first, above_last) <= -_BEND
    return middle if is_bent else None


def _slope_estimate(slopes: SlopeDistribution) -> SlopeEstimate:
    return SlopeEstimate(slopes.quantile(0.5), Interval(slopes.quantile(GOING[1]), slopes.quantile(GOING[0])))


def _change_over_time(slope: SlopeEstimate, numbers: Sequence[float], days: Sequence[date]) -> ChangeOverTime:
    time = (days[-1] - days[0]).days
    is_short = time < _FEWEST_DAYS_FOR_RATE
    steps = (numbers[-1] - numbers[0]) * (1 if is_short else _DAYS_PER_MONTH / time)
    interval = Interval(slope.interval.low * steps, slope.interval.high * steps)
    return ChangeOverTime(slope.value * steps, interval, is_short)
