"""Deleting for good: what was deleted, and all that undo keeps of it, is removed from every byte of the file.

First the file is compacted, so that nothing older hides in its free space; then one transaction removes the content
and overwrites it; then the file is compacted again. If the process is killed, the file is in its former state or
purged. Temporary files that killed processes left are removed, too.
"""

import sqlite3
from collections.abc import Collection, Iterable, Sequence, Set
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from paintrack.analysis.deleted_detail_counts import DetailCounts
from paintrack.errors import NoDiaryError
from paintrack.model.changes.change_stamps import REMOVED
from paintrack.model.changes.purged_rating_stamps import identities_gone, removed_identities, with_purged_ratings
from paintrack.model.changes.set_aside_value_removal import without_removed_ratings, without_set_aside
from paintrack.model.entries import Session
from paintrack.model.serialization.json_entries import to_record
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.moment import later_stamp, stamp
from paintrack.private_file import remove_abandoned
from paintrack.storage.copies.backup import leftover_folders
from paintrack.storage.copies.purge_scope import (
    PurgeCounts,
    PurgeScope,
    PurgeTarget,
    counts_of,
    former_names,
    names_of_ratings,
    scope_of,
    steps_naming,
)
from paintrack.storage.copies.replacement import locked_file
from paintrack.storage.file.connection import check_integrity, read_header_for_write
from paintrack.storage.file.file_header import SCHEMA_VERSION
from paintrack.storage.file.reader_and_writer_opening import write_transaction
from paintrack.storage.file.upgrade import upgrade
from paintrack.storage.mapping import chunked, placeholders, serialize_stamps
from paintrack.storage.merge_and_import_journal import GONE_PREFIX, TWINS_PREFIX
from paintrack.storage.reader import Reader
from paintrack.write_state import WriteState, note_write


class Purged(NamedTuple):
    """What a purge did; `uids` are those of the entries from which something was removed, None for the whole file.

    `upgrades` are sentences on an upgrade of the file.
    """

    counts: PurgeCounts
    uids: frozenset[str] | None
    upgrades: Sequence[str]


def count_purge(reader: Reader, target: PurgeTarget) -> PurgeCounts:
    """What a purge would remove; nothing is changed."""
    connection = reader.connection
    if connection is None:
        return PurgeCounts({}, 0, 0, 0, DetailCounts())
    return counts_of(connection, scope_of(connection, target), target)


def purged_uid(reader: Reader, kind: str, number: int) -> str | None:
    """The uid of the purged entry with this kind and number; None if none was purged."""
    if reader.connection is None:
        return None
    row = reader.connection.execute(
        "SELECT uid FROM gone WHERE kind = ? AND number = ? AND purged IS NOT NULL", (kind, number)
    ).fetchone()
    return None if row is None else str(row[0])


def purge(path: Path, target: PurgeTarget, now: datetime) -> Purged:
    """Remove the target from the file for good, all or nothing. Raises NoDiaryError, FileTroubleError.

    If there is nothing to remove, the file is only compacted, since a purge that was killed after its transaction did
    not get to that.
    """
    header = read_header_for_write(path)
    if header.kind != "paintrack":
        raise NoDiaryError(path)
    upgrades = upgrade(path, now) if 0 < header.version < SCHEMA_VERSION else []
    with locked_file(path) as live:
        check_integrity(live, path)
        # Otherwise SQLite compacts by way of a file in the folder for temporary files.
        live.execute("PRAGMA temp_store = MEMORY")
        live.execute("PRAGMA secure_delete = ON")
        live.execute("VACUUM")
        with write_transaction(live):
            scope = scope_of(live, target)
            counts = counts_of(live, scope, target)
            touched = frozenset(scope.uids) if target.uid is None else frozenset({target.uid})
            if not counts.is_empty:
                _remove(live, scope, target, stamp(now))
        note_write(WriteState.SAVED)
        live.execute("VACUUM")
        check_integrity(live, path)
    for folder in leftover_folders(path):
        remove_abandoned(folder)
    return Purged(counts, None if target.is_everything else touched, upgrades)


