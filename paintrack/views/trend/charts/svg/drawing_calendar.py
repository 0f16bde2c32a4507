"""The days as a calendar: a column for each week, Monday at the top, with each day's highest score on the heat ramp.

A day that was declared 0 is 0. The calendar is for scores that are mostly 0, and for readings alone, when it matters
which days were bad.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from math import floor, inf
from typing import NamedTuple

from paintrack.analysis.condition.chart_data import ChartData, EffectMark, highest_scores
from paintrack.views.heat_ramp import heat_colour
from paintrack.views.trend.charts.calendar_weeks import WEEK, mondays
from paintrack.views.trend.charts.svg import shapes
from paintrack.views.trend.charts.svg.drawing_measures import DrawingMeasures, Drawn, stacked
from paintrack.views.trend.charts.svg.label_widths import text_width
from paintrack.views.trend.charts.svg.legend import Sample, legend, remarks, serious_sample
from paintrack.views.trend.charts.svg.noted_change_and_side_effect_lanes import (
    change_lane,
    effect_lanes,
    key_lines,
    share_a_lane,
)
from paintrack.views.trend.charts.svg.plot import rise_mark
from paintrack.views.trend.days_without_score_sentences import NO_ENTRY
from paintrack.views.value_words import month_name

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_GREATEST_CELL, _GREATEST_HEIGHT = 90, 24  # units; seven weeks and more take the width of a page
_HEIGHT_SHARE = 0.4  # the height of a wide day as a share of its width
_GAP = 5  # units between the names of two months
_MOST_BANDS, _NARROW_BANDS = 4, 12  # about three years, on the width of a page and of a phone
_RISE = 3.2  # half the width of its arrowhead, in units
_OUTLINE, _APART = 0.7, 2.1  # from the edge of a cell to the outline of a session's day, and to its colour


class _Days(NamedTuple):
    """Each day's rounded score, if it has one; the days of sessions; the first and the last day with a score."""

    wholes: Mapping[date, int]
    session_days: frozenset[date]
    first: date
    last: date


