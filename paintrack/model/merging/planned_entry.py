"""What becomes of an entry or a tombstone of another file, given what this file holds under the same uid."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from paintrack.model.changes.change_stamps import change_stamp
from paintrack.model.changes.tombstone import Tombstone
from paintrack.model.entries import AnyEntry
from paintrack.model.importing.import_types import Outcome
from paintrack.model.merging.merged_entry import MergedEntry, merged_entry
from paintrack.model.merging.registers import Register, Registers, entry_from_registers, join, registers_of
from paintrack.model.serialization.json_entries import to_record

# Fields that nobody sees, emptied so that only visible differences count.
_UNSEEN = {"edited": None, "changed": None, "set_aside": None}


class Planned(NamedTuple):
    """An entry as it will be, the outcome, and whether it is to be saved.

    `merged` holds what the report says of it; None for nothing.
    """

    entry: AnyEntry
    outcome: Outcome
    is_saved: bool
    merged: MergedEntry | None = None


def plan_entry(there: AnyEntry, here: AnyEntry | None, gone: Tombstone | None) -> Planned:
    """What becomes of the entry `there`; `here` is this file's entry of the same uid, `gone` this file's tombstone."""
    if here is None:
        if gone is None or (gone.purged is None and change_stamp(there, "deleted") > gone.deleted):
            return Planned(there, Outcome.NEW, is_saved=True)
        is_edit_lost = _is_changed_after(there, gone.purged or gone.deleted)
        merged = MergedEntry(there, is_edit_lost=is_edit_lost)
        if gone.purged is not None:
            return Planned(there, Outcome.DELETED, is_saved=False, merged=merged)
        # It is kept as deleted: if a redo elsewhere puts it back, its values count here in whatever order files come.
        return Planned(_with_deletion(there, gone.deleted), Outcome.DELETED, is_saved=True, merged=merged)
    if here.kind != there.kind:
        return Planned(there, Outcome.CLASH, is_saved=False)
    if _is_same(here, there):
        return Planned(here, Outcome.SAME, is_saved=False)
    merged = merged_entry(here, there)
    is_saved = to_record(merged.entry) != to_record(here)
    return Planned(merged.entry, _outcome(merged.entry, here, there), is_saved, merged)


def plan_removal(there: Tombstone, here: AnyEntry) -> Planned:
    """What becomes of the entry `here`, which was deleted in the other file; if it was purged there, purging is left
    to the caller.
    """
    if there.purged is not None:
        purged = MergedEntry(here, is_edit_lost=here.deleted is None and _is_changed_after(here, there.deleted))
        return Planned(here, Outcome.REMOVED if here.deleted is None else Outcome.SAME, is_saved=False, merged=purged)
    entry = _with_deletion(here, there.deleted)
    if entry.deleted is None:
        # It was restored here after it was deleted there.
        return Planned(here, Outcome.OLDER, is_saved=False)
    is_edit_lost = here.deleted is None and _is_changed_after(here, there.deleted)
    outcome = Outcome.REMOVED if here.deleted is None else Outcome.SAME
    return Planned(entry, outcome, to_record(entry) != to_record(here), MergedEntry(entry, is_edit_lost=is_edit_lost))


def _with_deletion(entry: AnyEntry, deleted: str) -> AnyEntry:
    """The entry after a merge with a tombstone that says it was deleted at this instant (UTC)."""
    deletion = Registers("", {"deleted": Register(deleted, deleted)})
    later = replace(entry, edited=max(entry.edited, deleted))
    merged, _ = entry_from_registers(join(registers_of(entry), deletion), entry, later)
    return merged


def joined_tombstones(tombstones: Iterable[Tombstone]) -> Tombstone:
    """The tombstones of one entry, at least one, as one: an entry that was purged anywhere is purged."""
    first, *others = tombstones
    deleted = max(each.deleted for each in (first, *others))
    purged = [each.purged for each in (first, *others) if each.purged is not None]
    return first._replace(deleted=deleted, purged=max(purged, default=None))


def _is_same(here: AnyEntry, there: AnyEntry) -> bool:
    """Whether nothing differs, offsets included: Python takes two times of one instant for equal.

    Most entries of a merge are the same, and comparing their records would take as long as reading them.
    """
    return here == there and here.at.isoformat() == there.at.isoformat()


def _is_changed_after(entry: AnyEntry, deleted: str) -> bool:
    return any(register.stamp > deleted for register in registers_of(entry).by_name.values())


def _outcome(result: AnyEntry, here: AnyEntry, there: AnyEntry) -> Outcome:
    if result.deleted is not None:
        if here.deleted is None:
            return Outcome.REMOVED
        return Outcome.SAME if there.deleted is not None else Outcome.DELETED
    if here.deleted is not None:
        return Outcome.NEW
    seen, seen_here, seen_there = (to_record(each) | _UNSEEN for each in (result, here, there))
    if seen == seen_here:
        return Outcome.SAME if seen == seen_there else Outcome.OLDER
    return Outcome.NEWER if seen == seen_there else Outcome.MERGED
