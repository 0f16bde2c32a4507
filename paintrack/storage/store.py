"""The file, opened to read or for one write: a context each, so that no connection and no transaction outlives it."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from paintrack.errors import FileTroubleError, NotFoundError
from paintrack.storage.connection import (
    CHECKED_BELOW,
    check_ours,
    check_sound,
    connect,
    create_private,
    keep_private,
    settled_header,
    told,
    which_file,
)
from paintrack.storage.file_header import SCHEMA_VERSION, read_header
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

    Makes the file and its tables when they are not there, and takes them away again when the block raises; unless
    `make` is False: then NotFoundError says that nothing was saved yet. What is true once the block has ended is on
    the disk. Raises FileTroubleError.
    """
    with told(path):
        header = settled_header(path)
        if header.kind != "ours" and not make:
            raise NotFoundError(f"Nothing was ever saved here yet. Start with: paintrack before 7 ({path})")
        made = create_private(path) if header.kind == "absent" else []
        keep_private(path)
        which = which_file(path)
        with _folders_gone(made[1:]), closing(connect(path)) as connection:
            if header.in_wal_mode:
                # One file is the whole truth: no sidecar to lose when it is copied.
                connection.execute("PRAGMA journal_mode = DELETE")
            is_new = header.kind != "ours" and _made_tables(connection, path)
            with _transaction(connection, made=path if made else None):
                if which_file(path) != which:
                    raise FileTroubleError(f"The file was moved or removed just now; nothing was changed: {path}")
                writer = Writer(connection, now)
                if check_ours(connection, path) < SCHEMA_VERSION:
                    from paintrack.storage.schema import migrate

                    migrate(connection)
                elif path.stat().st_size < CHECKED_BELOW:
                    check_sound(connection, path)
                if is_new and header.kind == "empty":
                    writer.remarks.append(
                        "The file was empty (0 bytes), as a first run leaves it that was stopped; "
                        f"it is made anew: {path}"
                    )
                yield writer


def _made_tables(connection: sqlite3.Connection, path: Path) -> bool:
    """Give a file of 0 bytes its tables, in a transaction of their own; False when another terminal just did.

    A long first write, killed half-way, then leaves a file whose first bytes still say whose it is.
    """
    with _transaction(connection):
        if check_ours(connection, path) != 0:
            return False
        from paintrack.storage.schema import migrate

        migrate(connection)
        return True


@contextmanager
def _transaction(connection: sqlite3.Connection, *, made: Path | None = None) -> Iterator[None]:
    """One transaction; when the block raises, the file that was `made` for it goes too, if nobody else has used it."""
    connection.execute("BEGIN IMMEDIATE")
    goes = made is not None and not connection.execute("SELECT 1 FROM step").fetchone()
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            if goes and made is not None:
                # While the lock is held: who waits for it sees, once it is free, that the file is gone.
                with suppress(OSError):
                    made.unlink()
            connection.execute("ROLLBACK")
        raise


@contextmanager
def _folders_gone(made: Sequence[Path]) -> Iterator[None]:
    """Take away again, when the block raises, the folders that were made for it, as far as nothing is in them."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            for folder in made:
                folder.rmdir()
        raise
