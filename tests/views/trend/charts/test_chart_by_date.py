"""The dumbbells by date: as people see them, and read back mark by mark."""

import re
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from math import floor

import plotext
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from paintrack.analysis.condition.chart_data import Bar, Bracket, ChartData, DatedScore
from paintrack.views.trend.charts.chart_by_date import date_chart
from paintrack.views.value_words import show_day, show_score
from tests.factories.chart_data import (
    MONDAY,
    bars_of,
    daily_scores,
    hard_chart_data,
    irregular_chart_data,
    k1_chart_data,
    on_days,
)
from tests.strategies import chart_data_sets_on_days
from tests.views.trend.charts.chart_readback import read_chart

SHARED = "Some columns hold more than one session."


def test_one_session_and_readings_alone() -> None:
    one = date_chart(ChartData("neck", bars_of([(7, 4)])), width=80).splitlines()
    assert one[-5:] == [
        "         └───┬───",
        "           6 Jul",
        "id           1",
        "● before    [7]",
        "○ after     [4]",
    ]
    readings = date_chart(ChartData("neck", (), early=daily_scores(MONDAY, 4, 5)), width=80).splitlines()
    assert readings[0] == "+ reading"
    assert readings[-1] == "           6 Jul    7 Jul"
    assert date_chart(ChartData("neck", ()), width=80) == ""


def test_a_shared_column_shows_highest_and_lowest_score() -> None:
    same_day = tuple(bar._replace(day=MONDAY) for bar in bars_of([(6, 4), (5, 7), (None, 2), (3, 4)]))
    text = date_chart(ChartData("neck", same_day), width=80)
    assert text.splitlines()[0] == "│ highest to lowest"
    chart = read_chart(text)
    assert chart.column(chart.columns[0]) == {7: "○", 6: "│", 5: "│", 4: "│", 3: "│", 2: "○"}
    assert text.splitlines()[-5:] == [
        "● before    ~5",
        "○ after     ~4",
        "▲ higher     ▲",
        f"{SHARED} They show the highest and lowest score.",
        "~ is the middle of several sessions.",
    ]
    assert SHARED not in date_chart(ChartData("neck", same_day[:1]), width=80)


