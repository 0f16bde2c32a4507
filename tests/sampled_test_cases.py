"""Which cases of each parametrised test `--fewer-cases` runs: a quarter of them, at least two, drawn by chance.

For one more CPython, where only what differs between the two is in doubt; all cases run on the oldest.
"""

from collections.abc import Iterable
from random import Random

FEWEST_CASES = 2


def sampled_cases(tests: Iterable[str], draw: Random) -> set[str]:
    """Those of the tests that run, by their ids (`test_file.py::test_name[case]`): some of each name."""
    cases_by_name: dict[str, list[str]] = {}
    for test in tests:
        cases_by_name.setdefault(test.partition("[")[0], []).append(test)
    return {case for cases in cases_by_name.values() for case in draw.sample(cases, _few(len(cases)))}


def _few(cases: int) -> int:
    return min(cases, max(FEWEST_CASES, cases // 4))
