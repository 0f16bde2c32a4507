"""What the commands cost over a long history, beside reading its rows with plain sqlite3: whole processes, a table.

    python -m tests.benchmarks.long_history [SESSIONS] [RUNS]

The machine's speed drifts: read the ratios to the plain rows, pair by pair, not the milliseconds.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from paintrack.model.entries import Rating, Session
from paintrack.model.values.moment import Moment, stamp
from paintrack.storage.file.reader_and_writer_opening import open_writer
from tests.benchmarks.benchmark_arguments import count_parser

NOW = datetime(2026, 11, 1, tzinfo=UTC)
PLAIN_ROWS = """
import os, sqlite3
connection = sqlite3.connect(os.environ["PAINTRACK_DB"])
for table in ("entry", "rating", "point", "side_effect"):
    connection.execute(f"SELECT * FROM {table}").fetchall()
"""
WORDS = (
    "trend",
    "trend --json",
    "compare",
    "compare --by practitioner",
    "plan",
    "status",
    "summary",
    "list --last 20",
    "list --json",
    "export -",
)


def fill(path: Path, number: int) -> None:
    """Write so many sessions of one condition, four hours apart."""
    typed = stamp(NOW)
    with open_writer(path, NOW) as writer:
        for place in range(number):
            # Scores that follow no line and repeat late: 1 to 10, and a share of it.
            before, share = 1 + place * 37 % 91 / 10, place * 53 % 101 / 100
            writer.add(
                Session(
                    uid=f"{place:032x}",
                    when=Moment(NOW - timedelta(hours=4 * (number - place))),
                    entered=typed,
                    edited=typed,
                    ratings=(Rating("lower back", round(before, 1), round(before * share, 1)),),
                )
            )
        writer.describe("a long history")


def seconds(command: list[str], path: Path) -> float:
    """The wall time of one run."""
    began = time.perf_counter()
    environment = os.environ | {"PAINTRACK_DB": str(path)}
    subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - began


def main() -> None:
    """Print the table."""
    arguments = count_parser(__doc__, sessions=100_000, runs=5).parse_args()
    number: int = arguments.sessions
    runs: int = arguments.runs
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.db"
        fill(path, number)
        print(f"{number} sessions, medians of {runs} pairs")
        print(f"{'command':<16} {'ms':>8} {'to the plain rows':>18}")
        for words in WORDS:
            command = ["-m", "paintrack", *words.split()]
            pairs = [(seconds(["-c", PLAIN_ROWS], path), seconds(command, path)) for _ in range(runs)]
            ratio = statistics.median(taken / plain for plain, taken in pairs)
            print(f"{words:<16} {statistics.median(taken for _, taken in pairs) * 1000:>8.0f} {ratio:>18.2f}")


if __name__ == "__main__":
    main()
