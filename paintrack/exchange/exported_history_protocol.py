"""What the writer of a format gets: the part of the history that is exported."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from paintrack.model.entries import AnyEntry

if TYPE_CHECKING:
    from paintrack.model.changes.stored_setting import StoredSetting
    from paintrack.model.changes.tombstone import Tombstone


class ExportedHistory(Protocol):
    """What is exported: whatever matches the filters, read only when it is asked for."""

    @property
    def condition(self) -> str | None:
        """The only condition that is exported; None for all."""

    def rows(self) -> Iterable[Sequence[Any]]:
        """The rows of a CSV file: a value for each key of `csv_rows.KEYS`, lists as one text."""

    def entries(self) -> Iterable[AnyEntry]:
        """Whole entries by (at, uid)."""

    def settings(self) -> "Mapping[str, StoredSetting]":
        """The settings by name, also those that were cleared."""

    def tombstones(self) -> "Iterable[Tombstone]":
        """What is left of deleted entries, in the order of their uids; nothing if only a part is exported."""

    def oldest_uid(self) -> str | None:
        """The uid of the entry that was typed first in the whole file; None for a file without entries."""
