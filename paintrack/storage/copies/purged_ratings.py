"""Ratings that are removed from sessions for good: which, and which copies still hold them."""

import json
from collections.abc import Mapping

from paintrack.model.changes.change_stamps import REMOVED, is_removed
from paintrack.model.entries import AnyEntry, Session
from paintrack.model.typed.typed_text import digest, folded
from paintrack.storage.mapping import chunked
from paintrack.storage.merge_and_import_journal import UNREADABLE_STATE
from paintrack.storage.reader import Reader


def purged_ratings(live: Reader) -> dict[str, set[str]]:
    """By the uid of a session, the identities of ratings that were removed from it and that undo does not keep."""
    if live.connection is None:
        return {}
    rows = live.connection.execute(
        "SELECT uid FROM entry WHERE deleted IS NULL AND instr(changed, ?)", (f"/{REMOVED}",)
    )
    purged = {}
    for uids in chunked(uid for (uid,) in rows.fetchall()):
        for uid, entry in live.by_uids(uids).items():
            stamps = entry.changed or {}
            removed = {name.split("/")[1] for name in stamps if name.endswith(f"/{REMOVED}")}
            if lost := {each for each in removed if is_removed(stamps, each)} - _kept_for_undo(live, uid):
                purged[uid] = lost
    return purged


def count_sessions_holding(source: Reader, purged: Mapping[str, set[str]]) -> int:
    """How many sessions of the source have one of these ratings, shown or set aside."""
    return sum(
        not purged[uid].isdisjoint(_identities_of(entry))
        for uids in chunked(purged)
        for uid, entry in source.by_uids(uids).items()
    )


def _identities_of(entry: AnyEntry) -> set[str]:
    if not isinstance(entry, Session):
        return set()
    return {each.identity for each in entry.ratings} | {name.split("/")[1] for name in entry.set_aside or ()}


def _kept_for_undo(live: Reader, uid: str) -> set[str]:
    """The identities of ratings in former states of the session; a state that cannot be read has none."""
    kept = set[str]()
    if live.connection is None:
        return kept
    query = "SELECT former FROM change WHERE former IS NOT NULL AND uid = ?"
    for (former,) in live.connection.execute(query, (uid,)):
        try:
            ratings = json.loads(former).get("ratings") or ()
            kept |= {each.get("key") or digest(folded(each["condition"])) for each in ratings}
        except UNREADABLE_STATE:
            continue
    return kept
