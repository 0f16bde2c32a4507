"""The whole course small: as people see it, and read back column by column."""

import re
from datetime import date, timedelta
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from paintrack.analysis.condition.chart_data import ChartData
from paintrack.views.trend.charts.chart_long_course import overview_chart
from tests.factories.chart_data import bars_of, long_chart_data
from tests.strategies import chart_data_sets

HALVES = {"█": (2, 2), "▓": (2, 1), "▒": (1, 1), "▄": (2, 0), "░": (1, 0), " ": (0, 0), "-": (0, 0)}


def test_a_wide_median_stays_on_the_screen() -> None:
    text = overview_chart(long_chart_data(), width=40)
    row = next(line for line in text.splitlines() if line.startswith("● before"))
    assert row.split()[2:] == ["8", "4.5"]
    assert len(row) <= 40


def read_columns(text: str, sessions: int) -> list[tuple[int, int]]:
    """(points up to the score after, points in all) of each session; (0, 0) where a score is missing."""
    lines = text.splitlines()
    foot = next(index for index, line in enumerate(lines) if "└" in line)
    rows = [line[10:] for line in reversed(lines[foot - 5 : foot])]
    breadth = lines[foot].count("─") // sessions
    cells = [[row[place * breadth :][:breadth].rstrip() or " " for row in rows] for place in range(sessions)]
    assert all(set(cell) == {cell[0]} for marks in cells for cell in marks)
    columns = [[cell[0] for cell in marks] for marks in cells]
    points = [[half for mark in marks for half in HALVES[mark]] for marks in columns]
    return [(each.count(2), sum(map(bool, each))) for each in points]


def whole(score: float) -> int:
    return floor(score + 0.5)


@given(chart_data=chart_data_sets(least=1), width=st.integers(90, 200))
def test_the_columns_read_back_as_the_scores(chart_data: ChartData, width: int) -> None:
    columns = read_columns(overview_chart(chart_data, width=width), len(chart_data.bars))
    expected = [
        (0, 0)
        if bar.before is None or bar.after is None
        else (whole(bar.after), max(whole(bar.before), whole(bar.after)))
        for bar in chart_data.bars
    ]
    assert columns == expected


@given(chart_data=chart_data_sets(least=1), width=st.integers(40, 200), ascii_only=st.booleans())
def test_no_line_is_wider_than_the_screen(chart_data: ChartData, width: int, ascii_only: bool) -> None:
    lines = overview_chart(chart_data, width=width, ascii_only=ascii_only).splitlines()
    assert [line for line in lines if cell_len(line) > width] == []
    assert [line for line in lines if line != line.rstrip()] == []


def test_colour_draws_the_same_halves() -> None:
    text = overview_chart(ChartData("neck", bars_of([(8, 5)]), of=1), width=80, colours=256)
    column = [line[10:] for line in text.splitlines() if re.match(r" +\S* ?\S* ?[┤│]", line)]
    full, mixed, shaded = "\x1b[38;5;166m█\x1b[0m", "\x1b[38;5;166;48;5;33m▄\x1b[0m", "\x1b[38;5;33m█\x1b[0m"
    assert [cell for cell in column if cell] == [each * 5 for each in (shaded, mixed, full, full)]


def test_few_sessions_are_broad_bars_with_a_blank_between() -> None:
    lines = overview_chart(ChartData("neck", bars_of([(8, 2)] * 9), of=9), width=80).splitlines()
    assert next(line for line in lines if line.startswith("       2"))[10:] == " ".join(["█████"] * 9)
    lines = overview_chart(ChartData("neck", bars_of([(8, 2)] * 40), of=40), width=80).splitlines()
    assert next(line for line in lines if line.startswith("       2"))[10:] == "█" * 40


def test_a_rise_has_a_mark_of_its_own() -> None:
    text = overview_chart(ChartData("neck", bars_of([(5, 5), (5, 6), (4, None)]), of=4), width=80)
    assert text.splitlines()[-1] == "▲ higher        ▲"
    assert text.splitlines()[0].startswith("All 3 sessions with a score:")
    assert "- a score is missing" in text
    assert "▲" not in overview_chart(ChartData("neck", bars_of([(5, 5)]), of=1), width=80)


def test_each_sign_that_is_drawn_is_explained() -> None:
    chart_data = ChartData("neck", bars_of([(8, 5), (7, 4), (4, 3), (2, 4), (5, 5)]), of=5)
    for ascii_only, signs in ((False, "█▄▒░▓▲"), (True, "#*:.%/")):
        legend, _, below = overview_chart(chart_data, width=80, ascii_only=ascii_only).partition("\n\n")
        assert {sign for sign in signs if sign in below} == set(signs)
        assert {sign for sign in signs if f" {sign} " in f" {legend} ".replace("\n", " ")} == set(signs)
    # What is not drawn is not explained.
    assert "▓" not in overview_chart(ChartData("neck", bars_of([(8, 4)]), of=1), width=80)


@pytest.mark.parametrize("sessions", [23, 30, 70])
def test_the_second_year_is_on_the_axis(sessions: int) -> None:
    first = date(2027, 1, 5) - timedelta(weeks=sessions - 1)
    bars = [
        bar._replace(day=first + timedelta(weeks=place)) for place, bar in enumerate(bars_of([(8, 5)] * sessions))
    ]  # fmt: skip
    for width in (40, 80):
        lines = overview_chart(ChartData("neck", tuple(bars), of=sessions), width=width).splitlines()
        months = next(line for line in lines if "2027" in line)
        assert cell_len(months) <= width
        assert "Jan 2027" in months
