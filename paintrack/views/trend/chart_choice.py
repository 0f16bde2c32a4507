"""Choosing the chart that shows a condition best, and drawing it."""

from enum import Enum

from paintrack.analysis.condition.chart_data import Mark
from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.views.trend.trend_questions_and_answers import newest_serious
from paintrack.views.value_words import SERIOUS_MARK


class ChartKind(Enum):
    """What a chart is asked to show; the first two are what people type after `--by`."""

    SESSIONS = "session"
    DATES = "date"
    RELIEF = "relief"


def trend_chart(
    figures: ConditionFigures, kind: ChartKind, *, width: int, ascii_only: bool = False, colours: int = 0
) -> str:
    """The chart of a condition that has a session or a reading, within `width` columns (40 or more).

    By sessions it is dumbbells; if they do not all fit, a small chart of the whole course is above the newest. Scores
    that are mostly 0, and readings alone, are in a calendar. The newest serious side effects stand among the changes.
    """
    serious = newest_serious(figures.chart_data.effects)
    marks = [*figures.chart_data.marks, *(Mark(each.day, f"{SERIOUS_MARK}{each.text}") for each in serious)]
    chart_data = figures.chart_data._replace(marks=tuple(sorted(marks, key=lambda mark: mark.day)))
    # Each chart is loaded when it is drawn, since most diaries need only one.
    if kind is ChartKind.DATES:
        from paintrack.views.trend.charts.chart_by_date import date_chart

        return date_chart(chart_data, width=width, ascii_only=ascii_only, colours=colours)
    if not chart_data.bars or (figures.is_mostly_zero and kind is ChartKind.SESSIONS):
        from paintrack.views.trend.charts.chart_calendar import calendar_chart

        return calendar_chart(chart_data, width=width, ascii_only=ascii_only, colours=colours)
    if kind is ChartKind.RELIEF:
        from paintrack.views.trend.charts.chart_relief import relief_chart

        return relief_chart(chart_data, width=width, ascii_only=ascii_only, colours=colours)
    from paintrack.views.trend.charts.chart_dumbbell import capacity, dumbbell_chart

    newest_sessions = dumbbell_chart(chart_data, width=width, ascii_only=ascii_only, colours=colours)
    if capacity(chart_data, width) == len(chart_data.bars):
        return newest_sessions
    from paintrack.views.trend.charts.chart_long_course import overview_chart

    days = [each.day for each in serious]
    course = overview_chart(chart_data, width=width, ascii_only=ascii_only, colours=colours, serious_days=days)
    # Dumbbells without a legend begin with a blank line.
    return "\n\n".join([course, newest_sessions.removeprefix("\n")])
