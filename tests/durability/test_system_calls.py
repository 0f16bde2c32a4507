"""What strace sees: an acknowledged entry is on the disk, and a disk that fails at any call loses nothing."""

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.durability.fault_injection import prepared_paintrack
from tests.program import Result

pytestmark = pytest.mark.outside
WRITES = "pwrite64,fsync,fdatasync,ftruncate"


def traced(path: Path, trace: Path, options: list[str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run paintrack on a file under strace."""
    return subprocess.run(
        # The kernel lets the calls pass that nobody asks for, in a third of the time.
        ["strace", "-f", "--seccomp-bpf", "-o", str(trace), *options, sys.executable, "-m", "paintrack", *arguments],
        capture_output=True,
        text=True,
        env=os.environ | {"PAINTRACK_DB": str(path), "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
    )


def scores(path: Path) -> list[float]:
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        before_scores = [row[0] for row in connection.execute("SELECT before FROM relief")]
    connection.close()
    return before_scores


def test_the_acknowledgement_comes_after_the_last_sync(tmp_path: Path) -> None:
    path, trace = tmp_path / "own.db", tmp_path / "trace"
    traced(path, trace, [], "log", "7", "3")
    assert traced(path, trace, ["-e", f"trace={WRITES},write"], "log", "8", "4").returncode == 0
    calls = trace.read_text().splitlines()
    answer = next(place for place, call in enumerate(calls) if "Saved:" in call)
    synced = [place for place, call in enumerate(calls) if re.search(r"f(data)?sync\(", call)]
    changed = [place for place, call in enumerate(calls) if "pwrite64(" in call]
    assert synced
    assert max(changed) < answer
    assert max(synced) < answer
    # The journal, its folder, the file, and, with synchronous=EXTRA, the folder once the journal is gone.
    assert len(synced) >= 3


def test_a_disk_that_fails_at_any_call_loses_nothing(tmp_path: Path) -> None:
    path, trace = tmp_path / "own.db", tmp_path / "trace"
    with prepared_paintrack() as program:

        def typed(*words: str, tracer: Sequence[str] = ()) -> Result:
            return program.run(*words, tracer=tracer, PAINTRACK_DB=str(path))

        assert typed("log", "7", "3").code == 0
        refused, call = 0, 0
        while True:
            call += 1
            # Each call once: `tests/benchmarks/faults.py` tries both errors at each.
            error = ("ENOSPC", "EIO")[call % 2]
            injected = ["-e", f"trace={WRITES}", "-e", f"inject={WRITES}:error={error}:when={call}"]
            answer = typed("log", "8", "4", tracer=["strace", "-f", "-o", str(trace), *injected])
            if "(INJECTED)" not in trace.read_text():
                break
            assert "Traceback" not in answer.err
            saved = scores(path)[1:]
            if answer.code == 0:
                assert saved == [8.0], f"acknowledged at call {call}"
                assert typed("undo", "--yes").code == 0
            else:
                refused += 1
                assert answer.code == 1
                assert answer.out == ""
                assert len(answer.err.strip().splitlines()) == 1
                assert saved in ([], [8.0]), f"half a session after call {call}"
                assert saved == [], f"refused at call {call}, yet saved"
        assert refused >= 4
        assert typed("list", "--json").json[0]["before"] == 7
