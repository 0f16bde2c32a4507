"""What a calendar says of days without a score: a day without an entry is unknown, not 0."""

from collections.abc import Iterator
from itertools import groupby

from paintrack.analysis.condition.chart_data import ChartData
from paintrack.views.value_words import counted, show_day

NO_ENTRY = "no entry: unknown, not 0"


def facts_on_days_without_score(chart_data: ChartData) -> Iterator[str]:
    """`July 2026: 26 days said to be 0`, and what the other days are; empty if there is no calendar."""
    if not chart_data.is_calendar or not (chart_data.bars or chart_data.early):
        return
    for _, days in groupby(sorted(chart_data.zero_days), key=lambda day: (day.year, day.month)):
        first, *more_days = days
        month = show_day(first, weekday=False, long=True).partition(" ")[2]
        yield f"{month}: {counted(1 + len(more_days), 'day')} said to be 0"
    yield "All other days: no entry, so unknown, not 0"
