"""An import in four steps: check the file, plan each entry, apply the plan in one transaction, report once."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.parsing import point_table
from paintrack.errors import PaintrackError
from paintrack.exchange.formats import STANDARD_STREAM, HistoryIn
from paintrack.exchange.importing.foreign_csv_rows import ImportContext
from paintrack.model.entries import AnyEntry, Session
from paintrack.model.importing.import_types import (
    ImportReport,
    Outcome,
    ReadOptions,
    RejectedFile,
    SessionTwin,
    SheetPreview,
)
from paintrack.model.open_session import typed_twice
from paintrack.model.recorded_name import NameKind, NameSlip
from paintrack.model.renaming import NAMES_OF_ENTRIES, names_in
from paintrack.model.selection import Selection
from paintrack.storage.mapping import chunked
from paintrack.storage.reader import Reader
from paintrack.views.importing.import_report import step_name

if TYPE_CHECKING:
    from paintrack.exchange.importing.checked_file import CheckedFile
    from paintrack.exchange.importing.import_plan import ExistingEntries
    from paintrack.model.settings import StoredSetting

PlannedEntries = Iterable[tuple[AnyEntry, Outcome]]


class ImportRequest(NamedTuple):
    """What to import, and how: the file as typed, `-` for standard input; how its format comes in.

    `skip_bad`: rows with an error are written to a file of their own; `force`: also over one that is there.
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
    """Ends the transaction without saving: there is an error in the file, or nothing changes."""


class _PlanCounter:
    """A plan that counts its outcomes while it is read; of a spreadsheet it also keeps which entries are duplicates."""

    def __init__(self, plan: PlannedEntries, sheet: SheetPreview | None, reader: Reader) -> None:
        self.counts: Counter[tuple[Outcome, str]] = Counter()
        self.duplicate_uids: set[str] = set()
        self.names: Counter[tuple[NameKind, str]] = Counter()
        # The uid of a session that came in, and the id of the stored one that may be the same visit.
        self.twins: list[tuple[str, str]] = []
        self._reader, self._last_number = reader, reader.last_number(Session.kind)
        self._plan = plan
        # A file of our own may be too big to keep anything of each entry.
        self._keeps_duplicates = sheet is not None

    def changes(self) -> Iterator[AnyEntry]:
        """The entries that are to be saved, as they come."""
        for entry, outcome in self._plan:
            self.counts[outcome, entry.kind] += 1
            if outcome.changes:
                self.names.update(names_in(entry))
                if outcome is Outcome.NEW and isinstance(entry, Session) and self._last_number:
                    self._note_twin(entry)
                yield entry
            elif self._keeps_duplicates and outcome is Outcome.SAME:
                self.duplicate_uids.add(entry.uid)

    def _note_twin(self, session: Session) -> None:
        # What came in just now has a higher number.
        stored = [each for each in self._reader.sessions_around(session.at) if each.number <= self._last_number]
        if (twin := typed_twice(session, stored)) is not None:
            self.twins.append((session.uid, twin.label))


