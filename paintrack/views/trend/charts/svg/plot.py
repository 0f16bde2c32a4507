"""The plot of the drawing by date: the scale, the goal, the sessions, the readings and the stated medians."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from paintrack.analysis.condition.chart_data import Bar, ChartData, DatedScore
from paintrack.views.trend.charts.svg import shapes
from paintrack.views.trend.charts.svg.chart_in_words import spanned_bars
from paintrack.views.trend.charts.svg.date_axis import DateAxis
from paintrack.views.trend.charts.svg.drawing_measures import DrawingMeasures
from paintrack.views.trend.charts.svg.label_widths import text_width
from paintrack.views.value_words import show_score

UNITS_PER_POINT = 14  # units for one point of score
REBOUND, GOAL = "1.5 2.5", "7 4"
MOST_REBOUNDS = 15  # sessions; more of these lines would hide the course
_GREATEST_DOT, _LEAST_DOT = 3.9, 2
_LEAST_CROSS = 1.8
_RING_GAP, _RING = 2.7, 1.5  # from a dot to the ring around it, and how thick this is
_PARENTHESIS_GAP = 3.4
_GOAL_GAP = 5
_CAPS = 9  # units from the lowest bracket to the top of the scale


class Plot(NamedTuple):
    """Where scores are drawn: 10 at the height `top`, 0 at `bottom`; `places` are those of the sessions, in order.

    `pitch` is the average distance between two sessions.
    """

    axis: DateAxis
    places: tuple[float, ...]
    top: float
    pitch: float

    @property
    def dot(self) -> float:
        """The radius of a score, which is smaller if there are many sessions."""
        return min(max(0.34 * self.pitch, _LEAST_DOT), _GREATEST_DOT)

    @property
    def is_dense(self) -> bool:
        """Whether the dots of neighbours would touch, so that sessions are drawn as thin columns."""
        return self.pitch < 2 * _LEAST_DOT

    @property
    def bottom(self) -> float:
        """The height of score 0, which is that of the axis."""
        return self.y(0)

    def y(self, score: float) -> float:
        """The height of a score."""
        return self.top + (10 - score) * UNITS_PER_POINT


class LabelledBracket(NamedTuple):
    """A median over its sessions, from `left` to `right`, in the row `row` above the scale, 0 the lowest.

    The middle of its number is at `label`, its ends at most `half` from there.
    """

    left: float
    right: float
    label: float
    half: float
    median: float
    row: int

    @property
    def start(self) -> float:
        """The left end of the bracket with its number."""
        return min(self.left, self.label - self.half)

    @property
    def end(self) -> float:
        """The right end of the bracket with its number."""
        return max(self.right, self.label + self.half)


class EndedLabel(NamedTuple):
    """Words, and where they end."""

    words: str
    end: float


def goal_margin(chart_data: ChartData, sheet: DrawingMeasures) -> float:
    """The units that the name of the goal needs at the right of the axis; on a narrow sheet the legend names it."""
    if sheet.is_narrow:
        return 1
    return 10 if chart_data.goal is None else text_width(goal_name(chart_data.goal), sheet.size) + _GOAL_GAP + 1


def plot_for(
    chart_data: ChartData, axis: DateAxis, sheet: DrawingMeasures, brackets: Sequence[LabelledBracket]
) -> Plot:
    """The plot below the rows of its brackets."""
    places = tuple(axis.x(bar.day) for bar in chart_data.bars)
    apart = (places[-1] - places[0]) / (len(places) - 1) if len(places) > 1 else axis.right - axis.left
    has_words = chart_data.not_counted is not None and not sheet.is_narrow
    rows = max((each.row + 1 for each in brackets), default=int(has_words))
    top = round(_CAPS + rows * _bracket_row(sheet) if rows else 0.8 * sheet.size, 1)
    return Plot(axis, places, top, apart)


def scale(plot: Plot, goal: float | None, sheet: DrawingMeasures) -> Iterator[str]:
    """The score axis with words for its two ends, hairlines, the axis of dates, the goal."""
    axis, start = plot.axis, sheet.left
    names = {0: "0 none", 10: "10 worst"}
    for score in range(0, 11, 2):
        y = plot.y(score)
        yield shapes.text(start - 6, y + 0.36 * sheet.size, names.get(score, str(score)), "end")
        yield shapes.line(start, y, axis.end, y, thick=0.7, more=' opacity="0.22"')
    yield shapes.line(start, plot.top, start, plot.bottom, thick=0.9)
    yield shapes.line(start, plot.bottom, axis.end, plot.bottom, thick=0.9)
    if goal is not None:
        yield shapes.line(start, plot.y(goal), axis.end, plot.y(goal), dashes=GOAL)
        if not sheet.is_narrow:
            yield shapes.text(axis.end + _GOAL_GAP, plot.y(goal) + 0.36 * sheet.size, goal_name(goal))


def goal_name(goal: float) -> str:
    """The name beside the line of the goal: `goal 3`."""
    return f"goal {show_score(goal)}"


def ticks(plot: Plot) -> Iterator[str]:
    """A tick at each session, unless sessions are columns."""
    if plot.is_dense:
        return
    for x in dict.fromkeys(plot.places):
        yield shapes.line(x, plot.bottom, x, plot.bottom + 3, thick=0.9)


def bracket_places(chart_data: ChartData, axis: DateAxis, sheet: DrawingMeasures) -> list[LabelledBracket]:
    """The brackets whose sessions are drawn; one that would touch the one before it is in the row above."""
    labelled: list[LabelledBracket] = []
    for bracket in chart_data.brackets:
        if (spanned := spanned_bars(chart_data.bars, bracket)) is None:
            continue
        left, right = (axis.x(bar.day) for bar in spanned)
        half = text_width(show_score(bracket.median), _number_size(sheet), is_bold=True) / 2
        label = min(max((left + right) / 2, sheet.left + half), sheet.width - half)
        placed = LabelledBracket(left - 4, right + 4, label, half, bracket.median, 0)
        touching = [each.row for each in labelled if placed.start < each.end + 4]
        labelled.append(placed._replace(row=max(touching, default=-1) + 1))
    return labelled


def _number_size(sheet: DrawingMeasures) -> float:
    return round(1.3 * sheet.size, 1)


def _bracket_row(sheet: DrawingMeasures) -> float:
    return _number_size(sheet) + 7


def medians(plot: Plot, brackets: Sequence[LabelledBracket], sheet: DrawingMeasures) -> Iterator[str]:
    """Each median as a bracket with its number over its sessions, and as a band at its height in the plot."""
    for left, right, label, _, median, row in brackets:
        y = plot.top - _CAPS - 5 - row * _bracket_row(sheet)
        across = f"h{shapes.number(right - left)}"
        yield (
            f'<path d="M{shapes.number(left)} {shapes.number(y + 5)}v-5{across}v5" fill="none"'
            f' stroke="{shapes.ARRIVAL}" stroke-width="1.8"/>'
        )
        yield shapes.text(label, y - 4, show_score(median), "middle", size=_number_size(sheet), is_bold=True)
        band = plot.y(median)
        yield median_band(left, right, band)


def median_band(left: float, right: float, y: float) -> str:
    """A median as a pale band, seen on white and on near black."""
    return shapes.line(left, y, right, y, thick=5, more=f' stroke="{shapes.ARRIVAL}" opacity="0.6"')


def not_counted(
    chart_data: ChartData, plot: Plot, brackets: Sequence[LabelledBracket], sheet: DrawingMeasures
) -> Iterator[str]:
    """Round brackets around the score that the medians leave out, with its label where there is room."""
    for place, (bar, x) in enumerate(zip(chart_data.bars, plot.places, strict=True)):
        if bar.number == chart_data.not_counted and bar.before is not None:
            yield shapes.parentheses(x, plot.y(bar.before), _reach_of_parentheses(chart_data.bars, plot, place))
    if label := not_counted_label(chart_data, plot, brackets, sheet):
        yield shapes.text(label.end, plot.top - _CAPS - 9, label.words, "end")


def not_counted_label(
    chart_data: ChartData, plot: Plot, brackets: Sequence[LabelledBracket], sheet: DrawingMeasures
) -> EndedLabel | None:
    """`(8) not counted` above the score that the medians leave out, left of every median; None without room for it.

    Beside the number of a median, `not counted` alone would be read as said of that.
    """
    for bar, x in zip(chart_data.bars, plot.places, strict=True):
        if bar.number == chart_data.not_counted and bar.before is not None and not sheet.is_narrow:
            words = f"({show_score(bar.before)}) not counted"
            end = min([x + 6, *(each.start - 3 for each in brackets if each.row == 0)])
            return EndedLabel(words, end) if text_width(words, sheet.size) <= end else None
    return None


def _reach_of_parentheses(bars: Sequence[Bar], plot: Plot, place: int) -> float:
    """How far their ends are from that score: so far that they touch neither it nor the next, where there is room.

    The middle of their lines is a quarter further away than the ends, less 0.2.
    """
    edge, half = _edge(bars[place], plot.dot), shapes.PARENTHESIS_WIDTH / 2
    nearest = (edge + 0.2 + half) / 1.25
    if place + 1 == len(bars):
        return plot.dot + _PARENTHESIS_GAP
    room = plot.places[place + 1] - plot.places[place] - _edge(bars[place + 1], plot.dot)
    furthest = (room + 0.2 - half) / 1.25
    return max(nearest, min((nearest + furthest) / 2, plot.dot + _PARENTHESIS_GAP))


def _edge_of_parentheses(chart_data: ChartData, plot: Plot, place: int) -> float:
    """How far the outermost line of the round brackets is from that session's score; 0 if it has none."""
    bars = chart_data.bars
    if place >= len(bars) or bars[place].number != chart_data.not_counted or bars[place].before is None:
        return 0
    return 1.25 * _reach_of_parentheses(bars, plot, place) - 0.2 + shapes.PARENTHESIS_WIDTH / 2


