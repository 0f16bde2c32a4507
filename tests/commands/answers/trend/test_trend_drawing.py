"""`trend -o chart.svg`: the drawing in a file of its own, for a letter."""

import os
import stat
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.factories.courses import K1_AFTER, K1_BEFORE, save, weekly
from tests.factories.entries import HOSTILE, a_reading
from tests.program import Paintrack

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def k1_file(file: Path) -> Path:
    """A file with K1."""
    save(file, weekly(K1_BEFORE, K1_AFTER))
    return file


@pytest.mark.usefixtures("k1_file")
def test_the_drawing_is_written_with_its_text_alternative(paintrack: Paintrack, tmp_path: Path) -> None:
    path = tmp_path / "chart.svg"
    result = paintrack(["trend", "-o", str(path)])
    assert (result.code, result.out, result.err) == (0, "", f"The chart is in {path}.\n")
    root = ElementTree.fromstring(path.read_text("utf-8"))
    assert root.tag == f"{SVG}svg"
    assert "lower back" in (root.findtext(f"{SVG}title") or "")
    words = root.findtext(f"{SVG}desc") or ""
    for before, after in zip(K1_BEFORE, K1_AFTER, strict=True):
        assert f"{before} before, {after} after" in words
    assert os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.usefixtures("k1_file")
def test_a_file_that_is_there_is_replaced_by_force_alone(paintrack: Paintrack, tmp_path: Path) -> None:
    path = tmp_path / "chart.SVG"
    path.write_text("a letter")
    result = paintrack(["trend", "-o", str(path)])
    assert (result.code, result.out) == (2, "")
    assert path.read_text() == "a letter"
    assert paintrack(["trend", "-o", str(path), "--force"]).code == 0
    assert path.read_text("utf-8").startswith("<svg ")


def test_the_file_of_the_patient_is_never_written_over(paintrack: Paintrack, tmp_path: Path) -> None:
    own = str(tmp_path / "own.svg")
    assert paintrack(["log", "8", "5", "--db", own]).code == 0
    content = Path(own).read_bytes()
    assert paintrack(["trend", "--db", own, "-o", own, "--force"]).code == 2
    assert Path(own).read_bytes() == content


@pytest.mark.usefixtures("k1_file")
def test_standard_output_takes_the_drawing_alone(paintrack: Paintrack) -> None:
    result = paintrack("trend -o -")
    assert (result.code, result.err) == (0, "")
    assert ElementTree.fromstring(result.out).tag == f"{SVG}svg"


def test_readings_alone_are_drawn(paintrack: Paintrack, file: Path) -> None:
    save(file, [a_reading(score, at=day) for day, score in enumerate((7, 6))])
    assert "a reading of 6" in paintrack("trend -o -").out


def test_side_effects_and_changes_are_in_the_drawing(paintrack: Paintrack) -> None:
    assert paintrack(["log", "8", "5", "--side-effect", "bruise"]).code == 0
    assert paintrack(["effect", "chest pain"]).code == 0
    assert paintrack(["note", "started amitriptyline 10 mg"]).code == 0
    assert paintrack(["note", "I fainted at home", "--private"]).code == 0
    words = ElementTree.fromstring(paintrack("trend -o -").out).findtext(f"{SVG}desc") or ""
    day = "6 Jul 2026"
    for expected in (f"Change 1, {day}: started", f"Side effect, {day}: bruise", f"Serious, {day}: chest pain"):
        assert expected in words
    assert "faint" not in words


def test_words_of_a_person_are_text_in_the_drawing(paintrack: Paintrack) -> None:
    assert paintrack(["log", "8", "5", "--for", HOSTILE]).code == 0
    assert paintrack(["note", "<script>alert(1)</script>"]).code == 0
    out = paintrack("trend -o -").out
    assert {each.tag for each in ElementTree.fromstring(out).iter()}.isdisjoint({f"{SVG}script", "script"})
    assert "\x1b" not in out


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("trend -o chart.png", "The chart is written as SVG: paintrack trend -o chart.svg. You typed chart.png."),
        ("trend -o chart", "The chart is written as SVG: paintrack trend -o chart.svg. You typed chart."),
        ("trend -o chart.svg --by date", "-o writes the chart by date: leave --by out."),
        ("trend -o chart.svg --relief", "-o writes the chart by date: leave --relief out."),
        ("trend -o chart.svg --json", "-o writes the chart: leave --json out."),
        ("trend --force", "--force replaces a file: paintrack trend -o chart.svg --force"),
        ("trend --explain -o chart.svg", "--explain says what each figure is and takes nothing else."),
    ],
)
def test_what_is_no_drawing_is_refused(typed: str, sentence: str, paintrack: Paintrack, tmp_path: Path) -> None:
    result = paintrack(typed)
    assert (result.code, result.out, result.err) == (2, "", f"{sentence}\n")
    assert not list(tmp_path.glob("*.svg"))


def test_without_a_session_there_is_nothing_to_write(paintrack: Paintrack, tmp_path: Path) -> None:
    path = tmp_path / "chart.svg"
    result = paintrack(["trend", "-o", str(path)])
    assert (result.code, result.out) == (0, "No session for pain yet. Start with: paintrack before 7\n")
    assert not path.exists()
