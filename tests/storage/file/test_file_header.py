"""Every file that is not ours, and every command: one sentence, and not a byte changes."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from paintrack.cli import COMMANDS
from paintrack.errors import FileTroubleError
from paintrack.storage.file.file_header import APPLICATION_ID, SCHEMA_VERSION, read_header
from tests.program import Paintrack, is_one_sentence

READS = ("list", "list --json", "show 1", "status", "trend", "export -", "undo", "delete 1 --yes")
WRITES = ("log 7 3", "before 7", "after 3", "rate 4", "effect bruise", "edit 1 --after 2", "redo")


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE photos (name TEXT)")
        other.execute("INSERT INTO photos VALUES ('holiday')")
        other.commit()


def foreign_with_an_id(path: Path) -> None:
    foreign(path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA application_id = 252006673")


def foreign_with_a_wal(path: Path) -> None:
    with_a_wal(foreign, path)


def newer_with_a_wal(path: Path) -> None:
    with_a_wal(newer, path)


def with_a_wal(make: Callable[[Path], None], path: Path) -> None:
    source = path.with_name("source.db")
    make(source)
    with closing(sqlite3.connect(source)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE only_in_the_wal (id INTEGER)")
        other.commit()
        shutil.copy(source, path)
        shutil.copy(f"{source}-wal", f"{path}-wal")
    source.unlink()


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE entry (id INTEGER)")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 99")


def one_byte(path: Path) -> None:
    path.write_bytes(b"S")


def ninety_nine_bytes(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0".ljust(99, b"\1"))


def text(path: Path) -> None:
    path.write_text("Dear diary, today I felt better. " * 20)


def zeros(path: Path) -> None:
    path.write_bytes(bytes(4096))


FOREIGN: list[tuple[Callable[[Path], None], str]] = [
    (foreign, "This file belongs to another program; it was left as it is"),
    (foreign_with_an_id, "This file belongs to another program; it was left as it is"),
    (foreign_with_a_wal, "This file belongs to another program; it was left as it is"),
    (newer, "A newer paintrack wrote this file; update paintrack to use it"),
    (newer_with_a_wal, "A newer paintrack wrote this file; update paintrack to use it"),
    (one_byte, "This is not a paintrack file; it was left as it is"),
    (ninety_nine_bytes, "This is not a paintrack file; it was left as it is"),
    (text, "This is not a paintrack file; it was left as it is"),
    (zeros, "This is not a paintrack file; it was left as it is"),
]


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize(("make", "sentence"), FOREIGN, ids=lambda value: getattr(value, "__name__", ""))
@pytest.mark.parametrize("command", [*READS, *WRITES])
def test_a_file_that_is_not_ours_is_refused_and_left_as_it_is(
    tmp_path: Path, paintrack: Paintrack, make: Callable[[Path], None], sentence: str, command: str
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "mine.db"
    make(path)
    before = bytes_in(folder)
    word, *rest = command.split()
    result = paintrack([word, *rest, "--db", str(path)])
    closing = f"{COMMANDS[word].failure} ".lstrip()
    assert result.err == f"{closing}{sentence}: {path}\n"
    assert (result.code, result.out) == (1, "")
    assert bytes_in(folder) == before


@pytest.mark.parametrize("command", [*READS, *WRITES])
def test_what_is_no_file_is_refused(tmp_path: Path, paintrack: Paintrack, command: str) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    word, *rest = command.split()
    for path, what in ((tmp_path, "A folder"), (Path(os.devnull), "What stands there"), (pipe, "What stands there")):
        result = paintrack([word, *rest, "--db", str(path)])
        assert (result.code, result.out) == (1, "")
        closing = f"{COMMANDS[word].failure} ".lstrip()
        assert result.err == f"{closing}{what} is not a paintrack file: {path}\n"


def test_a_file_as_a_folder_is_refused(tmp_path: Path, paintrack: Paintrack) -> None:
    (tmp_path / "note.txt").write_text("hello")
    result = paintrack(["log", "7", "3", "--db", str(tmp_path / "note.txt" / "mine.db")])
    assert (result.code, result.out) == (1, "")
    assert is_one_sentence(result.err)


def test_a_file_of_no_bytes_is_made_at_a_write_which_says_so(file: Path, paintrack: Paintrack) -> None:
    file.parent.mkdir(parents=True)
    file.touch()
    result = paintrack("log 7 3")
    assert result.code == 0
    assert result.out.startswith("Saved: ")
    assert result.err == (
        "The file was empty (0 bytes), as a first run leaves it that was stopped; "
        f"it is made anew: {file}\n"
    )  # fmt: skip
    assert read_header(file).kind == "paintrack"
    assert paintrack("show 1").code == 0


@pytest.mark.parametrize("command", ["list", "status", "trend"])
def test_reading_a_file_of_0_bytes_says_nothing_was_saved(file: Path, paintrack: Paintrack, command: str) -> None:
    file.parent.mkdir(parents=True)
    file.touch()
    result = paintrack(command)
    assert "nothing was ever saved" in (result.out + result.err).lower()
    assert file.read_bytes() == b""


@pytest.mark.parametrize("command", ["undo", "redo", "after 3", "edit 1 --after 2", "delete 1 --yes"])
def test_a_command_that_needs_an_entry_makes_no_file(file: Path, paintrack: Paintrack, command: str) -> None:
    result = paintrack(command)
    assert (result.code, result.out) == (1, "")
    assert is_one_sentence(result.err)
    assert not file.exists()
    assert not file.parent.exists()


def test_headers_are_understood(tmp_path: Path, paintrack: Paintrack, file: Path) -> None:
    assert read_header(tmp_path / "none.db").kind == "absent"
    paintrack("log 7 3")
    header = read_header(file)
    assert (header.kind, header.version, header.is_in_wal_mode) == ("paintrack", SCHEMA_VERSION, False)
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA journal_mode = WAL")
    assert read_header(file).is_in_wal_mode


def test_a_file_that_may_not_be_read_is_refused(folder_of_nobody: Path) -> None:
    path = folder_of_nobody / "mine.db"
    path.write_bytes(b"secret")
    path.chmod(0)
    with pytest.raises(FileTroubleError, match="The file "):
        read_header(path)
    path.chmod(0o600)
