"""What a failing command says of what it has saved or written is true."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from paintrack.cli import COMMANDS
from paintrack.errors import FileTroubleError
from tests.program import Paintrack

TROUBLE = FileTroubleError("The disk is full.")


def fail(*_: object, **__: object) -> None:
    """Stand in for a step that fails."""
    raise TROUBLE


@pytest.mark.parametrize(
    ("typed", "closing"),
    [
        ("log 7 3", "Nothing saved."),
        ("note hello", "Nothing saved."),
        ("config set currency EUR", "Nothing saved."),
        ("undo", "Nothing was changed."),
        ("delete 1 --yes", "Nothing was changed."),
    ],
)
def test_a_transaction_that_fails_saves_nothing(typed: str, closing: str, paintrack: Paintrack) -> None:
    paintrack("log 6 4")
    before = paintrack("export -").out
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("paintrack.storage.writer.Writer", fail)
        assert paintrack(typed).err == f"The disk is full. {closing}\n"
    assert paintrack("export -").out == before


def test_what_fails_behind_the_commit_is_saved(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("paintrack.commands._shared.sessions.session_saving.session_confirmation", fail)
    assert paintrack("log 7 3").err == "The disk is full. It is saved.\n"
    assert paintrack("show 1").code == 0


def test_a_defect_behind_the_commit_is_told_with_what_is_saved(
    paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("paintrack.commands._shared.sessions.session_saving.session_confirmation", None)
    result = paintrack("log 7 3")
    assert "(TypeError)" in result.err
    assert "It is saved. Details: " in result.err
    assert paintrack("show 1").code == 0


def test_a_commit_that_ends_without_a_word_is_not_called_either(
    paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite may end the transaction and report an error: nobody knows then."""

    class Connection(sqlite3.Connection):
        def execute(self, sql: str, *rest: Any) -> sqlite3.Cursor:
            cursor = super().execute(sql, *rest)
            if sql == "COMMIT":
                raise sqlite3.OperationalError("disk I/O error")
            return cursor

    paintrack("log 6 4")
    connect = sqlite3.connect
    monkeypatch.setattr("sqlite3.connect", lambda *a, **k: connect(*a, **k | {"factory": Connection}))
    result = paintrack("log 7 3")
    assert result.code == 1
    assert "It may or may not be saved; see with: paintrack list" in result.err


def test_a_page_is_written_though_its_day_is_not_noted(
    paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paintrack("log 7 3")
    monkeypatch.setattr("paintrack.storage.writer.Writer.record_page_day", fail)
    result = paintrack(["summary", "-o", str(tmp_path / "page.txt")])
    assert result.err == "The disk is full. The file is written.\n"
    assert (tmp_path / "page.txt").is_file()


def test_a_file_that_is_not_written_is_called_so(paintrack: Paintrack, tmp_path: Path) -> None:
    paintrack("log 7 3")
    result = paintrack(["export", str(tmp_path / "missing" / "history.csv")])
    assert result.err.endswith("is not there. Nothing written.\n")


@pytest.mark.parametrize("typed", ["show 9", "list --last 0", "trend --by moon"])
def test_a_command_that_only_reads_says_nothing_of_saving(typed: str, paintrack: Paintrack) -> None:
    assert "othing saved" not in paintrack(typed).err
    assert COMMANDS[typed.split()[0]].failure == ""


def test_the_closing_stands_before_a_final_command(paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    assert (
        paintrack("edit 9 --after 3").err == "Nothing saved. There is no session 9. See the ids with: paintrack list\n"
    )
