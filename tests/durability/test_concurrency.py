"""Eight terminals at once, also on the very first run: every entry is there, nobody is shown an error."""

import json
import subprocess
import sys
from pathlib import Path

from tests.example_counts import in_proportion
from tests.program import PATIENCE_SECONDS, Paintrack, environment

PROCESSES, ENTRIES = 8, in_proportion(50)
CHILD = f"""
import sys
from paintrack.cli import main
from paintrack.storage.file import connection

# On a busy computer one of eight can wait for its turn longer than the ten seconds that a person would.
connection.BUSY_SECONDS = {PATIENCE_SECONDS}
sys.stdin.readline()
for number in range({ENTRIES}):
    code = main(["log", "7", "3", "--quiet", "--note", f"{{sys.argv[1]}} {{number}}"])
    assert code == 0, code
"""


def test_eight_processes_write_many_entries_each_at_once(file: Path, paintrack: Paintrack) -> None:
    children = [
        subprocess.Popen(
            [sys.executable, "-c", CHILD, str(name)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(),
        )
        for name in range(PROCESSES)
    ]
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    outputs = [child.communicate(timeout=PATIENCE_SECONDS) for child in children]
    assert outputs == [("", "")] * PROCESSES
    assert [child.returncode for child in children] == [0] * PROCESSES
    rows = json.loads(paintrack("list --json").out)
    assert {row["note"] for row in rows} == {
        f"{name} {number}" for name in range(PROCESSES) for number in range(ENTRIES)
    }
    assert len(rows) == PROCESSES * ENTRIES
    newest = paintrack(f"show {PROCESSES * ENTRIES}")
    assert newest.code == 0
