"""Carry-over by session: what the next visit and the readings in between say of the drop in a session.

Sums over all sessions would add nothing: in an unbroken chain they equal the first arrival minus the last, which is
what the course says already (`carry_over`).
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from paintrack.analysis.condition.rated_sessions import RatedSession, readings_by_session
from paintrack.analysis.condition.treatment_courses import LONGEST_USUAL_GAP
from paintrack.analysis.statistics.robust_statistics import median
from paintrack.model.entries import Reading
from paintrack.model.values.moment import days_after
from paintrack.model.values.score import relief

# The days after a session that are counted together: the first and the last of each.
DAYS_AFTER = ((1, 1), (2, 3), (4, 7))


class BackByNextVisit(StrEnum):
    """How much of what a session took away is usually back on the next arrival."""

    USUALLY = "usually back"
    PARTLY = "partly back"
    NOT = "not back"


class NextVisits(NamedTuple):
    """Over `n` gaps (1 or more) from a session with both scores to a score on arrival at the next visit, in points.

    `lower_after` is the median of before minus after, `higher_again` that of the next arrival minus after; `least` and
    `most` are the extremes of the latter. Each lies between -10 and 10. `back` is None where the median session did
    not lower the score: then nothing could come back.
    """

    n: int
    lower_after: float
    higher_again: float
    least: float
    most: float

    @property
    def back(self) -> BackByNextVisit | None:
        """Usually back: as much as was lower after, or more; partly: less; not: nothing."""
        if self.lower_after <= 0:
            return None
        if self.higher_again >= self.lower_after:
            return BackByNextVisit.USUALLY
        return BackByNextVisit.PARTLY if self.higher_again > 0 else BackByNextVisit.NOT


class DropHeld(NamedTuple):
    """Of `sessions` with a drop and a reading on one of the days (0 or more), `held` still had half of it or more.

    The days run from `first_day` to `last_day` after the session, both included.
    """

    first_day: int
    last_day: int
    held: int
    sessions: int


def next_visits_of(sessions: Sequence[RatedSession], *, from_above_zero: bool = False) -> NextVisits | None:
    """What the next visits say, from sessions in the order of time; None without a complete gap.

    `from_above_zero`: only the gaps after sessions that began above 0 count (see `began_mostly_at_zero`).

    Sessions that are not neighbours by their number, because a filter left one out, have no gap between them; neither
    has a pause of more than 8 weeks.
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
    """How many sessions still had half of their drop or more, on the days of `DAYS_AFTER`, from the readings.

    All in the order of time. A session counts when its score dropped; its readings are those before the next session of
    any kind (`other_times` are the times of the sessions that do not rate the condition). Of several readings on these
    days the median counts. One without any is always 0 of 0.
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
