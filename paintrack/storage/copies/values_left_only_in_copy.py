"""Values of entries that stay, which a file has lost for good: which copies still hold them."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from paintrack.model.changes.change_stamps import DELETED, all_values, change_stamp, is_removed
from paintrack.model.entries import AnyEntry
from paintrack.model.merging.last_writer_wins_registers import rating_identity, visible_value
from paintrack.storage.mapping import chunked, placeholders
from paintrack.storage.merge_and_import_journal import UNREADABLE_STATE, entry_of_state
from paintrack.storage.reader import Reader


def count_entries_with_lost_values(source: Reader, live: Reader, uids: frozenset[str] | None = None) -> int:
    """How many entries of the source, of those with `uids` (None: all), hold what their namesakes in the file lost.

    A value is lost if it was changed or removed in the file after the source had it, and undo does not keep it.
    """
    number = 0
    for chunk in chunked(_changed_uids(live, uids)):
        older = source.by_uids(chunk)
        entries = live.by_uids([*older])
        gone = {uid: values for uid, entry in entries.items() if (values := _values_gone(older[uid], entry))}
        kept = _kept_for_undo(live, [*gone])
        number += sum(
            any(all(_is_without(state.get(name), value) for state in kept[uid]) for name, value in values.items())
            for uid, values in gone.items()
        )
    return number


def _changed_uids(live: Reader, uids: frozenset[str] | None) -> Iterator[str]:
    if live.connection is not None:
        rows = live.connection.execute("SELECT uid FROM entry WHERE changed IS NOT NULL OR edited > entered").fetchall()
        yield from (uid for (uid,) in rows if uids is None or uid in uids)


def _values_gone(older: AnyEntry, entry: AnyEntry) -> dict[str, Any]:
    """The values of the older state that the entry changed or removed, by name."""
    values = all_values(entry)
    return {
        name: value
        for name, value in all_values(older).items()
        if name != DELETED and _is_without(values.get(name), value) and _is_superseded(name, older, entry)
    }


def _is_superseded(name: str, older: AnyEntry, entry: AnyEntry) -> bool:
    """Whether the entry changed the value of that name after the older one, or removed its rating at any time."""
    identity = rating_identity(name)
    is_of_removed_rating = identity is not None and is_removed(entry.changed or {}, identity)
    return is_of_removed_rating or change_stamp(entry, name) > change_stamp(older, name)


def _is_without(value: Any, former: Any) -> bool:
    """Whether the value lacks something of what a person sees of the former one; a yes or no holds no words."""
    value, former = visible_value(value), visible_value(former)
    if isinstance(former, Mapping):
        value = value or {}
        return any(each is not None and value.get(name) != each for name, each in former.items())
    return not isinstance(former, bool) and value != former


def _kept_for_undo(live: Reader, uids: Sequence[str]) -> Mapping[str, list[Mapping[str, Any]]]:
    """The values of each state of these entries that undo or redo can bring back, by uid; not of unreadable ones."""
    kept: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    if live.connection is not None and uids:
        query = f"SELECT uid, former FROM change WHERE former IS NOT NULL AND uid IN ({placeholders(uids)})"
        for uid, former in live.connection.execute(query, uids):
            with suppress(*UNREADABLE_STATE):
                kept[uid].append(all_values(entry_of_state(uid, json.loads(former))))
    return kept
