"""What entries were before each change of which the journal still knows."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress

from paintrack.model.entries import AnyEntry
from paintrack.model.serialization.json_entries import from_record
from paintrack.storage.mapping import placeholders
from paintrack.storage.reader import Reader

# What reading a state raises that paintrack did not write so.
UNREADABLE_STATE = (AttributeError, LookupError, RecursionError, TypeError, ValueError)


def former_states(reader: Reader, uids: Sequence[str]) -> Mapping[str, list[AnyEntry]]:
    """The former states of the entries with these uids (1000 at most), by uid; one that cannot be read is left out.

    So is what a step that was undone holds: that is what redo would bring, and not what was there before.
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
