"""Connections to the database with paintrack's settings, and one sentence for each thing that can be wrong with it."""

import errno
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path, PurePath

from paintrack.errors import DamagedFileError, FileGoneError, FileTroubleError, ForeignFileError, NewerFileError
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.moment import later_stamp
from paintrack.storage.file.file_header import APPLICATION_ID, SCHEMA_VERSION, Header, read_header

BUSY_SECONDS = 10
# A check before each write costs 20 ms at this size: it reads the whole file.
INTEGRITY_CHECK_MAX_BYTES = 4_000_000
# A check before each read costs 4 of the 150 ms that `list` takes at this size, about 500 sessions.
INTEGRITY_CHECK_BEFORE_READ_MAX_BYTES = 300_000
# What SQLite opens on Linux and macOS: 512 bytes with the end of the string and the ending of the journal.
LONGEST_PATH_BYTES = 504
# Bytes that need no escape in a URI.
_UNESCAPED = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/:"


@contextmanager
def translate_errors(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and the operating system in the block into FileTroubleError with one sentence.

    For a damaged file it is DamagedFileError, and FileGoneError for a file that is taken away meanwhile.
    """
    try:
        yield
    except sqlite3.Error as error:
        if _primary_code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or _is_undecodable(error):
            raise DamagedFileError(path) from error
        if _primary_code(error) == sqlite3.SQLITE_IOERR and not os.path.lexists(path):
            # SQLite reports a disk error if another terminal takes the file away just now.
            raise FileGoneError(path) from error
        raise FileTroubleError(f"{_sentence(error, path)} The file: {path}", path) from error
    except UnicodeDecodeError as error:
        # Damage within a name gets into the message of SQLite, which Python then cannot decode.
        raise DamagedFileError(path) from error
    except OSError as error:
        noun = "folder" if path.is_dir() else "file"
        sentence = _system_sentence(error, f"The {noun} cannot be used")
        raise FileTroubleError(f"{sentence} The {noun}: {path}", path) from error


def _system_sentence(error: OSError, what_failed: str) -> str:
    return "The disk is full." if error.errno == errno.ENOSPC else f"{what_failed} ({error.strerror})."


def _is_undecodable(error: sqlite3.Error) -> bool:
    """Whether a text that was read is not UTF-8. SQLite itself accepts it, and its message would quote it."""
    # paintrack's SQL functions accept any text, so what they fail on is not text.
    return str(error).startswith(("Could not decode to UTF-8", "user-defined function raised exception"))


def _primary_code(error: sqlite3.Error) -> int:
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def _sentence(error: sqlite3.Error, path: Path) -> str:
    code = _primary_code(error)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return "Another program is writing to the file. Try again in a moment."
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return "The file or its folder is read-only."
    if code == sqlite3.SQLITE_FULL:
        return "The disk is full."
    if code == sqlite3.SQLITE_CANTOPEN and len(os.fsencode(path)) > LONGEST_PATH_BYTES:
        return f"The path is longer than the {LONGEST_PATH_BYTES} bytes that SQLite can open."
    if code == sqlite3.SQLITE_CANTOPEN:
        return "The file cannot be opened."
    return f"The file cannot be used ({error})."


def file_uri(path: PurePath) -> str:
    """The `file:` URI of an absolute path. `Path.as_uri` would do, but loads urllib, http and ssl."""
    text = path.as_posix()
    encoded = "".join(chr(byte) if byte in _UNESCAPED else f"%{byte:02X}" for byte in os.fsencode(text))
    # A Windows path starts with its drive letter, without a slash.
    return f"file://{'' if text.startswith('/') else '/'}{encoded}"


def connect(path: Path, *, mode: str = "rw", busy_seconds: float | None = None) -> sqlite3.Connection:
    """A connection to an existing file, outside a transaction, with paintrack's settings; mode `ro` never writes.

    `busy_seconds`: how long it waits for another program that is writing; None for BUSY_SECONDS.
    """
    busy_seconds = BUSY_SECONDS if busy_seconds is None else busy_seconds
    connection = sqlite3.connect(f"{file_uri(path)}?mode={mode}", uri=True, timeout=busy_seconds, isolation_level=None)
    try:
        configure(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def configure(connection: sqlite3.Connection) -> None:
    """Give the connection paintrack's settings and SQL functions. Must be called outside a transaction."""
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    # EXTRA also syncs the folder after the journal is deleted, so that an entry reported as saved survives a power cut.
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA trusted_schema = OFF")
    # 8 MB, allocated as needed: with the default of 2 MB a long import reads its indexes from the disk again and
    # again; more than 8 MB makes it no faster.
    connection.execute("PRAGMA cache_size = -8000")
    connection.create_function("folded", 1, lambda text: text and folded(text), deterministic=True)
    connection.create_function("later_stamp", 2, later_stamp, deterministic=True)


def create_private_folders(folder: Path) -> list[Path]:
    """Create the folder and its parents, as far as they are missing, and return those created, the innermost first.

    Only their owner can look into them. Raises FileTroubleError.
    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        try:
            each.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            sentence = _system_sentence(error, "A folder cannot be made")
            raise FileTroubleError(f"{sentence} The folder: {each}", each) from error
    return missing


def file_identity(path: Path) -> tuple[int, int] | None:
    """The device and inode number of the file; None if there is no file."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_dev, status.st_ino


def make_private(path: Path) -> None:
    """Let only the owner read and write the file, in case another tool has widened its permissions."""
    if os.name == "posix" and (status := path.stat()).st_mode & 0o077 and status.st_uid == os.geteuid():
        path.chmod(0o600)


def settled_header(path: Path) -> Header:
    """The header of the file, after what a killed process left half written has been rolled back.

    The process may have written the header of a first run or of an upgrade; its journal makes the file what it was
    before, empty or of an older version. Raises FileTroubleError.
    """
    header = read_header(path)
    if header.kind == "paintrack" and os.path.lexists(f"{path}-journal"):
        with translate_errors(path), closing(connect(path)) as connection:
            # The first read rolls back. If another terminal is writing, it waits until that has finished.
            connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
        header = read_header(path)
    return header


def read_header_for_write(path: Path) -> Header:
    """The settled header before a write. For a file of 0 bytes it waits up to half a second: another terminal may be
    creating it.
    """
    deadline = time.monotonic() + 0.5
    while (header := settled_header(path)).kind == "empty" and time.monotonic() < deadline:
        time.sleep(0.02)
    return header


def verify_application_id(connection: sqlite3.Connection, path: Path) -> int:
    """The schema version of the file; 0 if it has no tables.

    To be called in the transaction, because the file may have been replaced since its header was read. Raises
    ForeignFileError if it belongs to another program, NewerFileError if it belongs to a newer paintrack.
    """
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    if application == version == 0 and not connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
        return 0
    if application != APPLICATION_ID:
        raise ForeignFileError(path)
    if version > SCHEMA_VERSION:
        raise NewerFileError(path)
    return version


def check_references(connection: sqlite3.Connection, path: Path) -> None:
    """Check that each row refers to one that is there. Raises DamagedFileError."""
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise DamagedFileError(path)


def check_integrity(connection: sqlite3.Connection, path: Path) -> None:
    """Check the whole file and its indexes. Raises DamagedFileError."""
    # quick_check would miss a row that is absent from an index.
    integrity = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if integrity != "ok":
        raise DamagedFileError(path)
