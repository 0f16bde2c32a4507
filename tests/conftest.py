"""Every test has a home of its own, a clock that it can set, and never comes near the patient's real file."""

import gc
import os
import shlex
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from paintrack.cli import main
from paintrack.storage.file.location import database_path
from tests.program import Clock, Paintrack, Result

# How long an example takes says nothing about paintrack, only about what else the computer does. The examples of a
# property share its fixtures, such as `paintrack`, which keeps nothing; each example makes its own file anew.
# Each run draws other examples, so that they add up from run to run.
settings.register_profile(
    "suite",
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("suite")
# `--hypothesis-profile=fewer`: for one more CPython, where only what differs between the two is in doubt.
settings.register_profile("fewer", settings.get_profile("suite"), max_examples=10)
# `--hypothesis-profile=thorough`: for whoever changes a rule that a property holds.
settings.register_profile("thorough", settings.get_profile("suite"), max_examples=1000)

REAL_FOLDER = database_path(None, {name: value for name, value in os.environ.items() if name != "PAINTRACK_DB"}).parent
# A person's path may have them, so each test's has: one in a command has to be quoted.
BLANKS = " with  two blanks"
_WATCHED = {"open", "os.mkdir", "os.chmod", "os.remove", "os.rename", "os.listdir", "os.scandir", "sqlite3.connect"}


def _guard(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _WATCHED and any(str(REAL_FOLDER) in os.fsdecode(path) for path in arguments[:2] if _is_path(path)):
        test = os.environ.get("PYTEST_CURRENT_TEST", "outside a test").partition(" ")[0]
        raise AssertionError(f"{test} touches the real folder {REAL_FOLDER}: {event} {arguments[0]}")


def _is_path(value: object) -> bool:
    return isinstance(value, str | bytes | os.PathLike)


sys.addaudithook(_guard)


def pytest_collection_finish() -> None:
    """What was collected stays until the end, so that the garbage collector need not look at it again and again."""
    gc.freeze()


@pytest.fixture
def real_folder() -> Path:
    """The patient's real folder, which no test may touch."""
    return REAL_FOLDER


@pytest.fixture
def tmp_path(tmp_path: Path) -> Path:
    """The folder of the test, with blanks in its path."""
    folder = tmp_path / f"folder{BLANKS}"
    folder.mkdir()
    return folder


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of its own, 80 columns without colour, UTF-8, the clock of Berlin."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in (
        "PAINTRACK_DB",
        "LC_ALL",
        "LC_CTYPE",
        "TERM",
        "FORCE_COLOR",
        "CLICOLOR",
        "CLICOLOR_FORCE",
        "PYTHONIOENCODING",
        "PYTHONUTF8",
        "PAINTRACK_DEBUG",
        "PAINTRACK_PLAIN",
        "PAINTRACK_ASCII",
        "BASH_COMPLETION_USER_DIR",
        "ZDOTDIR",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    monkeypatch.setenv("SHELL", "/bin/bash")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield folder
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def wide_terminal(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal so wide that no sentence is wrapped, however long the paths in it are."""
    monkeypatch.setenv("COLUMNS", "5000")


@pytest.fixture
def file(home: Path) -> Path:
    """Where the file is that the commands of this test use; it is not there yet."""
    return database_path(None)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a module keeps the file that its tests begin with, once one of them has made it."""
    return tmp_path_factory.mktemp(f"template{BLANKS}") / "diary.db"


@pytest.fixture(autouse=True)
def clock(home: Path, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The time of all commands in this process: Mon 6 Jul 2026 14:02 in Berlin until the test sets it."""
    clock = Clock("2026-07-06 14:02")
    monkeypatch.setattr("paintrack.commands._shared.context.clock", lambda: clock.now)
    return clock


@pytest.fixture
def paintrack(capsys: pytest.CaptureFixture[str]) -> Paintrack:
    """Run a command in this process."""

    def run(typed: str | Sequence[str] = "") -> Result:
        capsys.readouterr()
        code = main(shlex.split(typed) if isinstance(typed, str) else typed)
        out, err = capsys.readouterr()
        return Result(code, out, err)

    return run
