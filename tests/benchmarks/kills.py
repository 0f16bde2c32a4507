"""Eight writers of one file, killed at random instants: how many of the entries that they acknowledged are there.

python -m tests.benchmarks.kills [KILLS]
"""

import random
import tempfile
from pathlib import Path

from tests.benchmarks.benchmark_arguments import count_parser
from tests.durability.killed_writers import kill_writers


def main() -> None:
    """Print the counts."""
    kills: int = count_parser(__doc__, kills=1000).parse_args().kills
    with tempfile.TemporaryDirectory() as folder:
        survival = kill_writers(Path(folder) / "diary.db", kills, chance=random.Random(1))
    print(f"{kills:,} kills of eight writers")
    for name, value in survival._asdict().items():
        print(f"{name:<15} {value or 'none'}")


if __name__ == "__main__":
    main()
