"""A long history goes out and comes in in a memory that does not grow with it."""

import sys
from pathlib import Path

from paintrack.exchange.csv_file import write_csv
from tests.benchmarks.exchange import a_history
from tests.exchange.flat import flat
from tests.program import fresh

# In MB: the bound. Python with typer and sqlite3 alone takes 30.
MOST = 80
# What 4 times as many sessions may add: SQLite's cache of 16 MB fills, and each uid is remembered.
MORE = 25


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


def peaks(folder: Path, number: int) -> dict[str, float]:
    """The peaks of so many sessions, in and out in each form."""
    folder.mkdir()
    history, document = folder / "history.csv", folder / "history.json"
    with history.open("w", encoding="utf-8", newline="") as stream:
        write_csv(flat(a_history(number)), stream)
    found = {
        "import csv": peak(folder, "import", str(history)),
        "undo": peak(folder, "undo"),
        "redo": peak(folder, "redo"),
        "export csv": peak(folder, "export", "-"),
        "export json": peak(folder, "export", str(document)),
        "export fhir": peak(folder, "export", "-", "--format", "fhir"),
    }
    (folder / "diary.db").unlink()
    return found | {"import json": peak(folder, "import", str(document))}


def test_the_memory_stays_small(tmp_path: Path) -> None:
    few, many = peaks(tmp_path / "few", 5_000), peaks(tmp_path / "many", 20_000)
    assert max(many.values()) < MOST, many
    assert max(many[what] - few[what] for what in few) < MORE, (few, many)
