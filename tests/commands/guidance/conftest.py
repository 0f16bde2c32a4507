"""What several tests of the guidance begin with."""

import shutil
from pathlib import Path

import pytest

from tests.factories.encrypted_note import make_encryption_quick
from tests.program import Clock, Paintrack


@pytest.fixture
def diary(
    paintrack: Paintrack, file: Path, template: Path, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A file with two sessions, a reading, a note, a plan, and two changes that were taken back; cwd is its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAINTRACK_PASSPHRASE_COMMAND", "echo correct horse battery")
    make_encryption_quick(monkeypatch)
    if not template.exists():
        clock.set("2026-07-06 09:00")
        for typed in (
            "log 7 3 --for neck --also 'lower back=6:2' --at 2026-07-01 --with 'Dr Li'",
            "log 8 4 --for 'lower back' --at 2026-07-03 --points LI4 --cost 85",
            "rate 5 --for migraine --at 2026-07-04",
            "note new bed",
            "question why",
            "overall 'no change'",
            "plan set --for migraine --goal 3",
            "plan set --for 'lower back' --goal 3",
            "rate 2",
            "rate 3",
            "undo --steps 2 --yes",
        ):
            assert paintrack(typed).code == 0
        shutil.copy(file, template)
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(template, file)
    clock.set("2026-07-06 14:02")
    return file
