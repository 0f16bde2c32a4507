"""Duplicates: entries of a spreadsheet, which has no uids, that are stored already."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from paintrack.model.entries import AnyEntry, Reading, Session
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.moment import Moment


class _Fact(NamedTuple):
    """One rating, one reading, or a visit without scores: its day, its condition (empty without scores), its scores."""

    kind: str
    day: date
    condition: str
    scores: tuple[float | None, ...]


def duplicate_uids(incoming: Sequence[AnyEntry], existing: Iterable[AnyEntry]) -> set[str]:
    """The uids of the incoming entries that have an existing one of the same time, condition and scores.

    If one of the two has no time of day, the same day counts as the same time. Each existing entry matches one incoming
    entry at most: if two equal rows match one entry, one of them is new. An incoming entry has at most one rating.
    """
    unmatched: defaultdict[_Fact, Counter[Moment]] = defaultdict(Counter)
    for entry in existing:
        for fact in _facts(entry):
            unmatched[fact][_local_time(entry.when)] += 1
    uids: set[str] = set()
    # Match exact times before the same day, so that an entry without a time cannot take another's exact match.
    for find_match in (_same_time, _same_day):
        for entry in incoming:
            for fact in _facts(entry):
                times = unmatched.get(fact)
                match = times and entry.uid not in uids and find_match(_local_time(entry.when), times)
                if times and match:
                    times[match] -= 1
                    uids.add(entry.uid)
    return uids


def _facts(entry: AnyEntry) -> Iterator[_Fact]:
    if isinstance(entry, Reading):
        yield _Fact(entry.kind, entry.when.day, folded(entry.condition), (entry.score,))
    elif isinstance(entry, Session):
        rated = [rating for rating in entry.ratings if (rating.before, rating.after) != (None, None)]
        for rating in rated:
            yield _Fact(entry.kind, entry.when.day, folded(rating.condition), (rating.before, rating.after))
        if not rated:
            yield _Fact(entry.kind, entry.when.day, "", ())


def _local_time(when: Moment) -> Moment:
    """The local time without its offset, so that a file without offsets matches in whatever zone it is read."""
    return when._replace(at=when.at.replace(tzinfo=None))


def _same_time(when: Moment, times: Counter[Moment]) -> Moment | None:
    return when if times[when] > 0 else None


def _same_day(when: Moment, times: Counter[Moment]) -> Moment | None:
    return next((each for each, left in times.items() if left > 0 and not (when.time_given and each.time_given)), None)
