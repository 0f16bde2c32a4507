"""The program as the tests run it: in this process, or as a fresh one."""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

import paintrack

ROOT = Path(paintrack.__file__).parents[1]
# Only what hangs for ever takes this long, however busy the computer is.
PATIENCE_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Result:
    """What a command gave back: its exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output, read as JSON."""
        return json.loads(self.out)


class Paintrack(Protocol):
    """Runs a command line in this process: `paintrack('log 7 3')`, or a list of arguments."""

    def __call__(self, typed: str | Sequence[str] = "") -> Result:
        """The result of the command."""


class TypeHistory(Protocol):
    """Types command lines into the diary: `type_history("log 7 3 --for neck", "rate 4")`."""

    def __call__(self, *typed: str) -> None:
        """All of them have to succeed."""


class AtTerminal(Protocol):
    """Runs a command line at which these lines are typed: `at_terminal("log", "neck", "", "7")`."""

    def __call__(self, command: str, *lines: str) -> Result:
        """The result of the command; after the lines the input ends."""


def quoted(path: Path | str) -> str:
    """The path as one word of a command line, whatever stands in it."""
    return shlex.quote(str(path))


def unwrapped(text: str) -> str:
    """The text on one line, with one blank between words: a sentence in it reads the same at every width."""
    return " ".join(text.split())


class Clock:
    """The time that the commands see; local time of the tests is Europe/Berlin."""

    def __init__(self, text: str) -> None:
        self.now = datetime.fromisoformat(text).astimezone()

    def set(self, text: str) -> None:
        """Make it this local time: `2026-07-06 14:02`."""
        self.now = datetime.fromisoformat(text).astimezone()

    def forward(self, **amount: float) -> None:
        """Let time pass, in the words of timedelta: `hours=1`."""
        self.now += timedelta(**amount)


def environment(**more: str) -> dict[str, str]:
    """The isolated environment of the test for a fresh process."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **more}


def fresh(code: str, *arguments: str, stdin: str = "") -> Result:
    """Run Python code in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        input=stdin,
        env=environment(),
        timeout=PATIENCE_SECONDS,
    )
    return Result(done.returncode, done.stdout, done.stderr)


def process(*typed: str, stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    """Run `python -m paintrack` in a fresh process."""
    return subprocess.run(
        [sys.executable, "-m", "paintrack", *typed],
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=environment(),
        text=True,
        encoding="utf-8",
        timeout=PATIENCE_SECONDS,
    )


def is_one_sentence(text: str) -> bool:
    """Whether it is a refusal as it should be: one line that ends like a sentence, no traceback."""
    line = text.removesuffix("\n")
    return bool(line.strip()) and "\n" not in line and "Traceback" not in line and "\x1b" not in line
