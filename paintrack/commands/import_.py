"""Importing entries from an exported file or from any spreadsheet."""

from pathlib import Path
from typing import Annotated

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.copies.copy_or_exported_history import reject_copy
from paintrack.commands._shared.importing.import_options import ImportOptions
from paintrack.commands._shared.names.name_resolution import require_single_condition
from paintrack.commands._shared.options.common_options import JsonOption, reject_ignored
from paintrack.commands._shared.terminal.stream_output import announce_input
from paintrack.errors import UsageError
from paintrack.exchange.formats import (
    CSV,
    FORMATS,
    PLAIN_TEXT,
    STANDARD_STREAM,
    Format,
    extensions_of,
    format_by_extension,
    format_labels_of,
    format_named,
    history_in_formats,
    names_of,
)
from paintrack.model.displayed_text import listed

_FORMATS = history_in_formats()

File = Annotated[
    str | None, typer.Argument(metavar="FILE", help="A CSV file, or JSON of paintrack export; - is standard input.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", "-n", help="Check the file and say what would be imported.")]
SkipBad = Annotated[
    bool, typer.Option("--skip-bad", help="Import the good rows; write the others to FILE.rejected.csv.")
]
Force = Annotated[bool, typer.Option("--force", help="Replace FILE.rejected.csv when it is there already.")]
As = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar=f"<{'|'.join(names_of(_FORMATS))}>",
        help=f"Default: by file extension ({', '.join(extensions_of(_FORMATS))}), else {CSV.name}.",
    ),
]


def run(
    context: Context,
    options: ImportOptions,
    file: File = None,
    dry_run: DryRun = False,
    skip_bad: SkipBad = False,
    force: Force = False,
    as_format: As = None,
    as_json: JsonOption = False,
) -> None:
    """Import the sessions and readings of a CSV file: all rows or none. Importing twice changes nothing.

    paintrack import history.csv

    With a spreadsheet of your own, try --dry-run first. Common column names are recognised; map others with --map.

    paintrack import diary.csv --dry-run --for neck --date-format dd/mm/yyyy
    """
    from paintrack.commands._shared.importing.import_pipeline import ImportRequest, import_checked
    from paintrack.commands._shared.importing.import_source import open_import_source
    from paintrack.commands._shared.importing.report_output import show_report
    from paintrack.views.importing.import_json import import_json

    if not file:
        from paintrack.views.refusals.word_refusals import missing_file_to_import

        raise UsageError(missing_file_to_import())
    if skip_bad and file == STANDARD_STREAM:
        raise UsageError("--skip-bad writes beside the file; give a file in the place of -.")
    if file != STANDARD_STREAM:
        reject_copy(file, context.path)
    chosen = format_named(as_format, _FORMATS) if as_format is not None else _format_of(file)
    history_in = _FORMATS[chosen]
    if not history_in.has_rows and (skip_bad or force or options != ImportOptions()):
        raise UsageError(f"{chosen.label} is imported whole: of the options only --dry-run goes with it.")
    if not skip_bad:
        reject_ignored([force], "--force replaces the file that --skip-bad writes: give both.")
    require_single_condition(context, options.condition, accepts_new=True)
    read_options = options.read_options(keep_rejected=skip_bad)
    if file == STANDARD_STREAM:
        announce_input("the file")
    # The rows of standard input have no file to be written beside.
    rejected_path = Path(f"{file}.rejected.csv") if history_in.has_rows and file != STANDARD_STREAM else None
    source = "standard input" if file == STANDARD_STREAM else file
    request = ImportRequest(source, dry_run, rejected_path=rejected_path, skip_bad=skip_bad, force=force)
    with open_import_source(file, history_in, read_options, context) as checked:
        report = import_checked(context, checked, request)
    show_report(context.console, report, import_json(report) if as_json else None)


def _format_of(file: str) -> Format:
    """The format for the file's extension; CSV for an extension of no format, as spreadsheets have many.

    Raises UsageError for a format that paintrack only writes.
    """
    chosen = format_by_extension(file, FORMATS) or CSV
    # A text file may well contain a table.
    if chosen in _FORMATS or chosen is PLAIN_TEXT:
        return chosen if chosen in _FORMATS else CSV
    raise UsageError(
        f"{file} is {chosen.label}, which paintrack can export but not import. "
        f"import takes {listed(format_labels_of(_FORMATS))}."
    )
