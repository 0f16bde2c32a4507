"""The CSV file: harmless in a spreadsheet, exact on the way back, one sentence for what is no such file."""

import csv
import io
from pathlib import Path
from typing import TextIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.errors import FileTroubleError
from paintrack.exchange import csv_file
from paintrack.exchange.importing.file_or_standard_input import open_text
from paintrack.model.entries import AnyEntry, SideEffect
from paintrack.model.importing.import_errors import FileTooLongError
from paintrack.model.serialization.csv_rows import KEYS, RowError
from tests.exchange.csv_rows_of_entries import csv_rows_of_entries
from tests.factories.entries import NOW, a_reading, a_session
from tests.strategies import row_histories

HEADER = ",".join(KEYS) + "\n"


def written(*entries: AnyEntry) -> str:
    stream = io.StringIO(newline="")
    csv_file.write_csv(csv_rows_of_entries(entries), stream)
    return stream.getvalue()


def read(text: str) -> list[AnyEntry | RowError]:
    return read_from(io.StringIO(text, newline=""))


def read_from(stream: TextIO) -> list[AnyEntry | RowError]:
    header, *rows = csv_file.numbered_rows(csv_file.read_lines(stream))
    assert header == (1, [*KEYS])
    return list(csv_file.read_csv(rows, NOW))


def entries_in(text: str) -> list[AnyEntry]:
    """The entries of a file without errors."""
    results = read(text)
    entries = [each for each in results if not isinstance(each, RowError)]
    assert len(entries) == len(results), results
    return entries


def cells_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_header_is_always_there() -> None:
    assert written() == HEADER
    assert read(HEADER) == []


def test_it_counts_what_it_wrote() -> None:
    stream = io.StringIO(newline="")
    rows = csv_rows_of_entries([a_session(), a_session(), a_reading()])
    assert csv_file.write_csv(rows, stream) == {"session": 2, "reading": 1}


def test_a_file_as_it_looks() -> None:
    session = a_session(
        7,
        3.5,
        uid="0" * 32,
        points=("LI4", "ST36"),
        side_effects=(SideEffect(kind="drowsy"), SideEffect(kind="other", words="a;b\\")),
        cost=8550,
        note='said "well"\nslept',
    )
    cells = {
        "kind": "session",
        "uid": "0" * 32,
        "at": "2026-07-06T14:02:00+02:00",
        "condition": "lower back",
        "before": "7",
        "after": "3.5",
        "points": "LI4; ST36",
        "side_effects": "drowsy; other: a\\;b\\\\",
        "cost": "85.5",
        "note": '"said ""well""\nslept"',
        "entered": "2026-07-06T12:02:00.000000Z",
        "edited": "2026-07-06T12:02:00.000000Z",
    }
    assert written(session) == HEADER + ",".join(cells.get(key, "") for key in KEYS) + "\n"


@given(row_histories)
def test_write_read_write_gives_the_same_bytes(entries: list[AnyEntry]) -> None:
    text = written(*entries)
    entries_read = entries_in(text)
    assert written(*entries_read) == text
    assert len(entries_read) == len(entries)


@given(st.text(min_size=1))
def test_the_guard_is_reversible_and_stops_formulas(text: str) -> None:
    cell = csv_file.guard_formula(text)
    assert cell[0] not in "=+-@\t\r\n＝＋－＠"
    assert csv_file._without_guard(cell) == text


@pytest.mark.parametrize("text", ["=1+1", "'=x", "''=x", "+1", "-1", "@A1", "＝1", "＋1", "－1", "＠A"])
def test_a_formula_gets_one_quote_in_front(text: str) -> None:
    session = a_session(condition=text, note=text, practitioner=text, points=(text,))
    (cells,) = cells_of(written(session))
    assert {cells[key] for key in ("condition", "note", "practitioner", "points")} == {f"'{text}"}


def test_harmless_text_numbers_and_times_have_no_guard() -> None:
    session = a_session(0, 10, note="'quoted'", cost=5)
    (cells,) = cells_of(written(session))
    assert (cells["note"], cells["before"], cells["cost"]) == ("'quoted'", "0", "0.05")
    assert cells["at"].startswith("2026")


def test_byte_order_mark_line_ends_and_blank_lines_are_read(tmp_path: Path) -> None:
    text = written(a_session(note="a\nb"), a_reading())
    path = tmp_path / "excel.csv"
    path.write_bytes(b"\xef\xbb\xbf" + (text + "\n\n").replace("\n", "\r\n").encode())
    with open_text(str(path), own_file=tmp_path / "mine.db") as stream:
        entries_read = [each for each in read_from(stream) if not isinstance(each, RowError)]
    assert written(*entries_read) == text


def test_leading_zeros_stay() -> None:
    (cells,) = cells_of(written(*entries_in(written(a_reading(condition="007")))))
    assert cells["condition"] == "007"


def test_bytes_that_are_no_text_are_refused_where_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(written(a_session(), a_session(note="caf\xe9")).encode("latin-1"))
    with open_text(str(path), own_file=tmp_path / "mine.db") as stream:
        errors = [each for each in read_from(stream) if isinstance(each, RowError)]
    assert [(each.line, each.column, each.reason) for each in errors] == [
        (3, "note", "The note holds bytes that are not text here.")
    ]


def test_the_line_of_an_error_counts_newlines_in_cells() -> None:
    text = written(a_session(note="one\ntwo\nthree"), a_session(note="four"))
    (error,) = [each for each in read(text.replace(",four,", ",fo\x00ur,")) if isinstance(each, RowError)]
    assert (error.line, error.column) == (5, "note")


def test_a_row_of_another_length_is_named() -> None:
    results = read(HEADER + "a,b\n" + ",".join("x" * 20_000) + "\n")
    assert [(each.line, each.reason) for each in results if isinstance(each, RowError)] == [
        (2, f"The row has 2 values, not {len(KEYS)}."),
        (3, f"The row has 20000 values, not {len(KEYS)}."),
    ]


@pytest.mark.parametrize("row", ['"never closed\n', 'session,"a"b,\n'])
def test_what_is_no_csv_is_refused_from_its_line_on(row: str) -> None:
    with pytest.raises(FileTroubleError, match=r"^From line 3 on the file is not CSV .*\.$"):
        read(written(a_session()) + row)


def test_a_note_of_three_million_letters_comes_back() -> None:
    text = written(a_session(note="x" * 3_000_000))
    assert written(*entries_in(text)) == text


def test_lines_values_and_files_without_end_are_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_file, "LONGEST_LINE", 1_000)
    monkeypatch.setattr(csv_file, "LONGEST_FILE", 3_000)
    with pytest.raises(FileTroubleError, match="Line 2 is longer than 1,000 characters"):
        read(HEADER + "x" * 1_001)
    with pytest.raises(FileTroubleError, match="From line 2 on the file is not CSV"):
        read(HEADER + '"' + "x\n" * 501)
    with pytest.raises(FileTooLongError):
        read(HEADER + "x\n" * 1_501)
