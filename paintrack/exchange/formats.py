"""The formats of files, a row for each: its name, its file extensions, what it carries, and what writes and reads it.

A new format is a module and a row here; the choices of --format in `export`, `import`, `summary` and `costs`, their
help, the choice by file extension and the refusals follow from it. What writes and reads is imported only when it is
used, so that a command loads only the format that was chosen.
"""

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple, Protocol, TextIO

from paintrack.errors import UnknownFormatError

if TYPE_CHECKING:
    from paintrack.exchange.exported_history_protocol import ExportedHistory
    from paintrack.exchange.importing.checked_file import CheckedFile
    from paintrack.exchange.importing.foreign_csv_rows import ImportContext
    from paintrack.model.importing.import_types import ReadOptions

STANDARD_STREAM = "-"


class HistoryWriter(Protocol):
    """A module that writes the history."""

    def export(self, history: "ExportedHistory", stream: TextIO, /) -> dict[str, int]:
        """Write what the format can hold, as it is read; returns how many entries of each kind.

        `stream` is text with newline="". Raises FileTroubleError, with the file unfinished, for an entry that the
        format cannot hold.
        """


class HistoryReader(Protocol):
    """A module that reads a history; `LONGEST_FILE` is the number of characters that a file may have."""

    LONGEST_FILE: int

    def check_stream(self, stream: TextIO, options: "ReadOptions", context: "ImportContext", /) -> "CheckedFile":
        """The entries of the text in a stream of `file_or_standard_input.open_text`; nothing is stored yet.

        Raises FileTroubleError if it is not a file of the format, even later while streamed entries are read, and
        UsageError for options that do not fit the file.
        """


class HistoryOut(NamedTuple):
    """How the history is exported in a format.

    `has_rows`: rows are written, not entries. `can_have_bom`: a byte order mark may come first. `is_complete`: every
    entry is written with all that is stored of it; other formats hold only some kinds, and only what was chosen of a
    session.
    """

    writer: Callable[[], HistoryWriter]
    has_rows: bool = False
    can_have_bom: bool = False
    is_complete: bool = False


class HistoryIn(NamedTuple):
    """How a history is imported from a format.

    `has_rows`: the options of import say how its rows are read, and rows with an error can be left out; otherwise the
    file is imported whole and as it is.
    """

    reader: Callable[[], HistoryReader]
    has_rows: bool = False


class PageOut(NamedTuple):
    """How a document to read is written in a format: the page for the appointment, or the statement for an insurer.

    What renders it is in `page_rendering.PAGE_RENDERERS` or `statement_output.STATEMENT_RENDERERS`.

    `has_paper`: it has a paper size. `is_binary`: it is not text, so no terminal can show it.
    """

    has_paper: bool = False
    is_binary: bool = False


class Format(NamedTuple):
    """A format of files, and what it can carry: an exported history, an imported one, the page, the statement.

    Each of these is None if the format does not carry it. `name` is what --format takes, `label` what sentences call
    it. `extensions` begin with a dot; the first is the one to recommend.
    """

    name: str
    label: str
    extensions: tuple[str, ...]
    history_out: HistoryOut | None = None
    history_in: HistoryIn | None = None
    page: PageOut | None = None
    statement: PageOut | None = None


def _csv_writer() -> HistoryWriter:
    from paintrack.exchange import csv_file

    return csv_file


def _csv_reader() -> HistoryReader:
    from paintrack.exchange.importing import check_csv

    return check_csv


def _json_writer() -> HistoryWriter:
    from paintrack.exchange import json_file

    return json_file


def _json_reader() -> HistoryReader:
    from paintrack.exchange.importing import check_json

    return check_json


def _fhir_writer() -> HistoryWriter:
    from paintrack.exchange.exporting import fhir

    return fhir


PLAIN_TEXT = Format(name="text", label="text", extensions=(".txt", ".text"), page=PageOut(), statement=PageOut())
MARKDOWN = Format(name="markdown", label="Markdown", extensions=(".md",), page=PageOut())
HTML = Format(
    name="html",
    label="HTML",
    extensions=(".html",),
    page=PageOut(has_paper=True),
    statement=PageOut(has_paper=True),
)
PDF = Format(
    name="pdf",
    label="PDF",
    extensions=(".pdf",),
    page=PageOut(has_paper=True, is_binary=True),
    statement=PageOut(has_paper=True, is_binary=True),
)
CSV = Format(
    name="csv",
    label="CSV",
    extensions=(".csv",),
    history_out=HistoryOut(writer=_csv_writer, has_rows=True, can_have_bom=True),
    history_in=HistoryIn(reader=_csv_reader, has_rows=True),
    statement=PageOut(),
)
JSON = Format(
    name="json",
    label="JSON",
    extensions=(".json",),
    history_out=HistoryOut(writer=_json_writer, is_complete=True),
    history_in=HistoryIn(reader=_json_reader),
    # The paper size is one of its values.
    page=PageOut(has_paper=True),
)
FHIR = Format(name="fhir", label="FHIR", extensions=(".fhir.json",), history_out=HistoryOut(writer=_fhir_writer))

# In the order in which help and sentences name them.
FORMATS: tuple[Format, ...] = (PLAIN_TEXT, MARKDOWN, HTML, PDF, CSV, JSON, FHIR)


_OFFICE_EXTENSIONS = (".xlsx", ".xlsm", ".xls", ".ods", ".numbers", ".docx", ".doc", ".odt", ".rtf", ".pages")


def history_out_formats() -> dict[Format, HistoryOut]:
    """The formats that `export` writes."""
    return {row: row.history_out for row in FORMATS if row.history_out is not None}


def history_in_formats() -> dict[Format, HistoryIn]:
    """The formats that `import` reads."""
    return {row: row.history_in for row in FORMATS if row.history_in is not None}


def page_formats() -> dict[Format, PageOut]:
    """The formats that `summary` writes."""
    return {row: row.page for row in FORMATS if row.page is not None}


def statement_formats() -> dict[Format, PageOut]:
    """The formats that `costs --visits` writes."""
    return {row: row.statement for row in FORMATS if row.statement is not None}


def format_named(name: str, formats: Collection[Format]) -> Format:
    """The one of the formats with this name, as --format takes it. Raises UnknownFormatError if none has it."""
    for row in formats:
        if row.name == name:
            return row
    raise UnknownFormatError(name, names_of(formats))


def format_by_extension(file: str, formats: Iterable[Format]) -> Format | None:
    """The one of the formats that the file's extension stands for; None if it stands for none of them."""
    fitting = [(extension, row) for row in formats for extension in row.extensions if file.lower().endswith(extension)]
    # The longest extension that fits: history.fhir.json ends in .json as well.
    return max(fitting, key=lambda each: len(each[0]))[1] if fitting else None


def office_extension(file: str) -> str:
    """The file's extension if it is that of an office program, which paintrack does not write: `.xlsx`; else empty.

    Under such a name no program would open another format.
    """
    return next((each for each in _OFFICE_EXTENSIONS if file.lower().endswith(each)), "")


def names_of(formats: Iterable[Format]) -> list[str]:
    """What --format takes: `csv`, `json`."""
    return [row.name for row in formats]


def format_labels_of(formats: Iterable[Format]) -> list[str]:
    """What sentences call the formats: `CSV`, `Markdown`."""
    return [row.label for row in formats]


def extensions_of(formats: Iterable[Format]) -> list[str]:
    """The file extensions: `.csv`, `.json`, `.fhir.json`."""
    return [extension for row in formats for extension in row.extensions]
