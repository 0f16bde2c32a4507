r"""Sessions and readings as the rows of a CSV file, straight from SQL: the same as `csv_rows` says of the entries.

A history of 100,000 sessions comes out in a third of the time that making the entries takes.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from operator import eq, itemgetter
from typing import Any

from paintrack.model.serialization.csv_rows import KEYS, SESSION_KEYS
from paintrack.storage.mapping import CHUNK

FlatRow = tuple[Any, ...]


def _escaped(text: str) -> str:
    # Looked at first: hardly any text needs it, and replacing takes longer than looking.
    return rf"iif({text} GLOB '*[;\]*', replace(replace({text}, '\', '\\'), ';', '\;'), {text})"


def _listed(table: str, item: str) -> str:
    """The items of an entry, in their order, as one text.

    Its primary key (entry, position) is the table's only index, so the items come in the order of their positions;
    sorting them once more would take a tenth of the whole.
    """
    return f"(SELECT group_concat({_escaped(item)}, '; ') FROM {table} WHERE {table}.entry = entry.id)"


def _score(column: str) -> str:
    """A whole score without its `.0`."""
    return f"iif({column} = CAST({column} AS INTEGER), CAST({column} AS INTEGER), {column})"


def _units(column: str) -> str:
    """Hundredths as a number of currency units: 85 or 85.5."""
    return f"iif({column} % 100 = 0, {column} / 100, {column} / 100.0)"


_MINUTES = "abs(entry.offset)"
_ZONE = f"printf('%s%02d:%02d', iif(entry.offset < 0, '-', '+'), {_MINUTES} / 60, {_MINUTES} % 60)"
_FORM = "iif(entry.time_given, '%Y-%m-%dT%H:%M:%S', '%Y-%m-%dT%H:%M')"
_COLUMNS = {
    "kind": "entry.kind",
    "uid": "entry.uid",
    "at": f"strftime({_FORM}, entry.at, entry.offset || ' minutes') || {_ZONE}",
    "condition": "coalesce(rating.condition, entry.condition)",
    "before": _score("rating.before"),
    "after": _score("rating.after"),
    "score": _score("entry.score"),
    "points": _listed("point", "point"),
    "technique": "entry.technique",
    "practitioner": "entry.practitioner",
    "side_effects": _listed("side_effect", "(side_effect.kind || coalesce(': ' || words, ''))"),
    "cost": _units("entry.cost"),
    "covered": _units("entry.covered"),
    "currency": "entry.currency",
    "note": "entry.note",
    "entered": "entry.entered",
    "edited": "entry.edited",
}
# The + keeps SQLite from reading by kind, which would have it sort the whole history in memory.
_FROM = "FROM entry LEFT JOIN rating ON rating.entry = entry.id WHERE +entry.kind IN ('session', 'reading')"
_UID = KEYS.index("uid")
_uid_of = itemgetter(_UID)


def flat_rows(connection: sqlite3.Connection, where: str, values: Sequence[Any]) -> Iterator[FlatRow]:
    """The rows of the entries that fit, in the order of `KEYS`, by (at, uid) and the conditions' names.

    Values are as `csv_rows.rows_of` gives them, lists as one text.
    """
    cursor = connection.cursor()
    cursor.row_factory = None
    columns = ", ".join(_COLUMNS[key] for key in KEYS)
    # With the id, which the index holds, SQLite sees that the order is complete and sorts no conditions.
    order = "entry.at, entry.uid, entry.id, rating.folded"
    rows = cursor.execute(f"SELECT {columns} {_FROM} AND {where} ORDER BY {order}", values)
    last = None
    while chunk := rows.fetchmany(CHUNK):
        uids = [last, *map(_uid_of, chunk)]
        # As nearly always, each session of the chunk has one row: seen without a step of Python for each.
        yield from _said_once(chunk, last) if any(map(eq, uids, uids[1:])) else chunk
        last = uids[-1]


def _said_once(rows: Iterable[FlatRow], last: str | None) -> Iterator[FlatRow]:
    """The rows with what holds for the whole session on its first row alone; `last` is the uid before them."""
    once = [key in SESSION_KEYS for key in KEYS]
    for row in rows:
        if row[_UID] == last:
            yield tuple(None if first_only else cell for cell, first_only in zip(row, once, strict=True))
        else:
            last = row[_UID]
            yield row


def number_of_rows(connection: sqlite3.Connection, where: str, values: Sequence[Any]) -> int:
    """How many rows there are."""
    number: int = connection.execute(f"SELECT count(*) {_FROM} AND {where}", values).fetchone()[0]
    return number
