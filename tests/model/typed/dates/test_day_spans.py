"""Days and spans of days, as people type them for a filter."""

from datetime import date

import pytest

from paintrack.errors import UsageError
from paintrack.model.typed.dates.day_spans import DaySpan
from paintrack.model.typed.dates.typed_dates import parse_days
from tests.model.typed.dates.zones import TUESDAY


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2026-11-03", date(2026, 11, 3), date(2026, 11, 3)),
        (" 2030-1-1 ", date(2030, 1, 1), date(2030, 1, 1)),
        ("yesterday", date(2026, 11, 2), date(2026, 11, 2)),
        ("tue", date(2026, 11, 3), date(2026, 11, 3)),
        ("3 nov 2025", date(2025, 11, 3), date(2025, 11, 3)),
        ("2026-2", date(2026, 2, 1), date(2026, 2, 28)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("last month", date(2026, 10, 1), date(2026, 10, 31)),
        ("this month", date(2026, 11, 1), date(2026, 11, 30)),
        ("last year", date(2025, 1, 1), date(2025, 12, 31)),
        ("30 days", date(2026, 10, 4), date(2026, 11, 3)),
        ("october", date(2026, 10, 1), date(2026, 10, 31)),
        ("November", date(2026, 11, 1), date(2026, 11, 30)),
        ("last november", date(2025, 11, 1), date(2025, 11, 30)),
        ("dec", date(2025, 12, 1), date(2025, 12, 31)),
        ("oct 2025", date(2025, 10, 1), date(2025, 10, 31)),
        ("feb, 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("10/2025", date(2025, 10, 1), date(2025, 10, 31)),
        ("last week", date(2026, 10, 26), date(2026, 11, 1)),
        ("this week", date(2026, 11, 2), date(2026, 11, 8)),
        ("past week", date(2026, 10, 27), date(2026, 11, 3)),
        ("3 months", date(2026, 8, 3), date(2026, 11, 3)),
        ("last 2 years", date(2024, 11, 3), date(2026, 11, 3)),
        ("last night", date(2026, 11, 2), date(2026, 11, 2)),
        ("this evening", date(2026, 11, 3), date(2026, 11, 3)),
        ("last 2 weeks", date(2026, 10, 20), date(2026, 11, 3)),
        ("2 days ago", date(2026, 11, 1), date(2026, 11, 1)),
        ("now", date(2026, 11, 3), date(2026, 11, 3)),
        ("15:00", date(2026, 11, 3), date(2026, 11, 3)),
        ("tomorrow", date(2026, 11, 4), date(2026, 11, 4)),
        ("yesterday 15:00", date(2026, 11, 2), date(2026, 11, 2)),
        ("sun, 9am", date(2026, 11, 1), date(2026, 11, 1)),
        ("3 nov 2025 14:00", date(2025, 11, 3), date(2025, 11, 3)),
        ("2026-07-06 14:00+05:30", date(2026, 7, 6), date(2026, 7, 6)),
    ],
)
def test_days_for_a_filter(typed: str, first: date, last: date) -> None:
    assert parse_days(typed, TUESDAY.date()) == DaySpan(first, last)


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        *((typed, "last month") for typed in ("2026-02-30", "", "20260706", "2026-07-06 14:61", "2026-13", "30m")),
        ("3/11/2026", "2026-11-03"),
        ("7", "7 days"),
    ],
)
def test_what_is_no_day_is_refused_with_a_form(typed: str, form: str) -> None:
    with pytest.raises(UsageError, match=f'(?i)type .*"{form}"') as refused:
        parse_days(typed, TUESDAY.date())
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("typed", ["an hour ago", "half an hour ago", "20 minutes ago", "tonight", "on this night"])
def test_what_depends_on_the_hour_is_no_day(typed: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_days(typed, TUESDAY.date())
    assert str(refused.value) == f"{typed} is a time, and whole days count here: type today or yesterday."
