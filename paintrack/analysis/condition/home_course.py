"""Readings at home: their own course by weeks, and the baseline before the first session."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from paintrack.analysis.condition.condition_sessions import arrivals_of
from paintrack.analysis.condition.treatment_courses import LONGEST_PAUSE_WITHIN, TreatmentCourse
from paintrack.analysis.condition.verdict import CourseVerdict, Verdict, is_mostly_zero, judge, judged_arrivals
from paintrack.analysis.statistics.robust_statistics import median
from paintrack.model.entries import Reading

FEWEST_READINGS = 3
FEWEST_WEEKS = 6
# To 0.9, as weeks at home resemble their neighbours more than sessions do: to 0.8, false verdicts would exceed 5 %.
WEEK_AUTOCORRELATIONS = tuple(tenths / 10 for tenths in range(10))


class HomeWeek(NamedTuple):
    """A week with enough readings: the Monday on which it begins, its number of readings (3 or more), their median."""

    monday: date
    readings: int
    median: float


class HomeCourse(NamedTuple):
    """The course of the readings at home: its weeks in order, 6 or more, and what may be said of their medians.

    The slope of `verdict` is in points a week. Every week counts, because the first one did not make anybody book.
    """

    weeks: tuple[HomeWeek, ...]
    verdict: CourseVerdict

    @property
    def readings(self) -> int:
        """The number of readings in the weeks that count."""
        return sum(week.readings for week in self.weeks)


class Baseline(NamedTuple):
    """The `n` readings (1 or more) before the first session, and how the later scores on arrival compare.

    `arrivals` counts these scores (without the first of the course, which made the person book), `lower` those below
    the `median` of the readings. `non_overlap` is the share (0 to 1) of all pairs of a reading and an arrival in which
    the arrival is lower, equal ones counting half: the nonoverlap of all pairs (Parker and Vannest 2009, Behav Ther
    40:357-367); None without arrivals.
    """

    n: int
    median: float
    arrivals: int
    lower: int
    non_overlap: float | None


def home_course_of(readings: Iterable[Reading]) -> HomeCourse | None:
    """The course of the readings of one condition, by weeks from Monday to Sunday; None under 6 weeks.

    A week counts with 3 readings or more; the others are gaps. Days that were declared 0 are not readings and must not
    be among them.
    """
    scores: dict[date, list[float]] = {}
    for reading in readings:
        day = reading.when.day
        scores.setdefault(day - timedelta(days=day.weekday()), []).append(reading.score)
    weeks = tuple(
        HomeWeek(monday, len(scores[monday]), median(scores[monday]))
        for monday in sorted(scores)
        if len(scores[monday]) >= FEWEST_READINGS
    )
    return HomeCourse(weeks, _verdict_of(weeks)) if len(weeks) >= FEWEST_WEEKS else None


def _verdict_of(weeks: Sequence[HomeWeek]) -> CourseVerdict:
    medians = [week.median for week in weeks]
    if is_mostly_zero(medians):
        return CourseVerdict(verdict=Verdict.MOSTLY_ZERO, judged=len(weeks))
    mondays = [week.monday for week in weeks]
    numbers = [(monday - mondays[0]).days // 7 + 1 for monday in mondays]
    return judge(numbers, mondays, medians, WEEK_AUTOCORRELATIONS)


def start_with_baseline(course: TreatmentCourse, readings: Sequence[Reading]) -> date:
    """The first local day that belongs to a course: 12 weeks before it, or the start of its baseline if earlier."""
    first = course.first_day - timedelta(days=LONGEST_PAUSE_WITHIN)
    return min([first, *(reading.when.day for reading in baseline_readings(readings, course))])


def baseline_readings(readings: Iterable[Reading], course: TreatmentCourse) -> tuple[Reading, ...]:
    """The readings of the condition before the first session of the course.

    For the first course all of them; for a later one those of the 12 weeks before it, which lie within the pause.
    """
    start = course.sessions[0].at
    first_day = date.min if course.number == 1 else course.first_day - timedelta(days=LONGEST_PAUSE_WITHIN)
    return tuple(reading for reading in readings if reading.at < start and reading.when.day >= first_day)


def readings_during(
    readings: Iterable[Reading], course: TreatmentCourse, following: TreatmentCourse | None = None
) -> tuple[Reading, ...]:
    """The readings of the condition from the first session of the course on, up to the baseline of the next course."""
    start = course.sessions[0].at
    end = following.first_day - timedelta(days=LONGEST_PAUSE_WITHIN) if following else date.max
    return tuple(reading for reading in readings if reading.at >= start and reading.when.day < end)


def baseline_of(readings: Iterable[Reading], course: TreatmentCourse) -> Baseline | None:
    """The baseline of a course from all readings of its condition; None without a reading before its first session."""
    scores = sorted(reading.score for reading in baseline_readings(readings, course))
    if not scores:
        return None
    middle = median(scores)
    later = [arrival.score for arrival in judged_arrivals(arrivals_of(course.sessions))]
    # Twice the number of pairs in which the arrival is lower, plus once that of equal pairs.
    halves = sum(2 * len(scores) - bisect_left(scores, score) - bisect_right(scores, score) for score in later)
    return Baseline(
        n=len(scores),
        median=middle,
        arrivals=len(later),
        lower=sum(score < middle for score in later),
        non_overlap=halves / (2 * len(scores) * len(later)) if later else None,
    )
