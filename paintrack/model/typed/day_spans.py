"""Spans of days as people type them for a filter: `2026-11`, `october`, `last week`, `30 days`."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from paintrack.model.typed.named_days import DAY_UNITS, NUMBER, number


class DaySpan(NamedTuple):
    """Calendar days from `first` to `last`."""

    first: date
    last: date


def span_of(words: str, today: date) -> DaySpan | None:
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})", words, re.ASCII):
        return _month(int(match[1]), int(match[2]))
    if re.fullmatch(r"\d{4}", words, re.ASCII):
        return DaySpan(date(int(words), 1, 1), date(int(words), 12, 31))
    if words in ("this month", "last month"):
        first = today.replace(day=1)
        before = first - timedelta(days=1)
        return _month(first.year, first.month) if words == "this month" else _month(before.year, before.month)
    if words in ("this year", "last year"):
        year = today.year - (words == "last year")
        return DaySpan(date(year, 1, 1), date(year, 12, 31))
    if match := re.fullmatch(rf"(?:last |past )?{NUMBER} (day|week)s?", words, re.ASCII):
        return DaySpan(today - timedelta(days=number(match[1]) * DAY_UNITS[match[2]]), today)
    return None


def _month(year: int, month: int) -> DaySpan:
    first = date(year, month, 1)
    return DaySpan(first, (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1))
