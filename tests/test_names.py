"""One name, one thing: a stranger who searches for a name finds what it is."""

import ast
from collections import defaultdict
from pathlib import Path

import paintrack

PACKAGE = Path(paintrack.__file__).parent
# What every command, every writer and every reader of a format is called: the front door and the registry of formats
# take any of them.
SHARED_NAMES = {"run", "export", "check_stream"}


def test_no_two_public_classes_or_functions_share_a_name() -> None:
    places = defaultdict(list)
    for path in PACKAGE.rglob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(path.name)
    assert {name: paths for name, paths in places.items() if len(paths) > 1 and name not in SHARED_NAMES} == {}
