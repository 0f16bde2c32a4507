"""The axis of dates: the place of each day, the ids of sessions under it, and the months below."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import dropwhile, groupby
from typing import NamedTuple

from paintrack.analysis.condition.chart_data import Bar
from paintrack.views.trend.charts.svg import shapes
from paintrack.views.trend.charts.svg.drawing_measures import DrawingMeasures
from paintrack.views.trend.charts.svg.label_widths import text_width
from paintrack.views.value_words import month_name

_INSET, _NARROW_INSET = 14, 9  # between the last day and the end of the axis
_FIRST_INSET, _NARROW_FIRST_INSET = 20, 14  # before the first day, whose score may have round brackets
_GREATEST_DAY = 9  # units for a day; with more, a course of few sessions would fall apart
_LEAST_LENGTH = 150  # units; room for the names of two months with their years side by side
_GAP = 4
_STEPS = (1, 2, 5, 10, 20, 50, 100)


class DateAxis(NamedTuple):
    """The days from `first` to `last`, in proportion from `left` to `right`; the line ends `inset` beyond."""

    first: date
    last: date
    left: float
    right: float
    inset: float

    @property
    def end(self) -> float:
        """The right end of the line."""
        return self.right + self.inset

    @property
    def touches_two_years(self) -> bool:
        """Whether a date needs its year."""
        return self.first.year != self.last.year

    def x(self, day: date) -> float:
        """The place of a day; a day before the first or after the last is at that end."""
        days = (self.last - self.first).days
        share = min(max((day - self.first).days / days, 0), 1) if days else 0.0
        return self.left + share * (self.right - self.left)


def date_axis(days: Iterable[date], sheet: DrawingMeasures, margin: float) -> DateAxis:
    """The axis for these days, one or more; `margin` units stay free at its right."""
    days = [*days]
    first, last = min(days), max(days)
    inset = _NARROW_INSET if sheet.is_narrow else _INSET
    left = sheet.left + (_NARROW_FIRST_INSET if sheet.is_narrow else _FIRST_INSET)
    room = sheet.width - margin - inset - left
    length = min(room, max((last - first).days * _GREATEST_DAY, _LEAST_LENGTH))
    return DateAxis(first, last, left, left + length, inset)


def session_labels(bars: Sequence[Bar], places: Sequence[float], y: float, sheet: DrawingMeasures) -> Iterator[str]:
    """The ids under their sessions; if they do not all fit, those of a round number, but always the newest.

    If few ids are round, since visits for other conditions have them, every second, fifth, tenth ... session.
    """
    # Backwards from the newest, since that is what people look for first.
    newest, *earlier = [(place, bar.label) for place, bar in zip(places[::-1], bars[::-1], strict=True)]
    for step in _STEPS:
        round_ids = [(place, label) for place, label in earlier if int(label) % step == 0]
        chosen = [newest, *(round_ids if 2 * step * len(round_ids) >= len(earlier) else earlier[step - 1 :: step])]
        fitting = _side_by_side(chosen, sheet)
        # A few that do not fit, such as two sessions on one day, are no reason to thin out the others.
        if len(fitting) >= 0.8 * len(chosen):
            break
    for x, label in fitting:
        yield shapes.text(x, y, label, "middle")


def _side_by_side(labels: Sequence[tuple[float, str]], sheet: DrawingMeasures) -> list[tuple[float, str]]:
    """The labels that do not touch each other within the sheet, from left to right.

    `labels` are given from right to left; of two that would touch, the one at the right is kept.
    """
    placed = list[tuple[float, str]]()
    free = float(sheet.width)
    for place, label in labels:
        half = text_width(label, sheet.size) / 2
        x = min(place, sheet.width - half)
        if x + half <= free and x >= half:
            placed.append((x, label))
            free = x - half - _GAP
    return placed[::-1]


def month_labels(axis: DateAxis, y: float, sheet: DrawingMeasures) -> Iterator[str]:
    """Each month, starting at its first day with a tick; the first month of a year that is named has the year.

    The first one begins before the axis if it would leave no room for the second. In a narrow drawing it would look
    like the name of a row there: it does so only if a year would have no name otherwise, and the second month comes
    before the few days of the first. Months that do not fit are left out.
    """
    first, *later = [(sheet.left + 2, axis.first), *((axis.x(start) + 3, start) for start in month_starts(axis))]
    bound = max(axis.end, sheet.left + _LEAST_LENGTH)
    widest = text_width(month_name(date.max, has_year=True), sheet.size) + _GAP + 3
    choices = [[first, *later]]
    if later and first[0] + widest > later[0][0] and later[0][0] + widest < bound:
        before_second = later[0][0] - 3 - _GAP - text_width(month_name(axis.first, has_year=True), sheet.size)
        choices.append([(before_second, axis.first), *later] if before_second >= 0 else later)
        if not sheet.is_narrow:
            del choices[0]
        elif first[0] + widest / 2 > later[0][0]:
            choices.insert(0, later)
    every_placed = [_placed_months(starts, bound, axis, sheet) for starts in choices]
    for left, _, has_tick, words in sorted(next(filter(partial(_names_years, axis), every_placed), every_placed[-1])):
        if has_tick:
            yield shapes.line(left - 3, y - sheet.size, left - 3, y + 1, thick=0.9)
        yield shapes.text(left, y, words)


def _names_years(axis: DateAxis, placed: Iterable[tuple[float, float, bool, str]]) -> bool:
    """Whether each year of the axis has a month that names it."""
    names = " ".join(words for *_, words in placed)
    return all(str(year) in names for year in range(axis.first.year, axis.last.year + 1))


def _placed_months(
    starts: Sequence[tuple[float, date]], bound: float, axis: DateAxis, sheet: DrawingMeasures
) -> list[tuple[float, float, bool, str]]:
    """For each month that fits its left and right end, whether it has a tick, and its name.

    The years come first, so that no month without one takes the room of a year that begins near the right end.
    """
    placed = list[tuple[float, float, bool, str]]()

    def place(x: float, start: date, *, has_year: bool) -> bool:
        words = month_name(start, has_year=has_year)
        width = text_width(words, sheet.size)
        # At the right end a name with its year may begin before its tick.
        at = min(x, bound - width)
        is_free = all(at >= right or at + width + _GAP + 3 <= left for left, right, *_ in placed)
        if at < 0 or not is_free or not (x == at or has_year):
            return False
        placed.append((at, at + width + _GAP + 3, start != axis.first and x == at, words))
        return True

    rest = list[tuple[float, date]]()
    for _, months in groupby(starts, key=lambda each: each[1].year):
        # Those before the one that has the year stay unnamed.
        rest += dropwhile(lambda month: not place(*month, has_year=True), months)
    for x, start in rest:
        place(x, start, has_year=False)
    return placed


def month_starts(axis: DateAxis) -> Iterator[date]:
    """The first days of months after the first day, up to the last."""
    first, last = axis.first, axis.last
    for month in range(first.year * 12 + first.month, last.year * 12 + last.month):
        yield date(month // 12, month % 12 + 1, 1)
