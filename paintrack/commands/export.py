"""The history out of the file."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from enum import Enum
from pathlib import Path
from typing import Annotated, TextIO, TypeVar

import typer

from paintrack.commands._shared.context import Here
from paintrack.commands._shared.filters import Filters
from paintrack.commands._shared.progress import goes_to_a_file, with_progress
from paintrack.errors import NotFoundError, UsageError
from paintrack.model.selection import Selection, each_narrowed
from paintrack.storage.reader import Reader
from paintrack.views.confirmations.export_result import export_confirmation

T = TypeVar("T")


class Format(Enum):
    """The forms in which the history goes out."""

    CSV = "csv"
    JSON = "json"
    FHIR = "fhir"


File = Annotated[str, typer.Argument(metavar="FILE", help="The file to write; - is standard output.")]
As = Annotated[
    Format | None, typer.Option("--format", help="By the ending otherwise: .csv, .json, .fhir.json; csv for -.")
]
Bom = Annotated[bool, typer.Option("--bom", help="Begin the CSV with a byte order mark, for old Excel.")]
Force = Annotated[bool, typer.Option("--force", help="Replace the file when it is there already.")]


def run(here: Here, filters: Filters, file: File, as_format: As = None, bom: Bom = False, force: Force = False) -> None:
    """Write the history: all of it as JSON, sessions and readings as CSV for a spreadsheet, or as FHIR.

    paintrack export history.json
    """
    chosen, selection = as_format or _format_of(file), filters.selection()
    if bom and chosen is not Format.CSV:
        raise UsageError("--bom is for CSV. Nothing written.")
    with here.reading() as reader:
        fitting = reader.number_of_flat if chosen is Format.CSV else reader.number_of
        if file != "-" and not selection.is_all and not fitting(selection):
            raise NotFoundError("No entry fits the filters; no file was written. See: paintrack list")
        with _opened(here, file, force=force) as stream:
            stream.write("\ufeff" if bom else "")
            # On a terminal the rows themselves show how far it is, and a pager has the screen.
            shown = not here.quiet and (file != "-" or goes_to_a_file())
            counts = _written(chosen, reader, selection, stream, shown=shown)
        left_out = 0 if file == "-" else reader.number_of(selection) - sum(counts.values())
    if file != "-":
        here.hint(export_confirmation(counts, file, left_out=left_out))
        if chosen is Format.JSON and selection.condition is not None:
            here.hint("JSON has whole sessions, with whatever else they rate; CSV and FHIR have this condition alone.")


def _format_of(file: str) -> Format:
    name = file.lower()
    if name.endswith(".fhir.json"):
        return Format.FHIR
    if name.endswith(".json"):
        return Format.JSON
    if file == "-" or name.endswith(".csv"):
        return Format.CSV
    raise UsageError(f"{file} ends in neither .csv nor .json: add --format csv, json or fhir. Nothing written.")


def _opened(here: Here, file: str, *, force: bool) -> AbstractContextManager[TextIO]:
    from paintrack.exchange.exporting import atomic_write

    if file == "-":
        return atomic_write.standard_output()
    return atomic_write.written_whole(Path(file), force=force, never=here.path)


def _written(chosen: Format, reader: Reader, selection: Selection, stream: TextIO, *, shown: bool) -> dict[str, int]:
    """Write what fits; how many entries of each kind. With `shown` a long one says how far it is."""

    def progress(items: Iterable[T], total: Callable[[Selection], int]) -> Iterable[T]:
        return with_progress(items, lambda: total(selection), "Writing") if shown else items

    if chosen is Format.CSV:
        from paintrack.exchange import csv_file

        return csv_file.write_csv(progress(reader.flat(selection), reader.number_of_flat), stream)
    entries = progress(reader.stream(selection), reader.number_of)
    if chosen is Format.JSON:
        from paintrack.exchange import json_file

        # Whole sessions: it is the form that comes back as what it was.
        return json_file.write_json(entries, reader.settings(), stream)
    from paintrack.exchange.exporting import fhir

    return fhir.write_fhir(each_narrowed(entries, selection.condition), reader.oldest_uid(), stream)
