"""What `trend` costs over a long history, beside reading its rows with plain sqlite3: pairs, medians, a table.

    python tests/benchmarks/long_history.py [SESSIONS] [RUNS]

`reading` is what the reader takes to make the entries, `trend` the whole `trend --json` in this process. The
machine's speed drifts: read the ratios to the plain rows, pair by pair, not the milliseconds.
"""

import contextlib
import io
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from paintrack.cli import main as paintrack
from paintrack.domain.entry import Rating, Session
from paintrack.domain.selection import Selection
from paintrack.domain.when import Moment, stamp
from paintrack.storage.store import reading, writing

NOW = datetime(2026, 11, 1, tzinfo=UTC)
ROWS = ("SELECT * FROM entry", "SELECT * FROM rating", "SELECT * FROM point", "SELECT * FROM side_effect")


def fill(path: Path, number: int) -> None:
    """Write so many sessions of one condition, four hours apart."""
    typed = stamp(NOW)
    with writing(path, NOW) as writer:
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


def plain_rows(path: Path) -> None:
    """Read every row of the tables."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        for sql in ROWS:
            connection.execute(sql).fetchall()


def entries(path: Path) -> None:
    """Read the entries of the condition."""
    with reading(path) as reader:
        reader.entries(Selection(condition="lower back"))


def trend(path: Path) -> None:
    """The command as it is typed, its answer thrown away."""
    with contextlib.redirect_stdout(io.StringIO()):
        code = paintrack(["trend", "--json", "--db", str(path)])
    if code:
        raise SystemExit(f"trend gave {code}")


def seconds(work: Callable[[Path], None], path: Path) -> float:
    """How long it takes."""
    began = time.perf_counter()
    work(path)
    return time.perf_counter() - began


def main() -> None:
    """Print the table."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.db"
        fill(path, number)
        print(f"{number} sessions, medians of {runs}")
        print(f"{'work':<12} {'ms':>8} {'to the plain rows':>18}")
        times = {work: [seconds(work, path) for _ in range(runs)] for work in (plain_rows, entries, trend)}
        for work, taken in times.items():
            ratio = statistics.median(one / plain for one, plain in zip(taken, times[plain_rows], strict=True))
            print(f"{work.__name__:<12} {statistics.median(taken) * 1000:>8.0f} {ratio:>18.2f}")


if __name__ == "__main__":
    main()
