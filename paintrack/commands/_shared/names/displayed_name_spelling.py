"""One spelling for a name that entries spell differently, where people read it; files keep what was typed."""

from collections.abc import Sequence

from paintrack.model.changes.renaming import NAMES_OF_ENTRIES, in_spellings
from paintrack.model.entries import AnyEntry
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader


def in_one_spelling(entries: Sequence[AnyEntry], reader: Reader) -> list[AnyEntry]:
    """The entries, to be shown, with each condition and practitioner as `conditions` and `practitioners` list it."""
    spellings = {
        (kind, folded(each.name)): each.name
        for kind in NAMES_OF_ENTRIES
        for each in reader.recorded_names(kind)
        if each.other_spellings
    }
    return [in_spellings(entry, spellings) for entry in entries] if spellings else [*entries]
