"""Entries into the file, from one that was exported, or from anyone's spreadsheet."""

from enum import Enum
from typing import Annotated

import typer

from paintrack.commands._shared.context import Here
from paintrack.commands._shared.import_options import Incoming
from paintrack.commands._shared.options import reject_ignored
from paintrack.commands._shared.taking_in import take_in
from paintrack.commands._shared.taking_in_sheet import Asked, take_in_sheet
from paintrack.errors import UsageError
from paintrack.views.importing.import_preview import unused_columns_notice


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
    if is_json and (skip_bad or force or incoming != Incoming()):
        raise UsageError("JSON is taken in whole and as it is; only --dry-run goes with it. Nothing saved.")
    if not skip_bad:
        reject_ignored([force], "--force replaces the file that --skip-bad writes: give both. Nothing saved.")
    from paintrack.exchange import csv_file, json_file
    from paintrack.exchange.importing import buffering, source

    name = "standard input" if file == "-" else file
    longest = json_file.LONGEST_FILE if is_json else csv_file.LONGEST_FILE
    with source.opened(file, never=here.path) as once, buffering.all_there(once, longest) as stream:
        if is_json:
            history = json_file.read_json(stream, here.now)
            take_in(here, name, history.entries, history.settings, exact=True, dry_run=dry_run)
            return
        sheet = incoming.sheet(stream)
        way = incoming.way(sheet)
        if isinstance(way, csv_file.OwnColumns) and not skip_bad:
            rows = csv_file.read_csv(sheet.rows, here.now, way)
            remarks = [unused_columns_notice(sheet.columns_added)]
            take_in(here, name, rows, {}, exact=False, dry_run=dry_run, can_skip=file != "-", remarks=remarks)
            return
        asked = Asked(dry_run=dry_run, skip_bad=skip_bad, force=force, keep_duplicates=incoming.keep_duplicates)
        take_in_sheet(here, sheet, way, file, name, asked)
