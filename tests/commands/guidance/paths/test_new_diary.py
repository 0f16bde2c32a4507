"""A path with a slip in it would split a diary: that a new one begins is said."""

from pathlib import Path

import pytest

from tests.program import Paintrack, is_one_sentence


@pytest.mark.usefixtures("wide_terminal")
def test_beside_the_usual_one_it_is_said(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    assert paintrack("log 7 3").err == ""
    other = tmp_path / "other.db"
    result = paintrack(["log", "7", "3", "--db", str(other)])
    assert result.err == f"A new diary begins: {other}\nYou have another one: {file}\n"
    assert paintrack(["log", "7", "3", "--db", str(other)]).err == ""


@pytest.mark.usefixtures("wide_terminal")
def test_beside_the_one_of_the_environment_it_is_said(
    paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own" / "pain.db"
    monkeypatch.setenv("PAINTRACK_DB", str(own))
    paintrack("log 7 3")
    result = paintrack(["log", "7", "3", "--db", str(tmp_path / "other.db")])
    assert result.err == f"A new diary begins: {tmp_path / 'other.db'}\nYou have another one: {own}\n"


@pytest.mark.usefixtures("wide_terminal")
def test_beside_another_file_of_the_folder_it_is_said(paintrack: Paintrack, tmp_path: Path) -> None:
    assert paintrack(["log", "7", "3", "--db", str(tmp_path / "pain.db")]).err == ""
    result = paintrack(["before", "7", "--db", str(tmp_path / "pian.db")])
    assert str(tmp_path / "pain.db") in result.err


@pytest.mark.usefixtures("wide_terminal")
def test_in_a_folder_that_is_not_there_it_is_said(
    paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new" / "pain.db"
    monkeypatch.setenv("PAINTRACK_DB", str(path))
    assert paintrack("note slept well").err == f"A new diary begins: {path}\n"


def test_quiet_says_nothing(paintrack: Paintrack, tmp_path: Path) -> None:
    assert paintrack(["log", "7", "3", "-q", "--db", str(tmp_path / "new" / "pain.db")]).err == ""


def test_nothing_begins_where_nothing_is_saved(paintrack: Paintrack, tmp_path: Path) -> None:
    path = tmp_path / "new" / "pain.db"
    result = paintrack(["log", "11", "3", "--db", str(path)])
    assert "new diary" not in result.err
    assert not path.parent.exists()


def test_a_path_that_cannot_be_is_one_sentence(paintrack: Paintrack, tmp_path: Path) -> None:
    result = paintrack(["log", "7", "3", "--db", str(tmp_path / ("x" * 300))])
    assert result.code == 1
    assert is_one_sentence(result.err)
