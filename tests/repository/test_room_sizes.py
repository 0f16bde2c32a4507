"""A room holds about twelve modules at most, or its docstring says what keeps more of them together."""

import ast
from pathlib import Path

import pytest

import paintrack

PACKAGE, TESTS = Path(paintrack.__file__).parent, Path(__file__).parents[1]
ROOMS = {
    str(path.parent.relative_to(folder.parent)): path.parent
    for folder in (PACKAGE, TESTS)
    for path in sorted(folder.rglob("__init__.py"))
}


@pytest.mark.parametrize("room", ROOMS.values(), ids=ROOMS)
def test_a_full_room_says_why(room: Path) -> None:
    modules = [path for path in room.glob("*.py") if path.name != "__init__.py"]
    docstring = ast.get_docstring(ast.parse((room / "__init__.py").read_text("utf-8"))) or ""
    assert len(modules) <= 12 or len(docstring.split("\n\n")) > 1
