"""Replacing the contents of the patient's file under one lock, so that no entry is lost between two steps."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from paintrack.storage.file.connection import connect, make_private, translate_errors, verify_application_id
from paintrack.write_state import WriteState, note_write


@contextmanager
def locked_file(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection, outside a transaction, to an existing paintrack file that nobody else can read or write meanwhile.

    Waits for another terminal; raises FileTroubleError if that takes too long.
    """
    with translate_errors(path), closing(connect(path)) as connection:
        make_private(path)
        # In case another tool has set it to WAL: without a sidecar, one file is the whole truth.
        connection.execute("PRAGMA journal_mode = DELETE")
        # So that the lock is kept over several transactions, until the end of the block.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        verify_application_id(connection, path)
        connection.execute("COMMIT")
        try:
            yield connection
        finally:
            with suppress(sqlite3.Error):
                # This releases the lock, and with it the journal, which is kept as long.
                connection.execute("PRAGMA locking_mode = NORMAL")
                connection.execute("SELECT 1 FROM sqlite_schema").fetchone()


def replace_contents(live: sqlite3.Connection, contents: sqlite3.Connection) -> None:
    """Replace all contents of the locked file in one transaction; its links and modes stay. Raises sqlite3.Error."""
    contents.backup(live)
    note_write(WriteState.SAVED)
