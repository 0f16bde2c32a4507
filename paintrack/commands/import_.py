"""Entries into the file, from one that was exported, or from anyone's spreadsheet."""

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import uuid4

import typer

from paintrack.commands.here import Here
from paintrack.commands.incoming import Incoming
from paintrack.commands.recording import point_table
from paintrack.commands.taking_in import backed_up, judged, take_in, taken_over
from paintrack.domain.arrival import Verdict
from paintrack.domain.entry import AnyEntry
from paintrack.domain.repeats import repeated
from paintrack.domain.selection import Selection
from paintrack.domain.sheet import Surroundings, Way
from paintrack.domain.text import counted, visible_line
from paintrack.errors import FileTroubleError, UsageError
from paintrack.storage.reader import Reader
from paintrack.views import sheet_guess, transfer

if TYPE_CHECKING:
    from paintrack.exchange.batch import Batch
    from paintrack.exchange.sheet_file import Sheet


class Format(Enum):
    """The forms in which a history comes in."""

    CSV = "csv"
    JSON = "json"


File = Annotated[
    str, typer.Argument(metavar="FILE", help="A CSV file, or JSON of paintrack export; - is standard input.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", "-n", help="Check the file and say what would come in.")]
SkipBad = Annotated[
    bool, typer.Option("--skip-bad", help="Take in the good rows; write the others to FILE.rejected.csv.")
]
Force = Annotated[bool, typer.Option("--force", help="Replace FILE.rejected.csv when it is there already.")]

As = Annotated[Format | None, typer.Option("--format", help="By the ending otherwise: .csv, or .json of our own.")]


def run(
    here: Here,
    incoming: Incoming,
    file: File,
    dry_run: DryRun = False,
    skip_bad: SkipBad = False,
    force: Force = False,
    as_format: As = None,
) -> None:
    """Take in the sessions and readings of a CSV file, all or none; twice changes nothing.

    paintrack import history.csv

    A spreadsheet of your own: look first, with --dry-run. Its columns are known by usual names; --map says others.

    paintrack import diary.csv --dry-run --for "lower back" --date-format %d/%m/%Y
    """
    if skip_bad and file == "-":
        raise UsageError("--skip-bad writes beside the file; give a file in the place of -. Nothing saved.")
    is_json = as_format is Format.JSON or (as_format is None and file.lower().endswith(".json"))
    if is_json and (skip_bad or incoming != Incoming()):
        raise UsageError("JSON is taken in whole and as it is; only --dry-run goes with it. Nothing saved.")
    from paintrack.exchange import csv_file, json_file, source, spool

    name = "standard input" if file == "-" else file
    longest = json_file.LONGEST_FILE if is_json else csv_file.LONGEST_FILE
    with source.opened(file, never=here.path) as once, spool.all_there(once, longest) as stream:
        if is_json:
            history = json_file.read_json(stream, here.now)
            take_in(here, name, history.entries, history.settings, exact=True, dry_run=dry_run)
            return
        sheet = incoming.sheet(stream)
        way = incoming.way(sheet)
        if way is None and not skip_bad:
            take_in(here, name, csv_file.read_csv(sheet.rows, here.now), {}, exact=False, dry_run=dry_run)
            return
        batch, remarks = _checked(here, sheet, way, file, dry_run=dry_run, skip_bad=skip_bad)
    _take_in_batch(here, incoming, sheet, batch, remarks, file, name, dry_run=dry_run, force=force)


def _checked(
    here: Here, sheet: "Sheet", way: Way | None, file: str, *, dry_run: bool, skip_bad: bool
) -> tuple["Batch", list[str]]:
    """All that the file says, and what is to be told of how it was read.

    Raises FileTroubleError when a row cannot be taken in, unless it may be skipped, after saying what is wrong.
    """
    from paintrack.exchange import batch

    around = Surroundings(now=here.now, table=point_table, new_uid=lambda: uuid4().hex)
    found = batch.batch_of(sheet, way, around, shown=transfer.SHOWN_ERRORS, keep_bad=skip_bad)
    remarks = []
    if way and dry_run:
        here.acknowledge(f"{sheet_guess.guess_shown(way, sheet.kind, found.found, width=here.width)}\n\n")
    elif way:
        remarks = [f"Read as {sheet.kind}.", sheet_guess.left_out(way)]
    if found.errors:
        here.warn(transfer.bad_rows(found.errors, found.total, width=here.width))
        if not skip_bad:
            shown = visible_line(file)
            raise FileTroubleError(f"{counted(found.total, 'value')} in {shown} cannot be taken in. Nothing saved.")
    return found, remarks


def _take_in_batch(
    here: Here,
    incoming: Incoming,
    sheet: "Sheet",
    batch: "Batch",
    remarks: list[str],
    file: str,
    name: str,
    *,
    dry_run: bool,
    force: bool,
) -> None:
    """Take in the good rows of a file that was read whole: anyone's, or our own when bad rows are skipped."""
    by_uid = sheet.is_own or incoming.keep_duplicates
    with here.reading() as reader:
        verdicts = list(_judged(batch.entries, reader, by_uid=by_uid))
        can_redo = reader.next_redo() is not None
    tally = Counter((verdict, entry.kind) for entry, verdict in verdicts)
    if not sheet.is_own:
        same = {entry.uid for entry, verdict in verdicts if verdict is Verdict.SAME}
        remarks.append(sheet_guess.repeats_named([each for each in batch.found if each.entry.uid in same]))
    if batch.bad_rows:
        remarks.append(_set_aside(here, sheet, batch, file, dry_run=dry_run, force=force))
    if dry_run or not any(verdict.changes for verdict, _ in tally):
        here.acknowledge(
            transfer.imported(tally, name, width=here.width, dry_run=dry_run, can_redo=can_redo, remarks=remarks)
        )
        return
    with backed_up(here.path, here.now) as copy, here.writing() as writer:
        # Asked anew: another terminal may have written since.
        tally = taken_over(writer, _judged(batch.entries, writer, by_uid=by_uid))
        writer.describe(transfer.step_name(tally, name))
    here.acknowledge(transfer.imported(tally, name, width=here.width, copy=copy, remarks=remarks))


def _judged(entries: Sequence[AnyEntry], reader: Reader, *, by_uid: bool) -> Iterator[tuple[AnyEntry, Verdict]]:
    """Each entry and what becomes of it, beside ours of the same uid; without uids, what it says is compared."""
    if by_uid:
        yield from judged(entries, reader, exact=False)
        return
    same = repeated(entries, reader.entries(Selection()))
    for entry in entries:
        yield entry, Verdict.SAME if entry.uid in same else Verdict.NEW


def _set_aside(here: Here, sheet: "Sheet", batch: "Batch", file: str, *, dry_run: bool, force: bool) -> str:
    """Write the bad rows to a file of their own, before anything is saved; the sentence on it."""
    from paintrack.exchange import output, sheet_file

    rejected = Path(f"{file}.rejected.csv")
    rows = counted(len(batch.bad_rows), "row")
    if dry_run:
        return f"{rows} would be set aside in {rejected}."
    with output.written_whole(rejected, force=force, never=here.path) as stream:
        sheet_file.write_rows([sheet.header, *batch.bad_rows], stream, sheet.delimiter)
    return f"{rows} set aside in {rejected}: put them right and import that file."
