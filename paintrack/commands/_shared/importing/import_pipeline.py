"""An import in four steps: check the file, plan each entry, apply the plan in one transaction, report once."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.importing.plan_counter import PlanCounter, existing_entries, existing_names
from paintrack.commands._shared.parsing import point_table
from paintrack.errors import PaintrackError
from paintrack.exchange.formats import STANDARD_STREAM, HistoryIn
from paintrack.exchange.importing.foreign_csv_rows import ImportContext
from paintrack.model.importing.import_types import (
    ImportReport,
    ReadOptions,
    RejectedFile,
    SessionTwin,
)
from paintrack.storage.reader import Reader
from paintrack.views.importing.import_report import step_name

if TYPE_CHECKING:
    from paintrack.exchange.importing.checked_file import CheckedFile
    from paintrack.model.recorded_name import NameSlip


class ImportRequest(NamedTuple):
    """What to import, and how: the `file` as typed, `-` for standard input, and what reads its format.

    With `skip_bad`, rows with an error are written to a file of their own and the others imported; with `force`, that
    file may replace another.
    """

    file: str
    history_in: HistoryIn
    options: ReadOptions
    dry_run: bool
    skip_bad: bool
    force: bool

    @property
    def source(self) -> str:
        """The name of what is imported, for sentences."""
        return "standard input" if self.file == STANDARD_STREAM else self.file

    @property
    def rejected_path(self) -> Path:
        """Where the rows with an error are written."""
        return Path(f"{self.file}.rejected.csv")


class _TakenBackError(Exception):
    """Ends the transaction without saving, because there is an error in the file or nothing changes."""


class _Applied(NamedTuple):
    """What came of a plan, or in a dry run would come of it; `planned` is None if an error kept everything out.

    `rejected_error` is why the rows with an error could not be written; `is_rejected_path_taken` is True if a dry run
    finds that another file has their name. The other fields are those of the report.
    """

    planned: PlanCounter | None = None
    is_saved: bool = False
    safety_copy: str | None = None
    can_redo: bool = False
    name_slips: "tuple[NameSlip, ...]" = ()
    twins: tuple[SessionTwin, ...] = ()
    is_rejected_path_taken: bool = False
    rejected_error: PaintrackError | None = None


def import_file(context: Context, request: ImportRequest) -> ImportReport:
    """Import the file, all or nothing; a complete export (JSON) is merged value by value, as by `merge`.

    Returns what came of it, errors in the entries included. Raises FileTroubleError if the file cannot be read,
    UsageError for options that do not go with it.
    """
    from paintrack.exchange.importing import input_stream, pipe_to_file

    reader = request.history_in.reader()
    import_context = ImportContext(now=context.now, table=point_table, new_uid=_new_uids().__next__)
    with (
        input_stream.open_text(request.file, own_file=context.path) as pipe_or_file,
        pipe_to_file.buffered(pipe_or_file, reader.LONGEST_FILE) as stream,
    ):
        checked = reader.check_stream(stream, request.options, import_context)
        if _is_refused(checked, request):
            applied = _Applied()
        elif checked.is_complete:
            from paintrack.commands._shared.merging.merge_pipeline import MergeRequest, merge_checked

            return merge_checked(context, checked, MergeRequest(request.source, request.dry_run))
        else:
            applied = (_dry_run if request.dry_run else _apply)(context, checked, request)
        return _report(checked, request, applied)


def _dry_run(context: Context, checked: "CheckedFile", request: ImportRequest) -> _Applied:
    """What the import would do; nothing is written."""
    with context.open_reader() as reader:
        planned = _plan(checked, reader)
        for _ in planned.changes():
            pass
        return _Applied(
            planned,
            can_redo=reader.next_redo() is not None,
            name_slips=planned.name_slips(existing_names(reader)),
            twins=planned.unlabelled_twins(),
            is_rejected_path_taken=not request.force and os.path.lexists(request.rejected_path),
        )


def _apply(context: Context, checked: "CheckedFile", request: ImportRequest) -> _Applied:
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


def _save(context: Context, checked: "CheckedFile", request: ImportRequest) -> _Applied:
    """Save what changes something, in one transaction and with a safety copy before it.

    A streamed file is checked while its entries are being saved; if there is an error, nothing of it stays saved.
    """
    from paintrack.storage.copies import backup

    name_slips: tuple[NameSlip, ...] = ()
    twins: tuple[SessionTwin, ...] = ()
    with (
        suppress(_TakenBackError),
        backup.safety_copy(context.path, context.now, "import") as copy,
        context.open_writer() as writer,
    ):
        can_redo = writer.next_redo() is not None
        names, planned = existing_names(writer), _plan(checked, writer)
        if checked.sheet is None:
            # The entries of an export have the uids of another computer's diary: a tombstone that an undo left here
            # would delete them there at the next merge.
            writer.make_undo_exact()
        writer.save_all_imported(planned.changes())
        if _is_refused(checked, request) or not planned.is_saved:
            raise _TakenBackError
        writer.describe(step_name(planned.counts, request.source))
        name_slips, twins = planned.name_slips(names), planned.labelled_twins()
    is_saved = context.console.saved
    return _Applied(
        planned,
        is_saved=is_saved,
        safety_copy=str(copy) if copy is not None and is_saved else None,
        can_redo=can_redo and not is_saved,
        name_slips=name_slips,
        twins=twins,
    )


def _report(checked: "CheckedFile", request: ImportRequest, applied: _Applied) -> ImportReport:
    planned, rows = applied.planned, len(checked.rejected.rows) if checked.rejected else 0
    path, is_taken = str(request.rejected_path), applied.is_rejected_path_taken
    sheet_entries = checked.sheet.entries if checked.sheet else ()
    duplicate_uids = planned.duplicate_uids if planned else set()
    return ImportReport(
        source=request.source,
        is_dry_run=request.dry_run,
        is_refused=planned is None or _is_refused(checked, request),
        is_saved=applied.is_saved,
        changes_file=bool(planned and planned.is_saved),
        counts=planned.counts if planned else {},
        deletions=planned.deletions if planned else {},
        errors=checked.errors,
        can_skip=_can_skip(checked, request),
        columns_left_out=checked.columns_left_out,
        sheet=checked.sheet,
        duplicates=tuple(each for each in sheet_entries if each.entry.uid in duplicate_uids),
        rejected=RejectedFile(path, rows, is_taken, applied.rejected_error) if rows else None,
        safety_copy=applied.safety_copy,
        can_redo=applied.can_redo,
        name_slips=applied.name_slips,
        twins=applied.twins,
        counted_costs=planned.counted_costs({}) if planned else None,
    )


def _is_refused(checked: "CheckedFile", request: ImportRequest) -> bool:
    """Whether an error found so far keeps the whole file out."""
    return bool(checked.errors) and (not request.skip_bad or not checked.valid)


def _can_skip(checked: "CheckedFile", request: ImportRequest) -> bool:
    """Whether --skip-bad would import anything of the file."""
    has_rejected_path = request.file != STANDARD_STREAM
    return request.history_in.has_rows and has_rejected_path and not request.skip_bad and checked.valid > 0


def _plan(checked: "CheckedFile", reader: Reader) -> PlanCounter:
    from paintrack.exchange.importing.import_plan import ImportPlan

    checked.take_currency(reader.settings().get("currency"))
    checked.take_spellings((kind, name) for kind, names in existing_names(reader).items() for name in names)
    plan = ImportPlan(checked, existing_entries(reader))
    return PlanCounter(plan.entries(), reader, keeps_duplicates=checked.sheet is not None)


def _new_uids() -> Iterator[str]:
    """Uids in rising order, so that rows with the same time keep the order of the file."""
    return map("{:032x}".format, count(uuid4().int >> 1))


def _write_rejected(context: Context, checked: "CheckedFile", request: ImportRequest, stack: ExitStack) -> None:
    """Write the rows with an error to a file that gets its name when the stack ends without an error."""
    from paintrack.exchange.exporting import atomic_write
    from paintrack.exchange.importing import csv_detection

    if checked.rejected is None:
        return
    header, rows, delimiter = checked.rejected
    stream = stack.enter_context(
        atomic_write.atomic_write(request.rejected_path, force=request.force, own_file=context.path)
    )
    csv_detection.write_rows([header, *rows], stream, delimiter)
    # So that a full disk is noticed before anything is saved.
    stream.flush()
