"""kill -9 at any moment: what was acknowledged is there, and the file is sound."""

import json
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from tests.program import PATIENCE_SECONDS, Paintrack, environment

# Seconds after the first acknowledgement, over several entries: what the child is doing then is chance.
MOMENTS = (0, 0.003, 0.011, 0.02, 0.037, 0.061, 0.09, 0.15)
CHILD = """
import sys
from paintrack.cli import main

number = 0
while True:
    note = f"{sys.argv[1]} {number}"
    if main(["log", "7", "3", "--quiet", "--note", note]) == 0:
        print(note, flush=True)
    number += 1
"""


def killed_after(seconds: float, name: int) -> list[str]:
    """The notes that a child acknowledged before it was killed, so long after its first acknowledgement."""
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(name)], stdout=subprocess.PIPE, text=True, env=environment()
    )
    assert child.stdout is not None
    first = child.stdout.readline().rstrip("\n")
    time.sleep(seconds)
    child.kill()
    rest = child.stdout.read().splitlines()
    child.stdout.close()
    child.wait()
    return [first, *rest]


def test_every_acknowledged_entry_survives_kill_9(file: Path, paintrack: Paintrack) -> None:
    acknowledged = [note for name, moment in enumerate(MOMENTS) for note in killed_after(moment, name)]
    kept = [row["note"] for row in json.loads(paintrack("list --json").out)]
    assert len(acknowledged) >= len(MOMENTS)
    assert set(acknowledged) <= set(kept)
    # At most the one entry that was being written when the child died is there beside them.
    assert len(kept) == len(set(kept)) <= len(acknowledged) + len(MOMENTS)
    with closing(sqlite3.connect(file)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
    assert paintrack("log 7 3").code == 0


def test_a_first_run_that_was_killed_does_not_lock_anyone_out(file: Path, paintrack: Paintrack) -> None:
    stopped = """
import os, signal
from paintrack.storage import schema
schema.migrate = lambda connection: os.kill(os.getpid(), signal.SIGKILL)
from paintrack.cli import main
main(["log", "7", "3"])
"""
    done = subprocess.run(
        [sys.executable, "-c", stopped], capture_output=True, env=environment(), timeout=PATIENCE_SECONDS
    )
    assert done.returncode == -9
    assert file.exists()
    result = paintrack("log 7 3")
    assert result.code == 0
    assert "it is made anew" in result.err
