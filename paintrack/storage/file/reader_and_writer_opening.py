"""Opening the file for reading or for one write, with context managers that leave no connection or transaction open."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from paintrack.errors import FileGoneError, FileTroubleError, NoDiaryError
from paintrack.storage.file.connection import (
    INTEGRITY_CHECK_BEFORE_READ_MAX_BYTES,
    INTEGRITY_CHECK_MAX_BYTES,
    check_integrity,
    connect,
    create_private_folders,
    file_identity,
    make_private,
    read_header_for_write,
    settled_header,
    translate_errors,
    verify_application_id,
)
from paintrack.storage.file.file_header import NEWEST_VIEW_MARK, SCHEMA_VERSION, VIEW_MARK
from paintrack.storage.reader import Reader
from paintrack.write_state import WriteState, note_write

if TYPE_CHECKING:
    from paintrack.storage.writer import Writer


@contextmanager
def open_reader(path: Path, *, checked: bool = False) -> Iterator[Reader]:
    """The file in one consistent state. A missing file reads as an empty history and is not created.

    `checked`: the whole file is checked first, because what is read is to leave it; a small file is always checked.
    Raises FileTroubleError.
    """
    header = settled_header(path)
    if header.kind != "paintrack":
        empty_history = Reader(None)
        if header.kind == "empty":
            empty_history.warnings.append(f"The file is empty (0 bytes); nothing was ever saved in it: {path}")
        yield empty_history
        return
    with translate_errors(path), closing(connect(path)) as connection:
        connection.execute("BEGIN")
        version = verify_application_id(connection, path)
        if checked or path.stat().st_size < INTEGRITY_CHECK_BEFORE_READ_MAX_BYTES:
            check_integrity(connection, path)
        if 0 < version < SCHEMA_VERSION:
            from paintrack.storage.file.upgrade import upgraded_copy

            with closing(upgraded_copy(connection)) as copy:
                yield Reader(copy)
        else:
            yield Reader(connection)


@contextmanager
def open_writer(path: Path, now: datetime, *, create: bool = True) -> "Iterator[Writer]":
    """One write: a transaction that is committed when the block ends and rolled back if it raises.

    Creates a missing file and its tables, and removes them again if the block raises; if `create` is False it raises
    NoDiaryError instead. Once the block has ended, the changes are on the disk. Raises FileTroubleError.
    """
    # Reading needs none of it.
    from paintrack.storage.writer import Writer

    with translate_errors(path):
        header = read_header_for_write(path)
        if header.kind != "paintrack" and not create:
            raise NoDiaryError(path)
        upgrades = []
        if 0 < header.version < SCHEMA_VERSION:
            from paintrack.storage.file.upgrade import upgrade

            upgrades = upgrade(path, now)
        folders, is_created = _create(path) if header.kind == "absent" else ([], False)
        make_private(path)
        identity = file_identity(path)
        with _remove_folders_on_error(folders), closing(connect(path)) as connection:
            if header.is_in_wal_mode:
                # All of the diary must be in one file, without a second one that may be forgotten in a copy.
                connection.execute("PRAGMA journal_mode = DELETE")
            has_new_tables = header.kind != "paintrack" and not is_created and _create_tables(connection, path)
            with write_transaction(connection, new_file=path if is_created else None):
                if file_identity(path) != identity:
                    raise FileGoneError(path)
                writer = Writer(connection, now)
                writer.upgrades += upgrades
                if verify_application_id(connection, path) < SCHEMA_VERSION:
                    # Another terminal has just put an older file in its place.
                    raise FileTroubleError(f"The file was replaced just now; try again: {path}", path)
                if path.stat().st_size < INTEGRITY_CHECK_MAX_BYTES:
                    check_integrity(connection, path)
                _renew_outdated_views(connection)
                if has_new_tables and header.kind == "empty":
                    writer.warnings.append(
                        "The file was empty (0 bytes), as a first run leaves it that was stopped; "
                        f"it is made anew: {path}"
                    )
                yield writer
            note_write(WriteState.SAVED)


def _create(path: Path) -> tuple[list[Path], bool]:
    """Make an empty diary and the folders it is in, as far as they are missing.

    Returns the folders that were made, the innermost first, and whether the diary was: another terminal may be faster.
    """
    from paintrack.storage.file.creation import create_diary

    folders = create_private_folders(path.parent)
    with _remove_folders_on_error(folders):
        return folders, create_diary(path)


def _create_tables(connection: sqlite3.Connection, path: Path) -> bool:
    """Create the tables in a file of 0 bytes, as an older paintrack left it; False if another terminal just did.

    In a transaction of its own, so that a long first write that is killed leaves a file with paintrack's header.
    """
    with write_transaction(connection):
        if verify_application_id(connection, path) != 0:
            return False
        from paintrack.storage.file.migrations import migrate

        migrate(connection)
        return True


def _renew_outdated_views(connection: sqlite3.Connection) -> None:
    """Make paintrack's views anew if an earlier paintrack made them otherwise, in a file of today's version."""
    outdated = "SELECT 1 FROM sqlite_schema WHERE type = 'view' AND instr(sql, ?) AND NOT instr(sql, ?)"
    if connection.execute(outdated, (VIEW_MARK, NEWEST_VIEW_MARK)).fetchone():
        from paintrack.storage.file.migrations import renew_views

        renew_views(connection)


@contextmanager
def write_transaction(connection: sqlite3.Connection, *, new_file: Path | None = None) -> Iterator[None]:
    """One transaction, committed when the block ends and rolled back if it raises.

    If the disk fails so late that neither is certain, this is noted in the write state. If the block raises, the
    `new_file` that was created for it is removed, unless others have used it.
    """
    connection.execute("BEGIN IMMEDIATE")
    is_unused = new_file is not None and not connection.execute("SELECT 1 FROM step").fetchone()
    is_committing = False
    try:
        yield
        is_committing = True
        connection.execute("COMMIT")
    except BaseException:
        if is_committing and not connection.in_transaction:
            note_write(WriteState.UNKNOWN)
        if connection.in_transaction:
            if is_unused and new_file is not None:
                # Removed while the lock is held, so that whoever waits for it sees that the file is gone.
                with suppress(OSError):
                    new_file.unlink()
            connection.execute("ROLLBACK")
        raise


@contextmanager
def _remove_folders_on_error(folders: Sequence[Path]) -> Iterator[None]:
    """Remove the folders that were created for the block if it raises, as far as they are empty."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            for folder in folders:
                folder.rmdir()
        raise
