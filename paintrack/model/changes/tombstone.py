"""What is left of an entry that is gone, so that it does not come back from another computer."""

from typing import NamedTuple


class Tombstone(NamedTuple):
    """The entry's uid (32 hex digits) and kind, when it was deleted, and when its content was taken out for good.

    Both instants are in UTC with microseconds; `purged` is None while undo can still put the entry back.
    """

    uid: str
    kind: str
    deleted: str
    purged: str | None = None
