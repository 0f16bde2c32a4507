"""A room of the package holds about twelve modules at most, or its docstring says what keeps more of them together."""

import ast
from pathlib import Path

import pytest

import paintrack

PACKAGE = Path(paintrack.__file__).parent
ROOMS = sorted(path.parent for path in PACKAGE.rglob("__init__.py"))


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: str(room.relative_to(PACKAGE)))
def test_a_full_room_says_why(room: Path) -> None:
    modules = [path for path in room.glob("*.py") if path.name != "__init__.py"]
    docstring = ast.get_docstring(ast.parse((room / "__init__.py").read_text("utf-8"))) or ""
    assert len(modules) <= 12 or len(docstring.split("\n\n")) > 1
