"""What is drawn on the page: the scores of the main condition, with changes and serious symptoms."""

from datetime import date

from paintrack.analysis.condition.chart_data import ChartData, Mark
from paintrack.analysis.page_figures import Summary

_MARKS = 2


def page_chart_data(summary: Summary) -> ChartData | None:
    """The chart data of the main condition, with the two newest changes and serious symptoms; None without a score."""
    if summary.main is None:
        return None
    chart_data = summary.main.chart_data
    if not chart_data.bars and not chart_data.early:
        return None
    first_day = chart_data.bars[0].day if chart_data.bars else chart_data.early[0].day
    serious_marks = {Mark(day, f"! {kind}") for day, kind in serious_days(summary, first_day)}
    newest = sorted(serious_marks, key=lambda mark: (mark.day, mark.text))[-_MARKS:]
    marks = sorted([*chart_data.marks[-_MARKS:], *newest], key=lambda mark: mark.day)
    return chart_data._replace(marks=tuple(marks))


def serious_days(summary: Summary, first_day: date) -> list[tuple[date, str]]:
    """Each day with a serious symptom, and its kind, from `first_day` to the last day that was asked for.

    One from before the course, or from after the period, stands in the box alone.
    """
    last_day = summary.scope.until or date.max
    return [
        (occasion.day, symptom.kind)
        for symptom in summary.serious
        for occasion in symptom.occasions
        if first_day <= occasion.day <= last_day
    ]
