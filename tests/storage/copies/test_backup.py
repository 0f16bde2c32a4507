"""Backups: private, on the disk, read back whole, or one sentence and no file; the newest ten stay."""

import fcntl
import os
import sqlite3
import stat
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from paintrack.errors import DamagedFileError, FileTroubleError, ForeignFileError, NoDiaryError
from paintrack.exchange.exporting.atomic_write import atomic_write
from paintrack.model.selection import Selection
from paintrack.storage.copies.backup import own_copies, safety_copy, write_backup
from paintrack.storage.file.reader_and_writer_opening import open_reader, open_writer
from paintrack.views.refusals.refusal_of_error import refusal
from tests.factories.damaged_files import disagree_index
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
    with safety_copy(path, now, "import") as copy:
        assert copy is not None
    return copy


def try_to_copy(path: Path) -> FileTroubleError:
    """The refusal, after which the folder is as it was."""
    before = sorted(path.parent.rglob("*"))
    with pytest.raises(FileTroubleError) as refused:
        copied(path)
    assert is_one_sentence(refusal(refused.value))
    after = sorted(path.parent.rglob("*"))
    assert [each for each in after if each.is_file()] == [each for each in before if each.is_file()]
    return refused.value


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
    for path in (absent, empty, bare):
        with safety_copy(path, NOW, "import") as copy:
            assert copy is None
    assert not (tmp_path / "backups").exists()
    assert not absent.exists()
    with pytest.raises(NoDiaryError):
        write_backup(absent, NOW)


def test_a_copy_for_a_step_that_fails_goes_again(path: Path) -> None:
    during = []

    def fail() -> None:
        with safety_copy(path, NOW, "import"):
            during.extend(own_copies(path))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert len(during) == 1
    assert own_copies(path) == []


def test_the_newest_ten_of_its_own_names_are_kept(path: Path) -> None:
    folder = path.parent / "backups"
    folder.mkdir()
    persons_files = [
        folder / name
        for name in ("mine-2020.db", "before-surgery.db", "mine-20200101-000000.db.age", "mine-20209999-000000.db",
                     "other-20200101-000000.db", "mine-20200101-000000-damaged.db")
    ]  # fmt: skip
    for each in persons_files:
        each.write_bytes(b"a person's own")
    linked = folder / "mine-20190101-000000.db"
    linked.symlink_to(persons_files[0])
    made = [copied(path, NOW + timedelta(days=day)) for day in range(7)]
    made += [write_backup(path, NOW + timedelta(days=day))[0] for day in (7, 8, 9, 9, 9, 10)]
    assert [copy.path for copy in own_copies(path)] == made[:2:-1]
    assert all(each.exists() for each in [*persons_files, linked])
    assert own_copies(path)[0].made.isoformat() == "2026-07-16T14:02:00"


def test_steps_that_fail_push_out_no_backup(path: Path) -> None:
    for day in range(10):
        write_backup(path, NOW + timedelta(days=day))
    kept = own_copies(path)
    for _ in range(3):
        with pytest.raises(KeyboardInterrupt), safety_copy(path, NOW + timedelta(days=20), "import"):
            raise KeyboardInterrupt
    assert own_copies(path) == kept


def test_a_clock_set_back_does_not_remove_the_new_backup(path: Path) -> None:
    for day in range(10):
        write_backup(path, NOW + timedelta(days=day))
    new, _ = write_backup(path, NOW - timedelta(days=400))
    assert new.exists()
    assert len(own_copies(path)) == 10


def test_a_file_in_wal_mode_is_copied_with_what_is_in_the_wal(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE entry SET note = 'in the wal'")
        copy = copied(path)
    assert notes(copy) == ["in the wal"]
    assert copy.read_bytes()[18:20] == b"\x01\x01"
    assert list(copy.parent.iterdir()) == [copy]


def test_a_damaged_file_is_not_copied(path: Path) -> None:
    disagree_index(path)
    assert isinstance(try_to_copy(path), DamagedFileError)
    assert not (path.parent / "backups").exists()


def test_another_programs_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE entry (id)")
    assert isinstance(try_to_copy(path), ForeignFileError)


@pytest.mark.parametrize("call", ["fsync", "write", "open", "link"])
def test_a_copy_that_cannot_be_made_leaves_none(path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, full)
    assert "The disk is full." in str(try_to_copy(path))


def test_the_copy_is_on_the_disk_before_it_has_its_name(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, seen = os.fsync, list[tuple[bool, int]]()

    def watched(descriptor: int) -> None:
        real(descriptor)
        seen.append((stat.S_ISDIR(os.fstat(descriptor).st_mode), len(own_copies(path))))

    monkeypatch.setattr(os, "fsync", watched)
    copied(path)
    assert seen[0] == (False, 0)
    # The folder, once the name stands in it.
    assert seen[-1] == (True, 1)
    assert {count for is_folder, count in seen if not is_folder} == {0}


@pytest.mark.parametrize("has_nameless_files", [True, False])
def test_what_is_brought_to_the_disk_was_opened_for_writing(
    path: Path, monkeypatch: pytest.MonkeyPatch, has_nameless_files: bool
) -> None:
    """Windows brings nothing to the disk that was opened to read; a folder can only be opened so."""
    if not has_nameless_files:
        monkeypatch.delattr(os, "O_TMPFILE")
    modes: list[tuple[bool, int]] = []

    def watched(descriptor: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        modes.append((is_folder, fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE))

    monkeypatch.setattr(os, "fsync", watched)
    copied(path)
    write_backup(path, NOW)
    with atomic_write(path.parent / "history.csv", force=False, own_file=path) as stream:
        stream.write("date\n")
    assert set(modes) == {(False, os.O_RDWR), (True, os.O_RDONLY)}
    assert sum(not is_folder for is_folder, _ in modes) >= 3


def test_a_copy_that_is_read_back_damaged_is_none(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write

    def spoil(descriptor: int, content: memoryview) -> int:
        changed = bytearray(content)
        changed[4096:8192] = b"\xff" * 4096
        return real(descriptor, changed)

    monkeypatch.setattr(os, "write", spoil)
    error = try_to_copy(path)
    # Of the file itself it would be wrong.
    assert not isinstance(error, DamagedFileError)
    assert "damaged when it is read back" in str(error)


def test_a_file_in_the_place_of_the_folder_is_told(path: Path) -> None:
    (path.parent / "backups").touch()
    try_to_copy(path)
