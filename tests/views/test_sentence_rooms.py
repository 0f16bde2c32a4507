"""Sentences that say what to type stand in views: other rooms do not know how paintrack is asked, or leave it to them.

Nor does a sentence stand in two places: what two raise is an error with values, and views make its sentence once.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import paintrack
from paintrack.cli import COMMANDS
from paintrack.errors import PaintrackError
from tests.views.error_classes import error_classes

PACKAGE = Path(paintrack.__file__).parent
BELOW_VIEWS = (
    "model", "analysis", "exchange", "storage", "errors.py", "write_state.py", "path_checks.py", "private_file.py",
)  # fmt: skip
# A command line; `{}` stands for a value, between a colon and an option for a command. 'A paintrack file' and 'your
# paintrack file' are nouns.
COMMAND_LINE = re.compile(
    rf"(?<!\ba )(?<!\byour )\bpaintrack (?:(?:{'|'.join(COMMANDS)})\b|{{}}|--help)|(?<=[:.] ){{}} --?[a-z]"
)
# An option that is no part of a longer word.
OPTION = re.compile(r"(?<![\w-])--[a-z]")
# What a command names that is no sentence: its own name for the parser, and the mark of its line in a shell's file.
NO_SENTENCES = {"paintrack {}", "# paintrack completion"}
# Shorter ones are alike by chance.
LEAST_WORDS = 5


def texts_of(source: str) -> Iterator[str]:
    """The texts of a module, an f-string as one with `{}` for its values.

    Without docstrings, and without the help of options and arguments, which stands beside their types.
    """
    tree = ast.parse(source)
    skipped = {id(node) for each in ast.walk(tree) for node in not_read(each)}
    for node in ast.walk(tree):
        if id(node) not in skipped and (text := text_of(node)) is not None:
            yield text


def not_read(node: ast.AST) -> Iterator[ast.AST]:
    """What below a node is no text of its own."""
    if isinstance(node, ast.JoinedStr):
        yield from (value for value in node.values if isinstance(value, ast.Constant))
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    elif isinstance(node, ast.Call) and is_of_typer(node.func):
        yield from ast.walk(node)


def is_of_typer(called: ast.expr) -> bool:
    """Whether it is `typer.Option` or `typer.Argument`."""
    return (
        isinstance(called, ast.Attribute) and called.attr in {"Option", "Argument"} and is_name(called.value, "typer")
    )


def is_name(node: ast.expr, name: str) -> bool:
    """Whether the expression is this name alone."""
    return isinstance(node, ast.Name) and node.id == name


def text_of(node: ast.AST) -> str | None:
    """The text that a node is; None for any other."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def modules_of(*rooms: str) -> Iterator[tuple[str, str]]:
    """The modules of rooms, which may be a single one, each as its path in the package and its source."""
    for room in rooms:
        place = PACKAGE / room
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            yield path.relative_to(PACKAGE).as_posix(), path.read_text(encoding="utf-8")


def test_no_room_below_views_says_what_to_type() -> None:
    texts = [(path, text) for path, source in modules_of(*BELOW_VIEWS) for text in texts_of(source)]
    assert [each for each in texts if COMMAND_LINE.search(each[1]) or OPTION.search(each[1])] == []


def test_commands_leave_sentences_with_commands_to_views() -> None:
    texts = [(path, text) for path, source in modules_of("commands") for text in texts_of(source)]
    assert [each for each in texts if COMMAND_LINE.search(each[1]) and each[1] not in NO_SENTENCES] == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = 'Wrong? paintrack undo'", True),
        ("x = f'{y}: paintrack edit {z}'", True),
        ("x = f'{y}: paintrack {z}'", True),
        ("x = 'Commands: paintrack --help'", True),
        ("x = f'say --for {z}'", True),
        ("x = ('one '\n'--map two')", True),
        ("def f():\n    'paintrack undo --for'", False),
        ("x = 'A newer paintrack wrote it'", False),
        ("x = 'a--b'", False),
        ("x = 'What helps: paintrack file'", True),
        ("x = 'This is not a paintrack file'", False),
        ("x = f'{y} is your paintrack file itself'", False),
        ("x = typer.Option('--json', help='What paintrack export wrote.')", False),
    ],
)
def test_what_is_told_from_other_text(source: str, expected: bool) -> None:
    assert any(COMMAND_LINE.search(text) or OPTION.search(text) for text in texts_of(source)) is expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = f'For the score: {y} --session {z}'", True),
        ("x = f'Two days. {y} -o page.pdf'", True),
        # An example for a sentence that a view makes.
        ("x = f'{y} --session {z}'", False),
        ("x = f'rate {y} --rest-of {z}'", False),
    ],
)
def test_a_command_in_a_placeholder_is_a_command(source: str, expected: bool) -> None:
    assert any(map(COMMAND_LINE.search, texts_of(source))) is expected


def raised_sentences(source: str) -> set[str]:
    """The sentences with which a module raises errors."""
    raised = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Raise)] if "raise" in source else []
    texts = {text for each in raised for node in ast.walk(each) if (text := text_of(node)) is not None}
    return {text for text in texts if len(text.split()) >= LEAST_WORDS and text.endswith((".", "}", "?", ")"))}


def test_no_two_modules_raise_the_same_sentence() -> None:
    modules = modules_of(*BELOW_VIEWS, "commands")
    counts = Counter(sentence for _, source in modules for sentence in raised_sentences(source))
    assert [sentence for sentence, number in counts.items() if number > 1] == []


def test_no_view_raises() -> None:
    nodes = [
        (path, node)
        for path, source in modules_of("views")
        if "raise" in source
        for node in ast.walk(ast.parse(source))
    ]
    assert [(path, node.lineno) for path, node in nodes if isinstance(node, ast.Raise)] == []


def makes_text_of_errors(source: str) -> bool:
    """Whether a handler of our own errors makes a text of one by itself: `str(error)` or `f"{error}"`."""
    return "except" in source and any(
        handler.name is not None and is_name(value, handler.name)
        for handler in ast.walk(ast.parse(source))
        if isinstance(handler, ast.ExceptHandler) and handler.type is not None and is_ours(handler.type)
        for node in ast.walk(handler)
        for value in texted_values(node)
    )


def texted_values(node: ast.AST) -> list[ast.expr]:
    """What the expression makes a text of."""
    if isinstance(node, ast.FormattedValue):
        return [node.value]
    return node.args if isinstance(node, ast.Call) and is_name(node.func, "str") else []


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
