"""Days with rescue medicine: on how many days a month a painkiller or attack medicine was noted, for any condition.

From `MANY_DAYS` a month on, the medicine itself can cause headaches: medication-overuse headache, International
Classification of Headache Disorders, 3rd edition, 8.2 (10 days a month for triptans, opioids and combinations, 15 for
simple painkillers; the lower number is used here, since the kind of medicine is not known).
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from paintrack.model.entries import Reading, Session
from paintrack.model.typed.typed_text import folded

MANY_DAYS = 10
# What people and spreadsheets write if nothing was taken.
_NOTHING = frozenset({"0", "-", "--", "no", "none", "nothing", "nil", "n/a", "nein", "keine", "keins", "nichts"})


class MedicineMonth(NamedTuple):
    """A calendar month (`start` is its first day) and on how many of its days medicine was noted, 1 to 31.

    Medicine is noted only with a score, so there may have been more days.
    """

    start: date
    days: int


def medicine_taken(entries: Iterable[Session | Reading]) -> list[tuple[date, str]]:
    """The local day of each session and reading that says what was taken, and its words for that."""
    return [(each.when.day, each.took) for each in entries if each.took is not None]


def medicine_days_of(
    taken: Iterable[tuple[date, str]], since: date, until: date = date.max
) -> tuple[MedicineMonth, ...]:
    """The months with medicine, in order; `taken` are local days and the words for what was taken.

    A word for nothing does not count. The month of `since` counts as a whole, and no day after `until` does.
    """
    first = since.replace(day=1)
    days = {day for day, words in taken if first <= day <= until and folded(words) not in _NOTHING}
    months = Counter(day.replace(day=1) for day in days)
    return tuple(MedicineMonth(start, months[start]) for start in sorted(months))
