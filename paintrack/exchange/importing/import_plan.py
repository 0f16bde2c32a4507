"""The second step of an import: what becomes of each checked entry beside those that are stored already."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from paintrack.exchange.importing.checked_file import CheckedFile
from paintrack.exchange.importing.merge_by_uid import merge_row_entry, outcome_of
from paintrack.exchange.importing.stored_duplicates import duplicate_uids
from paintrack.model.entries import AnyEntry
from paintrack.model.importing.import_types import Outcome

# As many as the lookup takes at once.
_CHUNK = 1000


class ExistingEntries(NamedTuple):
    """How to look up what is stored.

    `by_uids` gives the entries, deleted or not, with the uids (1000 at most), by uid; `undeleted` all that are not
    deleted.
    """

    by_uids: Callable[[Sequence[str]], Mapping[str, AnyEntry]]
    undeleted: Callable[[], Iterable[AnyEntry]]


def plan(checked: CheckedFile, existing: ExistingEntries) -> Iterator[tuple[AnyEntry, Outcome]]:
    """Each entry as it would be saved, with its outcome, in the order of the file; in the memory of a chunk."""
    if checked.has_uids:
        yield from _plan_by_uid(checked, existing.by_uids)
        return
    entries = [*checked.entries]
    duplicates = duplicate_uids(entries, existing.undeleted())
    for entry in entries:
        yield entry, Outcome.SAME if entry.uid in duplicates else Outcome.NEW


def _plan_by_uid(
    checked: CheckedFile, by_uids: Callable[[Sequence[str]], Mapping[str, AnyEntry]]
) -> Iterator[tuple[AnyEntry, Outcome]]:
    entries = iter(checked.entries)
    while chunk := list(islice(entries, _CHUNK)):
        stored = by_uids([entry.uid for entry in chunk])
        for entry in chunk:
            existing = stored.get(entry.uid)
            if existing is None:
                yield entry, Outcome.NEW
            else:
                incoming = entry if checked.is_complete else merge_row_entry(entry, existing)
                yield incoming, outcome_of(incoming, existing, is_complete=checked.is_complete)
