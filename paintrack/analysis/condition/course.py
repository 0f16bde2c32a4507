"""The course: the scores on arrival from session to session, what may be said of them, and robust statistics."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from paintrack.analysis.condition.condition_sessions import Arrival
from paintrack.analysis.condition.steady_level import SteadyLevel, steady_level_of
from paintrack.analysis.condition.verdict import CourseVerdict, Verdict, course_verdict_of, judged_arrivals
from paintrack.analysis.statistics.robust_statistics import MannKendall, Slope, block_medians, mann_kendall, theil_sen

_FEWEST_FOR_SLOPE = 3
_FAR = 2  # points: more than one score moves by chance


class Course(NamedTuple):
    """The scores on arrival of one condition over its sessions.

    `n` counts all of them (1 or more), `zeros` those at 0; `first` and `last` are the ends. `judgement` is what may be
    said. `level_since` describes newest scores that stay about the same; None if they do not. `theil_sen` is the slope
    in points a session, `theil_sen_per_week` in points a week, `kendall` the count of rises minus falls. These three
    are over the scores that count for the judgement, 3 or more; None if the scores are mostly 0. No verdict rests on
    them.
    """

    n: int
    zeros: int
    first: Arrival
    last: Arrival
    judgement: CourseVerdict
    level_since: SteadyLevel | None
    theil_sen: Slope | None
    theil_sen_per_week: Slope | None
    kendall: MannKendall | None

    @property
    def verdict(self) -> Verdict:
        """What may be said, in one word of the rule."""
        return self.judgement.verdict

    @property
    def is_newest_apart(self) -> bool:
        """Whether the newest score is 2 or more away from the median of the last three; False without that median."""
        medians = self.judgement.medians
        return medians is not None and abs(round(self.last.score - medians.last, 6)) >= _FAR


def course_of(arrivals: Sequence[Arrival], condition: str, *, first_of_course: int | None = None) -> Course | None:
    """The course of a condition from its scores on arrival in the order of time; None without any.

    If `arrivals` are only a part of the course, `first_of_course` is the number of the session with the first score of
    the whole course, which does not count (see `course_verdict_of`).
    """
    return _course_of((*arrivals,), condition, first_of_course)


# Cached, because the page also asks for the course of the plan, which is mostly the one that it shows.
@lru_cache(maxsize=8)
def _course_of(arrivals: tuple[Arrival, ...], condition: str, first_of_course: int | None) -> Course | None:
    judgement = course_verdict_of(arrivals, condition, first_of_course=first_of_course)
    if judgement is None:
        return None
    judged = judged_arrivals(arrivals, first_of_course=first_of_course)
    scores = [arrival.score for arrival in judged]
    has_slope = len(judged) >= _FEWEST_FOR_SLOPE and judgement.verdict is not Verdict.MOSTLY_ZERO
    weeks = [(arrival.day - judged[0].day).days / 7 for arrival in judged]
    sessions = block_medians([arrival.number for arrival in judged], scores)
    by_week = block_medians(weeks, scores)
    return Course(
        n=len(arrivals),
        zeros=sum(arrival.score == 0 for arrival in arrivals),
        first=arrivals[0],
        last=arrivals[-1],
        judgement=judgement,
        level_since=steady_level_of(judged, judgement.medians.last) if judgement.medians else None,
        theil_sen=theil_sen(sessions.x, sessions.y) if has_slope else None,
        theil_sen_per_week=theil_sen(by_week.x, by_week.y) if has_slope else None,
        kendall=mann_kendall(sessions.y) if has_slope else None,
    )
