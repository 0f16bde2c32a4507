"""A new file: private, whole or not at all, on disks with and without nameless files."""

import errno
import fcntl
import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from paintrack.private_file import abandoned_files, remove_abandoned, unfinished_file
from tests.program import environment


@pytest.fixture(params=["nameless", "nameless for ever", "temporary", "no links"])
def kind_of_disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A disk that can make files without a name, one that never names them, one that has none, and no links either."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    if request.param in ("temporary", "no links"):
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    if request.param in ("nameless for ever", "no links"):
        monkeypatch.setattr(os, "link", refuse)
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    kind: str = request.param
    return kind


def write(path: Path, content: bytes, *, replace: bool = False) -> None:
    with unfinished_file(path.parent) as file:
        os.write(file.descriptor, content)
        file.publish(path, replace=replace)


def test_it_is_there_whole_and_private(tmp_path: Path, kind_of_disk: str) -> None:
    former = os.umask(0)
    write(tmp_path / "new", b"all of it")
    os.umask(former)
    assert (tmp_path / "new").read_bytes() == b"all of it"
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["new"]


def test_a_name_that_is_taken_is_taken_over_only_when_asked(tmp_path: Path, kind_of_disk: str) -> None:
    write(tmp_path / "new", b"first")
    with pytest.raises(FileExistsError):
        write(tmp_path / "new", b"second")
    assert (tmp_path / "new").read_bytes() == b"first"
    write(tmp_path / "new", b"second", replace=True)
    assert (tmp_path / "new").read_bytes() == b"second"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["new"]


@pytest.mark.parametrize("fails", [lambda _: None, lambda _: 1 / 0])
def test_what_is_not_published_leaves_nothing(
    tmp_path: Path, kind_of_disk: str, fails: Callable[[None], object]
) -> None:
    before = sorted(tmp_path.iterdir())
    try:
        with unfinished_file(tmp_path) as file:
            os.write(file.descriptor, b"half")
            fails(None)
    except ZeroDivisionError:
        pass
    assert sorted(tmp_path.iterdir()) == before


def test_a_process_that_is_killed_leaves_nothing(tmp_path: Path) -> None:
    killed = """
import os, signal, sys
from pathlib import Path
from paintrack.private_file import unfinished_file

with unfinished_file(Path(sys.argv[1])) as file:
    os.write(file.descriptor, b"half")
    os.kill(os.getpid(), signal.SIGKILL)
"""
    folder = tmp_path / "folder"
    folder.mkdir()
    assert subprocess.run([sys.executable, "-c", killed, str(folder)], env=environment()).returncode == -9
    # Where there are no nameless files, the temporary one is named as what it is.
    assert [each for each in folder.iterdir() if not each.name.startswith(".paintrack-")] == []
    if hasattr(os, "O_TMPFILE"):
        assert [*folder.iterdir()] == []


LEFT = """
import os, signal, sys
from pathlib import Path
from paintrack.private_file import unfinished_file

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

Path.replace = die
with unfinished_file(Path(sys.argv[1])) as file:
    os.write(file.descriptor, b"all of it")
    file.publish(Path(sys.argv[1], "new"), replace=True)
"""


def leave(folder: Path) -> Path:
    """What a process leaves that is killed just before it replaces another file."""
    assert subprocess.run([sys.executable, "-c", LEFT, str(folder)], env=environment()).returncode == -9
    (left,) = folder.glob(".paintrack-*")
    return left


def test_the_next_write_removes_what_a_killed_one_left(tmp_path: Path, kind_of_disk: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    left = leave(folder)
    assert left.read_bytes() == b"all of it"
    assert abandoned_files(folder) == [left]
    write(folder / "another", b"another")
    assert [each.name for each in folder.iterdir()] == ["another"]


@pytest.mark.parametrize("replace", [False, True])
def test_what_a_running_process_writes_is_never_removed(
    tmp_path: Path, kind_of_disk: str, replace: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename, looked_at = os.rename, []

    def look_and_rename(source: Path, target: Path) -> None:
        looked_at.append([each.name for each in remove_abandoned(tmp_path)])
        rename(source, target)

    monkeypatch.setattr(Path, "replace", look_and_rename)
    monkeypatch.setattr(Path, "rename", look_and_rename)
    with unfinished_file(tmp_path) as file:
        os.write(file.descriptor, b"one")
        write(tmp_path / "other", b"other")
        assert remove_abandoned(tmp_path) == []
        file.publish(tmp_path / "new", replace=replace)
    assert (tmp_path / "new").read_bytes() == b"one"
    assert (tmp_path / "other").read_bytes() == b"other"
    assert not any(looked_at)


def test_one_that_is_taken_before_it_is_locked_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real_open = os.open
    removed: list[Path] = []

    def open_and_lose(path: Path, *arguments: int, **named: int) -> int:
        descriptor = real_open(path, *arguments, **named)
        if not removed and Path(path).suffix == ".tmp":
            removed.append(path)
            removed.extend(remove_abandoned(tmp_path))
        return descriptor

    monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    monkeypatch.setattr(os, "open", open_and_lose)
    write(tmp_path / "new", b"all of it")
    assert len(removed) == 2
    assert (tmp_path / "new").read_bytes() == b"all of it"


def test_only_what_is_surely_ours_is_removed(tmp_path: Path) -> None:
    names = [".paintrack-note.tmp", ".paintrack-0123456789ab.tmp.txt", "paintrack-0123456789ab.tmp"]
    for name in names:
        (tmp_path / name).touch()
    (tmp_path / "precious").touch()
    (tmp_path / ".paintrack-0123456789ac.tmp").symlink_to(tmp_path / "precious")
    (tmp_path / ".paintrack-0123456789ad.tmp").mkdir()
    before = sorted(tmp_path.iterdir())
    assert remove_abandoned(tmp_path) == abandoned_files(tmp_path) == []
    assert sorted(tmp_path.iterdir()) == before
    assert remove_abandoned(tmp_path / "absent") == []


@pytest.mark.parametrize(("age", "is_removed"), [(3_600, False), (100_000, True)])
def test_where_there_are_no_locks_a_day_decides(
    age: int, is_removed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    left = leave(tmp_path)
    os.utime(left, (time.time() - age,) * 2)
    monkeypatch.setattr(fcntl, "flock", refuse)
    write(tmp_path / "new", b"new", replace=True)
    assert left.exists() is not is_removed
