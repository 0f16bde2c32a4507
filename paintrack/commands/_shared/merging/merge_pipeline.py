"""Merging a history with change stamps: planned value by value, saved in one step, reported once."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.importing.plan_counter import PlanCounter, existing_entries, existing_names
from paintrack.exchange.importing.import_plan import ImportPlan
from paintrack.model.entries import AnyEntry, Session
from paintrack.model.importing.import_types import ImportReport, Outcome
from paintrack.model.merging.merged_entry import MergedEntry
from paintrack.model.merging.planned_entry import Planned
from paintrack.model.merging.twins import Twins, join_twins, twins_among
from paintrack.model.other_entries import Plan
from paintrack.model.selection import Selection
from paintrack.storage.copies import backup
from paintrack.storage.mapping import chunked
from paintrack.storage.reader import Reader
from paintrack.storage.writer import Writer
from paintrack.views.importing.import_report import step_name

if TYPE_CHECKING:
    from paintrack.exchange.importing.checked_file import CheckedFile


class MergeRequest(NamedTuple):
    """How to merge a checked history: `source` names its file in sentences; in a `dry_run` nothing is saved.

    `is_merge`: by the command `merge`, which looks for twins in both files; else by `import`. `joins_twins`: each pair
    of twins becomes one session.
    """

    source: str
    dry_run: bool
    is_merge: bool = False
    joins_twins: bool = False


class _TakenBackError(Exception):
    """Ends the transaction without saving, because there is an error in the file or nothing changes."""


class _SessionsOfBoth:
    """The sessions as the merge leaves them, by uid, and the uids that each file had, to find twins."""

    def __init__(self, reader: Reader) -> None:
        self.merged = {session.uid: session for session in reader.sessions(Selection())}
        self.here, self.there = {*self.merged}, set[str]()

    def note(self, plan: ImportPlan) -> Iterator[Planned]:
        """The entries of the plan as they come, whose sessions are noted."""
        for planned in plan.entries():
            if isinstance(planned.entry, Session) and planned.outcome is not Outcome.CLASH:
                self._take(planned.entry, stays_out=planned.outcome in (Outcome.DELETED, Outcome.REMOVED))
            yield planned

    def _take(self, session: Session, *, stays_out: bool) -> None:
        self.there.add(session.uid)
        if stays_out or session.deleted is not None:
            self.merged.pop(session.uid, None)
        else:
            self.merged[session.uid] = session

    @cached_property
    def twins(self) -> list[Twins]:
        """The twins among them, once the plan has been read."""
        return twins_among(self.merged.values(), self.here, self.there)


def merge_checked(context: Context, checked: "CheckedFile", request: MergeRequest) -> ImportReport:
    """Merge a checked file with change stamps, all or nothing.

    Returns what came of it, errors in the entries included. Raises FileTroubleError.
    """
    if checked.errors:
        return _refused(checked, request)
    return (_dry_run if request.dry_run else _save)(context, checked, request)


def _refused(checked: "CheckedFile", request: MergeRequest) -> ImportReport:
    return ImportReport(
        source=request.source,
        is_dry_run=request.dry_run,
        is_merge=request.is_merge,
        is_refused=True,
        counts={},
        errors=checked.errors,
    )


def _dry_run(context: Context, checked: "CheckedFile", request: MergeRequest) -> ImportReport:
    with context.open_reader() as reader:
        merge = _Merge(checked, request, reader)
        for _ in merge.counter.changes():
            pass
        if checked.errors:
            return _refused(checked, request)
        merge.count_tombstones()
        return replace(merge.report(), twins=() if request.is_merge else merge.counter.unlabelled_twins())


def _save(context: Context, checked: "CheckedFile", request: MergeRequest) -> ImportReport:
    reason = "merge" if request.is_merge else "import"
    report = _refused(checked, request)
    with (
        suppress(_TakenBackError),
        backup.safety_copy(context.path, context.now, reason) as copy,
        context.open_writer() as writer,
    ):
        merge = _Merge(checked, request, writer)
        report = merge.save(writer)
        if report.is_refused or not merge.is_saved:
            raise _TakenBackError
    return replace(
        report,
        is_saved=context.console.saved,
        safety_copy=str(copy) if copy is not None and context.console.saved else None,
        can_redo=report.can_redo and not context.console.saved,
    )


class _Merge:
    """One merge: its plan, and what came of it."""

    def __init__(self, checked: "CheckedFile", request: MergeRequest, reader: Reader) -> None:
        self._checked, self._request = checked, request
        self._can_redo = reader.next_redo() is not None
        self._names = existing_names(reader)
        self._plan = ImportPlan(checked, existing_entries(reader))
        self._sessions = _SessionsOfBoth(reader) if request.is_merge else None
        self.counter = PlanCounter(self._sessions.note(self._plan) if self._sessions else self._plan.entries(), reader)

    def save(self, writer: Writer) -> ImportReport:
        """Save whatever changes something, in the open step; returns the report."""
        writer.make_undo_exact()
        writer.save_all_imported(self.counter.changes())
        if self._checked.errors:
            return _refused(self._checked, self._request)
        self.count_tombstones()
        writer.replace_by_tombstones(self._plan.purged)
        writer.save_tombstones(self._plan.tombstones)
        for name, setting in self._plan.settings.items():
            writer.set_setting(name, setting.value, setting.edited)
        twins = self._sessions.twins if self._sessions else []
        there = self._sessions.there if self._sessions else set[str]()
        joined_twins = self._join(writer, twins, there) if self._request.joins_twins else ()
        report = self.report()
        report = replace(report, parallel_plans=_numbered_plans(writer, report.parallel_plans))
        writer.describe(step_name(self.counter.counts, self._request.source, is_merge=self._request.is_merge))
        if not self._request.is_merge:
            return replace(report, twins=self.counter.labelled_twins(), name_slips=self.counter.name_slips(self._names))
        return replace(report, merge_twins=_with_numbers(writer, twins), joined_twins=joined_twins)

    @property
    def is_saved(self) -> bool:
        """Whether anything is saved, or in a dry run would be; to be asked once the tombstones were counted."""
        return bool(
            self.counter.is_saved
            or self._plan.purged
            or self._plan.tombstones
            or self._plan.settings
            or (self._request.joins_twins and self._sessions and self._sessions.twins)
        )

    def count_tombstones(self) -> None:
        """Count the tombstones that are only noted, to be called once the plan has been read."""
        self.counter.counts.update((Outcome.NOTED, each.kind) for each in self._plan.tombstones)

    def report(self) -> ImportReport:
        """The report, before the ids of what came in are known."""
        return ImportReport(
            source=self._request.source,
            is_dry_run=self._request.dry_run,
            is_merge=self._request.is_merge,
            counts=self.counter.counts,
            errors=self._checked.errors,
            new_settings=tuple(name for name, setting in self._plan.settings.items() if setting.value is not None),
            can_redo=self._can_redo,
            name_slips=() if self._request.is_merge else self.counter.name_slips(self._names),
            merged=tuple(self.counter.reported_entries),
            deletions=self.counter.deletions,
            setting_differences=self._plan.setting_differences,
            merge_twins=tuple(self._sessions.twins) if self._sessions else (),
            joins_twins=self._request.joins_twins,
            changes_file=self.is_saved,
            counted_costs=self.counter.counted_costs(self._plan.settings),
            parallel_plans=self.counter.parallel_plans(),
        )

    def _join(self, writer: Writer, twins: list[Twins], there: set[str]) -> tuple[MergedEntry, ...]:
        """Save each pair as one session; returns those for the report. `there` are the uids that the other file has."""
        joined_pairs = [
            # After an earlier merge without joining, both are here, while the other file has only its own.
            join_twins(each, writer.now, is_kept_from_here=each.kept.uid not in there or each.other.uid in there)
            for each in _with_numbers(writer, twins)
        ]
        for entry in (joined := [each for merged, gone in joined_pairs for each in (merged.entry, gone)]):
            self.counter.note_currency(entry)
        writer.save_all_imported(joined)
        return tuple(merged for merged, _ in joined_pairs)


def _numbered_plans(reader: Reader, parallel_plans: Iterable[tuple[Plan, ...]]) -> tuple[tuple[Plan, ...], ...]:
    """The plans as they are stored now, with their ids."""
    stored = {plan.uid: plan for plan in reader.plans()}
    return tuple(tuple(stored[plan.uid] for plan in plans) for plans in parallel_plans)


def _with_numbers(reader: Reader, twins: list[Twins]) -> tuple[Twins, ...]:
    """The twins as they are stored now, with their ids."""
    stored: dict[str, AnyEntry] = {}
    for chunk in chunked({session.uid for pair in twins for session in pair}):
        stored |= reader.by_uids(chunk)
    pairs = [(stored.get(kept.uid), stored.get(other.uid)) for kept, other in twins]
    return tuple(
        Twins(kept, other) for kept, other in pairs if isinstance(kept, Session) and isinstance(other, Session)
    )
