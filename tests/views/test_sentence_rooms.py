"""Sentences that say what to type stand in views and commands: the rooms below do not know how paintrack is asked."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import paintrack
from paintrack.cli import COMMANDS
from paintrack.errors import PaintrackError
from tests.views.error_classes import error_classes

PACKAGE = Path(paintrack.__file__).parent
ROOMS = ("model", "analysis", "exchange", "storage")
# A command line, or an option that is no part of a longer word; 'a paintrack file' is a noun.
TYPED = re.compile(rf"(?<!\ba )\bpaintrack ({'|'.join(COMMANDS)})\b|(?<![\w-])--[a-z]")


def texts_of(source: str) -> Iterator[str]:
    """The string constants of a module, also those within f-strings, without its docstrings."""
    tree = ast.parse(source)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def typed_texts() -> list[tuple[str, str]]:
    return [
        (path.relative_to(PACKAGE).as_posix(), text)
        for room in ROOMS
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for text in texts_of(path.read_text(encoding="utf-8"))
        if TYPED.search(text)
    ]


def test_no_room_below_views_says_what_to_type() -> None:
    assert typed_texts() == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = 'Wrong? paintrack undo'", True),
        ("x = f'{y}: paintrack edit {z}'", True),
        ("x = f'say --for {z}'", True),
        ("x = ('one '\n'--map two')", True),
        ("def f():\n    'paintrack undo --for'", False),
        ("x = 'A newer paintrack wrote it'", False),
        ("x = 'a--b'", False),
        ("x = 'What helps: paintrack file'", True),
        ("x = 'This is not a paintrack file'", False),
    ],
)
def test_what_is_told_from_other_text(source: str, expected: bool) -> None:
    assert any(TYPED.search(text) for text in texts_of(source)) is expected


def makes_text_of_errors(source: str) -> bool:
    """Whether a handler of our own errors makes a text of one by itself: `str(error)` or `f"{error}"`."""
    return any(
        isinstance(value, ast.Name) and value.id == handler.name
        for handler in ast.walk(ast.parse(source))
        if isinstance(handler, ast.ExceptHandler) and handler.type is not None and is_ours(handler.type)
        for node in ast.walk(handler)
        for value in texted_values(node)
    )


def texted_values(node: ast.AST) -> list[ast.expr]:
    """What the expression makes a text of."""
    if isinstance(node, ast.FormattedValue):
        return [node.value]
    return node.args if isinstance(node, ast.Call) and ast.unparse(node.func) == "str" else []


def is_ours(caught: ast.expr) -> bool:
    """Whether the expression after `except` names an error of ours, which alone may carry values."""
    names = {node.id for node in ast.walk(caught) if isinstance(node, ast.Name)}
    return not names.isdisjoint(each.__name__ for each in {PaintrackError} | error_classes())


def test_only_the_renderer_makes_a_sentence_of_an_error() -> None:
    modules = [path for path in PACKAGE.rglob("*.py") if makes_text_of_errors(path.read_text(encoding="utf-8"))]
    assert modules == []


@pytest.mark.parametrize(
    ("handler", "expected"),
    [
        ("except UsageError as error: x(str(error))", True),
        ("except (OSError, FileTroubleError) as e: raise X(f'{e} Z')", True),
        ("except UsageError as error: x(error.reason)", False),
        ("except OSError as error: x(str(error))", False),
    ],
)
def test_what_takes_a_text_of_an_error(handler: str, expected: bool) -> None:
    assert makes_text_of_errors(f"try: y()\n{handler}") is expected
