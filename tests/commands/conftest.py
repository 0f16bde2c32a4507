"""What several tests of the commands begin with."""

import shutil
from pathlib import Path

import pytest

from tests.commands.merging.two_computers import Computers
from tests.program import Clock, Paintrack


@pytest.fixture
def computers(paintrack: Paintrack, clock: Clock, tmp_path: Path) -> Computers:
    """Both with one session of two conditions."""
    computers = Computers(paintrack, clock, tmp_path)
    computers.on("desktop", 'log 7 3 --for "lower back" --also neck=6:4')
    shutil.copy(computers.paths["desktop"], computers.paths["laptop"])
    return computers
