"""Queries about what `undo` and `redo` would reach, for the few answers that need them."""

import json
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from paintrack.storage.mapping import placeholders
from paintrack.storage.merge_and_import_journal import TWINS_PREFIX, UNREADABLE_STATE
from paintrack.storage.reader import Reader
from paintrack.storage.undoable_step import Step


class WayBack(NamedTuple):
    """The steps that undo, or else redo, has to take so that deleted entries are there again.

    `has_others`: something else changes with it.
    """

    steps: Sequence[Step]
    is_undo: bool
    has_others: bool


def last_purge(reader: Reader) -> str | None:
    """When an entry was last purged (ISO 8601, UTC); None if none was."""
    purged = _value(reader, "SELECT max(purged) FROM gone")
    return None if purged is None else str(purged)


def last_deleted(reader: Reader, kind: str | None) -> tuple[str, int] | None:
    """Kind and number of the entry, with `kind` of that kind, that was deleted last; None where none is."""
    rows = _rows(
        reader,
        "SELECT kind, number FROM entry WHERE deleted IS NOT NULL AND coalesce(?, kind) = kind"
        # Of those deleted at once redo puts back the first that was recorded.
        " ORDER BY deleted DESC, id LIMIT 1",
        kind,
    )
    return rows[0] if rows else None


def way_back(reader: Reader, uids: Sequence[str]) -> WayBack | None:
    """What brings the deleted entries with these uids back; None where the journal does not reach all of them."""
    for is_undo in (True, False):
        reached = [_step_with_former(reader, uid, is_undo=is_undo) for uid in uids]
        ids = [each for each in reached if each is not None]
        if not ids or len(ids) < len(uids):
            continue
        last = min(ids) if is_undo else max(ids)
        count = _value(
            reader,
            f"SELECT count(*) FROM step WHERE undone = ? AND id {'>=' if is_undo else '<='} ?",
            int(not is_undo),
            last,
        )
        steps = reader.steps_to_undo(count) if is_undo else reader.steps_to_redo(count)
        other_changes = _value(
            reader,
            # That a pair of twins was named changes nothing that a person sees.
            f"SELECT count(*) FROM change WHERE step = ? AND uid NOT GLOB ? AND uid NOT IN ({placeholders(uids)})",
            last,
            f"{TWINS_PREFIX}*",
            *uids,
        )
        return WayBack(steps, is_undo, has_others=count > 1 or other_changes > 0)
    return None


def _step_with_former(reader: Reader, uid: str, *, is_undo: bool) -> int | None:
    """The first step, as undo or redo goes through them, behind which the entry is there; None where none is."""
    rows = _rows(
        reader,
        "SELECT step, former FROM change JOIN step ON step.id = change.step"
        f" WHERE uid = ? AND undone = ? AND former IS NOT NULL ORDER BY step {'DESC' if is_undo else 'ASC'}",
        uid,
        int(not is_undo),
    )
    return next((step for step, former in rows if _is_there(former)), None)


def _is_there(state: str) -> bool:
    """Whether the entry is not deleted in this state of the journal."""
    with suppress(*UNREADABLE_STATE):
        return json.loads(state).get("deleted") is None
    return False


def _value(reader: Reader, sql: str, *values: str | int | None) -> Any:
    """The one value that the query gives; None where there is no file."""
    rows = _rows(reader, sql, *values)
    return rows[0][0] if rows else None


def _rows(reader: Reader, sql: str, *values: str | int | None) -> list[Any]:
    """The rows that the query gives; none where there is no file."""
    return [] if reader.connection is None else reader.connection.execute(sql, values).fetchall()
