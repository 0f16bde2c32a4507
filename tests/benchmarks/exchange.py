"""What it costs to take 100,000 sessions in and out, beside sqlite-utils on the same file: a table.

    python -m tests.benchmarks.exchange [SESSIONS]

Seconds are processor time of whole processes, which other work on the machine disturbs least; peak memory is theirs.
The aim: CSV and JSON in for half of `sqlite-utils insert`, out for 1.5 times `sqlite-utils rows`, under 80 MB each.
"""

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from paintrack.exchange.csv_file import write_csv
from paintrack.model.entries import Rating, Session
from paintrack.model.values.moment import Moment, stamp
from tests.benchmarks.benchmark_arguments import count_parser
from tests.exchange.csv_rows_of_entries import csv_rows_of_entries

_BEGAN = datetime(1990, 1, 1, 9, tzinfo=UTC)
_PAINTRACK = [sys.executable, "-m", "paintrack"]
_SQLITE_UTILS = [sys.executable, "-m", "sqlite_utils"]


class Cost(NamedTuple):
    """Processor seconds and peak memory in MB of one process."""

    seconds: float
    memory: float


def a_history(number: int) -> Iterator[Session]:
    """Sessions as a patient has them, the same at each call."""
    chance = random.Random(1)
    for place in range(number):
        at = _BEGAN + timedelta(hours=3 * place, minutes=chance.randrange(120))
        condition = chance.choice(["lower back", "neck", "migraine"])
        rating = Rating(condition, float(chance.randrange(4, 11)), float(chance.randrange(6)))
        yield Session(
            uid=f"{chance.getrandbits(128):032x}",
            when=Moment(at),
            entered=stamp(at),
            edited=stamp(at),
            ratings=(rating,),
            points=tuple(chance.sample(["LI4", "ST36", "BL23", "GB34", "SP6"], 3)),
            technique="manual",
            practitioner="Dr Li",
            cost=8500,
            currency="EUR",
            note="Slept well after it." if place % 5 == 0 else None,
        )


def cost(*command: str) -> Cost:
    """What one process costs."""
    # As people run it: with PYTHONUNBUFFERED each row of sqlite-utils is a system call.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with Path(os.devnull).open("wb") as nothing:
        process = subprocess.Popen(command, stdout=nothing, env=environment)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def main() -> None:
    """Print the table."""
    number: int = count_parser(__doc__, sessions=100_000).parse_args().sessions
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        history, document = str(folder / "history.csv"), str(folder / "history.json")
        other, diary, again = (str(folder / f"{each}.db") for each in ("other", "paintrack", "again"))
        with Path(history).open("w", encoding="utf-8", newline="") as stream:
            write_csv(csv_rows_of_entries(a_history(number)), stream)
        insert = cost(*_SQLITE_UTILS, "insert", other, "t", history, "--csv")
        rows = cost(*_SQLITE_UTILS, "rows", other, "t", "--csv")
        table = [
            ("sqlite-utils insert", insert, insert),
            ("import csv", cost(*_PAINTRACK, "import", history, "--db", diary), insert),
            ("sqlite-utils rows", rows, rows),
            ("export csv", cost(*_PAINTRACK, "export", "-", "--db", diary), rows),
            ("export json", cost(*_PAINTRACK, "export", document, "--db", diary), rows),
            ("export fhir", cost(*_PAINTRACK, "export", "-", "--format", "fhir", "--db", diary), rows),
            ("import json", cost(*_PAINTRACK, "import", document, "--db", again), insert),
            ("import json again", cost(*_PAINTRACK, "import", document, "--db", again), insert),
        ]
    print(f"{number:,} sessions      {'CPU s':>6} {'ratio':>6} {'MB':>5}")
    for what, paid, beside in table:
        print(f"{what:<22} {paid.seconds:>6.1f} {paid.seconds / beside.seconds:>6.2f} {paid.memory:>5.0f}")


if __name__ == "__main__":
    main()
