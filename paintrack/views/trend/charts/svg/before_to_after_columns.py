"""Many sessions as thin columns side by side, each from the score before down to the score after."""

from collections.abc import Iterable, Iterator

from paintrack.analysis.condition.chart_data import ChartData
from paintrack.views.trend.charts.svg import shapes
from paintrack.views.trend.charts.svg.plot import Plot, after_mark, before_mark

_END = 2  # units; the length of the coloured end of a column
_SHARE = 0.75  # the width of a column as a share of the distance between two sessions
_GREATEST, _LEAST = 2.8, 0.8
_DOT = 1.5
_SAMPLE, _MIDDLE = 4, 3  # units; the width of a column in the legend, and half its length without its ends


def columns(chart_data: ChartData, plot: Plot, paper: str) -> Iterator[str]:
    """The columns, with one path for all parts of a kind; a rise is dark.

    If both scores are the same, only the two ends are visible. A session with one score is a circle, filled for a
    score before, open for one after.
    """
    width = min(max(_SHARE * plot.pitch, _LEAST), _GREATEST)
    drops: list[tuple[float, float, float]] = []
    rises: list[tuple[float, float, float]] = []
    for x, bar in zip(plot.places, chart_data.bars, strict=True):
        if bar.before is None and bar.after is not None:
            yield after_mark(x, plot.y(bar.after), _DOT, paper)
        elif bar.before is not None and bar.after is None:
            yield before_mark(x, plot.y(bar.before), _DOT)
        elif bar.before is not None and bar.after is not None:
            (rises if bar.is_rise else drops).append((x, plot.y(bar.before), plot.y(bar.after)))
    yield from _columns(drops, width, _END, shapes.ARRIVAL)
    yield from _columns(rises, width, -_END, shapes.INK)


def _columns(parts: Iterable[tuple[float, float, float]], width: float, end: float, stroke: str) -> Iterator[str]:
    """Columns, each part an x and two heights; the second end extends by `end`, the first one the other way."""
    numbers = [[*map(shapes.number, part)] for part in parts]
    if numbers:
        if lines := "".join(f"M{x} {y1}V{y2}" for x, y1, y2 in numbers if y1 != y2):
            yield _path(lines, width, stroke)
        yield _path("".join(f"M{x} {y1}v{-end:g}" for x, y1, _ in numbers), width, shapes.ARRIVAL)
        yield _path("".join(f"M{x} {y2}v{end:g}" for x, _, y2 in numbers), width, shapes.LEAVING)


def drop_column() -> str:
    """A sample of a column for the legend, drawn around the origin."""
    return "".join(_columns([(0, -_MIDDLE, _MIDDLE)], _SAMPLE, _END, shapes.ARRIVAL))


def rise_column() -> str:
    """A sample of a column whose score is higher after, drawn around the origin."""
    return "".join(_columns([(0, _MIDDLE, -_MIDDLE)], _SAMPLE, -_END, shapes.INK))


def same_column() -> str:
    """A sample of a column whose scores are the same, which is only its two ends, drawn around the origin."""
    return "".join(_columns([(0, 0, 0)], _SAMPLE, _END, shapes.ARRIVAL))


def _path(lines: str, width: float, stroke: str) -> str:
    return f'<path d="{lines}" fill="none" stroke="{stroke}" stroke-width="{shapes.number(width)}"/>'
