"""The files of the tests say what they hold, and no test depends on another test."""

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
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


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TESTS)))
def test_a_file_says_what_it_holds(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TESTS)))
def test_no_file_imports_from_a_test_file(path: Path) -> None:
    """What two need has a module of its own: a test file can then be moved, split or dropped."""
    modules = (name.split(".") for name in imported_modules(path) if name.startswith("tests."))
    assert [parts for parts in modules if any(part.startswith("test_") for part in parts[:-1])] == []
