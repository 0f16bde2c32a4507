"""The same entry in two files, merged value by value."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from paintrack.model.entries import AnyEntry, Session
from paintrack.model.merging.registers import (
    Namesakes,
    Register,
    Registers,
    entry_from_registers,
    is_same_meaning,
    join,
    registers_of,
)


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

    `is_edit_lost`: it was deleted on one side and stays deleted, though the other side changed it after that.
    """

    entry: AnyEntry
    differences: tuple[Difference, ...] = ()
    namesakes: tuple[Namesakes, ...] = ()
    is_edit_lost: bool = False

    @property
    def is_reported(self) -> bool:
        """Whether the report has anything to say of it."""
        return bool(self.differences or self.namesakes or self.is_edit_lost)


def merged_entry(here: AnyEntry, there: AnyEntry) -> MergedEntry:
    """The two entries, which are of one kind, as one with the uid and number of `here`."""
    one, other = registers_of(here), registers_of(there)
    joined = join(one, other)
    entry, namesakes = entry_from_registers(joined, here, there)
    if entry.deleted is not None:
        # Nobody sees a deleted entry, so its values are not reported one by one.
        undeleted = [each for each, state in ((one, here), (other, there)) if state.deleted is None]
        is_edit_lost = any(
            each.stamp > entry.deleted for undeleted_side in undeleted for each in undeleted_side.by_name.values()
        )
        return MergedEntry(entry, is_edit_lost=is_edit_lost)
    differences = [
        Difference(
            name,
            one.of(name).value,
            other.of(name).value,
            joined.of(name) == one.of(name),
            rated_condition(name, here, there),
        )
        for name in sorted(joined.by_name)
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


def _is_among(register: Register, name: str, states: Iterable[Registers]) -> bool:
    return any(each.of(name).rank == register.rank for each in states)


def rating_identity(name: str) -> str | None:
    """The identity of the rating that the register `name` belongs to; None if it belongs to none."""
    return name.split("/")[1] if name.startswith("rating/") else None


def rated_condition(name: str, *entries: AnyEntry) -> str | None:
    """What the first of the entries calls the rating that the value belongs to; None if it belongs to none."""
    key = rating_identity(name)
    sessions = [each for each in entries if isinstance(each, Session)]
    return next((each.condition for session in sessions for each in session.ratings if each.identity == key), None)
