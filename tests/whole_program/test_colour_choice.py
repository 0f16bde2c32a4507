"""When there is colour: by the option, the variables that other programs obey too, and the terminal."""

import re
from pathlib import Path

import pytest

from paintrack.commands._shared.terminal.console import Console
from tests.commands.typed_courses import type_k1
from tests.program import Clock, Paintrack, quoted

FORCED = ("FORCE_COLOR", "CLICOLOR_FORCE")


@pytest.fixture(autouse=True)
def no_variables(home: object, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "CLICOLOR", "TERM", *FORCED):
        monkeypatch.delenv(name, raising=False)


class FakeTerminal:
    """A standard output that says that it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


CHOICES = [
    ({}, True, False),
    ({"TERM": "dumb"}, False, False),
    ({"CLICOLOR": "0"}, False, False),
    ({"CLICOLOR": "1"}, True, False),
    ({"NO_COLOR": "1"}, False, False),
    ({"NO_COLOR": ""}, True, False),
    *(({name: "1"}, True, True) for name in FORCED),
    *(({name: "1", "TERM": "dumb"}, True, True) for name in FORCED),
    *(({name: "1", "CLICOLOR": "0"}, True, True) for name in FORCED),
    *(({name: "1", "NO_COLOR": "1"}, False, False) for name in FORCED),
    *(({name: "0"}, False, False) for name in FORCED),
    *(({name: ""}, True, False) for name in FORCED),
    ({"FORCE_COLOR": "false"}, False, False),
]


@pytest.mark.parametrize(("variables", "on_terminal", "in_a_pipe"), CHOICES, ids=str)
def test_the_variables_decide_as_elsewhere(
    variables: dict[str, str], on_terminal: bool, in_a_pipe: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert Console().has_colour is in_a_pipe
    with monkeypatch.context() as patch:
        patch.setattr("sys.stdout", FakeTerminal())
        assert Console().has_colour is on_terminal
        assert Console(no_color=True).has_colour is False


def test_a_pipe_gets_colours_where_they_are_forced(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    paintrack("log 7 3 --side-effect bruise")
    monkeypatch.setenv("FORCE_COLOR", "1")
    for typed in ("list", "trend"):
        assert "\x1b[" in paintrack(typed).out
        assert "\x1b[" not in paintrack(f"{typed} --no-color").out
        assert "\x1b[" not in paintrack(f"--no-color {typed}").out
        assert "\x1b[" not in paintrack(f"{typed} --json").out


@pytest.mark.parametrize("columns", ["40", "80"])
def test_colour_changes_no_word(
    columns: str, paintrack: Paintrack, clock: Clock, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_k1(paintrack, clock)
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("LINES", "1000")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    # The path makes lines longer that are dim, and they are wrapped anew.
    for typed in ("list", "trend", "trend --by date", "trend --relief", "trend --all", "compare", "status"):
        line = f"--db {quoted(file)} {typed}"
        shown = paintrack(line).out
        assert shown != (without := paintrack(f"--no-color {line}").out) or typed == "status"
        assert re.sub(r"\x1b\[[\d;]*m", "", shown) == without
