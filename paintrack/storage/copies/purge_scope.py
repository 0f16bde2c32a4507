"""What a purge covers: whole entries, sessions that keep other scores, and former states that undo keeps."""

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from paintrack.analysis.deleted_detail_counts import DetailCounts, count_details
from paintrack.model.displayed_text import visible_line
from paintrack.model.entries import KINDS, AnyEntry, Session
from paintrack.model.name_kind import NameKind
from paintrack.model.typed.typed_text import digest, folded
from paintrack.storage.mapping import chunked, placeholders
from paintrack.storage.merge_and_import_journal import UNREADABLE_STATE
from paintrack.storage.queries.sessions_with_set_aside_values import (
    sessions_setting_aside,
    sessions_with_removed_ratings,
)
from paintrack.storage.reader import Reader

# Whether a row of the journal holds the former state of an entry.
_IS_OF_ENTRY = "former IS NOT NULL AND uid NOT LIKE '%:%'"
_DATE_LENGTH = len("2026-07-06")


class PurgeTarget(NamedTuple):
    """What is to be purged: the entry with a uid, a condition, or, with neither, everything that was deleted."""

    uid: str | None = None
    condition: str | None = None

    @property
    def is_everything(self) -> bool:
        """Whether everything that was deleted is to be purged, and with it all that undo keeps."""
        return self.uid is None and self.condition is None


