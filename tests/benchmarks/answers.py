"""What `trend`, `summary` and the page as HTML cost over starting Python with typer, sqlite3 and plotext: a table.

    python -m tests.benchmarks.answers [RUNS]

Whole processes on two histories, K1 and a full year, each run of a command beside one of the floor. It is the processor
time, user and system, since the clock on the wall measures what else the machine does. Where that is much, the least
time is nearer to the truth than the median.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.benchmark_arguments import count_parser
from tests.factories.courses import k1_with_everything, save
from tests.factories.year_long_course import full_course

FLOOR = [sys.executable, "-c", "import typer, sqlite3, plotext"]
HISTORIES = {"K1": k1_with_everything, "a full year": full_course}


class Answer(NamedTuple):
    """What is measured, and at most how many times the floor it may take."""

    name: str
    words: list[str]
    limit: float


ANSWERS = (
    Answer("trend", ["trend"], 1.5),
    Answer("summary, text", ["summary"], 1.6),
    Answer("summary, HTML", ["summary", "-o", "-", "--format", "html"], 2.0),
)


def processor_seconds(command: list[str], environment: dict[str, str]) -> float:
    """The processor time of one run; raises if it fails."""
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return usage.ru_utime + usage.ru_stime


def row(history: str, answer: Answer, pairs: list[tuple[float, float]]) -> str:
    """A row of the table; in each pair the floor and the command."""
    floors, times = zip(*pairs, strict=True)
    least = min(times) / min(floors)
    median = statistics.median(taken / floor for floor, taken in pairs)
    shown = " ".join(f"{1000 * each:>7.0f}" for each in (min(floors), min(times)))
    return f"{history:<12} {answer.name:<14} {shown} {least:>6.2f} {median:>7.2f} {answer.limit:>6.1f}"


def main() -> None:
    """Print the table."""
    runs: int = count_parser(__doc__, runs=21).parse_args().runs
    print(f"{'history':<12} {'answer':<14} {'floor':>7} {'least':>7} {'ratio':>6} {'median':>7} {'limit':>6}")
    with tempfile.TemporaryDirectory() as folder:
        for number, (history, entries) in enumerate(HISTORIES.items()):
            file = Path(folder) / f"{number}.db"
            save(file, entries())
            environment = os.environ | {"PAINTRACK_DB": str(file), "HOME": folder, "COLUMNS": "80"}
            # An installed program has its modules compiled, wherever this one is run from.
            environment |= {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
            for answer in ANSWERS:
                command = [sys.executable, "-m", "paintrack", *answer.words]
                # The first run compiles the modules.
                processor_seconds(command, environment)
                processor_seconds(FLOOR, environment)
                pairs = [
                    (processor_seconds(FLOOR, environment), processor_seconds(command, environment))
                    for _ in range(runs)
                ]
                print(row(history, answer, pairs), flush=True)
    print(f"Milliseconds of processor time, the least of {runs} runs each; their ratio; the median ratio of the pairs.")


if __name__ == "__main__":
    main()
