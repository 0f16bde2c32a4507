"""The scores of the sessions as two rows of numbers on the heat ramp, each on the day of its session."""

from collections.abc import Sequence
from itertools import pairwise

from paintrack.analysis.condition.chart_data import Bar, ChartData
from paintrack.views.heat_ramp import heat_colour
from paintrack.views.trend.charts.svg import shapes
from paintrack.views.trend.charts.svg.drawing_measures import DrawingMeasures, Drawn
from paintrack.views.trend.charts.svg.label_widths import text_width
from paintrack.views.trend.charts.svg.plot import after_mark, before_mark
from paintrack.views.value_words import show_score

_GREATEST_CELL = 34
_GAP = 0.6
_DOT = 3.6


def number_strip(chart_data: ChartData, places: Sequence[float], y: float, sheet: DrawingMeasures) -> Drawn:
    """The row before and the row after; empty if the sessions are too close for their numbers.

    The score that is not counted is in round brackets; if there is no room for them as letters, in thin ones between
    its box and the next.
    """
    for bracketed in (chart_data.not_counted, None):
        if cell := _cell(chart_data, places, bracketed, sheet):
            return _rows(chart_data, places, bracketed, cell, y, sheet)
    return Drawn([], 0)


def _cell(chart_data: ChartData, places: Sequence[float], bracketed: int | None, sheet: DrawingMeasures) -> float:
    """How wide a number with its coloured box is; 0 if the boxes would touch."""
    words = (_words(bar, row, bracketed) for bar in chart_data.bars for row in range(2))
    needed = max(text_width(each, sheet.size) for each in words) + 1.5
    apart = min((later - earlier for earlier, later in pairwise(places)), default=2 * _GREATEST_CELL)
    # A session at the right end of a narrow sheet has no room for brackets beside it.
    room = 2 * (sheet.width - max(places, default=0))
    if apart - _GAP < needed or (bracketed is not None and room < needed):
        return 0
    return min(max(needed, sheet.size + 6), apart - _GAP, _GREATEST_CELL, max(room, needed))


def _rows(
    chart_data: ChartData, places: Sequence[float], bracketed: int | None, cell: float, y: float, sheet: DrawingMeasures
) -> Drawn:
    elements = []
    uncounted: list[str] = []  # above the boxes
    high, middle = sheet.size + 2.5, 0.36 * sheet.size
    for row, name in enumerate(("before", "after")):
        below = y + row * (high + 1.5)
        mark = after_mark(5, below - middle, _DOT, sheet.paper) if row else before_mark(5, below - middle, _DOT)
        elements += [mark, shapes.text(14, below, name)]
        for bar, x in zip(chart_data.bars, places, strict=True):
            score = bar.after if row else bar.before
            if score is not None:
                ground = heat_colour(score).ground
                elements.append(shapes.box(x - cell / 2, below - middle - high / 2, cell, high, fill=ground))
            ink = "" if score is None else heat_colour(score).ink
            elements.append(shapes.text(x, below, _words(bar, row, bracketed), "middle", fill=ink))
            if score is not None and not row and bar.number == chart_data.not_counted != bracketed:
                uncounted.append(shapes.bracket(x - cell / 2 - 0.2, below - middle, 0.4 * high, -1))
                uncounted.append(shapes.bracket(x + cell / 2 - 0.4, below - middle, 0.4 * high, 1, stroke=ink))
    return Drawn([*elements, *uncounted], 2 * (high + 1.5) + 1)


def _words(bar: Bar, row: int, bracketed: int | None) -> str:
    """The score before (row 0) or after (row 1), a dash for a missing one."""
    words = show_score(bar.after if row else bar.before) or "-"
    return f"({words})" if bar.number == bracketed and not row else words
