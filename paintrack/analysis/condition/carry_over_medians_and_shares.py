"""Carry-over by session: whether the drop in a session held, by the next visit and the readings in between.

Sums over all sessions would add nothing: in an unbroken chain they equal the first arrival minus the last, which the
course says already (see `carry_over_totals`).
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from paintrack.analysis.condition.condition_sessions import RatedSession, readings_by_session
from paintrack.analysis.condition.treatment_courses import LONGEST_USUAL_GAP
from paintrack.analysis.statistics.robust_statistics import median
from paintrack.model.entries import Reading
from paintrack.model.values.moment import days_after
from paintrack.model.values.score import relief

# The days after a session that are counted together, as the first and the last of each group.
DAYS_AFTER = ((1, 1), (2, 3), (4, 7))


# Gaps below which nothing is said of what is usual: as many as the arrivals that a verdict on the course needs.
LEAST_GAPS = 6


class BackByNextVisit(StrEnum):
    """How much of the drop in a session is usually back on the next arrival."""

    TOO_EARLY = "too early to say"
    USUALLY = "usually back"
    PARTLY = "partly back"
    NOT = "not back"


class NextVisits(NamedTuple):
    """Figures over `n` gaps (1 or more), each from a session with both scores to a score on arrival at the next visit.

    `lower_after` is the median of before minus after, `higher_again` that of the next arrival minus after; `least` and
    `most` are the extremes of the latter. Each is in points, -10 to 10. `back` is None if the median session did not
    lower the score, since nothing could come back then. Under 6 gaps it is too early to say.
    """

    n: int
    lower_after: float
    higher_again: float
    least: float
    most: float

    @property
    def back(self) -> BackByNextVisit | None:
        """Usually back: all that was lower after the session, or more; partly: less than that; not: nothing."""
        if self.n < LEAST_GAPS:
            return BackByNextVisit.TOO_EARLY
        if self.lower_after <= 0:
            return None
        if self.higher_again >= self.lower_after:
            return BackByNextVisit.USUALLY
        return BackByNextVisit.PARTLY if self.higher_again > 0 else BackByNextVisit.NOT


class DropHeld(NamedTuple):
    """How many of the `sessions` with a drop, and a reading on one of the days, still had half of the drop: `held`.

    The days run from `first_day` to `last_day` after the session, both included; both numbers may be 0.
    """

    first_day: int
    last_day: int
    held: int
    sessions: int


def next_visits_of(sessions: Sequence[RatedSession], *, from_above_zero: bool = False) -> NextVisits | None:
    """The figures over the gaps between sessions, which are in the order of time; None without a complete gap.

    `from_above_zero`: only the gaps after sessions that began above 0 count (see `began_mostly_at_zero`). Neither a
    pause of more than 8 weeks counts as a gap, nor the time between sessions of which a filter left out one between.
    """
    gaps = [
        (relief(session.before, session.after), relief(following.before, session.after))
        for session, following in pairwise(sessions)
        if session.before is not None
        and session.after is not None
        and (session.before > 0 or not from_above_zero)
        and following.before is not None
        and following.number == session.number + 1
        and following.at.toordinal() - session.at.toordinal() <= LONGEST_USUAL_GAP
    ]
    if not gaps:
        return None
    returns = [again for _, again in gaps]
    return NextVisits(
        n=len(gaps),
        lower_after=median(lower for lower, _ in gaps),
        higher_again=median(returns),
        least=min(returns),
        most=max(returns),
    )


def drop_held_of(
    sessions: Sequence[RatedSession], readings: Iterable[Reading], other_times: Iterable[datetime] = ()
) -> tuple[DropHeld, ...]:
    """How many sessions still had half of their drop or more, by the readings, for each group of `DAYS_AFTER`.

    All arguments are in the order of time. A session counts if its score dropped. Its readings are those before the
    next session, also before one that does not rate the condition (`other_times` are the times of those). Of several
    readings on the days of a group, the median counts. A group of days without readings is 0 of 0.
    """
    held, counts = dict.fromkeys(DAYS_AFTER, 0), dict.fromkeys(DAYS_AFTER, 0)
    groups = readings_by_session(sessions, readings, other_times)
    for session, own in zip(sessions, groups, strict=True):
        if not own or session.after is None or session.relief is None or session.relief <= 0:
            continue
        half = round(session.after + session.relief / 2, 2)
        for days, scores in _scores_by_days(session.day, own):
            counts[days] += 1
            held[days] += median(scores) <= half
    return tuple(DropHeld(first, last, held[first, last], counts[first, last]) for first, last in DAYS_AFTER)


def _scores_by_days(start: date, readings: Sequence[Reading]) -> Iterator[tuple[tuple[int, int], list[float]]]:
    days_and_scores = [(days_after(start, reading.when), reading.score) for reading in readings]
    for first, last in DAYS_AFTER:
        if scores := [score for day, score in days_and_scores if first <= day <= last]:
            yield (first, last), scores