def _edge(bar: Bar, dot: float) -> float:
    """How far the outermost line around a session's score before is from its middle."""
    return dot + _RING_GAP + _RING / 2 if bar.before == bar.after else dot + 0.5


def rebounds(chart_data: ChartData, plot: Plot) -> Iterator[str]:
    """Lines from each score after to the next session's score before, if the sessions are few; never across a gap."""
    if not has_rebounds(chart_data):
        return
    for (bar, x1), (following, x2) in pairwise(zip(chart_data.bars, plot.places, strict=True)):
        if bar.after is not None and following.before is not None and is_rebound(bar, following):
            y1, y2 = plot.y(bar.after), plot.y(following.before)
            length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
            share = min((plot.dot + 1.5) / length, 0.4) if length else 0
            dx, dy = share * (x2 - x1), share * (y2 - y1)
            yield shapes.line(x1 + dx, y1 + dy, x2 - dx, y2 - dy, thick=1.1, dashes=REBOUND)


def has_rebounds(chart_data: ChartData) -> bool:
    """Whether the lines from one session to the next are drawn."""
    is_short = len(chart_data.bars) <= MOST_REBOUNDS
    return is_short and any(is_rebound(bar, following) for bar, following in pairwise(chart_data.bars))


def is_rebound(bar: Bar, following: Bar) -> bool:
    """Whether both scores are there at the ends of a line from one session to the next one."""
    return bar.after is not None and following.before is not None and following.number == bar.number + 1


