"""The process around a command: its exit code, and that it does not search its own modules for garbage."""

from pathlib import Path

from tests.program import fresh, process

RUN = """
import atexit, gc, sys
from paintrack.__main__ import start

def report():
    searched = sum(generation["collections"] for generation in gc.get_stats()) - before
    print(searched, file=sys.stderr)

atexit.register(report)
before = sum(generation["collections"] for generation in gc.get_stats())
start()
"""


def test_the_exit_code_is_the_commands(file: Path) -> None:
    assert process("log", "7", "3").returncode == 0
    assert process("show", "99").returncode == 1
    assert process("log", "11").returncode == 2


def test_a_log_is_over_before_the_first_search_for_garbage(file: Path) -> None:
    fresh(RUN, "log", "7", "3")
    result = fresh(RUN, "log", "6", "2")
    assert (result.code, result.err) == (0, "0\n")
