"""The second step of an import: each checked entry beside what is stored."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from paintrack.exchange.importing.checked_file import CheckedFile
from paintrack.exchange.importing.import_plan import ExistingEntries, ImportPlan
from paintrack.model.changes.tombstone import Tombstone
from paintrack.model.entries import AnyEntry
from paintrack.model.importing.import_types import Outcome
from paintrack.model.merging.planned_entry import plan_removal
from tests.factories.entries import a_note, a_session

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
        return ExistingEntries(self.by_uids, lambda _: {}, self.gone_by_uids, self.undeleted, dict)


def planned(entries: Iterable[AnyEntry], stored: Stored, **more: Any) -> list[tuple[AnyEntry, Outcome]]:
    checked = CheckedFile(entries=entries, **more)
    return [(each.entry, each.outcome) for each in ImportPlan(checked, stored.lookup).entries()]


def test_entries_with_uids_meet_the_stored_ones() -> None:
    later = replace(STORED, note="later", edited="2027-01-01T00:00:00.000000Z")
    assert planned([STORED, OTHER], Stored(STORED)) == [(STORED, Outcome.SAME), (OTHER, Outcome.NEW)]
    stamped = replace(later, changed={"note": later.edited})
    assert planned([later], Stored(STORED)) == [(stamped, Outcome.NEWER)]
    assert planned([STORED], Stored(later))[0][1] is Outcome.OLDER


def test_only_what_rows_hold_is_completed_from_the_stored_entry() -> None:
    timed = replace(STORED, ratings=(STORED.ratings[0]._replace(before_at="2026-07-06T11:50:00Z"),))
    later = replace(STORED, note="later", edited="2027-01-01T00:00:00.000000Z")
    completed = replace(later, ratings=timed.ratings, changed={"note": later.edited})
    assert planned([later], Stored(timed)) == [(completed, Outcome.NEWER)]


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
    ((entry, planned_outcome),) = planned([OTHER], Stored(gone=[tombstone]))
    assert (replace(entry, changed=None), planned_outcome) == (OTHER, outcome)


def test_rows_that_put_an_entry_back_say_when_and_keep_it() -> None:
    """Otherwise a merge would delete it again."""
    deleted = replace(OTHER, deleted=EARLY, edited=EARLY)
    for stored in (Stored(gone=[Tombstone(OTHER.uid, "session", EARLY)]), Stored(deleted)):
        ((back, outcome),) = planned([OTHER], stored)
        assert (outcome, back.changed) == (Outcome.NEW, {"rest": OTHER.edited, "deleted": OTHER.edited})
        assert plan_removal(Tombstone(OTHER.uid, "session", EARLY), back).outcome is Outcome.OLDER
    later = replace(OTHER, note="later", edited=LATE)
    ((again, outcome),) = planned([later], Stored(back))
    assert (outcome, again.changed) == (
        Outcome.NEWER,
        {"rest": OTHER.edited, "deleted": OTHER.edited, "note": LATE},
    )


class Merged:
    """What a merge of these entries and tombstones would do."""

    def __init__(self, entries: Iterable[AnyEntry], stored: Stored, tombstones: Sequence[Tombstone] = ()) -> None:
        plan = ImportPlan(CheckedFile(entries=entries, tombstones=tombstones, is_complete=True), stored.lookup)
        self.planned = [*plan.entries()]
        self.outcomes = [each.outcome for each in self.planned]
        self.tombstones, self.purged = plan.tombstones, plan.purged


def test_a_merge_takes_what_is_new_and_joins_what_is_not() -> None:
    later = replace(STORED, note="later", edited=LATE, changed={"note": LATE})
    merged = Merged([later, OTHER], Stored(STORED))
    assert [(each.entry, each.outcome, each.is_saved) for each in merged.planned] == [
        (later, Outcome.NEWER, True),
        (OTHER, Outcome.NEW, True),
    ]
    assert [(each.outcome, each.is_saved) for each in Merged([STORED], Stored(STORED)).planned] == [
        (Outcome.SAME, False)
    ]
    assert Merged([STORED], Stored(later)).outcomes == [Outcome.OLDER]


def test_stamps_alone_are_saved_and_not_called_a_change() -> None:
    """Otherwise the two files would not come to be equal."""
    stamped = replace(STORED, edited=LATE, changed={"note": LATE})
    (planned_entry,) = Merged([stamped], Stored(STORED)).planned
    assert (planned_entry.outcome, planned_entry.is_saved) == (Outcome.SAME, True)


@pytest.mark.parametrize("deleted", [EARLY, LATE])
def test_a_deletion_elsewhere_wins_over_edits(deleted: str) -> None:
    edited = replace(STORED, note="x", edited="2026-12-01T00:00:00.000000Z", changed={"note": LATE})
    edited = replace(edited, entered="2026-06-01T00:00:00.000000Z")
    merged = Merged([], Stored(edited), [Tombstone(STORED.uid, "session", deleted)])
    (removal,) = merged.planned
    assert (removal.entry.deleted, removal.outcome, removal.is_saved) == (deleted, Outcome.REMOVED, True)
    assert removal.merged is not None
    assert removal.merged.loss is not None
    assert removal.merged.loss.is_changed_later == (deleted == EARLY)


def test_a_deletion_that_was_undone_later_is_none() -> None:
    back = replace(STORED, edited=LATE, changed={"deleted": LATE})
    tombstone = Tombstone(STORED.uid, "session", "2026-12-01T00:00:00.000000Z")
    assert Merged([], Stored(back), [tombstone]).outcomes == [Outcome.OLDER]
    assert Merged([back], Stored(gone=[tombstone])).outcomes == [Outcome.NEW]
    assert Merged([STORED], Stored(gone=[tombstone])).outcomes == [Outcome.DELETED]


def test_what_was_purged_elsewhere_is_taken_out_here_too() -> None:
    back = replace(STORED, edited=LATE, changed={"deleted": LATE, "note": LATE}, note="x")
    tombstone = Tombstone(STORED.uid, "session", EARLY, purged=EARLY)
    merged = Merged([], Stored(back), [tombstone])
    assert (merged.outcomes, merged.purged) == ([Outcome.REMOVED], [tombstone])
    assert Merged([back], Stored(gone=[tombstone])).outcomes == [Outcome.DELETED]


def test_an_entry_deleted_there_and_not_here_is_only_noted() -> None:
    merged = Merged([replace(STORED, deleted=LATE, edited=LATE, changed={"deleted": LATE})], Stored())
    assert (merged.planned, merged.tombstones) == ([], [Tombstone(STORED.uid, "session", LATE)])


def test_with_values_changed_before_it_comes_in_as_deleted() -> None:
    """Whoever puts it back on a third computer may not have them."""
    edited = replace(STORED, note="x", deleted=LATE, edited=LATE, changed={"note": EARLY, "deleted": LATE})
    for gone in ([], [Tombstone(STORED.uid, "session", EARLY)]):
        merged = Merged([edited], Stored(gone=gone))
        assert [(each.entry, each.outcome, each.is_saved) for each in merged.planned] == [(edited, Outcome.NOTED, True)]
    later = Tombstone(STORED.uid, "session", "2028-01-01T00:00:00.000000Z")
    (planned_entry,) = Merged([edited], Stored(gone=[later])).planned
    assert (planned_entry.outcome, planned_entry.entry.deleted) == (Outcome.SAME, later.deleted)
    purged = Merged([edited], Stored(gone=[later._replace(purged=LATE)]))
    assert (purged.planned, purged.tombstones) == ([], [])


def test_an_entry_of_another_kind_is_left_out() -> None:
    assert Merged([a_note(uid=STORED.uid)], Stored(STORED)).outcomes == [Outcome.CONFLICT]


def test_a_tombstone_is_noted_where_it_says_something_new() -> None:
    early, late = (Tombstone("b" * 32, "note", at) for at in (EARLY, LATE))
    purged = early._replace(purged=EARLY)
    for existing, incoming, result in (
        (early, late, late), (late, early, None), (early, early, None), (early, purged, purged),
        (purged, late, late._replace(purged=EARLY)),
    ):  # fmt: skip
        assert Merged([], Stored(gone=[existing]), [incoming]).tombstones == ([result] if result else [])


def test_a_big_file_is_looked_up_in_chunks_as_it_comes() -> None:
    entries = (a_session(7, 3, uid=f"{number:032x}") for number in range(2500))
    stored = Stored()
    steps = ImportPlan(CheckedFile(entries=entries), stored.lookup).entries()
    next(steps)
    assert stored.lookups == [1000]
    assert len(list(steps)) == 2499
    assert stored.lookups == [1000, 1000, 500]
