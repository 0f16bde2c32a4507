"""Courses to draw as vector drawings, and the width of the drawing on a phone."""

from collections.abc import Callable
from datetime import date

from paintrack.analysis.condition.chart_data import Bar, ChartData, Mark
from tests.factories.chart_data import hard_chart_data, k1_chart_data, long_chart_data
from tests.factories.pages import full_page, hard_page, long_names_page, sample_page

PHONE = 284


# A change long before a single session puts that at the right end of the sheet.
AT_THE_END = ChartData(
    "lower back",
    (Bar(1, date(2026, 1, 1), 0.1, None, (), 3),),
    marks=(Mark(date(2025, 11, 1), "new mattress"),),
    of=1,
    not_counted=1,
)


# Each is made when a test needs it: some are of a whole page.
PICTURES: dict[str, Callable[[], ChartData]] = {
    "at the end": lambda: AT_THE_END,
    "K1": k1_chart_data,
    "hard": hard_chart_data,
    "long": long_chart_data,
    "full page": lambda: full_page().trend.chart_data,
    "hard page": lambda: hard_page().trend.chart_data,
    "long names": lambda: long_names_page().trend.chart_data,
    "sample": lambda: sample_page().trend.chart_data,
}
