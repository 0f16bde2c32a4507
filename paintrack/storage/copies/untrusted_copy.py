"""Opening any copy of a paintrack file to restore or merge it: an untrusted file, only read and fully checked."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from paintrack.errors import DamagedFileError, FileTroubleError, InvalidContentError, NoSuchFileError
from paintrack.model.selection import Selection
from paintrack.path_checks import exists, is_absent, is_regular_file, real_path
from paintrack.storage.copies.encryption import decrypt, is_encrypted, reject_missing_extra
from paintrack.storage.copies.snapshot import open_snapshot
from paintrack.storage.file.connection import (
    BUSY_SECONDS,
    check_integrity,
    check_references,
    configure,
    file_uri,
    translate_errors,
    verify_application_id,
)
from paintrack.storage.file.file_header import HEADER_SIZE, parse_header, read_header
from paintrack.storage.file.migrations import enforce_definitions, migrate
from paintrack.storage.reader import Reader

# Bytes; the copy is held in memory.
LARGEST_COPY = 1_000_000_000
_BINARY = getattr(os, "O_BINARY", 0)


class SourceCopy(NamedTuple):
    """A sound copy in memory, upgraded to the newest version: its entries, and all of it as a database.

    `left_out` are the names of triggers that another tool made; they would run at every write, so they are left out.
    """

    reader: Reader
    connection: sqlite3.Connection
    left_out: tuple[str, ...]


@contextmanager
def open_source_copy(path: Path, passphrase: Callable[[], str]) -> Iterator[SourceCopy]:
    """The copy of a paintrack file at `path`: plain or encrypted, of any version up to ours. It is only read.

    `passphrase` is called only for an encrypted one. All of the copy is checked before the block begins: that it is
    paintrack's and not newer, its integrity, its references, that each table keeps our rules, and that each entry can
    be read. Raises FileTroubleError, and MissingExtraError if the extra that decrypts is not installed.
    """
    with _damage_of_a_copy(path):
        memory = _in_memory(path, passphrase)
    with closing(memory):
        with _damage_of_a_copy(path):
            left_out = _check_and_upgrade(memory, path)
        with translate_errors(path):
            yield SourceCopy(Reader(memory), memory, left_out)


@contextmanager
def _damage_of_a_copy(path: Path) -> Iterator[None]:
    """Turn errors in the block into FileTroubleError that say the damage is the copy's, not the patient's file's."""
    try:
        with translate_errors(path):
            yield
    except DamagedFileError:
        raise FileTroubleError(f"The copy is damaged: {path}", path) from None


def _in_memory(path: Path, passphrase: Callable[[], str]) -> sqlite3.Connection:
    """The contents, which nothing but the header vouches for."""
    if is_absent(path):
        raise NoSuchFileError(path)
    if is_regular_file(path) and path.stat().st_size > LARGEST_COPY:
        raise FileTroubleError(f"The file is larger than {LARGEST_COPY // 1_000_000} MB: {path}", path)
    if is_encrypted(path):
        reject_missing_extra()
        content = decrypt(path.read_bytes(), passphrase(), path)
        parse_header(content[:HEADER_SIZE], path)
        return open_snapshot(content)
    header = read_header(path)
    if header.kind == "empty":
        raise FileTroubleError(f"The file is empty (0 bytes): {path}", path)
    real = real_path(path)
    if header.is_in_wal_mode and not exists(Path(f"{real}-shm")):
        # Nobody has it open. SQLite would make files beside it.
        return open_snapshot(_settled_content(real))
    try:
        return open_snapshot(_read_with_sqlite(real, "ro"))
    except sqlite3.OperationalError:
        if not any(exists(each) for each in _beside(real)):
            raise
    return open_snapshot(_settled_content(real))


def _beside(real: Path) -> list[Path]:
    """Where SQLite keeps what belongs to the file besides itself."""
    return [Path(f"{real}{ending}") for ending in ("-journal", "-wal")]


def _read_with_sqlite(path: Path, mode: str) -> bytes:
    uri = f"{file_uri(path)}?mode={mode}"
    with closing(sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)) as source:
        # Somebody may be writing to it. This waits for the lock, but not for ever, as a backup would.
        source.execute("BEGIN")
        source.execute("SELECT 1 FROM sqlite_schema").fetchone()
        return source.serialize()


def _settled_content(real: Path) -> bytes:
    """The content once SQLite has settled what a killed process left half written, in a private copy for an instant.

    Settling it in its place would change a file that is only to be read.
    """
    paths = [real, *filter(exists, _beside(real))]
    if paths == [real]:
        return real.read_bytes()
    with TemporaryDirectory(prefix="paintrack-") as folder:
        states = [_state(each) for each in paths]
        for each in paths:
            descriptor = os.open(Path(folder, each.name), os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(each.read_bytes())
        if [real, *filter(exists, _beside(real))] != paths or [_state(each) for each in paths] != states:
            raise FileTroubleError(
                f"Another program is writing to the file. Try again in a moment. The file: {real}", real
            )
        return _read_with_sqlite(Path(folder, real.name), "rw")


def _state(path: Path) -> tuple[int, int, int]:
    status = path.stat()
    return status.st_ino, status.st_size, status.st_mtime_ns


def _check_and_upgrade(memory: sqlite3.Connection, path: Path) -> tuple[str, ...]:
    """Check the contents, drop their triggers and upgrade them; returns the names of the triggers."""
    if verify_application_id(memory, path) == 0:
        raise FileTroubleError(f"Nothing was ever saved in {path}.", path)
    check_integrity(memory, path)
    check_references(memory, path)
    triggers = [name for (name,) in memory.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")]
    configure(memory)
    memory.execute("PRAGMA foreign_keys = OFF")
    memory.execute("BEGIN")
    try:
        for name in triggers:
            memory.execute('DROP TRIGGER "{}"'.format(name.replace('"', '""')))
        migrate(memory)
        # The rules that the file states are not trusted: each row has to pass our own.
        enforce_definitions(memory)
        memory.execute("COMMIT")
        check_references(memory, path)
        _read_all(memory)
    except (ValueError, TypeError, LookupError, ArithmeticError, AttributeError, AssertionError, RecursionError):
        raise InvalidContentError(path) from None
    memory.execute("PRAGMA foreign_keys = ON")
    return tuple(triggers)


def _read_all(memory: sqlite3.Connection) -> None:
    """Read each entry, including deleted ones. Raises whatever reading them would raise later.

    The journal is not read: undo refuses what it cannot read there, and that does not make a backup worthless.
    """
    reader = Reader(memory)
    for _ in reader.stream(Selection()):
        pass
    deleted = memory.execute("SELECT uid FROM entry WHERE deleted IS NOT NULL").fetchall()
    for (uid,) in deleted:
        reader.by_uid(uid)
    reader.stored_settings()
