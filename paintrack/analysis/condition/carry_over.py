"""Carry-over: how much of the drop in a session was back at the next one, and how soon it came back."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from paintrack.analysis.condition.rated_sessions import RatedSession, readings_by_session
from paintrack.analysis.condition.robust_statistics import median
from paintrack.model.entries import Reading

FEWEST_WITH_READINGS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryOver:
    """Totals in points over `n` pairs: a session with both scores, and the score on arrival at the next one.

    `lost` is the sum of before minus after; `back` of it came back by the next session, and `stayed` = lost - back
    did not. Each can be negative. `first_session` and `last_session` are the numbers of the first and the last
    session that `lost` is summed over. In an unbroken chain `first_arrival` - `last_arrival` = stayed; both are None
    where a missing score breaks it. `kept` is the median of 1 - back/lost (a ratio) over the `kept_n` pairs with a
    drop. `between` counts the sessions within the pairs that do not rate the condition.
    """

    n: int
    lost: float
    back: float
    stayed: float
    first_session: int
    last_session: int
    first_arrival: float | None
    last_arrival: float | None
    kept: float | None
    kept_n: int
    between: int


@dataclass(frozen=True, slots=True)
class Survival:
    """A Kaplan-Meier curve: `shares` (0 to 1) are those still free of the event after each of the `times` of an event.

    `median` is the first time at which the share is 0.5 or less, None when it stays above; `last` is the longest
    duration, with or without an event. All times have the unit of the durations.
    """

    times: tuple[float, ...]
    shares: tuple[float, ...]
    median: float | None
    last: float


@dataclass(frozen=True, slots=True)
class ReboundTime:
    """When half of a session's drop was seen back, over `n` sessions with a drop and a reading (5 or more).

    `seen` counts the sessions in which it was. `median_day` is the Kaplan-Meier median: the day (0 is the session's)
    by which it is estimated for half of the sessions, None when that cannot be said. `unseen_from` and `unseen_to` are
    the earliest and the latest day of a last reading among the other sessions; None when there are none.
    """

    n: int
    seen: int
    median_day: int | None
    unseen_from: int | None
    unseen_to: int | None


def carry_over_of(sessions: Sequence[RatedSession], other_times: Sequence[datetime] = ()) -> CarryOver | None:
    """The totals over a condition's sessions in the order of time; None without a complete pair.

    `other_times` are the times of the sessions that do not rate it, in order. The totals are paintrack's own: in an
    unbroken chain last arrival - first arrival = back - lost, because every other score is added once and
    subtracted once.
    """
    pairs = [
        (session.number, session.before, session.after, following.before, session.at, following.at)
        for session, following in pairwise(sessions)
        if session.before is not None
        and session.after is not None
        and following.before is not None
        # A filter can leave a session out between two that follow each other here.
        and following.number == session.number + 1
    ]
    if not pairs:
        return None
    (first, first_arrival, *_), (last, _, _, last_arrival, *_) = pairs[0], pairs[-1]
    unbroken = last - first + 1 == len(pairs)
    # Rounded once, as totals: the binary error of a hundred thousand scores is far below a tenth.
    lost = round(sum(before - after for _, before, after, *_ in pairs), 1)
    back = round(sum(arrival - after for _, _, after, arrival, *_ in pairs), 1)
    kept = [1 - (arrival - after) / (before - after) for _, before, after, arrival, *_ in pairs if before > after]
    return CarryOver(
        n=len(pairs),
        lost=lost,
        back=back,
        stayed=round(lost - back, 1),
        first_session=first,
        last_session=last,
        first_arrival=first_arrival if unbroken else None,
        last_arrival=last_arrival if unbroken else None,
        kept=median(kept) if kept else None,
        kept_n=len(kept),
        between=sum(_within(other_times, start, end) for *_, start, end in pairs) if other_times else 0,
    )


def _within(times: Sequence[datetime], start: datetime, end: datetime) -> int:
    """How many of the ordered times lie after `start` and before `end`; none where the two are equal."""
    return max(0, bisect_left(times, end) - bisect_right(times, start))


def rebound_time_of(
    sessions: Sequence[RatedSession], readings: Iterable[Reading], other_times: Iterable[datetime] = ()
) -> ReboundTime | None:
    """When half of the drop was seen back, from a condition's sessions and readings in the order of time.

    A session counts when its score dropped and there is a reading before the next session of any kind; `other_times`
    are the times of those that do not rate the condition. The event is the first such reading at or above
    after + drop/2. Without one the session is censored at its last reading: what came after it is not known. None
    under 5 sessions.
    """
    readings = list(readings)
    if len(readings) < FEWEST_WITH_READINGS:
        return None
    observations = [
        _observation(session, session.after, session.relief, own)
        for session, own in zip(sessions, readings_by_session(sessions, readings, other_times), strict=True)
        if own and session.after is not None and session.relief is not None and session.relief > 0
    ]
    if len(observations) < FEWEST_WITH_READINGS:
        return None
    days, events = [day for day, _ in observations], [event for _, event in observations]
    censored = [day for day, event in observations if not event]
    survival = kaplan_meier(days, events)
    return ReboundTime(
        n=len(observations),
        seen=sum(events),
        median_day=None if survival.median is None else int(survival.median),
        unseen_from=min(censored, default=None),
        unseen_to=max(censored, default=None),
    )


def _observation(session: RatedSession, after: float, drop: float, readings: Sequence[Reading]) -> tuple[int, bool]:
    """The day of the first reading with half of the drop back, and True; else that of the last one, and False."""
    half = round(after + drop / 2, 2)
    event = next((reading for reading in readings if reading.score >= half), None)
    days = ((event or readings[-1]).when.day - session.day).days
    # After a flight east over the date line, a later reading can be on an earlier local day.
    return max(days, 0), event is not None


def kaplan_meier(durations: Sequence[float], events: Sequence[bool]) -> Survival:
    """The Kaplan-Meier curve (1958, J Am Stat Assoc 53:457-481) of one or more durations.

    `events` says of each duration whether it ended with the event; the others are censored. A duration that is
    censored at the time of an event counts as still at risk.

    >>> kaplan_meier([1, 2, 2, 4], [True, False, True, False])
    Survival(times=(1, 2), shares=(0.75, 0.5), median=2, last=4)
    """
    event_counts = Counter(time for time, event in zip(durations, events, strict=True) if event)
    ordered = sorted(durations)
    times, shares, share = sorted(event_counts), [], 1.0
    for time in times:
        at_risk = len(ordered) - bisect_left(ordered, time)
        share *= 1 - event_counts[time] / at_risk
        shares.append(share)
    # Rounded: 4/5 * 3/4 * 5/6 is exactly a half, but not in binary fractions.
    reached = (time for time, share in zip(times, shares, strict=True) if round(share, 12) <= 0.5)
    return Survival(tuple(times), tuple(shares), next(reached, None), ordered[-1])
