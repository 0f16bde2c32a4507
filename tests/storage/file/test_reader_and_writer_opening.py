"""Opening the file: private from its first instant, refusals in one sentence that change nothing."""

import os
import sqlite3
import stat
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from paintrack.cli import COMMANDS
from paintrack.errors import DamagedFileError, FileGoneError, FileTroubleError
from paintrack.model.selection import Selection
from paintrack.storage.file import connection as connection_module
from paintrack.storage.file import reader_and_writer_opening as store_module
from paintrack.storage.file.file_facts import inspect_file
from paintrack.storage.file.file_header import Header, read_header
from paintrack.storage.file.reader_and_writer_opening import open_reader, open_writer
from tests.factories.diary_file_access import count_entries, save_session
from tests.factories.entries import NOW, a_session
from tests.program import PATIENCE_SECONDS, Paintrack, is_one_sentence


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def save_and_fail(path: Path) -> None:
    with open_writer(path, NOW) as writer:
        writer.save(a_session())
        writer.save(a_session())
        raise ZeroDivisionError


def test_new_files_and_folders_are_private_under_any_umask(tmp_path: Path, open_umask: None) -> None:
    path = tmp_path / "new" / "folders" / "mine.db"
    save_session(path)
    assert mode(path) == 0o600
    assert [mode(folder) for folder in (path.parent, path.parent.parent)] == [0o700, 0o700]


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path, open_umask: None) -> None:
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o755)
    save_session(folder / "mine.db")
    assert mode(folder) == 0o755


