"""What sessions and readings hold besides their scores: it goes with them when they are deleted or purged."""

from collections.abc import Iterable
from typing import NamedTuple

from paintrack.model.entries import AnyEntry, Reading, Session
from paintrack.model.symptoms.side_effect_recognition import serious_in_effect


class DetailCounts(NamedTuple):
    """How many side effects, notes, costs, receipts and medicines, and how many sessions have points.

    A cost is what was paid or covered for one session. `serious` are the labels of the serious side effects, each once.
    """

    side_effects: int = 0
    serious: tuple[str, ...] = ()
    notes: int = 0
    costs: int = 0
    receipts: int = 0
    medicines: int = 0
    sessions_with_points: int = 0


def count_details(entries: Iterable[AnyEntry]) -> DetailCounts:
    """What the sessions and readings among the entries hold; a long history is not held in memory."""
    counts = DetailCounts()
    for entry in entries:
        counts = with_details(counts, entry)
    return counts


def with_details(counts: DetailCounts, entry: AnyEntry) -> DetailCounts:
    """The counts with those of one more entry."""
    if not isinstance(entry, Session | Reading):
        return counts
    counts = counts._replace(
        notes=counts.notes + (entry.note is not None), medicines=counts.medicines + (entry.took is not None)
    )
    if isinstance(entry, Reading):
        return counts
    labels = [kind.label for effect in entry.side_effects for kind, _ in serious_in_effect(effect)]
    has_cost = entry.cost is not None or entry.covered is not None
    return counts._replace(
        side_effects=counts.side_effects + len(entry.side_effects),
        serious=tuple(dict.fromkeys([*counts.serious, *labels])),
        costs=counts.costs + has_cost,
        receipts=counts.receipts + (entry.receipt is not None),
        sessions_with_points=counts.sessions_with_points + bool(entry.points),
    )
