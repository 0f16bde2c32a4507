"""A small chart of a course that is too long for dumbbells: a column for each session, a row for two points."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import floor
from typing import NamedTuple

from paintrack.analysis.condition.chart_data import Bar, ChartData, Mark
from paintrack.analysis.statistics.robust_statistics import median
from paintrack.views.text_layout import pack
from paintrack.views.text_style import dimmed
from paintrack.views.trend.charts.chart_canvas import (
    BLUE,
    LEFT,
    ORANGE,
    Glyphs,
    Paint,
    glyphs_for,
    paint_for,
    placed,
    rise_row,
)
from paintrack.views.trend.charts.number_rows_below_chart import bracket_text
from paintrack.views.value_words import counted, show_day

_POINTS = 2  # a row of text has two halves, one for each point
_ROWS = 10 // _POINTS
# By the lower and the upper half of a cell: `A` is up to the score after, `B` from there up to the score before.
_UNICODE = {"AA": "█", "AB": "▓", "BB": "▒", "A ": "▄", "B ": "░", "  ": " "}
_ASCII = {"AA": "#", "AB": "%", "BB": ":", "A ": "*", "B ": ".", "  ": " "}
_COLOURS = {"A": ORANGE, "B": BLUE}  # as the ends of the dumbbells
# Columns of text that a session takes, a blank between two of them included, if there is room for bars that broad.
_BROAD, _BROADEST = 4, 6


class _Column(NamedTuple):
    """One session, or the median of several: its scores as whole points, None if missing."""

    bars: Sequence[Bar]
    before: int | None
    after: int | None

    @property
    def has_rise(self) -> bool:
        """Whether a score was higher after one of the sessions."""
        return any(bar.is_rise for bar in self.bars)


def overview_chart(
    chart_data: ChartData,
    *,
    width: int,
    ascii_only: bool = False,
    colours: int = 0,
    numbered: Sequence[Mark] = (),
    serious_days: Sequence[date] = (),
) -> str:
    """All sessions of the data, one or more, with the medians and months below, within `width` columns (40 or more).

    A column is full up to the score after and shaded from there up to the score before. Few sessions are drawn broader.
    If there are more sessions than columns, each column has the medians of several neighbours, and the legend says of
    how many. `numbered`
    are changes that are listed elsewhere with their numbers: these stand in a row of their own, as do the marks of
    `serious_days`, on which a serious symptom was noted.
    """
    room = width - LEFT
    share = -(-len(chart_data.bars) // room)
    columns = [_column(chart_data.bars[start : start + share]) for start in range(0, len(chart_data.bars), share)]
    breadth = min(room // len(columns), _BROADEST)
    breadth = breadth if breadth >= _BROAD else 1
    glyphs = glyphs_for(ascii_only=ascii_only)
    lines = [
        f"{label:>8} {'┤' if label else '│'}{_cells(columns, row, breadth, ascii_only=ascii_only, colours=colours)}"
        for row, label in zip(range(_ROWS - 1, -1, -1), ("10 worst", "", "6", "", "2"), strict=True)
    ]
    lines += ["0 none   └" + "─" * (len(columns) * breadth), _month_row(columns, breadth, room)]
    legend = _legend(chart_data, columns, share, width, glyphs, ascii_only=ascii_only, colours=colours)
    drawn = [line.rstrip().translate(glyphs.frame) for line in lines]
    paint = paint_for((glyphs.before, glyphs.rise), colours)
    below = [*_median_row(chart_data, share, breadth, width, glyphs, paint)]
    below += rise_row([place * breadth for place, column in enumerate(columns) if column.has_rise], glyphs, paint)
    below += _number_row(numbered, columns, breadth, room)
    return "\n".join([*legend, "", *drawn, *below, *_serious_row(serious_days, columns, breadth)])


def _column(bars: Sequence[Bar]) -> _Column:
    return _Column(bars, _middle([bar.before for bar in bars]), _middle([bar.after for bar in bars]))


def _middle(scores: Sequence[float | None]) -> int | None:
    present = [score for score in scores if score is not None]
    return floor(median(present) + 0.5) if present else None


def _cells(columns: Sequence[_Column], row: int, breadth: int, *, ascii_only: bool, colours: int) -> str:
    """One row of text; a session without both scores has a dash at the bottom."""
    cells = []
    for column in columns:
        halves = _halves(column, row)
        if row == 0 and (column.before is None or column.after is None):
            cell = "-"
        elif ascii_only or not colours:
            cell = (_ASCII if ascii_only else _UNICODE)[halves]
        else:
            cell = _painted(halves)
        cells.append(cell * (breadth - 1) + " " if breadth > 1 else cell)
    return "".join(cells)


def _halves(column: _Column, row: int) -> str:
    """The key of a cell's lower and upper half, such as `AB`; blank if a score is missing."""
    if column.before is None or column.after is None:
        return "  "
    points = (_POINTS * row + 1, _POINTS * row + 2)
    return "".join("A" if point <= column.after else "B" if point <= column.before else " " for point in points)


def _painted(halves: str) -> str:
    """The cell in colour, where the halves differ in colour instead of shade."""
    if halves == "  ":
        return " "
    ground = f";48;5;{_COLOURS[halves[1]]}" if halves == "AB" else ""
    return f"\x1b[38;5;{_COLOURS[halves[0]]}{ground}m{'█' if halves[0] == halves[1] else '▄'}\x1b[0m"


