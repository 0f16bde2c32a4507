r"""Paintrack's own CSV: the rows of `csv_rows` under a header that names their keys; UTF-8, comma, lines end in \n.

\n because a cell may hold newlines, which are stored as \n: diff, git and grep expect one kind of line end in the whole
file, and every spreadsheet reads it. No types are detected: '007' stays text.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import chain, compress, islice
from operator import itemgetter, ne
from typing import Any, NamedTuple, TextIO

from paintrack.errors import FileTroubleError
from paintrack.exchange.exported_history_protocol import ExportedHistory
from paintrack.model.displayed_text import listed
from paintrack.model.entries import AnyEntry
from paintrack.model.fields import csv_fields
from paintrack.model.importing.import_errors import FileTooLongError
from paintrack.model.serialization.csv_rows import KEYS, RowError, TextRow, parse_rows, with_decimal_point
from paintrack.model.values.field_types import MONEY, SCORE

NumberedRow = tuple[int, list[str]]

# In characters: far more than any diary has, and few enough for the memory of a small computer.
LONGEST_LINE = 10_000_000
LONGEST_FILE = 100_000_000
# In one row: a line of millions of delimiters is short as text, but its empty values would fill the memory.
MOST_VALUES = 1_000_000
_NUMBERS = {field.name for field in csv_fields() if field.type in (SCORE, MONEY)}
# Fields that a person wrote; keys, times and numbers come from paintrack and need no guard.
_TEXTS = {field.name for field in csv_fields() if not field.is_of_every_entry} - _NUMBERS
# A cell that begins with one of these a spreadsheet runs: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = r"[=+\-@\t\r\n＝＋－＠]"
_NEEDS_GUARD = re.compile(f"'*{_FORMULA}")
_GUARDED = re.compile(f"'+{_FORMULA}")
# Only a text that begins with one of these can match, so that most need not be tried with the pattern.
_BEGINS_FORMULA = frozenset("'=+-@\t\r\n＝＋－＠")
_TEXT_PLACES = [KEYS.index(key) for key in KEYS if key in _TEXTS]
_NUMBER_PLACES = [KEYS.index(key) for key in KEYS if key in _NUMBERS]
_kind_of, _uid_of = itemgetter(KEYS.index("kind")), itemgetter(KEYS.index("uid"))
_texts_of = itemgetter(*_TEXT_PLACES)
_CHUNK = 1000


def export(history: ExportedHistory, stream: TextIO) -> dict[str, int]:
    """Write the sessions and readings; returns how many of each kind."""
    return write_csv(history.rows(), stream)


def write_csv(rows: Iterable[Sequence[Any]], stream: TextIO) -> dict[str, int]:
    """Write the header, and the rows as they come; returns how many entries of each kind.

    A row has a value for each of `KEYS`, lists as one text; the rows of one entry follow each other. `stream` is text
    with newline="". A text that a spreadsheet could run as a formula gets a `'` in front.
    """
    written: Counter[str] = Counter()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(KEYS)
    last, rest = None, iter(rows)
    # In chunks, so that the work for each row is done in C.
    while chunk := list(islice(rest, _CHUNK)):
        uids = [last, *map(_uid_of, chunk)]
        last = uids[-1]
        written.update(compress(map(_kind_of, chunk), map(ne, uids, uids[1:])))
        texts = {*chain.from_iterable(map(_texts_of, chunk))}
        needs_guard = any(text and text[0] in _BEGINS_FORMULA for text in texts)
        writer.writerows([[*map(_guard_cell, row)] for row in chunk] if needs_guard else chunk)
    return dict(written)


def _guard_cell(value: Any) -> Any:
    return guard_formula(value) if isinstance(value, str) else value


def guard_formula(text: str) -> str:
    """The text, with a `'` in front if a spreadsheet could run it as a formula."""
    return f"'{text}" if _NEEDS_GUARD.match(text) else text


def table_as_csv(rows: Sequence[dict[str, Any]]) -> str:
    """The rows (all with the same keys) as CSV with a header line, guarded as by `guard_formula`."""
    stream = io.StringIO()
    if rows:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow(
                {name: guard_formula(value) if isinstance(value, str) else value for name, value in row.items()}
            )
    return stream.getvalue()


class OwnColumns(NamedTuple):
    """Where the columns of `KEYS` are in a row of `width` values.

    `places` has a position for each of `KEYS`, which is `width` for a column that the file does not have; None if the
    row has just the columns of `KEYS` in their order. `has_decimal_comma`: 7,5 is read as 7.5, as a spreadsheet that
    puts semicolons between values may write it.
    """

    width: int
    places: tuple[int, ...] | None
    has_decimal_comma: bool = False

    def place_of(self, key: str) -> int:
        """The position of the key's column; `width` if the file has none."""
        place = KEYS.index(key)
        return self.places[place] if self.places else place

    @property
    def missing_keys(self) -> tuple[str, ...]:
        """The keys for which the file has no column, because an older paintrack wrote it."""
        return tuple(key for key in KEYS if self.place_of(key) == self.width)


