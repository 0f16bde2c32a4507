"""A long history goes out and comes in in a memory that does not grow with it."""

import sys
from pathlib import Path

from paintrack.exchange.csv_file import write_csv
from tests.benchmarks.exchange import a_history
from tests.example_counts import in_proportion
from tests.exchange.csv_rows_of_entries import csv_rows_of_entries
from tests.program import fresh

# In MB. Python with typer and sqlite3 alone takes 30.
MOST = 80
# More would reach into the future, which no import takes.
SESSIONS = min(in_proportion(50_000), 100_000)


# A process is born with the peak of the one that starts it: between the fat tests and paintrack stands a thin one.
THIN = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def peak(folder: Path, *typed: str) -> float:
    """The peak memory of a command in MB."""
    command = [sys.executable, "-m", "paintrack", *typed, "--db", str(folder / "diary.db")]
    done = fresh(THIN, *command)
    assert done.code == 0, done.err
    return int(done.out) / (1024 * 1024 if sys.platform == "darwin" else 1024)


def test_a_long_history_goes_in_and_out_in_a_small_memory(tmp_path: Path) -> None:
    history, document = tmp_path / "history.csv", tmp_path / "history.json"
    with history.open("w", encoding="utf-8", newline="") as stream:
        write_csv(csv_rows_of_entries(a_history(SESSIONS)), stream)
    peaks = {
        "import csv": peak(tmp_path, "import", str(history)),
        "export csv": peak(tmp_path, "export", "-"),
        "export json": peak(tmp_path, "export", str(document)),
    }
    assert max(peaks.values()) < MOST, peaks
    assert document.stat().st_size > 300 * SESSIONS
