"""Values of entries that stay, which a file has lost for good: which copies still hold them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from paintrack.model.changes.change_stamps import DELETED, all_values, change_stamp, is_removed
from paintrack.model.entries import AnyEntry
from paintrack.model.merging.registers import rating_identity, visible_value
from paintrack.storage.mapping import chunked
from paintrack.storage.merge_and_import_journal import UNREADABLE_STATE, entry_of_state
from paintrack.storage.reader import Reader


def count_entries_with_lost_values(source: Reader, live: Reader, uids: frozenset[str] | None = None) -> int:
    """How many entries of the source, of those with `uids` (None: all), hold what their namesakes in the file lost.

    A value is lost if it was changed or removed in the file after the source had it, and undo does not keep it.
    """
    return sum(
        _holds_lost(older[uid], entry, live)
        for chunk in chunked(_changed_uids(live, uids))
        if (older := source.by_uids(chunk))
        for uid, entry in live.by_uids([*older]).items()
    )


def _changed_uids(live: Reader, uids: frozenset[str] | None) -> Iterator[str]:
    if live.connection is not None:
        rows = live.connection.execute("SELECT uid FROM entry WHERE changed IS NOT NULL OR edited > entered").fetchall()
        yield from (uid for (uid,) in rows if uids is None or uid in uids)


def _holds_lost(older: AnyEntry, entry: AnyEntry, live: Reader) -> bool:
    values = all_values(entry)
    gone = {
        name: value
        for name, value in all_values(older).items()
        if name != DELETED and _is_without(values.get(name), value) and _is_superseded(name, older, entry)
    }
    if not gone:
        return False
    kept = [all_values(state) for state in _kept_for_undo(live, entry.uid)]
    return any(all(_is_without(state.get(name), value) for state in kept) for name, value in gone.items())


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


def _kept_for_undo(live: Reader, uid: str) -> Iterable[AnyEntry]:
    """The former states of the entry that undo or redo can bring back; one that cannot be read is not among them."""
    if live.connection is not None:
        query = "SELECT former FROM change WHERE former IS NOT NULL AND uid = ?"
        for (former,) in live.connection.execute(query, (uid,)):
            with suppress(*UNREADABLE_STATE):
                yield entry_of_state(uid, json.loads(former))
