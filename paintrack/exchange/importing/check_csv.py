"""Checking a CSV file: paintrack's own row by row as it is read; any other, or with bad rows kept, whole in memory."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TextIO

from paintrack.errors import FileTroubleError
from paintrack.exchange import csv_file
from paintrack.exchange.csv_file import NumberedRow, OwnColumns
from paintrack.exchange.importing.checked_file import CheckedFile, RejectedRows
from paintrack.exchange.importing.column_mapping import targets_of
from paintrack.exchange.importing.csv_sheet import Sheet, read_sheet
from paintrack.exchange.importing.foreign_csv_rows import (
    ImportContext,
    ScoreSizeCounter,
    SheetRow,
    settled_date_format,
    sheet_entries,
)
from paintrack.model.importing.import_errors import (
    ColumnsNotUnderstoodError,
    OptionForOwnFileError,
    ScoreNotOnScaleError,
    StatementIsNotReadError,
)
from paintrack.model.importing.import_types import SCALES, ColumnMapping, ReadOptions, SheetEntry, SheetPreview
from paintrack.model.serialization.csv_rows import RowError
from paintrack.model.statement_columns import STATEMENT_COLUMNS

LONGEST_FILE = csv_file.LONGEST_FILE


def check_stream(stream: TextIO, options: ReadOptions, context: ImportContext) -> CheckedFile:
    """The entries of paintrack's own CSV, known by its header, or of anyone's spreadsheet.

    Raises FileTroubleError and UsageError.
    """
    sheet = read_sheet(stream, encoding=options.encoding, delimiter=options.delimiter)
    if sheet.own is None:
        _reject_statement(sheet)
        return _check_sheet(sheet, mapping_of(sheet, options), options, context)
    if field := options.first_column_option:
        raise OptionForOwnFileError(field=field)
    checked = CheckedFile(columns_left_out=sheet.columns_added, missing_fields=sheet.own.missing_keys)
    if options.keep_rejected:
        _check_whole(checked, sheet, sheet.own, context)
    else:
        checked.stream(csv_file.read_csv(sheet.rows, context.now, sheet.own))
    return checked


def _reject_statement(sheet: Sheet) -> None:
    """Raise StatementIsNotReadError for what `costs --visits` wrote, which looks like anyone's sheet of visits."""
    if {name.casefold() for name in sheet.header}.issuperset(STATEMENT_COLUMNS):
        raise StatementIsNotReadError


def mapping_of(sheet: Sheet, options: ReadOptions) -> ColumnMapping:
    """What each column of the sheet becomes. Raises UsageError as `targets_of` does, and ColumnsNotUnderstoodError."""
    try:
        targets = targets_of(sheet.header, options.column_targets, has_one_condition=options.condition is not None)
    except FileTroubleError as error:
        raise ColumnsNotUnderstoodError(cause=error, dialect=sheet.dialect) from None
    return ColumnMapping(
        header=sheet.header,
        targets=targets,
        condition=options.condition,
        date_format=options.date_format,
        scale=options.scale,
    )


def _check_sheet(sheet: Sheet, mapping: ColumnMapping, options: ReadOptions, context: ImportContext) -> CheckedFile:
    if mapping.date_format is None:
        rows = [*sheet.rows]
        place = mapping.targets.index("at") if "at" in mapping.targets else -1
        dates = (cells[place].strip() for _, cells in rows if 0 <= place < len(cells))
        sheet, mapping = replace(sheet, rows=iter(rows)), replace(mapping, date_format=settled_date_format(dates))
    checked = CheckedFile(has_uids=options.keep_duplicates, columns_left_out=mapping.columns_left_out)
    counter = ScoreSizeCounter(mapping)
    entries = _check_whole(checked, sheet, mapping, context, counter, keep_rejected=options.keep_rejected)
    if not counter.sizes.suggest_scale_100:
        usual, larger = SCALES
        may_be_of_hundred = ScoreNotOnScaleError(scale=usual, fitting_scale=larger)
        checked.errors.replace_reason(may_be_of_hundred, ScoreNotOnScaleError(scale=usual))
    checked.sheet = SheetPreview(sheet.dialect, mapping, entries, counter.sizes)
    return checked


def _check_whole(
    checked: CheckedFile,
    sheet: Sheet,
    columns: ColumnMapping | OwnColumns,
    context: ImportContext,
    counter: ScoreSizeCounter | None = None,
    *,
    keep_rejected: bool = True,
) -> list[SheetEntry]:
    """Fill `checked` with all that the sheet holds; returns the entries with their lines (0 in paintrack's own CSV)."""
    entries: list[SheetEntry] = []
    kept_rows: list[NumberedRow] = []
    bad_lines: set[int] = set()
    rows = _keeping(sheet.rows, kept_rows) if keep_rejected else sheet.rows
    for entry_or_error in _entries_and_errors(rows, columns, context, counter):
        if isinstance(entry_or_error, SheetEntry):
            entries.append(entry_or_error)
        else:
            checked.errors.add(entry_or_error)
            bad_lines.add(entry_or_error.line)
    if isinstance(columns, OwnColumns):
        # In paintrack's own CSV the rows of one session are imported together or not at all.
        place = columns.place_of("uid")
        bad_uids = {cells[place] for line, cells in kept_rows if line in bad_lines and cells[place:]} - {""}
        bad_lines |= {line for line, cells in kept_rows if not bad_uids.isdisjoint(cells[place : place + 1])}
        entries = [each for each in entries if each.entry.uid not in bad_uids]
    if bad_rows := [cells for line, cells in kept_rows if line in bad_lines]:
        checked.rejected = RejectedRows(sheet.header, bad_rows, sheet.dialect.delimiter)
    checked.entries = [each.entry for each in entries]
    checked.valid = len(entries)
    return entries


def _entries_and_errors(
    rows: Iterable[NumberedRow],
    columns: ColumnMapping | OwnColumns,
    context: ImportContext,
    counter: ScoreSizeCounter | None,
) -> Iterator[SheetEntry | RowError]:
    if isinstance(columns, ColumnMapping):
        sheet_rows = (SheetRow(line, cells) for line, cells in rows)
        yield from sheet_entries(counter.counting(sheet_rows) if counter else sheet_rows, columns, context)
        return
    for entry_or_error in csv_file.read_csv(rows, context.now, columns):
        yield entry_or_error if isinstance(entry_or_error, RowError) else SheetEntry(0, entry_or_error)


def _keeping(rows: Iterable[NumberedRow], kept_rows: list[NumberedRow]) -> Iterator[NumberedRow]:
    for row in rows:
        kept_rows.append(row)
        yield row