def _legend(
    chart_data: ChartData,
    columns: Sequence[_Column],
    share: int,
    width: int,
    glyphs: Glyphs,
    *,
    ascii_only: bool,
    colours: int,
) -> list[str]:
    signs = _ASCII if ascii_only else _UNICODE
    drawn = {_halves(column, row) for column in columns for row in range(_ROWS)}
    after, before = signs["AA"], signs["BB"]
    if ascii_only or not colours:
        # Where the halves of a cell differ in colour, no cell needs a sign of its own.
        after += f" {signs['A ']}" if "A " in drawn else ""
        before += f" {signs['B ']}" if "B " in drawn else ""
    with_score = "" if len(chart_data.bars) == chart_data.of else " with a score"
    pieces = [f"All {counted(len(chart_data.bars), 'session')}{with_score}:"]
    pieces += [f"{after} up to after", f"{before} from there up to before"]
    pieces += [f"{signs['AB']} half of each"] if "AB" in drawn and (ascii_only or not colours) else []
    pieces += [f"{glyphs.rise} after, higher"] if any(column.has_rise for column in columns) else []
    pieces += ["- a score is missing"] if any(None in (each.before, each.after) for each in columns) else []
    pieces += [f"each column the middle of up to {share} sessions"] if share > 1 else []
    text = pack(pieces, width, gap="  ", dropped="", indent="")
    if colours and not ascii_only:
        for glyph, kind in ((after, "A"), (before, "B")):
            text = text.replace(glyph, _painted(kind * 2), 1)
        text = paint_for((glyphs.before, glyphs.rise), colours).all(text)
    return dimmed(text, colours=colours).split("\n")


def _median_row(
    chart_data: ChartData, share: int, breadth: int, width: int, glyphs: Glyphs, paint: Paint
) -> Iterator[str]:
    """The medians below their sessions, if there are any."""
    places: dict[int, int] = {}
    for place, bar in enumerate(chart_data.bars):
        if bar.before is not None:
            places.setdefault(bar.number, place // share * breadth)
    row = name = f"{glyphs.before} before"
    for bracket in chart_data.brackets:
        if bracket.first in places and bracket.last in places:
            first, last = places[bracket.first], places[bracket.last]
            text = bracket_text(bracket, last - first + max(breadth - 1, 1), glyphs)
            # A median may be wider than its columns, if each stands for several sessions.
            row = placed(row, min(LEFT + first, width - len(text)), text)
    if row != name:
        yield paint.all(row.rstrip())


def _number_row(marks: Sequence[Mark], columns: Sequence[_Column], breadth: int, room: int) -> list[str]:
    """Each mark's number, from 1 on, under the first session on its day or after it; `2-4` where they are close."""
    groups: list[tuple[int, int, int]] = []  # the column of text, the first and the last number
    for number, mark in enumerate(marks, 1):
        place = _place_of(mark.day, columns) * breadth
        if groups and place <= groups[-1][0] + len(_numbers(*groups[-1][1:])):
            groups[-1] = (*groups[-1][:2], number)
        else:
            groups.append((place, number, number))
    row = ""
    for place, first, last in groups:
        text = _numbers(first, last)
        row = placed(row, min(place, room - len(text)), text)
    return [f"{'changes':<{LEFT}}{row}"] if row else []


def _serious_row(days: Sequence[date], columns: Sequence[_Column], breadth: int) -> list[str]:
    """A mark under the first session on each of the days or after it."""
    places = {_place_of(day, columns) for day in days}
    row = "".join(("!" if place in places else " ").ljust(breadth) for place in range(len(columns)))
    return [f"{'! serious':<{LEFT}}{row}".rstrip()] if places else []


def _place_of(day: date, columns: Sequence[_Column]) -> int:
    """The place of the first column with a session on the day or after it; else the last one."""
    after = (place for place, column in enumerate(columns) if column.bars[-1].day >= day)
    return next(after, len(columns) - 1)


def _numbers(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def _month_row(columns: Sequence[_Column], breadth: int, room: int) -> str:
    """Each month under its first session if there is room, with the year for the first of a year.

    A year takes the room of the names before it, and may begin left of its session at the end of the `room`.
    """
    names: list[tuple[int, str]] = []  # with the column of text of each
    month, year, with_year = (0, 0), 0, 0
    for place, column in enumerate(columns):
        day = column.bars[0].day
        if (day.year, day.month) == month:
            continue
        month = (day.year, day.month)
        is_first = day.year != year
        name = show_day(day, weekday=False, year=is_first).partition(" ")[2]
        start = min(place * breadth, room - len(name)) if is_first else place * breadth
        while is_first and len(names) > with_year and start <= _end(names):
            names.pop()
        if start > _end(names) and start + len(name) <= room:
            names.append((start, name))
            if is_first:
                year, with_year = day.year, len(names)
    row = ""
    for start, name in names:
        row = placed(row, LEFT + start, name)
    return row


def _end(names: Sequence[tuple[int, str]]) -> int:
    """The column behind the last of the names; -1 without any."""
    return names[-1][0] + len(names[-1][1]) if names else -1
