"""A file whose first page of the entries is wiped: that page only leads to the pages with the rows, which are there."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from paintrack.storage.copies.salvaging.rebuilt_root import with_rebuilt_root
from paintrack.storage.copies.salvaging.salvage import salvage
from paintrack.storage.file.reader_and_writer_opening import open_writer
from tests.factories.damaged_files import overwrite_page
from tests.factories.entries import NOW, a_session


@pytest.fixture
def long_file(tmp_path: Path) -> Path:
    """A file of 200 sessions, and free pages with more."""
    path = tmp_path / "long.db"
    with open_writer(path, NOW) as writer:
        writer.save_all_imported([a_session(at=day, note=f"note {day}") for day in range(300)])
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.executescript(
            "DELETE FROM entry WHERE number > 200; DELETE FROM rating WHERE entry > 200;"
            "DELETE FROM change; DELETE FROM step"
        )
    return path


@pytest.mark.parametrize("byte", [0, 0xFF])
def test_a_wiped_first_page_of_the_entries_loses_nothing(byte: int, long_file: Path) -> None:
    overwrite_page(long_file, "entry", byte)
    result = salvage(long_file)
    assert (result.counts, result.lost, result.incomplete) == ({"session": 200}, 0, 0)


def test_the_ids_lead_to_their_rows_in_the_new_page(long_file: Path) -> None:
    overwrite_page(long_file, "entry", 0)
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.deserialize(with_rebuilt_root(long_file.read_bytes()))
        assert [memory.execute("SELECT id FROM entry WHERE id = ?", (id_,)).fetchone() for id_ in range(1, 201)] == [
            (id_,) for id_ in range(1, 201)
        ]


def test_a_sound_file_and_no_file_stay_as_they_are(long_file: Path) -> None:
    for content in (long_file.read_bytes(), b"", bytes(5000)):
        assert with_rebuilt_root(content) == content
