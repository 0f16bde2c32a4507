"""An entry of one file and the entry of the other that is the same one, joined value by value."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from paintrack.model.entries import AnyEntry, Session
from paintrack.model.merging.registers import (
    Namesakes,
    Register,
    Registers,
    comparable,
    entry_from_registers,
    join,
    registers_of,
)


class Difference(NamedTuple):
    """A value that both sides changed differently: its name as in `change_stamps`, None for one that is missing.

    `condition` is the name of the rating that it belongs to. `is_here_kept`: the one of this file is the later one.
    """

    name: str
    here: Any
    there: Any
    is_here_kept: bool
    condition: str | None = None


class MergedEntry(NamedTuple):
    """The joined entry, and what is to be named of it.

    `is_edit_lost`: it was deleted on one side and stays so, though the other changed it after that.
    """

    entry: AnyEntry
    differences: tuple[Difference, ...] = ()
    namesakes: tuple[Namesakes, ...] = ()
    is_edit_lost: bool = False

    @property
    def is_named(self) -> bool:
        """Whether anything is to be said of it."""
        return bool(self.differences or self.namesakes or self.is_edit_lost)


def merged_entry(here: AnyEntry, there: AnyEntry) -> MergedEntry:
    """The two, which are of one kind, as one entry with the uid and number of `here`."""
    one, other = registers_of(here), registers_of(there)
    joined = join(one, other)
    entry, namesakes = entry_from_registers(joined, here, there)
    if entry.deleted is not None:
        # What nobody sees any more is not named value by value.
        lives = [each for each, state in ((one, here), (other, there)) if state.deleted is None]
        is_edit_lost = any(each.stamp > entry.deleted for live in lives for each in live.by_name.values())
        return MergedEntry(entry, is_edit_lost=is_edit_lost)
    differences = [
        Difference(
            name,
            one.of(name).value,
            other.of(name).value,
            joined.of(name) == one.of(name),
            _condition(here, there, name),
        )
        for name in sorted(joined.by_name)
        if one.of(name).stamp > here.entered
        and other.of(name).stamp > there.entered
        and comparable(one.of(name).value) != comparable(other.of(name).value)
    ]
    return MergedEntry(entry, tuple(differences), namesakes)


def without_superseded(
    merged: MergedEntry, states_here: Sequence[AnyEntry], states_there: Sequence[AnyEntry]
) -> MergedEntry:
    """The joined entry without the differences of which one side knew the other value when it changed its own.

    The states of each side begin with the entry itself; behind it are former ones. A value that stands in one of these
    with the same stamp was known: an earlier merge brought it, and named what it named.
    """
    here, there = (tuple(map(registers_of, states)) for states in (states_here, states_there))
    news = [
        each
        for each in merged.differences
        if not _is_among(there[0].of(each.name), each.name, here[1:])
        and not _is_among(here[0].of(each.name), each.name, there[1:])
    ]
    return merged._replace(differences=tuple(news))


def _is_among(register: Register, name: str, states: Iterable[Registers]) -> bool:
    return any(each.of(name).rank == register.rank for each in states)


def _condition(here: AnyEntry, there: AnyEntry, name: str) -> str | None:
    """The name of the rating that the value belongs to; None for another value."""
    key = name.split("/")[1] if name.startswith("rating/") else None
    sessions = [each for each in (here, there) if isinstance(each, Session)]
    return next((each.condition for session in sessions for each in session.ratings if each.identity == key), None)
