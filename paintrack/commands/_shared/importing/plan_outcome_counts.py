"""Counting the outcomes of a plan while its entries are saved, and collecting the names and twins to report."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from paintrack.commands._shared.importing.session_twins import StoredTwins, TwinsOfBothFiles
from paintrack.exchange.importing.import_plan import ImportPlan
from paintrack.model.changes.renaming import names_in
from paintrack.model.entries import AnyEntry, Session
from paintrack.model.importing.import_types import CountedCosts, Outcome
from paintrack.model.name_kind import NameKind
from paintrack.model.other_entries import Plan
from paintrack.model.recorded_name import NameSlip
from paintrack.model.typed.names.name_slips import slips_beside
from paintrack.model.typed.names.short_names import is_doubtful, is_hinted, short_form_of
from paintrack.model.typed.typed_text import folded
from paintrack.storage.queries.missing_currency import uids_without_currency
from paintrack.storage.reader import Reader

if TYPE_CHECKING:
    from paintrack.model.merging.merged_entry import MergedEntry

# How many entries of each outcome are kept, for the report to name.
_MOST_DELETIONS = 3


class CountedPlan:
    """The plan of an import, which counts its outcomes while it is read, and what was stored before.

    `counts` is how many entries of each kind have each outcome, `names` how often each name came in.
    `reported_entries` are the merged entries that the report lists, `deletions` the first ones that are deleted on
    either side, by outcome, `purged_there` how many entries go because they were purged in the file. With
    `keeps_duplicates`, `duplicate_uids` are the uids of the entries that are stored already. With `is_merge`,
    `twins_of_both` are looked for, else `stored_twins`. `can_redo`: before the import, redo could restore something.
    `existing_names` are those that are recorded, by kind, the most frequent first. `named_twins` are those of the file.
    """

    def __init__(
        self,
        plan: ImportPlan,
        reader: Reader,
        existing_names: Mapping[NameKind, list[str]],
        *,
        is_merge: bool = False,
        keeps_duplicates: bool = False,
        named_twins: Sequence[tuple[str, str]] = (),
    ) -> None:
        self.counts: Counter[tuple[Outcome, str]] = Counter()
        self.duplicate_uids: set[str] = set()
        self.names: Counter[tuple[NameKind, str]] = Counter()
        self.reported_entries: list[MergedEntry] = []
        self.deletions: dict[Outcome, list[AnyEntry]] = {Outcome.REMOVED: [], Outcome.DELETED: []}
        self.stored_twins = StoredTwins(reader, is_sheet=keeps_duplicates)
        self.twins_of_both = TwinsOfBothFiles(reader if is_merge else None, named_twins)
        self.can_redo = reader.next_redo() is not None
        self._note_twin = self.twins_of_both.note if is_merge else self.stored_twins.note
        self.purged_there = 0
        self._saves_entry = False
        self._former_currency = reader.settings().get("currency")
        self._formerly_without_currency = uids_without_currency(reader)
        self._without_currency = {*self._formerly_without_currency}
        self._plans = {each.uid: each for each in reader.plans()}
        self._new_plans: set[str] = set()
        self.import_plan, self._existing_names = plan, existing_names
        self._keeps_duplicates = keeps_duplicates

    @property
    def changes_file(self) -> bool:
        """Whether there is anything to save, once `changes` have been read."""
        plan = self.import_plan
        return bool(self._saves_entry or plan.purged or plan.tombstones or plan.settings)

    def changes(self) -> Iterator[AnyEntry]:
        """The entries that are to be saved, as they come."""
        for planned in self.import_plan.entries():
            entry, outcome, is_saved, merged = planned
            self._note_twin(planned)
            self.counts[outcome, entry.kind] += 1
            if len(deleted := self.deletions.get(outcome, [])) < _MOST_DELETIONS:
                deleted.append(entry)
            if merged is not None and merged.is_reported:
                self.reported_entries.append(merged)
            if outcome is Outcome.REMOVED:
                self._without_currency.discard(entry.uid)
                self._plans.pop(entry.uid, None)
            if outcome.is_change:
                self.names.update(names_in(entry))
                if outcome is Outcome.NEW and isinstance(entry, Plan):
                    self._new_plans.add(entry.uid)
            if is_saved:
                self._saves_entry = True
                self.note_currency(entry)
                if isinstance(entry, Plan):
                    self._plans[entry.uid] = entry
                yield entry
            elif self._keeps_duplicates and outcome is Outcome.SAME:
                self.duplicate_uids.add(entry.uid)
        self.purged_there += len(self.import_plan.purged)
        self.counts.update((Outcome.NOTED, each.kind) for each in self.import_plan.tombstones)

    @property
    def twins(self) -> list[tuple[str, str]]:
        """The uids of the twins that were looked for, that of the stored session first, once `changes` were read."""
        return self.twins_of_both.uids or self.stored_twins.uids

    def note_currency(self, entry: AnyEntry) -> None:
        """Note whether a cost of the entry, which is to be saved, has a currency."""
        if isinstance(entry, Session) and entry.lacks_currency and entry.deleted is None:
            self._without_currency.add(entry.uid)
        else:
            self._without_currency.discard(entry.uid)

    def counted_costs(self) -> CountedCosts | None:
        """The costs that count in another currency than before, once the settings have come in; None for none."""
        setting = self.import_plan.settings.get("currency")
        currency = setting.value if setting is not None else self._former_currency
        is_same = currency == self._former_currency
        visits = len(self._without_currency - self._formerly_without_currency if is_same else self._without_currency)
        return CountedCosts(visits, currency) if visits and (currency or self._former_currency) else None

    def name_slips(self) -> tuple[NameSlip, ...]:
        """The names that came in and are much like a recorded one, or like one that came in more often."""
        slips: list[NameSlip] = []
        for kind, recorded in self._existing_names.items():
            names = [name for (name_kind, name), _ in self.names.most_common() if name_kind is kind]
            meant = dict(slips_beside(names, recorded))
            short = {
                name: old
                for name in names
                if (old := short_form_of(name, recorded, kind)) is not None
                and (is_doubtful(name, old, kind) or is_hinted(name, old, kind))
            }
            slips += [NameSlip(kind, *slip) for slip in (short | meant).items()]
        return tuple(slips)

    def parallel_plans(self) -> tuple[tuple[Plan, ...], ...]:
        """The plans that are running for one condition, at least one of which is new; the one changed last is last."""
        by_condition: dict[str, list[Plan]] = {}
        for plan in sorted(self._plans.values(), key=lambda plan: (plan.edited, plan.uid)):
            if plan.ended is None and plan.deleted is None:
                by_condition.setdefault(folded(plan.condition), []).append(plan)
        return tuple(
            tuple(plans)
            for plans in by_condition.values()
            if len(plans) > 1 and any(plan.uid in self._new_plans for plan in plans)
        )
