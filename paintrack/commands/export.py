"""Exporting the history as CSV, JSON or FHIR."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from enum import Enum
from pathlib import Path
from typing import Annotated, TextIO, TypeVar

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.filters import Filters
from paintrack.commands._shared.progress import output_is_file, with_progress
from paintrack.errors import NotFoundError, UsageError
from paintrack.model.selection import Selection, each_narrowed
from paintrack.storage.reader import Reader
from paintrack.views.confirmations.export_result import exported

T = TypeVar("T")


class ExportFormat(Enum):
    """The formats of an export."""

    CSV = "csv"
    JSON = "json"
    FHIR = "fhir"


File = Annotated[str, typer.Argument(metavar="FILE", help="The file to write; - is standard output.")]
As = Annotated[
    ExportFormat | None,
    typer.Option("--format", help="Default: by file extension .csv, .json, .fhir.json; csv for -."),
]
Bom = Annotated[bool, typer.Option("--bom", help="Start the CSV with a byte order mark, for old Excel.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite the file.")]


def run(
    context: Context, filters: Filters, file: File, as_format: As = None, bom: Bom = False, force: Force = False
) -> None:
    """Write the history to a file: all of it as JSON, or sessions and readings as CSV or FHIR.

    paintrack export history.json
    """
    export_format, selection = as_format or _format_of(file), filters.selection()
    if bom and export_format is not ExportFormat.CSV:
        raise UsageError("--bom is for CSV. Nothing written.")
    with context.open_reader() as reader:
        count = reader.count_csv_rows if export_format is ExportFormat.CSV else reader.count
        if file != "-" and not selection.is_all and not count(selection):
            raise NotFoundError("No entry fits the filters; no file was written. See: paintrack list")
        with _open_output(context, file, force=force) as stream:
            stream.write("\ufeff" if bom else "")
            # On a terminal the rows themselves show the progress, and a pager uses the terminal.
            shows_progress = not context.console.quiet and (file != "-" or output_is_file())
            counts = _write_entries(export_format, reader, selection, stream, shows_progress=shows_progress)
        left_out = 0 if file == "-" else reader.count(selection) - sum(counts.values())
    if file != "-":
        context.console.hint(exported(counts, file, left_out=left_out))
        if export_format is ExportFormat.JSON and selection.condition is not None:
            context.console.hint(
                "JSON has whole sessions, with whatever else they rate; CSV and FHIR have this condition alone."
            )


def _format_of(file: str) -> ExportFormat:
    name = file.lower()
    if name.endswith(".fhir.json"):
        return ExportFormat.FHIR
    if name.endswith(".json"):
        return ExportFormat.JSON
    if file == "-" or name.endswith(".csv"):
        return ExportFormat.CSV
    raise UsageError(f"{file} ends in neither .csv nor .json: add --format csv, json or fhir. Nothing written.")


def _open_output(context: Context, file: str, *, force: bool) -> AbstractContextManager[TextIO]:
    from paintrack.exchange.exporting import atomic_write

    if file == "-":
        return atomic_write.standard_output()
    return atomic_write.written_whole(Path(file), force=force, never=context.path)


def _write_entries(
    export_format: ExportFormat, reader: Reader, selection: Selection, stream: TextIO, *, shows_progress: bool
) -> dict[str, int]:
    """Write the selected entries and return how many there are of each kind; `shows_progress` on long exports."""

    def progress(items: Iterable[T], total: Callable[[Selection], int]) -> Iterable[T]:
        return with_progress(items, lambda: total(selection), "Writing") if shows_progress else items

    if export_format is ExportFormat.CSV:
        from paintrack.exchange import csv_file

        return csv_file.write_csv(progress(reader.csv_rows(selection), reader.count_csv_rows), stream)
    entries = progress(reader.stream(selection), reader.count)
    if export_format is ExportFormat.JSON:
        from paintrack.exchange import json_file

        # Whole sessions: JSON must re-import without loss.
        return json_file.write_json(entries, reader.settings(), stream)
    from paintrack.exchange.exporting import fhir

    return fhir.write_fhir(each_narrowed(entries, selection.condition), reader.oldest_uid(), stream)
