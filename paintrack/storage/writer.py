"""Saving entries, and the journal: the former state of each changed entry, so that every change can be undone."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from paintrack.errors import NothingToDoError
from paintrack.model.entries import KINDS, AnyEntry
from paintrack.model.serialization.json_entries import to_record
from paintrack.model.values.moment import later_stamp, stamp
from paintrack.storage.mapping import chunked, placeholders
from paintrack.storage.merge_and_import_journal import (
    GONE_PREFIX,
    SETTING_PREFIX,
    TWINS_PREFIX,
    ExactJournal,
    Track,
    entry_of_state,
    refuse_unreadable,
    reject_other_uid,
)

if TYPE_CHECKING:
    from paintrack.model.changes.tombstone import Tombstone
    from paintrack.storage.undoable_step import Step

T = TypeVar("T", bound=AnyEntry)

# The former state of an addition that was undone: the entry as it stands, but not deleted.
AS_IT_STANDS = '{"deleted":null}'
_EDITED = "later_stamp(:now, edited)"


class Writer(ExactJournal):
    """One open transaction: everything saved in it is one step, which undo takes back as one."""

    def __init__(self, connection: sqlite3.Connection, now: datetime) -> None:
        super().__init__(connection)
        self._now = stamp(now)
        self._step_id: int | None = None
        self._is_undo_exact = False
        # Sentences about an upgrade of the file, which stay true even if this write fails.
        self.upgrades: list[str] = []
        # The entries that were saved one by one.
        self.saved: list[AnyEntry] = []

    @property
    def now(self) -> str:
        """The instant of this write: UTC with microseconds."""
        return self._now

    @property
    def has_changes(self) -> bool:
        """Whether anything that undo can take back was saved in this step."""
        return self._step_id is not None

    def save(self, entry: T) -> T:
        """Save an entry, new (with number 0) or changed, and return it as it was saved."""
        saved_entry = self.change(entry) if entry.number else self.add(entry)
        self.saved.append(saved_entry)
        return saved_entry

    def add(self, entry: T) -> T:
        """Save a new entry and return it with its number, which was never used before."""
        self._journal(entry.uid, None)
        return self._put(replace(entry, number=self._next_number(entry.kind)))

    def change(self, entry: T) -> T:
        """Save a new state of a stored entry and return it with a later `edited`. Raises LookupError for any other."""
        former = self._existing(entry.uid)
        self._journal(entry.uid, former)
        return self._put(self._edited(entry, former))

    def change_all(self, entries: Iterable[AnyEntry]) -> None:
        """Do what `change` does for many stored entries with different uids, in a fraction of the time."""
        for chunk in chunked(entries):
            formers = self.by_uids([entry.uid for entry in chunk])
            states = []
            for entry in chunk:
                former = formers[entry.uid]
                self._journal(entry.uid, former)
                states.append((former.number, self._edited(entry, former)))
            self._put_all(states)

    def save_imported(self, entry: T) -> T:
        """Save an entry from another file, new or newer than the stored one, and keep its `edited`."""
        former = self.by_uid(entry.uid)
        self._journal(entry.uid, former)
        return self._put(replace(entry, number=former.number if former else self._next_number(entry.kind)))

    def save_all_imported(self, entries: Iterable[AnyEntry]) -> None:
        """Do what `save_imported` does for many entries with different uids, in a fraction of the time."""
        newest, saved = self._newest_id(), False
        numbers = {kind: count(self._next_number(kind)) for kind in KINDS}
        for chunk in chunked(entries):
            # A file without entries has no former states.
            formers = self.by_uids([entry.uid for entry in chunk]) if newest else {}
            for uid, former in formers.items():
                self._journal(uid, former)
            self._put_all(
                [
                    (formers[entry.uid].number if entry.uid in formers else next(numbers[entry.kind]), entry)
                    for entry in chunk
                ],
                are_new=not formers,
            )
            saved = True
        if saved:
            self._journal_new(newest)
            if self._is_undo_exact:
                returned = self._rows("SELECT uid FROM gone WHERE uid IN (SELECT uid FROM entry)")
                for returned_chunk in chunked(uid for (uid,) in returned):
                    self._journal_states(self._current_step_id(), [GONE_PREFIX + uid for uid in returned_chunk])
            # What has come back is no longer gone; if this is undone, the entry itself stays as a tombstone.
            self._connection.execute("DELETE FROM gone WHERE uid IN (SELECT uid FROM entry)")

    def delete(self, entry: T) -> T:
        """Mark the entry as deleted; it stays as a tombstone."""
        return self.change(replace(entry, deleted=self._next_edited(entry.edited)))

    def delete_all(self, entries: Iterable[AnyEntry]) -> None:
        """Do what `delete` does for many entries with different uids, in a fraction of the time."""
        self.change_all(replace(entry, deleted=self._next_edited(entry.edited)) for entry in entries)

    def set_setting(self, name: str, value: str | None, edited: str | None = None) -> None:
        """Set a setting, or clear it with None; `edited` is the instant (UTC) if it was set on another computer."""
        if self._is_undo_exact:
            self._journal_states(self._current_step_id(), [SETTING_PREFIX + name])
        else:
            self._journal(SETTING_PREFIX + name, {"value": self.settings().get(name)})
        self._put_setting(name, value, edited or self._next_setting_stamp(name))

    def save_tombstones(self, tombstones: "Iterable[Tombstone]") -> int:
        """Save that these entries, none of which is in the file, were deleted elsewhere.

        Returns how many of these tombstones were new or have changed.
        """
        number = 0
        for chunk in chunked(tombstones):
            stored = {each.uid: each for each in self.tombstones([each.uid for each in chunk])}
            for each in chunk:
                if stored.get(each.uid) != each:
                    if self._is_undo_exact:
                        self._journal_states(self._current_step_id(), [GONE_PREFIX + each.uid])
                    else:
                        self._journal(GONE_PREFIX + each.uid, _tombstone_record(stored.get(each.uid)))
                    self._put_tombstone(each)
                    number += 1
        return number

    def record_page_day(self, day: date) -> None:
        """Record the local day on which the page was written to a file; undo does not take that back."""
        self._connection.execute("INSERT OR IGNORE INTO page VALUES (?)", (day.isoformat(),))

    def describe(self, what: str) -> None:
        """Describe this step for undo: 'added session 5, lower back 7 -> 5'."""
        self._connection.execute("UPDATE step SET what = ? WHERE id = ?", (what, self._step_id))

    def make_undo_exact(self) -> None:
        """Make this step one whose undo restores everything exactly. Must be called before anything is saved in it."""
        self._connection.execute("UPDATE step SET imported = 1 WHERE id = ?", (self._current_step_id(),))
        self._is_undo_exact = True

    def replace_by_tombstones(self, tombstones: "Sequence[Tombstone]") -> None:
        """In a merge, remove entries whose content was purged elsewhere; the tombstones keep their numbers.

        The journal keeps their content, so that undo can restore it.
        """
        for chunk in chunked(tombstones):
            uids = [each.uid for each in chunk]
            self._journal_states(self._current_step_id(), [*uids, *(GONE_PREFIX + uid for uid in uids)])
            numbers = {uid: entry.number for uid, entry in self.by_uids(uids).items()}
            self._remove_rows(uids)
            for each in chunk:
                self._put_gone(each.uid, each._asdict() | {"number": numbers.get(each.uid)})

    def record_twins(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Record that this step named these pairs of uids, that of the session which was here before first.

        Without a journal of them nobody could tell twins that stayed two from two visits that one computer typed.
        """
        self._connection.executemany(
            "INSERT OR IGNORE INTO change (step, uid) VALUES (?, ?)",
            [(self._current_step_id(), f"{TWINS_PREFIX}{here}:{there}") for here, there in pairs],
        )

    def undo(self, step: "Step", track: Track = iter) -> "Step":
        """Take back a step and return it.

        `track` gets the names of what changes and yields them one by one as their turn comes, which lets it show the
        progress. Raises NothingToDoError if the step is no longer the newest, because of another write in between, and
        UnreadableStateError if what was there before cannot be read.
        """
        if self.next_undo() != step:
            raise NothingToDoError("Something else was saved in the meantime; nothing was taken back. Try again.")
        return self._swap_states(step, track, is_undo=True)

    def redo(self, step: "Step", track: Track = iter) -> "Step":
        """Apply a step again that was undone, and return it; `track` is as in `undo`. Raises UnreadableStateError."""
        return self._swap_states(step, track, is_undo=False)

    def _swap_states(self, step: "Step", track: Track, *, is_undo: bool) -> "Step":
        """Replace each entry of the step by its former state; the journal then holds the state that was replaced."""
        # 32 MB, allocated as needed: uids have no order, so a long import is taken back all over the file, and with the
        # usual 8 MB each page is written and read again and again.
        self._connection.execute("PRAGMA cache_size = -32000")
        if self._is_undone_exactly(step.id):
            self._swap_exactly(step, track, is_undo=is_undo)
        else:
            self._swap_stamped(step, track, is_undo=is_undo)
        self._connection.execute("UPDATE step SET undone = ? WHERE id = ?", (is_undo, step.id))
        return step

    def _swap_stamped(self, step: "Step", track: Track, *, is_undo: bool) -> None:
        """Replace each entry by its former state as a change of now."""
        uids = [uid for (uid,) in self._rows("SELECT uid FROM change WHERE step = ?", (step.id,))]
        for chunk in chunked(track(uids)):
            changes = self._rows(
                "SELECT change.uid, former, deleted FROM change LEFT JOIN entry ON entry.uid = change.uid"
                f" WHERE step = ? AND change.uid IN ({placeholders(chunk)})",
                (step.id, *chunk),
            )
            formers = {uid: former for uid, former, _ in changes}
            # Only the name of something that is not an entry has a colon.
            entries = {uid: former for uid, former in formers.items() if ":" not in uid}
            # Not an entry that was added and deleted in one step: it has a state of its own to go back to.
            additions = [
                uid
                for uid, former, deleted in changes
                if uid in entries and (former is None and deleted is None if is_undo else former == AS_IT_STANDS)
            ]
            self._swap_additions(step, additions, is_undo=is_undo)
            with refuse_unreadable(step, is_undo=is_undo):
                self._swap_entries(step, {uid: entries[uid] for uid in entries.keys() - set(additions)})
                for uid, former in formers.items():
                    if uid.startswith(SETTING_PREFIX):
                        self._swap_setting(step, uid.removeprefix(SETTING_PREFIX), former)
                    elif uid.startswith(GONE_PREFIX):
                        self._swap_tombstone(step, uid.removeprefix(GONE_PREFIX), former)

    def _swap_additions(self, step: "Step", uids: Sequence[str], *, is_undo: bool) -> None:
        """Delete (`is_undo`) or restore entries (`CHUNK` at most) that the step added.

        They keep all their values, so that a long import need not be read and written again. A deleted entry stays as
        a tombstone, so that merge does not bring it back. The stamps are those of `with_change_stamps`.
        """
        from paintrack.model.changes.change_stamps import REST

        names = {f"uid{number}": uid for number, uid in enumerate(uids)}
        these = f"uid IN ({', '.join(f':{name}' for name in names)})"
        stamps = (
            "CASE WHEN changed IS NULL AND edited <> entered THEN json_object(:rest, edited)"
            # Left by a change of nothing.
            " WHEN changed IS NULL OR ((SELECT count(*) FROM json_each(changed)) = 1"
            " AND json_extract(changed, '$.' || :rest) = entered) THEN '{}' ELSE changed END"
        )
        self._connection.execute(
            f"UPDATE entry SET edited = {_EDITED}, deleted = {_EDITED if is_undo else 'NULL'},"
            f" changed = json_set({stamps}, '$.deleted', {_EDITED}) WHERE {these}",
            {"now": self._now, "rest": REST, **names},
        )
        self._connection.execute(
            f"UPDATE change SET former = :former WHERE step = :step AND {these}",
            {"former": AS_IT_STANDS if is_undo else None, "step": step.id, **names},
        )

    def _swap_entries(self, step: "Step", formers: dict[str, str | None]) -> None:
        from paintrack.model.changes.change_stamps import with_change_stamps

        currents = self.by_uids([*formers])
        states = []
        for uid, former in formers.items():
            current = currents[uid]
            edited = self._next_edited(current.edited)
            state = replace(current, deleted=edited) if former is None else _parse(uid, former)
            if state.deleted is not None:
                # A deletion that is applied again happens now: another computer may know of the undo, and can tell
                # only by the instant which of the two came last.
                state = replace(state, deleted=edited)
            state = replace(state, edited=edited)
            states.append((current.number, with_change_stamps(state, current)))
        self._reject_other_kinds([entry for _, entry in states])
        self._connection.executemany(
            "UPDATE change SET former = ? WHERE step = ? AND uid = ?",
            ((_serialize(currents[uid]), step.id, uid) for uid in formers),
        )
        self._put_all(states)

    def _swap_setting(self, step: "Step", name: str, former: str) -> None:
        import json

        current = json.dumps({"value": self.settings().get(name)}, ensure_ascii=False)
        self._connection.execute(
            "UPDATE change SET former = ? WHERE step = ? AND uid = ?", (current, step.id, SETTING_PREFIX + name)
        )
        self._put_setting(name, json.loads(former)["value"], self._next_setting_stamp(name))

    def _swap_tombstone(self, step: "Step", uid: str, former: str | None) -> None:
        import json

        current = _tombstone_record(next(iter(self.tombstones([uid])), None))
        self._connection.execute(
            "UPDATE change SET former = ? WHERE step = ? AND uid = ?",
            (None if current is None else _serialize(current), step.id, GONE_PREFIX + uid),
        )
        if former is None:
            self._connection.execute("DELETE FROM gone WHERE uid = ?", (uid,))
        else:
            from paintrack.model.changes.tombstone import Tombstone

            self._put_tombstone(Tombstone(**reject_other_uid(uid, json.loads(former))))

    def _put_tombstone(self, tombstone: "Tombstone") -> None:
        self._connection.execute(
            "INSERT INTO gone (uid, kind, deleted, purged) VALUES (?, ?, ?, ?) ON CONFLICT (uid)"
            " DO UPDATE SET deleted = excluded.deleted, purged = excluded.purged",
            tombstone,
        )

    def _put_setting(self, name: str, value: str | None, edited: str) -> None:
        self._connection.execute(
            "INSERT INTO setting VALUES (?, ?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value, edited = excluded.edited",
            (name, value, edited),
        )

    def _journal(self, uid: str, former: "AnyEntry | dict[str, str | None] | None") -> None:
        # OR IGNORE, because the first state in a step is the one to go back to.
        self._connection.execute(
            "INSERT OR IGNORE INTO change (step, uid, former) VALUES (?, ?, ?)",
            (self._current_step_id(), uid, None if former is None else _serialize(former)),
        )

    def _journal_new(self, newest: int) -> None:
        """Record in the journal that the entries with an id above `newest` did not exist before."""
        self._connection.execute(
            # In the order of the table `change`, so that the rows of a long import are appended to it.
            "INSERT OR IGNORE INTO change (step, uid) SELECT ?, uid FROM entry WHERE id > ? ORDER BY uid",
            (self._current_step_id(), newest),
        )

    def _current_step_id(self) -> int:
        """The id of the step of this write; the step is created by the first change."""
        if self._step_id is None:
            self._connection.execute("DELETE FROM step WHERE undone = 1")
            (self._step_id,) = self._connection.execute(
                "INSERT INTO step (at, what) VALUES (?, '') RETURNING id", (self._now,)
            ).fetchone()
        step_id: int = self._step_id
        return step_id

    def _existing(self, uid: str) -> AnyEntry:
        entry = self.by_uid(uid)
        if entry is None:
            raise LookupError(uid)
        return entry

    def _edited(self, entry: T, former: AnyEntry) -> T:
        """The new state of a stored entry as it is saved: with its stamps."""
        from paintrack.model.changes.change_stamps import with_change_stamps, with_keys_of_retyped
        from paintrack.model.changes.set_aside_value_removal import without_set_aside_of_removed

        kept = with_keys_of_retyped(without_set_aside_of_removed(entry, former), former)
        return with_change_stamps(replace(kept, edited=self._next_edited(former.edited)), former)

    def _next_edited(self, edited: str) -> str:
        """Now, or a microsecond after the last edit if the clock went back: `edited` always increases."""
        return later_stamp(self._now, edited)

    def _next_setting_stamp(self, name: str) -> str:
        former = self.stored_settings().get(name)
        return self._now if former is None or former.edited is None else self._next_edited(former.edited)


def _tombstone_record(tombstone: "Tombstone | None") -> dict[str, str | None] | None:
    return None if tombstone is None else tombstone._asdict()


def _serialize(former: "AnyEntry | dict[str, str | None]") -> str:
    import json

    record = former if isinstance(former, dict) else to_record(former)
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def _parse(uid: str, state: str) -> AnyEntry:
    import json

    return entry_of_state(uid, json.loads(state))
