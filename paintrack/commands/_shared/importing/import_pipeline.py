"""What follows once a file is checked, whether it is imported or merged: plan its entries, apply the plan, report.

Each step is a function with one result: a source (`open_import_source`, `open_merge_source`) gives a CheckedFile,
`_plan` a CountedPlan, `_apply` (by `_save`, in a dry run by `_foresee`) what came of it, `_report` the ImportReport of
all that. What differs from file to file is in these values: a CSV has no tombstones to save, a database no rows to set
aside.
"""

import os
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.importing.plan_outcome_counts import CountedPlan
from paintrack.errors import PaintrackError
from paintrack.exchange.exporting.atomic_write import atomic_write
from paintrack.exchange.importing.checked_file import CheckedFile
from paintrack.exchange.importing.csv_sheet import write_rows
from paintrack.exchange.importing.import_plan import ExistingEntries, ImportPlan
from paintrack.model.changes.renaming import NAMES_OF_ENTRIES
from paintrack.model.importing.import_types import ImportReport, RejectedFile, SessionTwin
from paintrack.model.merging.merged_entry import MergedEntry
from paintrack.model.merging.twins import Twins
from paintrack.model.other_entries import Plan
from paintrack.model.selection import Selection
from paintrack.storage.copies import backup
from paintrack.storage.queries.former_states import former_states
from paintrack.storage.reader import Reader
from paintrack.storage.writer import Writer
from paintrack.views.importing.import_report import step_name


class ImportRequest(NamedTuple):
    """What is to be done with a checked file, which sentences call `source`; in a `dry_run` nothing is saved.

    `is_merge`: by the command `merge`, which looks for visits that both files have; with `joins_twins` each pair of
    them becomes one session. With `skip_bad`, rows with an error are written to `rejected_path` and the others
    imported; with `force`, that file may replace another. `rejected_path` is None if rows cannot be set aside.
    """

    source: str
    dry_run: bool
    is_merge: bool = False
    joins_twins: bool = False
    rejected_path: Path | None = None
    skip_bad: bool = False
    force: bool = False


class _TakenBackError(Exception):
    """Ends the transaction without saving, because there is an error in the file or nothing changes."""


class _Applied(NamedTuple):
    """What came of a plan, or in a dry run would come of it; `plan` is None if an error kept everything out.

    `rejected_error` is why the rows with an error could not be written; `is_rejected_path_taken` is True if a dry run
    finds that another file has their name. The other fields are those of the report, with the ids that what came in
    has got.
    """

    plan: CountedPlan | None = None
    is_saved: bool = False
    safety_copy: str | None = None
    twins: tuple[SessionTwin, ...] = ()
    merge_twins: tuple[Twins, ...] = ()
    twins_joined_elsewhere: tuple[Twins, ...] = ()
    joined_twins: tuple[MergedEntry, ...] = ()
    parallel_plans: tuple[tuple[Plan, ...], ...] = ()
    is_rejected_path_taken: bool = False
    rejected_error: PaintrackError | None = None


def import_checked(context: Context, checked: CheckedFile, request: ImportRequest) -> ImportReport:
    """Import a checked file, all or nothing.

    Returns what came of it, errors in the entries included. Raises FileTroubleError.
    """
    if _is_refused(checked, request):
        applied = _Applied()
    elif request.dry_run:
        applied = _foresee(context, checked, request)
    else:
        applied = _apply(context, checked, request)
    return _report(checked, request, applied)


def _is_refused(checked: CheckedFile, request: ImportRequest) -> bool:
    """Whether an error found so far keeps the whole file out."""
    return bool(checked.errors) and (not request.skip_bad or not checked.valid)


def _plan(checked: CheckedFile, request: ImportRequest, reader: Reader) -> CountedPlan:
    """What becomes of all that the file holds; it is known once `changes` have been read."""
    existing_names = {kind: [each.name for each in reader.recorded_names(kind)] for kind in NAMES_OF_ENTRIES}
    checked.take_currency(reader.settings().get("currency"))
    checked.take_spellings(existing_names)
    existing = ExistingEntries(
        by_uids=reader.by_uids,
        former_states=partial(former_states, reader),
        gone_by_uids=reader.tombstones,
        undeleted=partial(reader.entries, Selection()),
        settings=reader.stored_settings,
    )
    return CountedPlan(
        ImportPlan(checked, existing),
        reader,
        existing_names,
        is_merge=request.is_merge,
        keeps_duplicates=checked.sheet is not None,
        named_twins=checked.named_twins,
    )


def _foresee(context: Context, checked: CheckedFile, request: ImportRequest) -> _Applied:
    """What applying the plan would do: the plan is read, nothing is written, and what would come in has no ids."""
    with context.open_reader() as reader:
        plan = _plan(checked, request, reader)
        for _ in plan.changes():
            pass
    if _is_refused(checked, request):
        return _Applied()
    return _Applied(
        plan,
        twins=plan.stored_twins.unlabelled(),
        merge_twins=tuple(plan.twins_of_both.pairs),
        twins_joined_elsewhere=tuple(plan.twins_of_both.pairs_joined_elsewhere),
        parallel_plans=plan.parallel_plans(),
        is_rejected_path_taken=(
            request.rejected_path is not None and not request.force and os.path.lexists(request.rejected_path)
        ),
    )


def _apply(context: Context, checked: CheckedFile, request: ImportRequest) -> _Applied:
    """Write the rows with an error to their file, which gets its name last, and save the others."""
    applied = _Applied()
    try:
        with ExitStack() as stack:
            if checked.rejected is not None:
                try:
                    _write_rejected(context, checked, request, stack)
                except PaintrackError as error:
                    return _Applied(rejected_error=error)
            applied = _save(context, checked, request)
    except PaintrackError as error:
        if not context.console.saved or checked.rejected is None:
            raise
        return applied._replace(rejected_error=error)
    return applied


