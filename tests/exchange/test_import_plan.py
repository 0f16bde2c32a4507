"""The second step of an import: each checked entry beside what is stored."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from paintrack.exchange.importing.checked_file import CheckedFile
from paintrack.exchange.importing.import_plan import ExistingEntries, plan, unknown_tombstones
from paintrack.model.entries import AnyEntry
from paintrack.model.importing.import_types import Outcome
from paintrack.model.tombstone import Tombstone
from tests.factories.entries import a_session

STORED = a_session(7, 3, uid="a" * 32)
OTHER = a_session(5, 4, uid="b" * 32)


class Stored:
    """What is stored and what is gone, and how often it was asked."""

    def __init__(self, *entries: AnyEntry, gone: Sequence[Tombstone] = ()) -> None:
        self.gone = gone
        self.entries = {entry.uid: entry for entry in entries}
        self.lookups: list[int] = []

    def by_uids(self, uids: Sequence[str]) -> Mapping[str, AnyEntry]:
        self.lookups.append(len(uids))
        return {uid: self.entries[uid] for uid in uids if uid in self.entries}

    def gone_by_uids(self, uids: Sequence[str]) -> Sequence[Tombstone]:
        return [each for each in self.gone if each.uid in uids]

    def undeleted(self) -> Iterable[AnyEntry]:
        return self.entries.values()

    @property
    def lookup(self) -> ExistingEntries:
        return ExistingEntries(self.by_uids, self.gone_by_uids, self.undeleted)


def planned(entries: Iterable[AnyEntry], stored: Stored, **more: Any) -> list[tuple[AnyEntry, Outcome]]:
    checked = CheckedFile(entries=entries, **more)
    return list(plan(checked, stored.lookup))


def test_entries_with_uids_meet_the_stored_ones() -> None:
    later = replace(STORED, note="later", edited="2027-01-01T00:00:00.000000Z")
    assert planned([STORED, OTHER], Stored(STORED)) == [(STORED, Outcome.SAME), (OTHER, Outcome.NEW)]
    assert planned([later], Stored(STORED)) == [(later, Outcome.NEWER)]
    assert planned([STORED], Stored(later))[0][1] is Outcome.OLDER


def test_only_what_rows_hold_is_completed_from_the_stored_entry() -> None:
    timed = replace(STORED, ratings=(STORED.ratings[0]._replace(before_at="2026-07-06T11:50:00Z"),))
    later = replace(STORED, note="later", edited="2027-01-01T00:00:00.000000Z")
    assert planned([later], Stored(timed)) == [(replace(later, ratings=timed.ratings), Outcome.NEWER)]
    assert planned([later], Stored(timed), is_complete=True) == [(later, Outcome.NEWER)]


def test_entries_without_uids_are_compared_by_content() -> None:
    twin, new = replace(STORED, uid="c" * 32), replace(OTHER, uid="d" * 32)
    assert planned([twin, new], Stored(STORED), has_uids=False) == [(twin, Outcome.SAME), (new, Outcome.NEW)]
    assert planned([twin], Stored(STORED)) == [(twin, Outcome.NEW)]


EARLY, LATE = "2026-07-01T00:00:00.000000Z", "2027-01-01T00:00:00.000000Z"


@pytest.mark.parametrize(
    ("tombstone", "outcome"),
    [
        (Tombstone(OTHER.uid, "session", EARLY), Outcome.NEW),
        (Tombstone(OTHER.uid, "session", LATE), Outcome.DELETED),
        (Tombstone(OTHER.uid, "session", EARLY, purged=EARLY), Outcome.DELETED),
    ],
)
def test_what_is_gone_comes_back_only_when_it_was_edited_later(tombstone: Tombstone, outcome: Outcome) -> None:
    assert planned([OTHER], Stored(gone=[tombstone])) == [(OTHER, outcome)]


def test_a_deletion_elsewhere_wins_over_earlier_edits() -> None:
    (removal,) = planned([], Stored(STORED), tombstones=[Tombstone(STORED.uid, "session", LATE)])
    assert removal == (replace(STORED, deleted=LATE, edited=LATE, changed={"deleted": LATE}), Outcome.REMOVED)
    assert planned([], Stored(STORED), tombstones=[Tombstone(STORED.uid, "session", EARLY)]) == []
    deleted = replace(STORED, deleted=EARLY)
    assert planned([], Stored(deleted), tombstones=[Tombstone(STORED.uid, "session", LATE)]) == []


def test_a_tombstone_is_noted_where_it_says_something_new() -> None:
    here, early, late = (
        Tombstone(uid, "note", at) for uid, at in (("c" * 32, EARLY), ("b" * 32, EARLY), ("b" * 32, LATE))
    )
    purged = early._replace(purged=EARLY)
    assert [*unknown_tombstones([Tombstone(STORED.uid, "session", LATE), here], Stored(STORED).lookup)] == [here]
    for existing, incoming, is_new in (
        (early, late, True), (late, early, False), (early, early, False), (early, purged, True), (purged, late, False)
    ):  # fmt: skip
        assert [*unknown_tombstones([incoming], Stored(gone=[existing]).lookup)] == [incoming] * is_new


def test_a_big_file_is_looked_up_in_chunks_as_it_comes() -> None:
    entries = (a_session(7, 3, uid=f"{number:032x}") for number in range(2500))
    stored = Stored()
    steps = plan(CheckedFile(entries=entries), stored.lookup)
    next(steps)
    assert stored.lookups == [1000]
    assert len(list(steps)) == 2499
    assert stored.lookups == [1000, 1000, 500]
