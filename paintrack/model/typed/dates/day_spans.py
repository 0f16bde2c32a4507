"""Spans of days as people type them for a filter: `2026-11`, `october`, `last week`, `30 days`."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from paintrack.model.typed.dates.named_days import DAY_UNITS, MONTHS, NUMBER, parse_count, place_in


class DaySpan(NamedTuple):
    """Calendar days from `first` to `last`, both included."""

    first: date
    last: date


def span_of(words: str, today: date) -> DaySpan | None:
    """The days that the words name, as seen from `today`; None if they name no span.

    Raises ValueError for a month that does not exist.
    """
    words = {"past week": "7 days", "past month": "a month", "past year": "a year"}.get(words, words)
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})", words, re.ASCII):
        return _month(int(match[1]), int(match[2]))
    if match := re.fullmatch(r"(\d{1,2})[./-](\d{4})", words, re.ASCII):
        return _month(int(match[2]), int(match[1]))
    if re.fullmatch(r"\d{4}", words, re.ASCII):
        return DaySpan(date(int(words), 1, 1), date(int(words), 12, 31))
    if words in ("this month", "last month"):
        first = today.replace(day=1)
        before = first - timedelta(days=1)
        return _month(first.year, first.month) if words == "this month" else _month(before.year, before.month)
    if words in ("this week", "last week"):
        monday = today - timedelta(days=today.weekday() + 7 * (words == "last week"))
        return DaySpan(monday, monday + timedelta(days=6))
    if words in ("this year", "last year"):
        year = today.year - (words == "last year")
        return DaySpan(date(year, 1, 1), date(year, 12, 31))
    if match := re.fullmatch(rf"(?:last |past )?{NUMBER} (day|week)s?", words, re.ASCII):
        return DaySpan(today - timedelta(days=parse_count(match[1]) * DAY_UNITS[match[2]]), today)
    if match := re.fullmatch(rf"(?:last |past )?{NUMBER} (month|year)s?", words, re.ASCII):
        months = parse_count(match[1]) * (12 if match[2] == "year" else 1)
        return DaySpan(_months_before(today, months), today)
    if match := re.fullmatch(r"(?:in )?(last )?([a-z]+)\.?(?:,? (\d{4}))?", words, re.ASCII):
        return _named_month(match[2], match[3], today, is_over=match[1] is not None)
    return None


def _month(year: int, month: int) -> DaySpan:
    first = date(year, month, 1)
    return DaySpan(first, (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1))


def _named_month(name: str, year: str | None, today: date, *, is_over: bool) -> DaySpan | None:
    """The month of the typed year, else the latest that has begun, or with `is_over` the latest that has ended.

    None if `name` is not a month.
    """
    place = place_in(name, MONTHS)
    if place is None:
        return None
    is_to_come = (place + 1 >= today.month) if is_over else (place + 1 > today.month)
    return _month(int(year) if year else today.year - is_to_come, place + 1)


def _months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last day of that month if it is shorter."""
    count = day.year * 12 + day.month - 1 - months
    last = _month(count // 12, count % 12 + 1).last
    return last.replace(day=min(day.day, last.day))
