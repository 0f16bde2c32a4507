"""Counting the outcomes of a plan while its entries are saved, and collecting the names and twins to report."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from paintrack.model.changes.renaming import NAMES_OF_ENTRIES, names_in
from paintrack.model.entries import AnyEntry, Session
from paintrack.model.importing.import_types import CountedCosts, Outcome, SessionTwin
from paintrack.model.merging.planned_entry import Planned
from paintrack.model.open_session import typed_twice
from paintrack.model.recorded_name import NameKind, NameSlip
from paintrack.model.selection import Selection
from paintrack.model.typed.typed_text import folded
from paintrack.storage.mapping import chunked
from paintrack.storage.missing_currency import uids_without_currency
from paintrack.storage.reader import Reader

if TYPE_CHECKING:
    from datetime import datetime

    from paintrack.exchange.importing.import_plan import ExistingEntries
    from paintrack.model.merging.merged_entry import MergedEntry
    from paintrack.model.other_entries import Plan
    from paintrack.model.settings import StoredSetting


# How many entries of each outcome are kept, for the report to name.
_MOST_DELETIONS = 3


class PlanCounter:
    """A plan that counts its outcomes while it is read.

    `counts` is how many entries of each kind have each outcome, `names` how often each name came in.
    `reported_entries` are the merged entries that the report lists, `deletions` the first ones that are deleted on
    either side, by outcome. `is_saved` is whether any entry is to be saved. With `keeps_duplicates`, `duplicate_uids`
    are the uids of the entries that are stored already.
    """

    def __init__(self, plan: Iterable[Planned], reader: Reader, *, keeps_duplicates: bool = False) -> None:
        self.counts: Counter[tuple[Outcome, str]] = Counter()
        self.duplicate_uids: set[str] = set()
        self.names: Counter[tuple[NameKind, str]] = Counter()
        self.reported_entries: list[MergedEntry] = []
        self.deletions: dict[Outcome, list[AnyEntry]] = {Outcome.REMOVED: [], Outcome.DELETED: []}
        self.is_saved = False
        # The uid of each session that came in, and the id of the stored one that may be the same visit.
        self.twins: list[tuple[str, str]] = []
        self._former_currency = reader.settings().get("currency")
        self._formerly_without_currency = uids_without_currency(reader)
        self._without_currency = {*self._formerly_without_currency}
        self._plans = {plan.uid: plan for plan in reader.plans()}
        self._new_plans: set[str] = set()
        self._reader, self._last_number = reader, reader.last_number(Session.kind)
        self._stored_around: tuple[datetime, list[Session]] | None = None
        self._plan = plan
        self._keeps_duplicates = keeps_duplicates

    def changes(self) -> Iterator[AnyEntry]:
        """The entries that are to be saved, as they come."""
        from paintrack.model.other_entries import Plan

        for entry, outcome, is_saved, merged in self._plan:
            self.counts[outcome, entry.kind] += 1
            if len(deleted := self.deletions.get(outcome, [])) < _MOST_DELETIONS:
                deleted.append(entry)
            if merged is not None and merged.is_reported:
                self.reported_entries.append(merged)
            if outcome is Outcome.REMOVED:
                self._without_currency.discard(entry.uid)
            if outcome.is_change:
                self.names.update(names_in(entry))
                if outcome is Outcome.NEW and isinstance(entry, Plan):
                    self._new_plans.add(entry.uid)
                if outcome is Outcome.NEW and isinstance(entry, Session) and self._last_number:
                    self._note_twin(entry)
            if is_saved:
                self.is_saved = True
                self.note_currency(entry)
                if isinstance(entry, Plan):
                    self._plans[entry.uid] = entry
                yield entry
            elif self._keeps_duplicates and outcome is Outcome.SAME:
                self.duplicate_uids.add(entry.uid)

    def note_currency(self, entry: AnyEntry) -> None:
        """Note whether a cost of the entry, which is to be saved, has a currency."""
        if isinstance(entry, Session) and entry.lacks_currency and entry.deleted is None:
            self._without_currency.add(entry.uid)
        else:
            self._without_currency.discard(entry.uid)

    def counted_costs(self, new_settings: "Mapping[str, StoredSetting]") -> CountedCosts | None:
        """The costs that count in another currency than before, once the settings have come in; None for none."""
        setting = new_settings.get("currency")
        currency = setting.value if setting is not None else self._former_currency
        is_same = currency == self._former_currency
        visits = len(self._without_currency - self._formerly_without_currency if is_same else self._without_currency)
        return CountedCosts(visits, currency) if visits and (currency or self._former_currency) else None

    def _note_twin(self, session: Session) -> None:
        # In a sheet without times all sessions of a day have one instant: the stored ones are looked up only once.
        if self._stored_around is None or self._stored_around[0] != session.at:
            # Up to the last number from before the import, so that no session is a twin of one that came in with it.
            self._stored_around = session.at, self._reader.sessions_around(session.at, self._last_number)
        if (twin := typed_twice(session, self._stored_around[1])) is not None:
            self.twins.append((session.uid, twin.label))

    def name_slips(self, existing: dict[NameKind, list[str]]) -> tuple[NameSlip, ...]:
        """The names that came in and are much like one of the `existing` ones, or like one that came in more often."""
        from paintrack.model.typed.names.name_slips import slips_beside
        from paintrack.model.typed.names.short_names import is_doubtful, is_hinted, short_form_of

        slips: list[NameSlip] = []
        for kind, recorded in existing.items():
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

    def parallel_plans(self) -> "tuple[tuple[Plan, ...], ...]":
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

    def labelled_twins(self) -> tuple[SessionTwin, ...]:
        """The twins with the ids of both, once the sessions that came in are saved and have theirs."""
        return tuple(
            SessionTwin(new[uid].label, stored)
            for chunk in chunked(self.twins)
            for new in [self._reader.by_uids([uid for uid, _ in chunk])]
            for uid, stored in chunk
        )

    def unlabelled_twins(self) -> tuple[SessionTwin, ...]:
        """The twins in a dry run, in which the sessions that would come in have no id."""
        return tuple(SessionTwin("", stored) for _, stored in self.twins)


def existing_entries(reader: Reader) -> "ExistingEntries":
    """How to look up what is stored before the plan is applied."""
    from paintrack.exchange.importing.import_plan import ExistingEntries
    from paintrack.storage.former_states import former_states

    # Decided before the first entry is saved: in a file that was empty, nothing needs to be looked up.
    by_uids = reader.by_uids if reader.has_entries() else lambda _: {}
    formers = partial(former_states, reader)
    undeleted = partial(reader.entries, Selection())
    return ExistingEntries(by_uids, formers, reader.tombstones, undeleted, reader.stored_settings)


def existing_names(reader: Reader) -> dict[NameKind, list[str]]:
    """The recorded names by kind, the one that is recorded most often first."""
    return {kind: [each.name for each in reader.recorded_names(kind)] for kind in NAMES_OF_ENTRIES}
