"""The second step of an import: what becomes of each checked entry, given what is stored already."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple, TypeVar

from paintrack.exchange.importing.checked_file import CheckedFile
from paintrack.exchange.importing.csv_entry_against_stored_entry import (
    in_place_of,
    merge_row_entry,
    outcome_of,
    with_put_back_stamp,
    without_removed,
)
from paintrack.exchange.importing.database_entry_check import strict_entry
from paintrack.exchange.importing.stored_duplicates import duplicate_uids
from paintrack.model.changes.change_stamps import is_of_removal
from paintrack.model.changes.stored_setting import StoredSetting
from paintrack.model.changes.tombstone import Tombstone
from paintrack.model.entries import AnyEntry
from paintrack.model.importing.import_types import Outcome
from paintrack.model.merging.merged_entry import MergedEntry, with_loss_by, without_superseded
from paintrack.model.merging.merged_settings import SettingDifference, settings_from
from paintrack.model.merging.planned_entry import (
    Planned,
    is_bare_once_deleted,
    joined_tombstones,
    plan_entry,
    plan_removal,
)

Item = TypeVar("Item")

# How many uids the lookup takes at once.
_CHUNK = 1000


class ExistingEntries(NamedTuple):
    """How to look up what is stored.

    `by_uids` gives the entries, deleted or not, with the uids (1000 at most), by uid; `former_states` their states in
    the journal; `gone_by_uids` the tombstones of those that no longer have a row; `undeleted` all entries that are not
    deleted; `settings` the stored settings by name.
    """

    by_uids: Callable[[Sequence[str]], Mapping[str, AnyEntry]]
    former_states: Callable[[Sequence[str]], Mapping[str, Sequence[AnyEntry]]]
    gone_by_uids: Callable[[Sequence[str]], Sequence[Tombstone]]
    undeleted: Callable[[], Iterable[AnyEntry]]
    settings: Callable[[], Mapping[str, StoredSetting]]


class ImportPlan:
    """What becomes of all that a checked file holds.

    How an entry meets the stored ones depends on what the file can say, so there are three ways: a spreadsheet has no
    uids, and its entries are compared by their content; a row of CSV says only when its entry was last edited, so that
    the later of the two is kept whole; a complete file says when each value was changed, so that the two are merged
    value by value. Saving and reporting are the same for all.

    Once `entries` have been read, `tombstones` are those to save for entries that are not stored, `purged` those that
    must replace a stored entry, `settings` the settings to take over, by name, and `setting_differences` those that
    differ. Only a complete file has any of them.
    """

    def __init__(self, checked: CheckedFile, existing: ExistingEntries) -> None:
        self.tombstones: list[Tombstone] = []
        self.purged: list[Tombstone] = []
        self.settings: dict[str, StoredSetting] = {}
        self.setting_differences: tuple[SettingDifference, ...] = ()
        self._checked, self._existing = checked, existing

    def entries(self) -> Iterator[Planned]:
        """Each entry as it will be, in the order of the file.

        Only a chunk is in memory at once, except for a file without uids.
        """
        if self._checked.is_complete:
            yield from self._by_value()
            self.settings, self.setting_differences = settings_from(self._checked.settings, self._existing.settings())
        elif self._checked.has_uids:
            yield from self._by_uid()
        else:
            yield from self._by_content()

    def _by_content(self) -> Iterator[Planned]:
        entries = [*self._checked.entries]
        duplicates = duplicate_uids(entries, self._existing.undeleted())
        for entry in entries:
            yield _planned(entry, Outcome.SAME if entry.uid in duplicates else Outcome.NEW)

    def _by_uid(self) -> Iterator[Planned]:
        for chunk in _chunks(self._checked.entries):
            stored, gone = self._look_up([entry.uid for entry in chunk])
            shortened = [uid for uid, each in stored.items() if any(map(is_of_removal, each.changed or ()))]
            formers = _strict_states(self._existing.former_states(shortened)) if shortened else {}
            for entry in chunk:
                match = stored.get(entry.uid)
                if match is not None:
                    yield self._over_stored(entry, match, formers.get(entry.uid, ()))
                else:
                    tombstone = gone.get(entry.uid)
                    stays_gone = tombstone is not None and (tombstone.purged or entry.edited <= tombstone.deleted)
                    put_back = None if tombstone is None else entry.edited
                    outcome = Outcome.DELETED if stays_gone else Outcome.NEW
                    yield _planned(with_put_back_stamp(entry, put_back), outcome)

    def _over_stored(self, entry: AnyEntry, stored: AnyEntry, former_states: Sequence[AnyEntry]) -> Planned:
        """What becomes of an entry of rows of which `stored` has the uid."""
        missing_fields = self._checked.missing_fields
        incoming = merge_row_entry(entry, stored, missing_fields)
        outcome = outcome_of(incoming, stored)
        if outcome not in (Outcome.NEW, Outcome.NEWER):
            return _planned(incoming, outcome)
        shortened, left_out = without_removed(entry, stored, former_states)
        incoming = merge_row_entry(shortened, stored, missing_fields)
        if stored.deleted is not None:
            incoming = with_put_back_stamp(incoming, incoming.edited, stored)
            return _planned(incoming, outcome)._replace(merged=MergedEntry(incoming, left_out=left_out))
        incoming = in_place_of(incoming, stored)
        planned = _planned(incoming, outcome_of(incoming, stored))
        return planned._replace(merged=MergedEntry(incoming, left_out=left_out))

    def _by_value(self) -> Iterator[Planned]:
        for chunk in _chunks(self._checked.entries):
            stored, gone = self._look_up([each.uid for each in chunk])
            planned = []
            for entry in chunk:
                match, tombstone = stored.get(entry.uid), gone.get(entry.uid)
                is_purged = tombstone is not None and tombstone.purged is not None
                if entry.deleted is not None and match is None and (is_purged or is_bare_once_deleted(entry)):
                    self._keep_tombstone(Tombstone(entry.uid, entry.kind, entry.deleted), tombstone)
                else:
                    planned.append(plan_entry(entry, match, tombstone))
            yield from self._without_known_differences(planned, stored, {entry.uid: entry for entry in chunk})
        for tombstones in _chunks(self._checked.tombstones):
            stored, gone = self._look_up([tombstone.uid for tombstone in tombstones])
            for tombstone in tombstones:
                match = stored.get(tombstone.uid)
                if match is None:
                    self._keep_tombstone(tombstone, gone.get(tombstone.uid))
                    continue
                if tombstone.purged is not None:
                    deleted = max(tombstone.deleted, match.deleted or "")
                    self.purged.append(tombstone._replace(kind=match.kind, deleted=deleted))
                yield plan_removal(tombstone, match)

    def _without_known_differences(
        self, planned: Sequence[Planned], stored: Mapping[str, AnyEntry], incoming: Mapping[str, AnyEntry]
    ) -> Iterator[Planned]:
        """The planned entries, without the differences that an earlier merge reported.

        Those that are deleted now have what their deletion takes, by what the other file had then. `stored` and
        `incoming` are entries by uid.
        """
        differing = [
            each.entry.uid
            for each in planned
            if each.merged is not None and (each.merged.differences or each.outcome is Outcome.REMOVED)
        ]
        former_stored, former_incoming = (
            _strict_states(former_states(differing)) if differing else {}
            for former_states in (self._existing.former_states, self._checked.former_states)
        )
        for each in planned:
            uid = each.entry.uid
            if each.merged is None or uid not in differing:
                yield each
                continue
            incoming_states = [incoming[uid], *former_incoming.get(uid, ())]
            if each.outcome is Outcome.REMOVED:
                yield each._replace(merged=with_loss_by(each.merged, stored[uid], incoming_states))
                continue
            stored_states = [stored[uid], *former_stored.get(uid, ())]
            yield each._replace(merged=without_superseded(each.merged, stored_states, incoming_states))

    def _look_up(self, uids: Sequence[str]) -> tuple[Mapping[str, AnyEntry], dict[str, Tombstone]]:
        return self._existing.by_uids(uids), {each.uid: each for each in self._existing.gone_by_uids(uids)}

    def _keep_tombstone(self, incoming: Tombstone, stored: Tombstone | None) -> None:
        """Keep the incoming one, joined with the stored one of the same entry, where that adds anything."""
        both = joined_tombstones([incoming, *([stored] if stored else [])])
        if both != stored:
            self.tombstones.append(both)


def _strict_states(states: Mapping[str, Sequence[AnyEntry]]) -> dict[str, list[AnyEntry]]:
    """The former states, by uid, without any that paintrack would not write: the journal may be damaged."""
    return {uid: [each for each in map(strict_entry, entries) if each is not None] for uid, entries in states.items()}


def _planned(entry: AnyEntry, outcome: Outcome) -> Planned:
    """The plan for an entry of a file of rows, in which what is seen is all there is."""
    return Planned(entry, outcome, is_saved=outcome.is_change)


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    rest = iter(items)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk
