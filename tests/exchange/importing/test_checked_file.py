"""The first step of an import: one result for our own CSV, our own JSON and anyone's spreadsheet."""

import io
import json
from typing import Any

import pytest

from paintrack.errors import FileTroubleError
from paintrack.exchange.csv_file import write_csv
from paintrack.exchange.formats import CSV, JSON, Format, history_in_formats
from paintrack.exchange.importing.checked_file import CheckedFile
from paintrack.exchange.importing.foreign_csv_rows import ImportContext
from paintrack.exchange.json_file import write_json
from paintrack.model.changes.stored_setting import StoredSetting
from paintrack.model.importing.import_errors import ForeignFormat, NotCsvError, OptionForOwnFileError
from paintrack.model.importing.import_types import ABOUT_COLUMNS, SCALES, CsvDialect, ReadOptions
from tests.exchange.csv_rows_of_entries import csv_rows_of_entries
from tests.factories.entries import NOW, STAMP, a_session

SESSIONS = [a_session(7, 3, uid=f"{number:032x}") for number in range(3)]
SHEET = "date;before;mood\n2026-07-01;7;x\n2026-07-02;11;\n2026-07-03;6;\n"


def checked(text: str, file_format: Format = CSV, **options: Any) -> CheckedFile:
    uids = map("{:032x}".format, range(100))
    context = ImportContext(now=NOW, table=dict, new_uid=uids.__next__)
    reader = history_in_formats()[file_format].reader()
    return reader.check_stream(io.StringIO(text, newline=""), ReadOptions(**options), context)


def own_csv() -> str:
    stream = io.StringIO(newline="")
    write_csv(csv_rows_of_entries(SESSIONS), stream)
    return stream.getvalue()


def own_json() -> str:
    stream = io.StringIO()
    write_json(SESSIONS, {"name": StoredSetting("Ada", STAMP)}, [], stream)
    return stream.getvalue()


def test_our_own_files_give_entries_as_they_are_read() -> None:
    for result in (checked(own_csv()), checked(own_json(), JSON)):
        assert (result.valid, result.has_uids, result.sheet) == (0, True, None)
        assert [entry.uid for entry in result.entries] == [session.uid for session in SESSIONS]
        assert (result.valid, bool(result.errors)) == (3, False)


def test_only_json_has_settings_and_every_field() -> None:
    document, rows = checked(own_json(), JSON), checked(own_csv())
    assert (document.settings, document.is_complete) == ({"name": StoredSetting("Ada", STAMP)}, True)
    assert (rows.settings, rows.is_complete) == ({}, False)


def test_a_streamed_file_is_checked_beyond_its_first_error() -> None:
    head, first, second, third = own_csv().splitlines(keepends=True)
    result = checked("".join([head, first, second.replace(",7,", ",77,"), third]))
    assert [entry.uid for entry in result.entries] == [SESSIONS[0].uid]
    assert (result.valid, result.errors.total) == (2, 1)


def test_of_a_spreadsheet_everything_is_known_at_once() -> None:
    result = checked(SHEET, condition="neck", keep_rejected=True)
    assert (result.valid, result.errors.total, result.has_uids) == (2, 1, False)
    assert result.sheet is not None
    assert [each.line for each in result.sheet.entries] == [2, 4]
    assert (result.sheet.dialect, result.columns_left_out) == (CsvDialect("UTF-8", ";"), ("mood",))
    assert result.rejected is not None
    assert result.rejected == (("date", "before", "mood"), [["2026-07-02", "11", ""]], ";")


def test_rows_with_an_error_are_kept_only_when_they_are_wanted() -> None:
    assert checked(SHEET, condition="neck").rejected is None
    result = checked(own_csv().replace(",7,", ",77,", 1), keep_rejected=True)
    assert result.rejected is not None
    assert (len(result.rejected.rows), result.valid) == (1, 2)


def test_duplicates_that_are_wanted_need_no_comparing() -> None:
    assert checked(SHEET, condition="neck", keep_duplicates=True).has_uids


def test_our_own_file_takes_no_option_about_columns() -> None:
    values: tuple[Any, ...] = ((("x", None),), "%d/%m/%Y", "neck", SCALES[1], True)
    for name, value in zip(ABOUT_COLUMNS, values, strict=True):
        with pytest.raises(OptionForOwnFileError) as refusal:
            checked(own_csv(), CSV, **{name: value})
        assert refusal.value.field == name
    with pytest.raises(OptionForOwnFileError) as first:
        checked(own_csv(), date_format="%d/%m/%Y", condition="neck")
    assert first.value.field == "date_format"


def test_what_is_no_file_of_the_format_is_refused() -> None:
    with pytest.raises(NotCsvError) as refusal:
        checked(own_json())
    assert refusal.value.file_format is ForeignFormat.JSON
    with pytest.raises(FileTroubleError):
        checked(json.dumps({"format": "other"}), JSON)
