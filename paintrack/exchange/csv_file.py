r"""Paintrack's own CSV: the rows of `domain.rows` under a header that names their keys; UTF-8, comma, lines end in \n.

\n because a cell may hold newlines, stored as \n: one kind of line end in the whole file is what diff, git and
grep expect, and every spreadsheet reads it. No types are detected: '007' stays text.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial
from typing import Any, TextIO

from paintrack.domain.entry import AnyEntry
from paintrack.domain.rows import KEYS, RowError, TextRow, entries_of, joined, rows_of
from paintrack.errors import FileTroubleError

# In characters: far more than any diary has, and few enough for the memory of a small computer.
LONGEST_LINE = 10_000_000
LONGEST_FILE = 100_000_000
_TEXTS = {"condition", "points", "technique", "practitioner", "side_effects", "currency", "note"}
# What a spreadsheet runs as a formula when a cell begins with it: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = r"[=+\-@\t\r\n＝＋－＠]"
_TO_GUARD = re.compile(f"'*{_FORMULA}")
_GUARDED = re.compile(f"'+{_FORMULA}")


def write_csv(entries: Iterable[AnyEntry], stream: TextIO) -> dict[str, int]:
    """Write the header and the rows of the entries as they come, ordered by (at, uid); how many of each kind.

    `stream` is text with newline="". A text that a spreadsheet could run gets a `'` in front.
    """
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(KEYS)
    written: Counter[str] = Counter()
    for entry in entries:
        writer.writerows([_cell(key, value) for key, value in row.items()] for row in rows_of([entry]))
        written[entry.kind] += 1
    return written


def _cell(key: str, value: Any) -> Any:
    text = joined(value) if isinstance(value, list) else value
    return f"'{text}" if key in _TEXTS and text and _TO_GUARD.match(text) else text


def read_csv(stream: TextIO, now: datetime) -> Iterator[AnyEntry | RowError]:
    """The entries of a file that `write_csv` wrote, or what is wrong with them, as they come.

    `stream` is text with newline="", as `source.opened` gives it: bytes that are no UTF-8 are refused where they
    stand. `now` is aware. Raises FileTroubleError when it is no such file, or no CSV from some line on.
    """
    return entries_of(_rows(stream), now)


def _rows(stream: TextIO) -> Iterator[TextRow | RowError]:
    csv.field_size_limit(LONGEST_LINE)
    reader = csv.reader(_lines(stream), strict=True)
    line = 1
    try:
        if next(reader, None) != [*KEYS]:
            raise FileTroubleError(
                "Only a CSV file that paintrack export wrote can be imported; its first line is "
                f"{KEYS[0]},{KEYS[1]},{KEYS[2]} and so on. Nothing saved."
            )
        line = reader.line_num + 1
        for cells in reader:
            if len(cells) == len(KEYS):
                yield TextRow(line, {key: _unguarded(key, cell) for key, cell in zip(KEYS, cells, strict=True)})
            elif cells:
                yield RowError(line, "", ",".join(cells)[:100], f"The row has {len(cells)} values, not {len(KEYS)}.")
            line = reader.line_num + 1
    except csv.Error as error:
        why = f"{error}; is a quote missing?"
        raise FileTroubleError(f"From line {line} on the file is no CSV ({why}) Nothing saved.") from None


def _unguarded(key: str, cell: str) -> str:
    return cell[1:] if key in _TEXTS and _GUARDED.match(cell) else cell


def _lines(stream: TextIO) -> Iterator[str]:
    """The lines of the stream; a device that never ends and a line that never ends are stopped."""
    size = 0
    for number, line in enumerate(iter(partial(stream.readline, LONGEST_LINE + 1), ""), 1):
        size += len(line)
        if len(line) > LONGEST_LINE:
            raise FileTroubleError(f"Line {number} is longer than {LONGEST_LINE:,} characters. Nothing saved.")
        if size > LONGEST_FILE:
            raise FileTroubleError(f"The file is longer than {LONGEST_FILE:,} characters. Nothing saved.")
        yield line
