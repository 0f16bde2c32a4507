"""The confirmation of an export."""

from collections.abc import Mapping

from paintrack.model.entries import kind_name
from paintrack.model.typed_text import capitalize_first, counted, listed, visible_line


def export_confirmation(counts: Mapping[str, int], file: str, *, left_out: int = 0) -> str:
    """`12 sessions and 3 readings written to history.csv.`; `left_out` entries do not fit its format."""
    written = f"{capitalize_first(counts_in_words(counts))} written to {visible_line(file)}."
    if not left_out:
        return written
    return f"{written} {counted(left_out, 'other entry', 'other entries')} left out: JSON alone holds all kinds."


def counts_in_words(counts: Mapping[str, int]) -> str:
    """How many entries of each kind: `12 sessions and 3 readings`, `no entries`."""
    return listed(
        [counted(number, kind_name(kind)) for kind, number in counts.items() if number] or ["no entries"], "and"
    )
