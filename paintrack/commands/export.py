"""The history out of the file."""

from pathlib import Path
from typing import Annotated

import typer

from paintrack.commands.filters import Filters
from paintrack.commands.here import Here
from paintrack.views.transfer import exported

File = Annotated[str, typer.Argument(metavar="FILE", help="The file to write; - is standard output.")]
Force = Annotated[bool, typer.Option("--force", help="Replace the file when it is there already.")]


def run(here: Here, filters: Filters, file: File, force: Force = False) -> None:
    """Write sessions and readings as CSV, for a spreadsheet and for import.

    paintrack export history.csv
    """
    from paintrack.exchange import csv_file, output

    entries = here.entries(filters.selection())
    if file == "-":
        with output.standard_output() as stream:
            csv_file.write_csv(entries, stream)
        return
    with output.written_whole(Path(file), force=force, never=here.path) as stream:
        counts = csv_file.write_csv(entries, stream)
    here.hint(exported(counts, file))
