"""The registry of formats: a file name chooses a row, and each row leads to a module that does the work."""

from collections import Counter
from importlib import import_module

import pytest

from paintrack.exchange.formats import (
    ExportFormat,
    ImportFormat,
    endings_of,
    export_format_of,
    import_format_of,
    names_of,
)


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("a.csv", ExportFormat.CSV),
        ("A.CSV", ExportFormat.CSV),
        ("a.json", ExportFormat.JSON),
        ("a.fhir.json", ExportFormat.FHIR),
        ("-", ExportFormat.CSV),
        ("a.txt", None),
        ("csv", None),
    ],
)
def test_export_chooses_by_the_longest_extension(file: str, expected: ExportFormat | None) -> None:
    assert export_format_of(file) is expected


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("a.json", ImportFormat.JSON),
        ("a.JSON", ImportFormat.JSON),
        ("a.txt", ImportFormat.CSV),
        ("-", ImportFormat.CSV),
    ],
)
def test_import_takes_anything_but_json_for_csv(file: str, expected: ImportFormat) -> None:
    assert import_format_of(file) is expected


def test_every_row_has_a_module_that_does_what_the_row_says() -> None:
    assert all(callable(row.export) for row in ExportFormat)
    modules = [import_module(row.module) for row in ImportFormat]
    assert all(callable(module.check_stream) and module.LONGEST_FILE > 0 for module in modules)


def test_no_extension_stands_in_two_rows() -> None:
    for formats in (ExportFormat, ImportFormat):
        assert max(Counter(ending for row in formats for ending in row.endings).values()) == 1


def test_names_and_extensions_are_listed_for_help() -> None:
    assert endings_of(ExportFormat) == ".csv, .json, .fhir.json"
    assert names_of(ExportFormat) == "csv, json or fhir"
    assert names_of(ImportFormat) == "csv or json"
