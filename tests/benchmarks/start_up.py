"""How much `log`, `before` and `status` cost over starting Python with typer and sqlite3: paired runs, a table.

    python -m tests.benchmarks.start_up [RUNS]

Each run finds the same diary: twelve sessions, a week apart. (With a session of the same day, `log` also asks whether
the two are one visit.) The machine's speed drifts: read the ratios, not the milliseconds. Processor time is that of the
program alone; the time until it is over has that of the disk, too, which each change waits for.
"""

import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.benchmark_arguments import count_parser

FLOOR = [sys.executable, "-c", "import typer, sqlite3"]
COMMANDS = {"log 7 3": ["log", "7", "3"], "before 7": ["before", "7"], "status": ["status"]}
SESSIONS = 12


class Cost(NamedTuple):
    """What one run took, in seconds: on the clock, and of the processor."""

    elapsed: float
    processor: float


def paintrack(*arguments: str) -> list[str]:
    """The command line that starts paintrack with these arguments."""
    return [sys.executable, "-m", "paintrack", *arguments]


def cost(command: list[str], environment: dict[str, str]) -> Cost:
    """The cost of one run. Raises CalledProcessError if it fails."""
    before, began = _processor_time(), time.perf_counter()
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    return Cost(time.perf_counter() - began, _processor_time() - before)


def _processor_time() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Print the table."""
    runs: int = count_parser(__doc__, runs=21).parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        diary, course = Path(folder) / "bench.db", Path(folder) / "course.db"
        environment = os.environ | {"PAINTRACK_DB": str(diary)}
        # An installed program has its modules compiled, wherever this one is run from.
        environment |= {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        for week in range(SESSIONS, 0, -1):
            cost(paintrack("log", "7", "4", "--at", f"{7 * week} days ago"), environment)
        shutil.copy(diary, course)
        costs: dict[str, list[Cost]] = {name: [] for name in ("floor", *COMMANDS)}
        # One more, which compiles the modules.
        for _ in range(runs + 1):
            for name in random.sample([*costs], len(costs)):
                shutil.copy(course, diary)
                command = FLOOR if name == "floor" else paintrack(*COMMANDS[name])
                costs[name].append(cost(command, environment))
    print(f"{'':<10} {'ms':>6} {'ratio':>6}   {'processor ms':>12} {'ratio':>6}   medians of {runs} runs")
    floor_elapsed, floor_processor = map(statistics.median, zip(*costs["floor"][1:], strict=True))
    for name, measured in costs.items():
        elapsed, processor = map(statistics.median, zip(*measured[1:], strict=True))
        print(
            f"{name:<10} {elapsed * 1000:>6.1f} {elapsed / floor_elapsed:>6.2f}   "
            f"{processor * 1000:>12.1f} {processor / floor_processor:>6.2f}"
        )


if __name__ == "__main__":
    main()
