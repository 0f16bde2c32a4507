"""Bringing a file of an older paintrack to the newest version: on the disk for a write, in memory for a read."""

import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from paintrack.storage.copies.backup import safety_copy
from paintrack.storage.file.connection import (
    check_integrity,
    check_references,
    configure,
    connect,
    make_private,
    verify_application_id,
)
from paintrack.storage.file.file_header import SCHEMA_VERSION
from paintrack.storage.file.migrations import migrate


class _UpgradedElsewhereError(Exception):
    """Another terminal has upgraded the file in the meantime; its copy is the one to keep."""


def upgrade(path: Path, now: datetime) -> list[str]:
    """Upgrade the file in one transaction, after making a copy of it; returns sentences for the patient.

    A file without entries needs no copy. Raises FileTroubleError, and then leaves the file as it was.
    """
    with suppress(_UpgradedElsewhereError), safety_copy(path, now, f"version-{SCHEMA_VERSION}") as copy:
        with closing(connect(path)) as connection:
            make_private(path)
            # Tables that refer to each other are made anew, so the references are checked only afterwards.
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute("BEGIN IMMEDIATE")
            try:
                # Another terminal may have upgraded it while this one waited for the lock.
                if verify_application_id(connection, path) == SCHEMA_VERSION:
                    raise _UpgradedElsewhereError
                migrate(connection)
                check_references(connection, path)
                check_integrity(connection, path)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        return [f"Your file was upgraded; a copy of it as it was: {copy}"] if copy is not None else []
    return []


def upgraded_copy(source: sqlite3.Connection) -> sqlite3.Connection:
    """The contents of an older file in memory, in the newest form; the file stays as it is. The caller closes it."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        source.backup(memory)
        configure(memory)
        memory.execute("PRAGMA foreign_keys = OFF")
        memory.execute("BEGIN")
        migrate(memory)
        memory.execute("COMMIT")
    except BaseException:
        memory.close()
        raise
    return memory