class _Band(NamedTuple):
    """Weeks side by side, each `cell` units wide and each day `high` units high, the first week at `left`."""

    mondays: Sequence[date]
    left: float
    cell: float
    high: float

    def x(self, day: date) -> float:
        """The middle of the week of a day."""
        return self.left + ((day - self.mondays[0]).days // 7 + 0.5) * self.cell

    def holds(self, day: date) -> bool:
        """Whether the day is in one of its weeks."""
        return self.mondays[0] <= day < self.mondays[-1] + WEEK

    def effects_of(self, chart_data: ChartData) -> list[EffectMark]:
        """The side effects in its weeks."""
        return [each for each in chart_data.effects if self.holds(each.day)]


def calendar_drawing(chart_data: ChartData, sheet: DrawingMeasures, sentences: list[str]) -> Drawn:
    """The days from the first score, change or side effect to the last.

    Weeks that do not fit side by side are in bands below each other, oldest first; of too many bands only the newest
    are drawn, and a sentence says so.
    """
    highest = highest_scores(chart_data)
    days = _Days(
        {day: max(floor(score + 0.5), 1) if score else 0 for day, score in highest.items()},
        frozenset(bar.day for bar in chart_data.bars),
        min(highest),
        max(highest),
    )
    marked = [*(each.day for each in chart_data.effects), *(each.day for each in chart_data.marks)]
    start, end = min([days.first, *marked]), max([days.last, *marked])
    first_days = [*mondays(start, end)]
    needed = max(text_width(str(whole), sheet.size) for whole in days.wholes.values()) + 4
    room = sheet.width - sheet.left
    cell = min(max(room / len(first_days), needed, sheet.size + 3), _GREATEST_CELL)
    # Bands of about the same length, so that the last one is not a single week.
    across = -(-len(first_days) // -(-len(first_days) // int(room / cell)))
    bands = [first_days[start : start + across] for start in range(0, len(first_days), across)]
    bands = bands[-(_NARROW_BANDS if sheet.is_narrow else _MOST_BANDS) :]
    drawn_weeks = sum(map(len, bands))
    sentences = [
        *(["Scores to the nearest whole number."] if any(score % 1 for score in highest.values()) else []),
        *([f"The newest {drawn_weeks} of {len(first_days)} weeks."] if drawn_weeks < len(first_days) else []),
        *sentences,
    ]
    changes = list(enumerate(chart_data.marks, 1))
    high = min(max(sheet.size + 3, _HEIGHT_SHARE * cell), _GREATEST_HEIGHT)
    drawn_bands = [_Band(band, sheet.left, cell, high) for band in bands]
    is_shared = any(share_a_lane(band.effects_of(chart_data), band.x, sheet) for band in drawn_bands)
    shared = [serious_sample(sheet)] if is_shared else []
    has_rise = any(bar.is_rise and band.holds(bar.day) for bar in chart_data.bars for band in drawn_bands)
    rises = [Sample(rise_mark(0, 0, _RISE, sheet.paper), _RISE, "higher after a session")] if has_rise else []
    return stacked(
        sheet.size,
        [
            *(partial(_band, band=band, chart_data=chart_data, days=days, sheet=sheet) for band in drawn_bands),
            lambda y: legend([*_samples(days, sheet), *rises, *shared], y, sheet),
            lambda y: key_lines(changes, chart_data.effects, y, sheet, has_year=start.year != end.year),
            lambda y: remarks(sentences, y, sheet),
        ],
    )


def _band(y: float, *, band: _Band, chart_data: ChartData, days: _Days, sheet: DrawingMeasures) -> Drawn:
    """The names of the months, the seven rows of days, the lanes."""
    changes = [(number, mark) for number, mark in enumerate(chart_data.marks, 1) if band.holds(mark.day)]
    elements = [*_months(band, y, sheet)]
    top = y + 0.36 * sheet.size
    for place, name in enumerate(_WEEKDAYS):
        middle = top + (place + 0.5) * band.high
        elements.append(shapes.text(sheet.left - 6, middle + 0.36 * sheet.size, name, "end"))
        for monday in band.mondays:
            elements += _day(monday + timedelta(days=place), band, middle, days, sheet)
    lanes = stacked(
        top + 7 * band.high + sheet.size + 4,
        [
            lambda below: _rise_lane(chart_data, band, below, sheet),
            lambda below: change_lane(changes, band.x, below, sheet, as_words=False),
            lambda below: effect_lanes(band.effects_of(chart_data), band.x, below, sheet),
        ],
    )
    return Drawn([*elements, *lanes.elements], lanes.height - y + 4)


def _rise_lane(chart_data: ChartData, band: _Band, y: float, sheet: DrawingMeasures) -> Drawn:
    """An arrowhead under each week with a session after which the score was higher: a cell has one score alone."""
    places = dict.fromkeys(band.x(bar.day) for bar in chart_data.bars if bar.is_rise and band.holds(bar.day))
    marks = [rise_mark(x, y - 0.36 * sheet.size, _RISE, sheet.paper) for x in places]
    return Drawn([shapes.text(0, y, "higher"), *marks], sheet.row) if marks else Drawn([], 0)


def _day(day: date, band: _Band, middle: float, days: _Days, sheet: DrawingMeasures) -> Iterator[str]:
    """The number on its colour, outlined on the day of a session; a dot for a day without an entry."""
    x, high = band.x(day), band.high - 1
    if day in days.wholes:
        whole = days.wholes[day]
        yield _cell(x, middle, band.cell - 1, high, whole, is_session=day in days.session_days)
        yield shapes.text(x, middle + 0.36 * sheet.size, str(whole), "middle", fill=heat_colour(whole).ink)
    elif days.first <= day <= days.last:
        yield shapes.circle(x, middle, 0.9, fill=shapes.INK, thick=0)


def _cell(x: float, middle: float, width: float, high: float, whole: int, *, is_session: bool) -> str:
    def boxed(inset: float, fill: str, stroke: str = "") -> str:
        left, top = x - width / 2 + inset, middle - high / 2 + inset
        return shapes.box(left, top, width - 2 * inset, high - 2 * inset, fill=fill, stroke=stroke)

    # The outline stands apart from its colour: beside a dark one it would not be seen.
    outline = boxed(_OUTLINE, "none", shapes.INK) if is_session else ""
    return outline + boxed(_APART if is_session else 0, heat_colour(whole).ground)


def _months(band: _Band, y: float, sheet: DrawingMeasures) -> Iterator[str]:
    """Each month over the week of its first day, if there is room; the first month of a year has the year.

    Where that leaves no room for the next month, the next one has it. A first month of one week gives way.
    """
    starts = [
        (band.left + index * band.cell, sunday)
        for index, sunday in enumerate(monday + timedelta(days=6) for monday in band.mondays)
        if not index or sunday.day <= len(_WEEKDAYS)
    ]
    first_width = text_width(month_name(starts[0][1], has_year=False), sheet.size)
    if len(starts) > 1 and starts[0][0] + first_width + _GAP > starts[1][0]:
        del starts[0]
    free, year = 0.0, 0
    for (start, sunday), (next_start, _) in zip(starts, [*starts[1:], (inf, None)], strict=True):
        room = next_start - start - _GAP
        has_year = sunday.year != year and text_width(month_name(sunday, has_year=True), sheet.size) <= room
        words = month_name(sunday, has_year=has_year)
        width = text_width(words, sheet.size)
        x = min(start, sheet.width - width)
        if x >= free:
            yield shapes.text(x, y, words)
            free, year = x + width + _GAP, sunday.year if has_year else year


def _samples(days: _Days, sheet: DrawingMeasures) -> Iterator[Sample]:
    high = sheet.size + 2
    number = shapes.text(0, 0.36 * sheet.size, "7", "middle", fill=heat_colour(7).ink)
    yield Sample(
        _cell(0, 0, high, high, 7, is_session=False) + number, high / 2, "the day's highest score: 0 none, 10 worst"
    )
    if days.session_days:
        outline = shapes.box(-high / 2, -high / 2, high, high, fill="none", stroke=shapes.INK)
        yield Sample(outline, high / 2, "day of a session")
    yield Sample(shapes.circle(0, 0, 0.9, fill=shapes.INK, thick=0), 2, NO_ENTRY)
