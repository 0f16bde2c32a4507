"""Whatever a fortnight brings, questions and hints included: with `--plain` each line is a sentence to be read aloud.

The commands in it are those that are named without it.
"""

import re
import shlex
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from paintrack.commands._shared.terminal.console import Console
from tests.commands.lines_unfit_for_speech import stumbling_lines
from tests.commands.named_commands import named_command_lines
from tests.commands.typed_fortnight import FORTNIGHT, SHEET
from tests.program import AtTerminal, Clock, Paintrack, Result


@pytest.fixture
def fortnight(
    at_terminal: AtTerminal,
    paintrack: Paintrack,
    clock: Clock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[str], list[Result]]:
    """Types the fortnight in a folder of its own, on a terminal, with this value of PAINTRACK_PLAIN."""

    def run(plain: str) -> list[Result]:
        folder = tmp_path / "fortnight"
        folder.mkdir()
        (folder / "bad.csv").write_text(SHEET)
        monkeypatch.chdir(folder)
        monkeypatch.setenv("PAINTRACK_DB", str(folder / "own.db"))
        monkeypatch.setenv("PAINTRACK_PLAIN", plain)
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
        results = []
        for when, typed, answers in FORTNIGHT:
            clock.set(when)
            if answers is None:
                monkeypatch.setattr(Console, "may_ask", False)
                results.append(paintrack(typed))
            else:
                results.append(at_terminal(typed, *answers, *[""] * 8))
        shutil.rmtree(folder)
        return results

    return run


def test_each_line_can_be_read_aloud(fortnight: Callable[[str], list[Result]]) -> None:
    for (_, typed, _), drawn, plain in zip(FORTNIGHT, fortnight("0"), fortnight("1"), strict=True):
        assert plain.code == drawn.code, typed
        # The blank after a question is for the answer, which is not echoed here.
        for text in (plain.out, re.sub(": $", ":", plain.err, flags=re.MULTILINE)):
            assert stumbling_lines(text, shlex.split(typed)) == [], typed
        for stream in ("out", "err"):
            commands = [
                {*named_command_lines(getattr(each, stream), with_placeholders=True)} for each in (plain, drawn)
            ]
            assert commands[0] == commands[1], typed
