"""The legend: a sample of each mark with its word."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from paintrack.analysis.condition.chart_data import ChartData
from paintrack.views.trend.charts.svg import shapes
from paintrack.views.trend.charts.svg.before_to_after_columns import drop_column, rise_column, same_column
from paintrack.views.trend.charts.svg.drawing_measures import DrawingMeasures, Drawn
from paintrack.views.trend.charts.svg.label_widths import text_width
from paintrack.views.trend.charts.svg.noted_change_and_side_effect_lanes import serious_badge, share_a_lane
from paintrack.views.trend.charts.svg.plot import (
    GOAL,
    REBOUND,
    Plot,
    after_mark,
    before_mark,
    goal_name,
    has_rebounds,
    median_band,
    rise_mark,
    same_mark,
)

_DOT, _SINGLE, _COLUMN = 3.6, 2, 3
_GAP, _BETWEEN, _ABOVE = 5, 16, 1


class Sample(NamedTuple):
    """A mark drawn around its own origin, half its width, and what it stands for."""

    mark: str
    reach: float
    words: str


def samples(
    chart_data: ChartData, plot: Plot, sheet: DrawingMeasures, *, names_scores: bool, names_uncounted: bool
) -> Iterator[Sample]:
    """Samples of what the drawing by date shows.

    With `names_scores` also of the scores before and after, with `names_uncounted` of the brackets around the score
    that the medians leave out.
    """
    if plot.is_dense:
        yield from _column_samples(chart_data, sheet)
    else:
        yield from _dumbbell_samples(chart_data, sheet, names_scores=names_scores)
    if has_rebounds(chart_data):
        yield Sample(shapes.line(-10, 0, 10, 0, thick=1.1, dashes=REBOUND), 10, "until the next session")
    if chart_data.early or any(bar.readings for bar in chart_data.bars):
        yield Sample(shapes.cross(0, 0), 4, "reading at home")
    if share_a_lane(chart_data.effects, plot.axis.x, sheet):
        yield serious_sample(sheet)
    if chart_data.brackets:
        yield Sample(median_band(-9, 9, 0), 9, "median of three scores before")
    if names_uncounted and any(
        bar.number == chart_data.not_counted and bar.before is not None for bar in chart_data.bars
    ):
        yield Sample(shapes.parentheses(0, 0, _DOT), _DOT, "not counted")
    if sheet.is_narrow and chart_data.goal is not None:
        yield Sample(shapes.line(-9, 0, 9, 0, dashes=GOAL), 9, goal_name(chart_data.goal))


def _dumbbell_samples(chart_data: ChartData, sheet: DrawingMeasures, *, names_scores: bool) -> Iterator[Sample]:
    if names_scores:
        yield Sample(before_mark(0, 0, _DOT), _DOT, "before")
        yield Sample(after_mark(0, 0, _DOT, sheet.paper), _DOT, "after")
    if any(bar.is_rise for bar in chart_data.bars):
        yield Sample(rise_mark(0, 0, _DOT, sheet.paper), _DOT, "after, higher")
    if any(bar.before is not None and bar.before == bar.after for bar in chart_data.bars):
        yield Sample(before_mark(0, 0, _DOT) + same_mark(0, 0, _DOT), _DOT + 2, "the same after")


def _column_samples(chart_data: ChartData, sheet: DrawingMeasures) -> Iterator[Sample]:
    yield Sample(drop_column(), _COLUMN, "from before down to after")
    if any(bar.is_rise for bar in chart_data.bars):
        yield Sample(rise_column(), _COLUMN, "after, higher")
    if any(bar.before is not None and bar.before == bar.after for bar in chart_data.bars):
        yield Sample(same_column(), _COLUMN, "the same after")
    if any(bar.after is None for bar in chart_data.bars):
        yield Sample(before_mark(0, 0, _SINGLE), _SINGLE, "only before")
    if any(bar.before is None for bar in chart_data.bars):
        yield Sample(after_mark(0, 0, _SINGLE, sheet.paper), _SINGLE, "only after")


def serious_sample(sheet: DrawingMeasures) -> Sample:
    """A sample of a serious side effect, for a lane that it shares with others."""
    return Sample(serious_badge(sheet), sheet.size / 2 + 2, "serious")


def legend(entries: Sequence[Sample], y: float, sheet: DrawingMeasures) -> Drawn:
    """The samples side by side, on as many lines as they need."""
    elements, x, below = [], 2.0, y + _ABOVE
    for mark, reach, words in entries:
        width = 2 * reach + _GAP + text_width(words, sheet.size)
        if x + width > sheet.width and x > 2:
            x, below = 2.0, below + sheet.row
        elements.append(shapes.moved(mark, x + reach, below - 0.36 * sheet.size))
        elements.append(shapes.text(x + 2 * reach + _GAP, below, words))
        x += width + _BETWEEN
    return Drawn(elements, below - y + sheet.row if entries else 0)


def remarks(sentences: Sequence[str], y: float, sheet: DrawingMeasures) -> Drawn:
    """Further sentences on the drawing, each on its own line."""
    lines = [shapes.text(0, y + _ABOVE + place * sheet.row, each) for place, each in enumerate(sentences)]
    return Drawn(lines, sheet.row * len(lines) + (_ABOVE if lines else 0))
