"""restore and merge of a file that a killed process left half written: it is only read, and read as it was before."""

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands.merging.two_computers import Computers
from tests.program import quoted


def content_of(folder: Path) -> Mapping[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def half_written(path: Path, folder: Path, mode: str) -> Path:
    """A copy, as a process that was killed in the middle of a write leaves it; in a WAL, after its last commit."""
    folder.mkdir()
    shutil.copy(path, folder / "source.db")
    with closing(sqlite3.connect(folder / "source.db", isolation_level=None)) as writer:
        writer.execute(f"PRAGMA journal_mode = {mode}")
        writer.execute("PRAGMA cache_size = 1")
        if mode == "WAL":
            writer.execute("UPDATE entry SET note = 'in the wal'")
        else:
            writer.execute("BEGIN")
            writer.execute("UPDATE entry SET note = 'half'")
            # More than fits into memory, so that some of it gets into the file.
            writer.execute("CREATE TABLE big AS SELECT randomblob(1000000)")
        left = content_of(folder)
    for name, content in left.items():
        if not name.endswith("-shm"):
            (folder / name).write_bytes(content)
    assert len(content_of(folder)) == 2
    return folder / "source.db"


@pytest.fixture(params=["DELETE", "WAL"])
def source(request: pytest.FixtureRequest, computers: Computers) -> Path:
    """The laptop's file with a note, half written."""
    computers.on("laptop", "edit 1 --note saved")
    return half_written(computers.paths["laptop"], computers.folder / "stick", request.param)


def expected_note(source: Path) -> str:
    return "in the wal" if Path(f"{source}-wal").exists() else "saved"


@pytest.mark.parametrize("command", ["merge", "restore --yes"])
@pytest.mark.parametrize("is_link", [False, True])
def test_it_is_read_as_it_was_and_not_changed(command: str, is_link: bool, source: Path, computers: Computers) -> None:
    before, expected = content_of(source.parent), expected_note(source)
    typed = source
    if is_link:
        typed = computers.folder / "link.db"
        typed.symlink_to(source)
    computers.on("desktop", f"{command} {quoted(typed)}")
    assert computers.session("desktop")["note"] == expected
    assert content_of(source.parent) == before
    assert [each.name for each in computers.folder.iterdir() if "-journal" in each.name or "-wal" in each.name] == []


def test_a_source_in_a_folder_that_may_not_be_written(source: Path, computers: Computers) -> None:
    before, expected = content_of(source.parent), expected_note(source)
    source.parent.chmod(0o500)
    try:
        computers.on("desktop", f"restore --yes {quoted(source)}")
    finally:
        source.parent.chmod(0o700)
    assert computers.session("desktop")["note"] == expected
    assert content_of(source.parent) == before
