"""How entries map to tables: which columns hold which fields, and entries from their rows."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import islice
from operator import itemgetter
from typing import Any, TypeVar

from paintrack.model.entries import AnyEntry, Entry, Rating, Session, SideEffect, entry_class_of
from paintrack.model.values.moment import Moment, from_utc

Item = TypeVar("Item")

# Lists of records that belong to a session: field of the session -> table, class of one record.
PARTS: dict[str, tuple[str, type[Rating] | type[SideEffect]]] = {
    "ratings": ("rating", Rating),
    "side_effects": ("side_effect", SideEffect),
}
# Fields that are JSON in their column.
JSON_COLUMNS = ("changed", "set_aside")
# Entries read or written at once: below SQLite's limit of 32,766 variables in a statement, and takes little memory.
CHUNK = 1000


def columns_of(kind: type[Entry]) -> list[str]:
    """The fields of this kind of entry that are columns of the same name in the table `entry`."""
    elsewhere = {"when", "points", *PARTS}
    return [each.name for each in fields(kind) if each.name not in elsewhere]


def row_factory(
    kind: str, names: list[str], parts: dict[str, dict[int, list[Any]]]
) -> Callable[[sqlite3.Row], AnyEntry]:
    """A function that makes an entry of this kind from a row.

    The rows have columns with these `names`; `parts` holds, for each list field of a session, its items by the id of
    the entry. The position of each column is looked up once: to look it up in each row takes longer than all the rest.
    """
    entry_class, columns = entry_class_of(kind), columns_of(entry_class_of(kind))
    cells, time = (itemgetter(*map(names.index, each)) for each in (columns, ("id", "at", "offset", "time_given")))
    flags = [each.name for each in fields(entry_class) if each.default is False or each.default is True]
    json_columns = [name for name in JSON_COLUMNS if name in columns]
    own_parts = parts if entry_class is Session else {}

    def make_entry(row: sqlite3.Row) -> AnyEntry:
        id_, at, offset, time_given = time(row)
        values: dict[str, Any] = dict(zip(columns, cells(row), strict=True))
        values["when"] = Moment(from_utc(at, offset), time_given == 1)
        for name in json_columns:
            if values[name] is not None:
                values[name] = parse_object(values[name])
        for name in flags:
            values[name] = values[name] == 1
        for name, items_by_id in own_parts.items():
            values[name] = tuple(items_by_id.get(id_, ()))
        return entry_class(**values)

    return make_entry


def session_parts(
    rows: Callable[[str, Sequence[Any]], Sequence[Any]], ids: Sequence[int]
) -> dict[str, dict[int, list[Any]]]:
    """The points, ratings and side effects of the entries with these ids: by the field, then by the id of the entry.

    `rows` runs a query and gives its rows.
    """
    parts: dict[str, dict[int, list[Any]]] = {name: defaultdict(list) for name in ("points", *PARTS)}
    for chunk in chunked(ids):
        of_entries = f"WHERE entry IN ({placeholders(chunk)}) ORDER BY entry, position"
        for entry, point in rows(f"SELECT entry, point FROM point {of_entries}", chunk):
            parts["points"][entry].append(point)
        for name, (table, part) in PARTS.items():
            for row in rows(f"SELECT entry, {', '.join(part._fields)} FROM {table} {of_entries}", chunk):
                parts[name][row[0]].append(part._make(row[1:]))
    return parts


def parse_object(text: str) -> dict[str, Any]:
    """The change stamps, or the values that are set aside, from the JSON in their column."""
    import json

    values: dict[str, Any] = json.loads(text)
    return values


def serialize_stamps(values: Mapping[str, Any] | None) -> str | None:
    """The change stamps, or the values that are set aside, as the JSON for their column; None if there are none."""
    if not values:
        return None
    import json

    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def chunked(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items in lists of `CHUNK`; the last one may be shorter."""
    rest = iter(items)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def placeholders(values: Sequence[Any]) -> str:
    """One `?` for each of the values: `?, ?, ?`."""
    return ", ".join("?" * len(values))
