"""What a deletion takes though the side that deleted did not have it, or is not known to have had it."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from paintrack.model.changes.change_stamps import stamped_values
from paintrack.model.entries import AnyEntry
from paintrack.model.merging.last_writer_wins_registers import Registers, is_same_meaning, rated_condition, registers_of


class LostValue(NamedTuple):
    """A value by the name of its register; `condition` names the rating that it belongs to."""

    name: str
    value: Any
    condition: str | None


class Loss(NamedTuple):
    """What an entry that stays deleted takes with it.

    `is_changed_later`: it was changed on the other side after its deletion. `values` are those that the deleting side
    did not have; without `is_certain` it may have had them: only that it deleted the entry is known. `is_purged`: it
    removed the words for good.
    """

    values: tuple[LostValue, ...]
    is_changed_later: bool
    is_certain: bool = True
    is_purged: bool = False


def loss_beside(
    kept: AnyEntry, deleted_states: Sequence[AnyEntry], deleted: str, *, is_deleted_here: bool
) -> Loss | None:
    """What is lost of the `kept` entry, which was `deleted` at this instant (UTC) on the other side; None for nothing.

    `deleted_states` are the states of the deleted entry, each one deleted then: the first of them has what the deleting
    side had, later ones also what a merge brought. With `is_deleted_here`, what they have was named by that merge.
    """
    registers, states = registers_of(kept), [registers_of(each) for each in deleted_states]
    names = [
        name
        for name, register in registers.by_name.items()
        if any(register.rank > each.of(name).rank for each in states)
        or (not is_deleted_here and register.stamp > deleted)
    ]
    visible = stamped_values(kept)
    lost = [
        name
        for name in names
        if name in visible and not all(is_same_meaning(visible[name], each.of(name).value) for each in states)
    ]
    return _loss(kept, registers, lost, _are_later(registers, names, deleted))


def loss_to_tombstone(kept: AnyEntry, deleted: str, *, is_purged: bool) -> Loss | None:
    """What is lost of the `kept` entry, of which the other side says only that it was `deleted` then (UTC).

    Whatever was changed after the entry was made may have been unknown there.
    """
    registers = registers_of(kept)
    changed = [name for name in stamped_values(kept) if kept.entered < registers.of(name).stamp != registers.rest]
    is_later = _are_later(registers, registers.by_name, deleted)
    loss = _loss(kept, registers, changed, is_later)
    return None if loss is None else loss._replace(is_certain=False, is_purged=is_purged)


def _loss(kept: AnyEntry, registers: Registers, names: Sequence[str], is_changed_later: bool) -> Loss | None:
    # Of a rating that is lost as a whole the scores say enough.
    scored = {name.rpartition("/")[0] for name in names if name.count("/") > 1}
    values = [
        LostValue(name, registers.of(name).value, rated_condition(name, kept)) for name in names if name not in scored
    ]
    return Loss(tuple(values), is_changed_later) if values or is_changed_later else None


def _are_later(registers: Registers, names: Iterable[str], deleted: str) -> bool:
    return any(registers.of(name).stamp > deleted for name in names)
