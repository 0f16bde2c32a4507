"""What visits cost as a table: a row for each year or visit, amounts aligned right."""

from collections.abc import Sequence
from typing import Any

from paintrack.model.typed_text import visible_line
from paintrack.views.text_layout import column_widths, pack, table_lines

_MONEY = {"paid", "covered", "out_of_pocket"}
_TO_THE_RIGHT = {"sessions", *_MONEY}
_SHORT = {"out_of_pocket": "own", "practitioner": "with", "sessions": "n", "currency": "in"}
_LEAST_NAME = 8


def cost_table(rows: Sequence[dict[str, Any]], *, width: int) -> str:
    """The rows (one or more, all with the same keys) below their names, each line at most `width` columns.

    Empty columns are left out. Where it is narrow, headings get shorter and practitioners' names are truncated; where
    that is not enough, each row becomes a line of words.
    """
    names = [name for name in rows[0] if any(row[name] is not None for row in rows)]
    has_cents = any(isinstance(row[name], float) for row in rows for name in _MONEY.intersection(names))
    cells = [[_cell(row[name], has_cents=has_cents and name in _MONEY) for name in names] for row in rows]
    numbers = [place for place, name in enumerate(names) if name in _TO_THE_RIGHT]
    practitioner = names.index("practitioner") if "practitioner" in names else None
    for heads in ([name.replace("_", " ") for name in names], [_SHORT.get(name, name) for name in names]):
        table = [heads, *cells]
        if _least_width(table, practitioner) <= width:
            # A table that fits has nothing to cut.
            return "\n".join(table_lines(table, width, right=numbers, cut=practitioner or 0))
    return "\n".join(_in_words(names, row, width) for row in cells)


def _cell(value: object, *, has_cents: bool) -> str:
    if has_cents and isinstance(value, int | float):
        return f"{value:.2f}"
    return "-" if value is None else visible_line(str(value))


def _least_width(table: Sequence[Sequence[str]], practitioner: int | None) -> int:
    """The columns that the table takes at least, when the practitioner's names are cut as far as they can be."""
    widths = column_widths(table)
    if practitioner is not None:
        widths[practitioner] = min(widths[practitioner], _LEAST_NAME)
    return sum(widths) + 2 * (len(widths) - 1)


def _in_words(names: Sequence[str], row: Sequence[str], width: int) -> str:
    """`2026, with Dr Li, sessions 12, paid 1020, ...`."""
    labels = ["with" if name == "practitioner" else name.replace("_", " ") for name in names[1:]]
    words = [row[0], *(f"{label} {cell}" for label, cell in zip(labels, row[1:], strict=True))]
    return pack([f"{each}," for each in words[:-1]] + words[-1:], width)
