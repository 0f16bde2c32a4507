"""The examples in the docstrings of the pure rooms are true.

Not by `--doctest-modules`, which would import the benchmarks and every helper module of the tests as well.
"""

import doctest
from importlib import import_module
from pkgutil import walk_packages

import pytest

import paintrack.analysis
import paintrack.model

MODULES = [
    module.name
    for room in (paintrack.model, paintrack.analysis)
    for module in walk_packages(room.__path__, f"{room.__name__}.")
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_are_true(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0


def test_there_are_examples() -> None:
    modules = map(import_module, MODULES)
    assert sum(bool(test.examples) for module in modules for test in doctest.DocTestFinder().find(module)) >= 30
