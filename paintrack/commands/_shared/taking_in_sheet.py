"""A file that is read whole into the history: anyone's spreadsheet, or our own CSV when bad rows are skipped."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from paintrack.commands._shared.context import Here
from paintrack.commands._shared.parsing import point_table
from paintrack.commands._shared.taking_in import backed_up, judged, taken_over
from paintrack.errors import FileTroubleError, PaintrackError
from paintrack.exchange.importing.duplicates import repeated
from paintrack.exchange.importing.sheet_rows import ImportContext
from paintrack.model.entry import AnyEntry
from paintrack.model.import_values import ColumnMapping, Outcome
from paintrack.model.selection import Selection
from paintrack.model.text import visible_line
from paintrack.storage.reader import Reader
from paintrack.views.importing import import_preview, import_result

if TYPE_CHECKING:
    from paintrack.exchange.csv_file import OwnColumns
    from paintrack.exchange.importing.batch import Batch
    from paintrack.exchange.importing.sheet_file import Sheet


class Asked(NamedTuple):
    """What import was asked to do with the rows."""

    dry_run: bool
    skip_bad: bool
    force: bool
    keep_duplicates: bool


def take_in_sheet(
    here: Here, sheet: "Sheet", way: "ColumnMapping | OwnColumns", file: str, name: str, asked: Asked
) -> None:
    """Take in the good rows of the sheet, understood in this `way`.

    Raises FileTroubleError when a row cannot be taken in, unless it may be skipped, after saying what is wrong; and
    when the bad rows could not be set aside, which comes to light once the good ones are saved.
    """
    batch, remarks = _checked(here, sheet, way, file, name, asked)
    by_uid = not isinstance(way, ColumnMapping) or asked.keep_duplicates
    with here.reading() as reader:
        verdicts = list(_judged(batch.entries, reader, by_uid=by_uid))
        can_redo = reader.next_redo() is not None
    tally = Counter((verdict, entry.kind) for entry, verdict in verdicts)
    if isinstance(way, ColumnMapping):
        same = {entry.uid for entry, verdict in verdicts if verdict is Outcome.SAME}
        remarks.append(import_preview.duplicates_notice([each for each in batch.found if each.entry.uid in same]))
    rejected = Path(f"{file}.rejected.csv")
    copy = failed = None
    try:
        with ExitStack() as whole:
            if batch.bad_rows and not asked.dry_run:
                _set_aside(here, sheet, batch, rejected, whole, force=asked.force)
            if any(verdict.changes for verdict, _ in tally) and not asked.dry_run:
                copy = whole.enter_context(backed_up(here.path, here.now))
                with here.writing() as writer:
                    # Asked anew: another terminal may have written since.
                    tally = taken_over(writer, _judged(batch.entries, writer, by_uid=by_uid))
                    writer.describe(import_result.import_step_name(tally, name))
    except FileTroubleError as error:
        if not here.saved:
            raise
        failed = error
    if batch.bad_rows and not failed:
        taken = asked.dry_run and not asked.force and os.path.lexists(rejected)
        remarks.append(
            import_result.rejected_rows_notice(len(batch.bad_rows), rejected, dry_run=asked.dry_run, taken=taken)
        )
    here.acknowledge(
        import_result.import_confirmation(
            tally,
            name,
            width=here.width_with(name),
            dry_run=asked.dry_run,
            copy=copy,
            can_redo=can_redo,
            remarks=remarks,
        )
    )
    if failed:
        why = str(failed).removesuffix(" Nothing saved.").removesuffix(" Nothing written.")
        raise FileTroubleError(f"The good rows are saved; the bad ones stand in {visible_line(name)} alone. {why}")


def _checked(
    here: Here, sheet: "Sheet", way: "ColumnMapping | OwnColumns", file: str, name: str, asked: Asked
) -> tuple["Batch", list[str]]:
    """All that the file says, and what is to be told of how it was read."""
    from paintrack.exchange.importing import batch

    around = ImportContext(now=here.now, table=point_table, new_uid=_new_uids().__next__)
    found = batch.batch_of(sheet.rows, way, around, shown=import_result.SHOWN_REASONS, keep_bad=asked.skip_bad)
    if not isinstance(way, ColumnMapping):
        remarks = [import_preview.unused_columns_notice(sheet.columns_added)]
    else:
        remarks = [f"Read as {sheet.kind}.", import_preview.unused_columns_notice(way.columns_left_out)]
        if asked.dry_run:
            shown = import_preview.import_preview(way, sheet.kind, found.found, width=here.width, plain=here.plain)
            here.acknowledge(f"{shown}\n\n")
            remarks = []
        remarks += [
            import_preview.separate_sessions_notice(found.entries),
            import_preview.unknown_points_notice(found.found),
        ]
    if found.errors:
        here.warn(import_result.error_table(found.errors, width=here.width, plain=here.plain))
        if not asked.skip_bad or not found.found:
            raise import_result.refused_values_error(
                found.errors.total, name, can_skip=bool(found.found) and not asked.skip_bad and name == file
            )
    return found, remarks


def _new_uids() -> Iterator[str]:
    """Uids that rise from one to the next: rows of one time keep the order of the file."""
    return map("{:032x}".format, count(uuid4().int >> 1))


def _judged(entries: Sequence[AnyEntry], reader: Reader, *, by_uid: bool) -> Iterator[tuple[AnyEntry, Outcome]]:
    """Each entry and what becomes of it, beside ours of the same uid; without uids, what it says is compared."""
    if by_uid:
        yield from judged(entries, reader, exact=False)
        return
    same = repeated(entries, reader.entries(Selection()))
    for entry in entries:
        yield entry, Outcome.SAME if entry.uid in same else Outcome.NEW


def _set_aside(here: Here, sheet: "Sheet", batch: "Batch", rejected: Path, whole: ExitStack, *, force: bool) -> None:
    """Write the bad rows to a file of their own, which has its name once the `whole` has ended as it should."""
    from paintrack.exchange.exporting import atomic_write
    from paintrack.exchange.importing import sheet_file

    try:
        stream = whole.enter_context(atomic_write.written_whole(rejected, force=force, never=here.path))
        sheet_file.write_rows([sheet.header, *batch.bad_rows], stream, sheet.delimiter)
        # A full disk is found before anything is saved.
        stream.flush()
    except PaintrackError as error:
        raise type(error)(str(error).replace("Nothing written.", "Nothing saved.")) from None
