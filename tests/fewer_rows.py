"""Which rows of its tables `--fewer-rows` runs: a quarter of each, at least two, drawn by chance.

For one more CPython, where only what differs between the two is in doubt; all rows run on the oldest.
"""

from collections.abc import Iterable
from random import Random

FEWEST_ROWS = 2


def drawn_rows(tests: Iterable[str], draw: Random) -> set[str]:
    """Those of the tests that run, by their ids (`test_file.py::test_name[row]`): some of each name."""
    tables: dict[str, list[str]] = {}
    for test in tests:
        tables.setdefault(test.partition("[")[0], []).append(test)
    return {row for rows in tables.values() for row in draw.sample(rows, _few(len(rows)))}


def _few(rows: int) -> int:
    return min(rows, max(FEWEST_ROWS, rows // 4))
