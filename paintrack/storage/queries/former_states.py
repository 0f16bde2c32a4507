"""What entries were before each change that is still in the journal."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress

from paintrack.model.entries import AnyEntry
from paintrack.model.serialization.json_entries import from_record
from paintrack.storage.mapping import placeholders
from paintrack.storage.merge_and_import_journal import UNREADABLE_STATE, entry_of_state
from paintrack.storage.reader import Reader
from paintrack.storage.writer import AS_IT_STANDS


def former_states(reader: Reader, uids: Sequence[str]) -> Mapping[str, list[AnyEntry]]:
    """The former states of the entries with these uids (1000 at most), by uid; one that cannot be read is left out.

    So are the states of a step that was undone: they are what redo would bring back, not what was there before.
    """
    if reader.connection is None or not uids:
        return {}
    rows = reader.connection.execute(
        "SELECT uid, former FROM change JOIN step ON step.id = change.step"
        f" WHERE NOT undone AND former IS NOT NULL AND uid IN ({placeholders(uids)})",
        uids,
    )
    states: defaultdict[str, list[AnyEntry]] = defaultdict(list)
    for uid, former in rows:
        with suppress(*UNREADABLE_STATE):
            states[uid].append(from_record(json.loads(former)))
    return states


def parse_state(name: str, former: str) -> None:
    """Check that what the journal keeps under this name can be read, whether it is of an entry or not.

    Raises one of UNREADABLE_STATE.
    """
    record = json.loads(former)
    # Only the name of something that is not an entry has a colon.
    if ":" in name:
        if not isinstance(record, dict):
            raise TypeError(name)
    elif former != AS_IT_STANDS:
        entry_of_state(name, record)


def count_unreadable(connection: sqlite3.Connection) -> int:
    """How many states in the journal cannot be read: undo and redo stop there."""
    number = 0
    for name, former in connection.execute("SELECT uid, former FROM change WHERE former IS NOT NULL"):
        try:
            parse_state(name, former)
        except UNREADABLE_STATE:
            number += 1
    return number
