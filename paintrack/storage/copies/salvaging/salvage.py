"""Saving every readable entry of a damaged file into a new one: row by row, and with `sqlite3 .recover` if present."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from paintrack.errors import FileTroubleError
from paintrack.model.entries import KINDS
from paintrack.storage.copies.salvaging.page_rows import open_rows_of_pages, stored_order
from paintrack.storage.copies.salvaging.rebuilt_root import with_rebuilt_root
from paintrack.storage.copies.salvaging.sqlite3_recovery import (
    has_table,
    lost_entries,
    lost_parts,
    recovered_by_sqlite3,
)
from paintrack.storage.copies.salvaging.table_definition_repair import (
    UNREADABLE,
    is_understood,
    open_with_repaired_definitions,
)
from paintrack.storage.file.connection import check_integrity, configure, translate_errors
from paintrack.storage.file.file_header import APPLICATION_ID, HEADER_SIZE, MAGIC, SCHEMA_VERSION, read_header
from paintrack.storage.file.migrations import migrate
from paintrack.storage.file.tables import definitions
from paintrack.storage.reader import Reader

_PARTS = ("rating", "point", "side_effect")
_OTHERS = ("gone", "setting", "numbering", "page")
# The uids of entries that steps changed and that were not undone; a name with a colon is not a uid.
_JOURNALED = (
    "SELECT DISTINCT uid FROM change JOIN step ON step.id = change.step WHERE NOT undone AND uid NOT LIKE '%:%'"
)
_PAGE_SIZE = 4096
_HALF_OF_UID = 16
# If the readable ends of a table are further apart, the ids between them are not tried one by one.
_WIDEST_GAP = 1_000_000


class Salvage(NamedTuple):
    """The contents of a sound new file, and how many entries of each kind are in it.

    `lost` counts entries that could not be read or break a rule, as far as anything else in the file names them;
    `incomplete` counts sessions of which parts could not be read, if they had any; `unreadable_parts` are the tables.
    `deleted` counts the entries of which it is known that they were deleted. `may_lack_all`: no others could be read,
    and whether there were any is not known.
    """

    content: bytes
    counts: Mapping[str, int]
    lost: int
    incomplete: int
    unreadable_parts: tuple[str, ...]
    deleted: int
    may_lack_all: bool


class _Losses(NamedTuple):
    """What could not be read.

    `entries`: the ids of entries. `parts`: a table, and the id of a session of which no row in it could be read.
    `uids`: the entries that the journal of changes names; those that are missing in the end are lost.
    """

    entries: set[int]
    parts: set[tuple[str, int]]
    uids: set[str]


class _Sources(NamedTuple):
    """The file itself, and what the program sqlite3 recovers from it; None for a source that gives nothing.

    `has_former_contents` is as in `Recovered`. `may_lack_parts`: the file itself has a page of which nothing says
    whether scores, points or side effects stood on it.
    """

    as_it_is: sqlite3.Connection | None
    recovered: sqlite3.Connection | None
    has_former_contents: bool
    may_lack_parts: bool


def salvage(path: Path) -> Salvage:
    """What can be read of the file, which is not changed. Raises FileTroubleError if nothing can be read."""
    losses = _Losses(set(), set(), set())
    with translate_errors(path), closing(sqlite3.connect(":memory:", isolation_level=None)) as target:
        configure(target)
        target.execute("PRAGMA foreign_keys = OFF")
        target.execute("BEGIN")
        migrate(target)
        with _sources(path) as sources:
            _copy_all(sources, target, losses)
            holds_all = sources.as_it_is is not None and _holds_all_entries(sources.as_it_is)
        # Only merges need to know when a value was changed, so unreadable stamps are no reason to lose the values.
        target.execute(
            "UPDATE entry SET changed = NULL WHERE NOT json_valid(changed) OR json_type(changed) <> 'object'"
        )
        _drop_unreadable(target, losses)
        target.execute("COMMIT")
        check_integrity(target, path)
        counts = Reader(target).counts()
        deleted = _uids(target, "SELECT uid FROM entry WHERE deleted IS NOT NULL")
        gone = _uids(target, "SELECT uid FROM gone")
        lost = _lost(target, losses)
        if not counts and not deleted and (lost or not (gone and holds_all)):
            raise FileTroubleError(f"No entry could be read: {path}", path)
        parts = {table: _without_rows(target, table, losses) for table in _PARTS}
        return Salvage(
            target.serialize(),
            {kind: counts[kind] for kind in KINDS if kind in counts},
            lost,
            len(set[int]().union(*parts.values())),
            tuple(table for table, sessions in parts.items() if sessions),
            len(deleted | gone),
            not counts and not holds_all,
        )


def _lost(target: sqlite3.Connection, losses: _Losses) -> int:
    uids = _uids(target, "SELECT uid FROM entry UNION SELECT uid FROM gone")
    halves = {half for uid in uids for half in _halves(uid)}
    # A flipped bit makes another uid of the same entry: one half of it is still that of an entry that is there.
    missing = [uid for uid in losses.uids - uids if halves.isdisjoint(_halves(uid))]
    # A number that no entry has is a damaged one.
    ids = {id_ for id_ in losses.entries if isinstance(id_, int) and id_ > 0}
    return max(len(ids - _ids(target, "SELECT id FROM entry")), len(missing))


def _halves(uid: str) -> tuple[tuple[int, str], tuple[int, str]]:
    return (0, uid[:_HALF_OF_UID]), (1, uid[_HALF_OF_UID:])


def _without_rows(target: sqlite3.Connection, table: str, losses: _Losses) -> set[int]:
    """The sessions whose rows in the table could not be read, from no source; not those that are deleted."""
    lost = {id_ for name, id_ in losses.parts if name == table}
    return lost & _ids(target, "SELECT id FROM entry WHERE deleted IS NULL") - _ids(
        target, f"SELECT entry FROM {table}"
    )


def _ids(target: sqlite3.Connection, query: str) -> set[int]:
    return {row[0] for row in target.execute(query)}


def _uids(source: sqlite3.Connection, query: str) -> set[str]:
    return {row[0] for row in source.execute(query)}


@contextmanager
def _sources(path: Path) -> Iterator[_Sources]:
    with ExitStack() as stack:
        as_it_is, may_lack_parts = _as_it_is(path)
        if as_it_is is not None:
            stack.enter_context(closing(as_it_is))
        dug_up = recovered_by_sqlite3(path)
        if dug_up is None:
            yield _Sources(as_it_is, None, has_former_contents=False, may_lack_parts=may_lack_parts)
            return
        connection = stack.enter_context(closing(dug_up.connection))
        yield _Sources(as_it_is, connection, dug_up.has_former_contents, may_lack_parts)


def _as_it_is(path: Path) -> tuple[sqlite3.Connection | None, bool]:
    """The file itself, with a new header if its own was wiped; None if SQLite cannot open it.

    If its list of tables was wiped, the rows that stand in its pages, and whether a page may have had others.
    """
    content = path.read_bytes()
    has_header = content.startswith(MAGIC)
    if has_header:
        # Raises for another program's file, or a newer paintrack's, which is not to be taken for a damaged one.
        version = read_header(path).version
    else:
        content, version = _header(len(content)) + content[HEADER_SIZE:], SCHEMA_VERSION
    source = open_with_repaired_definitions(with_rebuilt_root(content))
    if version == SCHEMA_VERSION and not (source and all(is_understood(source, table) for table in definitions())):
        rows = open_rows_of_pages(content)
        if rows is not None:
            if source:
                source.close()
            return rows.connection, rows.may_lack_parts
    if not has_header and any(path.read_bytes()[:HEADER_SIZE]) and not (source and is_understood(source, "entry")):
        # Nothing says that it was ever ours.
        read_header(path)
    return source, False


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


def _copy_all(sources: _Sources, target: sqlite3.Connection, losses: _Losses) -> None:
    # Rows that can be read in their place come first, since the program also recovers former contents.
    connections = [each for each in (sources.as_it_is, sources.recovered) if each is not None]
    for source in connections:
        for row in _entries(source, losses):
            _insert_entry(target, row, losses)
    # If all entries were read in their place, a row without a place is a former one.
    if sources.recovered and not (sources.as_it_is and _holds_all_entries(sources.as_it_is)):
        for row in lost_entries(sources.recovered, _columns(sources.recovered, target, "entry")):
            if sources.has_former_contents or len(row) == 1:
                losses.entries.add(row["id"])
            else:
                _insert_entry(target, row, losses)
    sessions = _ids(target, "SELECT id FROM entry WHERE kind = 'session'")
    if sources.as_it_is is None:
        losses.parts.update(("rating", id_) for id_ in sessions)
    if sources.may_lack_parts:
        losses.parts.update((table, id_) for table in _PARTS for id_ in sessions)
    for source in connections:
        tables = [table for table in _PARTS if source is sources.as_it_is or has_table(source, table)]
        losses.parts.update((table, id_) for table in tables if _has_wrong_places(source, table) for id_ in sessions)
        for id_ in sessions:
            for table in tables:
                _copy_parts(source, target, table, id_, losses)
    if sources.recovered and not sources.has_former_contents:
        for table in _PARTS:
            stored = stored_order(target, table)
            for row in lost_parts(sources.recovered, stored):
                if row["entry"] in sessions and (table, row["entry"]) in losses.parts:
                    _insert(target, table, row)
                elif row["entry"] not in sessions:
                    losses.entries.add(row["entry"])
    for source in connections:
        known = _ids_in_indexes(source)
        for table in _PARTS:
            with suppress(*UNREADABLE):
                # Scores whose session is missing show that the session is lost, unless their own number is damaged.
                named = _ids(source, f"SELECT DISTINCT entry FROM {table}")
                losses.entries.update((named if known is None else named & known) - sessions)
        with suppress(*UNREADABLE):
            losses.uids.update(_uids(source, _JOURNALED))
        for table in _OTHERS:
            with suppress(*UNREADABLE):
                for row in _rows(source, f"SELECT * FROM {table}"):
                    _insert(target, table, row)


def _insert_entry(target: sqlite3.Connection, row: dict[str, Any], losses: _Losses) -> None:
    if not _insert(target, "entry", row) and isinstance(row.get("id"), int):
        losses.entries.add(row["id"])


def _copy_parts(source: sqlite3.Connection, target: sqlite3.Connection, table: str, id_: int, losses: _Losses) -> None:
    try:
        rows = [*_rows(source, f"SELECT * FROM {table} WHERE entry = ?", id_)]
    except UNREADABLE:
        rows = []
        losses.parts.add((table, id_))
    # A damaged page leads to rows of other entries, which may not be there.
    losses.parts.update((table, id_) for row in rows if row["entry"] != id_ or not _insert(target, table, row))


def _has_wrong_places(source: sqlite3.Connection, table: str) -> bool:
    """Whether a page of the table says wrongly where its rows are: a search may then miss some without an error."""
    source.execute("PRAGMA cell_size_check = ON")
    try:
        # Fewer columns would be read from an index.
        for _ in source.execute(f"SELECT * FROM {table} NOT INDEXED"):
            pass
    except UNREADABLE:
        return True
    finally:
        # What can be read of such a page is read all the same.
        source.execute("PRAGMA cell_size_check = OFF")
    return False


def _holds_all_entries(source: sqlite3.Connection) -> bool:
    """Whether each entry can be read in its place, and no page refers to a wrong one."""
    try:
        for _ in _rows(source, "SELECT * FROM entry NOT INDEXED"):
            pass
        return str(source.execute("PRAGMA quick_check").fetchone()[0]) == "ok"
    except UNREADABLE:
        return False


def _columns(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> list[str]:
    """The columns of the table in their order: as the source has them if it has the table, else as we define them."""
    connection = source if has_table(source, table) else target
    return [each[1] for each in connection.execute(f"PRAGMA table_info({table})")]


def _drop_unreadable(target: sqlite3.Connection, losses: _Losses) -> None:
    """Remove rows that keep the rules of the tables and yet cannot be read as an entry."""
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
    """The readable rows of the table of entries: from both ends, then by each id between them."""
    query = "SELECT * FROM entry NOT INDEXED"
    first = last = None
    try:
        for row in _rows(source, f"{query} ORDER BY id"):
            first = row["id"]
            yield row
    except UNREADABLE:
        pass
    else:
        return
    with suppress(*UNREADABLE):
        for row in _rows(source, f"{query} ORDER BY id DESC"):
            if first is not None and row["id"] <= first:
                return
            last = row["id"]
            yield row
    begin = 1 if first is None else first + 1
    end = begin + 1000 if last is None else last
    if end - begin > _WIDEST_GAP:
        return
    highest = last or first or 0
    unreadable = []
    for id_ in range(begin, end):
        try:
            for row in _rows(source, f"{query} WHERE id = ?", id_):
                highest = max(highest, id_)
                yield row
        except UNREADABLE:
            unreadable.append(id_)
    known = _ids_in_indexes(source)
    # After the last entry that can be read, there need not be any entry with the id.
    losses.entries.update(id_ for id_ in unreadable if (id_ < highest if known is None else id_ in known))


def _ids_in_indexes(source: sqlite3.Connection) -> set[int] | None:
    """The ids of entries that each readable index has, so not those of purged ones; None if none can be read."""
    ids = None
    for (index,) in source.execute("SELECT name FROM pragma_index_list('entry')").fetchall():
        with suppress(*UNREADABLE):
            named = _ids(source, f'SELECT id FROM entry INDEXED BY "{index}"')
            ids = named if ids is None else ids & named
    return ids


def _rows(source: sqlite3.Connection, query: str, *values: int) -> Iterator[dict[str, Any]]:
    cursor = source.execute(query, values)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def _insert(target: sqlite3.Connection, table: str, row: dict[str, Any]) -> bool:
    """Insert those columns of a row that our table has; False if the row breaks a rule."""
    columns = [each[1] for each in target.execute(f"PRAGMA table_info({table})") if row.get(each[1]) is not None]
    values = [row[column] for column in columns]
    insertion = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    try:
        target.execute(insertion, values)
    except sqlite3.IntegrityError as error:
        # Not a loss if it is there already, from the other source.
        return error.sqlite_errorcode in (sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_UNIQUE)
    except sqlite3.Error:
        return False
    return True
