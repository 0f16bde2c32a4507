"""Entries from a spreadsheet that say what is here already: they bear no uid by which to know them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from paintrack.model.entry import AnyEntry, Reading, Session
from paintrack.model.moment import Moment
from paintrack.model.text import folded


class _Fact(NamedTuple):
    """One rating, one reading, or a visit without scores: on which day, of what, which scores."""

    kind: str
    day: date
    condition: str
    scores: tuple[float | None, ...]


def repeated(theirs: Sequence[AnyEntry], ours: Iterable[AnyEntry]) -> set[str]:
    """The uids of those of theirs that ours say already: the same time, condition and scores.

    Where one of the two has no time given, the same day is the same time. Each of ours answers for one of theirs:
    of two equal rows beside one equal entry, one is new. An entry of theirs has at most one rating.
    """
    here: defaultdict[_Fact, Counter[Moment]] = defaultdict(Counter)
    for entry in ours:
        for fact in _facts(entry):
            here[fact][_wall(entry.when)] += 1
    found: set[str] = set()
    # What is equal to the second takes its own first, so that a day without a time cannot take it away.
    for is_same in (_same_time, _same_day):
        for entry in theirs:
            for fact in _facts(entry):
                times = here.get(fact)
                twin = times and entry.uid not in found and is_same(_wall(entry.when), times)
                if times and twin:
                    times[twin] -= 1
                    found.add(entry.uid)
    return found


def _facts(entry: AnyEntry) -> Iterator[_Fact]:
    if isinstance(entry, Reading):
        yield _Fact(entry.kind, entry.when.day, folded(entry.condition), (entry.score,))
    elif isinstance(entry, Session):
        rated = [rating for rating in entry.ratings if (rating.before, rating.after) != (None, None)]
        for rating in rated:
            yield _Fact(entry.kind, entry.when.day, folded(rating.condition), (rating.before, rating.after))
        if not rated:
            yield _Fact(entry.kind, entry.when.day, "", ())


def _wall(when: Moment) -> Moment:
    """What clock and calendar showed: a file without offsets says the same wherever it is read."""
    return when._replace(at=when.at.replace(tzinfo=None))


def _same_time(when: Moment, times: Counter[Moment]) -> Moment | None:
    return when if times[when] > 0 else None


def _same_day(when: Moment, times: Counter[Moment]) -> Moment | None:
    return next((each for each, left in times.items() if left > 0 and not (when.time_given and each.time_given)), None)
