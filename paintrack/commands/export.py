"""The history out of the file."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TextIO, TypeVar

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.filters import Filters
from paintrack.commands._shared.progress import output_is_file, with_progress
from paintrack.errors import NotFoundError, UsageError
from paintrack.exchange.formats import STANDARD_STREAM, ExportFormat, endings_of, export_format_of, names_of
from paintrack.model.entries import AnyEntry
from paintrack.model.selection import Selection
from paintrack.storage.reader import Reader
from paintrack.views.confirmations.export_result import export_confirmation

T = TypeVar("T")

File = Annotated[str, typer.Argument(metavar="FILE", help="The file to write; - is standard output.")]
As = Annotated[
    ExportFormat | None,
    typer.Option("--format", help=f"Default: by file extension ({endings_of(ExportFormat)}); csv for -."),
]
Bom = Annotated[bool, typer.Option("--bom", help="Begin the CSV with a byte order mark, for old Excel.")]
Force = Annotated[bool, typer.Option("--force", help="Replace the file when it is there already.")]


@dataclass(frozen=True)
class _SelectedHistory:
    """What fits the selection, for a writer; with `shows_progress` a long export says how far it is."""

    reader: Reader
    selection: Selection
    shows_progress: bool

    @property
    def condition(self) -> str | None:
        return self.selection.condition

    def rows(self) -> Iterable[Sequence[Any]]:
        return self._with_progress(self.reader.csv_rows(self.selection), self.reader.count_csv_rows)

    def entries(self) -> Iterable[AnyEntry]:
        return self._with_progress(self.reader.stream(self.selection), self.reader.count)

    def settings(self) -> Mapping[str, str]:
        return self.reader.settings()

    def oldest_uid(self) -> str | None:
        return self.reader.oldest_uid()

    def _with_progress(self, items: Iterable[T], total: Callable[[Selection], int]) -> Iterable[T]:
        return with_progress(items, lambda: total(self.selection), "Writing") if self.shows_progress else items


def run(
    context: Context, filters: Filters, file: File, as_format: As = None, bom: Bom = False, force: Force = False
) -> None:
    """Write the history: all of it as JSON, sessions and readings as CSV for a spreadsheet, or as FHIR.

    paintrack export history.json
    """
    chosen, selection = as_format or _format_of(file), filters.selection()
    if bom and chosen is not ExportFormat.CSV:
        raise UsageError("--bom is for CSV.")
    is_file = file != STANDARD_STREAM
    with context.open_reader() as reader:
        count = reader.count_csv_rows if chosen.has_rows else reader.count
        if is_file and not selection.is_all and not count(selection):
            raise NotFoundError("No entry fits the filters; no file was written. See: paintrack list")
        with _opened(context, file, force=force) as stream:
            stream.write("\ufeff" if bom else "")
            # On a terminal the rows themselves show how far it is, and a pager has the screen.
            shows_progress = not context.console.quiet and (is_file or output_is_file())
            written = chosen.export(_SelectedHistory(reader, selection, shows_progress), stream)
        left_out = reader.count(selection) - sum(written.values()) if is_file else 0
    if is_file:
        context.console.hint(export_confirmation(written, file, left_out=left_out))
        if selection.condition is not None and chosen.whole_sessions_hint:
            context.console.hint(chosen.whole_sessions_hint)


def _format_of(file: str) -> ExportFormat:
    if (chosen := export_format_of(file)) is not None:
        return chosen
    raise UsageError(f"{file} ends in neither .csv nor .json: add --format {names_of(ExportFormat)}.")


def _opened(context: Context, file: str, *, force: bool) -> AbstractContextManager[TextIO]:
    from paintrack.exchange.exporting import atomic_write

    if file == STANDARD_STREAM:
        return atomic_write.standard_output()
    return atomic_write.atomic_write(Path(file), force=force, own_file=context.path)
