"""What several tests of the commands begin with."""

import io
import shutil
import sys
from datetime import datetime
from pathlib import Path

import pytest

from paintrack.commands._shared.terminal.console import Console
from tests.commands.merging.two_computers import Computers
from tests.program import AtTerminal, Clock, Paintrack, Result, TypeHistory


@pytest.fixture(scope="session")
def typed_histories() -> dict[tuple[datetime, tuple[str, ...]], bytes]:
    """The files that `type_history` has made, by the time and what was typed."""
    return {}


@pytest.fixture
def type_history(
    paintrack: Paintrack,
    file: Path,
    clock: Clock,
    typed_histories: dict[tuple[datetime, tuple[str, ...]], bytes],
) -> TypeHistory:
    """Type a history into the file of the test; where a test before it typed the same, it gets a copy of its file."""

    def run(*typed: str) -> None:
        key = clock.now, typed
        if key in typed_histories:
            file.parent.mkdir(parents=True)
            file.write_bytes(typed_histories[key])
            return
        for each in typed:
            assert paintrack(each).code == 0, each
        typed_histories[key] = file.read_bytes()

    return run


@pytest.fixture
def computers(paintrack: Paintrack, clock: Clock, tmp_path: Path) -> Computers:
    """Both with one session of two conditions."""
    computers = Computers(paintrack, clock, tmp_path)
    computers.on("desktop", 'log 7 3 --for "lower back" --also neck=6:4')
    shutil.copy(computers.paths["desktop"], computers.paths["laptop"])
    return computers


@pytest.fixture
def at_terminal(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> AtTerminal:
    """Run a command at which these lines are typed; then the input ends."""

    def run(command: str, *lines: str) -> Result:
        monkeypatch.setattr(Console, "may_ask", True)
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return paintrack(command)

    return run
