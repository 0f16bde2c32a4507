"""restore: the file as it was then, with a way back; nothing is changed by a copy that is not sound."""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from paintrack.storage.file.file_header import SCHEMA_VERSION
from tests.factories.damaged_files import disagree_index, overwrite_page
from tests.program import Clock, Paintrack, Result, is_one_sentence

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def copy(paintrack: Paintrack, file: Path, tmp_path: Path, clock: Clock) -> Path:
    """A backup of one session with a note; the file has gone on since."""
    copy = tmp_path / "copy.db"
    paintrack("log 7 3 --note then")
    paintrack(["backup", str(copy)])
    clock.forward(days=1)
    paintrack("log 6 2 --note now")
    paintrack("rate 4")
    return copy


def notes(paintrack: Paintrack) -> list[str]:
    return [row["note"] for row in paintrack("list --json").json]


def test_it_is_the_file_of_then_and_the_way_back_works(
    copy: Path, paintrack: Paintrack, file: Path, wide_terminal: None
) -> None:
    now = paintrack("export - --format json").out
    safety_copy = file.parent / "backups" / "paintrack-20260707-140200-before-restore.db"
    assert paintrack(["restore", str(copy), "--yes"]) == Result(
        0,
        f'Restored from {copy}: 1 session.\n  Wrong? To go back: paintrack restore "{safety_copy}"\n',
        "",
    )
    assert notes(paintrack) == ["then"]
    assert paintrack(["restore", str(safety_copy), "--yes"]).code == 0
    assert paintrack("export - --format json").out == now


