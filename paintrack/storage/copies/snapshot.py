"""The whole file as bytes, read through SQLite and checked, because a plain copy of a file in use can be damaged."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from paintrack.errors import DamagedFileError, FileTroubleError
from paintrack.model.entries import KINDS
from paintrack.private_file import read_back, write_all
from paintrack.storage.copies.utf8_check import read_all_text
from paintrack.storage.file.connection import check_integrity, check_references
from paintrack.storage.reader import Reader

_HEADER_SIZE = 100
# The bytes of the header that say how the file is written and read; 1 is a rollback journal, 2 a WAL.
_MODE_BYTES = slice(18, 20)


class Snapshot(NamedTuple):
    """The `content` of a file that passed an integrity check, and how many entries of each kind are in it."""

    content: bytes
    counts: Mapping[str, int]


def snapshot(connection: sqlite3.Connection, path: Path) -> Snapshot:
    """The file behind the connection as it is now. Raises FileTroubleError, which names `path`, if it is damaged."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        connection.backup(memory)
        check_integrity(memory, path)
        # A copy that `restore` would refuse is none.
        check_references(memory, path)
        read_all_text(memory)
        memory.row_factory = sqlite3.Row
        counts = Reader(memory).counts()
        return Snapshot(_in_one_file(memory.serialize()), {kind: counts[kind] for kind in KINDS if kind in counts})


def open_snapshot(content: bytes) -> sqlite3.Connection:
    """A database in memory with these unchecked contents; the caller closes it. Raises sqlite3.Error.

    SQL in the contents (triggers and views) cannot call functions that have side effects.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.deserialize(_in_one_file(content))
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def write_verified(descriptor: int, content: bytes, path: Path) -> None:
    """Write a snapshot to the empty file, sync it to the disk, read it back and check it.

    Raises FileTroubleError, which names `path`, if what is read back is damaged, and OSError.
    """
    write_all(descriptor, content)
    content = read_back(descriptor)
    try:
        with closing(open_snapshot(content)) as written:
            check_integrity(written, path)
    except (DamagedFileError, sqlite3.DatabaseError):
        # Not DamagedFileError, since the file that it was copied from is sound.
        raise FileTroubleError(f"What was written is damaged when it is read back: {path}", path) from None


def _in_one_file(content: bytes) -> bytes:
    """The contents with a header that states no WAL, since a copy is one file, and memory has no other."""
    if len(content) < _HEADER_SIZE:
        raise sqlite3.DatabaseError("file is not a database")
    changed = bytearray(content)
    changed[_MODE_BYTES] = b"\x01\x01"
    return bytes(changed)
