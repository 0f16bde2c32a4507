"""The rows of entries in the tables: writing an entry, and removing it."""

import sqlite3
from collections.abc import Sequence
from itertools import count
from operator import attrgetter, itemgetter
from typing import Any, TypeVar

from paintrack.model.entries import AnyEntry, Rating, Session, SideEffect
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.moment import offset_minutes, to_utc
from paintrack.storage.mapping import JSON_COLUMNS, PARTS, columns_of, placeholders, serialize_stamps
from paintrack.storage.reader import Reader

T = TypeVar("T", bound=AnyEntry)


class EntryRows(Reader):
    """A file that is open for writing, as rows; nothing that is written here is recorded in the journal."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        self._connection: sqlite3.Connection = connection

    def _remove_rows(self, uids: Sequence[str]) -> None:
        """Remove entries (`CHUNK` at most) as if they had never been there; their numbers are not given again."""
        ids = sorted(self._ids_of(uids).values())
        these = f"({placeholders(ids)})"
        self._connection.execute(
            "INSERT INTO numbering (kind, last)"
            f" SELECT kind, max(number) FROM entry WHERE id IN {these} GROUP BY kind"
            " ON CONFLICT (kind) DO UPDATE SET last = max(last, excluded.last)",
            ids,
        )
        for table in ("point", *(table for table, _ in PARTS.values())):
            self._connection.execute(f"DELETE FROM {table} WHERE entry IN {these}", ids)
        self._connection.execute(f"DELETE FROM entry WHERE id IN {these}", ids)

    def _next_number(self, kind: str) -> int:
        rows = self._rows(
            "SELECT coalesce(max(number), 0) + 1 AS next FROM"
            " (SELECT kind, number FROM entry UNION ALL SELECT kind, number FROM gone"
            " UNION ALL SELECT kind, last FROM numbering) WHERE kind = ?",
            (kind,),
        )
        number: int = rows[0]["next"]
        return number

    def _newest_id(self) -> int:
        newest: int = self._connection.execute("SELECT coalesce(max(id), 0) FROM entry").fetchone()[0]
        return newest

    def _put(self, entry: T) -> T:
        self._put_all([(entry.number, entry)])
        return entry

    def _put_all(self, numbered: Sequence[tuple[int, AnyEntry]], *, are_new: bool = False) -> None:
        """Write entries (`CHUNK` at most), each with its number, and their ratings, points and side effects.

        No other function writes them. `are_new`: none of them is in the file yet.
        """
        ids = {} if are_new else self._ids_of([entry.uid for _, entry in numbered])
        new_ids = count(self._newest_id() + 1)
        rows = [(ids[entry.uid] if entry.uid in ids else next(new_ids), number, entry) for number, entry in numbered]
        for kind in {type(entry) for _, entry in numbered}:
            self._put_rows(kind, [row for row in rows if type(row[-1]) is kind], are_new=are_new)
        for table in ("point", *(table for table, _ in PARTS.values())):
            self._connection.executemany(f"DELETE FROM {table} WHERE entry = ?", [(id_,) for id_ in ids.values()])
        self._put_parts([(id_, entry) for id_, _, entry in rows if isinstance(entry, Session)])

    def _ids_of(self, uids: Sequence[str]) -> dict[str, int]:
        return dict(self._connection.execute(f"SELECT uid, id FROM entry WHERE uid IN ({placeholders(uids)})", uids))

    def _put_rows(self, kind: type[AnyEntry], rows: Sequence[tuple[int, int, AnyEntry]], *, are_new: bool) -> None:
        columns = [name for name in columns_of(kind) if name not in ("number", *JSON_COLUMNS)]
        json_columns = [name for name in JSON_COLUMNS if name in columns_of(kind)]
        has_condition = "condition" in columns
        names = [
            "id",
            "kind",
            "at",
            "offset",
            "time_given",
            "number",
            *json_columns,
            *columns,
            *(["folded"] if has_condition else []),
        ]
        cells = attrgetter(*columns)
        changes = ", ".join(f"{name} = excluded.{name}" for name in names if name not in ("id", "uid"))
        on_conflict = "" if are_new else f" ON CONFLICT (uid) DO UPDATE SET {changes}"
        self._insert(
            "entry",
            names,
            [
                (
                    id_,
                    kind.kind,
                    *_when(entry),
                    number,
                    *(serialize_stamps(getattr(entry, name)) for name in json_columns),
                    *cells(entry),
                    *_folded_of(entry),
                )
                for id_, number, entry in rows
            ],
            on_conflict,
        )

    def _put_parts(self, sessions: Sequence[tuple[int, Session]]) -> None:
        self._insert(
            "point",
            ["entry", "position", "point"],
            [(id_, position, point) for id_, session in sessions for position, point in enumerate(session.points)],
        )
        for name, (table, part) in PARTS.items():
            folds = ["folded"] if "condition" in part._fields else []
            self._insert(
                table,
                ["entry", "position", *part._fields, *folds],
                [
                    (id_, position, *item, *_folded_of(item))
                    for id_, session in sessions
                    for position, item in enumerate(getattr(session, name))
                ],
            )

    def _insert(self, table: str, names: Sequence[str], rows: Sequence[tuple[Any, ...]], on_conflict: str = "") -> None:
        """Insert the rows, without the columns that are None in all of them.

        sqlite3 takes longer to bind a NULL than a text: binding them all would take a tenth of a long import.
        """
        if not rows:
            return
        used = [place for place, column in enumerate(zip(*rows, strict=True)) if column.count(None) < len(column)]
        used_cells = itemgetter(*used)
        self._connection.executemany(_insertion(table, used_cells(names)) + on_conflict, map(used_cells, rows))


def _when(entry: AnyEntry) -> tuple[str, int, int]:
    # An int, because for a bool sqlite3 looks up an adapter for each row.
    return to_utc(entry.at), offset_minutes(entry.at), int(entry.when.time_given)


def _folded_of(record: AnyEntry | Rating | SideEffect) -> tuple[str, ...]:
    """The value of the column `folded`, for a record that has a condition."""
    condition = getattr(record, "condition", None)
    return () if condition is None else (folded(condition),)


def _insertion(table: str, names: Sequence[str]) -> str:
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({placeholders(names)})"
