"""Files with entries in them, by the storage itself, and what is in them."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from paintrack.model.selection import Selection
from paintrack.storage.file.reader_and_writer_opening import open_reader, open_writer
from tests.factories.entries import NOW, a_session


def save_session(path: Path, **details: Any) -> None:
    """Save `a_session` with these details; the file is made if it is not there."""
    with open_writer(path, NOW) as writer:
        writer.save(a_session(**details))


def count_entries(path: Path) -> int:
    """How many entries of any kind the file has, without deleted ones."""
    with open_reader(path) as reader:
        return len(reader.entries(Selection()))


def plain_rows(path: Path, query: str) -> list[tuple[object, ...]]:
    """What plain SQLite answers, without a function of paintrack."""
    with closing(sqlite3.connect(path)) as plain:
        return plain.execute(query).fetchall()
