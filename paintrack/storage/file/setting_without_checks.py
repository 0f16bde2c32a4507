"""One setting, read without a check and without waiting: for what must be said even if the file is in trouble."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from paintrack.errors import FileTroubleError
from paintrack.storage.file.connection import connect
from paintrack.storage.file.file_header import read_header


def setting_at_once(path: Path, name: str) -> str | None:
    """The value of a setting in the file; None if it has none or cannot be read now. It raises nothing."""
    with suppress(FileTroubleError, sqlite3.Error, OSError, ValueError):
        if read_header(path).kind != "paintrack":
            return None
        with closing(connect(path, mode="ro", busy_seconds=0)) as connection:
            row = connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
            return None if row is None else row["value"]
    return None
