r"""Paintrack's own CSV: the rows of `domain.rows` under a header that names their keys; UTF-8, comma, lines end in \n.

\n because a cell may hold newlines, stored as \n: one kind of line end in the whole file is what diff, git and
grep expect, and every spreadsheet reads it. No types are detected: '007' stays text.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import chain, compress, islice
from operator import itemgetter, ne
from typing import Any, TextIO

from paintrack.domain.entry import AnyEntry
from paintrack.domain.rows import KEYS, RowError, TextRow, entries_of
from paintrack.errors import FileTroubleError

NumberedRow = tuple[int, list[str]]

# In characters: far more than any diary has, and few enough for the memory of a small computer.
LONGEST_LINE = 10_000_000
LONGEST_FILE = 100_000_000
_TEXTS = {"condition", "points", "technique", "practitioner", "side_effects", "currency", "note"}
# What a spreadsheet runs as a formula when a cell begins with it: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = r"[=+\-@\t\r\n＝＋－＠]"
_TO_GUARD = re.compile(f"'*{_FORMULA}")
_GUARDED = re.compile(f"'+{_FORMULA}")
# What a text must begin with for one of these to match; a look at it spares most texts the pattern.
_BEGINS_FORMULA = frozenset("'=+-@\t\r\n＝＋－＠")
_TEXT_PLACES = [KEYS.index(key) for key in KEYS if key in _TEXTS]
_kind_of, _uid_of = itemgetter(KEYS.index("kind")), itemgetter(KEYS.index("uid"))
_texts_of = itemgetter(*_TEXT_PLACES)
_CHUNK = 1000


def write_csv(rows: Iterable[Sequence[Any]], stream: TextIO) -> dict[str, int]:
    """Write the header and the rows as they come; how many entries of each kind.

    A row has a value for each of `KEYS`, lists as one text; those of one entry stand together. `stream` is text with
    newline="". A text that a spreadsheet could run gets a `'` in front.
    """
    written: Counter[str] = Counter()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(KEYS)
    last, rest = None, iter(rows)
    # Looked at a thousand at a time, without a step of Python for each row.
    while chunk := list(islice(rest, _CHUNK)):
        uids = [last, *map(_uid_of, chunk)]
        last = uids[-1]
        written.update(compress(map(_kind_of, chunk), map(ne, uids, uids[1:])))
        texts = {*chain.from_iterable(map(_texts_of, chunk))}
        guard = any(text and text[0] in _BEGINS_FORMULA for text in texts)
        writer.writerows([[*map(_guarded_cell, row)] for row in chunk] if guard else chunk)
    return dict(written)


def _guarded_cell(value: Any) -> Any:
    return guarded(value) if isinstance(value, str) else value


def guarded(text: str) -> str:
    """The text with a `'` in front where a spreadsheet could run it."""
    return f"'{text}" if _TO_GUARD.match(text) else text


def read_csv(rows: Iterable[NumberedRow], now: datetime) -> Iterator[AnyEntry | RowError]:
    """The entries of a file that `write_csv` wrote, or what is wrong with them, as they come.

    `rows` are those below the header, as they stand there. `now` is aware.
    """
    return entries_of(map(_row, rows), now)


def _row(row: NumberedRow) -> TextRow | RowError:
    line, cells = row
    if len(cells) == len(KEYS):
        # One look at all texts: hardly any row has a guard.
        if "'" in "".join(_texts_of(cells)):
            # A list of its own: the row itself is written as it stands when it is set aside.
            cells = [_unguarded(cell) if place in _TEXT_PLACES else cell for place, cell in enumerate(cells)]
        return TextRow(line, cells)
    return RowError(line, "", ",".join(cells)[:100], f"The row has {len(cells)} values, not {len(KEYS)}.")


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


def numbered_rows(lines: Iterable[str], delimiter: str = ",") -> Iterator[NumberedRow]:
    """The rows of a CSV file, empty lines left out, each with the line on which it begins.

    `lines` keep their line ends. Raises FileTroubleError when they are no CSV from some line on.
    """
    csv.field_size_limit(LONGEST_LINE)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if cells:
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        why = f"{error}; is a quote missing?"
        raise FileTroubleError(f"From line {line} on the file is no CSV ({why}) Nothing saved.") from None


def lines_of(stream: TextIO) -> Iterator[str]:
    """The lines of the stream; a device that never ends and a line that never ends are stopped."""
    size = 0
    for number, line in enumerate(iter(partial(stream.readline, LONGEST_LINE + 1), ""), 1):
        size += len(line)
        if len(line) > LONGEST_LINE:
            raise FileTroubleError(f"Line {number} is longer than {LONGEST_LINE:,} characters. Nothing saved.")
        if size > LONGEST_FILE:
            raise FileTroubleError(f"The file is longer than {LONGEST_FILE:,} characters. Nothing saved.")
        yield line