def test_there_is_no_instant_at_which_others_could_read(
    tmp_path: Path, open_umask: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new" / "mine.db"
    seen: list[int] = []
    real_open, real_mkdir, real_connect = os.open, Path.mkdir, sqlite3.connect

    def watched_open(target: Any, *arguments: Any) -> int:
        descriptor = real_open(target, *arguments)
        seen.append(mode(Path(target)) & 0o077)
        return descriptor

    def watched_mkdir(folder: Path, *arguments: Any, **named: Any) -> None:
        real_mkdir(folder, *arguments, **named)
        seen.append(mode(folder) & 0o077)

    def watched_connect(target: Any, *arguments: Any, **named: Any) -> sqlite3.Connection:
        # The first empty diary of a process is made in memory.
        if target != ":memory:":
            seen.append(mode(path) & 0o077)
        connection: sqlite3.Connection = real_connect(target, *arguments, **named)
        return connection

    monkeypatch.setattr(os, "open", watched_open)
    monkeypatch.setattr(Path, "mkdir", watched_mkdir)
    monkeypatch.setattr(sqlite3, "connect", watched_connect)
    with open_writer(path, NOW) as writer:
        writer.save(a_session())
        journal = path.with_name(f"{path.name}-journal")
        seen.append(mode(journal) & 0o077)
    assert len(seen) >= 4
    assert not any(seen)


def test_a_write_makes_the_file_private_again(tmp_path: Path) -> None:
    path = tmp_path / "mine.db"
    save_session(path)
    path.chmod(0o644)
    save_session(path)
    assert mode(path) == 0o600


def test_one_file_is_the_whole_truth(tmp_path: Path) -> None:
    path = tmp_path / "mine.db"
    save_session(path)
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith("mine")] == ["mine.db"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "real.db"
    save_session(target)
    link = tmp_path / "mine.db"
    link.symlink_to(target)
    save_session(link)
    assert link.is_symlink()
    assert count_entries(target) == count_entries(link) == 2


def test_a_link_to_nothing_is_refused_and_makes_nothing(tmp_path: Path) -> None:
    link = tmp_path / "mine.db"
    link.symlink_to(tmp_path / "not-mounted" / "real.db")
    with pytest.raises(FileTroubleError):
        save_session(link)
    assert link.is_symlink()
    assert not (tmp_path / "not-mounted").exists()


def test_a_write_ends_the_wal_mode_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.db"
    save_session(path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
    assert count_entries(path) == 1
    save_session(path)
    assert not read_header(path).is_in_wal_mode
    assert count_entries(path) == 2
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith("mine")] == ["mine.db"]


def test_a_leftover_wal_of_our_own_is_not_lost(tmp_path: Path) -> None:
    path, copy = tmp_path / "mine.db", tmp_path / "copy.db"
    save_session(path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE entry SET note = 'only in the wal'")
        other.commit()
        copy.write_bytes(path.read_bytes())
        copy.with_name("copy.db-wal").write_bytes(path.with_name("mine.db-wal").read_bytes())
    save_session(copy)
    with open_reader(copy) as reader:
        assert [each.note for each in reader.sessions(Selection())].count("only in the wal") == 1
    assert not read_header(copy).is_in_wal_mode


def test_a_folder_that_is_read_only_can_be_read_but_not_written(folder_of_nobody: Path) -> None:
    path = folder_of_nobody / "mine.db"
    save_session(path)
    before = path.read_bytes()
    folder_of_nobody.chmod(0o500)
    try:
        assert count_entries(path) == 1
        with pytest.raises(FileTroubleError, match="read-only"):
            save_session(path)
    finally:
        folder_of_nobody.chmod(0o700)
    assert path.read_bytes() == before


def test_a_file_that_is_read_only_can_be_read_but_not_written(folder_of_nobody: Path) -> None:
    path = folder_of_nobody / "mine.db"
    save_session(path)
    before = path.read_bytes()
    path.chmod(0o400)
    assert count_entries(path) == 1
    with pytest.raises(FileTroubleError, match="read-only"):
        save_session(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(("name", "mode"), [("mine.db", 0o400), ("", 0o500)])
def test_what_is_read_only_is_known(name: str, mode: int, folder_of_nobody: Path) -> None:
    path = folder_of_nobody / "mine.db"
    save_session(path)
    assert not inspect_file(path, NOW).is_read_only
    (folder_of_nobody / name).chmod(mode)
    try:
        facts = inspect_file(path, NOW)
        assert (facts.is_read_only, facts.trouble, facts.counts) == (True, None, {"session": 1})
    finally:
        folder_of_nobody.chmod(0o700)


def test_no_file_can_be_made_in_a_folder_that_is_read_only(folder_of_nobody: Path) -> None:
    folder_of_nobody.chmod(0o500)
    try:
        with pytest.raises(FileTroubleError) as caught:
            save_session(folder_of_nobody / "new" / "mine.db")
        sentence = "A folder cannot be made (Permission denied). The folder:"
        assert str(caught.value) == f"{sentence} {folder_of_nobody / 'new'}"
    finally:
        folder_of_nobody.chmod(0o700)


@pytest.mark.parametrize("command", ["log 7 3", "rate 4", "undo", "show 1"])
def test_a_locked_file_is_a_sentence_after_a_wait(
    file: Path, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    assert connection_module.BUSY_SECONDS >= 10
    monkeypatch.setattr(connection_module, "BUSY_SECONDS", 0.05)
    paintrack("log 7 3")
    before = file.read_bytes()
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        result = paintrack(command)
    assert (result.code, result.out) == (1, "")
    outcome = f"{COMMANDS[command.split()[0]].failure} ".lstrip()
    assert result.err == f"{outcome}Another program is writing to the file. Try again in a moment. The file: {file}\n"
    assert file.read_bytes() == before
    assert paintrack("log 7 3").code == 0


def damage(path: Path, kind: str) -> None:
    content = bytearray(path.read_bytes())
    if kind == "overwritten":
        with closing(sqlite3.connect(path)) as other:
            (page,) = other.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'entry'").fetchone()
        content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    elif kind == "cut":
        del content[len(content) // 2 + 77 :]
    elif kind == "cut after the header":
        del content[100:]
    else:
        content[100:200] = bytes(100)
    path.write_bytes(content)


@pytest.mark.parametrize("kind", ["overwritten", "cut", "cut after the header", "no tables"])
@pytest.mark.parametrize("command", ["log 7 3", "before 7", "undo", "edit 1 --after 2"])
def test_a_damaged_file_is_never_written(file: Path, paintrack: Paintrack, kind: str, command: str) -> None:
    paintrack("log 7 3")
    damage(file, kind)
    before = file.read_bytes()
    result = paintrack(command)
    assert (result.code, result.out) == (1, "")
    assert "The file is damaged" in result.err
    assert is_one_sentence(result.err)
    assert file.read_bytes() == before


@pytest.mark.parametrize("kind", ["overwritten", "cut", "cut after the header", "no tables"])
def test_a_damaged_file_does_not_read_as_an_empty_history(file: Path, kind: str) -> None:
    with open_writer(file, NOW) as writer:
        for _ in range(300):
            writer.save(a_session(note="x" * 200))
    damage(file, kind)
    with pytest.raises(DamagedFileError):
        count_entries(file)


def test_a_damaged_index_is_found_before_a_write(file: Path, paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    with closing(sqlite3.connect(file)) as other:
        (sql,) = other.execute("SELECT sql FROM sqlite_schema WHERE name = 'entry_in_time'").fetchone()
        other.execute("DROP INDEX entry_in_time")
        other.execute("CREATE INDEX entry_in_time ON entry (edited, uid)")
        other.execute("PRAGMA writable_schema = ON")
        other.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'entry_in_time'", (sql,))
        other.commit()
    with closing(sqlite3.connect(file)) as other:
        assert other.execute("PRAGMA quick_check").fetchone() == ("ok",)
    before = file.read_bytes()
    result = paintrack("log 7 3")
    assert result.code == 1
    assert "The file is damaged" in result.err
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "command",
    [
        "log 11 3", "log 7 3 --at 2030-01-01", "log 7 3 --technique voodoo", "log 7 3 --cost=-5", "before 7 lower back",
        "before 7 --for pain", "after 3 --for neck", "edit 1 --score 3", "edit 99 --after 3", "delete 99 --yes",
        "delete 1", "effect bruise --session 99", "rate 7,5", "log 7 3 --bogus", "redo", "log 7 3 --also pain=1:2",
    ],
)  # fmt: skip
def test_a_refused_write_changes_not_a_byte(file: Path, paintrack: Paintrack, command: str) -> None:
    paintrack("before 7")
    before = file.read_bytes()
    result = paintrack(command)
    assert result.code in (1, 2)
    assert result.out == ""
    assert file.read_bytes() == before
    assert {each.name for each in file.parent.iterdir()} == {file.name}


def test_an_error_inside_the_block_takes_the_whole_write_back(tmp_path: Path) -> None:
    path = tmp_path / "mine.db"
    save_session(path)
    before = path.read_bytes()
    with pytest.raises(ZeroDivisionError):
        save_and_fail(path)
    assert path.read_bytes() == before
    assert count_entries(path) == 1


def test_a_write_works_after_a_first_one_that_failed(tmp_path: Path) -> None:
    path = tmp_path / "mine.db"
    with pytest.raises(ZeroDivisionError):
        save_and_fail(path)
    assert count_entries(path) == 0
    save_session(path)
    assert count_entries(path) == 1


def test_no_connection_outlives_its_block(tmp_path: Path) -> None:
    path = tmp_path / "mine.db"
    save_session(path)
    with open_reader(path) as reader:
        pass
    with pytest.raises(sqlite3.ProgrammingError):
        reader.entries(Selection())


def test_a_read_sees_one_consistent_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection_module, "BUSY_SECONDS", 0.05)
    path = tmp_path / "mine.db"
    save_session(path)
    with open_reader(path) as reader:
        assert len(reader.entries(Selection())) == 1
        with pytest.raises(FileTroubleError, match="Another program"):
            save_session(path)
        assert len(reader.entries(Selection())) == 1


def test_the_file_is_sound_and_in_rollback_mode_for_any_tool(tmp_path: Path) -> None:
    path = tmp_path / "mine.db"
    save_session(path)
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_failed_write_removes_its_new_file_and_folders(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "mine.db"
    with pytest.raises(ZeroDivisionError):
        save_and_fail(path)
    assert not (tmp_path / "new").exists()
    save_session(path)
    with pytest.raises(ZeroDivisionError):
        save_and_fail(path)
    assert count_entries(path) == 1


def test_who_waits_for_a_file_that_is_taken_away_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mine.db"
    kinds: list[type[FileTroubleError]] = []
    has_opened_it = threading.Event()
    monkeypatch.setattr(connection_module, "BUSY_SECONDS", PATIENCE_SECONDS)

    def wait() -> None:
        try:
            save_session(path)
        except FileTroubleError as error:
            kinds.append(type(error))

    def opened(path: Path) -> sqlite3.Connection:
        connection = connection_module.connect(path)
        if threading.current_thread() is thread:
            has_opened_it.set()
        return connection

    def fail_while_another_waits() -> None:
        with open_writer(path, NOW) as writer:
            writer.save(a_session())
            thread.start()
            assert has_opened_it.wait(PATIENCE_SECONDS)
            raise ZeroDivisionError

    thread = threading.Thread(target=wait)
    monkeypatch.setattr(store_module, "connect", opened)
    with pytest.raises(ZeroDivisionError):
        fail_while_another_waits()
    thread.join()
    assert kinds == [FileGoneError]
    assert not path.exists()


@pytest.mark.parametrize(("is_there", "expected"), [(False, FileGoneError), (True, FileTroubleError)])
def test_a_disk_error_of_a_file_that_is_gone_says_that(
    is_there: bool, expected: type[FileTroubleError], tmp_path: Path
) -> None:
    path = tmp_path / "mine.db"
    if is_there:
        path.touch()
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
    with pytest.raises(FileTroubleError) as raised, connection_module.translate_errors(path):
        raise error
    assert raised.type is expected


def test_no_warning_when_another_terminal_made_the_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mine.db"
    save_session(path)
    # What was read before the other terminal was done.
    monkeypatch.setattr(store_module, "read_header_for_write", lambda _: Header("empty"))
    with open_writer(path, NOW) as writer:
        assert writer.warnings == []
    assert count_entries(path) == 1
