r"""Sessions and readings as rows of a CSV file, straight from SQL: the same as `csv_rows.rows_of` makes of entries.

For 100,000 sessions this takes a third of the time that building the entries would take.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import eq, itemgetter
from typing import Any

from paintrack.model.entries import Rating, Reading
from paintrack.model.fields import Field, csv_fields
from paintrack.model.serialization.csv_rows import KEYS, SESSION_KEYS
from paintrack.model.values.field_types import MOMENT, MONEY, POINTS, SCORE, SIDE_EFFECTS, FieldType
from paintrack.storage.mapping import CHUNK

CsvRow = tuple[Any, ...]


def _escaped(text: str) -> str:
    # Search before replacing: hardly any text needs escaping, and replacing takes longer than searching.
    return rf"iif({text} GLOB '*[;\]*', replace(replace({text}, '\', '\\'), ';', '\;'), {text})"


def _listed(table: str, item: str) -> str:
    """SQL for the items of an entry in one text, joined by `; ` in the order of their positions.

    The primary key (entry, position) is the table's only index, so they come in this order; an ORDER BY would take a
    tenth of the time of the whole query.
    """
    return f"(SELECT group_concat({_escaped(item)}, '; ') FROM {table} WHERE {table}.entry = entry.id)"


def _score(column: str) -> str:
    """SQL for a score: 7 or 7.5, never 7.0."""
    return f"iif({column} = CAST({column} AS INTEGER), CAST({column} AS INTEGER), {column})"


def _units(column: str) -> str:
    """SQL for hundredths as currency units: 85 or 85.5."""
    return f"iif({column} % 100 = 0, {column} / 100, {column} / 100.0)"


_MINUTES = "abs(entry.offset)"
# The UTC offset of an entry, such as `+02:00`.
ZONE = f"printf('%s%02d:%02d', iif(entry.offset < 0, '-', '+'), {_MINUTES} / 60, {_MINUTES} % 60)"
_TIME_FORMAT = "iif(entry.time_given, '%Y-%m-%dT%H:%M:%S', '%Y-%m-%dT%H:%M')"
_AT = f"strftime({_TIME_FORMAT}, entry.at, entry.offset || ' minutes') || {ZONE}"
# For the types that the file stores in another form than CSV.
_SQL_OF_TYPE: dict[FieldType, Callable[[str], str]] = {
    MOMENT: lambda _column: _AT,
    SCORE: _score,
    MONEY: _units,
    POINTS: lambda _column: _listed("point", "point"),
    SIDE_EFFECTS: lambda _column: _listed("side_effect", "(side_effect.kind || coalesce(': ' || words, ''))"),
}


def _sql_of(field: Field) -> str:
    """SQL for the value of this field in the CSV."""
    tables = [table for holder, table in ((Rating, "rating"), (Reading, "entry")) if holder in field.holders]
    columns = [f"{table}.{field.name}" for table in tables or ["entry"]]
    column = columns[0] if len(columns) == 1 else f"coalesce({', '.join(columns)})"
    return _SQL_OF_TYPE.get(field.type, str)(column)


# The + keeps SQLite from using the index by kind, with which it would sort the whole history in memory.
_FROM = "FROM entry LEFT JOIN rating ON rating.entry = entry.id WHERE +entry.kind IN ('session', 'reading')"
_UID = KEYS.index("uid")
_uid_of = itemgetter(_UID)


def select_csv_rows(connection: sqlite3.Connection, where: str, values: Sequence[Any]) -> Iterator[CsvRow]:
    """The rows of the entries that match `where`: columns in the order of `KEYS`, rows by (at, uid, condition).

    The values are those of `csv_rows.rows_of`, with each list joined into one text.
    """
    cursor = connection.cursor()
    cursor.row_factory = None
    columns = ", ".join(map(_sql_of, csv_fields()))
    # From the id, which is in the index, SQLite sees that the order is complete: it does not sort the conditions again.
    order = "entry.at, entry.uid, entry.id, rating.folded"
    rows = cursor.execute(f"SELECT {columns} {_FROM} AND {where} ORDER BY {order}", values)
    last_uid = None
    while chunk := rows.fetchmany(CHUNK):
        uids = [last_uid, *map(_uid_of, chunk)]
        # Nearly always each session of the chunk has one row; this comparison shows it without a loop in Python.
        yield from _blank_repeated_values(chunk, last_uid) if any(map(eq, uids, uids[1:])) else chunk
        last_uid = uids[-1]


def _blank_repeated_values(rows: Iterable[CsvRow], last_uid: str | None) -> Iterator[CsvRow]:
    """The rows, with values of a whole session on its first row only; `last_uid` is the uid of the row before them."""
    of_session = [key in SESSION_KEYS for key in KEYS]
    for row in rows:
        if row[_UID] == last_uid:
            yield tuple(None if first_only else cell for cell, first_only in zip(row, of_session, strict=True))
        else:
            last_uid = row[_UID]
            yield row


def count_rows(connection: sqlite3.Connection, where: str, values: Sequence[Any]) -> int:
    """How many rows `select_csv_rows` gives."""
    number: int = connection.execute(f"SELECT count(*) {_FROM} AND {where}", values).fetchone()[0]
    return number
