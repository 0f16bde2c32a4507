"""What the tests of import and export share."""

from pathlib import Path

import pytest

from tests.program import Clock


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """The file of another computer, not there yet."""
    return tmp_path / "elsewhere.db"


@pytest.fixture
def in_august(clock: Clock) -> None:
    """The commands run on 1 Aug 2026, after the days of the sheets."""
    clock.set("2026-08-01 12:00")
