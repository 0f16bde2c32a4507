"""A damaged file in memory, with unreadable table definitions replaced: a wrong letter in one hides all tables."""

import sqlite3
from contextlib import closing

from paintrack.storage.copies.snapshot import open_snapshot
from paintrack.storage.file.file_header import SCHEMA_VERSION
from paintrack.storage.file.tables import definitions

# UnicodeDecodeError if not even SQLite's message, or the name of a column, can be read.
UNREADABLE = (sqlite3.Error, UnicodeDecodeError)


def open_with_repaired_definitions(content: bytes) -> sqlite3.Connection | None:
    """The contents of the file, with our definition in place of each one that SQLite does not understand.

    The caller closes the connection. None if nothing can be opened.
    """
    source = _open_passing_over(content)
    if source is None:
        return None
    try:
        content = _with_our_definitions(source) or content
    except UNREADABLE:
        return source
    source.close()
    return _open_passing_over(content)


def _open_passing_over(content: bytes) -> sqlite3.Connection | None:
    try:
        source = open_snapshot(content)
    except sqlite3.Error:
        return None
    try:
        # With this setting SQLite skips a definition that it does not understand, and reads the other tables.
        source.execute("PRAGMA writable_schema = ON")
        source.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except UNREADABLE:
        source.close()
        return None
    return source


def _with_our_definitions(source: sqlite3.Connection) -> bytes | None:
    """The contents with our definitions of the tables that cannot be read.

    None if there are no such tables, or for a file of an older version.
    """
    if source.execute("PRAGMA user_version").fetchone()[0] != SCHEMA_VERSION:
        return None
    unreadable = {table: each for table, each in definitions().items() if not is_understood(source, table)}
    for table, definition in unreadable.items():
        source.execute(
            "UPDATE sqlite_schema SET name = :table, tbl_name = :table, sql = :sql"
            " WHERE type = 'table' AND (name = :table OR sql LIKE :beginning)",
            {"table": table, "sql": f"CREATE TABLE {table} {definition}", "beginning": f"CREATE TABLE {table} %"},
        )
    return source.serialize() if unreadable else None


def is_understood(source: sqlite3.Connection, table: str) -> bool:
    """Whether there is a table of this name with a definition that SQLite understands."""
    try:
        with closing(source.execute(f"SELECT * FROM {table} LIMIT 0")):
            return True
    except UNREADABLE:
        return False
