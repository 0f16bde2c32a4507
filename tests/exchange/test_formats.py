"""The table of formats: a file and a row are all that a format takes."""

import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from paintrack.errors import UnknownFormatError
from paintrack.exchange.formats import (
    CSV,
    FHIR,
    FORMATS,
    JSON,
    PLAIN_TEXT,
    Format,
    extensions_of,
    format_by_extension,
    format_labels_of,
    format_named,
    history_in_formats,
    history_out_formats,
    names_of,
    page_formats,
    statement_formats,
)
from paintrack.exchange.importing.foreign_csv_rows import ImportContext
from paintrack.model.changes.stored_setting import StoredSetting
from paintrack.model.changes.tombstone import Tombstone
from paintrack.model.entries import AnyEntry, Reading, Session
from paintrack.model.importing.import_types import ReadOptions
from tests.exchange.csv_rows_of_entries import csv_rows_of_entries
from tests.factories.entries import NOW, STAMP, a_reading, a_session
from tests.program import Paintrack, Result, fresh, unwrapped

ENTRIES: list[Session | Reading] = [a_session(7, 3, at=-2, uid=f"{1:032x}"), a_reading(4, at=-1, uid=f"{2:032x}")]
OUT = pytest.mark.parametrize("row", history_out_formats(), ids=lambda row: row.name)
# A format that paintrack does not know: its writer, and its row. Of the others there is no edit.
WITH_ANOTHER_FORMAT = """
import sys
from paintrack.cli import main
from paintrack.exchange import formats

class lines_file:
    @staticmethod
    def export(history, stream):
        uids = [entry.uid for entry in history.entries()]
        stream.writelines(f"{uid}\\n" for uid in uids)
        return {"session": len(uids)}

out = formats.HistoryOut(writer=lambda: lines_file, can_have_bom=True)
row = formats.Format(name="lines", label="Lines", extensions=(".lines",), history_out=out)
formats.FORMATS += (row,)
sys.exit(main(sys.argv[1:]))
"""


class SmallHistory:
    """A session and a reading, as a writer asks for them."""

    condition = None

    def rows(self) -> Iterable[Sequence[Any]]:
        """The rows of a CSV file."""
        return csv_rows_of_entries(ENTRIES)

    def entries(self) -> Iterable[AnyEntry]:
        """Both."""
        return ENTRIES

    def settings(self) -> Mapping[str, StoredSetting]:
        """One setting."""
        return {"currency": StoredSetting("CHF", STAMP)}

    def tombstones(self) -> Iterable[Tombstone]:
        """Nothing was deleted."""
        return []

    def oldest_uid(self) -> str | None:
        """The session's."""
        return ENTRIES[0].uid


def written(row: Format) -> str:
    stream = io.StringIO(newline="")
    assert history_out_formats()[row].writer().export(SmallHistory(), stream) == {"session": 1, "reading": 1}
    return stream.getvalue()


@pytest.fixture
def diary(paintrack: Paintrack) -> Paintrack:
    """A diary with a session and a reading."""
    for typed in ("log 7 3", "rate 4"):
        assert paintrack(typed).code == 0
    return paintrack


def test_no_name_and_no_extension_stands_in_two_rows() -> None:
    for words in (names_of(FORMATS), format_labels_of(FORMATS), extensions_of(FORMATS)):
        assert len({*words}) == len(words)


def test_each_row_has_an_extension_and_carries_something() -> None:
    for row in FORMATS:
        assert row.extensions
        assert all(extension.startswith(".") and extension.islower() for extension in row.extensions)
        assert row.history_out or row.history_in or row.page or row.statement


def test_what_a_row_carries_chooses_the_command() -> None:
    assert names_of(history_out_formats()) == ["csv", "json", "fhir"]
    assert names_of(history_in_formats()) == ["csv", "json"]
    assert names_of(page_formats()) == ["text", "markdown", "html", "pdf", "json"]
    assert names_of(statement_formats()) == ["text", "html", "pdf", "csv"]


@OUT
def test_a_writer_writes(row: Format) -> None:
    assert written(row)


@pytest.mark.parametrize("row", history_in_formats(), ids=lambda row: row.name)
def test_a_reader_reads_what_the_writer_of_its_row_wrote(row: Format) -> None:
    reader, text = history_in_formats()[row].reader(), written(row)
    assert 0 < len(text) < reader.LONGEST_FILE
    context = ImportContext(now=NOW, table=dict, new_uid=iter(()).__next__)
    checked = reader.check_stream(io.StringIO(text, newline=""), ReadOptions(), context)
    assert [*checked.entries] == ENTRIES
    assert (checked.valid, bool(checked.errors)) == (2, False)


