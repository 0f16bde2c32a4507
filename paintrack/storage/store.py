"""The file, opened to read or for one write: a context each, so that no connection and no transaction outlives it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from paintrack.errors import NotFoundError
from paintrack.storage.connection import (
    CHECKED_BELOW,
    check_ours,
    check_sound,
    connect,
    create_private,
    keep_private,
    settled_header,
    told,
)
from paintrack.storage.header import SCHEMA_VERSION, read_header
from paintrack.storage.reader import Reader
from paintrack.storage.writer import Writer


@contextmanager
def reading(path: Path) -> Iterator[Reader]:
    """Read the file in one consistent state; a file that is not there reads as an empty history and is not made.

    Raises FileTroubleError.
    """
    header = read_header(path)
    if header.kind != "ours":
        nothing = Reader(None)
        if header.kind == "empty":
            nothing.remarks.append(f"The file is empty (0 bytes); nothing was ever saved in it: {path}")
        yield nothing
        return
    with told(path), closing(connect(path)) as connection:
        connection.execute("BEGIN")
        check_ours(connection, path)
        yield Reader(connection)


@contextmanager
def writing(path: Path, now: datetime, *, make: bool = True) -> Iterator[Writer]:
    """One write: a transaction that is committed when the block ends and rolled back when it raises.

    Makes the file and its tables when they are not there, unless `make` is False: then NotFoundError says
    that nothing was saved yet. What is true once the block has ended is on the disk. Raises FileTroubleError.
    """
    with told(path):
        header = settled_header(path)
        if header.kind != "ours" and not make:
            raise NotFoundError(f"Nothing was ever saved here yet. Start with: paintrack before 7 ({path})")
        was_empty = header.kind == "empty"
        if header.kind == "absent":
            create_private(path)
        keep_private(path)
        with closing(connect(path)) as connection:
            if header.in_wal_mode:
                # One file is the whole truth: no sidecar to lose when it is copied.
                connection.execute("PRAGMA journal_mode = DELETE")
            with _transaction(connection):
                writer = Writer(connection, now)
                if (version := check_ours(connection, path)) < SCHEMA_VERSION:
                    from paintrack.storage.schema import migrate

                    migrate(connection)
                    if version == 0 and was_empty:
                        writer.remarks.append(
                            "The file was empty (0 bytes), as a first run leaves it that was stopped; "
                            f"it is made anew: {path}"
                        )
                elif path.stat().st_size < CHECKED_BELOW:
                    check_sound(connection, path)
                yield writer


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