AS_EXPORTED = OwnColumns(len(KEYS), None)


def own_columns(header: Sequence[str], *, has_decimal_comma: bool = False) -> OwnColumns | None:
    """Where paintrack's columns are in a header, in any order and case, with others between them; None for another.

    Raises FileTroubleError for paintrack's header with some columns missing or repeated: if the file were read as
    anyone's spreadsheet, entries that are stored already would be imported again.
    """
    names = [name.strip().casefold() for name in header]
    missing = [field.name for field in csv_fields() if field.name not in names and field.since == 1]
    twice = [key for key in KEYS if names.count(key) > 1]
    if not missing and not twice:
        # `_row` adds an empty cell after the last one, for all columns that an older paintrack did not write.
        places = tuple(names.index(key) if key in names else len(names) for key in KEYS)
        return OwnColumns(len(names), None if places == tuple(range(len(names))) else places, has_decimal_comma)
    if not {"kind", "uid", "at"}.issubset(names):
        return None
    wrong = f"without {listed(missing, 'and')}" if missing else f"with {listed(twice, 'and')} twice"
    raise FileTroubleError(
        f"The file is paintrack's own CSV {wrong}: mend that, or take the columns kind and uid out to have it read "
        "as anyone's spreadsheet."
    )


def read_csv(
    rows: Iterable[NumberedRow], now: datetime, columns: OwnColumns = AS_EXPORTED
) -> Iterator[AnyEntry | RowError]:
    """The entries of a file that `write_csv` wrote, or what is wrong with them, as they come.

    `rows` are those below the header, unchanged. `now` is aware.
    """
    return parse_rows((_row(row, columns) for row in rows), now)


def _row(row: NumberedRow, columns: OwnColumns) -> TextRow | RowError:
    line, cells = row
    if len(cells) != columns.width:
        return RowError(
            line,
            "",
            ",".join(cells)[:100],
            f"The row has {len(cells)} value{'' if len(cells) == 1 else 's'}, not {columns.width}.",
        )
    # Each change makes a new list, because a rejected row is written back as it was.
    if columns.places:
        cells = [*cells, ""]
        cells = [cells[place] for place in columns.places]
    if columns.has_decimal_comma:
        cells = [with_decimal_point(cell) if place in _NUMBER_PLACES else cell for place, cell in enumerate(cells)]
    # Search all texts at once, because hardly any row has a guard.
    if "'" in "".join(_texts_of(cells)):
        cells = [_without_guard(cell) if place in _TEXT_PLACES else cell for place, cell in enumerate(cells)]
    return TextRow(line, cells)


def _without_guard(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


def numbered_rows(lines: Iterable[str], delimiter: str = ",") -> Iterator[NumberedRow]:
    """The rows of a CSV file without its empty lines, each with the number of the line on which it begins, from 1.

    `lines` keep their line ends. Raises FileTroubleError if they are not CSV from some line on, or if a row has more
    than `MOST_VALUES` values.
    """
    csv.field_size_limit(LONGEST_LINE)
    limited = _WidthLimit(lines, delimiter)
    reader = csv.reader(iter(limited), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            limited.delimiters = 0
            if cells:
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        why = f"{error}; is a quote missing?"
        raise FileTroubleError(f"From line {line} on the file is not CSV ({why}).") from None


class _WidthLimit:
    """Lines that raise FileTroubleError when one row has too many values.

    `delimiters` is how many there were since the last complete row; the reader of the rows sets it to 0 after each.
    """

    def __init__(self, lines: Iterable[str], delimiter: str) -> None:
        self._lines = lines
        self._delimiter = delimiter
        self.delimiters = 0

    def __iter__(self) -> Iterator[str]:
        for number, line in enumerate(self._lines, 1):
            self.delimiters += line.count(self._delimiter)
            if self.delimiters > MOST_VALUES:
                raise FileTroubleError(f"The row of line {number} has more than {MOST_VALUES:,} values.")
            yield line


def read_lines(stream: TextIO) -> Iterator[str]:
    """The lines of the stream. Raises FileTroubleError for a line or a file that is too long or never ends."""
    size = 0
    for number, line in enumerate(iter(partial(stream.readline, LONGEST_LINE + 1), ""), 1):
        size += len(line)
        if len(line) > LONGEST_LINE:
            raise FileTroubleError(f"Line {number} is longer than {LONGEST_LINE:,} characters.")
        if size > LONGEST_FILE:
            raise FileTooLongError(most=LONGEST_FILE)
        yield line
