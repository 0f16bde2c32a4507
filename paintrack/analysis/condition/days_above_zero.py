"""The days above 0, which take the place of a course if the scores on arrival are mostly 0 (migraine, cycle)."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from paintrack.analysis.statistics.robust_statistics import median
from paintrack.model.other_entries import ZeroMonth
from paintrack.model.typed.typed_text import folded


class DayCount(NamedTuple):
    """Of `days` calendar days (0 or more) from `start` on, `scored` have a score, and `above` have one above 0.

    A day is above 0 if its highest score is, whether on arrival, on leaving or at home. A day that was declared 0
    counts as scored. The other days are unknown, not 0: `above` is a lower bound unless the count is complete.
    """

    start: date
    days: int
    scored: int
    above: int

    @property
    def is_complete(self) -> bool:
        """Whether every day has a score; if not, `above` is a lower bound."""
        return self.scored == self.days


class DaysAboveZero(NamedTuple):
    """The days above 0 from the first day with a score to the last, both included.

    `months` are the calendar months within, in order; the first and the last are cut where `total` begins and ends.
    `halves` are the first and the second half of `total`; a middle day is in the second. `typical` is the median of
    the highest scores of the days above 0, and `worst` their maximum; None without such a day.
    """

    total: DayCount
    months: tuple[DayCount, ...]
    halves: tuple[DayCount, DayCount]
    typical: float | None
    worst: float | None


def zero_days_of(
    zero_months: Iterable[ZeroMonth], condition: str, *, since: date = date.min, until: date = date.max
) -> frozenset[date]:
    """The days of the months that were declared 0 for the condition, from `since` to `until`, both included.

    They may include days with a score.
    """
    own_months = (each for each in zero_months if folded(each.condition) == folded(condition))
    return frozenset(day for month in own_months for day in month.days if since <= day <= until)


def days_above_zero_of(highest: Mapping[date, float]) -> DaysAboveZero | None:
    """The days above 0, from the highest score of each local day (see `highest_scores`); None without any day."""
    if not highest:
        return None
    ordered = sorted(highest.items())
    first, end = ordered[0][0], ordered[-1][0] + timedelta(days=1)
    middle = first + timedelta(days=(end - first).days // 2)
    above = [score for _, score in ordered if score > 0]
    return DaysAboveZero(
        total=_count(ordered, first, end),
        months=tuple(_count(ordered, *month) for month in pairwise([first, *_month_starts(first, end), end])),
        halves=(_count(ordered, first, middle), _count(ordered, middle, end)),
        typical=median(above) if above else None,
        worst=max(above, default=None),
    )


def _month_starts(first: date, end: date) -> Iterator[date]:
    """The days that begin a month after `first` and before `end`."""
    last = end - timedelta(days=1)
    months = range(first.year * 12 + first.month, last.year * 12 + last.month)
    return (date(month // 12, month % 12 + 1, 1) for month in months)


def _count(scores: Sequence[tuple[date, float]], start: date, end: date) -> DayCount:
    """The count from `start` to the day before `end`; `scores` are days with their highest score, in order."""
    within = scores[bisect_left(scores, (start, -1)) : bisect_left(scores, (end, -1))]
    return DayCount(start, (end - start).days, len(within), sum(score > 0 for _, score in within))
