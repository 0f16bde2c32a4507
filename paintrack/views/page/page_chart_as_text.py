"""The chart of the page as text: of every session of the course, in one of two heights."""

from paintrack.analysis.condition.chart_data import ChartData
from paintrack.analysis.page_figures import Summary
from paintrack.views.page.page_chart_data import page_chart_data, serious_days

_WHOLE_BANDS, _LOW_BANDS = 2, 1  # of the calendar, 22 weeks or more each on 80 columns


def whole_chart(summary: Summary, *, width: int, ascii_only: bool = False, is_sheet: bool = False) -> str:
    """The dumbbells, or a calendar; empty without a score.

    Above dumbbells that do not all fit is the whole course, drawn small. On a sheet (`is_sheet`) the calendar has the
    newest weeks alone, and says so.
    """
    chart_data = page_chart_data(summary)
    if chart_data is None:
        return ""
    if chart_data.is_calendar:
        return _calendar(chart_data, width, _WHOLE_BANDS if is_sheet else None, ascii_only=ascii_only)
    from paintrack.views.trend.charts.chart_dumbbell import dumbbell_chart

    newest_sessions = dumbbell_chart(chart_data, width=width, ascii_only=ascii_only)
    if has_every_dumbbell(chart_data, width):
        return newest_sessions
    # Dumbbells without a legend begin with a blank line.
    return "\n\n".join([low_chart(summary, width=width, ascii_only=ascii_only), newest_sessions.removeprefix("\n")])


def low_chart(summary: Summary, *, width: int, ascii_only: bool = False) -> str:
    """The chart where there is little room: the whole course drawn small, or a calendar of the newest weeks.

    The changes have the numbers that they have on the page, and each day with a serious symptom has its mark.
    """
    chart_data = page_chart_data(summary)
    if chart_data is None or summary.main is None:
        return ""
    if chart_data.is_calendar:
        return _calendar(chart_data, width, _LOW_BANDS, ascii_only=ascii_only)
    from paintrack.views.trend.charts.chart_long_course import overview_chart

    days = [day for day, _ in serious_days(summary, chart_data.bars[0].day)]
    changes = summary.main.chart_data.marks
    return overview_chart(chart_data, width=width, ascii_only=ascii_only, numbered=changes, serious_days=days)


def has_every_dumbbell(chart_data: ChartData, width: int) -> bool:
    """Whether the dumbbells of all sessions stand side by side; a calendar has none."""
    if chart_data.is_calendar:
        return True
    from paintrack.views.trend.charts.chart_dumbbell import capacity

    return capacity(chart_data, width) == len(chart_data.bars)


def _calendar(chart_data: ChartData, width: int, most_bands: int | None, *, ascii_only: bool) -> str:
    from paintrack.views.trend.charts.chart_calendar import MOST_BANDS, calendar_chart

    return calendar_chart(chart_data, width=width, ascii_only=ascii_only, most_bands=most_bands or MOST_BANDS)
