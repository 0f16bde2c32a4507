"""A file in which a row refers to one that is not there: integrity_check finds nothing, and yet it is damaged."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.program import Paintrack


@pytest.fixture
def broken(paintrack: Paintrack, file: Path) -> Path:
    """A diary of two sessions, of which another tool has removed one without its scores."""
    for typed in ("log 7 3", "log 6 2 --for neck --at 2026-07-01"):
        assert paintrack(typed).code == 0
    with closing(sqlite3.connect(file)) as plain, plain:
        plain.execute("PRAGMA foreign_keys = OFF")
        plain.execute("DELETE FROM entry WHERE number = 2")
    return file


@pytest.fixture
def sound_copy(paintrack: Paintrack, tmp_path: Path) -> Path:
    """A copy of another diary."""
    own, copy = tmp_path / "other.db", tmp_path / "copy.db"
    assert paintrack(["--db", str(own), "log", "5", "4"]).code == 0
    assert paintrack(["--db", str(own), "backup", str(copy)]).code == 0
    return copy


@pytest.mark.parametrize("typed", ["backup", "backup {copies}/new.db", "merge {copy} --yes", "import {history}"])
def test_no_copy_is_made_that_restore_would_refuse(
    typed: str, broken: Path, sound_copy: Path, paintrack: Paintrack, tmp_path: Path
) -> None:
    history = tmp_path / "history.json"
    assert paintrack(["--db", str(sound_copy), "export", str(history)]).code == 0
    before = broken.read_bytes()
    result = paintrack([each.format(copies=tmp_path, copy=sound_copy, history=history) for each in typed.split()])
    assert (result.code, result.out) == (1, "")
    assert "The file is damaged" in result.err
    assert broken.read_bytes() == before
    assert not (tmp_path / "new.db").exists()
    assert not [*broken.parent.glob("backups/*")]


def test_restore_moves_it_aside_and_a_backup_is_restored(
    broken: Path, sound_copy: Path, paintrack: Paintrack, wide_terminal: None
) -> None:
    before = broken.read_bytes()
    restored = paintrack(["restore", str(sound_copy), "--yes"])
    assert restored.code == 0
    (aside,) = broken.parent.glob("*-damaged.db")
    assert aside.read_bytes() == before
    assert str(aside) in restored.out + restored.err
    assert [row["before"] for row in paintrack("list --json").json] == [5]
    assert paintrack("backup").code == 0
