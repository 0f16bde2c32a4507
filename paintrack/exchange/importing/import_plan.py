"""The second step of an import: what becomes of each checked entry beside those that are stored already."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from paintrack.exchange.importing.checked_file import CheckedFile
from paintrack.exchange.importing.merge_by_uid import merge_row_entry, outcome_of
from paintrack.exchange.importing.stored_duplicates import duplicate_uids
from paintrack.model.change_stamps import with_change_stamps
from paintrack.model.entries import AnyEntry
from paintrack.model.importing.import_types import Outcome
from paintrack.model.tombstone import Tombstone

# As many as the lookup takes at once.
_CHUNK = 1000


class ExistingEntries(NamedTuple):
    """How to look up what is stored.

    `by_uids` gives the entries, deleted or not, with the uids (1000 at most), by uid; `gone_by_uids` the tombstones of
    those that are gone altogether; `undeleted` all that are not deleted.
    """

    by_uids: Callable[[Sequence[str]], Mapping[str, AnyEntry]]
    gone_by_uids: Callable[[Sequence[str]], Sequence[Tombstone]]
    undeleted: Callable[[], Iterable[AnyEntry]]


def plan(checked: CheckedFile, existing: ExistingEntries) -> Iterator[tuple[AnyEntry, Outcome]]:
    """Each entry as it would be saved, with its outcome, in the order of the file; in the memory of a chunk."""
    if checked.has_uids:
        yield from _plan_by_uid(checked, existing)
        yield from _plan_removals(checked.tombstones, existing)
        return
    entries = [*checked.entries]
    duplicates = duplicate_uids(entries, existing.undeleted())
    for entry in entries:
        yield entry, Outcome.SAME if entry.uid in duplicates else Outcome.NEW


def unknown_tombstones(tombstones: Iterable[Tombstone], existing: ExistingEntries) -> Iterator[Tombstone]:
    """The tombstones of entries that were never stored, as far as they say something new."""
    rest = iter(tombstones)
    while chunk := list(islice(rest, _CHUNK)):
        uids = [each.uid for each in chunk]
        stored, gone = existing.by_uids(uids), {each.uid: each for each in existing.gone_by_uids(uids)}
        for each in chunk:
            if each.uid not in stored and _adds_to(each, gone.get(each.uid)):
                yield each


def _adds_to(tombstone: Tombstone, existing: Tombstone | None) -> bool:
    if existing is None:
        return True
    return existing.purged is None and (tombstone.purged is not None or tombstone.deleted > existing.deleted)


def _plan_removals(tombstones: Iterable[Tombstone], existing: ExistingEntries) -> Iterator[tuple[AnyEntry, Outcome]]:
    """The stored entries that were deleted where the file comes from, after their last change here."""
    rest = iter(tombstones)
    while chunk := list(islice(rest, _CHUNK)):
        stored = existing.by_uids([each.uid for each in chunk])
        for each in chunk:
            entry = stored.get(each.uid)
            if entry is not None and entry.deleted is None and each.deleted > entry.edited:
                deleted = replace(entry, deleted=each.deleted, edited=each.deleted)
                yield with_change_stamps(deleted, entry), Outcome.REMOVED


def _plan_by_uid(checked: CheckedFile, existing: ExistingEntries) -> Iterator[tuple[AnyEntry, Outcome]]:
    entries = iter(checked.entries)
    while chunk := list(islice(entries, _CHUNK)):
        uids = [entry.uid for entry in chunk]
        stored, gone = existing.by_uids(uids), {each.uid: each for each in existing.gone_by_uids(uids)}
        for entry in chunk:
            match = stored.get(entry.uid)
            if match is not None:
                incoming = entry if checked.is_complete else merge_row_entry(entry, match, checked.missing_fields)
                yield incoming, outcome_of(incoming, match, is_complete=checked.is_complete)
            else:
                tombstone = gone.get(entry.uid)
                stays_gone = tombstone is not None and (tombstone.purged or entry.edited <= tombstone.deleted)
                yield entry, Outcome.DELETED if stays_gone else Outcome.NEW
