"""The shape of entries in the file: which tables and columns hold what, and entries from their rows."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from itertools import islice
from operator import itemgetter
from typing import Any, TypeVar

from paintrack.model.entry import AnyEntry, Entry, Rating, Session, SideEffect, entry_class_of
from paintrack.model.moment import Moment, from_utc

Item = TypeVar("Item")

PARTS: dict[str, tuple[str, type[Rating] | type[SideEffect]]] = {
    "ratings": ("rating", Rating),
    "side_effects": ("side_effect", SideEffect),
}
# Entries that are read or written at once: few enough for SQLite's variables (32,766) and for a small memory.
CHUNK = 1000


def columns_of(kind: type[Entry]) -> list[str]:
    """The fields of an entry that are columns of the same name in the table `entry`."""
    elsewhere = {"when", "points", *PARTS}
    return [each.name for each in fields(kind) if each.name not in elsewhere]


def maker(kind: str, names: list[str], parts: dict[str, dict[int, list[Any]]]) -> Callable[[sqlite3.Row], AnyEntry]:
    """What makes an entry of this kind from a row with columns of these `names`, and from its `parts` by its id.

    Where each column stands is looked up once: by name in each row it would take longer than the rest.
    """
    made, columns = entry_class_of(kind), columns_of(entry_class_of(kind))
    cells, time = (itemgetter(*map(names.index, each)) for each in (columns, ("id", "at", "offset", "time_given")))
    own = parts if made is Session else {}

    def entry(row: sqlite3.Row) -> AnyEntry:
        id_, at, offset, time_given = time(row)
        values: dict[str, Any] = dict(zip(columns, cells(row), strict=True))
        values["when"] = Moment(from_utc(at, offset), time_given == 1)
        if "private" in values:
            values["private"] = values["private"] == 1
        for name, found in own.items():
            values[name] = tuple(found.get(id_, ()))
        return made(**values)

    return entry


def chunked(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items in lists of `CHUNK`, the last one shorter."""
    rest = iter(items)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def places(values: Sequence[Any]) -> str:
    """A `?` for each of the values, as SQL lists them."""
    return ", ".join("?" * len(values))
