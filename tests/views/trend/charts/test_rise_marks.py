"""A score that was higher after a session has a mark of its own in every chart and strip."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.condition.chart_data import Bar, ChartData
from paintrack.views.trend.charts.chart_by_date import date_chart
from paintrack.views.trend.charts.chart_calendar import calendar_chart
from paintrack.views.trend.charts.chart_dumbbell import dumbbell_chart
from paintrack.views.trend.charts.chart_long_course import overview_chart
from paintrack.views.trend.charts.chart_relief import relief_chart
from paintrack.views.trend.small_multiples import small_multiples
from tests.factories.chart_data import MONDAY, bars_of
from tests.factories.courses import trend, weekly
from tests.strategies import score_pairs


def strips(chart_data: ChartData, *, width: int, ascii_only: bool, colours: int) -> str:
    """The strips of `trend --all` for the data of a chart."""
    figures = trend("lower back", weekly([5, 5]))._replace(chart_data=chart_data)
    return small_multiples([figures], width=width, ascii_only=ascii_only, colours=colours)


CHARTS: dict[str, Callable[..., str]] = {
    "dumbbells": dumbbell_chart,
    "dates": date_chart,
    "overview": overview_chart,
    "calendar": calendar_chart,
    "relief": relief_chart,
    "strips": strips,
}


@pytest.mark.parametrize("chart", CHARTS)
@given(
    pairs=st.lists(score_pairs, min_size=1, max_size=6),
    days=st.sampled_from([0, 1, 7, 30]),
    width=st.sampled_from([40, 60, 80, 200]),
    ascii_only=st.booleans(),
    colours=st.sampled_from([0, 256]),
)
def test_a_rise_is_marked_and_nothing_else(
    chart: str,
    pairs: list[tuple[float | None, float | None]],
    days: int,
    width: int,
    ascii_only: bool,
    colours: int,
) -> None:
    # Also several sessions on a day, which share a column by date.
    bars = [bar._replace(day=MONDAY + timedelta(days * place)) for place, bar in enumerate(bars_of(pairs))]
    text = CHARTS[chart](
        ChartData("neck", tuple(bars), of=len(bars)), width=width, ascii_only=ascii_only, colours=colours
    )
    marks = {"relief": "▒x"}.get(chart, "▲/")
    below_legend = text.partition("\n\n")[2] or text
    assert (marks[ascii_only] in below_legend) == any(bar.is_rise for bar in bars)


def test_the_mark_is_under_the_session_that_rose() -> None:
    bars = (*bars_of([(5, 4), (5, 6), (5, None), (6, 6.5)]), Bar(5, MONDAY + timedelta(weeks=4), 5, 8))
    lines = strips(ChartData("neck", bars, of=5), width=80, ascii_only=False, colours=0).splitlines()
    assert lines[-2:] == [
        "○ after    [4]  [6]   - [6.5]  [8]",
        "▲ higher         ▲         ▲    ▲",
    ]
