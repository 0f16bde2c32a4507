"""The rows of a file of which nothing says any more where its tables are: found page by page, told apart by their form.

https://www.sqlite.org/fileformat2.html#b_tree_pages and https://www.sqlite.org/fileformat2.html#record_format
"""

import sqlite3
import struct
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from paintrack.model.entries import KINDS
from paintrack.storage.file.tables import INDEXES, definitions

# The first byte of a page: one of a table with its rows, and those of a table that is stored like an index.
_ROWS, _INDEX_INTERIOR, _INDEX_LEAF = 0x0D, 0x02, 0x0A
# One of a table with rowid that leads to those with its rows.
_INTERIOR = 0x05
# What the first value of each row says in the table that SQLite keeps of all others.
_SCHEMA_TYPES = ("table", "index", "view", "trigger")
# SQLite's own page size comes first.
_PAGE_SIZES = (4096, 512, 1024, 2048, 8192, 16384, 32768, 65536)
_TYPES: dict[str, type | tuple[type, ...]] = {"INTEGER": int, "TEXT": str, "REAL": (int, float)}
_INTEGER_SIZES = (0, 1, 2, 3, 4, 6, 8)


class _Table(NamedTuple):
    """A table of ours: its columns in the order in which they are stored, each with its types and if it must be set."""

    name: str
    has_rowid: bool
    columns: list[tuple[str, type | tuple[type, ...], bool]]

    def fits(self, has_rowid: bool, row: Sequence[Any]) -> bool:
        return (
            has_rowid == self.has_rowid
            and len(row) == len(self.columns)
            and all(
                isinstance(value, types) or (value is None and not is_needed)
                for value, (_, types, is_needed) in zip(row, self.columns, strict=True)
            )
            # An index holds other names together with a number, too.
            and (self.name != "numbering" or row[0] in KINDS)
        )


class PageRows(NamedTuple):
    """Our tables in memory with the rows found; their rules are not checked yet. The caller closes the connection.

    `may_lack_parts`: there is a page on which scores, points or side effects may have stood.
    """

    connection: sqlite3.Connection
    may_lack_parts: bool


def open_rows_of_pages(content: bytes) -> PageRows | None:
    """The rows of our tables that stand in the pages; None without any."""
    # At another size than the file's a page may begin where one does, but not each of them.
    rows_by_size = {size: _number_of_rows(content, size) for size in _PAGE_SIZES}
    size = max(rows_by_size, key=lambda each: rows_by_size[each])
    if not rows_by_size[size]:
        return None
    source = sqlite3.connect(":memory:", isolation_level=None)
    source.execute("PRAGMA ignore_check_constraints = ON")
    for table, definition in definitions().items():
        source.execute(f"CREATE TABLE {table} {definition}")
    _fill(source, content, size)
    if source.execute("SELECT EXISTS (SELECT 1 FROM entry UNION ALL SELECT 1 FROM gone)").fetchone()[0]:
        return PageRows(source, _may_lack_parts(content, size, _number_of_trees(source)))
    source.close()
    return None


def _number_of_trees(source: sqlite3.Connection) -> int:
    """How many tables and indexes a file of ours has, each on pages of its own; `source` has our tables."""
    (number,) = source.execute("SELECT count(*) FROM sqlite_schema WHERE rootpage > 0").fetchone()
    # The two of sqlite-utils: the table of migrations and its index.
    return int(number) + len(INDEXES) + 2


def _may_lack_parts(content: bytes, size: int, trees: int) -> bool:
    """Whether a page cannot be read that may have had scores, points or side effects; the first one does not count.

    A page of nothing but NUL was never used, unless a page of an index, or of a table stored like one, leads to it, or
    the first page of one of the `trees` is missing, which it may be.
    """
    pages = len(content) // size
    lists = {number for number in range(2, pages + 1) if _listed_as_free(content, size, number)}
    numbers = {*range(2, pages + 1)} - _free_pages(content, size) - lists
    used = {number: _page(content, size, number) for number in numbers}
    of_trees = {number: page for number, page in used.items() if _is_tree_page(page)}
    led_to = {child for page in of_trees.values() for child in _children(page)}
    parts = {child for page in of_trees.values() if page[0] == _INDEX_INTERIOR for child in _children(page)}
    first = [page for number, page in of_trees.items() if number not in led_to and not _lists_tables(content, page)]
    # Where a first page is lost, the pages that it led to seem to be first ones, so there may be more of them, too.
    is_tree_missing = len(first) != trees
    for number, page in used.items():
        if not any(page):
            if is_tree_missing or number in parts:
                return True
        elif number not in of_trees and not _is_rest_of_row(page, pages):
            return True
    return False


