"""The process around a command: its exit code, and that it does not search its own modules for garbage."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import PATIENCE_SECONDS, environment, fresh, process

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
