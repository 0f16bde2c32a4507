"""What goes with the scores of deleted or purged entries: notes, side effects, costs."""

from typing import Any

from paintrack.analysis.deleted_detail_counts import DetailCounts
from paintrack.model.displayed_text import listed
from paintrack.views.value_words import counted


def detail_sentence(details: DetailCounts, number: int) -> str:
    """A sentence on what the entries, as many as `number`, hold besides scores; empty if they hold no more.

    >>> detail_sentence(DetailCounts(side_effects=2, serious=("chest pain",), notes=1), 3)
    'In the entries: 2 side effects (serious: chest pain) and 1 note.'
    """
    serious = f" (serious: {listed([*details.serious], 'and')})" if details.serious else ""
    parts = [
        (details.side_effects, f"{counted(details.side_effects, 'side effect')}{serious}"),
        (details.notes, counted(details.notes, "note")),
        (details.medicines, counted(details.medicines, "medicine")),
        (details.costs, counted(details.costs, "cost")),
        (details.receipts, counted(details.receipts, "receipt")),
        (details.sessions_with_points, f"points of {counted(details.sessions_with_points, 'session')}"),
    ]
    held = [words for how_many, words in parts if how_many]
    return f"In the {'entry' if number == 1 else 'entries'}: {listed(held, 'and')}." if held else ""


def detail_json(details: DetailCounts) -> dict[str, Any]:
    """The same with documented keys: counts, and `serious_side_effects` are the labels of the serious ones.

    `costs` counts sessions with an amount paid or covered, `medicines` what was taken with a score.
    """
    return {
        "side_effects": details.side_effects,
        "serious_side_effects": [*details.serious],
        "notes": details.notes,
        "medicines": details.medicines,
        "costs": details.costs,
        "receipts": details.receipts,
        "sessions_with_points": details.sessions_with_points,
    }
