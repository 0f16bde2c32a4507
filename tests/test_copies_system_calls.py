"""backup, restore and purge, killed and failing at every call that changes something: the old state or the new one."""

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.program import Paintrack

pytestmark = pytest.mark.outside

CALLS = ("pwrite64", "write", "fsync", "fdatasync", "ftruncate", "unlink", "rename", "link", "linkat", "mkdir", "chmod")


class Case(NamedTuple):
    """A command on the file `own.db` of a folder, and the names of files that it may add, as a pattern."""

    typed: tuple[str, ...]
    adds: str


BACKUP = r"backups/own-\d{8}-\d{6}(-before-[a-z]+)?\.db"
CASES = {
    "backup": Case(("backup",), BACKUP),
    "backup FILE": Case(("backup", "{folder}/named.db"), r"named\.db"),
    "backup FILE --force": Case(("backup", "{folder}/other.db", "--force"), ""),
    "restore": Case(("restore", "{folder}/other.db", "--yes"), BACKUP),
    "restore over a wiped file": Case(("restore", "{folder}/other.db", "--yes"), r"own-\d{8}-\d{6}-damaged\.db"),
    "purge": Case(("purge", "--yes"), BACKUP),
    "undo": Case(("undo", "--yes"), ""),
}


@pytest.fixture
def pattern(tmp_path: Path, paintrack: Paintrack) -> Path:
    """A folder with a file of two notes, one of them deleted, and another file."""
    folder = tmp_path / "pattern"
    own, other = folder / "own.db", folder / "other.db"
    for path, words in ((own, "SECRET"), (other, "other")):
        paintrack(["note", words, "--db", str(path)])
        paintrack(["log", "7", "3", "--note", "stays", "--db", str(path)])
        paintrack(["delete", "n1", "--yes", "--db", str(path)])
    return folder


def state(path: Path) -> tuple[object, ...]:
    """All that the file holds; a write before it takes away the journal that a killed process left."""
    with closing(sqlite3.connect(path, isolation_level=None)) as plain:
        plain.execute("CREATE TABLE another (a)")
        plain.execute("DROP TABLE another")
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
        tables = ("SELECT uid, note, deleted FROM entry ORDER BY uid", "SELECT uid, purged IS NULL FROM gone",
                  "SELECT step, uid, former FROM change ORDER BY step, uid", "SELECT id, undone FROM step")  # fmt: skip
        return tuple(tuple(plain.execute(query)) for query in tables)


def run(folder: Path, case: Case, injection: str = "") -> tuple[subprocess.CompletedProcess[str], bool]:
    """The command under strace, and whether what was to be injected was."""
    trace = folder.parent / "trace"
    strace = ["strace", "-f", "-o", str(trace), "-e", f"trace={','.join(CALLS)}"]
    done = subprocess.run(
        [
            *strace,
            *(["-e", f"inject={injection}"] if injection else []),
            *(sys.executable, "-m", "paintrack", *(each.format(folder=folder) for each in case.typed)),
        ],
        capture_output=True,
        text=True,
        env=os.environ | {"PAINTRACK_DB": str(folder / "own.db"), "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
    )
    return done, "(INJECTED)" in trace.read_text() or "SIGKILL" in trace.read_text()


def numbers() -> Iterator[int]:
    """Which calls of a name: each with PAINTRACK_EVERY_CALL=1 (ten minutes), else the first ones and every fifth."""
    step = 1 if os.environ.get("PAINTRACK_EVERY_CALL") else 5
    return chain(range(1, 8), count(8, step))


def injections(pattern: Path, name: str, what: str) -> Iterator[tuple[Path, subprocess.CompletedProcess[str], str]]:
    """The command with `what` injected at each call in turn: the folder afterwards, what came of it, which call."""
    for call in CALLS:
        # strace counts the calls of each name apart.
        for number in numbers():
            folder = prepare(pattern, name)
            place = f"{call}:{what}:when={number}"
            done, is_injected = run(folder, CASES[name], place)
            if not is_injected:
                break
            yield folder, done, place


def prepare(pattern: Path, name: str) -> Path:
    folder = pattern.parent / "folder"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(pattern, folder)
    if "wiped" in name:
        own = folder / "own.db"
        own.write_bytes(bytes(100) + own.read_bytes()[100:])
    return folder


def files(folder: Path) -> set[str]:
    return {str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file()}


def stable(content: tuple[object, ...]) -> str:
    """A state without the instants, which each run has its own of."""
    return re.sub(r"\d{4}-\d\d-\d\dT[^'\"]*", "T", repr(content))


def check_files(folder: Path, case: Case, before: set[str]) -> None:
    """No stray file, and none of those that are to be whole is half."""
    for name in files(folder) - before:
        if name.startswith((".paintrack-", "backups/.paintrack-")):
            # The one moment in which a temporary name stands for a whole file that replaces another.
            assert "--force" in case.typed or "damaged" in case.adds, name
            continue
        assert re.fullmatch(case.adds, name), name
        if "damaged" not in name:
            state(folder / name)


@pytest.mark.parametrize("name", CASES)
def test_a_kill_at_any_call_leaves_old_or_new(pattern: Path, name: str) -> None:
    case, before = CASES[name], files(prepare(pattern, name))
    old = stable(state(pattern / "own.db"))
    done, _ = run(folder := prepare(pattern, name), case)
    assert done.returncode == 0, done.stderr
    new, kills = stable(state(folder / "own.db")), 0
    for folder, done, place in injections(pattern, name, "signal=SIGKILL"):
        kills += 1
        # strace ends as what it traced did.
        assert done.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL)
        own = folder / "own.db"
        is_still_wiped = not any(own.read_bytes()[:100])
        assert is_still_wiped <= ("wiped" in name)
        if not is_still_wiped:
            assert stable(state(own)) in (old, new), place
        check_files(folder, case, before)
        assert not (folder / "own.db-journal").exists()
    assert kills >= 5


@pytest.mark.parametrize("error", ["ENOSPC", "EIO"])
@pytest.mark.parametrize("name", CASES)
def test_a_failing_disk_gives_one_sentence(pattern: Path, name: str, error: str) -> None:
    case, before = CASES[name], files(prepare(pattern, name))
    old = stable(state(pattern / "own.db"))
    run(folder := prepare(pattern, name), case)
    new, refused = stable(state(folder / "own.db")), 0
    for folder, done, place in injections(pattern, name, f"error={error}"):
        assert "Traceback" not in done.stderr
        own = folder / "own.db"
        if any(own.read_bytes()[:100]):
            assert stable(state(own)) in (old, new), place
        if done.returncode != 0:
            refused += 1
            assert done.returncode == 1
            assert len(done.stderr.strip().splitlines()) <= 1, (place, done.stderr)
        check_files(folder, case, before)
    assert refused >= 2


def test_the_backup_is_on_the_disk_before_it_is_said(pattern: Path) -> None:
    folder = prepare(pattern, "backup")
    run(folder, CASES["backup"])
    calls = (pattern.parent / "trace").read_text().splitlines()
    answer = next(place for place, call in enumerate(calls) if "Backup written" in call)
    linked = next(place for place, call in enumerate(calls) if "linkat(" in call)
    synced = [place for place, call in enumerate(calls) if "fsync(" in call]
    assert min(synced) < linked < max(synced) < answer
