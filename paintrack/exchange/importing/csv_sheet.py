"""A CSV file, anyone's or paintrack's own, with its encoding and delimiter detected if they are not given.

A byte order mark shows UTF-16 or UTF-8; text that decodes as strict UTF-8 is hardly ever anything else; the rest is
taken for Windows-1252. A sample is read with each delimiter: the one that gives the most known column names wins, then
the one that gives the most rows of equal width. csv.Sniffer only counts characters and is wrong more often.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import TextIO

from paintrack.errors import FileTroubleError
from paintrack.exchange.csv_file import (
    AS_EXPORTED,
    LONGEST_LINE,
    NumberedRow,
    OwnColumns,
    numbered_rows,
    own_columns,
    read_lines,
)
from paintrack.exchange.importing.column_mapping import guess_target
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

# In characters, and in rows: one a day for five hundred years.
LONGEST_SHEET = 20_000_000
MOST_ROWS = 200_000
DELIMITERS = (",", ";", "\t", "|")
_OWN, _FALLBACK = ",".join(KEYS), "Windows-1252"
_SAMPLE_ROWS, _SAMPLE = 50, 100_000
_FOREIGN_FORMATS = {
    b"PK\x03\x04": ForeignFormat.SPREADSHEET,
    b"\xd0\xcf\x11\xe0": ForeignFormat.OLD_EXCEL,
    b"SQLite format 3\x00": ForeignFormat.SQLITE,
    b"%PDF": ForeignFormat.PDF,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A CSV file: the names of its columns, and the rows below them as they come, each with its line number.

    `own` says where paintrack's columns are, in a file that it wrote or that a program saved with its header; None for
    any other file.
    """

    header: tuple[str, ...]
    rows: Iterator[NumberedRow]
    dialect: CsvDialect
    own: OwnColumns | None

    @property
    def columns_added(self) -> tuple[str, ...]:
        """The columns that somebody added to a file that paintrack wrote."""
        return tuple(name for name in self.header if name.casefold() not in KEYS)


def parse_delimiter(text: str) -> str:
    """The delimiter, one ASCII character; the text may also be `tab`. Raises InvalidDelimiterError."""
    character = "\t" if text.casefold() in ("tab", "\\t") else text
    if len(character) == 1 and not character.isalnum() and character not in '"\r\n\ufeff' and character.isascii():
        return character
    raise InvalidDelimiterError(text=text)


def parse_encoding(text: str) -> str:
    """The name of a codec that turns bytes into text. Raises UnknownEncodingError."""
    try:
        if isinstance(b"a;1".decode(text, "replace"), str):
            return codecs.lookup(text).name
    except (LookupError, ValueError):
        pass
    raise UnknownEncodingError(text=text)


def read_sheet(stream: TextIO, *, encoding: str | None = None, delimiter: str | None = None) -> Sheet:
    """The CSV file in a stream of `file_or_standard_input.open_text`.

    A file as paintrack exports it is read line by line, any other at once. `encoding` and `delimiter` are detected if
    they are None. Raises FileTroubleError if it is not such a file.
    """
    first = stream.readline(LONGEST_LINE)
    if encoding is None and delimiter in (None, ",") and first.rstrip("\r\n") == _OWN:
        rows = numbered_rows(chain([first], read_lines(stream)))
        return Sheet(header=tuple(next(rows)[1]), rows=rows, dialect=CsvDialect("UTF-8", ","), own=AS_EXPORTED)
    rest = stream.read(LONGEST_SHEET)
    if len(first) + len(rest) > LONGEST_SHEET:
        raise FileTooLongError(most=LONGEST_SHEET)
    contents = (first + rest).encode("utf-8", "surrogateescape")
    text, encoding = _decoded(contents, encoding)
    if text.lstrip().startswith("{"):
        raise NotCsvError(file_format=ForeignFormat.JSON)
    # Excel takes the delimiter from a line such as sep=; before the header.
    sep_line = re.match(r"sep=([^\w\"\s]|\t)\r?\n", text)
    delimiter = delimiter or (sep_line[1] if sep_line else _delimiter_of(text))
    rows = _at_most_rows(numbered_rows(io.StringIO(text, newline=""), delimiter))
    if sep_line:
        next(rows)
    _, header = next(((line, cells) for line, cells in rows if any(map(str.strip, cells))), (0, list[str]()))
    if not header:
        raise FileTroubleError("The file holds no rows.")
    if any("\0" in name for name in header):
        raise FileTroubleError("The first line holds NUL characters: no CSV, or UTF-16 without a mark.")
    # Two bytes that would be one letter in UTF-8, in a file that is not UTF-8.
    has_doubtful_letters = encoding == _FALLBACK and re.search(rb"\xc3[\x80-\xbf]", contents) is not None
    return Sheet(
        header=tuple(name.strip() for name in header),
        rows=rows,
        dialect=CsvDialect(encoding, delimiter, has_doubtful_letters),
        own=own_columns(header, has_decimal_comma=delimiter == ";"),
    )


def write_rows(rows: Iterable[Iterable[str]], stream: TextIO, delimiter: str) -> None:
    """Write rows back as they were; bytes that could not be decoded become an escape such as `\\xe9`."""
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    for row in rows:
        writer.writerow([cell.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace") for cell in row])


def _decoded(contents: bytes, encoding: str | None) -> tuple[str, str]:
    for beginning, file_format in _FOREIGN_FORMATS.items():
        if encoding is None and contents.startswith(beginning):
            raise NotCsvError(file_format=file_format)
    if encoding is not None:
        tried = {encoding: encoding}
    elif contents.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        tried = {"utf-16": "UTF-16"}
    else:
        tried = {"utf-8": "UTF-8", "cp1252": _FALLBACK}
    for codec, name in tried.items():
        try:
            return contents.decode(codec).removeprefix("\ufeff"), name
        except ValueError:
            continue
    raise NotDecodableError(encodings=tuple(tried.values()))


def _delimiter_of(text: str) -> str:
    """The delimiter that gives the most known columns; of equal ones, the most even rows, then the most columns."""
    return max(DELIMITERS, key=lambda each: _delimiter_score(text, each))


def _delimiter_score(text: str, delimiter: str) -> tuple[int, float, int]:
    sample = io.StringIO(text[:_SAMPLE], newline="")
    widths: list[int] = []
    recognised_names = 0
    try:
        for _, cells in islice(numbered_rows(sample, delimiter), _SAMPLE_ROWS):
            recognised_names = recognised_names if widths else len({guess_target(cell) for cell in cells} - {None})
            widths.append(len(cells))
    except FileTroubleError:
        # The sample may end inside quotes, or the file may be broken with any delimiter: what came before counts.
        pass
    if not widths or widths[0] < 2:
        return 0, 0.0, 0
    return recognised_names, widths.count(widths[0]) / len(widths), widths[0]


def _at_most_rows(rows: Iterator[NumberedRow]) -> Iterator[NumberedRow]:
    for number, row in enumerate(rows):
        if number > MOST_ROWS:
            raise FileTroubleError(f"The file has more than {MOST_ROWS:,} rows; import it in parts.")
        yield row
