"""Files as a failing disk leaves them."""

import sqlite3
from contextlib import closing
from pathlib import Path


def disagree_index(path: Path) -> None:
    """Let the index over time hold other columns than its rows: a read that uses it sees other entries."""
    with closing(sqlite3.connect(path, isolation_level=None)) as plain:
        plain.execute("PRAGMA writable_schema = ON")
        wrong = "CREATE INDEX entry_in_time ON entry (uid, at)"
        plain.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'entry_in_time'", (wrong,))


def flip_year_in_index(path: Path, year: int) -> None:
    """Flip one bit of the year of the last entry in the index over time: 2027 for 2026."""
    page, size = root_page(path, "entry_in_time")
    content = bytearray(path.read_bytes())
    start = (page - 1) * size
    place = content.index(f"{year}-".encode(), start, start + size) + 3
    content[place] ^= 1
    path.write_bytes(content)


def overwrite_page(path: Path, table: str, byte: int = 0xFF) -> None:
    """Overwrite the first page of the table or index."""
    page, size = root_page(path, table)
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(bytes([byte]) * size)


def root_page(path: Path, name: str) -> tuple[int, int]:
    """The number of the first page of the table or index, from 1 on, and the size of a page."""
    with closing(sqlite3.connect(path)) as plain:
        (page,) = plain.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
        (size,) = plain.execute("PRAGMA page_size").fetchone()
    return page, size


def break_text(path: Path, text: str) -> None:
    """Flip one bit of each place where the text stands, so that it is no UTF-8 any more."""
    content = bytearray(path.read_bytes())
    start = content.find(text.encode())
    assert start >= 0
    while start >= 0:
        content[start + 2] ^= 0x80
        start = content.find(text.encode(), start)
    path.write_bytes(content)
