"""Putting other contents into the patient's file, under one lock, so that nobody's entry falls between two steps."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from paintrack.storage.file.connection import connect, make_private, translate_errors, verify_application_id
from paintrack.write_state import WriteState, note_write


@contextmanager
def locked_file(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to an existing file of paintrack, outside a transaction, that nobody else can read or write.

    Waits for another terminal; raises FileTroubleError where it takes too long.
    """
    with translate_errors(path), closing(connect(path)) as connection:
        make_private(path)
        # One file is the whole truth, should another tool have set it to WAL.
        connection.execute("PRAGMA journal_mode = DELETE")
        # Kept over several transactions, until the end of the block.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        verify_application_id(connection, path)
        connection.execute("COMMIT")
        try:
            yield connection
        finally:
            with suppress(sqlite3.Error):
                # The journal, which is kept as long as the lock, goes with it.
                connection.execute("PRAGMA locking_mode = NORMAL")
                connection.execute("SELECT 1 FROM sqlite_schema").fetchone()


def replace_contents(live: sqlite3.Connection, contents: sqlite3.Connection) -> None:
    """Replace all that is in the locked file, in one transaction; its links and modes stay. Raises sqlite3.Error."""
    contents.backup(live)
    note_write(WriteState.SAVED)
