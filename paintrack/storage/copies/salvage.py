"""Every readable entry out of a damaged file, into a new one: row by row, and by `sqlite3 .recover` where present."""

import shutil
import sqlite3
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

from paintrack.errors import FileTroubleError
from paintrack.model.entries import KINDS
from paintrack.storage.copies.snapshot import open_snapshot
from paintrack.storage.file.connection import check_integrity, configure, translate_errors
from paintrack.storage.file.file_header import APPLICATION_ID, HEADER_SIZE, SCHEMA_VERSION, read_header
from paintrack.storage.file.schema import migrate
from paintrack.storage.reader import Reader

_PARTS = ("rating", "point", "side_effect")
_OTHERS = ("gone", "setting", "numbering", "page")
_PAGE_SIZE = 4096
# How far apart the readable ends of a table may be for each id between them to be looked for.
_WIDEST_GAP = 1_000_000
_SECONDS = 600
# The second where not even SQLite's message, or the name of a column, can be read.
_UNREADABLE = (sqlite3.Error, UnicodeDecodeError)


class Salvage(NamedTuple):
    """The contents of a sound new file, how many entries of each kind are in it, and of how many something was lost:
    entries that could not be read or break a rule, and entries whose scores, points or side effects could not.
    """

    content: bytes
    counts: Mapping[str, int]
    lost: int
    incomplete: int


class _Losses(NamedTuple):
    """The ids of entries that could not be read, and of sessions of which a part could not."""

    entries: set[int]
    parts: set[int]


def salvage(path: Path) -> Salvage:
    """What can be read of the file, which is only read. Raises FileTroubleError when that is nothing."""
    losses = _Losses(set(), set())
    with translate_errors(path), closing(sqlite3.connect(":memory:", isolation_level=None)) as target:
        configure(target)
        target.execute("PRAGMA foreign_keys = OFF")
        target.execute("BEGIN")
        migrate(target)
        # What can still be read in its place comes first: the program also digs up what was there before.
        for open_source in (_as_it_is, _recovered):
            source = open_source(path)
            if source is not None:
                with closing(source):
                    _copy_all(source, target, losses)
        # When which value was changed is for merges alone, and no reason to lose the values.
        target.execute(
            "UPDATE entry SET changed = NULL WHERE NOT json_valid(changed) OR json_type(changed) <> 'object'"
        )
        _drop_unreadable(target, losses)
        target.execute("COMMIT")
        check_integrity(target, path)
        counts = Reader(target).counts()
        if not counts:
            raise FileTroubleError(f"No entry could be read: {path}")
        return Salvage(
            target.serialize(),
            {kind: counts[kind] for kind in KINDS if kind in counts},
            len(losses.entries - _ids(target, "SELECT id FROM entry")),
            len(losses.parts - _ids(target, "SELECT entry FROM rating")),
        )


def _ids(target: sqlite3.Connection, query: str) -> set[int]:
    return {row[0] for row in target.execute(query)}


