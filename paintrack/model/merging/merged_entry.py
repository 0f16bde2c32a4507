"""The same entry in two files, merged value by value."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from paintrack.model.entries import AnyEntry, Rating
from paintrack.model.merging.last_writer_wins_registers import (
    Namesakes,
    Register,
    Registers,
    entry_from_registers,
    is_same_meaning,
    joined_registers,
    rated_condition,
    registers_of,
)
from paintrack.model.merging.values_lost_by_deletion import Loss, loss_beside


class Difference(NamedTuple):
    """A value that both sides changed differently: its name as in `change_stamps`, and each side's value.

    A value that a side lacks is None. `condition` names the rating that the value belongs to. `is_here_kept`: this
    file's value is the later one.
    """

    name: str
    here: Any
    there: Any
    is_here_kept: bool
    condition: str | None = None


class MergedEntry(NamedTuple):
    """The merged entry, and what the report says of it.

    `loss` is what goes with an entry that one side deleted and the other did not, `left_out` are ratings of a CSV file
    that were removed from the session here.
    """

    entry: AnyEntry
    differences: tuple[Difference, ...] = ()
    namesakes: tuple[Namesakes, ...] = ()
    loss: Loss | None = None
    left_out: tuple[Rating, ...] = ()

    @property
    def is_reported(self) -> bool:
        """Whether the report has anything to say of it."""
        return bool(self.differences or self.namesakes or self.loss or self.left_out)


def merged_entry(here: AnyEntry, there: AnyEntry) -> MergedEntry:
    """The two entries, which are of one kind, as one with the uid and number of `here`."""
    one, other = registers_of(here), registers_of(there)
    joined = joined_registers(one, other)
    entry, namesakes = entry_from_registers(joined, here, there)
    if entry.deleted is not None:
        # Nobody sees a deleted entry, so its values are not reported one by one.
        if here.deleted is None:
            return MergedEntry(entry, loss=loss_beside(here, [there], entry.deleted, is_deleted_here=False))
        if there.deleted is None:
            return MergedEntry(entry, loss=loss_beside(there, [here], entry.deleted, is_deleted_here=True))
        return MergedEntry(entry)
    differences = [
        Difference(
            name,
            one.of(name).value,
            other.of(name).value,
            joined.of(name) == one.of(name),
            rated_condition(name, here, there),
        )
        for name in sorted({**one.by_name, **other.by_name})
        if one.of(name).stamp > here.entered
        and other.of(name).stamp > there.entered
        and not is_same_meaning(one.of(name).value, other.of(name).value)
    ]
    return MergedEntry(entry, tuple(differences), namesakes)


def without_superseded(
    merged: MergedEntry, states_here: Sequence[AnyEntry], states_there: Sequence[AnyEntry]
) -> MergedEntry:
    """The merged entry without differences where one side knew the other's value when it changed its own.

    The states of each side are the entry itself, then its former ones. A value that a former state has with the same
    stamp was known: an earlier merge brought and reported it.
    """
    here, there = (tuple(map(registers_of, states)) for states in (states_here, states_there))
    new_differences = [
        each
        for each in merged.differences
        if not _is_among(there[0].of(each.name), each.name, here[1:])
        and not _is_among(here[0].of(each.name), each.name, there[1:])
    ]
    return merged._replace(differences=tuple(new_differences))


def with_loss_by(merged: MergedEntry, here: AnyEntry, states_there: Sequence[AnyEntry]) -> MergedEntry:
    """The merged entry with what the deletion of the other side's takes of that `here`, which is not deleted.

    The states of the other side are the entry itself, then its former ones: since it was deleted, a merge may have
    brought values that it did not have then.
    """
    deleted = states_there[0].deleted
    if deleted is None:
        return merged
    states = [each for each in states_there if each.deleted == deleted]
    return merged._replace(loss=loss_beside(here, states, deleted, is_deleted_here=False))


def _is_among(register: Register, name: str, states: Iterable[Registers]) -> bool:
    return any(each.of(name).rank == register.rank for each in states)