def dumbbells(chart_data: ChartData, plot: Plot, sheet: DrawingMeasures) -> Iterator[str]:
    """The strokes from before to after, then their ends: a filled and an open circle, or an arrowhead for a rise.

    If both scores are the same, a ring around the dot.
    """
    for bar, x in zip(chart_data.bars, plot.places, strict=True):
        if bar.before is not None and bar.after is not None and bar.before != bar.after:
            stroke = f' stroke="{shapes.ARRIVAL}"'
            yield shapes.line(x, plot.y(bar.before), x, plot.y(bar.after), thick=max(plot.dot / 2, 1.2), more=stroke)
    for bar, x in zip(chart_data.bars, plot.places, strict=True):
        if bar.before is not None:
            yield before_mark(x, plot.y(bar.before), plot.dot)
        if bar.after is None:
            continue
        y = plot.y(bar.after)
        if bar.before == bar.after:
            yield same_mark(x, y, plot.dot)
        elif bar.is_rise:
            yield rise_mark(x, y, plot.dot, sheet.paper)
        else:
            yield after_mark(x, y, plot.dot, sheet.paper)


def before_mark(x: float, y: float, dot: float) -> str:
    """A score before: a filled circle."""
    return shapes.circle(x, y, dot, fill=shapes.ARRIVAL, stroke=shapes.ARRIVAL, thick=1)


def after_mark(x: float, y: float, dot: float, paper: str) -> str:
    """A score after: an open circle."""
    return shapes.circle(x, y, dot, fill=paper, stroke=shapes.LEAVING, thick=1.7)


def rise_mark(x: float, y: float, dot: float, paper: str) -> str:
    """A score after that is higher than before: an open arrowhead pointing up."""
    return shapes.arrowhead_up(x, y, dot + 0.8, fill=paper, stroke=shapes.LEAVING, thick=1.7)


def same_mark(x: float, y: float, dot: float) -> str:
    """A score after that is the same as before: a ring around it."""
    return shapes.circle(x, y, dot + _RING_GAP, fill="none", stroke=shapes.LEAVING, thick=_RING)


def readings(chart_data: ChartData, plot: Plot) -> Iterator[str]:
    """Plus signs on the days of the readings, clear of the strokes of the sessions."""
    reach = _LEAST_CROSS if plot.is_dense else max(0.8 * plot.dot, 2)
    beside = 0 if plot.is_dense else plot.dot + 3

    def clear_of(place: int) -> float:
        edge = _edge_of_parentheses(chart_data, plot, place)
        return max(beside, edge + reach + 1) if edge else beside

    for each in chart_data.early:
        edge = plot.places[0] - clear_of(0) if plot.places else plot.axis.right
        yield _reading(each, min(plot.axis.x(each.day), edge), plot, reach)
    for place, (bar, x) in enumerate(zip(chart_data.bars, plot.places, strict=True)):
        following = plot.places[place + 1] if place + 1 < len(plot.places) else plot.axis.right + 2 * beside
        clear = beside if plot.is_dense else clear_of(place)
        # Round brackets push it as near to the next session as it may stand, other marks only into the middle.
        furthest = max((x + following) / 2, following - beside if clear > beside else 0)
        for each in bar.readings:
            nearest = min(x + clear, furthest)
            yield _reading(each, max(nearest, min(plot.axis.x(each.day), following - beside)), plot, reach)


def _reading(each: DatedScore, x: float, plot: Plot, reach: float) -> str:
    return shapes.cross(x, plot.y(each.score), reach)