def _remove(live: sqlite3.Connection, scope: PurgeScope, target: PurgeTarget, now: str) -> None:
    shortened = {*scope.shortened, *scope.identities, *_uids_with_removals(live, target)}
    shortened -= {entry.uid for entry in scope.entries}
    names = former_names(live, shortened)
    for uid in sorted(shortened):
        _shorten(live, uid, target.condition, scope.identities.get(uid, ()), names.get(uid, ()), now)
    live.executemany(
        "INSERT INTO gone (uid, kind, number, deleted, purged) VALUES (?, ?, ?, ?, ?) ON CONFLICT (uid)"
        " DO UPDATE SET number = excluded.number, purged = excluded.purged",
        [(entry.uid, entry.kind, entry.number, entry.deleted or now, now) for entry in scope.entries],
    )
    ids = [(entry.id,) for entry in scope.entries]
    for table in ("rating", "point", "side_effect"):
        live.executemany(f"DELETE FROM {table} WHERE entry = ?", ids)
    live.executemany("DELETE FROM entry WHERE id = ?", ids)
    if target.is_everything:
        # Including former states of entries that stay, and former settings.
        live.execute("DELETE FROM change")
        live.execute("DELETE FROM step")
    else:
        naming = set[int]() if target.condition is None else steps_naming(live, target.condition)
        _remove_from_journal(live, scope.uids, naming)


def _uids_with_removals(live: sqlite3.Connection, target: PurgeTarget) -> list[str]:
    """The uids of the sessions from which a rating was removed, if everything that was deleted is purged."""
    if not target.is_everything:
        return []
    return [uid for (uid,) in live.execute(f"SELECT uid FROM entry WHERE changed LIKE '%/{REMOVED}\"%'")]


def _shorten(
    live: sqlite3.Connection,
    uid: str,
    condition: str | None,
    former: Collection[str],
    names: Iterable[tuple[str, str]],
    now: str,
) -> None:
    """Remove the condition's scores from a session that also has other values, even scores that a merge set aside.

    Without a condition, only what a merge set aside of ratings that were removed. The purge is stamped, so that no
    merge brings the scores back. `former` are the identities of ratings that once had the name of the condition,
    `names` each identity with each name that it had in a former state.
    """
    session = Reader(live).by_uid(uid)
    if not isinstance(session, Session):
        return
    if condition is None:
        without, former = without_removed_ratings(session), removed_identities(session)
    else:
        name = folded(condition)
        rest = session.with_ratings([each for each in session.ratings if folded(each.condition) != name])
        without = without_set_aside(rest, condition, former)
    gone = identities_gone(session, without, former)
    all_names = {*names, *names_of_ratings(to_record(session))}
    names_gone = sorted(name for identity, name in all_names if identity in gone)
    purged = with_purged_ratings(without, session, gone, names_gone, later_stamp(now, session.edited))
    live.execute(
        "UPDATE entry SET edited = ?, changed = ?, set_aside = ? WHERE uid = ?",
        (purged.edited, serialize_stamps(purged.changed), serialize_stamps(purged.set_aside), uid),
    )
    if condition is not None:
        live.execute(
            "DELETE FROM rating WHERE folded = ? AND entry = (SELECT id FROM entry WHERE uid = ?)",
            (folded(condition), uid),
        )


def _remove_from_journal(live: sqlite3.Connection, uids: Collection[str], naming: Set[int]) -> None:
    """Remove the entries from every step of the journal.

    A step that keeps other entries gets new words, which name nothing that was removed, and so do the steps whose ids
    are in `naming`.
    """
    steps = {*naming}
    for chunk in chunked(uids):
        names = [*chunk, *(f"{GONE_PREFIX}{uid}" for uid in chunk)]
        of_these = f"uid IN ({placeholders(names)})"
        steps |= {step for (step,) in live.execute(f"SELECT step FROM change WHERE {of_these}", names)}
        live.execute(f"DELETE FROM change WHERE {of_these}", names)
    # Pairs of twins are no entries.
    pairs, gone = f"{TWINS_PREFIX}*", {*uids}
    named = live.execute("SELECT DISTINCT uid FROM change WHERE uid GLOB ?", (pairs,)).fetchall()
    of_gone = [(name,) for (name,) in named if not gone.isdisjoint(name.split(":"))]
    live.executemany("DELETE FROM change WHERE uid = ?", of_gone)
    for step in steps:
        of_entries = "SELECT count(*) FROM change WHERE step = ? AND uid NOT GLOB ?"
        (left,) = live.execute(of_entries, (step, pairs)).fetchone()
        if left:
            words = f"a change of {left} {'entry' if left == 1 else 'entries'}"
            live.execute("UPDATE step SET what = ? WHERE id = ?", (words, step))
        else:
            live.execute("DELETE FROM step WHERE id = ?", (step,))
