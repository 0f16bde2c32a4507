"""The safety copy: private, on the disk, read back whole, or one sentence and no file."""

import fcntl
import os
import sqlite3
import stat
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from paintrack.errors import FileTroubleError
from paintrack.model.selection import Selection
from paintrack.storage import backup
from paintrack.storage.backup import safety_copy
from paintrack.storage.transactions import open_reader, open_writer
from tests.factories.entries import NOW, a_session
from tests.program import is_one_sentence


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with one session."""
    path = tmp_path / "mine.db"
    with open_writer(path, NOW) as writer:
        writer.save(a_session())
    return path


def copied(path: Path, now: datetime = NOW) -> Path:
    copy = safety_copy(path, now, "import")
    assert copy is not None
    return copy


def notes(path: Path) -> list[str | None]:
    with open_reader(path) as reader:
        return [entry.note for entry in reader.sessions(Selection())]


def test_it_is_private_beside_the_file_and_equal(path: Path, open_umask: None) -> None:
    copy = copied(path)
    assert copy == path.parent / "backups" / "mine-20260706-140200-before-import.db"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert notes(copy) == notes(path) == [None]
    assert list(copy.parent.iterdir()) == [copy]


def test_a_copy_never_takes_the_place_of_another(path: Path) -> None:
    assert [copied(path).name for _ in range(3)] == [
        "mine-20260706-140200-before-import.db",
        "mine-20260706-140200-before-import-2.db",
        "mine-20260706-140200-before-import-3.db",
    ]


def test_nothing_saved_is_nothing_to_copy(tmp_path: Path) -> None:
    absent, empty, bare = (tmp_path / name for name in ("absent.db", "empty.db", "bare.db"))
    empty.touch()
    with open_writer(bare, NOW):
        pass
    assert [safety_copy(each, NOW, "import") for each in (absent, empty, bare)] == [None, None, None]
    assert not (tmp_path / "backups").exists()
    assert not absent.exists()


def test_a_file_in_wal_mode_is_copied_with_what_is_in_the_wal(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE entry SET note = 'in the wal'")
        copy = copied(path)
    assert notes(copy) == ["in the wal"]
    assert copy.read_bytes()[18:20] == b"\x01\x01"
    assert list(copy.parent.iterdir()) == [copy]


def test_a_damaged_file_is_not_copied(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA writable_schema = ON")
        wrong = "CREATE INDEX entry_in_time ON entry (uid, at)"
        other.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'entry_in_time'", (wrong,))
    with pytest.raises(FileTroubleError, match="damaged") as refusal:
        safety_copy(path, NOW, "import")
    assert is_one_sentence(str(refusal.value))
    assert not (path.parent / "backups").exists()


def test_another_programs_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE entry (id)")
    with pytest.raises(FileTroubleError, match="another program"):
        safety_copy(path, NOW, "import")


def test_a_copy_that_cannot_be_made_leaves_none(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileTroubleError, match="No space left on device") as refusal:
        safety_copy(path, NOW, "import")
    assert is_one_sentence(str(refusal.value))
    assert list((path.parent / "backups").iterdir()) == []


def test_what_is_brought_to_the_disk_was_opened_for_writing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    modes: list[tuple[bool, int]] = []

    def watched(descriptor: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        modes.append((is_folder, fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE))

    monkeypatch.setattr(os, "fsync", watched)
    copied(path)
    # Windows brings nothing to the disk that was opened to read; a folder can only be opened so.
    assert modes == [(False, os.O_RDWR), (True, os.O_RDONLY)]


def test_a_copy_that_is_read_back_damaged_is_none(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = backup._sync

    def spoil(copy: Path) -> None:
        real(copy)
        with copy.open("r+b") as file:
            file.seek(4096)
            file.write(b"\xff" * 4096)

    monkeypatch.setattr(backup, "_sync", spoil)
    with pytest.raises(FileTroubleError, match="damaged"):
        safety_copy(path, NOW, "import")
    assert list((path.parent / "backups").iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_told(path: Path) -> None:
    (path.parent / "backups").touch()
    with pytest.raises(FileTroubleError) as refusal:
        safety_copy(path, NOW, "import")
    assert is_one_sentence(str(refusal.value))
