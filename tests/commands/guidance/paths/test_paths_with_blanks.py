"""A path is shown with each of its blanks: with one less it is that of another file."""

import re
import shlex
from collections.abc import Sequence
from pathlib import Path

import pytest

from paintrack.model.displayed_text import shell_quoted
from tests.program import Clock, Paintrack

# What could be read as something else: blanks at the beginning and at the end, a date, two scores.
STEMS = ["my  own   ", "  own", "in 6 Jul  7 -> 5"]
WRITERS = {
    ".csv": ["export"],
    ".json": ["export"],
    ".html": ["summary", "-o"],
    ".txt": ["costs", "--visits", "-o"],
    ".svg": ["trend", "-o"],
    ".ics": ["remind", "--next", "2026-07-14 14:00", "-o"],
}


@pytest.fixture(params=STEMS)
def stem(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """How the names of all files of a test begin; they are in the folder in which its commands run."""
    monkeypatch.chdir(tmp_path)
    return str(request.param)


@pytest.fixture(params=[[], ["--plain"]], ids=["seen", "heard"])
def shown_as(request: pytest.FixtureRequest) -> list[str]:
    """How the answer is to be shown: for eyes or for a voice."""
    return list(request.param)


def shown(paintrack: Paintrack, typed: Sequence[str]) -> str:
    result = paintrack(typed)
    assert result.code == 0, result
    return result.out + result.err


@pytest.mark.parametrize("columns", ["24", "80"])
def test_what_was_written_can_be_found(
    columns: str, shown_as: list[str], stem: str, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert paintrack("log 7 3 --cost 85").code == 0
    for suffix, words in WRITERS.items():
        file = f"{stem}{suffix}"
        assert file in shown(paintrack, [*words, file, *shown_as])
        assert Path(file).exists()


@pytest.mark.parametrize("columns", ["24", "80"])
def test_what_was_read_is_named_as_it_is(
    columns: str, shown_as: list[str], stem: str, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert paintrack("log 7 3").code == 0
    own, copy, csv, json = (f"{stem}{suffix}" for suffix in (".db", ".copy", ".csv", ".json"))
    for typed in (["export", csv], ["export", json], ["backup", copy]):
        assert paintrack(typed).code == 0
    for words in (["import", csv], ["undo"], ["redo"], ["undo", "--steps", "1", "--yes"]):
        assert re.search(rf"from\s+{re.escape(csv)}", shown(paintrack, ["--db", own, *words, *shown_as]))
    for words, file in ((["merge"], json), (["restore", "--yes"], copy)):
        assert re.search(rf"from\s+{re.escape(file)}", shown(paintrack, ["--db", own, *words, file, *shown_as]))


def test_a_command_to_paste_has_the_very_path(
    shown_as: list[str], stem: str, paintrack: Paintrack, tmp_path: Path, clock: Clock
) -> None:
    own, copy = f"{stem}.db", f"{stem}.copy"
    assert paintrack(["--db", own, "log", "7", "3"]).code == 0
    answers = [shown(paintrack, ["--db", own, "backup", *words, *shown_as]) for words in ([copy], [])]
    clock.forward(days=1)
    answers.append(shown(paintrack, ["--db", own, "restore", copy, "--yes", *shown_as]))
    commands = [line.partition(": paintrack ")[2] for answer in answers for line in answer.split("\n")]
    restores = [shlex.split(command) for command in commands if " restore " in command]
    assert len(restores) == 3
    assert all(Path(words[-1]).exists() and words[:2] == ["--db", own] for words in restores)
    # Answers name where they are, too.
    listed = shown(paintrack, ["--db", own, "backup", "--list", *shown_as])
    assert all(words[-1] in listed for words in restores[1:])
    assert f"{'File: ' if shown_as else ''}{tmp_path / own}\n" in shown(paintrack, ["--db", own, "file", *shown_as])


@pytest.mark.parametrize("words", [["import"], ["merge"], ["restore"], ["restore", "--plain"]])
def test_a_file_that_is_missing_is_named_as_typed(words: list[str], stem: str, paintrack: Paintrack) -> None:
    assert paintrack("log 7 3").code == 0
    assert f"There is no file {stem}.csv." in paintrack([*words, f"{stem}.csv"]).err


def test_a_file_of_another_kind_is_named_as_typed(stem: str, paintrack: Paintrack, tmp_path: Path) -> None:
    csv, copy = f"{stem}.csv", f"{stem}.copy"
    for typed in (["log", "7", "3"], ["export", csv], ["backup", copy]):
        assert paintrack(typed).code == 0
    assert f"{copy} is a paintrack file" in paintrack(["import", copy]).err
    assert f"paintrack merge {shell_quoted(copy)}\n" in paintrack(["import", copy]).err
    assert f"{csv} is not a copy of a paintrack file" in paintrack(["restore", csv]).err
    assert f"{csv} is there already" in paintrack(["export", csv]).err
    assert f": {tmp_path / csv}" in paintrack(["--db", csv, "list"]).err
