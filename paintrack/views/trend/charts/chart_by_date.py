"""The dumbbells by date: sessions and readings on their days, so that pauses and what came between can be seen."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from paintrack.analysis.condition.chart_data import Bar, ChartData, DatedScore
from paintrack.views.text_layout import pack
from paintrack.views.text_style import dimmed
from paintrack.views.trend.charts.chart_canvas import (
    LEFT,
    Canvas,
    PlottedScores,
    canvas_lines,
    change_rows,
    glyphs_for,
    paint_for,
    placed,
    rise_row,
    rows_per_score,
    score_labels,
    stroke_for,
)
from paintrack.views.trend.charts.number_rows_below_date_chart import MIDDLE_SIGN, date_numbers
from paintrack.views.value_words import show_day

_GREATEST_STEP = 9  # columns for a day; more would scatter the strokes
_GAP = 2  # columns between two dates


class _Calendar(NamedTuple):
    """The days from `first` to `last` in proportion over `columns` columns, with room for a date at both ends."""

    first: date
    last: date
    columns: int

    def column(self, day: date) -> int:
        """The canvas column of a day; a day before the first or after the last has the column next to it."""
        margin = _margin(self.first, self.last)
        if day < self.first:
            return margin - 1
        if day > self.last:
            return self.columns - margin
        days, steps = (self.last - self.first).days, self.columns - 1 - 2 * margin
        return margin + (2 * (day - self.first).days * steps + days) // max(2 * days, 1)

    def name(self, day: date) -> str:
        """`6 Jul`, with the year if there is more than one."""
        return show_day(day, weekday=False, year=self.first.year != self.last.year)


def date_chart(chart_data: ChartData, *, width: int, ascii_only: bool = False, colours: int = 0) -> str:
    """The chart with its legend and dates, each line at most `width` columns (40 or more).

    Sessions that share a column are drawn as one stroke from the highest to the lowest of their scores, and the last
    line says so. Empty without a session or a reading.
    """
    readings = [*chart_data.early, *(each for bar in chart_data.bars for each in bar.readings)]
    days = [*(bar.day for bar in chart_data.bars), *(each.day for each in readings)]
    if not days:
        return ""
    calendar = _calendar(min(days), max(days), width)
    canvas = Canvas(width, calendar.columns, rows_per_score(_all_scores(chart_data.bars, readings), width))
    glyphs = glyphs_for(ascii_only=ascii_only)
    paint = paint_for((glyphs.before, glyphs.after, glyphs.rise), colours)
    groups = _by_column(chart_data.bars, calendar)
    scores = PlottedScores(
        strokes=[stroke_for(column, bars, canvas) for column, bars in groups.items()],
        readings=sorted({(calendar.column(each.day), canvas.row(each.score)) for each in readings}),
        goal=chart_data.goal,
        is_shared=len(groups) < len(chart_data.bars),
    )
    dates = _dates(days, calendar)
    rows = canvas_lines(canvas, scores.dots(canvas, glyphs), glyphs, labels=score_labels(), ticks=sorted(dates))
    legend = scores.legend(canvas, glyphs, paint)
    lines = [*legend, "", *map(paint.all, scores.named_goal(rows, canvas)), _date_row(dates)]
    numbers = date_numbers(groups, chart_data.not_counted, glyphs) if groups else None
    if numbers:
        lines += numbers.rows(chart_data.brackets, glyphs, paint, width=width, colours=colours)
    if any(len(bars) > 1 and any(bar.is_rise for bar in bars) for bars in groups.values()):
        lines += rise_row(
            [column for column, bars in groups.items() if any(bar.is_rise for bar in bars)], glyphs, paint
        )
    marks = [(calendar.column(mark.day), mark) for mark in chart_data.marks]
    lines += change_rows(marks, canvas, glyphs, has_year=chart_data.touches_two_years)
    words = ["Some columns hold more than one session.", "They show the highest and lowest score."]
    words = words if scores.is_shared else []
    if numbers and numbers.has_middles:
        words.append(f"{MIDDLE_SIGN} is the middle of several sessions.")
    if words:
        lines += dimmed(pack(words, width, dropped="", indent=""), colours=colours).split("\n")
    return "\n".join(lines)


def _margin(first: date, last: date) -> int:
    """Half the columns of the longest date between the two days."""
    return len("20 Jul" if first.year == last.year else "20 Jul 2026") // 2


def _calendar(first: date, last: date, width: int) -> _Calendar:
    widest = _GREATEST_STEP * (last - first).days + 1 + 2 * _margin(first, last)
    return _Calendar(first, last, min(width - LEFT, widest))


def _all_scores(bars: Iterable[Bar], readings: Iterable[DatedScore]) -> Iterable[float]:
    scores = (*(each.score for each in readings), *(score for bar in bars for score in (bar.before, bar.after)))
    return (score for score in scores if score is not None)


def _by_column(bars: Iterable[Bar], calendar: _Calendar) -> dict[int, list[Bar]]:
    groups: dict[int, list[Bar]] = defaultdict(list)
    for bar in bars:
        groups[calendar.column(bar.day)].append(bar)
    return groups


def _dates(days: Iterable[date], calendar: _Calendar) -> dict[int, str]:
    """The dates that fit side by side, by their column; if two collide, the one that comes first in `days`."""
    first_days: dict[int, date] = {}
    for day in days:
        first_days.setdefault(calendar.column(day), day)
    chosen: dict[int, str] = {}
    taken: set[int] = set()
    for column, day in first_days.items():
        name = calendar.name(day)
        start = _start(column, name)
        if taken.isdisjoint(range(start, start + len(name))):
            chosen[column] = name
            taken.update(range(start - _GAP, start + len(name) + _GAP))
    return chosen


def _start(column: int, name: str) -> int:
    """The column of the first character of a date that is centred under a column."""
    return column - len(name) // 2


def _date_row(dates: dict[int, str]) -> str:
    row = ""
    for column, name in sorted(dates.items()):
        row = placed(row, LEFT + _start(column, name), name)
    return row
