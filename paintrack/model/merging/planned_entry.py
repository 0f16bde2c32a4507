"""What becomes of an entry or a tombstone of another file, given what this file holds under the same uid."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from paintrack.model.changes.change_stamps import DELETED, change_stamp
from paintrack.model.changes.tombstone import Tombstone
from paintrack.model.entries import AnyEntry
from paintrack.model.importing.import_types import Outcome
from paintrack.model.merging.last_writer_wins_registers import (
    Register,
    Registers,
    comparable,
    entry_from_registers,
    joined_registers,
    registers_of,
    visible_value,
)
from paintrack.model.merging.merged_entry import MergedEntry, merged_entry
from paintrack.model.merging.values_lost_by_deletion import Loss, loss_to_tombstone
from paintrack.model.serialization.json_entries import to_record

# Fields that nobody sees: without them only visible differences count.
_UNSEEN = {"entered", "edited", "changed", "set_aside"}


class Planned(NamedTuple):
    """An entry as it will be, the outcome, and whether it is to be saved.

    `merged` holds what the report says of it; None for nothing.
    """

    entry: AnyEntry
    outcome: Outcome
    is_saved: bool
    merged: MergedEntry | None = None


def plan_entry(incoming: AnyEntry, stored: AnyEntry | None, tombstone: Tombstone | None) -> Planned:
    """What becomes of the `incoming` entry; `stored` is the entry here of the same uid, `tombstone` the one here."""
    if stored is None:
        return _plan_unknown(incoming, tombstone)
    if stored.kind != incoming.kind:
        return Planned(incoming, Outcome.CONFLICT, is_saved=False)
    if _is_same(stored, incoming):
        return Planned(stored, Outcome.SAME, is_saved=False)
    merged = merged_entry(stored, incoming)
    is_saved = _is_saved_anew(merged.entry, stored)
    return Planned(merged.entry, _outcome(merged.entry, stored, incoming), is_saved, merged)


def is_bare_once_deleted(entry: AnyEntry) -> bool:
    """Whether a file that does not have this deleted entry needs only its tombstone.

    If none of its values changed after it was made, whoever puts it back has them all. If one did, a third computer may
    not know the change, and what it puts back would depend on which files were merged first.
    """
    registers = registers_of(entry)
    stamps = {register.stamp for name, register in registers.by_name.items() if name != DELETED}
    return stamps | {registers.rest} == {entry.entered}


def _plan_unknown(incoming: AnyEntry, tombstone: Tombstone | None) -> Planned:
    """What becomes of an entry that this file does not have, or of which it has only the `tombstone`."""
    if tombstone is None or (tombstone.purged is None and change_stamp(incoming, DELETED) > tombstone.deleted):
        return Planned(incoming, Outcome.NEW if incoming.deleted is None else Outcome.NOTED, is_saved=True)
    merged = MergedEntry(incoming, loss=_loss_to(tombstone, incoming))
    outcome = Outcome.DELETED if incoming.deleted is None else Outcome.SAME
    if tombstone.purged is not None:
        return Planned(incoming, outcome, is_saved=False, merged=merged)
    # It is kept as deleted: if a redo elsewhere puts it back, its values count here in whatever order files come.
    return Planned(_with_deletion(incoming, tombstone.deleted), outcome, is_saved=True, merged=merged)


def plan_removal(incoming: Tombstone, stored: AnyEntry) -> Planned:
    """What becomes of the `stored` entry, which was deleted in the other file; purging it is left to the caller."""
    outcome = Outcome.REMOVED if stored.deleted is None else Outcome.SAME
    loss = _loss_to(incoming, stored)
    if incoming.purged is not None:
        return Planned(stored, outcome, is_saved=False, merged=MergedEntry(stored, loss=loss))
    if stored.deleted is not None and stored.deleted >= incoming.deleted:
        return Planned(stored, outcome, is_saved=False)
    entry = _with_deletion(stored, incoming.deleted)
    if entry.deleted is None:
        # It was restored here after it was deleted there.
        return Planned(stored, Outcome.OLDER, is_saved=False)
    return Planned(entry, outcome, to_record(entry) != to_record(stored), MergedEntry(entry, loss=loss))


def _with_deletion(entry: AnyEntry, deleted: str) -> AnyEntry:
    """The entry after a merge with a tombstone that says it was deleted at this instant (UTC)."""
    deletion = Registers("", {DELETED: Register(deleted, deleted)})
    later = replace(entry, edited=max(entry.edited, deleted))
    merged, _ = entry_from_registers(joined_registers(registers_of(entry), deletion), entry, later)
    return merged


def joined_tombstones(tombstones: Iterable[Tombstone]) -> Tombstone:
    """The tombstones of one entry, at least one, as one: an entry that was purged anywhere is purged."""
    first, *more_tombstones = tombstones
    deleted = max(each.deleted for each in (first, *more_tombstones))
    purged = [each.purged for each in (first, *more_tombstones) if each.purged is not None]
    return first._replace(deleted=deleted, purged=max(purged, default=None))


def _is_same(stored: AnyEntry, incoming: AnyEntry) -> bool:
    """Whether nothing differs, offsets included: Python takes two times of one instant for equal.

    Most entries of a merge are the same, and comparing their records would take as long as reading them.
    """
    return stored == incoming and stored.at.isoformat() == incoming.at.isoformat()


def _loss_to(tombstone: Tombstone, entry: AnyEntry) -> Loss | None:
    """What the entry loses to the tombstone if it is not deleted itself."""
    if entry.deleted is not None:
        return None
    return loss_to_tombstone(entry, tombstone.deleted, is_purged=tombstone.purged is not None)


def _outcome(result: AnyEntry, stored: AnyEntry, incoming: AnyEntry) -> Outcome:
    if result.deleted is not None:
        if stored.deleted is None:
            return Outcome.REMOVED
        return Outcome.SAME if incoming.deleted is not None else Outcome.DELETED
    if stored.deleted is not None:
        return Outcome.NEW
    merged, here, there = map(_visible_record, (result, stored, incoming))
    if merged == here:
        return Outcome.SAME if merged == there else Outcome.OLDER
    return Outcome.NEWER if merged == there else Outcome.MERGED


def _visible_record(entry: AnyEntry) -> dict[str, Any]:
    """The record of the entry with what a person sees of it, and its lists sorted.

    A merge puts a rating that was renamed or put back after the others, which nobody changed.
    """
    record = {name: visible_value(value) for name, value in to_record(entry).items() if name not in _UNSEEN}
    parts = {name: [*map(visible_value, record.get(name, ()))] for name in ("ratings", "side_effects")}
    return record | {name: sorted(values, key=comparable) for name, values in parts.items()}


def _is_saved_anew(merged: AnyEntry, stored: AnyEntry) -> bool:
    """Whether there is anything to save.

    A difference in `entered` alone is none: all files of paintrack have the same instant there, unless another program
    re-saved one and cut its decimals.
    """
    if merged.entered == stored.entered or registers_of(merged) != registers_of(stored):
        return to_record(merged) != to_record(stored)
    return to_record(replace(merged, entered=stored.entered, changed=stored.changed)) != to_record(stored)
