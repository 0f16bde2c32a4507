"""A new file: private, whole or not at all, on disks with and without nameless files."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from paintrack.private_file import unfinished_file
from tests.program import environment


@pytest.fixture(params=["nameless", "temporary", "no links"])
def kind_of_disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A disk that can make files without a name, one that cannot, and one that has no hard links either."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    if request.param != "nameless":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    if request.param == "no links":
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
