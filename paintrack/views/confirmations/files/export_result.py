"""The confirmation of an export."""

from collections.abc import Mapping, Sequence

from paintrack.model.displayed_text import capitalize_first, listed, visible_path
from paintrack.views.value_words import counted, counted_kind


def export_confirmation(
    counts: Mapping[str, int], file: str, *, left_out: int = 0, complete_formats: Sequence[str] = ()
) -> str:
    """`12 sessions and 3 readings written to history.csv.`; the format has no place for the `left_out` entries.

    `complete_formats` are the labels of the formats that hold all kinds of entries.
    """
    sentence = f"{capitalize_first(counts_in_words(counts))} written to {visible_path(file)}."
    if not left_out:
        return sentence
    omission = f"{sentence} {counted(left_out, 'other entry', 'other entries')} left out"
    if not complete_formats:
        return f"{omission}."
    verb = "holds" if len(complete_formats) == 1 else "hold"
    return f"{omission}: {listed([*complete_formats], 'and')} alone {verb} all kinds."


def whole_sessions_hint(label: str, other_formats: Sequence[str]) -> str:
    """Says that a format writes whole sessions, even for one condition, and which formats do not."""
    beginning = f"{label} has whole sessions, with whatever else they rate"
    if not other_formats:
        return f"{beginning}."
    verb = "has" if len(other_formats) == 1 else "have"
    return f"{beginning}; {listed([*other_formats], 'and')} {verb} this condition alone."


def counts_in_words(counts: Mapping[str, int]) -> str:
    """How many entries of each kind: `12 sessions and 3 readings`, `no entries`."""
    return listed([counted_kind(number, kind) for kind, number in counts.items() if number] or ["no entries"], "and")