def import_file(context: Context, request: ImportRequest) -> ImportReport:
    """Import the file, all or nothing; a setting only where there is none here.

    Raises FileTroubleError when it cannot be read, UsageError for options that do not go with it. Entries that cannot
    be imported are in the report.
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
            return _report(checked, request, is_refused=True)
        return (_dry_run if request.dry_run else _apply)(context, checked, request)


def _dry_run(context: Context, checked: "CheckedFile", request: ImportRequest) -> ImportReport:
    """What the import would do; nothing is written."""
    from paintrack.exchange.importing.import_plan import plan, unknown_tombstones

    with context.open_reader() as reader:
        existing = _existing_entries(reader)
        planned = _PlanCounter(plan(checked, existing), checked.sheet, reader)
        for _ in planned.changes():
            pass
        planned.counts.update((Outcome.NOTED, each.kind) for each in unknown_tombstones(checked.tombstones, existing))
        can_redo, name_slips = reader.next_redo() is not None, _name_slips(planned, _existing_names(reader))
    report = _report(checked, request, planned, is_refused=_is_refused(checked, request), can_redo=can_redo)
    report = replace(report, name_slips=name_slips, twins=tuple(SessionTwin("", old) for _, old in planned.twins))
    if report.rejected is None:
        return report
    is_taken = not request.force and os.path.lexists(request.rejected_path)
    return replace(report, rejected=report.rejected._replace(is_taken=is_taken))


def _apply(context: Context, checked: "CheckedFile", request: ImportRequest) -> ImportReport:
    """Write the rows with an error to their file, which gets its name last, and save the others."""
    report = _report(checked, request, is_refused=True)
    try:
        with ExitStack() as stack:
            if report.rejected is not None:
                try:
                    _write_rejected(context, checked, request, stack)
                except PaintrackError as error:
                    return replace(report, rejected=report.rejected._replace(error=error))
            report = _save(context, checked, request)
    except PaintrackError as error:
        if not context.console.saved or report.rejected is None:
            raise
        report = replace(report, rejected=report.rejected._replace(error=error))
    return report


def _save(context: Context, checked: "CheckedFile", request: ImportRequest) -> ImportReport:
    """Save what changes something, in one transaction and with a safety copy before it.

    An error in a streamed file comes to light while the rest is being written: all of that is taken back.
    """
    from paintrack.exchange.importing.import_plan import plan, unknown_tombstones
    from paintrack.storage.copies import backup

    new_settings: dict[str, StoredSetting] = {}
    name_slips: tuple[NameSlip, ...] = ()
    twins: tuple[SessionTwin, ...] = ()
    with (
        suppress(_TakenBackError),
        backup.safety_copy(context.path, context.now, "import") as copy,
        context.open_writer() as writer,
    ):
        can_redo = writer.next_redo() is not None
        existing, names = _existing_entries(writer), _existing_names(writer)
        planned = _PlanCounter(plan(checked, existing), checked.sheet, writer)
        writer.save_all_imported(planned.changes())
        if _is_refused(checked, request):
            raise _TakenBackError
        tombstones = [*unknown_tombstones(checked.tombstones, existing)]
        planned.counts.update((Outcome.NOTED, each.kind) for each in tombstones)
        writer.save_tombstones(tombstones)
        new_settings = {key: each for key, each in checked.settings.items() if key not in writer.stored_settings()}
        if not new_settings and not any(outcome.changes for outcome, _ in planned.counts):
            raise _TakenBackError
        for key, setting in new_settings.items():
            writer.set_setting(key, setting.value, setting.edited)
        writer.describe(step_name(planned.counts, request.source))
        name_slips, twins = _name_slips(planned, names), _twins(planned, writer)
    return replace(
        _report(checked, request, planned, is_refused=_is_refused(checked, request)),
        is_saved=context.console.saved,
        new_settings=tuple(key for key, setting in new_settings.items() if setting.value is not None),
        safety_copy=str(copy) if copy is not None and context.console.saved else None,
        can_redo=can_redo and not context.console.saved,
        name_slips=name_slips,
        twins=twins,
    )


def _report(
    checked: "CheckedFile",
    request: ImportRequest,
    planned: _PlanCounter | None = None,
    *,
    is_refused: bool,
    can_redo: bool = False,
) -> ImportReport:
    sheet_entries = checked.sheet.entries if checked.sheet else ()
    duplicate_uids = planned.duplicate_uids if planned else set()
    rows = len(checked.rejected.rows) if checked.rejected else 0
    return ImportReport(
        source=request.source,
        is_dry_run=request.dry_run,
        is_refused=is_refused,
        counts=planned.counts if planned else {},
        errors=checked.errors,
        can_skip=_can_skip(checked, request),
        columns_left_out=checked.columns_left_out,
        sheet=checked.sheet,
        duplicates=tuple(each for each in sheet_entries if each.entry.uid in duplicate_uids),
        rejected=RejectedFile(str(request.rejected_path), rows) if rows else None,
        can_redo=can_redo,
    )


def _is_refused(checked: "CheckedFile", request: ImportRequest) -> bool:
    """Whether an error that is known by now keeps the whole file out."""
    return bool(checked.errors) and (not request.skip_bad or not checked.valid)


def _can_skip(checked: "CheckedFile", request: ImportRequest) -> bool:
    """Whether --skip-bad would import anything of the file."""
    has_rejected_path = request.file != STANDARD_STREAM
    return request.history_in.has_rows and has_rejected_path and not request.skip_bad and checked.valid > 0


def _existing_entries(reader: Reader) -> "ExistingEntries":
    from paintrack.exchange.importing.import_plan import ExistingEntries

    # Asked before the first entry is saved: into an empty file nothing needs to be looked up.
    by_uids = reader.by_uids if reader.has_entries() else lambda _: {}
    return ExistingEntries(by_uids, reader.tombstones, lambda: reader.entries(Selection()))


def _existing_names(reader: Reader) -> dict[NameKind, list[str]]:
    """The names that are recorded, the most often recorded first."""
    return {kind: [each.name for each in reader.recorded_names(kind)] for kind in NAMES_OF_ENTRIES}


def _name_slips(planned: _PlanCounter, existing: dict[NameKind, list[str]]) -> tuple[NameSlip, ...]:
    """The names that come in and are much like a recorded one, or like one that comes in more often."""
    from paintrack.model.typed.name_slips import slips_beside

    return tuple(
        NameSlip(kind, *slip)
        for kind, recorded in existing.items()
        for slip in slips_beside(
            [name for (name_kind, name), _ in planned.names.most_common() if name_kind is kind], recorded
        )
    )


def _twins(planned: _PlanCounter, reader: Reader) -> tuple[SessionTwin, ...]:
    """The twins with the ids of both, now that those that came in have theirs."""
    return tuple(
        SessionTwin(new[uid].label, stored)
        for chunk in chunked(planned.twins)
        for new in [reader.by_uids([uid for uid, _ in chunk])]
        for uid, stored in chunk
    )


def _new_uids() -> Iterator[str]:
    """Uids that rise from one to the next: rows of one time keep the order of the file."""
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
    # A full disk is found before anything is saved.
    stream.flush()
