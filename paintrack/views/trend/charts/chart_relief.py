"""The relief bars: how much lower, or higher, the score was after each session than before it."""

from collections.abc import Iterator
from math import ceil, floor

from paintrack.analysis.condition.chart_data import ChartData, newest
from paintrack.model.values.score import relief
from paintrack.views.trend.charts.chart_canvas import (
    Canvas,
    Glyphs,
    Paint,
    Place,
    canvas_lines,
    change_rows,
    glyphs_for,
    legend_lines,
    paint_for,
    rows_per_score,
)
from paintrack.views.trend.charts.chart_dumbbell import capacity, column_of, omission_lines
from paintrack.views.trend.charts.number_rows_below_chart import Slots, number_row, slots_for
from paintrack.views.value_words import show_score

_Reliefs = list[float | None]
_MOST_POINTS_IN_HALVES = 8  # from the longest bar down to the longest bar up


def relief_chart(chart_data: ChartData, *, width: int, ascii_only: bool = False, colours: int = 0) -> str:
    """The chart with its legend and number rows, each line at most `width` columns (40 or more).

    A bar goes up from the line of no change if the score was lower after the session, down if it was higher; its figure
    is in the row of that name, without a sign. A session without both scores is a gap. The chart has the same sessions
    as the dumbbells, and says likewise what was left out. Empty without a session.
    """
    if not chart_data.bars:
        return ""
    newest_sessions = newest(chart_data, capacity(chart_data, width))
    slots = slots_for(newest_sessions, width)
    reliefs = _reliefs(newest_sessions)
    canvas = _canvas(reliefs, slots, width)
    glyphs = glyphs_for(ascii_only=ascii_only)
    paint = paint_for((glyphs.lower, glyphs.higher), colours)
    labels = {number: str(abs(number)) for number in range(canvas.lowest, canvas.highest + 1)}
    rows = canvas_lines(canvas, _dots(reliefs, slots, canvas, glyphs), glyphs, labels=labels, ticks=())
    lines = [*_legend(reliefs, canvas, glyphs, paint), "", *map(paint.all, rows)]
    lines.append(number_row("id", [bar.label for bar in newest_sessions.bars], slots))
    lines += _number_rows(reliefs, slots, glyphs, paint)
    marks = [(column_of(mark.day, newest_sessions, slots), mark) for mark in newest_sessions.marks]
    lines += change_rows(marks, canvas, glyphs, has_year=chart_data.touches_two_years)
    lines += omission_lines(newest_sessions, chart_data, width, colours)
    return "\n".join(lines)


def _reliefs(chart_data: ChartData) -> _Reliefs:
    """The relief of each session, None if a score is missing."""
    return [
        None if bar.before is None or bar.after is None else relief(bar.before, bar.after) for bar in chart_data.bars
    ]


def _canvas(reliefs: _Reliefs, slots: Slots, width: int) -> Canvas:
    recorded = [each for each in reliefs if each is not None]
    lowest, highest = floor(min(recorded, default=0)), ceil(max(recorded, default=0))
    # A bar of 1.5 that is as high as one of 2 would be read as 2; a chart of many points would get too high.
    has_halves = any(each % 1 for each in recorded) and highest - lowest <= _MOST_POINTS_IN_HALVES
    # At least one row above or below the line, so that sessions without any change make a chart, too.
    return Canvas(
        width,
        slots.width,
        2 if has_halves else rows_per_score(recorded, width),
        lowest=min(lowest, 0),
        highest=max(highest, 0 if lowest < 0 else 1),
    )


def _legend(reliefs: _Reliefs, canvas: Canvas, glyphs: Glyphs, paint: Paint) -> list[str]:
    pieces = []
    if any(each is not None and each > 0 for each in reliefs):
        pieces.append(f"{glyphs.lower} lower after the session")
    if any(each is not None and each < 0 for each in reliefs):
        pieces.append(f"{glyphs.higher} higher after the session")
    pieces.append(f"{glyphs.zero} no change")
    if any(each is not None and each * canvas.rows_per_score % 1 for each in reliefs):
        pieces.append(f"bars to the nearest {'half' if canvas.rows_per_score == 2 else 'whole'} point")
    return legend_lines(pieces, canvas, paint)


def _dots(reliefs: _Reliefs, slots: Slots, canvas: Canvas, glyphs: Glyphs) -> Iterator[tuple[str, list[Place]]]:
    """Each character with its places: the line of no change, then the bars."""
    yield glyphs.zero, [(column, 0) for column in range(canvas.columns)]
    half = (slots.step - 1) // 4  # columns of a bar at each side of its middle one: none to two
    recorded = [(column, each) for column, each in zip(slots.columns, reliefs, strict=True) if each is not None]
    for marker, sign in ((glyphs.lower, 1), (glyphs.higher, -1)):
        yield (
            marker,
            [
                (column + beside, sign * row)
                for column, each in recorded
                for row in range(1, canvas.row(max(sign * each, 0)) + 1)
                for beside in range(-half, half + 1)
            ],
        )


def _number_rows(reliefs: _Reliefs, slots: Slots, glyphs: Glyphs, paint: Paint) -> Iterator[str]:
    """How much lower the score was after each session, and how much higher; a row without any figure is left out.

    No change is 0 lower. If no session has both scores, the first row shows the gaps.
    """
    lower = [glyphs.missing if each is None else show_score(each) if each >= 0 else "" for each in reliefs]
    higher = [glyphs.missing if each is None else show_score(-each) if each < 0 else "" for each in reliefs]
    rows = [(glyphs.lower, "lower", lower), (glyphs.higher, "higher", higher)]
    for glyph, word, texts in [row for row in rows if {*row[2]} - {glyphs.missing, ""}] or rows[:1]:
        yield paint.first(glyph, number_row(f"{glyph} {word}", texts, slots).rstrip())
