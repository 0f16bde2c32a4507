"""One name, one thing: a stranger who searches for a name finds what it is."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import paintrack

PACKAGE = Path(paintrack.__file__).parent
# What every command, every writer and every reader of a format is called: the front door and the registry of formats
# take any of them.
SHARED_NAMES = {"run", "export", "check_stream", "LONGEST_FILE"}


def public_names(node: ast.stmt) -> set[str]:
    """The names that the statement of a module defines for others: a class, a function, constants, types."""
    names: set[str] = set()
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        names = {node.name}
    # What generic functions call their type says nothing about it.
    elif isinstance(node, ast.Assign | ast.AnnAssign) and not makes_type_variable(node.value):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        names = {part.id for each in targets for part in ast.walk(each) if isinstance(part, ast.Name)}
    return {name for name in names if not name.startswith("_")}


def makes_type_variable(value: ast.expr | None) -> bool:
    """Whether the value is `TypeVar(...)`."""
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "TypeVar"


def variable_name(node: ast.arg | ast.Name | ast.Attribute) -> str:
    """The name of a parameter, a variable or an attribute."""
    if isinstance(node, ast.arg):
        return node.arg
    return node.id if isinstance(node, ast.Name) else node.attr


def is_option_of_command(path: Path, node: ast.stmt) -> bool:
    """Whether it is the type of an option for the `run` beside it: --force may mean something else elsewhere."""
    return path.parent == PACKAGE / "commands" and isinstance(node, ast.Assign) and "Annotated[" in ast.unparse(node)


def test_no_two_public_things_share_a_name() -> None:
    places: dict[str, set[str]] = defaultdict(set)
    for path in PACKAGE.rglob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            place = "commands" if is_option_of_command(path, node) else str(path.relative_to(PACKAGE))
            for name in public_names(node):
                places[name].add(place)
    assert {name: at for name, at in places.items() if len(at) > 1 and name not in SHARED_NAMES} == {}


def test_no_two_modules_share_a_name() -> None:
    """A command is called by the word that the patient types; what it asks of a room may be called so there, too."""
    places: dict[str, list[str]] = defaultdict(list)
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name not in {"__init__.py", "__main__.py"} and path.parent != PACKAGE / "commands":
            places[path.stem].append(str(path.relative_to(PACKAGE)))
    assert {name: at for name, at in places.items() if len(at) > 1} == {}


def test_a_variable_says_what_its_value_is() -> None:
    """Not that a value was found or said, whose it is, or that it is another."""
    vague_names = {"found", "said", "told", "asked", "once", "mine", "ours", "theirs", "others"}
    vague_word = re.compile(rf"\b(?:{'|'.join(vague_names)})\b", re.IGNORECASE)
    variables = [
        (variable_name(node), f"{path}:{node.lineno}")
        for folder in (PACKAGE, Path(__file__).parents[1])
        for path in folder.rglob("*.py")
        # To parse all files takes seconds.
        if vague_word.search(source := path.read_text("utf-8"))
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.arg | ast.Name | ast.Attribute)
    ]
    assert [each for each in variables if each[0].lower() in vague_names] == []
