"""Files that go out: whole or not at all, private, never over what is not meant."""

import errno
import os
import stat
from pathlib import Path
from typing import TypeVar

import pytest

from paintrack.errors import (
    ExportOverOwnFileError,
    FileExistsAlreadyError,
    FileTroubleError,
    NotARegularFileError,
    OutputLostError,
    PaintrackError,
)
from paintrack.exchange.exporting.atomic_write import atomic_write, standard_output
from paintrack.views.refusals.refusal_of_error import refusal
from tests.program import is_one_sentence

Refusal = TypeVar("Refusal", bound=PaintrackError)


@pytest.fixture
def diary_file(tmp_path: Path) -> Path:
    """The patient's file, which is never written."""
    path = tmp_path / "mine.db"
    path.write_bytes(b"diary")
    return path


def write(path: Path, diary_file: Path, text: str = "new\r\n", *, force: bool = False) -> None:
    with atomic_write(path, force=force, own_file=diary_file) as stream:
        stream.write(text)


def refused(path: Path, diary_file: Path, kind: type[Refusal], *, force: bool = True) -> Refusal:
    """The refusal, which leaves the folder as it was."""
    before = sorted(diary_file.parent.rglob("*"))
    with pytest.raises(kind) as raised:
        write(path, diary_file, force=force)
    assert sorted(diary_file.parent.rglob("*")) == before
    assert diary_file.read_bytes() == b"diary"
    assert is_one_sentence(refusal(raised.value))
    return raised.value


def test_the_text_stands_there_as_it_is_for_its_owner_only(tmp_path: Path, diary_file: Path) -> None:
    former = os.umask(0)
    write(tmp_path / "out.csv", diary_file, "é\r\n\n")
    os.umask(former)
    assert (tmp_path / "out.csv").read_bytes() == b"\xc3\xa9\r\n\n"
    assert stat.S_IMODE((tmp_path / "out.csv").stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["mine.db", "out.csv"]


def test_a_file_that_is_there_needs_force(tmp_path: Path, diary_file: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("old")
    assert refused(target, diary_file, FileExistsAlreadyError, force=False).path == target
    assert target.read_text() == "old"
    write(target, diary_file, force=True)
    assert target.read_bytes() == b"new\r\n"


def test_the_diary_is_never_written_under_any_name(
    tmp_path: Path, diary_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, hard = tmp_path / "link.csv", tmp_path / "hard.csv"
    link.symlink_to(diary_file)
    hard.hardlink_to(diary_file)
    monkeypatch.chdir(tmp_path)
    for path in (diary_file, Path("mine.db"), tmp_path / "x" / ".." / "mine.db", link, hard):
        assert refused(path, diary_file, ExportOverOwnFileError).path == path
    for ending in ("-journal", "-wal", "-shm"):
        assert refused(tmp_path / f"mine.db{ending}", diary_file, ExportOverOwnFileError).by_name


def test_the_place_of_a_diary_that_is_not_there_yet_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportOverOwnFileError):
        write(tmp_path / "later.db", tmp_path / "later.db")
    assert list(tmp_path.glob("later*")) == []


def test_a_link_is_neither_written_through_nor_replaced(tmp_path: Path, diary_file: Path) -> None:
    victim, link = tmp_path / "victim.txt", tmp_path / "link.csv"
    victim.write_text("precious")
    link.symlink_to(victim)
    assert refused(link, diary_file, NotARegularFileError).link_target == victim
    assert victim.read_text() == "precious"
    link.unlink()
    link.symlink_to(tmp_path / "nowhere")
    assert refused(link, diary_file, NotARegularFileError).link_target == tmp_path / "nowhere"


def test_folders_and_devices_are_refused(tmp_path: Path, diary_file: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    assert refused(tmp_path / "folder", diary_file, NotARegularFileError).is_folder
    assert not refused(tmp_path / "pipe", diary_file, NotARegularFileError).is_folder
    for path in (tmp_path / "absent" / "out.csv", diary_file / "out.csv"):
        refused(path, diary_file, FileTroubleError)


@pytest.mark.parametrize(
    ("error", "expected"),
    [(OSError(errno.ENOSPC, "No space left on device"), FileTroubleError), (KeyboardInterrupt(), KeyboardInterrupt)],
)
def test_an_error_leaves_what_was_there(
    tmp_path: Path, diary_file: Path, error: BaseException, expected: type[BaseException]
) -> None:
    target = tmp_path / "out.csv"
    target.write_text("old")
    before = sorted(tmp_path.iterdir())

    def write_half() -> None:
        with atomic_write(target, force=True, own_file=diary_file) as stream:
            stream.write("half")
            raise error

    with pytest.raises(expected):
        write_half()
    assert target.read_text() == "old"
    assert sorted(tmp_path.iterdir()) == before


def test_the_text_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, diary_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, seen = tmp_path / "out.csv", list[tuple[bool, int]]()
    real = os.fsync

    def watched(descriptor: int) -> None:
        real(descriptor)
        status = os.fstat(descriptor)
        seen.append((stat.S_ISDIR(status.st_mode), -1 if target.exists() else status.st_size))

    monkeypatch.setattr(os, "fsync", watched)
    write(target, diary_file, "four")
    assert seen == [(False, 4), (True, -1)]


def test_standard_output_is_utf_8_whatever_the_locale(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with (tmp_path / "out").open("w", encoding="ascii", errors="replace") as stream:
        monkeypatch.setattr("sys.stdout", stream)
        with standard_output() as out:
            out.write("é\n")
    assert (tmp_path / "out").read_bytes() == b"\xc3\xa9\n"


def test_a_lost_answer_is_told_unless_the_reader_left(monkeypatch: pytest.MonkeyPatch) -> None:
    for number, is_told in ((errno.ENOSPC, True), (errno.EPIPE, False)):
        with pytest.raises(OutputLostError) as lost, standard_output():
            raise OSError(number, os.strerror(number))
        assert lost.value.is_reported is is_told
    monkeypatch.setattr("sys.stdout", None)
    with pytest.raises(OutputLostError), standard_output():
        pass
