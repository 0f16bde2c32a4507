"""Entries into the file, with the journal: each changed entry's former self, so that every change can be undone."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from paintrack.domain.entry import AnyEntry, Session
from paintrack.domain.record import from_record, to_record
from paintrack.domain.when import offset_minutes, stamp, to_utc
from paintrack.errors import NotFoundError
from paintrack.storage.reader import PARTS, Reader, Step, columns_of

T = TypeVar("T", bound=AnyEntry)


class Writer(Reader):
    """One open transaction: all that is written through it is one step, undone as one."""

    def __init__(self, connection: sqlite3.Connection, now: datetime) -> None:
        super().__init__(connection)
        self._connection: sqlite3.Connection = connection
        self._now = stamp(now)
        self._step_id: int | None = None

    @property
    def now(self) -> str:
        """The instant of this write: UTC with microseconds."""
        return self._now

    def save(self, entry: T) -> T:
        """Save an entry, new (it has no number yet) or changed."""
        return self.change(entry) if entry.number else self.add(entry)

    def add(self, entry: T) -> T:
        """Save a new entry; gives it back with its number, which was never given before."""
        self._remember(entry.uid, None)
        return self._put(replace(entry, number=self._next_number(entry.kind)))

    def change(self, entry: T) -> T:
        """Save a new state of an entry that is there; gives it back with `edited` moved forward."""
        former = self._existing(entry.uid)
        self._remember(entry.uid, former)
        return self._put(replace(entry, number=former.number, edited=self._after(former.edited)))

    def take_over(self, entry: T) -> T:
        """Save an entry from elsewhere, new or newer than ours, with its own `edited`."""
        former = self.by_uid(entry.uid)
        self._remember(entry.uid, former)
        return self._put(replace(entry, number=former.number if former else self._next_number(entry.kind)))

    def delete(self, entry: T) -> T:
        """Mark the entry as deleted; it stays as a tombstone."""
        return self.change(replace(entry, deleted=self._now))

    def describe(self, what: str) -> None:
        """Name this step in words: 'added session 5, lower back 7 -> 5'."""
        self._connection.execute("UPDATE step SET what = ? WHERE id = ?", (what, self._step_id))

    def undo(self, step: Step) -> Step:
        """Take back a step, which must still be the newest: raises NotFoundError when another write came between."""
        if self.next_undo() != step:
            raise NotFoundError("Something else was saved in the meantime; nothing was taken back. Try again.")
        return self._turn(step, undone=True)

    def redo(self, step: Step) -> Step:
        """Put back the step that was undone last."""
        return self._turn(step, undone=False)

    def _turn(self, step: Step, *, undone: bool) -> Step:
        """Exchange each entry of the step with its former self, which the journal then holds."""
        for row in self._rows("SELECT uid, former FROM change WHERE step = ?", (step.id,)):
            current = self._existing(row["uid"])
            former = _parse(row["former"]) if row["former"] else None
            self._connection.execute(
                "UPDATE change SET former = ? WHERE step = ? AND uid = ?",
                (_dump(current), step.id, row["uid"]),
            )
            # What was not there before stays as a tombstone: merge must not bring it back.
            state = former or replace(current, deleted=self._now)
            self._put(replace(state, number=current.number, edited=self._after(current.edited)))
        self._connection.execute("UPDATE step SET undone = ? WHERE id = ?", (undone, step.id))
        return step

    def _remember(self, uid: str, former: AnyEntry | None) -> None:
        if self._step_id is None:
            self._connection.execute("DELETE FROM step WHERE undone = 1")
            self._step_id = self._connection.execute(
                "INSERT INTO step (at, what) VALUES (?, '')", (self._now,)
            ).lastrowid
        # The first self in a step is the one to go back to.
        self._connection.execute(
            "INSERT OR IGNORE INTO change (step, uid, former) VALUES (?, ?, ?)",
            (self._step_id, uid, former and _dump(former)),
        )

    def _existing(self, uid: str) -> AnyEntry:
        entry = self.by_uid(uid)
        if entry is None:
            raise LookupError(uid)
        return entry

    def _next_number(self, kind: str) -> int:
        rows = self._rows("SELECT coalesce(max(number), 0) + 1 AS next FROM entry WHERE kind = ?", (kind,))
        number: int = rows[0]["next"]
        return number

    def _after(self, edited: str) -> str:
        """Now, or a microsecond after the last edit when the clock went back: `edited` always grows."""
        if self._now > edited:
            return self._now
        return stamp(datetime.fromisoformat(edited).astimezone(UTC) + timedelta(microseconds=1))

    def _put(self, entry: T) -> T:
        """The one function that writes entries: the row and all that belongs to it."""
        row = {name: getattr(entry, name) for name in columns_of(type(entry))}
        row |= {
            "kind": entry.kind,
            "at": to_utc(entry.at),
            "offset": offset_minutes(entry.at),
            "time_given": entry.when.time_given,
        }
        values = {name: f":{name}" for name in row}
        if "condition" in row:
            values["folded"] = "folded(:condition)"
        changes = ", ".join(f"{name} = excluded.{name}" for name in values if name != "uid")
        id_: int = self._connection.execute(
            f"INSERT INTO entry ({', '.join(values)}) VALUES ({', '.join(values.values())})"
            f" ON CONFLICT (uid) DO UPDATE SET {changes} RETURNING id",
            row,
        ).fetchone()["id"]
        if isinstance(entry, Session):
            self._put_parts(id_, entry)
        return entry

    def _put_parts(self, id_: int, session: Session) -> None:
        for table in ("point", *(table for table, _ in PARTS.values())):
            self._connection.execute(f"DELETE FROM {table} WHERE entry = ?", (id_,))
        self._connection.executemany(
            "INSERT INTO point VALUES (?, ?, ?)",
            [(id_, position, point) for position, point in enumerate(session.points)],
        )
        for name, (table, part) in PARTS.items():
            columns = part._fields
            values = {column: f":{column}" for column in ("entry", "position", *columns)}
            if "condition" in columns:
                values["folded"] = "folded(:condition)"
            self._connection.executemany(
                f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join(values.values())})",
                [
                    {"entry": id_, "position": position} | {column: getattr(item, column) for column in columns}
                    for position, item in enumerate(getattr(session, name))
                ],
            )


def _dump(entry: AnyEntry) -> str:
    import json

    return json.dumps(to_record(entry), ensure_ascii=False, separators=(",", ":"))


def _parse(record: str) -> AnyEntry:
    import json

    return from_record(json.loads(record))
