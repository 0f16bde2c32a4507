"""An import that is stopped in the middle: nothing of it is left, and nothing that was there is lost."""

import subprocess
import sys
from pathlib import Path

import pytest

from paintrack.model.serialization.csv_rows import KEYS
from tests.program import PATIENCE_SECONDS, Paintrack, environment

STAMP = "2026-07-06T12:02:00.000000Z"
# A signal after so many entries, in the middle of the second thousand.
STOPPED = """
import os, signal, sys
# A shell that starts the tests in the background has them ignore Ctrl-C, and their children with them.
signal.signal(signal.SIGINT, signal.default_int_handler)
from paintrack.exchange import csv_file

read = csv_file.read_csv

def stopped(*rows_and_more):
    for number, entry in enumerate(read(*rows_and_more)):
        if number == int(sys.argv[2]):
            os.kill(os.getpid(), getattr(signal, sys.argv[1]))
        yield entry

csv_file.read_csv = stopped
from paintrack.cli import main
sys.exit(main(["import", sys.argv[3]]))
"""


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """Three thousand sessions, the first thousand with a note as long as a page or two: more than SQLite's cache."""
    path = tmp_path / "history.csv"
    with path.open("w") as stream:
        print(",".join(KEYS), file=stream)
        for number in range(3000):
            cells = {"kind": "session", "uid": f"{number:032x}", "at": "2026-07-06T14:02:00+02:00", "condition": "neck"}
            cells |= {"before": "7", "after": "3", "entered": STAMP, "edited": STAMP}
            cells |= {"note": "x" * 20_000 if number < 1000 else ""}
            print(",".join(cells.get(key, "") for key in KEYS), file=stream)
    return path


def stopped_by(signal: str, after: int, history: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", STOPPED, signal, str(after), str(history)],
        capture_output=True,
        text=True,
        env=environment(),
        timeout=PATIENCE_SECONDS,
    )


def test_ctrl_c_gives_back_the_file_as_it_was(paintrack: Paintrack, file: Path, history: Path) -> None:
    paintrack("log 7 3")
    before = file.read_bytes()
    done = stopped_by("SIGINT", 1500, history)
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr == "Stopped. Nothing saved.\n"
    assert file.read_bytes() == before
    assert [each.name for each in file.parent.iterdir() if each.name != "backups"] == [file.name]
    assert list((file.parent / "backups").iterdir()) == []


def test_ctrl_c_in_a_first_import_leaves_nothing(file: Path, history: Path) -> None:
    assert stopped_by("SIGINT", 1500, history).returncode == 130
    assert not file.parent.exists()


@pytest.mark.parametrize("after", [500, 1500, 2500])
def test_a_first_import_that_is_killed_leaves_a_file_that_opens(
    after: int, paintrack: Paintrack, file: Path, history: Path
) -> None:
    assert stopped_by("SIGKILL", after, history).returncode == -9
    assert paintrack("log 7 3").code == 0
    assert len(paintrack("list --json").json) == 1


def test_a_killed_import_loses_nothing_that_was_there(paintrack: Paintrack, file: Path, history: Path) -> None:
    paintrack("log 7 3")
    before = paintrack("list --json").json
    assert stopped_by("SIGKILL", 2500, history).returncode == -9
    assert paintrack("list --json").json == before


def test_a_refused_import_leaves_no_copy(paintrack: Paintrack, file: Path, history: Path) -> None:
    paintrack("log 7 3")
    before = file.read_bytes()
    history.write_text(history.read_text() + "session,x\n")
    assert paintrack(["import", str(history)]).code == 1
    assert file.read_bytes() == before
    assert list((file.parent / "backups").iterdir()) == []
