"""Our own files after another program saved them: its forms of a time become the stored ones."""

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.program import Clock, Paintrack, unwrapped


def _basic(stamp: re.Match[str]) -> str:
    return re.sub(r"[-:]", "", stamp[0])


_STAMP = r"(20\d\d-\d\d-\d\d)T(\d\d:\d\d:\d\d)\.(\d{6})Z"


def _cut(value: str) -> str:
    return re.sub(_STAMP, r"\1T\2Z", value)


FORMS = [r"\1T\2.\3+00:00", r"\1 \2.\g<3>000+00:00", r"\1t\2.\3z", r"\1 \2.\3+0000", _basic]


@pytest.fixture
def history(paintrack: Paintrack, clock: Clock) -> str:
    """The history as JSON: sessions, readings and a settled question, each typed at a time of its own."""
    for typed in ("log 7 3 --for neck", "rate 4", "before 6", "after 2", "question when", "question --done q1"):
        assert paintrack(typed).code == 0
        clock.forward(minutes=3, microseconds=123_456)
    return paintrack("export - --format json").out


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("ending", ["csv", "json"])
def test_other_forms_of_a_time_come_back_as_the_same_history(
    form: str | Callable[[re.Match[str]], str], ending: str, history: str, paintrack: Paintrack, tmp_path: Path
) -> None:
    written = paintrack(f"export - --format {ending}").out
    file = tmp_path / f"history.{ending}"
    file.write_text(re.sub(_STAMP, form, written), "utf-8")
    assert file.read_text("utf-8") != written
    assert paintrack(["import", str(file)]).out.startswith("Nothing new: all ")
    other = ["--db", str(tmp_path / "other.db")]
    assert paintrack([*other, "import", str(file)]).code == 0
    assert paintrack([*other, "export", "-", "--format", ending]).out == written


def test_whole_seconds_come_in_as_microseconds(history: str, paintrack: Paintrack, tmp_path: Path) -> None:
    file = tmp_path / "history.csv"
    file.write_text(re.sub(_STAMP, r"\1T\2Z", paintrack("export -").out), "utf-8")
    other = ["--db", str(tmp_path / "other.db")]
    assert paintrack([*other, "import", str(file)]).code == 0
    assert paintrack([*other, "list", "--json"]).json[0]["entered"] == "2026-07-06T12:02:00.000000Z"


@pytest.mark.parametrize("key", ["entered", '[^"]*entered', '[^"]+'])
@pytest.mark.parametrize("ending", ["csv", "json"])
def test_stamps_cut_to_whole_seconds_change_nothing(
    ending: str, key: str, history: str, paintrack: Paintrack, tmp_path: Path
) -> None:
    """A spreadsheet or a script cut them: what a person sees is the same, and nothing is newer."""
    file = tmp_path / f"history.{ending}"
    if ending == "json":
        file.write_text(re.sub(rf'("{key}": "){_STAMP}"', r'\1\2T\3Z"', history), "utf-8")
    else:
        table = [*csv.DictReader(paintrack("export -").out.splitlines())]
        cut = [
            {name: _cut(value) if re.fullmatch(key, name) else value for name, value in row.items()} for row in table
        ]
        with file.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, table[0])
            writer.writeheader()
            writer.writerows(cut)
    result = paintrack(["import", str(file)])
    assert (result.code, result.out.startswith("Nothing new: all ")) == (0, True), result
    assert json.loads(paintrack("export - --format json").out)["entries"] == json.loads(history)["entries"]


@pytest.mark.parametrize("wrong", [r"\1T\2.\3", r"\1", r"\1T24:00:00.\3Z"])
def test_a_time_without_an_offset_is_refused(wrong: str, history: str, paintrack: Paintrack, tmp_path: Path) -> None:
    file = tmp_path / "history.csv"
    file.write_text(re.sub(_STAMP, wrong, paintrack("export -").out, count=1), "utf-8")
    result = paintrack(["import", str(file)])
    assert (result.code, result.out) == (1, "")
    assert "Write a time as 2026-11-03T14:00:00.000000Z." in unwrapped(result.err)