class PurgeCounts(NamedTuple):
    """How much is purged: entries by kind, how many of them were not deleted before, sessions that only lose scores
    (`shortened`: those of the condition, or those that a merge kept of ratings that were removed), former states that
    undo keeps, and what the entries hold besides their scores.
    """

    entries: dict[str, int]
    undeleted: int
    shortened: int
    former_states: int
    details: DetailCounts

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to purge."""
        return not (self.entries or self.shortened or self.former_states)


class ScopedEntry(NamedTuple):
    """An entry that is purged as a whole."""

    id: int
    uid: str
    kind: str
    number: int
    deleted: str | None


class PurgeScope(NamedTuple):
    """What is purged: whole `entries`, and all that undo keeps of the entries with `uids`.

    `shortened` are the uids of sessions that keep other values; `identities` are, by uid, those of the ratings that had
    the name of the condition in a former state.
    """

    entries: list[ScopedEntry]
    shortened: list[str]
    identities: Mapping[str, set[str]]

    @property
    def uids(self) -> list[str]:
        """The uids of all entries from which something is purged, each once."""
        return [*dict.fromkeys([*(entry.uid for entry in self.entries), *self.shortened, *self.identities])]


def scope_of(connection: sqlite3.Connection, target: PurgeTarget) -> PurgeScope:
    """What a purge of the target covers."""
    columns = "SELECT id, uid, kind, number, deleted FROM entry WHERE"
    if target.uid is not None:
        rows = connection.execute(f"{columns} uid = ?", (target.uid,))
    elif target.condition is None:
        rows = connection.execute(f"{columns} deleted IS NOT NULL")
    else:
        rates = "id IN (SELECT entry FROM rating WHERE folded = :name)"
        rates_others = "id IN (SELECT entry FROM rating WHERE folded <> :name)"
        name = {"name": folded(target.condition)}
        rows = connection.execute(f"{columns} folded = :name OR ({rates} AND NOT {rates_others})", name)
        entries = [ScopedEntry(*row) for row in rows]
        identities = _former_identities(connection, name["name"])
        shortened = [
            uid for (uid,) in connection.execute(f"SELECT uid FROM entry WHERE {rates} AND {rates_others}", name)
        ]
        shortened += [each.uid for each in sessions_setting_aside(Reader(connection), target.condition, identities)]
        whole = {entry.uid for entry in entries}
        return PurgeScope(entries, [*dict.fromkeys(uid for uid in shortened if uid not in whole)], identities)
    entries = [ScopedEntry(*row) for row in rows]
    deleted = {entry.uid for entry in entries}
    sessions = sessions_with_removed_ratings(Reader(connection)) if target.is_everything else ()
    return PurgeScope(entries, [session.uid for session in sessions if session.uid not in deleted], {})


def counts_of(connection: sqlite3.Connection, scope: PurgeScope, target: PurgeTarget) -> PurgeCounts:
    """How much is in the scope of the target."""
    kinds = [entry.kind for entry in scope.entries]
    if target.is_everything:
        (former_states,) = connection.execute("SELECT count(*) FROM change WHERE former IS NOT NULL").fetchone()
    else:
        former_states = sum(
            connection.execute(
                f"SELECT count(*) FROM change WHERE former IS NOT NULL AND uid IN ({placeholders(uids)})", uids
            ).fetchone()[0]
            for uids in chunked(scope.uids)
        )
    return PurgeCounts(
        {kind: kinds.count(kind) for kind in KINDS if kind in kinds},
        sum(entry.deleted is None for entry in scope.entries),
        len(scope.shortened),
        former_states,
        count_details(_entries_of(Reader(connection), scope)),
    )


def _entries_of(reader: Reader, scope: PurgeScope) -> Iterator[AnyEntry]:
    """The entries that are purged as a whole."""
    for uids in chunked(entry.uid for entry in scope.entries):
        yield from reader.by_uids(uids).values()


def deleted_of_the_same_day(reader: Reader, session: Session) -> list[Session]:
    """The other, deleted sessions of any day that this session has, or had in a former state; by time.

    If a merge joined a visit that was typed twice, the twin is one of these. Its day is the only clue to it: the file
    does not say which one it is, nor whether there is one.
    """
    connection = reader.connection
    if connection is None:
        return []
    formers = connection.execute("SELECT former FROM change WHERE former IS NOT NULL AND uid = ?", (session.uid,))
    days = {session.when.day.isoformat(), *(day for (former,) in formers if (day := _day_of(former)))}
    rows = connection.execute(
        "SELECT uid FROM entry WHERE kind = 'session' AND deleted IS NOT NULL AND uid <> ?"
        f" AND date(at, offset || ' minutes') IN ({placeholders([*days])}) ORDER BY at, uid",
        (session.uid, *days),
    )
    uids = [uid for (uid,) in rows]
    deleted = reader.by_uids(uids)
    return [each for uid in uids if isinstance(each := deleted[uid], Session)]


def conditions_in_file(reader: Reader) -> list[str]:
    """The names of all conditions in the file, each once: also of deleted entries, and those that undo alone keeps."""
    connection = reader.connection
    if connection is None:
        return []
    names = [each.name for each in reader.recorded_names(NameKind.CONDITION)]
    rows = connection.execute(
        "SELECT condition FROM rating UNION SELECT condition FROM entry WHERE condition IS NOT NULL ORDER BY 1"
    )
    names += [name for (name,) in rows]
    for (former,) in connection.execute(f"SELECT former FROM change WHERE {_IS_OF_ENTRY} ORDER BY step, uid"):
        with suppress(*UNREADABLE_STATE):
            names += [name for name, _ in _conditions_in(json.loads(former))]
    by_folded: dict[str, str] = {}
    for name in names:
        by_folded.setdefault(folded(name), name)
    return [*by_folded.values()]


def former_names(connection: sqlite3.Connection, uids: Container[str]) -> dict[str, set[tuple[str, str]]]:
    """The identity of each rating with each name that it had in a former state, by the uid of its session."""
    names: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    # All in one pass: the journal has no index by entry.
    for uid, former in connection.execute(f"SELECT uid, former FROM change WHERE {_IS_OF_ENTRY}"):
        if uid in uids:
            with suppress(*UNREADABLE_STATE):
                names[uid] |= names_of_ratings(json.loads(former))
    return names


def names_of_ratings(record: Mapping[str, Any]) -> set[tuple[str, str]]:
    """The identity and the name of each rating in the record of a session. Raises one of UNREADABLE_STATE."""
    return {(identity or digest(folded(name)), name) for name, identity in _conditions_in(record)}


def steps_naming(connection: sqlite3.Connection, condition: str) -> set[int]:
    """The ids of the steps whose words name the condition."""
    names = "|".join(re.escape(folded(name)) for name in (condition, visible_line(condition)))
    naming = re.compile(rf"(?<!\w)(?:{names})(?!\w)")
    return {id_ for id_, what in connection.execute("SELECT id, what FROM step") if naming.search(folded(what))}


def _former_identities(connection: sqlite3.Connection, name: str) -> dict[str, set[str]]:
    """The identities of ratings that had the name in a former state, by the uid of their entry."""
    identities: defaultdict[str, set[str]] = defaultdict(set)
    for uid, former in connection.execute(f"SELECT uid, former FROM change WHERE {_IS_OF_ENTRY}"):
        try:
            of_this_name = {
                identity or digest(name)
                for condition, identity in _conditions_in(json.loads(former))
                if folded(condition) == name
            }
        except UNREADABLE_STATE:
            # A state that cannot be read counts if the name is anywhere in its text.
            of_this_name = {digest(name)} if name in folded(former) else set()
        if of_this_name:
            identities[uid] |= of_this_name
    return dict(identities)


def _day_of(former: str) -> str | None:
    """The local day of a state in the journal; None if it names none or cannot be read."""
    try:
        return str(json.loads(former)["at"][:_DATE_LENGTH])
    except UNREADABLE_STATE:
        return None


def _conditions_in(record: Mapping[str, Any]) -> Iterator[tuple[str, str | None]]:
    """Each condition that a state in the journal names, and the key of its rating."""
    if condition := record.get("condition"):
        yield condition, None
    for rating in record.get("ratings") or ():
        yield rating["condition"], rating.get("key")
    for stamp_name, value in (record.get("set_aside") or {}).items():
        if isinstance(value, str):
            yield value, stamp_name.split("/")[1]
