"""A session as it is drawn in the history: a sideways dumbbell. `colours` is how many the terminal has, or 0."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from paintrack.views.history.history_line_data import HistoryLine
from paintrack.views.text_style import painted

_LOWER, _HIGHER = "38;5;33", "38;5;166"  # blue and orange, as in the chart


class _Glyphs(NamedTuple):
    """The characters of a dumbbell; `leaving` is a score on leaving without one on arrival."""

    arrival: str
    lower: str
    higher: str
    same: str
    stroke: str
    leaving: str
    reading: str = "+"


_GLYPHS: Mapping[bool, _Glyphs] = MappingProxyType(
    {False: _Glyphs("●", "◄", "►", "◉", "─", "○"), True: _Glyphs("o", "<", ">", "=", "-", "x")}
)


def dumbbell(line: HistoryLine, step: int, *, ascii_only: bool, colours: int) -> str:
    """The scores of the line on a scale from 0 to 10, with `step` columns for a point; 10 * step + 1 columns wide.

    The round end is the score on arrival, the arrowhead the one on leaving; a reading is a `+`.
    """
    glyphs = _GLYPHS[ascii_only]
    marks: dict[int, str] = {}
    if line.reading is not None:
        marks[_column(line.reading, step)] = glyphs.reading
    elif line.before is not None and line.after is not None and line.before != line.after:
        marks = _stroke(line.before, line.after, step, glyphs, colours=colours)
    elif line.before is not None:
        marks[_column(line.before, step)] = glyphs.arrival if line.after is None else glyphs.same
    elif line.after is not None:
        marks[_column(line.after, step)] = glyphs.leaving
    return "".join(marks.get(column, " ") for column in range(10 * step + 1))


def _stroke(before: float, after: float, step: int, glyphs: _Glyphs, *, colours: int) -> dict[int, str]:
    """The character in each column that the dumbbell covers."""
    is_lower = after < before
    start, end = _column(before, step), _column(after, step)
    if start == end:
        # A change of less than a column keeps its direction, even at the ends of the scale.
        end += -1 if is_lower else 1
        inside = min(max(end, 0), 10 * step)
        start, end = start + inside - end, inside
    marks = dict.fromkeys(range(min(start, end) + 1, max(start, end)), glyphs.stroke)
    marks[start] = glyphs.arrival
    glyph, style = (glyphs.lower, _LOWER) if is_lower else (glyphs.higher, _HIGHER)
    marks[end] = painted(glyph, style, colours=colours)
    return marks


def _column(score: float, step: int) -> int:
    return int(score * step + 0.5)