def test_a_long_history_is_gathered_before_it_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    places: list[int] = []
    scatter = plotext.scatter

    def counting(columns: list[int], rows: list[int], marker: str) -> None:
        places.extend(columns)
        scatter(columns, rows, marker=marker)

    monkeypatch.setattr(plotext, "scatter", counting)
    bars = tuple(
        Bar(number, MONDAY + timedelta(days=number // 3), number % 11, number % 7, daily_scores(MONDAY, number % 10))
        for number in range(20_000)
    )
    date_chart(ChartData("neck", bars, goal=3), width=80)
    assert 0 < len(places) < len(bars)


def test_without_colour_and_without_marks_of_unicode() -> None:
    plain = date_chart(hard_chart_data(), width=80)
    assert "\x1b" not in plain
    coloured = date_chart(hard_chart_data(), width=80, colours=256)
    assert coloured.startswith("\x1b[38;5;166m▲\x1b[0m\x1b[2m after, higher")
    assert re.search(r"^\x1b\[38;5;33m●\x1b\[0m before +\x1b\[38;5;231;48;5;124m9.5\x1b\[0m", coloured, re.MULTILINE)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert date_chart(irregular_chart_data(), width=80, ascii_only=True).isascii()


def days_of(chart_data: ChartData) -> list[date]:
    return [*(bar.day for bar in chart_data.bars), *(each.day for each in readings_of(chart_data))]


def readings_of(chart_data: ChartData) -> list[DatedScore]:
    return [*chart_data.early, *(each for bar in chart_data.bars for each in bar.readings)]


class Calendar:
    """Where each day must stand, computed apart: in proportion, with room for half a date at both ends."""

    def __init__(self, chart_data: ChartData, text: str) -> None:
        foot = next(line for line in text.splitlines() if line.strip()[:1] == "└")
        days = days_of(chart_data)
        self.first, self.last = min(days), max(days)
        self.has_years = self.first.year != self.last.year
        margin = 5 if self.has_years else 3
        self.start, self.end = foot.index("└") + 1 + margin, len(foot) - 1 - margin

    def column(self, day: date) -> int:
        if not self.first <= day <= self.last:
            return self.start - 1 if day < self.first else self.end + 1
        share = Fraction((day - self.first).days, max((self.last - self.first).days, 1))
        return self.start + floor(share * (self.end - self.start) + Fraction(1, 2))

    def name(self, day: date) -> str:
        return show_day(day, weekday=False, year=self.has_years)


@given(chart_data=chart_data_sets_on_days(), width=st.integers(40, 200), ascii_only=st.booleans())
def test_no_line_is_wider_than_the_screen(chart_data: ChartData, width: int, ascii_only: bool) -> None:
    lines = date_chart(chart_data, width=width, ascii_only=ascii_only).splitlines()
    assert [line for line in lines if cell_len(line) > width] == []
    assert [line for line in lines if line != line.rstrip()] == []


@given(chart_data=chart_data_sets_on_days(), width=st.integers(40, 200))
def test_the_axis_is_wide_but_at_most_nine_columns_a_day(chart_data: ChartData, width: int) -> None:
    text = date_chart(chart_data, width=width)
    calendar = Calendar(chart_data, text)
    foot = next(line for line in text.splitlines() if line.strip()[:1] == "└")
    days = (calendar.last - calendar.first).days
    assert len(foot) == width or calendar.end - calendar.start == 9 * days


@given(chart_data=chart_data_sets_on_days(), width=st.integers(40, 200))
def test_the_chart_reads_back_as_the_scores_at_their_days(chart_data: ChartData, width: int) -> None:
    text = date_chart(chart_data, width=width)
    chart, calendar = read_chart(text), Calendar(chart_data, text)
    befores: dict[int, set[int]] = defaultdict(set)
    afters: dict[int, set[int]] = defaultdict(set)
    rises: dict[int, list[bool]] = defaultdict(list)
    for bar in chart_data.bars:
        column = calendar.column(bar.day)
        rises[column].append(bar.before is not None and bar.after is not None and bar.after > bar.before)
        befores[column] |= {chart.nearest(bar.before)} if bar.before is not None else set()
        afters[column] |= {chart.nearest(bar.after)} if bar.after is not None else set()
    for column in range(calendar.start, calendar.end + 1):
        seen = {row: mark for row, mark in chart.column(column).items() if mark != "+"}
        rows = befores[column] | afters[column]
        ends = {min(rows), max(rows)} if rows else set()
        assert seen.keys() & ends == ends
        for row in ends:
            is_before, is_after = row in befores[column], row in afters[column]
            # Where sessions share a column, its ends are not those of one of them.
            if rises[column] == [True] and is_after:
                assert seen[row] == "▲"
                continue
            assert seen[row] == ("◉" if is_before and is_after else "●" if is_before else "○")
        between = set(range(min(ends) + 1, max(ends))) if ends else set()
        covered = {row for row, mark in chart.column(column).items() if mark == "+"}
        assert {row for row in seen if row not in ends} == between - covered
    assert (SHARED in text) == any(len(sessions) > 1 for sessions in rises.values())


@given(chart_data=chart_data_sets_on_days(), width=st.integers(40, 200))
def test_every_reading_stands_at_its_day_and_nothing_else_does(chart_data: ChartData, width: int) -> None:
    text = date_chart(chart_data, width=width)
    chart, calendar = read_chart(text), Calendar(chart_data, text)
    places = {(calendar.column(each.day), chart.nearest(each.score)) for each in readings_of(chart_data)}
    assert {chart.column(column).get(row) for column, row in places} <= {"+", "●", "○", "◉", "▲"}
    seen = {(column, row) for row, line in enumerate(chart.rows) for column, mark in enumerate(line) if mark == "+"}
    assert seen <= places


@given(chart_data=chart_data_sets_on_days(), width=st.integers(40, 200))
def test_as_many_dates_as_fit_stand_under_their_columns(chart_data: ChartData, width: int) -> None:
    text = date_chart(chart_data, width=width)
    chart, calendar = read_chart(text), Calendar(chart_data, text)
    days = days_of(chart_data)
    lines = text.splitlines()
    date_row = lines[next(place for place, line in enumerate(lines) if line.strip()[:1] == "└") + 1]
    dates = [(match.start(), match[0]) for match in re.finditer(r"\S+( \S+)+?(?=  |$)", date_row)]
    assert [start + len(name) // 2 for start, name in dates] == chart.columns
    for start, name in dates:
        assert name in {calendar.name(day) for day in days if calendar.column(day) == start + len(name) // 2}
    for day in days:
        column, name = calendar.column(day), calendar.name(day)
        start = column - len(name) // 2
        near = [each for each, other in dates if each < start + len(name) + 2 and start < each + len(other) + 2]
        assert near, f"{name} would fit"


@given(chart_data=chart_data_sets_on_days(), width=st.integers(60, 200))
def test_every_change_has_its_pointer_at_its_day(chart_data: ChartData, width: int) -> None:
    plain = chart_data._replace(marks=tuple(mark._replace(text="x") for mark in chart_data.marks))
    text = date_chart(plain, width=width)
    calendar = Calendar(plain, text)
    pointers = sorted(match.start() for line in text.splitlines() for match in re.finditer(r"\^", line))
    assert pointers == [calendar.column(mark.day) for mark in plain.marks]


def numbers_in(text: str, name: str) -> list[tuple[int, str]]:
    """Each number of a row with the column of its last digit."""
    row = next((line for line in text.splitlines() if line.startswith(name)), "")
    return [
        (match.end() - 1 - match[0].endswith(("]", ")")), match[0].strip("[]()"))
        for match in re.finditer(r"~?[0-9.]+|\[[0-9.]+\]|\([0-9.]+\)|(?<= )-(?= |$)", row[len(name) :].rjust(len(row)))
    ]


@given(chart_data=chart_data_sets_on_days(), width=st.integers(40, 200))
def test_the_strip_has_each_score_under_its_day_or_a_middle(chart_data: ChartData, width: int) -> None:
    text = date_chart(chart_data, width=width)
    calendar = Calendar(chart_data, text)
    columns = [calendar.column(bar.day) for bar in chart_data.bars]
    for name, scores in (
        ("● before", [bar.before for bar in chart_data.bars]),
        ("○ after", [bar.after for bar in chart_data.bars]),
    ):
        numbers = numbers_in(text, name)
        written = ["-" if score is None else show_score(score) for score in scores]
        if "~" not in text and len(numbers) == len(scores):
            assert numbers == list(zip(columns, written, strict=True))
            continue
        # Each score lies in the cell of its neighbours, and their middle is between the least and the greatest.
        assert len(numbers) < len(scores) or len({*columns}) < len(columns)
        assert numbers
        present = [score for score in scores if score is not None]
        for _, number in numbers:
            if number.startswith("~"):
                assert floor(min(present) + 0.5) <= int(number[1:]) <= floor(max(present) + 0.5)
            else:
                assert number in written or number == "-"


def test_medians_and_the_score_not_counted_have_brackets() -> None:
    lines = date_chart(k1_chart_data(), width=40).splitlines()
    assert lines[-7:-2] == [
        "id           1  2 3  4 5  6 7  8 9 10",
        "● before    (8) 7 7  6 7  5 6  5 4  4",
        "            not └ 7 ─┘         └ 4 ─┘",
        "            counted",
        "○ after      5  5 4  4 5  3 4  3 3  2",
    ]


def test_medians_at_the_right_edge_stay_two_numbers() -> None:
    """A year after the first session all others stand in one column."""
    chart_data = on_days(ChartData("neck", bars_of([(9, 5)] * 8)), [0, *range(2000, 2007)])
    brackets = (Bracket(2, 4, 8.5), Bracket(6, 8, 6.5))
    lines = date_chart(chart_data._replace(brackets=brackets, not_counted=1), width=40).splitlines()
    assert [line for line in lines if len(line) > 40] == []
    assert next(line for line in lines if "6.5" in line).split() == ["not", "8.5", "6.5"]
