"""Rows out of the file as entries."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from paintrack.model.entry import (
    AnyEntry,
    Entry,
    Reading,
    Session,
    readings_of,
    sessions_of,
)
from paintrack.model.moment import Moment, from_utc
from paintrack.model.text import folded
from paintrack.storage.mapping import PARTS, chunked, maker, places

if TYPE_CHECKING:
    from paintrack.analysis.compare import GroupBy, GroupedScore
    from paintrack.analysis.condition.rated_sessions import RatedSession
    from paintrack.model.other_entries import Plan
    from paintrack.model.selection import Selection
    from paintrack.storage.csv_query import FlatRow

Rows = list[sqlite3.Row]
T = TypeVar("T", bound=Entry)

_ALIVE = "entry.deleted IS NULL"
# What happened at one time, all of a day without a time, stands in the order in which it was typed. Files have
# (at, uid): two exports can be compared.
_IN_TIME = "entry.at, entry.entered, entry.uid"
_NEWEST_FIRST = "entry.at DESC, entry.entered DESC, entry.uid DESC"


class Step(NamedTuple):
    """One change that undo can take back: when it was made (UTC), and what it was, in words."""

    id: int
    at: str
    what: str


class Reader:
    """What can be asked of the file. Without a connection it is an empty history: nothing was saved yet.

    `remarks` are sentences about the file that the patient must be told.
    """

    def __init__(self, connection: sqlite3.Connection | None) -> None:
        self._connection = connection
        self.remarks: list[str] = []

    def entries(self, selection: "Selection") -> list[AnyEntry]:
        """The entries that fit the selection, oldest first."""
        where, values = self._where(selection)
        return self._load(where, values)

    def stream(self, selection: "Selection") -> Iterator[AnyEntry]:
        """The entries that fit the selection, by (at, uid), read as they are asked for, in the memory of a few."""
        where, values = self._where(selection)
        ids = [row["id"] for row in self._rows(f"SELECT id FROM entry WHERE {where} ORDER BY at, uid", values)]
        for chunk in chunked(ids):
            yield from self._load(f"entry.id IN ({places(chunk)})", chunk, order="at, uid")

    def visits(self, condition: str) -> "list[RatedSession]":
        """The sessions that rate the condition, in the order of time and numbered, without the rest of them."""
        from paintrack.analysis.condition.rated_sessions import RatedSession

        rows = self._rows(
            "SELECT entry.at, entry.offset, rating.before, rating.after, entry.uid"
            " FROM rating JOIN entry ON entry.id = rating.entry"
            f" WHERE rating.folded = ? AND {_ALIVE} ORDER BY {_IN_TIME}",
            (folded(condition),),
        )
        return [
            RatedSession(number, from_utc(at, offset), before, after, uid)
            for number, (at, offset, before, after, uid) in enumerate(rows, 1)
        ]

    def rated(self, selection: "Selection", trait: "GroupBy") -> "list[GroupedScore]":
        """The scores in the sessions that fit under the names of a trait, oldest first, without the rest of them.

        Of the condition that is selected; of all only by condition. Without points, or without the trait, there is
        no name.
        """
        from paintrack.analysis.compare import GroupBy, GroupedScore

        name, join, position = {
            GroupBy.CONDITION: ("rating.condition", "", "rating.position"),
            GroupBy.POINT: ("point.point", "LEFT JOIN point ON point.entry = entry.id", "point.position"),
            GroupBy.TECHNIQUE: ("entry.technique", "", "rating.position"),
            GroupBy.PRACTITIONER: ("entry.practitioner", "", "rating.position"),
        }[trait]
        where, values = self._where(selection)
        if selection.condition is not None:
            where, values = f"{where} AND rating.folded = ?", [*values, folded(selection.condition)]
        rows = self._rows(
            # CROSS: in the order of time, in place of all ratings sorted.
            f"SELECT entry.uid, {name}, rating.before, rating.after"
            f" FROM entry CROSS JOIN rating ON rating.entry = entry.id {join}"
            f" WHERE {where} ORDER BY {_IN_TIME}, {position}",
            values,
        )
        return [GroupedScore(*row) for row in rows]

    def readings(self, condition: str) -> list[Reading]:
        """The readings of the condition, in the order of time."""
        return readings_of(
            self._load(f"{_ALIVE} AND entry.kind = ? AND entry.folded = ?", (Reading.kind, folded(condition)))
        )

    def uids(self, selection: "Selection") -> set[str]:
        """The uids of the entries that fit the selection."""
        where, values = self._where(selection)
        return {row["uid"] for row in self._rows(f"SELECT uid FROM entry WHERE {where}", values)}

    def session_times(self) -> list[Moment]:
        """When each session was, oldest first."""
        return self._session_times("")

    def visits_without_scores(self) -> list[Moment]:
        """When each session that rates nothing was, oldest first."""
        return self._session_times("AND NOT EXISTS (SELECT 1 FROM rating WHERE rating.entry = entry.id)")

    def visits_elsewhere(self, condition: str) -> list[datetime]:
        """When each session that does not rate the condition was, oldest first."""
        rated = "SELECT 1 FROM rating WHERE rating.entry = entry.id AND rating.folded = ?"
        return [each.at for each in self._session_times(f"AND NOT EXISTS ({rated})", (folded(condition),))]

    def _session_times(self, which: str, values: Sequence[Any] = ()) -> list[Moment]:
        rows = self._rows(
            f"SELECT at, offset, time_given FROM entry WHERE kind = 'session' AND {_ALIVE} {which} ORDER BY {_IN_TIME}",
            values,
        )
        return [Moment(from_utc(at, offset), time_given == 1) for at, offset, time_given in rows]

    def flat(self, selection: "Selection") -> "Iterator[FlatRow]":
        """The rows of a CSV file for the sessions and readings that fit, as they are asked for."""
        if self._connection is None:
            return iter(())
        from paintrack.storage.csv_query import flat_rows

        return flat_rows(self._connection, *self._flat_where(selection))

    def number_of_flat(self, selection: "Selection") -> int:
        """How many rows `flat` gives."""
        if self._connection is None:
            return 0
        from paintrack.storage.csv_query import number_of_rows

        return number_of_rows(self._connection, *self._flat_where(selection))

    def _flat_where(self, selection: "Selection") -> tuple[str, list[Any]]:
        """Of a session with several conditions the one that is asked for alone, as `list` shows it."""
        where, values = self._where(selection)
        if selection.condition is None:
            return where, values
        return f"{where} AND (rating.folded IS NULL OR rating.folded = ?)", [*values, folded(selection.condition)]

    def number_of(self, selection: "Selection") -> int:
        """How many entries fit the selection."""
        where, values = self._where(selection)
        rows = self._rows(f"SELECT count(*) AS number FROM entry WHERE {where}", values)
        return rows[0]["number"] if rows else 0

    def sessions(self, selection: "Selection") -> list[Session]:
        """The sessions that fit the selection, oldest first."""
        return sessions_of(self.entries(selection))

    def entry(self, kind: str, number: int) -> AnyEntry | None:
        """The entry that people know by this kind and number, deleted or not."""
        return self._one("entry.kind = ? AND entry.number = ?", (kind, number))

    def by_uid(self, uid: str) -> AnyEntry | None:
        """The entry with this uid, deleted or not."""
        return self._one("entry.uid = ?", (uid,))

    def by_uids(self, uids: Sequence[str]) -> dict[str, AnyEntry]:
        """The entries, deleted or not, with these uids, `CHUNK` at most, by uid."""
        return {entry.uid: entry for entry in self._load(f"entry.uid IN ({places(uids)})", uids)}

    def has_entries(self) -> bool:
        """Whether there is any entry, deleted or not."""
        return bool(self._rows("SELECT 1 FROM entry LIMIT 1"))

    def oldest_uid(self) -> str | None:
        """The uid of the entry that was typed first, deleted or not: it names the history, whichever file it is in."""
        rows = self._rows("SELECT uid FROM entry ORDER BY entered, uid LIMIT 1")
        return rows[0]["uid"] if rows else None

    def newest_session(self) -> Session | None:
        """The session that began last."""
        rows = self._rows(f"SELECT id FROM entry WHERE kind = 'session' AND {_ALIVE} ORDER BY {_NEWEST_FIRST} LIMIT 1")
        found = self._one("entry.id = ?", (rows[0]["id"],)) if rows else None
        return found if isinstance(found, Session) else None

    def last_closed_session(self) -> Session | None:
        """The newest session that waits for no score on leaving."""
        rows = self._rows(
            f"SELECT id FROM entry WHERE kind = 'session' AND {_ALIVE} AND id NOT IN"
            " (SELECT entry FROM rating WHERE before IS NOT NULL AND after IS NULL)"
            f" ORDER BY {_NEWEST_FIRST} LIMIT 1"
        )
        found = self._one("entry.id = ?", (rows[0]["id"],)) if rows else None
        return found if isinstance(found, Session) else None

    def session_before(self, at_utc: str) -> Session | None:
        """The last session that began at or before an instant: a reading then belongs to it."""
        rows = self._rows(
            f"SELECT id FROM entry WHERE kind = 'session' AND {_ALIVE} AND at <= ? ORDER BY {_NEWEST_FIRST} LIMIT 1",
            (at_utc,),
        )
        found = self._one("entry.id = ?", (rows[0]["id"],)) if rows else None
        return found if isinstance(found, Session) else None

    def open_sessions(self) -> list[Session]:
        """The sessions in which a score on arrival waits for the one on leaving, newest first."""
        found = self._load(
            f"{_ALIVE} AND entry.kind = 'session' AND entry.id IN"
            " (SELECT entry FROM rating WHERE before IS NOT NULL AND after IS NULL)"
        )
        return sessions_of(reversed(found))

    def usual_condition(self) -> str | None:
        """The first condition of the newest session that has one, else of the newest reading."""
        rows = self._rows(
            # CROSS: from the newest entry on, in place of all ratings sorted.
            "SELECT rating.condition FROM entry CROSS JOIN rating ON rating.entry = entry.id"
            f" WHERE {_ALIVE} ORDER BY {_NEWEST_FIRST}, rating.position LIMIT 1"
        ) or self._rows(
            f"SELECT condition FROM entry WHERE condition IS NOT NULL AND {_ALIVE} ORDER BY {_NEWEST_FIRST} LIMIT 1"
        )
        return rows[0][0] if rows else None

    def conditions(self) -> list[str]:
        """Every condition that has a score, by how many sessions and readings rate it, most first."""
        rows = self._rows(
            "SELECT min(condition) AS name, count(*) AS times FROM"
            " (SELECT rating.condition, rating.folded FROM rating JOIN entry ON entry.id = rating.entry"
            f"  WHERE {_ALIVE} UNION ALL"
            f"  SELECT condition, folded FROM entry WHERE kind = 'reading' AND {_ALIVE})"
            " GROUP BY folded ORDER BY times DESC, name"
        )
        return [row["name"] for row in rows]

    def spelling(self, condition: str) -> str | None:
        """How the patient first wrote this condition; None when it is new."""
        rows = self._rows(
            "SELECT condition FROM (SELECT * FROM"
            " (SELECT rating.condition, entry.id FROM rating CROSS JOIN entry ON entry.id = rating.entry"
            f"  WHERE rating.folded = :name AND {_ALIVE} ORDER BY rating.entry LIMIT 1) UNION ALL"
            f" SELECT * FROM (SELECT condition, id FROM entry WHERE folded = :name AND {_ALIVE} ORDER BY id LIMIT 1))"
            " ORDER BY id LIMIT 1",
            {"name": folded(condition)},
        )
        return rows[0]["condition"] if rows else None

    def practitioner_spelling(self, name: str) -> str | None:
        """How the patient first wrote this practitioner's name; None when it is new."""
        rows = self._rows(
            f"SELECT practitioner FROM entry WHERE folded(practitioner) = ? AND {_ALIVE} ORDER BY id LIMIT 1",
            (folded(name),),
        )
        return rows[0]["practitioner"] if rows else None

    def counts(self) -> dict[str, int]:
        """How many entries of each kind there are; kinds without any are left out."""
        rows = self._rows(f"SELECT kind, count(*) AS number FROM entry WHERE {_ALIVE} GROUP BY kind")
        return {row["kind"]: row["number"] for row in rows}

    def settings(self) -> dict[str, str]:
        """What is set, by name: `name`, `currency`, `paper`."""
        rows = self._rows("SELECT name, value FROM setting WHERE value IS NOT NULL ORDER BY name")
        return {row["name"]: row["value"] for row in rows}

    def plans(self) -> "list[Plan]":
        """All plans, oldest first."""
        from paintrack.model.other_entries import Plan

        return self.of_kind(Plan)

    def pages_written(self) -> list[date]:
        """The local days on which the page was written to a file, oldest first."""
        return [date.fromisoformat(row["day"]) for row in self._rows("SELECT day FROM page ORDER BY day")]

    def of_kind(self, kind: type[T]) -> list[T]:
        """All entries of one kind, oldest first; those of one moment in the order in which they were typed."""
        found = [each for each in self._load(f"{_ALIVE} AND entry.kind = ?", (kind.kind,)) if isinstance(each, kind)]
        return sorted(found, key=lambda entry: (entry.at, entry.number))

    def next_undo(self) -> Step | None:
        """The step that `undo` would take back."""
        return self._step("undone = 0 ORDER BY id DESC")

    def next_redo(self) -> Step | None:
        """The step that `redo` would put back."""
        return self._step("undone = 1 ORDER BY id")

    def _step(self, which: str) -> Step | None:
        rows = self._rows(f"SELECT id, at, what FROM step WHERE {which} LIMIT 1")
        return Step(**rows[0]) if rows else None

    def _rows(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Rows:
        return self._connection.execute(sql, values).fetchall() if self._connection else []

    def _one(self, where: str, values: Sequence[Any]) -> AnyEntry | None:
        found = self._load(where, values)
        return found[0] if found else None

    def _load(self, where: str, values: Sequence[Any] = (), *, order: str = _IN_TIME) -> list[AnyEntry]:
        rows = self._rows(f"SELECT * FROM entry WHERE {where} ORDER BY {order}", values)
        if not rows:
            return []
        parts: dict[str, dict[int, list[Any]]] = {name: defaultdict(list) for name in ("points", *PARTS)}
        theirs = f"WHERE entry IN (SELECT id FROM entry WHERE {where}) ORDER BY entry, position"
        for entry, point in self._rows(f"SELECT entry, point FROM point {theirs}", values):
            parts["points"][entry].append(point)
        for name, (table, part) in PARTS.items():
            for row in self._rows(f"SELECT entry, {', '.join(part._fields)} FROM {table} {theirs}", values):
                parts[name][row[0]].append(part._make(row[1:]))
        makers = {kind: maker(kind, rows[0].keys(), parts) for kind in {row["kind"] for row in rows}}
        return [makers[row["kind"]](row) for row in rows]

    def _where(self, chosen: "Selection") -> tuple[str, list[Any]]:
        conditions, values = [_ALIVE], list[Any]()

        def demand(sql: str, *bound: Any) -> None:
            conditions.append(sql)
            values.extend(bound)

        local_day = "date(entry.at, entry.offset || ' minutes')"
        if chosen.condition is not None:
            name = folded(chosen.condition)
            demand("(entry.folded = ? OR entry.id IN (SELECT entry FROM rating WHERE folded = ?))", name, name)
        if chosen.since is not None:
            demand(f"{local_day} >= ?", chosen.since.isoformat())
        if chosen.until is not None:
            demand(f"{local_day} <= ?", chosen.until.isoformat())
        if chosen.practitioner is not None:
            demand("folded(entry.practitioner) = ?", folded(chosen.practitioner))
        if chosen.point is not None:
            demand("entry.id IN (SELECT entry FROM point WHERE folded(point) = ?)", folded(chosen.point))
        if chosen.last is not None:
            first = self._rows(
                f"SELECT at FROM entry WHERE kind = 'session' AND {' AND '.join(conditions)}"
                " ORDER BY at DESC, uid DESC LIMIT 1 OFFSET ?",
                [*values, chosen.last - 1],
            )
            if first:
                demand("entry.at >= ?", first[0]["at"])
        return " AND ".join(conditions), values
