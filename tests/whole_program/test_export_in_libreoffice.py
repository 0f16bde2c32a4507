"""The exported CSV in LibreOffice: the same values, of the right types; and back from it."""

import csv
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from paintrack.model.serialization.csv_rows import KEYS
from tests.program import PATIENCE_SECONDS, Paintrack

pytestmark = pytest.mark.outside

_NUMBERS = {"before", "after", "score", "cost", "covered"}
# Comma, quote, UTF-8, from line 1; the column of notes as Text, as a person would set it in the dialog, too: else 007
# becomes 7. All other columns are as LibreOffice takes them.
_AS_CSV = f"CSV:44,34,76,1,{KEYS.index('note') + 1}/2"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_NOTES = ["=1+1", "'=x", "007", 'two\nlines, "quoted"; and more', "1/2", "12:30", "Mückenstich 膝 — 日本語"]


@pytest.fixture
def exported(paintrack: Paintrack, tmp_path: Path) -> Path:
    """A history with every column filled somewhere, exported."""
    full = ["--with", "Dr Li", "--points", "LI4,ST36", "--technique", "manual", "--cost", "85.5", "--covered", "60"]
    full += ["--took", "ibuprofen 400", "--receipt", "R-203; 97810, 97811"]
    for day, note in enumerate(_NOTES, 1):
        typed = ["log", "7.5", "0", "--for", "lower back", "--also", "neck=6:10", "--note", note]
        assert paintrack([*typed, "--at", f"2026-06-{day:02} 14:02", "--side-effect", "bruise", *full]).code == 0
    assert paintrack("config set currency EUR").code == 0
    assert paintrack("rate 4 --at 2026-06-20").code == 0
    path = tmp_path / "history.csv"
    assert paintrack(["export", str(path)]).code == 0
    return path


def converted(path: Path, ending: str, *options: str) -> Path:
    """What LibreOffice makes of the file."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", *options, "--convert-to", ending, "--outdir", str(path.parent)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=PATIENCE_SECONDS)
    return path.with_suffix(f".{ending.partition(':')[0]}")


def cells(path: Path) -> list[list[tuple[str | None, str]]]:
    """The type and the value of each cell of a flat OpenDocument sheet, row by row."""
    rows: list[list[tuple[str | None, str]]] = []
    for row in ElementTree.parse(path).getroot().iter(f"{_TABLE}table-row"):
        rows.append([])
        for cell in row.findall(f"{_TABLE}table-cell"):
            assert cell.get(f"{_TABLE}formula") is None
            text = "\n".join("".join(part.itertext()) for part in cell.findall(f"{_TEXT}p"))
            value = (cell.get(f"{_OFFICE}value-type"), cell.get(f"{_OFFICE}value") or text)
            rows[-1] += [value] * int(cell.get(f"{_TABLE}number-columns-repeated") or 1)
    return rows


def test_the_values_are_the_same_and_numbers_are_numbers(exported: Path) -> None:
    with exported.open(encoding="utf-8", newline="") as stream:
        keys, *rows = list(csv.reader(stream))
    shown = cells(converted(exported, "fods", f"--infilter={_AS_CSV}"))
    assert [value for _, value in shown[0]] == keys
    assert len(shown) >= len(rows) + 1
    for row, shown_cells in zip(rows, shown[1:], strict=False):
        for key, text, (kind, value) in zip(keys, row, shown_cells, strict=False):
            if key in _NUMBERS and text:
                assert (kind, float(value)) == ("float", float(text)), key
            else:
                assert (kind, value) == ("string" if text else None, text), key
    assert {row[keys.index("note")] for row in rows} >= {"'=1+1", "''=x", "007"}


def test_it_comes_back_from_libreoffice_as_what_is_there_already(
    exported: Path, paintrack: Paintrack, file: Path
) -> None:
    sheet = converted(exported, "ods", f"--infilter={_AS_CSV}")
    exported.unlink()
    back = converted(sheet, "csv:Text - txt - csv (StarCalc):59,34,76,1")
    before = file.read_bytes()
    result = paintrack(["import", str(back)])
    assert (result.code, result.err) == (0, "")
    assert "all 8 entries were there already" in result.out
    assert file.read_bytes() == before
