"""purge and other files that hold what was purged: backups, damaged files set aside, copies with names of your own."""

from pathlib import Path

import pytest

from tests.commands.removing.words_in_files import PURGE, files_with
from tests.program import Clock, Paintrack, quoted, unwrapped

NO_LONGER_THERE = (
    "The backup holds values of 1 entry that your file no longer has, not even for undo; restoring brings them back."
)


def test_a_restore_of_what_was_purged_is_said(paintrack: Paintrack, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    paintrack("note SECRET")
    paintrack(["backup", str(copy)])
    paintrack("purge n1 --yes")
    result = paintrack(["restore", str(copy), "--yes"])
    assert result.err == "The backup holds 1 entry that you have purged; restoring brings them back.\n"


def test_a_restore_of_purged_scores_is_said(paintrack: Paintrack, tmp_path: Path) -> None:
    """The session itself stays, so that no tombstone names it."""
    copy = tmp_path / "copy.db"
    paintrack("log 6 3 --for neck --also migraine=5:4")
    paintrack(["backup", str(copy)])
    paintrack("purge --for migraine --yes")
    paintrack("edit 1 --note later")
    assert unwrapped(paintrack(["restore", str(copy), "--yes"]).err) == NO_LONGER_THERE


@pytest.mark.parametrize(
    ("recorded", "changed"),
    [
        ("log 6 3 --for neck --note SECRET", "edit 1 --clear note"),
        ("log 6 3 --for neck --note SECRET", "edit 1 --note other"),
        ("log 6 3 --for neck --side-effect bruise", "edit 1 --clear side-effects"),
        ("log 6 3 --for neck --cost 60", "edit 1 --clear cost"),
        ("log 6 3 --for SECRET", "conditions rename SECRET neck --yes"),
        ("note SECRET", "edit n1 --text other"),
        ("rate 5 --for neck --note SECRET", "edit r1 --clear note"),
    ],
)
def test_a_restore_of_purged_values_is_said(recorded: str, changed: str, paintrack: Paintrack, file: Path) -> None:
    """The entry itself stays, so that no tombstone names it; as long as undo keeps the value, it is not purged."""
    own = file.parent / "my own.db"
    paintrack(recorded)
    paintrack(["backup", str(own)])
    assert paintrack(changed).code == 0
    assert paintrack(["restore", str(own), "--yes"]).err == ""
    paintrack(changed)
    assert paintrack("purge --yes --json").json["also_in"] == [str(own)]
    assert unwrapped(paintrack(["restore", str(own), "--yes"]).err) == NO_LONGER_THERE


def test_a_copy_from_before_an_undo_is_not_called_purged(paintrack: Paintrack, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    for typed in ("log 6 3 --for neck", "edit 1 --note x", f"backup {quoted(copy)}", "undo"):
        assert paintrack(typed).code == 0
    assert paintrack(["restore", str(copy)]).err.startswith(f"{copy} was not restored")
    # Now redo has it no longer.
    paintrack("edit 1 --cost 60")
    assert unwrapped(paintrack(["restore", str(copy), "--yes"]).err) == NO_LONGER_THERE


def test_what_a_backup_lacks_is_not_called_purged(paintrack: Paintrack, tmp_path: Path) -> None:
    """Nor is a part that a setting gave to a value, or one that the file has beside it."""
    copy = tmp_path / "copy.db"
    paintrack("log 6 --for neck --cost 60")
    paintrack(["backup", str(copy)])
    paintrack("after 3")
    paintrack("config currency EUR")
    paintrack("edit 1 --note later")
    paintrack("purge --yes")
    assert paintrack(["restore", str(copy), "--yes"]).err == ""


def test_scores_that_undo_keeps_are_not_called_purged(paintrack: Paintrack, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    paintrack("log 6 3 --for neck --also migraine=5:4")
    paintrack(["backup", str(copy)])
    paintrack("delete --for migraine --yes")
    assert paintrack(["restore", str(copy), "--yes"]).err == ""


def test_a_file_beside_it_with_purged_scores_is_named(paintrack: Paintrack, file: Path) -> None:
    paintrack("log 6 3 --for neck --also migraine=5:4")
    own = file.parent / "my own.db"
    paintrack(["backup", str(own)])
    assert paintrack("purge --for migraine --yes --json").json["also_in"] == [str(own)]
    # Only the file with the scores.
    own.unlink()
    paintrack(["backup", str(own)])
    assert paintrack("purge --yes --json").json["also_in"] == []


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
    assert f"Another file holds what was purged, and stays:\n  {own}\n" in result.err
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


def test_backups_beside_a_link_and_beside_its_file_go(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    """A diary that is reached by a link has backups in two folders, and a purge by the link knows both."""
    link = tmp_path / "elsewhere" / "link.db"
    link.parent.mkdir()
    link.symlink_to(file)
    paintrack("note SECRET")
    paintrack("backup")
    named = paintrack("file --json").json["last_backup"]["path"]
    paintrack(["backup", "--db", str(link)])
    result = paintrack(["purge", "n1", "--yes", "--db", str(link)])
    assert result.err.startswith("These backups hold what was purged")
    assert named in result.err
    paintrack(["purge", "--remove-backups", "--yes", "--db", str(link)])
    assert files_with(tmp_path, "SECRET") == []


def test_a_backup_in_a_folder_that_is_a_link_is_named_once(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    (tmp_path / "linked").symlink_to(file.parent, target_is_directory=True)
    paintrack("note SECRET")
    linked = str(tmp_path / "linked" / file.name)
    paintrack(["backup", str(file.parent / "named.db")])
    paintrack(["backup", "--db", linked])
    purged = paintrack(["purge", "n1", "--yes", "--json", "--db", linked]).json
    assert [len(purged[each]) for each in ("still_in", "also_in")] == [1, 1]
