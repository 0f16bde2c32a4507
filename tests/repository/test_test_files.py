"""The files of the tests say what they hold, and no test depends on another test."""

import ast
import re
from pathlib import Path

import pytest

import paintrack

TESTS, PACKAGE = Path(__file__).parents[1], Path(paintrack.__file__).parent
FILES = [path for path in sorted(TESTS.rglob("*.py")) if path.name != "__init__.py"]


def imported_modules(path: Path) -> set[str]:
    """The full names of what a file imports, modules and names in them."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{each.name}" for each in node.names}
    return names


def test_each_file_says_what_it_holds() -> None:
    assert [path for path in FILES if not re.match(r'r?"""[^"\s]', path.read_text("utf-8"))] == []


def test_no_file_imports_from_a_test_file() -> None:
    """What two need has a module of its own: a test file can then be moved, split or dropped."""
    # To parse all files takes seconds.
    modules = (
        (path, name.split("."))
        for path in FILES
        if ".test_" in path.read_text("utf-8")
        for name in imported_modules(path)
        if name.startswith("tests.")
    )
    assert [each for each in modules if any(part.startswith("test_") for part in each[1][:-1])] == []


@pytest.mark.parametrize("room", ["model", "analysis", "storage", "exchange", "views"])
def test_a_test_lies_in_the_room_of_its_module(room: str) -> None:
    rooms = {f"test_{path.name}": path.relative_to(PACKAGE).parent for path in (PACKAGE / room).rglob("*.py")}
    places = {path.name: path.relative_to(TESTS).parent for path in (TESTS / room).rglob("test_*.py")}
    assert {name: place for name, place in places.items() if rooms.get(name, place) != place} == {}
    assert {place for place in places.values() if not (PACKAGE / place).is_dir()} == set()
