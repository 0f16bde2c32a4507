"""The formats of files, a row each: what export can write and what import can read.

A new format is a module and a row here: the options, their help and the choice by file extension follow from the row.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from importlib import import_module
from typing import Any, Protocol, TextIO

from paintrack.model.entries import AnyEntry
from paintrack.model.typed_text import listed

STANDARD_STREAM = "-"


class ExportedHistory(Protocol):
    """What a writer may ask for: what fits the filters, as it is read."""

    @property
    def condition(self) -> str | None:
        """The one condition that is exported; None for all."""

    def rows(self) -> Iterable[Sequence[Any]]:
        """The rows of a CSV file: a value for each key of `csv_rows.KEYS`, lists as one text."""

    def entries(self) -> Iterable[AnyEntry]:
        """Whole entries by (at, uid)."""

    def settings(self) -> Mapping[str, str]:
        """The settings by name."""

    def oldest_uid(self) -> str | None:
        """The uid of the entry of the whole file that was typed first; None for a file without entries."""


Export = Callable[[ExportedHistory, TextIO], dict[str, int]]


class ExportFormat(Enum):
    """The formats in which the history goes out.

    The module of a format has a function `export(history, stream)` that writes what fits and returns how many entries
    of each kind it wrote. `has_rows`: it writes rows, not entries. `whole_sessions_hint` is said to whoever filters by
    a condition and gets the others of its sessions with it.
    """

    CSV = ("csv", (".csv",), "paintrack.exchange.csv_file", True, "")
    JSON = (
        "json",
        (".json",),
        "paintrack.exchange.json_file",
        False,
        "JSON has whole sessions, with whatever else they rate; CSV and FHIR have this condition alone.",
    )
    FHIR = ("fhir", (".fhir.json",), "paintrack.exchange.exporting.fhir", False, "")

    endings: tuple[str, ...]
    module: str
    has_rows: bool
    whole_sessions_hint: str

    def __new__(
        cls, name: str, endings: tuple[str, ...], module: str, has_rows: bool, whole_sessions_hint: str
    ) -> "ExportFormat":
        """A member whose value is the name that --format takes."""
        row = object.__new__(cls)
        row._value_ = name
        row.endings, row.module = endings, module
        row.has_rows, row.whole_sessions_hint = has_rows, whole_sessions_hint
        return row

    @property
    def export(self) -> Export:
        """The function that writes this format; its module is imported now."""
        export: Export = import_module(self.module).export
        return export


class ImportFormat(Enum):
    """The formats that come in.

    The module of a format has a function `check_stream(stream, options, context)` that returns a `CheckedFile`, and
    `LONGEST_FILE` in characters.
    """

    CSV = ("csv", (".csv",), "paintrack.exchange.importing.check_csv")
    JSON = ("json", (".json",), "paintrack.exchange.importing.check_json")

    endings: tuple[str, ...]
    module: str

    def __new__(cls, name: str, endings: tuple[str, ...], module: str) -> "ImportFormat":
        """A member whose value is the name that --format takes."""
        row = object.__new__(cls)
        row._value_ = name
        row.endings, row.module = endings, module
        return row


def export_format_of(file: str) -> ExportFormat | None:
    """The format that the file's extension names, CSV for standard output; None for any other extension."""
    if file == STANDARD_STREAM:
        return ExportFormat.CSV
    fitting = [(ending, row) for row in ExportFormat for ending in row.endings if file.lower().endswith(ending)]
    # history.fhir.json ends in .json as well.
    return max(fitting, key=lambda each: len(each[0]))[1] if fitting else None


def import_format_of(file: str) -> ImportFormat:
    """The format that the file's extension names; CSV for any other, as spreadsheets have many."""
    return next((row for row in ImportFormat if file.lower().endswith(row.endings)), ImportFormat.CSV)


def endings_of(formats: Iterable[ExportFormat | ImportFormat]) -> str:
    """The file extensions as a text: `.csv, .json, .fhir.json`."""
    return ", ".join(ending for row in formats for ending in row.endings)


def names_of(formats: Iterable[ExportFormat | ImportFormat]) -> str:
    """The names that --format takes as a text: `csv, json or fhir`."""
    return listed([row.value for row in formats])
