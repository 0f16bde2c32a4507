"""The journal of a merge, or of an import of paintrack's own export: undo restores exactly what was there, stamps too.

It leaves nothing of what came in. If undo stamped entries with the present or left tombstones, the next merge would
delete the diary of the other computer.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from paintrack.errors import UnreadableStateError
from paintrack.model.entries import AnyEntry
from paintrack.model.serialization.json_entries import from_record
from paintrack.storage.entry_row_writer import EntryRows
from paintrack.storage.mapping import chunked, placeholders

if TYPE_CHECKING:
    from json import JSONEncoder

    from paintrack.model.changes.stored_setting import StoredSetting
    from paintrack.storage.undoable_step import Step

# Gets names and yields them one by one as their turn comes, which lets it show the progress.
Track = Callable[[Sequence[str]], Iterable[str]]

# How the journal names what is not an entry, in the column that otherwise holds the uid of an entry: a setting by its
# name, what is left of an entry that is gone by its uid, and a pair of twins by both uids, `twins:UID:UID`.
SETTING_PREFIX, GONE_PREFIX, TWINS_PREFIX = "setting:", "gone:", "twins:"
# What reading a state raises if paintrack did not write it in this form.
UNREADABLE_STATE = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
# What saving a state raises that can be read, but breaks a rule of the tables or has a value of no type they hold.
_AGAINST_THE_RULES = (sqlite3.IntegrityError, sqlite3.InterfaceError, sqlite3.ProgrammingError)
_TYPES = {"points": list, "changed": dict, "set_aside": dict, "deleted": str}
_GONE_COLUMNS = ("uid", "kind", "number", "deleted", "purged")


class ExactJournal(EntryRows):
    """A file that is open for writing, with states that are kept and put back exactly.

    States are kept by their name in the journal: a JSON text, or None for what is not there.
    """

    def _is_undone_exactly(self, step_id: int) -> bool:
        return bool(self._rows("SELECT 1 FROM step WHERE id = ? AND imported = 1", (step_id,)))

    def _swap_exactly(self, step: "Step", track: Track, *, is_undo: bool) -> None:
        """Put all former states of the step back; its journal then holds the states they replace.

        `is_undo`: this is an undo, not a redo. Raises UnreadableStateError.
        """
        names = [name for (name,) in self._rows("SELECT uid FROM change WHERE step = ? ORDER BY uid", (step.id,))]
        # Removed in row order: uids are random, so in their order each page of the tables would be rewritten again and
        # again, and removing a long import would take twice as long.
        added = self._rows(
            "SELECT entry.uid FROM change JOIN entry ON entry.uid = change.uid"
            " WHERE step = ? AND former IS NULL ORDER BY entry.id",
            (step.id,),
        )
        for chunk in chunked(track(names)):
            changes = self._rows(
                f"SELECT uid, former FROM change WHERE step = ? AND uid IN ({placeholders(chunk)})", (step.id, *chunk)
            )
            formers: dict[str, str | None] = {row["uid"]: row["former"] for row in changes}
            currents = self._states(chunk)
            with refuse_unreadable(step, is_undo=is_undo):
                self._restore(formers, currents)
            self._connection.executemany(
                "UPDATE change SET former = ? WHERE step = ? AND uid = ?",
                ((state, step.id, name) for name, state in currents.items()),
            )
        for chunk in chunked(track([uid for (uid,) in added])):
            self._remove_rows(chunk)

    def _journal_states(self, step_id: int, names: Sequence[str]) -> None:
        """Record the states of these names (`CHUNK` at most) in the journal of the step."""
        self._connection.executemany(
            # OR IGNORE: the first state in a step is the one to go back to.
            "INSERT OR IGNORE INTO change (step, uid, former) VALUES (?, ?, ?)",
            ((step_id, name, state) for name, state in self._states(names).items()),
        )

    def _states(self, names: Sequence[str]) -> dict[str, str | None]:
        from paintrack.storage.queries.json_records_for_journal import select_records

        states: dict[str, str | None] = dict.fromkeys(names)
        states |= select_records(self._connection, [name for name in names if ":" not in name])
        settings = self.stored_settings()
        gone = self._gone([name.removeprefix(GONE_PREFIX) for name in names if name.startswith(GONE_PREFIX)])
        for name in names:
            if (setting := settings.get(name.removeprefix(SETTING_PREFIX))) and name.startswith(SETTING_PREFIX):
                states[name] = _serialize(setting._asdict())
            if (row := gone.get(name.removeprefix(GONE_PREFIX))) and name.startswith(GONE_PREFIX):
                states[name] = _serialize(row)
        return states

    def _gone(self, uids: Sequence[str]) -> dict[str, dict[str, Any]]:
        rows = self._rows(f"SELECT {', '.join(_GONE_COLUMNS)} FROM gone WHERE uid IN ({placeholders(uids)})", uids)
        return {row["uid"]: dict(row) for row in rows}

    def _restore(self, formers: Mapping[str, str | None], currents: Mapping[str, str | None]) -> None:
        from paintrack.model.changes.stored_setting import StoredSetting

        records = {name: _parse(state) for name, state in formers.items() if state is not None}
        numbered = [
            # A state that was kept while its row stayed has no number; the row has it.
            (record.get("number") or _parse(currents[uid])["number"], entry_of_state(uid, record))
            for uid, record in records.items()
            if ":" not in uid
        ]
        self._reject_other_kinds([entry for _, entry in numbered])
        self._put_all(numbered)
        for name in formers:
            if name.startswith(SETTING_PREFIX):
                setting = StoredSetting(**records[name]) if name in records else None
                self._put_stored_setting(name.removeprefix(SETTING_PREFIX), setting)
            elif name.startswith(GONE_PREFIX):
                uid = name.removeprefix(GONE_PREFIX)
                self._put_gone(uid, reject_other_uid(uid, records[name]) if name in records else None)

    def _reject_other_kinds(self, entries: Sequence[AnyEntry]) -> None:
        """Raise ValueError if one of the states (`CHUNK` at most) is of another kind than the stored entry."""
        kinds = {each.uid: each.kind for each in entries}
        stored = self._rows(f"SELECT uid, kind FROM entry WHERE uid IN ({placeholders([*kinds])})", [*kinds])
        if any(kinds[uid] != kind for uid, kind in stored):
            raise ValueError("of another kind")

    def _put_stored_setting(self, name: str, setting: "StoredSetting | None") -> None:
        self._connection.execute("DELETE FROM setting WHERE name = ?", (name,))
        if setting is not None:
            self._connection.execute("INSERT INTO setting VALUES (?, ?, ?)", (name, setting.value, setting.edited))

    def _put_gone(self, uid: str, row: Mapping[str, Any] | None) -> None:
        self._connection.execute("DELETE FROM gone WHERE uid = ?", (uid,))
        if row is not None:
            self._connection.execute(
                f"INSERT INTO gone ({', '.join(_GONE_COLUMNS)}) VALUES ({placeholders(_GONE_COLUMNS)})",
                [row[column] for column in _GONE_COLUMNS],
            )


@contextmanager
def refuse_unreadable(step: "Step", *, is_undo: bool) -> Iterator[None]:
    """Turn what the block raises about a state that paintrack did not write so into UnreadableStateError."""
    try:
        yield
    except (*UNREADABLE_STATE, *_AGAINST_THE_RULES) as error:
        raise UnreadableStateError(step.what, is_undo=is_undo) from error


def entry_of_state(uid: str, record: Mapping[str, Any]) -> AnyEntry:
    """The entry with this uid from its state in the journal. Raises one of UNREADABLE_STATE if it is not one."""
    for name, expected in _TYPES.items():
        if not isinstance(record.get(name), expected | None):
            raise TypeError(name)
    return from_record(reject_other_uid(uid, record))


def reject_other_uid(uid: str, record: Mapping[str, Any]) -> Mapping[str, Any]:
    """The state, if it has this uid. Raises KeyError if it has none, ValueError if it has another."""
    if record["uid"] != uid:
        raise ValueError(record["uid"])
    return record


@cache
def _encoder() -> "JSONEncoder":
    import json

    return json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _serialize(state: Mapping[str, Any]) -> str:
    return _encoder().encode(state)


def _parse(state: str | None) -> dict[str, Any]:
    import json

    parsed: dict[str, Any] = {} if state is None else json.loads(state)
    return parsed
