"""The rows of numbers under the dumbbells by date: the scores as a heat strip, each under its day, and the medians."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import floor
from typing import NamedTuple

from paintrack.analysis.condition.chart_data import Bar, Bracket
from paintrack.analysis.statistics.robust_statistics import median
from paintrack.views.trend.charts.chart_canvas import LEFT, Glyphs, Paint, placed
from paintrack.views.trend.charts.number_rows_below_chart import CLOSING, bracket_rows, bracket_text, heat_strip
from paintrack.views.value_words import show_score

MIDDLE_SIGN = "~"


class _Number(NamedTuple):
    """One score, or the median of several: how it is written, and the score that gives its colour (None: missing)."""

    text: str
    score: float | None


class _Cell(NamedTuple):
    """The numbers before and after of one session, or of several that are too close for numbers of their own.

    `column` is the canvas column of their last digits.
    """

    column: int
    bars: tuple[Bar, ...]
    before: _Number
    after: _Number

    def ends(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """The columns of the two numbers, each as its first and the one after its last."""
        before, after = (
            (end - len(number.text), end)
            for number in (self.before, self.after)
            for end in [self.column + 1 + number.text.endswith(CLOSING)]
        )
        return before, after


class DateNumbers(NamedTuple):
    """The numbers of all sessions, left to right; `has_brackets`: each is in brackets, as `[7]`."""

    cells: Sequence[_Cell]
    has_brackets: bool

    @property
    def has_middles(self) -> bool:
        """Whether a number is the median of several scores."""
        return any(each.text[0] == MIDDLE_SIGN for cell in self.cells for each in (cell.before, cell.after))

    def rows(
        self, brackets: Sequence[Bracket], glyphs: Glyphs, paint: Paint, *, width: int, colours: int
    ) -> Iterator[str]:
        """The ids if there is room for all, the scores before, the brackets of the medians, the scores after."""
        if ids := self._ids():
            yield ids
        befores, afters = zip(*((cell.before, cell.after) for cell in self.cells), strict=True)
        yield self._strip(f"{glyphs.before} before", befores, paint, colours)
        yield from self._medians(brackets, glyphs, width)
        yield self._strip(f"{glyphs.after} after", afters, paint, colours)

    def _strip(self, name: str, numbers: Sequence[_Number], paint: Paint, colours: int) -> str:
        cells = zip(self.cells, numbers, strict=True)
        return heat_strip(name, ((cell.column, *number) for cell, number in cells), paint, colours)

    def _ids(self) -> str:
        """The ids under their strokes; empty if a cell is of several sessions or there is no room for an id."""
        row = "id"
        for cell in self.cells:
            label = cell.bars[0].label
            start = LEFT + cell.column + 1 - len(label)
            if len(cell.bars) > 1 or start <= len(row):
                return ""
            row = placed(row, start, label)
        return row

    def _medians(self, brackets: Sequence[Bracket], glyphs: Glyphs, width: int) -> Iterator[str]:
        """The brackets under the days of their sessions, and which score is not counted; no row without either."""
        not_counted = next((LEFT + cell.column - 1 for cell in self.cells if cell.before.text.startswith("(")), None)
        yield from bracket_rows(self._bracket_texts(brackets, glyphs, width), not_counted, width=width)

    def _bracket_texts(self, brackets: Sequence[Bracket], glyphs: Glyphs, width: int) -> list[tuple[int, str]]:
        """Each bracket as text with the column of the screen where it starts, left to right."""
        columns: dict[int, int] = {}
        for cell in self.cells:
            for bar in cell.bars:
                if bar.before is not None:
                    columns.setdefault(bar.number, cell.column)
        beside = int(self.has_brackets)
        bracket_texts: list[tuple[int, str]] = []
        limit = width
        for each in reversed(brackets):
            if each.first in columns and each.last in columns:
                first, last = columns[each.first] - beside, columns[each.last] + beside
                text = bracket_text(each, last - first + 1, glyphs)
                start = min(LEFT + first, limit - len(text))
                bracket_texts.insert(0, (start, text))
                # Two medians side by side, without corners, would read as one number.
                limit = start - text[0].isdigit()
        return bracket_texts


def date_numbers(columns: Mapping[int, Sequence[Bar]], not_counted: int | None, glyphs: Glyphs) -> DateNumbers:
    """The numbers of the sessions, at least one, which are given by the canvas column of their day.

    They are in brackets if there is room for all brackets; sessions that are too close even without brackets share
    the median of their scores. `not_counted` is the number of the session whose score before is in round brackets.
    """
    cells = [_cell(each, columns[each], not_counted, glyphs, has_brackets=True) for each in sorted(columns)]
    if not any(_collide(left, right) for left, right in pairwise(cells)):
        return DateNumbers(cells, has_brackets=True)
    separate_cells: list[_Cell] = []
    for column in sorted(columns):
        cell = _cell(column, columns[column], not_counted, glyphs, has_brackets=False)
        while separate_cells and _collide(separate_cells[-1], cell):
            left = separate_cells.pop()
            middle = (left.column * len(left.bars) + cell.column * len(cell.bars)) / len(left.bars + cell.bars)
            bars = left.bars + cell.bars
            cell = _cell(floor(middle + 0.5), bars, not_counted, glyphs, has_brackets=False)
        separate_cells.append(cell)
    return DateNumbers(separate_cells, has_brackets=False)


def _cell(column: int, bars: Sequence[Bar], not_counted: int | None, glyphs: Glyphs, *, has_brackets: bool) -> _Cell:
    is_uncounted = len(bars) == 1 and bars[0].number == not_counted
    before = _number([bar.before for bar in bars], glyphs, brackets="()" if is_uncounted else "[]" * has_brackets)
    after = _number([bar.after for bar in bars], glyphs, brackets="[]" * has_brackets)
    return _Cell(column, tuple(bars), before, after)


def _number(scores: Sequence[float | None], glyphs: Glyphs, *, brackets: str) -> _Number:
    present = [score for score in scores if score is not None]
    if not present:
        return _Number(glyphs.missing, None)
    middle = median(present)
    if len(present) > 1:
        return _Number(f"{MIDDLE_SIGN}{floor(middle + 0.5)}", middle)
    return _Number(f"{brackets[:1]}{show_score(middle)}{brackets[1:]}", middle)


def _collide(left: _Cell, right: _Cell) -> bool:
    """Whether the numbers of two neighbours would overlap, or touch without a bracket between them."""
    for (_, end), (start, _), number in zip(left.ends(), right.ends(), (left.before, left.after), strict=True):
        if start < end + (not number.text.endswith(CLOSING)):
            return True
    return False
