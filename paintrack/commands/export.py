"""Exporting the history as CSV, JSON or FHIR."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO, TypeVar

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.names.unrecorded_names_in_filters import warn_of_unrecorded
from paintrack.commands._shared.options.common_options import JsonOption, reject_ignored
from paintrack.commands._shared.options.filters import Filters
from paintrack.commands._shared.terminal.progress import output_is_file, with_progress
from paintrack.errors import NotFoundError, UsageError
from paintrack.exchange.formats import (
    CSV,
    STANDARD_STREAM,
    Format,
    extensions_of,
    format_by_extension,
    format_labels_of,
    format_named,
    history_out_formats,
    names_of,
    office_extension,
    page_formats,
)
from paintrack.model.displayed_text import listed, visible_path
from paintrack.model.entries import AnyEntry
from paintrack.model.selection import Selection
from paintrack.storage.reader import Reader
from paintrack.views.confirmations.files.export_result import export_confirmation, whole_sessions_hint
from paintrack.views.text_layout import fill_lines

if TYPE_CHECKING:
    from paintrack.model.changes.stored_setting import StoredSetting
    from paintrack.model.changes.tombstone import Tombstone

T = TypeVar("T")

_FORMATS = history_out_formats()
_WITH_BOM = listed(format_labels_of(row for row, out in _FORMATS.items() if out.can_have_bom))

File = Annotated[str, typer.Argument(metavar="FILE", help="The file to write; - is standard output.")]
As = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar=f"<{'|'.join(names_of(_FORMATS))}>",
        help=f"Default: by file extension ({', '.join(extensions_of(_FORMATS))}); {CSV.name} for -.",
    ),
]
Bom = Annotated[bool, typer.Option("--bom", help=f"Begin the {_WITH_BOM} with a byte order mark, for old Excel.")]
Force = Annotated[bool, typer.Option("--force", help="Replace the file when it is there already.")]


@dataclass(frozen=True)
class _SelectedHistory:
    """The `ExportedHistory` of a selection.

    With `shows_progress` a long export says how far it is, with `plain` for a screen reader.
    """

    reader: Reader
    selection: Selection
    shows_progress: bool
    plain: bool

    @property
    def condition(self) -> str | None:
        return self.selection.condition

    def rows(self) -> Iterable[Sequence[Any]]:
        return self._with_progress(self.reader.csv_rows(self.selection), self.reader.count_csv_rows)

    def entries(self) -> Iterable[AnyEntry]:
        return self._with_progress(self.reader.stream(self.selection), self.reader.count)

    def settings(self) -> "Mapping[str, StoredSetting]":
        return self.reader.stored_settings()

    def tombstones(self) -> "Iterable[Tombstone]":
        return self.reader.tombstones() if self.selection.is_all else []

    def oldest_uid(self) -> str | None:
        return self.reader.oldest_uid()

    def _with_progress(self, items: Iterable[T], total: Callable[[Selection], int]) -> Iterable[T]:
        if not self.shows_progress:
            return items
        return with_progress(items, lambda: total(self.selection), "Writing", plain=self.plain)


def run(
    context: Context,
    filters: Filters,
    file: File,
    as_format: As = None,
    bom: Bom = False,
    force: Force = False,
    as_json: JsonOption = False,
) -> None:
    """Write the history: all of it as JSON, sessions and readings as CSV for a spreadsheet, or as FHIR.

    paintrack export history.json
    """
    if extension := office_extension(file):
        from paintrack.views.refusals.option_refusals import no_office_file

        csv_file = f"{visible_path(file)[: -len(extension)]}{CSV.extensions[0]}"
        raise UsageError(no_office_file(extension, ["export", csv_file]))
    chosen = format_named(as_format, _FORMATS) if as_format is not None else _format_for(file)
    history_out, selection, is_file = _FORMATS[chosen], filters.selection(context.now.date()), file != STANDARD_STREAM
    if not history_out.can_have_bom:
        reject_ignored([bom], f"--bom is for {_WITH_BOM}.")
    if not is_file:
        reject_ignored([force], "--force replaces a file; give one in the place of -.")
        from paintrack.views.refusals.option_refusals import json_without_file

        reject_ignored([as_json], json_without_file())
    with context.open_reader(checked=True) as reader:
        warn_of_unrecorded(
            context, reader, selection.condition, selection.practitioner, reports_any_condition=not is_file
        )
        count = reader.count_csv_rows if history_out.has_rows else reader.count
        if is_file and not selection.is_all and not count(selection):
            from paintrack.views.refusals.not_found_refusals import nothing_to_export

            raise NotFoundError(nothing_to_export())
        with _open_output(context, file, force=force) as stream:
            stream.write("\ufeff" if bom else "")
            # Rows printed on a terminal show it themselves, and behind a pipe there may be a pager on the screen.
            shows_progress = not context.console.quiet and (is_file or output_is_file())
            history = _SelectedHistory(reader, selection, shows_progress, context.console.plain)
            written = history_out.writer().export(history, stream)
        left_out = reader.count(selection) - sum(written.values()) if is_file else 0
    if as_json:
        context.console.say_json({"file": file, "format": chosen.name, "written": dict(written), "left_out": left_out})
    elif is_file:
        complete = format_labels_of(row for row, out in _FORMATS.items() if out.is_complete)
        confirmation = export_confirmation(written, file, left_out=left_out, complete_formats=complete)
        context.console.hint(fill_lines(confirmation, context.console.error_width, paths=[file]), paths=[file])
        if selection.condition is not None and history_out.is_complete:
            complete_labels = format_labels_of(row for row, out in _FORMATS.items() if not out.is_complete)
            hint = whole_sessions_hint(chosen.label, complete_labels)
            context.console.hint(fill_lines(hint, context.console.error_width))


def _format_for(file: str) -> Format:
    chosen = CSV if file == STANDARD_STREAM else format_by_extension(file, _FORMATS)
    if chosen is None:
        if format_by_extension(file, page_formats()):
            from paintrack.views.refusals.option_refusals import page_in_place_of_export

            raise UsageError(page_in_place_of_export(file))
        raise UsageError(
            f"{file} ends in neither {listed(extensions_of(_FORMATS), 'nor')}: "
            f"add --format {listed(names_of(_FORMATS))}."
        )
    return chosen


def _open_output(context: Context, file: str, *, force: bool) -> AbstractContextManager[TextIO]:
    from paintrack.exchange.exporting import atomic_write

    if file == STANDARD_STREAM:
        return atomic_write.standard_output()
    return atomic_write.atomic_write(Path(file), force=force, own_file=context.path)
