"""purge and other files that hold what was purged: backups, damaged files set aside, copies with names of your own."""

from pathlib import Path

import pytest

from tests.commands.test_purge_command import PURGE, files_with
from tests.program import Clock, Paintrack, quoted


@pytest.mark.parametrize("purge", ["purge n1 --yes", "purge --for neck --yes"])
def test_a_restore_of_what_was_purged_is_said(purge: str, paintrack: Paintrack, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    paintrack("note SECRET")
    paintrack("log 7 3 --for 'lower back' --also neck=6:4")
    paintrack(["backup", str(copy)])
    assert paintrack(purge).code == 0
    result = paintrack(["restore", str(copy), "--yes"])
    assert result.err == "The backup holds what you have purged, in 1 entry; restoring brings it back.\n"


def test_backups_that_hold_it_are_named_and_stay(paintrack: Paintrack, file: Path, clock: Clock) -> None:
    paintrack("log 7 3")
    paintrack("backup")
    clock.forward(days=1)
    paintrack("note SECRET")
    paintrack("backup")
    own = file.parent / "backups" / "my own.db"
    paintrack(["backup", str(own)])
    clock.forward(days=1)
    result = paintrack("purge n1 --yes")
    assert result.code == 0
    assert "This backup holds what was purged" in result.err
    assert "paintrack-20260707-140200.db" in result.err
    assert "paintrack-20260706-140200.db" not in result.err
    assert len(files_with(file.parent, "SECRET")) == 2
    # Without the id it would purge everything that is deleted.
    assert result.err.endswith("Remove with: paintrack purge n1 --remove-backups --yes\n")
    # Later too; what a person named is never removed, but named.
    named = " ".join(result.err.split())
    assert f"Another file holds what was purged, and stays: {own}" in named
    result = paintrack("purge n1 --yes --remove-backups")
    assert str(own) in result.err
    assert result.out == "Nothing of n1 is left in the file.\nRemoved: 1 backup.\n"
    assert files_with(file.parent, "SECRET") == ["my own.db"]


def test_backups_of_a_purged_condition_are_named_only(paintrack: Paintrack, file: Path, clock: Clock) -> None:
    """A second purge finds nothing that rates it, and one of everything would be too much."""
    paintrack("log 7 3 --for SECRET")
    paintrack("log 6 2 --for neck")
    paintrack("backup")
    clock.forward(days=1)
    result = paintrack("purge --for SECRET --yes")
    assert "purge --remove-backups" not in result.err
    assert "delete those files of which you need nothing else" in result.err


def test_a_damaged_file_that_was_moved_aside_may_hold_it(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    paintrack("log 7 3")
    paintrack(["backup", str(copy)])
    paintrack("note SECRET")
    file.write_bytes(bytes(100) + file.read_bytes()[100:])
    paintrack(["restore", str(copy), "--yes"])
    copy.unlink()
    assert files_with(file.parent, "SECRET") == ["paintrack-20260706-140200-damaged.db"]
    paintrack(PURGE)
    assert files_with(file.parent, "SECRET") == []


@pytest.mark.parametrize(
    ("removed", "purge"),
    [
        ([], "purge --for neck --yes"),
        (["delete --for neck --yes"], "purge --yes"),
        (["edit 1 --clear note"], "purge --yes"),
        ([], "purge 1 --yes"),
    ],
)
def test_a_file_beside_it_with_a_purged_value_is_named(
    removed: list[str], purge: str, paintrack: Paintrack, file: Path, wide_terminal: None
) -> None:
    for typed in ("log 7 3 --for 'lower back' --also neck=6:4 --note SECRET", "log 5 4"):
        assert paintrack(typed).code == 0
    copy, other = (file.parent / name for name in ("mine.db", "other.db"))
    assert paintrack(["backup", str(copy)]).code == 0
    assert paintrack(f"log 7 3 --for neck --db {quoted(other)}").code == 0
    for typed in removed:
        assert paintrack(typed).code == 0
    told = paintrack(f"{purge} --remove-backups")
    assert f"Another file holds what was purged, and stays:\n  {copy}\n" in told.err
    assert str(other) not in told.err
    # Once it knows of the purge, it holds nothing of it.
    assert paintrack(f"merge {quoted(file)} --db {quoted(copy)}").code == 0
    assert paintrack(f"purge --yes --remove-backups --db {quoted(copy)}").code == 0
    assert str(copy) not in paintrack(f"{purge} --remove-backups").err
