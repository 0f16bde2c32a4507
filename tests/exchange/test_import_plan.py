"""The second step of an import: each checked entry beside what is stored."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from paintrack.exchange.importing.checked_file import CheckedFile
from paintrack.exchange.importing.import_plan import ExistingEntries, plan
from paintrack.model.entries import AnyEntry
from paintrack.model.importing.import_types import Outcome
from tests.factories.entries import a_session

STORED = a_session(7, 3, uid="a" * 32)
OTHER = a_session(5, 4, uid="b" * 32)


class Stored:
    """What is stored, and how often it was asked."""

    def __init__(self, *entries: AnyEntry) -> None:
        self.entries = {entry.uid: entry for entry in entries}
        self.lookups: list[int] = []

    def by_uids(self, uids: Sequence[str]) -> Mapping[str, AnyEntry]:
        self.lookups.append(len(uids))
        return {uid: self.entries[uid] for uid in uids if uid in self.entries}

    def undeleted(self) -> Iterable[AnyEntry]:
        return self.entries.values()


def planned(entries: Iterable[AnyEntry], stored: Stored, **more: Any) -> list[tuple[AnyEntry, Outcome]]:
    checked = CheckedFile(entries=entries, **more)
    return list(plan(checked, ExistingEntries(stored.by_uids, stored.undeleted)))


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


def test_a_big_file_is_looked_up_in_chunks_as_it_comes() -> None:
    entries = (a_session(7, 3, uid=f"{number:032x}") for number in range(2500))
    stored = Stored()
    steps = plan(CheckedFile(entries=entries), ExistingEntries(stored.by_uids, stored.undeleted))
    next(steps)
    assert stored.lookups == [1000]
    assert len(list(steps)) == 2499
    assert stored.lookups == [1000, 1000, 500]