def _save(context: Context, checked: CheckedFile, request: ImportRequest) -> _Applied:
    """Save what changes something, in one transaction and with a safety copy before it.

    A streamed file is checked while its entries are being saved; if there is an error, nothing of it stays saved.
    """
    applied = _Applied()
    with (
        suppress(_TakenBackError),
        backup.safety_copy(context.path, context.now, "merge" if request.is_merge else "import") as copy,
        context.open_writer() as writer,
    ):
        plan = _plan(checked, request, writer)
        if checked.sheet is None:
            # The entries of an export have the uids of another computer's diary: a tombstone that an undo left here
            # would delete them there at the next merge.
            writer.make_undo_exact()
        writer.save_all_imported(plan.changes())
        if _is_refused(checked, request):
            raise _TakenBackError
        writer.replace_by_tombstones(plan.import_plan.purged)
        writer.save_tombstones(plan.import_plan.tombstones)
        for name, setting in plan.import_plan.settings.items():
            writer.set_setting(name, setting.value, setting.edited)
        joined_twins = _join_twins(writer, plan) if request.joins_twins else ()
        applied = _Applied(
            plan,
            twins=plan.stored_twins.labelled(),
            merge_twins=plan.twins_of_both.numbered(writer, plan.twins_of_both.pairs),
            twins_joined_elsewhere=plan.twins_of_both.numbered(writer, plan.twins_of_both.pairs_joined_elsewhere),
            joined_twins=joined_twins,
            parallel_plans=_numbered_plans(writer, plan),
        )
        if not _changes_file(plan, request):
            raise _TakenBackError
        # Rows of a CSV are alike by their scores alone: they may be visits that were typed on this computer.
        if checked.is_complete and not request.joins_twins:
            writer.record_twins(plan.twins)
        writer.describe(step_name(plan.counts, request.source, is_merge=request.is_merge))
    is_saved = context.console.saved
    return applied._replace(is_saved=is_saved, safety_copy=str(copy) if copy is not None and is_saved else None)


def _join_twins(writer: Writer, plan: CountedPlan) -> tuple[MergedEntry, ...]:
    """Save each pair of twins as one session; returns those for the report."""
    joined = plan.twins_of_both.joined(writer, writer.now)
    changed_sessions = [session for merged, gone in joined for session in (merged.entry, gone)]
    for session in changed_sessions:
        plan.note_currency(session)
    writer.save_all_imported(changed_sessions)
    return tuple(merged for merged, _ in joined)


def _numbered_plans(reader: Reader, plan: CountedPlan) -> tuple[tuple[Plan, ...], ...]:
    """The parallel plans as they are stored now, with their ids."""
    stored = {each.uid: each for each in reader.plans()}
    return tuple(tuple(stored[each.uid] for each in plans) for plans in plan.parallel_plans())


def _changes_file(plan: CountedPlan, request: ImportRequest) -> bool:
    """Whether anything is saved, or in a dry run would be."""
    return plan.changes_file or (request.joins_twins and bool(plan.twins_of_both.pairs))


def _write_rejected(context: Context, checked: CheckedFile, request: ImportRequest, stack: ExitStack) -> None:
    """Write the rows with an error to a file that gets its name when the stack ends without an error."""
    if checked.rejected is None or request.rejected_path is None:
        return
    header, rows, delimiter = checked.rejected
    stream = stack.enter_context(atomic_write(request.rejected_path, force=request.force, own_file=context.path))
    write_rows([header, *rows], stream, delimiter)
    # So that a full disk is noticed before anything is saved.
    stream.flush()


def _report(checked: CheckedFile, request: ImportRequest, applied: _Applied) -> ImportReport:
    """What came of the import, made here alone, of what the other steps gave."""
    plan, rows = applied.plan, len(checked.rejected.rows) if checked.rejected else 0
    rejected = (
        RejectedFile(str(request.rejected_path), rows, applied.is_rejected_path_taken, applied.rejected_error)
        if rows
        else None
    )
    if plan is None:
        return ImportReport(
            source=request.source,
            is_dry_run=request.dry_run,
            is_merge=request.is_merge,
            is_refused=True,
            counts={},
            errors=checked.errors,
            can_skip=request.rejected_path is not None and not request.skip_bad and checked.valid > 0,
            sheet=checked.sheet,
            rejected=rejected,
        )
    sheet_entries = checked.sheet.entries if checked.sheet else ()
    return ImportReport(
        source=request.source,
        is_dry_run=request.dry_run,
        is_merge=request.is_merge,
        is_saved=applied.is_saved,
        changes_file=_changes_file(plan, request),
        counts=plan.counts,
        deletions=plan.deletions,
        errors=checked.errors,
        columns_left_out=checked.columns_left_out,
        sheet=checked.sheet,
        duplicates=tuple(each for each in sheet_entries if each.entry.uid in plan.duplicate_uids),
        rejected=rejected,
        safety_copy=applied.safety_copy,
        can_redo=plan.can_redo and not applied.is_saved,
        name_slips=() if request.is_merge else plan.name_slips(),
        twins=applied.twins,
        merged=tuple(plan.reported_entries),
        new_settings=tuple(name for name, setting in plan.import_plan.settings.items() if setting.value is not None),
        setting_differences=plan.import_plan.setting_differences,
        merge_twins=applied.merge_twins,
        twins_joined_elsewhere=applied.twins_joined_elsewhere,
        joins_twins=request.joins_twins,
        joined_twins=applied.joined_twins,
        counted_costs=plan.counted_costs(),
        parallel_plans=applied.parallel_plans,
        old_names=plan.twins_of_both.old_names,
        purged_there=plan.purged_there,
    )
