"""Entries as JSON records, straight from SQL: the same as `json_entries.to_record` makes of entries, and their numbers.

The journal keeps them of all that a merge or an import of our own export brought in, once that is taken back: for
100,000 sessions SQL takes a fifth of the time that building the entries would take.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import fields
from functools import cache

from paintrack.model.entries import entry_class_of
from paintrack.model.serialization.json_entries import ENTRY_VERSION
from paintrack.storage.mapping import JSON_COLUMNS, PARTS, placeholders
from paintrack.storage.queries.csv_rows_from_sql import ZONE


def select_records(connection: sqlite3.Connection, uids: Sequence[str]) -> dict[str, str]:
    """The record with `number` as JSON, by uid, of each of these entries (`CHUNK` at most) that is there."""
    these = f"uid IN ({placeholders(uids)})"
    kinds = [kind for (kind,) in connection.execute(f"SELECT DISTINCT kind FROM entry WHERE {these}", uids)]
    records: dict[str, str] = {}
    for kind in kinds:
        # The plus keeps SQLite from looking at every entry of the kind, by the index of kinds and numbers.
        query = f"SELECT uid, {_record(kind)} FROM entry WHERE {these} AND +kind = ?"
        records |= connection.execute(query, (*uids, kind))
    return records


@cache
def _record(kind: str) -> str:
    """SQL for the record of an entry of this kind."""
    values = {"version": str(ENTRY_VERSION), "kind": "kind"}
    for field in fields(entry_class_of(kind)):
        name = field.name
        if name == "when":
            values["at"] = f"strftime('%Y-%m-%dT%H:%M:%S', entry.at, entry.offset || ' minutes') || {ZONE}"
            values["time_given"] = _flag("time_given")
        elif name == "points":
            values[name] = _items("point", "point")
        elif name in PARTS:
            table, part = PARTS[name]
            values[name] = _items(table, _object({each: each for each in part._fields}))
        elif name in JSON_COLUMNS:
            values[name] = f"json({name})"
        else:
            values[name] = _flag(name) if isinstance(field.default, bool) else name
    return _object(values)


def _object(values: dict[str, str]) -> str:
    members = ", ".join(f"'{name}', {value}" for name, value in values.items())
    return f"json_object({members})"


def _items(table: str, item: str) -> str:
    """SQL for the items of an entry in the order of their positions."""
    ordered = f"SELECT * FROM {table} WHERE {table}.entry = entry.id ORDER BY position"
    return f"(SELECT json_group_array({item}) FROM ({ordered}))"


def _flag(column: str) -> str:
    return f"json(iif({column}, 'true', 'false'))"
