"""The examples in the docstrings are true.

Not by `--doctest-modules`, which would import the benchmarks and every helper module of the tests as well.
"""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import paintrack

PACKAGE = Path(paintrack.__file__).parent
MODULES = [
    ".".join(("paintrack", *path.relative_to(PACKAGE).with_suffix("").parts))
    for path in sorted(PACKAGE.rglob("*.py"))
    if ">>> " in path.read_text("utf-8")
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_are_true(name: str) -> None:
    result = doctest.testmod(import_module(name))
    assert (result.failed, result.attempted > 0) == (0, True)


def test_there_are_examples_in_several_rooms() -> None:
    assert {"model", "analysis", "views", "commands"} <= {name.split(".")[1] for name in MODULES}
