"""An entry from a database, checked by the rules for paintrack's JSON, because the file may hold anything."""

from dataclasses import replace
from datetime import UTC, datetime

from paintrack.exchange.importing.json_record import parse_record
from paintrack.model.entries import AnyEntry
from paintrack.model.serialization.json_entries import to_record

# No time counts as in the future, because the clock of this computer may be the one that is wrong.
_ANY_TIME = datetime(9000, 1, 1, tzinfo=UTC)


def strict_entry(entry: AnyEntry) -> AnyEntry | None:
    """The entry, deleted or not, with each of its values parsed again; None if one is not as paintrack writes it."""
    record = parse_record(to_record(replace(entry, deleted=None)), _ANY_TIME)
    return None if isinstance(record, list) else replace(record, deleted=entry.deleted)
