"""One bit of the file is flipped, and what leaves it is compared with what left the sound file."""

import io
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Literal

from sqlite_utils import Database

from paintrack.cli import main

# Where a bit is flipped: in the first 100 bytes; in the headers of pages and their lists of cells; in the cells of
# indexes; in those of tables, where the values of the patient are.
REGIONS = ("header", "structure", "indexes", "rows")
# Each with the file that it writes.
LEAVES_THE_FILE = {
    "export": ("export", "history.json"),
    "backup": ("backup", "copy.db"),
    "summary": ("summary", "-o", "page.txt"),
}
Verdict = Literal["refused", "unharmed", "wrong"]
_HEADER_SIZE = 100
# The kinds of pages that have cells, by their first byte, with the size of the page's header.
_PAGE_HEADERS = {0x02: 12, 0x05: 12, 0x0A: 8, 0x0D: 8}


class Original:
    """A sound file, the places in it at which a bit may flip, and what leaves it; `folder` is for damaged copies."""

    def __init__(self, path: Path, folder: Path) -> None:
        self._content, self._folder = path.read_bytes(), folder
        self._places = {region: sorted(_places(path, region)) for region in REGIONS}
        self._output = {command: self._written(command, self._content) for command in LEAVES_THE_FILE}

    def flips(self, region: str, number: int, chance: random.Random) -> list[tuple[int, int]]:
        """So many places in the region, as byte and bit."""
        return [(chance.choice(self._places[region]), chance.randrange(8)) for _ in range(number)]

    def verdict(self, command: str, flip: tuple[int, int]) -> Verdict:
        """What comes of the command once the bit is flipped."""
        place, bit = flip
        content = bytearray(self._content)
        content[place] ^= 1 << bit
        output = self._written(command, bytes(content))
        if output is None:
            return "refused"
        return "unharmed" if output == self._output[command] else "wrong"

    def _written(self, command: str, content: bytes) -> str | None:
        """What the command writes of a file with this content; None where it writes nothing and says so."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir()
        own, output = self._folder / "own.db", self._folder / LEAVES_THE_FILE[command][-1]
        own.write_bytes(content)
        own.chmod(0o600)
        typed = [*LEAVES_THE_FILE[command][:-1], str(output), "--db", str(own)]
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()) as errors:
            code = main(typed)
        if "Traceback" in errors.getvalue() or "Internal error" in errors.getvalue():
            raise AssertionError(errors.getvalue())
        if not output.exists():
            assert code == 1
            return None
        # `summary` writes the page first, and then to the file, when; the page alone may succeed, and that is said.
        assert code == 0 or "The file is written." in errors.getvalue()
        return _rows(output) if output.suffix == ".db" else output.read_text("utf-8")


def _rows(path: Path) -> str:
    """All rows of all tables."""
    with closing(sqlite3.connect(path)) as plain:
        # What a flip leaves need be no UTF-8.
        plain.text_factory = lambda text: text.decode("utf-8", "surrogateescape")
        database = Database(plain)
        return "\n".join(repr(row) for name in sorted(database.table_names()) for row in database[name].rows)


def _places(path: Path, region: str) -> Iterator[int]:
    """The bytes of the file that are in the region."""
    if region == "header":
        yield from range(_HEADER_SIZE)
        return
    content = path.read_bytes()
    with closing(sqlite3.connect(path)) as plain:
        (size,) = plain.execute("PRAGMA page_size").fetchone()
        indexes = {name for (name,) in plain.execute("SELECT name FROM sqlite_schema WHERE type = 'index'")}
        pages = plain.execute("SELECT name, pageno FROM dbstat").fetchall()
    for name, number in pages:
        start = (number - 1) * size
        first = start + _HEADER_SIZE if number == 1 else start
        header = _PAGE_HEADERS.get(content[first])
        if header is None:
            continue
        cells = int.from_bytes(content[first + 3 : first + 5], "big")
        lists_end = first + header + 2 * cells
        if region == "structure":
            yield from range(first, lists_end)
        elif (region == "indexes") == (name in indexes) and name != "sqlite_schema":
            # Where no cell ends a page, its cells begin at its end.
            begin = int.from_bytes(content[first + 5 : first + 7], "big") or size
            yield from range(start + begin, start + size)
