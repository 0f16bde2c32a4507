"""The calendar: as people see it, and read back day by day."""

import re
from collections import defaultdict
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from paintrack.analysis.condition.chart_data import ChartData, DatedScore
from paintrack.views.trend.charts.chart_calendar import calendar_chart
from tests.factories.chart_data import daily_scores
from tests.strategies import chart_data_sets

WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def test_without_a_score_there_is_no_calendar() -> None:
    assert calendar_chart(ChartData("neck", ()), width=80) == ""


def test_a_score_above_0_is_never_shown_as_0() -> None:
    text = calendar_chart(ChartData("neck", (), early=daily_scores(date(2026, 7, 6), 0, 0.2, 1.5)), width=80)
    assert [line[11:12] for line in text.splitlines() if line[:3] in WEEKDAYS][:3] == ["0", "1", "2"]
    assert "to the nearest whole number" in text


def month_over_day(text: str, name: str) -> str:
    """The Monday's score under the first letter of the month's name."""
    lines = text.splitlines()
    names = next(line for line in lines if name in line)
    monday = next(line for line in lines[lines.index(names) :] if line.startswith("Mon"))
    return monday[names.index(name)]


def test_a_month_stands_over_its_first_monday() -> None:
    # 31 August is a Monday: its week is August's, though 1 September is in it.
    mondays = tuple(DatedScore(date(2026, 8, 3) + timedelta(weeks=week), week % 10) for week in range(20))
    text = calendar_chart(ChartData("neck", (), early=mondays), width=80)
    first_mondays = {"Aug": 0, "Sep": 5, "Oct": 9, "Nov": 13, "Dec": 18}
    assert {name: int(month_over_day(text, name)) for name in first_mondays} == {
        name: week % 10 for name, week in first_mondays.items()
    }


def test_a_first_week_that_is_too_narrow_has_no_name() -> None:
    # Wednesday 1 July is in the week of Monday 29 June; July stands over the 6th, and June has no room.
    text = calendar_chart(ChartData("neck", (), early=daily_scores(date(2026, 7, 1), *range(1, 9))), width=80)
    assert "Jun" not in text
    assert "Jul 2026" in text
    assert month_over_day(text, "Jul") == "6"


def test_a_day_declared_0_is_shown_as_0() -> None:
    chart_data = ChartData("neck", (), early=daily_scores(date(2026, 7, 6), 3), zero_days=frozenset([date(2026, 7, 8)]))
    days = [line[11:12] for line in calendar_chart(chart_data, width=80).splitlines() if line[:3] in WEEKDAYS]
    assert days[:3] == ["3", "·", "0"]


def test_of_more_than_six_bands_the_newest_are_drawn() -> None:
    early = tuple(DatedScore(date(2020, 1, 6) + timedelta(days=7 * week), week % 8) for week in range(300))
    lines = calendar_chart(ChartData("neck", (), early=early), width=80).splitlines()
    assert lines[-1] == "The newest 195 of 300 weeks. Choose: --since DATE"
    assert sum(line.startswith("Mon") for line in lines) == 6


def read_days(text: str, first: date, cell: int) -> dict[date, int]:
    """Each day with the number in its cell."""
    monday, days = first - timedelta(days=first.weekday()), {}
    passed = 0
    rows = [line for line in text.splitlines() if line[:3] in WEEKDAYS]
    for start in range(0, len(rows), 7):
        band = [row[10:] for row in rows[start : start + 7]]
        weeks = max(-(-len(row) // cell) for row in band)
        for weekday, row in enumerate(band):
            for week in range(weeks):
                number = row[week * cell : (week + 1) * cell].strip(" ·")
                if number:
                    days[monday + timedelta(days=7 * (passed + week) + weekday)] = int(number)
        passed += weeks
    return days


@given(chart_data=chart_data_sets(least=1), width=st.integers(80, 200))
def test_each_day_reads_back_as_its_highest_score(chart_data: ChartData, width: int) -> None:
    highest: dict[date, float] = defaultdict(float)
    scores = [(bar.day, score) for bar in chart_data.bars for score in (bar.before, bar.after) if score is not None]
    readings = [*chart_data.early, *(each for bar in chart_data.bars for each in bar.readings)]
    for day, score in [*scores, *((each.day, each.score) for each in readings)]:
        highest[day] = max(highest[day], score)
    wholes = {day: max(int(score + 0.5), 1) if score else 0 for day, score in highest.items()}
    text = calendar_chart(chart_data._replace(marks=()), width=width)
    assert read_days(text, min(wholes), 3 if 10 in wholes.values() else 2) == wholes


@given(chart_data=chart_data_sets(), width=st.integers(40, 200), ascii_only=st.booleans())
def test_no_line_is_wider_than_the_screen(chart_data: ChartData, width: int, ascii_only: bool) -> None:
    lines = calendar_chart(chart_data, width=width, ascii_only=ascii_only).splitlines()
    assert [line for line in lines if cell_len(line) > width] == []
    assert [line for line in lines if line != line.rstrip()] == []


@given(chart_data=chart_data_sets(), width=st.integers(40, 200))
def test_colour_changes_nothing_but_the_colour(chart_data: ChartData, width: int) -> None:
    plain = calendar_chart(chart_data, width=width)
    assert re.sub(r"\x1b\[[0-9;]*m", "", calendar_chart(chart_data, width=width, colours=256)) == plain


def test_the_first_month_has_its_year_once_there_are_two() -> None:
    scores = daily_scores(date(2026, 7, 10), 3, 0, 5) + daily_scores(date(2027, 1, 10), 4)
    months = calendar_chart(ChartData("neck", (), early=scores), width=80).split("\n\n")[1].split("\n")[0].split("  ")
    assert [each.strip() for each in months if each][:2] == ["Jul 2026", "Sep"]
    assert months[-1].strip() == "Jan 2027"