@pytest.mark.parametrize("typed", ["copy.db", "./copy.db", "../FOLDER/copy.db"])
def test_a_copy_in_the_current_folder_is_restored(
    typed: str, copy: Path, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(copy.parent)
    assert paintrack(["restore", typed.replace("FOLDER", copy.parent.name), "--yes"]).code == 0
    assert notes(paintrack) == ["then"]


def test_off_a_terminal_a_restore_needs_yes(copy: Path, paintrack: Paintrack, file: Path) -> None:
    before = file.read_bytes()
    assert paintrack(["restore", str(copy)]) == Result(2, "", f"{copy} was not restored: confirm with --yes.\n")
    assert file.read_bytes() == before
    assert not (file.parent / "backups").exists()


def test_links_and_modes_of_the_file_stay(copy: Path, paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere.db"
    file.rename(real)
    file.symlink_to(real)
    identity = real.stat().st_ino
    assert paintrack(["restore", str(copy), "--yes"]).code == 0
    assert file.is_symlink()
    assert (real.stat().st_ino, stat.S_IMODE(real.stat().st_mode)) == (identity, 0o600)
    assert notes(paintrack) == ["then"]
    assert sorted(each.name for each in file.parent.iterdir()) == ["backups", "paintrack.db"]


def test_a_restore_of_itself_does_nothing(copy: Path, paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    link, before = tmp_path / "link.db", file.read_bytes()
    link.symlink_to(file)
    for typed in (file, link):
        result = paintrack(["restore", str(typed), "--yes"])
        assert (result.code, result.err) == (0, "")
        assert "nothing to restore" in result.out
    assert file.read_bytes() == before
    assert not (file.parent / "backups").exists()


@pytest.mark.parametrize("state", ["absent", "empty", "bare"])
def test_a_new_computer_needs_no_way_back(state: str, copy: Path, paintrack: Paintrack, file: Path) -> None:
    file.unlink()
    if state == "empty":
        file.touch()
    if state == "bare":
        paintrack("log 7 3")
        with closing(sqlite3.connect(file)) as plain:
            plain.executescript("DELETE FROM point; DELETE FROM rating; DELETE FROM entry; DELETE FROM step")
    result = paintrack(["restore", str(copy), "--yes"])
    assert result.code == 0
    assert ("(0 bytes)" in result.err) == (state == "empty")
    assert "go back" not in result.out
    assert notes(paintrack) == ["then"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in file.parent.iterdir()] == ["paintrack.db"]


def wipe(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(bytes(100) + content[100:])


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


@pytest.mark.parametrize("damage", [disagree_index, lambda path: overwrite_page(path, "entry"), wipe, cut])
def test_a_damaged_file_is_moved_aside(
    damage: Callable[[Path], None], copy: Path, paintrack: Paintrack, file: Path
) -> None:
    damage(file)
    damaged = file.read_bytes()
    result = paintrack(["restore", str(copy), "--yes"])
    assert (result.code, result.err) == (0, "")
    aside = file.parent / "paintrack-20260707-140200-damaged.db"
    assert str(aside) in result.out.replace("\n", "")
    assert aside.read_bytes() == damaged
    assert notes(paintrack) == ["then"]
    assert stat.S_IMODE(aside.stat().st_mode) == stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_journal_goes_aside_with_its_file(copy: Path, paintrack: Paintrack, file: Path) -> None:
    wipe(file)
    journal = Path(f"{file}-journal")
    journal.write_bytes(b"journal of the damaged file")
    assert paintrack(["restore", str(copy), "--yes"]).code == 0
    assert not journal.exists()
    assert (file.parent / "paintrack-20260707-140200-damaged.db-journal").exists()
    assert notes(paintrack) == ["then"]


def test_the_backup_that_is_restored_is_not_pruned(copy: Path, paintrack: Paintrack, file: Path, clock: Clock) -> None:
    paintrack("backup")
    oldest = next((file.parent / "backups").iterdir())
    for _ in range(9):
        clock.forward(days=1)
        paintrack("backup")
    clock.forward(days=1)
    assert paintrack(["restore", str(oldest), "--yes"]).code == 0
    assert oldest.exists()


def test_an_older_version_is_upgraded(paintrack: Paintrack, file: Path) -> None:
    sample = SAMPLES / "version_1.db"
    before = sample.read_bytes()
    assert paintrack(["restore", str(sample), "--yes"]).code == 0
    assert sample.read_bytes() == before
    with closing(sqlite3.connect(file)) as plain:
        assert plain.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert len(notes(paintrack)) > 1


def execute(*statements: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as plain:
            for statement in statements:
                plain.execute(statement)

    return change


UNSOUND: dict[str, Callable[[Path], None]] = {
    "absent": Path.unlink,
    "empty": lambda path: os.truncate(path, 0),
    "one byte": lambda path: os.truncate(path, 1),
    "half": cut,
    "wiped": wipe,
    "a wrong index": disagree_index,
    "a broken page": lambda path: overwrite_page(path, "entry"),
    "another program's": execute("PRAGMA application_id = 7"),
    "newer": execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}"),
    "a broken reference": execute("PRAGMA foreign_keys = OFF", "INSERT INTO point VALUES (99, 0, 'LI4')"),
    "a missing table": execute("DROP TABLE change", "DROP TABLE step", "PRAGMA user_version = 2", "DROP TABLE rating",
                               "CREATE VIEW rating AS SELECT 1 AS a"),
    "rules taken off": execute(
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'BETWEEN 0 AND 10', 'BETWEEN 0 AND 99') WHERE name = 'rating'",
        "PRAGMA writable_schema = RESET",
        "UPDATE rating SET before = 42",
    ),
    "an entry of no kind": execute("PRAGMA ignore_check_constraints = ON", "UPDATE entry SET kind = 'dream'"),
}  # fmt: skip


@pytest.mark.parametrize("name", UNSOUND)
def test_an_unsound_backup_changes_nothing(name: str, copy: Path, paintrack: Paintrack, file: Path) -> None:
    UNSOUND[name](copy)
    former, copy_before = file.read_bytes(), copy.read_bytes() if copy.exists() else None
    result = paintrack(["restore", str(copy), "--yes"])
    assert (result.code, result.out) == (1, "")
    assert is_one_sentence(result.err)
    assert result.err.count("Nothing was changed.") == 1
    assert file.read_bytes() == former
    assert (copy.read_bytes() if copy.exists() else None) == copy_before
    assert [each.name for each in file.parent.iterdir()] == ["paintrack.db"]


@pytest.mark.parametrize("former", ["[1]", "{", '{"SECRET": 1}'])
def test_a_backup_whose_journal_is_damaged_is_no_loss(former: str, copy: Path, paintrack: Paintrack) -> None:
    paintrack(["edit", "1", "--note", "changed", "--db", str(copy)])
    execute(" ".join(["UPDATE change SET former =", f"'{former}'", "WHERE former IS NOT NULL"]))(copy)
    assert paintrack(["restore", str(copy), "--yes"]).code == 0
    assert notes(paintrack) == ["changed"]
    refused = paintrack("undo")
    assert (refused.code, refused.out, "SECRET" in refused.err) == (1, "", False)
    assert is_one_sentence(refused.err)


def test_a_folder_and_a_device_are_no_backups(copy: Path, paintrack: Paintrack, tmp_path: Path) -> None:
    for typed in (tmp_path, Path("/dev/null")):
        result = paintrack(["restore", str(typed), "--yes"])
        assert (result.code, result.out) == (1, "")
        assert is_one_sentence(result.err)


def test_triggers_of_another_tool_stay_out(copy: Path, paintrack: Paintrack) -> None:
    execute('CREATE TRIGGER "a""b" AFTER INSERT ON entry BEGIN UPDATE entry SET note = \'spoiled\'; END')(copy)
    result = paintrack(["restore", str(copy), "--yes"])
    assert result.code == 0
    assert result.err == 'Left out: 1 trigger of another tool (a"b).\n'
    paintrack("log 5 5 --note new")
    assert notes(paintrack) == ["then", "new"]


def test_a_file_of_another_program_is_never_replaced(copy: Path, paintrack: Paintrack, tmp_path: Path) -> None:
    other, text = tmp_path / "other.db", tmp_path / "letter.txt"
    execute("CREATE TABLE letters (a)")(other)
    text.write_text("Dear Sir or Madam, " * 20)
    for path in (other, text):
        before = path.read_bytes()
        result = paintrack(["restore", str(copy), "--yes", "--db", str(path)])
        assert (result.code, result.out) == (1, "")
        assert is_one_sentence(result.err)
        assert path.read_bytes() == before


def test_a_file_with_settings_alone_is_copied_first(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    good = tmp_path / "good.db"
    paintrack(["log", "7", "3", "--db", str(good)])
    paintrack("config set name Ana")
    restored = paintrack(["restore", str(good), "--yes", "--json"]).json
    assert restored["former_file"] is not None
    assert paintrack(["restore", restored["former_file"], "--yes"]).code == 0
    assert paintrack("config --json").json["name"] == "Ana"
