"""Anyone's CSV: the encoding and the delimiter are numbered and named, and no file takes the memory away."""

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.errors import FileTroubleError
from paintrack.exchange import csv_file
from paintrack.exchange.csv_file import NumberedRow, OwnColumns
from paintrack.exchange.importing import csv_sheet
from paintrack.exchange.importing.csv_sheet import Sheet, parse_delimiter, parse_encoding, read_sheet, write_rows
from paintrack.exchange.importing.file_or_standard_input import open_text
from paintrack.model.importing.import_errors import (
    FileTooLongError,
    ForeignFormat,
    InvalidDelimiterError,
    NotCsvError,
    NotDecodableError,
    UnknownEncodingError,
)
from paintrack.model.importing.import_types import CsvDialect
from paintrack.model.serialization.csv_rows import KEYS
from paintrack.views.refusals.refusal_of_error import refusal

TEXT = "Date;Größe;Notes\n2026-07-01;7,5;très – bien\n"


def read(data: bytes, encoding: str | None = None, delimiter: str | None = None) -> tuple[Sheet, list[NumberedRow]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.csv"
        path.write_bytes(data)
        with open_text(str(path), own_file=Path(folder) / "mine.db") as stream:
            sheet = read_sheet(stream, encoding=encoding, delimiter=delimiter)
            return sheet, list(sheet.rows)


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("cp1252", "Windows-1252"),
    ],
)
def test_the_encoding_is_found_and_named(codec: str, name: str) -> None:
    sheet, rows = read(TEXT.encode(codec))
    assert sheet.dialect == CsvDialect(name, ";")
    assert sheet.header == ("Date", "Größe", "Notes")
    assert rows == [(2, ["2026-07-01", "7,5", "très – bien"])]


def test_big_endian_utf_16_is_found_by_its_mark() -> None:
    assert read(b"\xfe\xff" + TEXT.encode("utf-16-be"))[0].dialect.encoding == "UTF-16"


@pytest.mark.parametrize("codec", ["mac-roman", "utf-16-le", "cp850"])
def test_an_encoding_that_was_said_is_taken(codec: str) -> None:
    text = TEXT.replace(" – ", " ")
    assert read(text.encode(codec), encoding=codec)[1] == [(2, ["2026-07-01", "7,5", "très bien"])]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("date,before\n2026-07-01,7\n", ","),
        ("date\tbefore\n2026-07-01\t7\n", "\t"),
        ("date|before\n2026-07-01|7\n", "|"),
        ("date;before\n2026-07-01;7,5\n2026-07-02;6,5\n", ";"),
        ('date;"before, with a comma";note, or two\n2026-07-01;7,5;a, b\n', ";"),
        ("date,note\n2026-07-01,a; b; c\n2026-07-02,d; e; f\n", ","),
        ('"date","note"\n"2026-07-01","a;b;c\nd;e;f"\n', ","),
        ("date\n2026-07-01\n", ","),
        ("x;y;z\n1,1;2,2;3,3\n", ";"),
        ("date;before\n", ";"),
    ],
)
def test_the_delimiter_is_found(text: str, delimiter: str) -> None:
    assert read(text.encode())[0].dialect.delimiter == delimiter


def test_a_named_delimiter_and_that_of_a_sep_line_are_taken() -> None:
    assert read(b"date,a;b\n1,2;3\n", delimiter=";")[0].header == ("date,a", "b")
    assert read(b"sep=|\r\ndate,a|b\r\n1,2|3\r\n")[1] == [(3, ["1,2", "3"])]
    assert read(b"date#b\n1#3\n", delimiter="#")[0].dialect == CsvDialect("UTF-8", "#")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_read_and_lines_are_counted(end: str) -> None:
    text = f'date,note{end}{end}1,"a{end}b"{end}2,c{end}'
    assert read(text.encode())[1] == [(3, ["1", f"a{end}b"]), (5, ["2", "c"])]


@pytest.mark.parametrize("change", [lambda text: text, lambda text: text.replace(",", ";"), lambda text: f"\n{text}"])
def test_our_own_header_is_known_also_after_a_spreadsheet_had_it(change: object) -> None:
    assert callable(change)
    for codec in ("utf-8", "utf-8-sig", "utf-16"):
        sheet, rows = read(change(",".join(KEYS) + "\n" + "x," * 16 + "y\n").encode(codec))
        assert sheet.own
        assert [cells for _, cells in rows] == [["x"] * 16 + ["y"]]


def test_our_own_columns_are_found_in_any_order_and_case() -> None:
    names = ["mine", *(key.title() for key in reversed(KEYS)), ""]
    sheet, _ = read((";".join(names) + "\n").encode())
    assert sheet.own == OwnColumns(len(names), tuple(range(len(KEYS), 0, -1)), has_decimal_comma=True)
    assert sheet.columns_added == ("mine", "")


def test_our_own_header_with_columns_gone_is_refused() -> None:
    for gone in ("edited", "condition"):
        with pytest.raises(FileTroubleError, match=f"own CSV without {gone}: mend that, or take the columns kind"):
            read((",".join(key for key in KEYS if key != gone) + "\n").encode())
    sheet, _ = read((",".join(key for key in KEYS if key != "uid") + "\n").encode())
    assert sheet.own is None
    with pytest.raises(FileTroubleError, match="own CSV with note twice: mend that"):
        read((",".join([*KEYS, "Note"]) + "\n").encode())
    # A sheet that happens to have two of our names is anyone's.
    assert read(b"kind,uid,date,before\n")[0].own is None
    with pytest.raises(FileTroubleError, match="own CSV without after, score"):
        read(b"kind,uid,at,condition,before\n")