def _lists_tables(content: bytes, page: bytes) -> bool:
    """Whether the rows of the page name tables, indexes and views: SQLite's first page leads to such pages."""
    return page[0] == _ROWS and any(values[:1] and values[0] in _SCHEMA_TYPES for _, values in _cells(content, page))


def _page(content: bytes, size: int, number: int) -> bytes:
    return content[(number - 1) * size : number * size]


def _is_tree_page(page: bytes) -> bool:
    """Whether the page looks like one with rows, or one that leads to such."""
    count, first = (int.from_bytes(page[place : place + 2], "big") for place in (3, 5))
    is_of_tree = page[0] in (_ROWS, _INTERIOR, _INDEX_INTERIOR, _INDEX_LEAF)
    return is_of_tree and 8 + 2 * count <= (first or 65536) <= len(page)


def _is_rest_of_row(page: bytes, pages: int) -> bool:
    """Whether the page may be a part of a long row: it begins with the number of the page after it, 0 for none."""
    return page[0] not in (_ROWS, _INTERIOR, _INDEX_INTERIOR, _INDEX_LEAF) and int.from_bytes(page[:4], "big") <= pages


def _children(page: bytes) -> list[int]:
    """The pages to which this one of a tree leads."""
    if page[0] not in (_INTERIOR, _INDEX_INTERIOR):
        return []
    places = [int.from_bytes(page[at : at + 2], "big") for at in range(12, 12 + 2 * _count(page), 2)]
    return [int.from_bytes(page[place : place + 4], "big") for place in (8, *places)]


def _count(page: bytes) -> int:
    return int.from_bytes(page[3:5], "big")


def _number_of_rows(content: bytes, size: int) -> int:
    """How many rows the pages of this size have by their own account."""
    total = 0
    for start in range(size, len(content) - size + 1, size):
        if content[start] in (_ROWS, _INDEX_INTERIOR, _INDEX_LEAF):
            count, first = struct.unpack_from(">HH", content, start + 3)
            # The places of the rows stand before the rows.
            total += count if 8 + 2 * count <= first < size else 0
    return total


def _fill(source: sqlite3.Connection, content: bytes, size: int) -> None:
    tables = {name: _table(source, name) for name in definitions()}
    rows: list[tuple[_Table, Sequence[Any]]] = []
    for id_, values in _rows(content, size):
        table = next((each for each in tables.values() if each.fits(id_ is not None, values)), None)
        if table is not None:
            rows.append((table, [id_, *values[1:]] if table.has_rowid else values))
    # Of two states of an entry the later stays.
    edited = [name for name, *_ in tables["entry"].columns].index("edited")
    rows.sort(key=lambda each: each[1][edited] if each[0].name == "entry" else "")
    for table, row in rows:
        names = ", ".join(name for name, *_ in table.columns)
        marks = ", ".join("?" * len(row))
        with suppress(sqlite3.IntegrityError):
            source.execute(f"INSERT OR REPLACE INTO {table.name} ({names}) VALUES ({marks})", row)


def _table(source: sqlite3.Connection, name: str) -> _Table:
    columns = {each[1]: each for each in source.execute(f"PRAGMA table_info({name})")}
    has_rowid = [each[1] for each in columns.values() if each[5]] == ["id"]
    forms = []
    for each in columns if has_rowid else stored_order(source, name):
        _, column, declared, is_needed, *_ = columns[each]
        # A rowid is null in its row.
        types = type(None) if has_rowid and column == "id" else _TYPES[declared]
        forms.append((column, types, bool(is_needed)))
    return _Table(name, has_rowid, forms)


