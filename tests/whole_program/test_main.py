"""The process around a command: its exit code, and that it does not search its own modules for garbage."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import PATIENCE_SECONDS, Result, environment, fresh, process

RUN = """
import gc, os, sys
from paintrack.__main__ import start

end = os._exit

def report(code):
    searched = sum(generation["collections"] for generation in gc.get_stats()) - before
    print(searched, file=sys.stderr, flush=True)
    end(code)

os._exit = report
before = sum(generation["collections"] for generation in gc.get_stats())
start()
"""

# Python as it is when Ctrl-C comes at the import of one module (the first argument), each time or once alone.
IMPORT = """
import runpy, sys

module, how = sys.argv[1:3]
del sys.argv[1:3]
left = [True] if how == "once" else [True] * 99

class Interrupting:
    def find_spec(self, name, *_):
        if name == module and left:
            left.pop()
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupting())
runpy.run_module("paintrack", run_name="__main__", alter_sys=True)
"""
# Where it comes in the answer to `list --day monday`: at the start, in the command, in its refusal.
INTERRUPTED = [
    "paintrack.cli",
    "paintrack.errors",
    "paintrack.commands.list",
    "paintrack.commands._shared.typer_invocation",
    "typer",
    "paintrack.commands._shared.guidance.errors_with_suggestions",
    "paintrack.commands._shared.guidance.urgent_advice_on_refused_lines",
    "paintrack.views.refusals.refusal_of_error",
    "paintrack.views.refusals.import_refusals",
    "paintrack.views.refusals.write_state_sentences",
    "paintrack.commands._shared.terminal.screen_reader_mode",
]


def test_the_exit_code_is_the_commands(file: Path) -> None:
    assert process("log", "7", "3").returncode == 0
    assert process("show", "99").returncode == 1
    assert process("log", "11").returncode == 2


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_closed_terminal_changes_no_exit_code(stream: str) -> None:
    """Python would end with 120 for what it cannot write at its end."""
    code = (
        "import sys; from paintrack import __main__\n"
        f"__main__.main = lambda: (sys.{stream}.write('Score: '), 130)[1]\n"
        "__main__.start()"
    )
    reading, writing = os.pipe()
    os.close(reading)
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=writing if stream == "stdout" else None,
        stderr=writing if stream == "stderr" else None,
        env=environment(PYTHONUNBUFFERED=""),
    ) as child:
        returned = child.wait(timeout=PATIENCE_SECONDS)
    os.close(writing)
    assert returned == 130


def test_a_log_is_over_before_the_first_search_for_garbage(file: Path) -> None:
    fresh(RUN, "log", "7", "3")
    result = fresh(RUN, "log", "6", "2")
    assert (result.code, result.err) == (0, "0\n")


@pytest.mark.parametrize("how", ["once", "always"])
@pytest.mark.parametrize("module", INTERRUPTED)
def test_ctrl_c_at_any_import_leaves_no_traceback(module: str, how: str, file: Path) -> None:
    result = fresh(IMPORT, module, how, "list", "--day", "monday")
    assert (result.code, result.out) == (130, "")
    assert "Traceback" not in result.err


@pytest.mark.parametrize("place", ["main", "sys.stdout.flush", "sys.stderr.flush"])
def test_ctrl_c_at_the_end_leaves_no_traceback(place: str) -> None:
    code = (
        "import io, sys; from paintrack import __main__\n"
        "def interrupt(): raise KeyboardInterrupt\n"
        "class Stream(io.StringIO): flush = staticmethod(interrupt)\n"
        "__main__.main = lambda: 0\n"
        f"name = {place!r}.split('.')\n"
        "if len(name) == 1: __main__.main = interrupt\n"
        "else: setattr(sys, name[1], Stream())\n"
        "__main__.start()"
    )
    assert fresh(code) == Result(130, "", "")


def test_ctrl_c_where_an_object_is_freed_leaves_no_traceback() -> None:
    code = (
        "import weakref; from paintrack import __main__\n"
        "class Thing: pass\n"
        "def interrupt(*_): raise KeyboardInterrupt\n"
        "def main(): thing = Thing(); weakref.finalize(thing, interrupt); return 0\n"
        "__main__.main = main\n"
        "__main__.start()"
    )
    assert fresh(code) == Result(130, "", "")


def test_an_error_where_an_object_is_freed_is_still_told() -> None:
    code = (
        "import sys; from paintrack import __main__\n"
        "class Thing:\n"
        "    def __del__(self): raise RuntimeError('lost')\n"
        "__main__.main = lambda: (Thing(), 0)[1]\n"
        "__main__.start()"
    )
    assert "RuntimeError: lost" in fresh(code).err
