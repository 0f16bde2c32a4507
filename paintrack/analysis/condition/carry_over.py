"""Carry-over: how much of what a session took away was back at the next one, and how soon."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from paintrack.analysis.condition.rated_sessions import RatedSession, readings_by_session
from paintrack.analysis.condition.robust_statistics import median
from paintrack.model.entry import Reading

FEWEST_WITH_READINGS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryOver:
    """Totals in points over `n` pairs: a session with both scores and the next one's score on arrival.

    Of `lost` in the sessions, `back` came back by the next, and `stayed` = lost - back stayed away; any of
    them can be negative. `first_session` and `last_session` are the numbers of the first and the last session
    of the pairs that `lost` is summed over. `first_arrival` - `last_arrival` = stayed; both are None where a
    missing score breaks the chain, for then they do not add up. `kept` is the median of 1 - back/lost over
    the `kept_n` pairs with a drop. `between` counts the visits within the pairs that do not rate the condition.
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
    """A Kaplan-Meier curve: the share still free of the event after each time, for the times of an event.

    `median` is the first time at which the share is 0.5 or less, None when it stays above; `last` is the last
    time at which anyone was watched.
    """

    times: tuple[float, ...]
    shares: tuple[float, ...]
    median: float | None
    last: float


@dataclass(frozen=True, slots=True)
class ReboundTime:
    """When half of a session's drop was seen back, over `n` sessions with a drop and a reading (5 or more).

    `seen` of them saw it. `median_day` is the Kaplan-Meier median: the day (0 is the session's) by which half of
    the sessions are estimated to have seen it, None when that cannot be said. `unseen_from` and `unseen_to` are the
    first and the last of the days on which those that did not see it were read last; None when all did.
    """

    n: int
    seen: int
    median_day: int | None
    unseen_from: int | None
    unseen_to: int | None


def carry_over_of(visits: Sequence[RatedSession], others: Sequence[datetime] = ()) -> CarryOver | None:
    """The totals over a condition's visits in the order of time; None without a complete pair.

    `others` are the times of the visits that do not rate it, in order. The totals are paintrack's own, sums of
    differences: in an unbroken chain last arrival - first arrival = back - lost, because each score is counted once
    with either sign.
    """
    pairs = [
        (visit.number, visit.before, visit.after, following.before, visit.at, following.at)
        for visit, following in pairwise(visits)
        if visit.before is not None
        and visit.after is not None
        and following.before is not None
        # With a filter on, two visits that are shown side by side may have another between them.
        and following.number == visit.number + 1
    ]
    if not pairs:
        return None
    (first, first_arrival, *_), (last, _, _, last_arrival, *_) = pairs[0], pairs[-1]
    unbroken = last - first + 1 == len(pairs)
    # Rounded once, as totals: what binary fractions add to a hundred thousand scores is far below a tenth.
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
        between=sum(_within(others, start, end) for *_, start, end in pairs) if others else 0,
    )


def _within(times: Sequence[datetime], start: datetime, end: datetime) -> int:
    """How many of the ordered times lie after `start` and before `end`, which may be the same: none."""
    return max(0, bisect_left(times, end) - bisect_right(times, start))


def rebound_time_of(
    visits: Sequence[RatedSession], readings: Iterable[Reading], others: Iterable[datetime] = ()
) -> ReboundTime | None:
    """When half of the drop was seen back, from a condition's visits and readings in the order of time.

    A session counts when it lost something and has a reading before the next visit, be it one of the `others`, that
    do not rate the condition. Seen is the first such reading at or above after + drop/2; without one the session is
    censored at its last reading, because what came between that and the next visit is not known. None under 5
    sessions.
    """
    readings = list(readings)
    if len(readings) < FEWEST_WITH_READINGS:
        return None
    watched = [
        _watched(visit, visit.after, visit.relief, own)
        for visit, own in zip(visits, readings_by_session(visits, readings, others), strict=True)
        if own and visit.after is not None and visit.relief is not None and visit.relief > 0
    ]
    if len(watched) < FEWEST_WITH_READINGS:
        return None
    days, seen = [day for day, _ in watched], [event for _, event in watched]
    unseen = [day for day, event in watched if not event]
    survival = kaplan_meier(days, seen)
    return ReboundTime(
        n=len(watched),
        seen=sum(seen),
        median_day=None if survival.median is None else int(survival.median),
        unseen_from=min(unseen, default=None),
        unseen_to=max(unseen, default=None),
    )


def _watched(visit: RatedSession, after: float, drop: float, readings: Sequence[Reading]) -> tuple[int, bool]:
    """The day of the reading at which half of the drop was back, else of the last one, and which it was."""
    half = round(after + drop / 2, 2)
    seen = next((reading for reading in readings if reading.score >= half), None)
    day = ((seen or readings[-1]).when.day - visit.day).days
    # East over the date line, the local day of a later reading can be the day before.
    return max(day, 0), seen is not None


def kaplan_meier(durations: Sequence[float], events: Sequence[bool]) -> Survival:
    """The Kaplan-Meier curve (1958, J Am Stat Assoc 53:457-481); one duration or more.

    `events` says whether each duration ended with the event, or was only watched so long (censored). One
    censored at the time of an event was still at risk.
    """
    happened = Counter(time for time, event in zip(durations, events, strict=True) if event)
    ordered = sorted(durations)
    times, shares, share = sorted(happened), [], 1.0
    for time in times:
        at_risk = len(ordered) - bisect_left(ordered, time)
        share *= 1 - happened[time] / at_risk
        shares.append(share)
    # 4/5 * 3/4 * 5/6 is a half, whatever binary fractions make of it.
    reached = (time for time, share in zip(times, shares, strict=True) if round(share, 12) <= 0.5)
    return Survival(tuple(times), tuple(shares), next(reached, None), ordered[-1])
