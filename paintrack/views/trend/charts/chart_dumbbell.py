"""The dumbbell chart: a stroke for each session from the score before to the score after, with the numbers below."""

from collections.abc import Iterator
from datetime import date

from paintrack.analysis.condition.chart_data import Bar, ChartData, newest
from paintrack.views.text_layout import pack
from paintrack.views.text_style import dimmed
from paintrack.views.trend.charts.chart_canvas import (
    LEFT,
    Canvas,
    Place,
    PlottedScores,
    canvas_lines,
    change_rows,
    glyphs_for,
    paint_for,
    rows_per_score,
    score_labels,
    stroke_for,
)
from paintrack.views.trend.charts.number_rows_below_chart import Slots, least_step, score_rows, slots_for


def dumbbell_chart(chart_data: ChartData, *, width: int, ascii_only: bool = False, colours: int = 0) -> str:
    """The chart with its legend and number rows, each line at most `width` columns (40 or more).

    If not all sessions fit, it has the newest that do, and the last line says so. Empty without a session, even if
    there are readings. `colours` is how many the terminal has.
    """
    if not chart_data.bars:
        return ""
    newest_sessions = newest(chart_data, capacity(chart_data, width))
    slots = slots_for(newest_sessions, width)
    canvas = Canvas(width, slots.width, rows_per_score(_all_scores(newest_sessions), width))
    glyphs = glyphs_for(ascii_only=ascii_only)
    paint = paint_for((glyphs.before, glyphs.after, glyphs.rise), colours)
    scores = PlottedScores(
        strokes=[
            stroke_for(column, [bar], canvas) for column, bar in zip(slots.columns, newest_sessions.bars, strict=True)
        ],
        readings=list(_reading_places(newest_sessions, slots, canvas)),
        goal=newest_sessions.goal,
    )
    rows = canvas_lines(canvas, scores.dots(canvas, glyphs), glyphs, labels=score_labels(), ticks=slots.columns)
    legend = scores.legend(canvas, glyphs, paint)
    lines = [*legend, "", *map(paint.all, scores.named_goal(rows, canvas))]
    lines += score_rows(newest_sessions, slots, glyphs, paint, width=width, colours=colours)
    marks = [(column_of(mark.day, newest_sessions, slots), mark) for mark in newest_sessions.marks]
    lines += change_rows(marks, canvas, glyphs, has_year=chart_data.touches_two_years)
    lines += omission_lines(newest_sessions, chart_data, width, colours)
    return "\n".join(lines)


def capacity(chart_data: ChartData, width: int) -> int:
    """How many of the sessions fit into `width` columns, the newest first; at least 1."""
    room = width - LEFT
    count = min(len(chart_data.bars), room // least_step(()))
    while count > 1 and count * least_step(chart_data.bars[-count:]) > room:
        count -= 1
    return max(count, 1)


def column_of(day: date, chart_data: ChartData, slots: Slots) -> int:
    """The canvas column of a day: in proportion between two sessions, next to the stroke before the first or after the
    last.
    """
    days = [bar.day for bar in chart_data.bars]
    index = max((i for i, each in enumerate(days) if each <= day), default=None)
    if index is None:
        return slots.offset - 1
    column = slots.columns[index]
    if day == days[index]:
        return column
    if index == len(days) - 1:
        return column + 1
    share = (day - days[index]) / (days[index + 1] - days[index])
    return column + min(max(round(slots.step * share), 1), slots.step - 1)


def omission_lines(drawn: ChartData, chart_data: ChartData, width: int, colours: int) -> list[str]:
    """How many sessions are drawn and how to choose others; empty if all are drawn."""
    if len(drawn.bars) == len(chart_data.bars):
        return []
    words = [f"The newest {len(drawn.bars)} of {chart_data.of} sessions.", "Choose: --last N or --since DATE"]
    return dimmed(pack(words, width, dropped="", indent=""), colours=colours).split("\n")


def _scores(bar: Bar) -> list[float]:
    return [score for score in (bar.before, bar.after) if score is not None]


def _all_scores(chart_data: ChartData) -> Iterator[float]:
    yield from (each.score for each in chart_data.early)
    for bar in chart_data.bars:
        yield from _scores(bar)
        yield from (each.score for each in bar.readings)


def _reading_places(chart_data: ChartData, slots: Slots, canvas: Canvas) -> Iterator[Place]:
    """The readings, spread in the order of time over the free columns between two strokes.

    A single one is next to its session's stroke. If there are more readings than columns, they share columns.
    """
    for index, each in enumerate(reversed(chart_data.early)):
        yield slots.offset - 1 - index * slots.offset // len(chart_data.early), canvas.row(each.score)
    last = slots.columns[-1]
    for column, bar in zip(slots.columns, chart_data.bars, strict=True):
        free = slots.width - 1 - last if column == last else slots.step - 1
        for index, each in enumerate(bar.readings):
            yield column + 1 + index * free // len(bar.readings), canvas.row(each.score)
