"""Entries into the file, from one that was exported."""

from collections import Counter
from typing import Annotated

import typer

from paintrack.commands.here import Here
from paintrack.domain.arrival import completed, verdict_on
from paintrack.domain.entry import AnyEntry
from paintrack.domain.rows import RowError
from paintrack.domain.text import counted
from paintrack.errors import FileTroubleError
from paintrack.views import transfer

File = Annotated[str, typer.Argument(metavar="FILE", help="A CSV file of paintrack export; - is standard input.")]
DryRun = Annotated[bool, typer.Option("--dry-run", "-n", help="Check the file and say what would come in.")]


def run(here: Here, file: File, dry_run: DryRun = False) -> None:
    """Take in the sessions and readings of a CSV file that paintrack wrote, all or none; twice changes nothing.

    paintrack import history.csv
    """
    entries, name = _checked(here, file), "standard input" if file == "-" else file
    with here.reading() as reader:
        tally = Counter((verdict_on(entry, reader.by_uid(entry.uid)), entry.kind) for entry in entries)
        can_redo = reader.next_redo() is not None
    if dry_run or not any(verdict.changes for verdict, _ in tally):
        here.acknowledge(transfer.imported(tally, name, width=here.width, dry_run=dry_run, can_redo=can_redo))
        return
    from paintrack.storage.backup import safety_copy

    copy = safety_copy(here.path, here.now, "import")
    with here.writing() as writer:
        tally = Counter()
        for entry in entries:
            # Asked anew: another terminal may have written since.
            ours = writer.by_uid(entry.uid)
            verdict = verdict_on(entry, ours)
            tally[verdict, entry.kind] += 1
            if verdict.changes:
                writer.take_over(completed(entry, ours))
        writer.describe(transfer.step_name(tally, name))
    here.acknowledge(transfer.imported(tally, name, width=here.width, copy=copy))


def _checked(here: Here, file: str) -> list[AnyEntry]:
    """All entries of the file. Raises FileTroubleError when one cannot be taken in, after saying what is wrong."""
    from paintrack.exchange import csv_file, source

    entries: list[AnyEntry] = []
    errors: list[RowError] = []
    total = 0
    with source.opened(file, never=here.path) as stream:
        for found in csv_file.read_csv(stream, here.now):
            if not isinstance(found, RowError):
                entries.append(found)
            elif (total := total + 1) <= transfer.SHOWN_ERRORS:
                errors.append(found)
    if errors:
        here.warn(transfer.bad_rows(errors, total, width=here.width))
        raise FileTroubleError(f"{counted(total, 'value')} in {file} cannot be taken in. Nothing saved.")
    return entries
