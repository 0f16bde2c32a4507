"""What file --salvage counts as unreadable is what was lost, no more and no less as far as the file can tell."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from paintrack.storage.copies.salvaging.salvage import salvage
from paintrack.storage.file.reader_and_writer_opening import open_writer
from tests.factories.damaged_files import root_page
from tests.factories.entries import NOW, a_session

PAGE = 4096


@pytest.fixture
def long_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of 300 sessions with scores alone, and no program sqlite3 that helps."""
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    path = tmp_path / "long.db"
    with open_writer(path, NOW) as writer:
        writer.save_all_imported([a_session(at=day, note=f"note {day}") for day in range(300)])
    return path


@pytest.mark.parametrize("empty_pages", [0, 1, 2])
def test_a_page_that_was_never_used_is_no_loss(long_file: Path, empty_pages: int) -> None:
    content = long_file.read_bytes()
    long_file.write_bytes(bytes(PAGE) + content[PAGE:] + bytes(empty_pages * PAGE))
    result = salvage(long_file)
    assert (result.counts, result.lost, result.incomplete) == ({"session": 300}, 0, 0)


@pytest.mark.parametrize("table", ["point", "side_effect", "rating"])
@pytest.mark.parametrize("empty_pages", [0, 1])
def test_a_wiped_page_of_a_table_is_one(long_file: Path, table: str, empty_pages: int) -> None:
    """With the first page gone, nothing says whether the wiped one is the first of the points."""
    start = (root_page(long_file, table)[0] - 1) * PAGE
    content = long_file.read_bytes()
    wiped = bytes(PAGE) + content[PAGE:start] + bytes(PAGE) + content[start + PAGE :]
    long_file.write_bytes(wiped + bytes(empty_pages * PAGE))
    result = salvage(long_file)
    assert {"point", "side_effect"} <= {*result.unreadable_parts}
    assert (result.counts, result.incomplete) == ({"session": 300}, 300)


@pytest.mark.parametrize("cells", [1, 6, 30])
def test_rows_whose_places_are_wrong_are_a_loss(cells: int, long_file: Path) -> None:
    """A search that passes by such a row finds nothing, and nothing wrong."""
    content = bytearray(long_file.read_bytes())
    # The first page of the table says last, at 8, which page has its last rows; there, at 8, begin their places.
    root = (root_page(long_file, "rating")[0] - 1) * PAGE
    page = int.from_bytes(content[root + 8 : root + 12], "big")
    places = slice((page - 1) * PAGE + 8, (page - 1) * PAGE + 8 + 2 * cells)
    content[places] = bytes(each ^ 0xFF for each in content[places])
    long_file.write_bytes(content)
    result = salvage(long_file)
    with closing(sqlite3.connect(":memory:")) as plain:
        plain.deserialize(result.content)
        (rated,) = plain.execute("SELECT count(DISTINCT entry) FROM rating").fetchone()
    assert (result.counts, result.incomplete) == ({"session": 300}, 300 - rated)
    assert 300 - rated >= cells


def test_what_was_purged_before_the_damage_is_not_counted(long_file: Path) -> None:
    """Its ids lie between those of the entries that cannot be read; no index has them."""
    with closing(sqlite3.connect(long_file)) as plain, plain:
        for statement in ("DELETE FROM rating", "DELETE FROM change", "DELETE FROM step"):
            plain.execute(statement)
        plain.execute("DELETE FROM entry WHERE id <= 200")
    content = bytearray(long_file.read_bytes())
    page = content.index(b"note 201") // PAGE
    content[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    long_file.write_bytes(content)
    result = salvage(long_file)
    assert 0 < result.lost == 100 - result.counts["session"] < 20


def test_a_flipped_bit_in_a_number_is_no_lost_entry(long_file: Path) -> None:
    """Of the id of an entry in the journal, of its uid itself, and of the session that scores belong to."""
    with closing(sqlite3.connect(long_file)) as plain, plain:
        plain.execute("PRAGMA ignore_check_constraints = ON")
        first, second, third = (uid for (uid,) in plain.execute("SELECT uid FROM entry ORDER BY id LIMIT 3"))
        plain.execute("UPDATE change SET uid = ? WHERE uid = ?", (flipped(first), first))
        plain.execute("UPDATE entry SET uid = ? WHERE uid = ?", (flipped(second), second))
        plain.execute("UPDATE rating SET entry = 16634 WHERE entry = (SELECT id FROM entry WHERE uid = ?)", (third,))
    result = salvage(long_file)
    assert (result.counts, result.lost) == ({"session": 300}, 0)


def flipped(uid: str) -> str:
    """The uid with another first digit: with another last one it could be that of the next entry."""
    return ("f" if uid[0] != "f" else "0") + uid[1:]
