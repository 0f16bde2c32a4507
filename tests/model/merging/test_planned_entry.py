"""An entry beside what is left of a deleted one: deleted and purged win over later changes, which are named."""

from dataclasses import replace
from itertools import permutations

import pytest

from paintrack.model.changes.tombstone import Tombstone
from paintrack.model.entries import AnyEntry, Rating
from paintrack.model.importing.import_types import Outcome
from paintrack.model.merging.planned_entry import joined_tombstones, plan_entry, plan_removal
from paintrack.model.merging.values_lost_by_deletion import Loss, LostValue
from tests.factories.entries import a_note, a_session, changed

EARLY, LATE, LATEST = (f"2026-08-0{day}T00:00:00.000000Z" for day in (1, 2, 3))
SESSION = a_session()
DELETED = Tombstone(SESSION.uid, SESSION.kind, LATE)
PURGED = DELETED._replace(purged=LATE)


def loss(entry: AnyEntry, gone: Tombstone) -> Loss | None:
    """What the deletion is said to take of the entry, which is the same on either side."""
    planned, mirrored = plan_entry(entry, None, gone), plan_removal(gone, entry)
    assert planned.outcome is Outcome.DELETED
    assert mirrored.outcome is Outcome.REMOVED
    assert planned.merged is not None
    assert mirrored.merged is not None
    assert planned.merged.loss == mirrored.merged.loss
    return planned.merged.loss


def is_lost(entry: AnyEntry, gone: Tombstone) -> bool:
    """Whether the deletion is said to take a later change of the entry."""
    lost = loss(entry, gone)
    return lost is not None and lost.is_changed_later


@pytest.mark.parametrize("gone", [DELETED, PURGED])
def test_what_is_gone_stays_gone_and_a_later_change_is_named(gone: Tombstone) -> None:
    assert not is_lost(changed(SESSION, EARLY, note="before that"), gone)
    assert is_lost(changed(SESSION, LATEST, note="after that"), gone)


@pytest.mark.parametrize("gone", [DELETED, PURGED])
def test_what_may_have_been_unknown_to_who_deleted_is_named(gone: Tombstone) -> None:
    note = LostValue("note", "before that", None)
    assert loss(changed(SESSION, EARLY, note="before that"), gone) == Loss(
        (note,), is_changed_later=False, is_certain=False, is_purged=gone == PURGED
    )
    assert loss(SESSION, gone) is None
    assert loss(changed(SESSION, EARLY, ratings=()), gone) is None


def test_a_later_edit_of_version_1_does_not_undo_a_deletion() -> None:
    """Its entries have no stamps and count as changed wholly then, but an edit puts nothing back."""
    old = replace(SESSION, edited=LATEST, note="after that")
    assert is_lost(old, DELETED)
    here = changed(SESSION, LATE, deleted=LATE)
    for planned in (plan_entry(old, here, None), plan_entry(here, old, None)):
        assert planned.entry.deleted == LATE
        assert planned.merged is not None
        assert planned.merged.loss is not None
        assert planned.merged.loss.is_changed_later
    # One that version 2 edited after that still knows of no deletion.
    assert is_lost(changed(old, "2026-08-04T00:00:00.000000Z", note="again"), DELETED)


def test_what_is_gone_comes_in_as_deleted_only() -> None:
    planned = plan_entry(changed(SESSION, LATEST, note="after that"), None, DELETED)
    assert (planned.is_saved, planned.entry.deleted) == (True, LATE)
    assert not plan_entry(SESSION, None, PURGED).is_saved


def test_put_back_later_it_returns_unless_it_was_purged() -> None:
    back = changed(changed(SESSION, EARLY, deleted=EARLY), LATEST, deleted=None)
    assert plan_entry(back, None, DELETED).outcome is Outcome.NEW
    assert plan_removal(DELETED, back).outcome is Outcome.OLDER
    assert is_lost(back, PURGED)


def test_a_deleted_entry_takes_the_later_deletion() -> None:
    here = changed(SESSION, EARLY, deleted=EARLY)
    planned = plan_removal(DELETED, here)
    assert (planned.outcome, planned.is_saved, planned.entry.deleted) == (Outcome.SAME, True, LATE)
    assert not plan_removal(DELETED._replace(deleted=EARLY), here).is_saved


def test_an_own_copy_from_before_is_no_change_of_both_sides() -> None:
    """A merge has an order of its own for what was renamed, which nobody typed."""
    typed = a_session(ratings=[Rating("lower back", 7, 3), Rating("neck", 6, None)])
    before = changed(typed, EARLY, ratings=(typed.ratings[0].renamed("hip"), typed.ratings[1]))
    now = changed(before, LATE, ratings=(typed.ratings[0].renamed("knee"), typed.ratings[1]))
    assert plan_entry(before, now, None).outcome is Outcome.OLDER
    assert plan_entry(now, before, None).outcome is Outcome.NEWER
    deleted = changed(before, LATE, deleted=LATE)
    assert not plan_removal(DELETED, deleted).is_saved


def test_tombstones_in_any_order_are_the_same_one() -> None:
    both = [DELETED._replace(deleted=LATEST), PURGED, DELETED._replace(deleted=EARLY, purged=EARLY)]
    expected = DELETED._replace(deleted=LATEST, purged=LATE)
    assert {joined_tombstones(each) for each in permutations(both)} == {expected}


def test_an_entry_of_another_kind_under_the_uid_is_refused() -> None:
    note = a_note(uid=SESSION.uid)
    planned = plan_entry(note, SESSION, None)
    assert (planned.outcome, planned.is_saved) == (Outcome.CONFLICT, False)
