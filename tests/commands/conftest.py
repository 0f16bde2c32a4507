"""What several tests of the commands begin with."""

import io
import shutil
import sys
from pathlib import Path

import pytest

from paintrack.commands._shared.terminal.console import Console
from tests.commands.merging.two_computers import Computers
from tests.files_made_once import make_once
from tests.program import AtTerminal, Clock, Paintrack, Result, TypeHistory


@pytest.fixture
def type_history(paintrack: Paintrack, file: Path, clock: Clock) -> TypeHistory:
    """Type a history into the file of the test; where a test before it typed the same, it gets a copy of its file."""

    def run(*typed: str) -> None:
        def type_all() -> None:
            for each in typed:
                assert paintrack(each).code == 0, each

        make_once(file, (clock.now.isoformat(), typed), type_all)

    return run


@pytest.fixture
def computers(paintrack: Paintrack, clock: Clock, tmp_path: Path) -> Computers:
    """Both with one session of two conditions."""
    computers = Computers(paintrack, clock, tmp_path)
    computers.on_once("desktop", 'log 7 3 --for "lower back" --also neck=6:4')
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
