"""The first page of the table of entries made anew where it is unreadable: it leads to the pages with the rows.

https://www.sqlite.org/fileformat2.html#b_tree_pages
"""

import re
from collections.abc import Iterator
from contextlib import closing, suppress
from typing import NamedTuple

from paintrack.storage.copies.salvaging.table_definition_repair import UNREADABLE
from paintrack.storage.copies.snapshot import open_snapshot

# The first byte of a page of a table: one with rows, and one that leads to other pages.
_LEAF, _INTERIOR = 0x0D, 0x05
# Only rows of entries, and of the tables that are stored like indexes, have one.
_UID = re.compile(rb"[0-9a-f]{32}")


class _Leaf(NamedTuple):
    """A page with rows: the ids of its first and last row, and its number."""

    first: int
    last: int
    page: int


def with_rebuilt_root(content: bytes) -> bytes:
    """The contents of a file with a new first page for the entries; unchanged if theirs is one of a table.

    Also unchanged where the pages are too many for one page to lead to.
    """
    root = _root_of_entries(content)
    size = int.from_bytes(content[16:18], "big")
    if root is None or size < 512 or root * size > len(content) or content[(root - 1) * size] in (_LEAF, _INTERIOR):
        return content
    leaves = sorted(_leaves(content, size))
    cells = [leaf.page.to_bytes(4, "big") + _varint(leaf.last) for leaf in leaves[:-1]]
    pointers, end = b"", size
    for cell in cells:
        end -= len(cell)
        pointers += end.to_bytes(2, "big")
    header = bytes([_INTERIOR, 0, 0]) + len(cells).to_bytes(2, "big") + (end % 65536).to_bytes(2, "big") + bytes(1)
    if not leaves or end < len(header) + 4 + len(pointers):
        return content
    beginning = header + leaves[-1].page.to_bytes(4, "big") + pointers
    page = beginning + bytes(end - len(beginning)) + b"".join(reversed(cells))
    return content[: (root - 1) * size] + page + content[root * size :]


def _root_of_entries(content: bytes) -> int | None:
    with suppress(*UNREADABLE), closing(open_snapshot(content)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'entry'").fetchone() or (None,)
        return root if isinstance(root, int) and root > 1 else None
    return None


def _leaves(content: bytes, size: int) -> Iterator[_Leaf]:
    """The pages with rows of entries, but not the free ones, which have former contents."""
    free = {*_free_pages(content, size)}
    for number in range(2, len(content) // size + 1):
        page = content[(number - 1) * size : number * size]
        if page[0] != _LEAF or number in free or not _UID.search(page):
            continue
        cells = int.from_bytes(page[3:5], "big")
        if not cells:
            continue
        with suppress(IndexError):
            first, last = (_rowid(page, int.from_bytes(page[place : place + 2], "big")) for place in (8, 6 + 2 * cells))
            yield _Leaf(first, last, number)


def _free_pages(content: bytes, size: int) -> Iterator[int]:
    trunk, seen = int.from_bytes(content[32:36], "big"), set[int]()
    while trunk and trunk not in seen:
        seen.add(trunk)
        page = content[(trunk - 1) * size : trunk * size]
        yield trunk
        count = int.from_bytes(page[4:8], "big")
        for place in range(8, min(8 + 4 * count, size - 3), 4):
            yield int.from_bytes(page[place : place + 4], "big")
        trunk = int.from_bytes(page[:4], "big")


def _rowid(page: bytes, place: int) -> int:
    """The id of the row whose cell begins at this place: the number after that of its size. Raises IndexError."""
    while page[place] & 0x80:
        place += 1
    place, rowid = place + 1, 0
    while page[place] & 0x80:
        rowid, place = rowid << 7 | page[place] & 0x7F, place + 1
    return rowid << 7 | page[place]


def _varint(number: int) -> bytes:
    parts = [number & 0x7F]
    while number := number >> 7:
        parts.append(number & 0x7F | 0x80)
    return bytes(reversed(parts))
