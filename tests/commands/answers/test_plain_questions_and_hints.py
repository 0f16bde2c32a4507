"""Whatever a fortnight brings, questions and hints included: with `--plain` each line is a sentence to be read aloud.

The commands in it are those that are named without it.
"""

import re
import shlex
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from paintrack.commands._shared.terminal.console import Console
from tests.commands.named_commands import named_command_lines
from tests.commands.read_aloud import stumbling_lines
from tests.program import Clock, Paintrack, Result

SHEET = "Date,pre,post,Area,Notes\n2026-06-01,7,5,neck,ok\n2026-06-08,12,5,neck,high\nsomeday,6,4,neck,\n"
# When, what is typed, and what is answered before Enter alone (None: nobody is there).
FORTNIGHT: list[tuple[str, str, Sequence[str] | None]] = [
    ("2026-07-06 14:02", "status", None),
    ("2026-07-06 14:02", "before 8", None),
    ("2026-07-06 14:05", "edit 1 --rename-for 'lower back'", None),
    ("2026-07-06 15:10", "after", None),
    ("2026-07-06 15:10", "after", ["5"]),
    ("2026-07-07 07:10", "rate", ["", "4"]),
    ("2026-07-07 07:12", "rate 4 --for bakc", None),
    ("2026-07-07 07:12", "rate 4 --for bakc", ["n"]),
    ("2026-07-07 07:12", "rate 4 --for bakc", ["y"]),
    ("2026-07-07 07:15", "effect bruise", None),
    ("2026-07-07 07:16", "effect 'short of breath'", None),
    ("2026-07-07 07:17", "effect 'still bruised'", ["n"]),
    ("2026-07-07 07:18", "effect bruise --outcome gone", ["y"]),
    ("2026-07-07 07:19", "effect", ["nausea"]),
    ("2026-07-08 09:00", "note 'started amitriptyline 10 mg' --at 2026-07-07", None),
    ("2026-07-08 09:00", "note", ["a note"]),
    ("2026-07-08 09:01", "question 'how many more?'", None),
    ("2026-07-08 09:02", "question --done q1", None),
    ("2026-07-09 09:00", "log", ["neck", "<", "", "", "7", "8"]),
    ("2026-07-09 09:00", "log 7 3", None),
    ("2026-07-09 09:00", "log 7 5 --for neck --with 'Dr Li' --points LI4,XX3 --cost 8 --covered 9 --at '8 jul'", None),
    ("2026-07-09 09:01", "log 6 4 --for 'lower back, neck'", ["n"]),
    ("2026-07-09 09:02", "before 6 --for 'lower bakc'", ["n"]),
    ("2026-07-09 09:03", "before 6 --for neck", None),
    ("2026-07-10 09:00", "after 3", None),
    ("2026-07-10 09:00", "after 3 --for neck", ["n"]),
    ("2026-07-10 09:01", "edit 4 --after 2", None),
    ("2026-07-10 09:02", "log 7 2 --at '25 jul'", None),
    ("2026-07-10 09:02", "log 7 2 --at 23:59", None),
    ("2026-07-10 09:02", "log 7 2 --at 'last tue'", None),
    ("2026-07-10 09:03", "delete 2", None),
    ("2026-07-10 09:03", "delete 2", ["perhaps", "y"]),
    ("2026-07-10 09:03", "delete r1 n1", ["n"]),
    ("2026-07-10 09:04", "undo", None),
    ("2026-07-10 09:05", "undo --steps 2", None),
    ("2026-07-10 09:05", "undo --steps 2", ["y"]),
    ("2026-07-10 09:06", "redo --steps 2", ["n"]),
    ("2026-07-10 09:07", "import bad.csv", None),
    ("2026-07-10 09:07", "import bad.csv --dry-run", None),
    ("2026-07-10 09:07", "import bad.csv --skip-bad", None),
    ("2026-07-10 09:08", "import bad.csv --skip-bad --force", None),
    ("2026-07-10 09:09", "plan set --for 'lower back' --sessions 8 --goal 3", None),
    ("2026-07-10 09:10", "overall", ["2"]),
    ("2026-07-10 09:11", "peg", ["5", "11", "4", "3"]),
    ("2026-07-10 09:12", "remind --next '14 jul 14:00'", None),
    ("2026-07-10 09:13", "remind --next tue", None),
    ("2026-07-10 09:14", "export history.csv", None),
    ("2026-07-10 09:14", "export history.csv", None),
    ("2026-07-10 09:15", "export neck.json --for neck", None),
    ("2026-07-10 09:15", "backup copy.db", None),
    ("2026-07-10 09:16", "edit 1 --after 4", None),
    ("2026-07-10 09:16", "log 7 5 --for neck --at 'yesterday 12:00' --db other.db", None),
    ("2026-07-10 09:17", "merge other.db --dry-run", None),
    ("2026-07-10 09:17", "merge other.db", None),
    ("2026-07-10 09:18", "merge copy.db", None),
    ("2026-07-10 09:18", "restore", None),
    ("2026-07-10 09:18", "restore copy.db", None),
    ("2026-07-10 09:18", "restore copy.db", ["n"]),
    ("2026-07-10 09:19", "conditions rename neck shoulder", None),
    ("2026-07-10 09:19", "conditions rename shoulder 'lower back'", ["n"]),
    ("2026-07-10 09:20", "config set currency EUR", None),
    ("2026-07-10 09:21", "log 7 3 --cost '20 GBP'", None),
    ("2026-07-10 09:22", "list --with 'Dr Lee'", None),
    ("2026-07-10 09:22", "trend --for nek", None),
    ("2026-07-10 09:23", "summary -o page.html", None),
    ("2026-07-10 09:24", "delete n1", ["y"]),
    ("2026-07-10 09:24", "purge n1", ["no"]),
    ("2026-07-10 09:24", "purge", None),
    ("2026-07-10 09:24", "purge", ["purge", "PURGE", "n"]),
    ("2026-07-10 09:25", "file", None),
    ("2026-08-10 09:26", "undo", None),
]  # fmt: skip


@pytest.fixture
def fortnight(
    at_terminal: Callable[..., Result],
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
