"""file --salvage: what becomes of files that are there, and of one in which all is deleted."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.factories.damaged_files import overwrite_page
from tests.program import Paintrack, is_one_sentence, quoted


@pytest.mark.parametrize("purged", [False, True])
def test_where_all_is_deleted_that_is_kept(paintrack: Paintrack, file: Path, tmp_path: Path, purged: bool) -> None:
    paintrack("log 7 3")
    paintrack("rate 4")
    paintrack("delete 1 r1 --yes")
    if purged:
        assert paintrack("purge --yes").code == 0
    out = tmp_path / "out.db"
    result = paintrack(f"file --salvage {quoted(out)}")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Salvaged: no entries; that 2 entries were deleted is kept.\n")
    assert [paintrack(f"list --db {quoted(out)}").code, paintrack(f"restore {quoted(out)} --yes").code] == [0, 0]
    with closing(sqlite3.connect(out)) as plain:
        deleted = plain.execute(
            "SELECT (SELECT count(*) FROM entry WHERE deleted IS NOT NULL), (SELECT count(*) FROM gone)"
        ).fetchone()
    assert deleted == ((0, 2) if purged else (2, 0))


@pytest.mark.parametrize("damaged", ["entry_in_time", "sqlite_autoindex_entry_1"])
def test_of_a_damaged_file_deleted_entries_are_kept(
    damaged: str, paintrack: Paintrack, file: Path, tmp_path: Path
) -> None:
    for typed in ("log 7 3 --note KEPT", "rate 4", "delete 1 r1 --yes"):
        assert paintrack(typed).code == 0
    overwrite_page(file, damaged)
    out = tmp_path / "out.db"
    result = paintrack(f"file --salvage {quoted(out)}")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(
        "Salvaged: no entries; that 2 entries were deleted is kept.\nThere may have been others that cannot be read.\n"
    )
    assert b"KEPT" in out.read_bytes()


def test_no_file_is_replaced_without_force(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    paintrack("log 7 3")
    out = tmp_path / "out.db"
    out.write_text("of the person")
    assert paintrack(f"file --salvage {quoted(out)}").code != 0
    assert out.read_text() == "of the person"
    assert paintrack(f"file --salvage {quoted(out)} --force").code == 0
    assert paintrack(f"list --db {quoted(out)}").code == 0


def test_the_damaged_file_itself_is_never_replaced(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    paintrack("log 7 3")
    overwrite_page(file, "rating")
    before = file.read_bytes()
    (tmp_path / "link.db").symlink_to(file)
    for out in (file, tmp_path / "link.db"):
        result = paintrack(f"file --salvage {quoted(out)} --force")
        assert result.code != 0
        assert is_one_sentence(result.err)
    assert file.read_bytes() == before


def test_without_a_file_there_is_nothing_to_salvage(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    result = paintrack(f"file --salvage {quoted(tmp_path / 'out.db')}")
    assert (result.code, result.out) == (2, "")
    assert "There is no file to salvage" in result.err
    assert not (tmp_path / "out.db").exists()