@OUT
def test_export_writes_it_by_name_and_by_extension(row: Format, diary: Paintrack, tmp_path: Path) -> None:
    by_name = diary(["export", "-", "--format", row.name])
    assert (by_name.code, by_name.err) == (0, "")
    assert by_name.out
    for extension in row.extensions:
        path = tmp_path / f"history{extension.upper()}"
        assert diary(["export", str(path)]).code == 0
        assert path.read_text() == by_name.out


@pytest.mark.parametrize("row", history_in_formats(), ids=lambda row: row.name)
def test_import_reads_it_by_name_and_by_extension(row: Format, diary: Paintrack, tmp_path: Path) -> None:
    named = tmp_path / "history"
    assert diary(["export", str(named), "--format", row.name]).code == 0
    assert diary(["import", str(named), "--format", row.name]).code == 0
    for extension in row.extensions:
        assert diary(["export", f"{named}{extension}"]).code == 0
        assert diary(["import", f"{named}{extension}"]).code == 0


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("a.csv", CSV),
        ("A.CSV", CSV),
        ("a.json", JSON),
        ("a.fhir.json", FHIR),
        ("a.txt", PLAIN_TEXT),
        ("a.xlsx", None),
        ("csv", None),
    ],
)
def test_the_longest_extension_chooses(file: str, expected: Format | None) -> None:
    assert format_by_extension(file, FORMATS) is expected


def test_an_extension_chooses_among_what_the_command_writes() -> None:
    assert format_by_extension("page.fhir.json", page_formats()) is JSON
    assert format_by_extension("history.txt", history_out_formats()) is None


OPENED = "What office programs open:"


def test_a_name_that_no_row_has_is_refused_with_a_list() -> None:
    assert format_named("fhir", history_out_formats()) is FHIR
    for name in ("fhir", "CSV", ""):
        with pytest.raises(UnknownFormatError) as refused:
            format_named(name, history_in_formats())
        assert vars(refused.value) == {"name": name, "names": ("csv", "json")}


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            "export history.xyz",
            "history.xyz ends in neither .csv, .json nor .fhir.json: add --format csv, json or fhir.\n",
        ),
        *(
            (
                f"export 'my history.{extension}'{more}",
                f'paintrack writes no .{extension.lower()} file. {OPENED} paintrack export "my history.csv"\n',
            )
            for extension in ("xlsx", "ods", "XLS")
            for more in ("", " --format csv")
        ),
        (
            "summary -o page.docx --format html",
            f"paintrack writes no .docx file. {OPENED} paintrack summary -o page.html\n",
        ),
        (
            "costs --visits -o visits.xlsx --format csv",
            f"paintrack writes no .xlsx file. {OPENED} paintrack costs --visits -o statement.html\n",
        ),
        ("export page.pdf", "An export is data for other programs. A page to read: paintrack summary -o page.pdf\n"),
        (
            "export 'my page.html'",
            'An export is data for other programs. A page to read: paintrack summary -o "my page.html"\n',
        ),
        ("export history.csv --format xlsx", "--format takes csv, json or fhir. You typed xlsx.\n"),
        ("import history.csv --format fhir", "--format takes csv or json. You typed fhir. Nothing saved.\n"),
        ("import history.csv --format ''", "--format takes csv or json. You typed . Nothing saved.\n"),
    ],
)
@pytest.mark.usefixtures("wide_terminal")
def test_a_refusal_lists_what_the_command_takes(typed: str, sentence: str, paintrack: Paintrack) -> None:
    result = paintrack(typed)
    assert (result.code, result.out, result.err) == (2, "", sentence)


def test_a_row_more_is_in_help_choice_and_refusals(diary: Paintrack, tmp_path: Path) -> None:
    def run(*typed: str) -> Result:
        return fresh(WITH_ANOTHER_FORMAT, *typed)

    described = unwrapped(run("export", "--help").out)
    assert "--format <csv|json|fhir|lines>" in described
    assert "by file extension (.csv, .json, .fhir.json, .lines); csv for -." in described
    assert "Begin the CSV or Lines with a byte order mark" in described
    assert "lines" not in run("import", "--help").out
    by_name = run("export", "-", "--format", "lines")
    assert (by_name.code, len(by_name.out.split())) == (0, 2)
    path = tmp_path / "history.lines"
    assert run("export", str(path)).code == 0
    assert path.read_text() == by_name.out
    refused = run("export", "history.xyz")
    assert refused.err == (
        "history.xyz ends in neither .csv, .json, .fhir.json nor .lines: add --format csv, json, fhir or lines.\n"
    )
    assert run("export", "-", "--bom", "--format", "json").err == "--bom is for CSV or Lines.\n"
    assert run("import", str(path), "--format", "lines").code == 2
