"""What is left of a deleted entry, so that it does not come back from another computer."""

from typing import NamedTuple


class Tombstone(NamedTuple):
    """The entry's uid (32 hex digits) and kind, when it was deleted, and when its content was purged from the file.

    Both instants are in UTC with microseconds; `purged` is None while undo can still restore the entry.
    """

    uid: str
    kind: str
    deleted: str
    purged: str | None = None
