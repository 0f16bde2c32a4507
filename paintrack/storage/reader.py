"""Reading the file: queries for entries, names, settings and the steps that undo knows."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from paintrack.model.entries import AnyEntry, Entry, Reading, Session, readings_of, sessions_of
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.moment import Moment, from_utc, to_utc
from paintrack.storage.mapping import chunked, placeholders, row_factory, session_parts
from paintrack.storage.selection_sql import ALIVE, LARGEST_INTEGER, selection_sql

if TYPE_CHECKING:
    from paintrack.analysis.condition.condition_sessions import RatedSession
    from paintrack.analysis.condition.default_condition import Mention
    from paintrack.analysis.relief_by_group import GroupBy, GroupedScore
    from paintrack.model.changes.stored_setting import StoredSetting
    from paintrack.model.changes.tombstone import Tombstone
    from paintrack.model.name_kind import NameKind
    from paintrack.model.other_entries import Plan
    from paintrack.model.recorded_name import RecordedName
    from paintrack.model.selection import Selection
    from paintrack.storage.queries.csv_rows_from_sql import CsvRow
    from paintrack.storage.undoable_step import Step

Rows = list[sqlite3.Row]
T = TypeVar("T", bound=Entry)

# Entries of the same instant (such as all of one day that have no time) are in the order in which they were typed, and
# what was typed in the same second in that of its ids. Exports are ordered by (at, uid) instead, so that two of them
# can be compared.
_IN_TIME = "entry.at, entry.entered, entry.number, entry.uid"
_RATES = "EXISTS (SELECT 1 FROM rating WHERE rating.entry = entry.id AND rating.folded = ?)"
_NEWEST_FIRST = "entry.at DESC, entry.entered DESC, entry.number DESC, entry.uid DESC"


class Reader:
    """Queries on the file. Without a connection all of them answer as for an empty history.

    `warnings` are sentences about the file that the patient must see.
    """

    def __init__(self, connection: sqlite3.Connection | None) -> None:
        self._connection = connection
        self.warnings: list[str] = []

    @property
    def connection(self) -> sqlite3.Connection | None:
        """The connection, for queries in other modules of storage; None if there is no file."""
        return self._connection

    def entries(self, selection: "Selection") -> list[AnyEntry]:
        """The entries that match the selection, oldest first."""
        where, values = self._where(selection)
        return self._load(where, values)

    def stream(self, selection: "Selection") -> Iterator[AnyEntry]:
        """The entries that match the selection, ordered by (at, uid), in chunks, so that few are in memory at once."""
        where, values = self._where(selection)
        ids = [row["id"] for row in self._rows(f"SELECT id FROM entry WHERE {where} ORDER BY at, uid", values)]
        for chunk in chunked(ids):
            yield from self._load(f"entry.id IN ({placeholders(chunk)})", chunk, order="at, uid")

    def rated_sessions(self, condition: str) -> "list[RatedSession]":
        """The scores of the condition in the sessions that rate it, oldest first, numbered from 1."""
        from paintrack.analysis.condition.condition_sessions import RatedSession

        rows = self._rows(
            "SELECT entry.at, entry.offset, rating.before, rating.after, entry.uid, entry.number"
            " FROM rating JOIN entry ON entry.id = rating.entry"
            f" WHERE rating.folded = ? AND {ALIVE} ORDER BY {_IN_TIME}",
            (folded(condition),),
        )
        return [
            RatedSession(number, from_utc(at, offset), before, after, uid, id_number)
            for number, (at, offset, before, after, uid, id_number) in enumerate(rows, 1)
        ]

    def grouped_scores(self, selection: "Selection", trait: "GroupBy") -> "list[GroupedScore]":
        """The scores in the sessions that match, once for each group that a session belongs to, oldest first.

        The groups are by point, technique or practitioner; the name is None for a session without one. The scores are
        those of the selected condition, or of every condition if none is selected.
        """
        from paintrack.storage.queries.scores_by_group import select_grouped_scores

        where, values = self._where(selection)
        if selection.condition is not None:
            where, values = f"{where} AND rating.folded = ?", [*values, folded(selection.condition)]
        return select_grouped_scores(self._rows, where, values, trait)

    def readings(self, condition: str) -> list[Reading]:
        """The readings of the condition, oldest first."""
        return readings_of(
            self._load(f"{ALIVE} AND entry.kind = ? AND entry.folded = ?", (Reading.kind, folded(condition)))
        )

    def medicine_taken(self) -> list[tuple[date, str]]:
        """The local day and the words of each entry that says what was taken, in no particular order."""
        rows = self._rows(f"SELECT at, offset, took FROM entry WHERE took IS NOT NULL AND {ALIVE}")
        return [(from_utc(at, offset).date(), took) for at, offset, took in rows]

    def uids(self, selection: "Selection") -> set[str]:
        """The uids of the entries that match the selection."""
        where, values = self._where(selection)
        return {row["uid"] for row in self._rows(f"SELECT uid FROM entry WHERE {where}", values)}

    def session_times(self) -> list[Moment]:
        """When each session was, oldest first."""
        return self._session_times("")

    def unscored_session_times(self) -> list[Moment]:
        """When each session without ratings was, oldest first."""
        return self._session_times("AND NOT EXISTS (SELECT 1 FROM rating WHERE rating.entry = entry.id)")

    def session_times_without(self, condition: str) -> list[datetime]:
        """When each session that does not rate the condition was, oldest first."""
        return [each.at for each in self._session_times(f"AND NOT {_RATES}", (folded(condition),))]

    def _session_times(self, restriction: str, values: Sequence[Any] = ()) -> list[Moment]:
        rows = self._rows(
            "SELECT at, offset, time_given FROM entry"
            f" WHERE kind = 'session' AND {ALIVE} {restriction} ORDER BY {_IN_TIME}",
            values,
        )
        return [Moment(from_utc(at, offset), time_given == 1) for at, offset, time_given in rows]

    def csv_rows(self, selection: "Selection") -> "Iterator[CsvRow]":
        """The rows of a CSV file for the sessions and readings that match, as `select_csv_rows` gives them."""
        if self._connection is None:
            return iter(())
        from paintrack.storage.queries.csv_rows_from_sql import select_csv_rows

        return select_csv_rows(self._connection, *self._csv_where(selection))

    def count_csv_rows(self, selection: "Selection") -> int:
        """How many rows `csv_rows` gives."""
        if self._connection is None:
            return 0
        from paintrack.storage.queries.csv_rows_from_sql import count_rows

        return count_rows(self._connection, *self._csv_where(selection))

    def _csv_where(self, selection: "Selection") -> tuple[str, list[Any]]:
        """The selection as SQL; of a session with several conditions only the selected one, as in `list`."""
        where, values = self._where(selection)
        if selection.condition is None:
            return where, values
        return f"{where} AND (rating.folded IS NULL OR rating.folded = ?)", [*values, folded(selection.condition)]

    def count(self, selection: "Selection") -> int:
        """How many entries match the selection."""
        where, values = self._where(selection)
        rows = self._rows(f"SELECT count(*) AS number FROM entry WHERE {where}", values)
        return rows[0]["number"] if rows else 0

    def sessions(self, selection: "Selection") -> list[Session]:
        """The sessions that match the selection, oldest first."""
        return sessions_of(self.entries(selection))

    def entry(self, kind: str, number: int) -> AnyEntry | None:
        """The entry of this kind with this number, deleted or not."""
        return self._one("entry.kind = ? AND entry.number = ?", (kind, number))

    def last_number(self, kind: str) -> int:
        """The highest number that an entry of the kind has, deleted or not; 0 if there is none."""
        rows = self._rows("SELECT coalesce(max(number), 0) AS last FROM entry WHERE kind = ?", (kind,))
        return rows[0]["last"] if rows else 0

    def by_uid(self, uid: str) -> AnyEntry | None:
        """The entry with this uid, deleted or not."""
        return self._one("entry.uid = ?", (uid,))

    def by_uids(self, uids: Sequence[str]) -> dict[str, AnyEntry]:
        """The entries with these uids (`CHUNK` at most), deleted or not, by uid."""
        return {entry.uid: entry for entry in self._load(f"entry.uid IN ({placeholders(uids)})", uids)}

    def has_entries(self) -> bool:
        """Whether there is any entry, deleted or not."""
        return bool(self._rows("SELECT 1 FROM entry LIMIT 1"))

    def oldest_uid(self) -> str | None:
        """The uid of the entry that was typed first, deleted or not: it identifies the history, also in a copy."""
        rows = self._rows("SELECT uid FROM entry ORDER BY entered, uid LIMIT 1")
        return rows[0]["uid"] if rows else None

    def newest(self, kind: str) -> AnyEntry | None:
        """The entry of the kind with the latest time; None if there is none."""
        rows = self._rows(f"SELECT id FROM entry WHERE kind = ? AND {ALIVE} ORDER BY {_NEWEST_FIRST} LIMIT 1", (kind,))
        return self._one("entry.id = ?", (rows[0]["id"],)) if rows else None

    def newest_session(self) -> Session | None:
        """The session that began last."""
        return self._newest_session("")

    def last_closed_session(self) -> Session | None:
        """The newest session in which every score on arrival has a score on leaving."""
        open_ones = "SELECT entry FROM rating WHERE before IS NOT NULL AND after IS NULL"
        return self._newest_session(f"AND id NOT IN ({open_ones})")

    def sessions_with_side_effect(self, *kinds: str) -> list[Session]:
        """The sessions with a side effect of one of the kinds, without kinds of any; newest first."""
        ids = "SELECT entry FROM side_effect" + (f" WHERE kind IN ({', '.join('?' * len(kinds))})" if kinds else "")
        return sessions_of(reversed(self._load(f"{ALIVE} AND entry.id IN ({ids})", kinds)))

    def session_before(self, at_utc: str, condition: str | None = None) -> Session | None:
        """The last session at or before an instant (`2026-07-06T12:02:00Z`); with a `condition`, that rates it."""
        if condition is None:
            return self._newest_session("AND at <= ?", (at_utc,))
        return self._newest_session(f"AND at <= ? AND {_RATES}", (at_utc, folded(condition)))

    def _newest_session(self, restriction: str, values: Sequence[Any] = ()) -> Session | None:
        rows = self._rows(
            f"SELECT id FROM entry WHERE kind = 'session' AND {ALIVE} {restriction} ORDER BY {_NEWEST_FIRST} LIMIT 1",
            values,
        )
        session = self._one("entry.id = ?", (rows[0]["id"],)) if rows else None
        return session if isinstance(session, Session) else None

    def has_sessions(self, condition: str, number: int) -> bool:
        """Whether exactly `number` sessions rate the condition; a long history is not counted to its end."""
        rows = self._rows(
            f"SELECT 1 FROM rating JOIN entry ON entry.id = rating.entry WHERE rating.folded = ? AND {ALIVE} LIMIT ?",
            (folded(condition), number + 1),
        )
        return len(rows) == number

    def sessions_around(self, at: datetime, last_number: int | None = None) -> list[Session]:
        """The sessions of the two days before and after an instant, newest first; with `last_number` up to that one.

        Two days, because of two sessions without a time one may be anywhere in the calendar day next to the other's.
        """
        first, last = (to_utc(at + timedelta(days=days)) for days in (-2, 2))
        most = LARGEST_INTEGER if last_number is None else last_number
        where = f"{ALIVE} AND entry.kind = 'session' AND at BETWEEN ? AND ? AND entry.number <= ?"
        return sessions_of(reversed(self._load(where, (first, last, most))))

    def open_sessions(self) -> list[Session]:
        """The sessions with a rating that has a score on arrival and none on leaving, newest first."""
        entries = self._load(
            f"{ALIVE} AND entry.kind = 'session' AND entry.id IN"
            " (SELECT entry FROM rating WHERE before IS NOT NULL AND after IS NULL)"
        )
        return sessions_of(reversed(entries))

    def usual_condition(self, skipped: int = 0) -> str | None:
        """The first condition of the newest session that has one, else that of the newest entry with a condition.

        With newest sessions `skipped`, that of the one before them; None if there is none.
        """
        # CROSS JOIN, to start at the newest entry: otherwise SQLite would sort all ratings.
        rated = "SELECT rating.condition FROM entry CROSS JOIN rating ON rating.entry = entry.id WHERE position = 0"
        queries = [rated] if skipped else [rated, "SELECT condition FROM entry WHERE condition IS NOT NULL"]
        end = f"AND {ALIVE} ORDER BY {_NEWEST_FIRST} LIMIT 1 OFFSET ?"
        return next((row[0] for query in queries for row in self._rows(f"{query} {end}", (skipped,))), None)

    def conditions(self) -> list[str]:
        """Every condition that a session or a reading rates, the most often rated first."""
        rows = self._rows(
            "SELECT min(condition) AS name, count(*) AS times FROM"
            " (SELECT rating.condition, rating.folded FROM rating JOIN entry ON entry.id = rating.entry"
            f"  WHERE {ALIVE} UNION ALL"
            f"  SELECT condition, folded FROM entry WHERE kind = 'reading' AND {ALIVE})"
            " GROUP BY folded ORDER BY times DESC, name"
        )
        return [row["name"] for row in rows]

    def mentions(self, selection: "Selection") -> "tuple[list[Mention], list[Mention]]":
        """The mentions of conditions in the sessions and in the readings that match, oldest first."""
        where, values = self._where(selection)
        rated = (
            "SELECT entry.at, entry.offset, rating.position, rating.condition"
            f" FROM rating JOIN entry ON entry.id = rating.entry WHERE {where} ORDER BY {_IN_TIME}, rating.position"
        )
        readings = f"SELECT at, offset, 0, condition FROM entry WHERE kind = 'reading' AND {where} ORDER BY {_IN_TIME}"
        in_sessions, in_readings = (
            [(from_utc(at, offset), -place, condition) for at, offset, place, condition in self._rows(query, values)]
            for query in (rated, readings)
        )
        return in_sessions, in_readings

    def spelling(self, condition: str) -> str | None:
        """The condition as it was typed last; None if it is new."""
        rows = self._rows(
            "SELECT condition FROM (SELECT * FROM"
            " (SELECT rating.condition, entry.id FROM rating CROSS JOIN entry ON entry.id = rating.entry"
            f"  WHERE rating.folded = :name AND {ALIVE} ORDER BY rating.entry DESC LIMIT 1) UNION ALL"
            " SELECT * FROM (SELECT condition, id FROM entry"
            f"  WHERE folded = :name AND {ALIVE} ORDER BY id DESC LIMIT 1)) ORDER BY id DESC LIMIT 1",
            {"name": folded(condition)},
        )
        return rows[0]["condition"] if rows else None

    def practitioner_spelling(self, name: str) -> str | None:
        """The practitioner's name as it was typed last; None if it is new."""
        rows = self._rows(
            f"SELECT practitioner FROM entry WHERE folded(practitioner) = ? AND {ALIVE} ORDER BY id DESC LIMIT 1",
            (folded(name),),
        )
        return rows[0]["practitioner"] if rows else None

    def recorded_names(self, kind: "NameKind") -> "list[RecordedName]":
        """The names of the kind, each with the entries it is on, the most often recorded first."""
        from paintrack.storage.queries.recorded_names import select_names

        return select_names(self._rows, kind)

    def counts(self) -> dict[str, int]:
        """The number of entries of each kind; kinds without entries are left out."""
        rows = self._rows(f"SELECT kind, count(*) AS number FROM entry WHERE {ALIVE} GROUP BY kind")
        return {row["kind"]: row["number"] for row in rows}

    def settings(self) -> dict[str, str]:
        """The values of the settings that have one, by name; the names are those of `model.settings`."""
        rows = self._rows("SELECT name, value FROM setting WHERE value IS NOT NULL ORDER BY name")
        return {row["name"]: row["value"] for row in rows}

    def stored_settings(self) -> "dict[str, StoredSetting]":
        """All settings that were ever set, by name, each with when it was last set or cleared."""
        from paintrack.model.changes.stored_setting import StoredSetting

        rows = self._rows("SELECT name, value, edited FROM setting ORDER BY name")
        return {name: StoredSetting(value, edited) for name, value, edited in rows}

    def tombstones(self, uids: Sequence[str] | None = None) -> "list[Tombstone]":
        """What is left of deleted entries, by uid; with `uids` (`CHUNK` at most) of those that have no row any more."""
        from paintrack.model.changes.tombstone import Tombstone

        if uids is not None:
            # Hardly any file has such an entry; this saves an import from looking up each of its own.
            has_any = self._rows("SELECT 1 FROM gone LIMIT 1")
            sql = f"SELECT uid, kind, deleted, purged FROM gone WHERE uid IN ({placeholders(uids)})"
            rows = self._rows(sql, uids) if has_any else []
        else:
            rows = self._rows(
                "SELECT uid, kind, deleted, NULL AS purged FROM entry WHERE deleted IS NOT NULL"
                " UNION ALL SELECT uid, kind, deleted, purged FROM gone ORDER BY uid"
            )
        return [Tombstone(*row) for row in rows]

    def plans(self) -> "list[Plan]":
        """All plans, oldest first."""
        from paintrack.model.other_entries import Plan

        return self.of_kind(Plan)

    def page_days(self) -> list[date]:
        """The local days on which the page was written to a file, oldest first."""
        return [date.fromisoformat(row["day"]) for row in self._rows("SELECT day FROM page ORDER BY day")]

    def of_kind(self, kind: type[T]) -> list[T]:
        """All entries of one kind, oldest first; those of the same moment by number."""
        entries = self._load(f"{ALIVE} AND entry.kind = ?", (kind.kind,))
        return sorted((each for each in entries if isinstance(each, kind)), key=lambda entry: (entry.at, entry.number))

    def next_undo(self) -> "Step | None":
        """The step that `undo` would take back; None if there is none."""
        return next(iter(self.steps_to_undo(1)), None)

    def next_redo(self) -> "Step | None":
        """The step that `redo` would apply again; None if there is none."""
        return next(iter(self.steps_to_redo(1)), None)

    def steps_to_undo(self, most: int) -> "list[Step]":
        """The steps that `undo` would take back one after the other, the newest first; `most` at most."""
        return self._steps("undone = 0 ORDER BY id DESC", most)

    def steps_to_redo(self, most: int) -> "list[Step]":
        """The steps that `redo` would apply again one after the other, the oldest first; `most` at most."""
        return self._steps("undone = 1 ORDER BY id", most)

    def _steps(self, condition: str, most: int) -> "list[Step]":
        from paintrack.storage.undoable_step import Step

        most = min(most, LARGEST_INTEGER)
        return [Step(**row) for row in self._rows(f"SELECT id, at, what FROM step WHERE {condition} LIMIT ?", (most,))]

    def _rows(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Rows:
        return self._connection.execute(sql, values).fetchall() if self._connection else []

    def _one(self, where: str, values: Sequence[Any]) -> AnyEntry | None:
        entries = self._load(where, values)
        return entries[0] if entries else None

    def _load(self, where: str, values: Sequence[Any] = (), *, order: str = _IN_TIME) -> list[AnyEntry]:
        rows = self._rows(f"SELECT * FROM entry WHERE {where} ORDER BY {order}", values)
        if not rows:
            return []
        kinds = {row["kind"] for row in rows}
        parts = session_parts(self._rows, [row["id"] for row in rows]) if Session.kind in kinds else {}
        factories = {kind: row_factory(kind, rows[0].keys(), parts) for kind in kinds}
        return [factories[row["kind"]](row) for row in rows]

    def _where(self, selection: "Selection") -> tuple[str, list[Any]]:
        return selection_sql(selection, self._rows)