def stored_order(connection: sqlite3.Connection, table: str) -> list[str]:
    """The columns of a table without rowid in the order in which they are stored: first those of its key."""
    columns = [(name, place) for _, name, _, _, _, place in connection.execute(f"PRAGMA table_info({table})")]
    key = sorted((place, name) for name, place in columns if place)
    return [*(name for _, name in key), *(name for name, place in columns if not place)]


def _rows(content: bytes, size: int) -> Iterator[tuple[int | None, list[Any]]]:
    """The rowid, None without one, and the values of each row; not of free pages, which have former contents."""
    pages = len(content) // size
    free = _free_pages(content, size)
    for number in range(2, pages + 1):
        page = _page(content, size, number)
        if page[0] in (_ROWS, _INDEX_INTERIOR, _INDEX_LEAF) and number not in free:
            yield from _cells(content, page)


def _cells(content: bytes, page: bytes) -> Iterator[tuple[int | None, list[Any]]]:
    start = 12 if page[0] == _INDEX_INTERIOR else 8
    for place in range(start, min(start + 2 * _count(page), len(page) - 1), 2):
        with suppress(IndexError, ValueError, struct.error):
            yield _cell(content, page, int.from_bytes(page[place : place + 2], "big"))


def _free_pages(content: bytes, size: int) -> set[int]:
    """The pages that any other one lists as free."""
    pages = len(content) // size
    return {page for number in range(2, pages + 1) for page in _listed_as_free(content, size, number)}


def _listed_as_free(content: bytes, size: int, number: int) -> list[int]:
    """The pages that this one lists as free; none if it is no such list, which begins with the number of the next."""
    page = _page(content, size, number)
    following, count = struct.unpack(">II", page[:8])
    if not 0 < count <= size // 4 - 2:
        return []
    pages = struct.unpack(f">{count}I", page[8 : 8 + 4 * count])
    is_list = following <= len(content) // size and all(1 < each <= len(content) // size for each in pages)
    return [*pages] if is_list else []


def _cell(content: bytes, page: bytes, place: int) -> tuple[int | None, list[Any]]:
    """The row whose cell begins at this place, with what of it is on further pages."""
    size, id_ = len(page), None
    length, place = _number(page, place + 4 if page[0] == _INDEX_INTERIOR else place)
    if page[0] == _ROWS:
        id_, place = _number(page, place)
    if length > len(content) or (id_ or 0) >= 2**63:
        raise ValueError("No row has such a length or id.")
    least = (size - 12) * 32 // 255 - 23
    most = size - 35 if page[0] == _ROWS else (size - 12) * 64 // 255 - 23
    local = least + (length - least) % (size - 4)
    here = length if length <= most else local if local <= most else least
    record, following = bytearray(page[place : place + here]), page[place + here : place + here + 4]
    while len(record) < length:
        start = (int.from_bytes(following, "big") - 1) * size
        more = content[start : start + size] if start > 0 else b""
        if not any(more):
            raise ValueError("The rest of the row is missing.")
        record += more[4 : 4 + length - len(record)]
        following = more[:4]
    return id_, _values(bytes(record))


def _values(record: bytes) -> list[Any]:
    place, forms = 0, list[int]()
    start, place = _number(record, place)
    while place < start:
        form, place = _number(record, place)
        forms.append(form)
    values: list[Any] = []
    for form in forms:
        length = (form - 12) // 2 if form >= 12 else 8 if form == 7 else _INTEGER_SIZES[form] if form < 7 else 0
        part, start = record[start : start + length], start + length
        if start > len(record):
            raise ValueError("A value is longer than its row.")
        values.append(_value(form, part))
    return values


def _value(form: int, part: bytes) -> Any:
    if form == 0:
        return None
    if form == 7:
        return struct.unpack(">d", part)[0]
    if form < 12:
        return form - 8 if form in (8, 9) else int.from_bytes(part, "big", signed=True)
    return part.decode() if form % 2 else part


def _number(content: bytes, place: int) -> tuple[int, int]:
    """The number of one to nine bytes at this place, and the place after it."""
    number = 0
    for each in range(place, place + 8):
        number = number << 7 | content[each] & 0x7F
        if content[each] < 0x80:
            return number, each + 1
    return number << 8 | content[place + 8], place + 9
