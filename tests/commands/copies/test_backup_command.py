"""backup: where it goes, what it says, what it never writes over."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from paintrack.cli import COMMANDS
from paintrack.commands.backup import NO_NAMES
from tests.factories.damaged_files import disagree_index
from tests.program import Clock, Paintrack, Result, is_one_sentence, quoted


def test_a_backup_is_beside_the_file_with_its_date(paintrack: Paintrack, file: Path, wide_terminal: None) -> None:
    paintrack("log 7 3 --note words")
    paintrack("rate 4")
    copy = file.parent / "backups" / "paintrack-20260706-140200.db"
    assert paintrack("backup") == Result(
        0,
        "Backup written and read back: 1 session and 1 reading.\n"
        f'  To restore it: paintrack restore "{copy}"\n',
        "",
    )  # fmt: skip
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with closing(sqlite3.connect(copy)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert paintrack(f"export - --format json --db {quoted(copy)}").out == paintrack("export - --format json").out
    # Also what undo needs is in it.
    assert paintrack(f"undo --db {quoted(copy)}").out.startswith("Taken back: ")


def test_a_backup_has_the_name_that_a_person_gives_it(paintrack: Paintrack, tmp_path: Path) -> None:
    paintrack("log 7 3")
    target = tmp_path / "my own.db"
    assert paintrack(["backup", str(target)]).code == 0
    refused = paintrack(["backup", str(target)])
    assert (refused.code, refused.out) == (2, "")
    line = f'paintrack backup "{target}" --force'
    assert refused.err == f"Nothing written. {target} is there already. To replace it: {line}\n"
    paintrack("log 6 2")
    assert "2 sessions" in paintrack(["backup", str(target), "--force"]).out


@pytest.mark.parametrize("name", ["paintrack.db", "paintrack.db-journal", "backups/paintrack-20200101-000000.db"])
def test_a_backup_takes_no_name_that_paintrack_needs(name: str, paintrack: Paintrack, file: Path) -> None:
    paintrack("log 7 3")
    before = file.read_bytes()
    (file.parent / "backups").mkdir()
    result = paintrack(["backup", str(file.parent / name), "--force"])
    assert (result.code, result.out) == (2, "")
    assert is_one_sentence(result.err)
    assert file.read_bytes() == before
    assert [*(file.parent / "backups").iterdir()] == []


def test_a_backup_is_not_written_through_a_link(paintrack: Paintrack, tmp_path: Path) -> None:
    paintrack("log 7 3")
    victim, link = tmp_path / "victim", tmp_path / "link.db"
    victim.write_text("precious")
    link.symlink_to(victim)
    result = paintrack(["backup", str(link), "--force"])
    assert result.code == 1
    assert is_one_sentence(result.err)
    assert victim.read_text() == "precious"


def test_there_is_no_backup_of_nothing(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    for typed in ("backup", f"backup {quoted(tmp_path / 'x.db')}"):
        result = paintrack(typed)
        assert (result.code, result.out) == (1, "")
        assert result.err.startswith("There is no diary here yet.")
    assert not file.parent.exists()
    assert not (tmp_path / "x.db").exists()


def test_a_damaged_file_is_not_backed_up(paintrack: Paintrack, file: Path) -> None:
    paintrack("log 7 3")
    disagree_index(file)
    result = paintrack("backup")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("The file is damaged.")
    assert is_one_sentence(result.err)
    assert not (file.parent / "backups").exists()


@pytest.mark.parametrize("typed", ["backup list", "backup LIST", "backup --list"])
def test_the_dated_backups_are_listed(typed: str, paintrack: Paintrack, clock: Clock, wide_terminal: None) -> None:
    assert paintrack(typed).out == "No dated backup yet. To make one: paintrack backup\n"
    paintrack("log 7 3")
    paintrack("backup")
    clock.forward(days=1)
    paintrack("backup")
    result = paintrack(typed)
    assert (result.code, result.err) == (0, "")
    newest, oldest = result.out.splitlines()
    assert newest.startswith("Tue 7 Jul 2026 14:02  ")
    assert oldest.startswith("Mon 6 Jul 2026 14:02  ")
    assert [each["file"] for each in paintrack(f"{typed} --json").json] == [newest[22:].strip(), oldest[22:].strip()]
    assert paintrack(f"{typed} --plain").out.startswith("Tuesday 7 July 2026 at 14:02: ")


@pytest.mark.parametrize("word", sorted(NO_NAMES))
def test_a_word_that_asks_for_something_is_no_name(word: str, paintrack: Paintrack, workplace: Path) -> None:
    paintrack("log 7 3")
    result = paintrack(["backup", word])
    assert (result.code, result.out) == (2, "")
    # Said of all, a file or now it is the backup that is made without a name.
    meant = "backup\n" if word in ("all", "file", "now") else f"backup {word}.db"
    assert f"paintrack {meant}" in result.err
    assert [*workplace.iterdir()] == []
    assert paintrack(f"backup {word}.db").code == 0


def test_every_word_of_paintrack_is_no_name_for_a_backup() -> None:
    assert {*COMMANDS} - NO_NAMES == {"list"}


def test_the_list_of_backups_takes_nothing_else(paintrack: Paintrack, tmp_path: Path) -> None:
    result = paintrack(["backup", str(tmp_path / "x.db"), "--list"])
    assert result.code == 2
    assert "--list shows the backups and takes nothing else." in result.err


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the command is typed."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder
