"""Carry-over as sums over all sessions: only for `--json`, since the sums say no more than the course does."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

from paintrack.analysis.condition.condition_sessions import RatedSession
from paintrack.analysis.statistics.robust_statistics import median


class CarryOver(NamedTuple):
    """Totals in points over `n` pairs: a session with both scores, and the score on arrival at the next one.

    `lost` is the sum of before minus after; `back` is how much of it came back by the next session, and `stayed` =
    lost - back. Each can be negative. `first_session` and `last_session` are the numbers of the first and the last
    session that `lost` is summed over. In an unbroken chain `first_arrival` - `last_arrival` = stayed; both are None
    if a missing score breaks the chain. `kept` is the median of 1 - back/lost (a ratio) over the `kept_n` pairs with a
    drop. `between` counts the sessions between those of a pair that do not rate the condition.
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


def carry_over_of(
    sessions: Sequence[RatedSession], other_times: Sequence[datetime] = (), *, from_above_zero: bool = False
) -> CarryOver | None:
    """The totals over a condition's sessions in the order of time; None without a complete pair.

    `other_times` are the times of the sessions that do not rate it, in order. `from_above_zero`: only the pairs whose
    session began above 0 count (see `began_mostly_at_zero`). The totals are paintrack's own: in an unbroken chain last
    arrival - first arrival = back - lost, because every other score is added once and subtracted once.
    """
    pairs = [
        (session.number, session.before, session.after, following.before, session.at, following.at)
        for session, following in pairwise(sessions)
        if session.before is not None
        and session.after is not None
        and (session.before > 0 or not from_above_zero)
        and following.before is not None
        # A filter can leave a session out between two that follow each other here.
        and following.number == session.number + 1
    ]
    if not pairs:
        return None
    (first, first_arrival, *_), (last, _, _, last_arrival, *_) = pairs[0], pairs[-1]
    is_unbroken = last - first + 1 == len(pairs)
    # Only the totals are rounded: the binary error of a hundred thousand scores is far below a tenth.
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
        first_arrival=first_arrival if is_unbroken else None,
        last_arrival=last_arrival if is_unbroken else None,
        kept=median(kept) if kept else None,
        kept_n=len(kept),
        between=sum(_within(other_times, start, end) for *_, start, end in pairs) if other_times else 0,
    )


def _within(times: Sequence[datetime], start: datetime, end: datetime) -> int:
    """How many of the ordered times lie after `start` and before `end`; 0 if the two are equal."""
    return max(0, bisect_left(times, end) - bisect_right(times, start))