def test_doubtful_letters_are_reported() -> None:
    sheet, _ = read("date,note\n1,Rücken ".encode() + b"\xe9\n")
    assert sheet.dialect == CsvDialect("Windows-1252", ",", has_doubtful_letters=True)
    assert read("date,note\n1,Rücken\n".encode("cp1252"))[0].dialect == CsvDialect("Windows-1252", ",")


def test_json_is_told_from_csv() -> None:
    for text in ('{"format": "x"}', '\n  {\n"a": 1}'):
        with pytest.raises(NotCsvError) as raised:
            read(text.encode())
        assert raised.value.file_format is ForeignFormat.JSON


@pytest.mark.parametrize(
    ("beginning", "file_format"),
    [
        (b"PK\x03\x04", ForeignFormat.SPREADSHEET),
        (b"\xd0\xcf\x11\xe0", ForeignFormat.OLD_EXCEL),
        (b"SQLite format 3\x00", ForeignFormat.SQLITE),
        (b"%PDF", ForeignFormat.PDF),
    ],
)
def test_files_of_other_programs_are_told_from_csv(beginning: bytes, file_format: ForeignFormat) -> None:
    with pytest.raises(NotCsvError) as raised:
        read(beginning + b"\n")
    assert raised.value.file_format is file_format


def test_the_encodings_that_were_tried_are_named() -> None:
    for encoding, tried in ((None, ("UTF-8", "Windows-1252")), ("ascii", ("ascii",))):
        with pytest.raises(NotDecodableError) as raised:
            read(b"date,\x81\n", encoding=encoding)
        assert raised.value.encodings == tried


@pytest.mark.parametrize("place", [0, 1])
def test_a_line_of_millions_of_delimiters_is_refused_early(place: int) -> None:
    lines = ["date,before", "2026-07-01,7"]
    lines[place] += "," * 1_100_000
    with pytest.raises(FileTroubleError, match=f"The row of line {place + 1} has more than 1,000,000 values"):
        list(read("\n".join(lines).encode())[1])


def test_a_row_of_many_lines_is_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_file, "MOST_VALUES", 100)
    half = "," * 60
    assert len(read(f"date,before\n{half}\n{half}\n".encode())[1]) == 2
    with pytest.raises(FileTroubleError, match="The row of line 3 has more than 100 values"):
        read(f'date,before\n{half}"\n"{half}\n'.encode())


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2), max_size=5))
def test_cells_come_back_as_they_were_written(rows: list[list[str]]) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([["date", "note"], *rows])
    sheet, numbered = read(stream.getvalue().encode())
    assert sheet.header == ("date", "note")
    assert [cells for _, cells in numbered] == rows


@given(st.binary(max_size=200))
def test_any_bytes_are_a_sheet_or_a_refusal(data: bytes) -> None:
    header, reason = tuple[str, ...](), ""
    try:
        header = read(data)[0].header
    except FileTroubleError as error:
        reason = refusal(error)
    assert header or reason.endswith(".")


def test_rows_are_written_back_with_bad_bytes_shown() -> None:
    stream = io.StringIO(newline="")
    write_rows([["a;b", "=1"], ["caf\udce9", ""]], stream, ";")
    assert stream.getvalue() == '"a;b";=1\ncaf\\xe9;\n'


@pytest.mark.parametrize(("text", "mark"), [(";", ";"), ("tab", "\t"), ("\\t", "\t"), ("TAB", "\t"), ("|", "|")])
def test_a_delimiter_is_one_mark(text: str, mark: str) -> None:
    assert parse_delimiter(text) == mark


@pytest.mark.parametrize("text", ["", ";;", "a", "1", '"', "\n", "é", "\x1b[31m"])
def test_other_delimiters_are_refused(text: str) -> None:
    with pytest.raises(InvalidDelimiterError) as raised:
        parse_delimiter(text)
    assert raised.value.text == text


@pytest.mark.parametrize("text", ["", "klingon", "rot13", "hex", "undefined", "a\0b", "zip"])
def test_what_is_no_encoding_of_text_is_refused(text: str) -> None:
    with pytest.raises(UnknownEncodingError) as raised:
        parse_encoding(text)
    assert raised.value.text == text
    assert parse_encoding("latin1") == "iso8859-1"


def test_wide_and_long_files_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet, rows = read(("date," + "x," * 20_000 + "\n2026-07-01," + "," * 20_000 + "\n").encode())
    assert len(sheet.header) == len(rows[0][1]) == 20_002
    assert len(read(b'date,note\n1,"' + b'a"",;' * 750_000 + b'"\n')[1][0][1][1]) == 3_000_000
    monkeypatch.setattr(csv_sheet, "MOST_ROWS", 10)
    with pytest.raises(FileTroubleError, match="The file has more than 10 rows"):
        read(b"date,note\n" + b"1,2\n" * 11)
    assert len(read(b"date,note\n" + b"1,2\n" * 10)[1]) == 10
    monkeypatch.setattr(csv_sheet, "LONGEST_SHEET", 1_000)
    with pytest.raises(FileTooLongError):
        read(b"date,note\n" + b"1,2\n" * 250)


def test_a_delimiter_that_is_none_is_no_delimiter() -> None:
    assert read(b"sep=|\ndate|note\n1|x\n")[0].dialect.delimiter == "|"
    sheet, rows = read(b"sep=\r\ndate,note\n1,x\n")
    assert (sheet.header, sheet.dialect.delimiter, len(rows)) == (("sep=",), ",", 2)
    assert read(b'sep="\ndate"note\n1"x\n')[0].dialect.delimiter != '"'
