"""The changes under a chart: their days have the year as soon as two calendar years are touched."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from paintrack.analysis.condition.chart_data import ChartData, Mark
from paintrack.views.trend.charts.chart_by_date import date_chart
from paintrack.views.trend.charts.chart_calendar import calendar_chart
from paintrack.views.trend.charts.chart_dumbbell import dumbbell_chart
from paintrack.views.trend.charts.chart_relief import relief_chart
from tests.factories.chart_data import bars_of, daily_scores

CHARTS = [dumbbell_chart, date_chart, relief_chart, calendar_chart]


def weekly_from(monday: date) -> ChartData:
    """Six weekly sessions and a change in the third week."""
    bars = tuple(
        bar._replace(day=monday + timedelta(weeks=week)) for week, bar in enumerate(bars_of([(6, 4), (5, 5)] * 3))
    )
    return ChartData("neck", bars, marks=(Mark(monday + timedelta(days=17), "stopped coffee"),), of=6)


@pytest.mark.parametrize("draw", CHARTS)
@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_two_years_are_told_apart(draw: Callable[..., str], width: int) -> None:
    text = draw(weekly_from(date(2026, 12, 7)), width=width)
    assert next(line for line in text.splitlines() if "^" in line).strip("^ ").endswith(", 24 Dec 2026")
    assert ", 24 Jul" in draw(weekly_from(date(2026, 7, 7)), width=width)
    assert ", 24 Jul 2026" not in draw(weekly_from(date(2026, 7, 7)), width=width)


@pytest.mark.parametrize("draw", [dumbbell_chart, date_chart, relief_chart])
def test_a_change_before_new_year_touches_its_year(draw: Callable[..., str]) -> None:
    chart_data = weekly_from(date(2027, 1, 4))._replace(marks=(Mark(date(2026, 12, 20), "new chair"),))
    assert "^ new chair, 20 Dec 2026" in draw(chart_data, width=80)


def test_readings_alone_in_two_years() -> None:
    early = daily_scores(date(2026, 12, 28), *range(1, 9))
    chart_data = ChartData("neck", (), early=early, marks=(Mark(date(2026, 12, 30), "new chair"),))
    assert "^ new chair, 30 Dec 2026" in date_chart(chart_data, width=80)
    assert "^ new chair, 30 Dec 2026" in calendar_chart(chart_data, width=80)