def _recovered(path: Path) -> sqlite3.Connection | None:
    """What the program sqlite3 gets out of the file; None without it, or where it gets nothing."""
    program = shutil.which("sqlite3")
    if program is None:
        return None
    try:
        done = subprocess.run(
            [program, "-readonly", str(path.absolute()), ".recover"], capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    recovered = sqlite3.connect(":memory:", isolation_level=None)
    # The statements come out of a file that nobody vouches for.
    recovered.set_authorizer(_only_in_memory)
    statement = ""
    for line in done.stdout.decode("utf-8", "replace").splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            with suppress(sqlite3.Error, sqlite3.Warning):
                recovered.execute(statement)
            statement = ""
    recovered.set_authorizer(None)
    if recovered.execute("SELECT 1 FROM sqlite_schema WHERE name = 'entry' AND type = 'table'").fetchone():
        return recovered
    # Some builds of the program lack what `.recover` needs.
    recovered.close()
    return None


def _only_in_memory(action: int, *_: str | None) -> int:
    return sqlite3.SQLITE_DENY if action in (sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH) else sqlite3.SQLITE_OK


def _as_it_is(path: Path) -> sqlite3.Connection | None:
    """The file itself, with a header where that was wiped; None where SQLite cannot open it."""
    content = path.read_bytes()
    if not any(content[:HEADER_SIZE]):
        content = _header(len(content)) + content[HEADER_SIZE:]
    else:
        # Another program's file, or a newer one, is not taken for a damaged one.
        read_header(path)
    try:
        source = open_snapshot(content)
    except sqlite3.Error:
        return None
    try:
        source.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except _UNREADABLE:
        source.close()
        return None
    return source


def _header(size: int) -> bytes:
    """A header as paintrack's files have it: https://www.sqlite.org/fileformat2.html#the_database_header."""

    def number(value: int, length: int = 4) -> bytes:
        return value.to_bytes(length, "big")

    pages = number(-(-size // _PAGE_SIZE))
    counter = number(1)
    beginning = b"SQLite format 3\0" + number(_PAGE_SIZE, 2) + bytes([1, 1, 0, 64, 32, 32]) + counter + pages
    # No free pages; schema format 4, UTF-8; the version of SQLite that wrote it.
    middle = bytes(8) + counter + number(4) + bytes(8) + number(1) + number(SCHEMA_VERSION) + bytes(4)
    end = number(APPLICATION_ID) + bytes(20) + counter + number(sqlite3.sqlite_version_info[1] * 1000 + 3_000_000)
    return beginning + middle + end


def _copy_all(source: sqlite3.Connection, target: sqlite3.Connection, losses: _Losses) -> None:
    for row in _entries(source, losses):
        if not _insert(target, "entry", row) and isinstance(row.get("id"), int):
            losses.entries.add(row["id"])
    for id_ in _ids(target, "SELECT id FROM entry WHERE kind = 'session'"):
        for table in _PARTS:
            try:
                rows = [*_rows(source, f"SELECT * FROM {table} WHERE entry = ?", id_)]
            except _UNREADABLE:
                rows = []
                losses.parts.add(id_)
            # A damaged page leads to rows of other entries, which may not be there.
            losses.parts.update(id_ for row in rows if row["entry"] != id_ or not _insert(target, table, row))
    for table in _OTHERS:
        with suppress(*_UNREADABLE):
            for row in _rows(source, f"SELECT * FROM {table}"):
                _insert(target, table, row)


def _drop_unreadable(target: sqlite3.Connection, losses: _Losses) -> None:
    """Leave out what keeps the rules of the tables and yet is no entry."""
    reader = Reader(target)
    for id_, uid in target.execute("SELECT id, uid FROM entry").fetchall():
        try:
            reader.by_uid(uid)
        except (ValueError, TypeError, LookupError, ArithmeticError):
            losses.entries.add(id_)
            for table in _PARTS:
                target.execute(f"DELETE FROM {table} WHERE entry = ?", (id_,))
            target.execute("DELETE FROM entry WHERE id = ?", (id_,))


def _entries(source: sqlite3.Connection, losses: _Losses) -> Iterator[dict[str, Any]]:
    """The readable rows of the table of entries: from both ends, then each id between them."""
    query = "SELECT * FROM entry NOT INDEXED"
    first = last = None
    try:
        for row in _rows(source, f"{query} ORDER BY id"):
            first = row["id"]
            yield row
    except _UNREADABLE:
        pass
    else:
        return
    with suppress(*_UNREADABLE):
        for row in _rows(source, f"{query} ORDER BY id DESC"):
            if first is not None and row["id"] <= first:
                return
            last = row["id"]
            yield row
    begin = 1 if first is None else first + 1
    end = begin + 1000 if last is None else last
    if end - begin > _WIDEST_GAP:
        return
    for id_ in range(begin, end):
        try:
            yield from _rows(source, f"{query} WHERE id = ?", id_)
        except _UNREADABLE:
            losses.entries.add(id_)


def _rows(source: sqlite3.Connection, query: str, *values: int) -> Iterator[dict[str, Any]]:
    cursor = source.execute(query, values)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def _insert(target: sqlite3.Connection, table: str, row: dict[str, Any]) -> bool:
    """Insert a row as far as our table has its columns; False where it breaks a rule."""
    columns = [each[1] for each in target.execute(f"PRAGMA table_info({table})") if row.get(each[1]) is not None]
    values = [row[column] for column in columns]
    insertion = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    try:
        target.execute(insertion, values)
    except sqlite3.IntegrityError as error:
        # It is there already, from the other source.
        return error.sqlite_errorcode in (sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_UNIQUE)
    except sqlite3.Error:
        return False
    return True
