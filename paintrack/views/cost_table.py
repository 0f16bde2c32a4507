"""What visits cost as a table: rows of years or of visits, amounts to the right."""

from collections.abc import Sequence
from typing import Any

from paintrack.model.text import visible_line, width_of
from paintrack.views.text_layout import filled, shortened

_MONEY = {"paid", "covered", "out_of_pocket"}
_TO_THE_RIGHT = {"sessions", *_MONEY}
_SHORT = {"out_of_pocket": "own", "practitioner": "with", "sessions": "n", "currency": "in"}
_LEAST_NAME = 8


def cost_table(rows: Sequence[dict[str, Any]], *, width: int) -> str:
    """The rows (one or more, all with the same keys) below their names, each line at most `width` columns.

    A column without anything in it is left out; the practitioner's name gives way where it is narrow. Where
    that is not enough, each row is said in words.
    """
    names = [name for name in rows[0] if any(row[name] is not None for row in rows)]
    has_cents = any(isinstance(row[name], float) for row in rows for name in _MONEY.intersection(names))
    cells = [{name: _cell(row[name], has_cents=has_cents and name in _MONEY) for name in names} for row in rows]
    for heads in ({name: name.replace("_", " ") for name in names}, {name: _SHORT.get(name, name) for name in names}):
        widths = _widths([heads, *cells], width)
        if _total(widths) <= width:
            return "\n".join(_line(row, widths) for row in [heads, *cells])
    return "\n".join(_in_words(row, width) for row in cells)


def _cell(value: object, *, has_cents: bool) -> str:
    if has_cents and isinstance(value, int | float):
        return f"{value:.2f}"
    return "-" if value is None else visible_line(str(value))


def _widths(rows: Sequence[dict[str, str]], width: int) -> dict[str, int]:
    """The columns as wide as their widest cell, the practitioner's as wide as what is left."""
    widths = {name: max(width_of(row[name]) for row in rows) for name in rows[0]}
    over = _total(widths) - width
    if over > 0 and "practitioner" in widths:
        widths["practitioner"] = max(min(_LEAST_NAME, widths["practitioner"]), widths["practitioner"] - over)
    return widths


def _total(widths: dict[str, int]) -> int:
    return sum(widths.values()) + 2 * (len(widths) - 1)


def _line(row: dict[str, str], widths: dict[str, int]) -> str:
    cells = []
    for name, width in widths.items():
        cell = shortened(row[name], width, ascii_only=True)
        space = " " * (width - width_of(cell))
        cells.append(space + cell if name in _TO_THE_RIGHT else cell + space)
    return "  ".join(cells).rstrip()


def _in_words(row: dict[str, str], width: int) -> str:
    """`2026, with Dr Li, sessions 12, paid 1020, ...`, without the columns that say nothing."""
    when, *others = row.items()
    words = [f"{'with' if name == 'practitioner' else name.replace('_', ' ')} {cell}" for name, cell in others]
    return filled([f"{each}," for each in [when[1], *words][:-1]] + words[-1:], width)
