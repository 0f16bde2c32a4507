"""How much `log` and `status` cost over starting Python with typer and sqlite3: paired runs, medians, a table.

    python tests/benchmarks/start_up.py [RUNS]

The machine's speed drifts: read the ratios, pair by pair, not the milliseconds.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FLOOR = [sys.executable, "-c", "import typer, sqlite3"]
COMMANDS = {"log 7 3": ["log", "7", "3"], "before 7 --another": ["before", "7", "--another"], "status": ["status"]}


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """The wall time of one run."""
    began = time.perf_counter()
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def main() -> None:
    """Print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"PAINTRACK_DB": str(Path(folder) / "bench.db")}
        # An installed program has its modules compiled, wherever this one is run from.
        environment |= {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        print(f"{'command':<20} {'floor ms':>9} {'command ms':>11} {'ratio':>6}   medians of {runs} pairs")
        for name, arguments in COMMANDS.items():
            command = [sys.executable, "-m", "paintrack", *arguments]
            seconds(command, environment)
            seconds(FLOOR, environment)
            pairs = [(seconds(FLOOR, environment), seconds(command, environment)) for _ in range(runs)]
            ratio = statistics.median(taken / floor for floor, taken in pairs)
            floor, taken = (statistics.median(times) * 1000 for times in zip(*pairs, strict=True))
            print(f"{name:<20} {floor:>9.1f} {taken:>11.1f} {ratio:>6.2f}")


if __name__ == "__main__":
    main()
