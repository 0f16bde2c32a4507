"""Of 1,200 flips of one bit, how many let a wrong export, backup or page leave the file with exit code 0: a table.

    python -m tests.benchmarks.flips [FLIPS]

Each flip is tried with each command. In the rows of tables SQLite has nothing to notice a flip by: what is wrong there
is one letter or number of what was typed.
"""

import random
import sys
import tempfile
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

from paintrack.commands._shared import context
from paintrack.storage.file import reader_and_writer_opening
from paintrack.storage.file.reader_and_writer_opening import open_writer
from tests.benchmarks.benchmark_arguments import count_parser
from tests.durability.flipped_bits import LEAVES_THE_FILE, REGIONS, Original
from tests.factories.year_long_course import full_course

_NOW = datetime(2026, 11, 27, 16, tzinfo=UTC)


def main() -> None:
    """Print the table."""
    number: int = count_parser(__doc__, flips=1200).parse_args().flips
    chance = random.Random(1)
    with (
        tempfile.TemporaryDirectory() as name,
        patch.object(context, "clock", lambda: _NOW),
        # As of a large file, which is not checked before each read.
        patch.object(reader_and_writer_opening, "INTEGRITY_CHECK_BEFORE_READ_MAX_BYTES", 0),
    ):
        folder = Path(name)
        with open_writer(folder / "own.db", _NOW) as writer:
            for entry in full_course():
                writer.add(replace(entry, number=0))
        original = Original(folder / "own.db", folder / "damaged")
        print(f"{'where':<10} {'command':<8} {'flips':>5} {'refused':>7} {'unharmed':>8} {'wrong':>5}")
        for region in REGIONS:
            flips = original.flips(region, number // len(REGIONS), chance)
            for command in LEAVES_THE_FILE:
                verdicts = {flip: original.verdict(command, flip) for flip in flips}
                counts = Counter(verdicts[flip] for flip in flips)
                print(
                    f"{region:<10} {command:<8} {len(flips):>5} {counts['refused']:>7} {counts['unharmed']:>8}"
                    f" {counts['wrong']:>5}",
                    flush=True,
                )
                if region != "rows":
                    for (place, bit), verdict in verdicts.items():
                        if verdict == "wrong":
                            print(f"  bit {bit} of byte {place}", file=sys.stderr)


if __name__ == "__main__":
    main()
