"""With `--db PATH` every command in an answer names that file; on a narrow terminal the answer is laid out with it."""

import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from paintrack.commands._shared.terminal.console import Console
from paintrack.views.command_line_regex import is_command_line
from tests.commands.named_commands import named_command_lines, widest_line
from tests.commands.typed_fortnight import FORTNIGHT, SHEET
from tests.program import Clock, Paintrack

# Without the page, whose narrow form has other facts than the wide one.
VIEWS = (
    "status", "list", "list --newest-first", "show 1", "trend", "trend --all", "trend --explain", "trend --by date",
    "compare --by points", "compare --by practitioner", "costs", "costs --visits", "plan", "peg", "overall",
    "conditions", "practitioners", "question --list", "note --list", "points", "points LI4", "config", "backup --list",
    "remind", "help files",
)  # fmt: skip

FOLDER = "/FOLDER"
NAMED = f' --db "{FOLDER}/diary of my back.db"'


class EchoedInput:
    """What is typed at a terminal; it shows there, at least its line end."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = iter(lines)

    def readline(self) -> str:
        """The next line."""
        sys.stderr.write("\n")
        return f"{next(self._lines)}\n"


@pytest.fixture
def typed_with_file(
    paintrack: Paintrack, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[int], list[tuple[str, str]]]:
    """Types the fortnight and looks at all of it, with a long `--db PATH`, on a terminal with so many columns.

    Returns what was typed and what was shown each time; where the file lies is called FOLDER there.
    """

    def run(columns: int) -> list[tuple[str, str]]:
        folder = tmp_path / str(columns)
        folder.mkdir()
        (folder / "bad.csv").write_text(SHEET)
        monkeypatch.chdir(folder)
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setenv("LINES", "1000")
        named = f"--db {shlex.quote(str(folder / 'diary of my back.db'))}"
        shown = []
        for when, typed, answers in [*FORTNIGHT, *((FORTNIGHT[-1][0], each, None) for each in VIEWS)]:
            clock.set(when)
            monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
            monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
            monkeypatch.setattr(Console, "may_ask", answers is not None)
            command = f"{named} {typed}" if "--db" not in typed else typed
            if answers is not None:
                monkeypatch.setattr(sys, "stdin", EchoedInput([*answers, *[""] * 8]))
            result = paintrack(command)
            shown.append((typed, f"{result.out}{result.err}".replace(str(folder), FOLDER)))
        return shown

    return run


def test_on_a_narrow_screen_each_command_is_whole(typed_with_file: Callable[[int], list[tuple[str, str]]]) -> None:
    for (typed, narrow), (_, wide) in zip(typed_with_file(40), typed_with_file(5000), strict=True):
        commands = [{*named_command_lines(text.replace(NAMED, ""), with_placeholders=True)} for text in (narrow, wide)]
        # Of the eight lines of status the one of hints gives way where the others need more of them.
        hints = {"trend", "list"} if typed == "status" else set()
        assert commands[1] - hints <= commands[0] <= commands[1], typed
        # Only a path is wider than the screen, and a command that is alone on its line.
        lines = (line for line in narrow.splitlines() if not is_command_line(line.strip()))
        assert widest_line("\n".join(line.partition(FOLDER)[0] for line in lines)) <= 40, typed
        assert not any(NAMED in line and not is_command_line(line.strip()) for line in narrow.splitlines()), typed


def test_each_command_names_the_file(typed_with_file: Callable[[int], list[tuple[str, str]]], tmp_path: Path) -> None:
    for typed, text in typed_with_file(80):
        commands = named_command_lines(text, with_placeholders=True)
        assert all(" --db " in each or each == "demo" for each in commands), typed
        # The folder has two blanks in a row: with one of them it would be another.
        assert " ".join(tmp_path.name.split()) not in text, typed
