"""Queries about what `undo` would reach, for the few answers that need them."""

from typing import Any

from paintrack.storage.reader import Reader


def last_purge(reader: Reader) -> str | None:
    """When an entry was last purged (ISO 8601, UTC); None where none was."""
    purged = _value(reader, "SELECT max(purged) FROM gone")
    return None if purged is None else str(purged)


def steps_back_to(reader: Reader, uid: str) -> int:
    """How many steps `undo` would take back up to the newest one that changed this entry; 0 where none did."""
    steps = _value(
        reader,
        "SELECT count(*) FROM step WHERE undone = 0 AND id >= (SELECT max(step) FROM change WHERE uid = ? AND step"
        " IN (SELECT id FROM step WHERE undone = 0))",
        uid,
    )
    return int(steps or 0)


def _value(reader: Reader, sql: str, *values: str) -> Any:
    """The one value that the query gives; None where there is no file."""
    return None if reader.connection is None else reader.connection.execute(sql, values).fetchone()[0]
