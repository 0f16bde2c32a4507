"""The visits of a statement for an insurer, and their sums."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from paintrack.analysis.costs import recorded_currency
from paintrack.analysis.insurer_statement import VisitWindow, visit_rows, visits_of
from paintrack.model.entries import Session
from paintrack.model.selection import Selection
from paintrack.model.statement_columns import STATEMENT_COLUMNS
from tests.factories.entries import a_visit
from tests.factories.statements import statement_for
from tests.strategies import sessions

visit = partial(a_visit, currency="EUR")


def on_days(*days: str) -> list[Session]:
    return [visit(at=f"{day} 14:00") for day in days]


@pytest.mark.parametrize(
    ("paid", "covered", "open_amount"),
    [
        (8500, None, 8500),
        (8500, 0, 0),
        (8500, 6000, 0),
        (8500, 9000, 0),
        (0, None, 0),
        (None, None, None),
        (None, 6000, None),
    ],
)
def test_open_is_what_has_no_covered_amount(paid: int | None, covered: int | None, open_amount: int | None) -> None:
    (row,) = visits_of([visit(paid, covered)], None)
    assert row.open == open_amount
    assert bool(visits_of([visit(paid, covered)], None, only_open=True)) == bool(open_amount)


def test_a_visit_says_nothing_of_health() -> None:
    session = replace(visit(8550, 0), receipt="R-203; 97810")
    row = {"date": "2026-07-06", "practitioner": "Dr Li", "currency": "EUR", "paid": 85.5, "covered": 0, "open": 0}
    assert visit_rows(visits_of([session], "CHF")) == [row | {"receipt": "R-203; 97810"}]
    assert visit_rows(visits_of([visit(None)], None))[0]["paid"] is None


@given(st.lists(sessions(), max_size=3))
@example([visit(currency="Swiss francs")])
def test_the_rows_have_the_columns_of_a_statement(entries: list[Session]) -> None:
    for row, session in zip(visit_rows(visits_of(entries, None)), entries, strict=True):
        assert tuple(row) == STATEMENT_COLUMNS
        assert row["practitioner"] == session.practitioner
        assert row["currency"] == recorded_currency(session, None)


def test_a_visit_without_an_amount_is_in_no_sum_of_its_own() -> None:
    sessions = [replace(visit(8550, 0), currency="EUR"), replace(visit(None), currency=None)]
    statement = statement_for(sessions)
    assert [(sums.currency, sums.visits, sums.paid) for sums in statement.totals] == [("EUR", 2, 8550)]
    assert [each.currency for each in statement.visits] == ["EUR", None]


def test_the_period_is_that_of_the_visits() -> None:
    statement = statement_for(on_days("2026-07-06", "2026-07-13"))
    assert (statement.first_day, statement.last_day) == (date(2026, 7, 6), date(2026, 7, 13))
    assert statement.days == 8


def test_a_period_that_was_asked_for_is_kept_up_to_today() -> None:
    period = Selection(since=date(2026, 1, 1), until=date(2026, 12, 31))
    statement = statement_for(on_days("2026-07-06"), period, printed=date(2026, 11, 27))
    assert (statement.first_day, statement.last_day) == (date(2026, 1, 1), date(2026, 11, 27))


def test_with_the_newest_alone_the_period_begins_with_them() -> None:
    statement = statement_for(on_days("2026-07-06"), Selection(since=date(2026, 1, 1), last=1))
    assert (statement.first_day, statement.last_day) == (date(2026, 7, 6), date(2026, 7, 6))


def test_sums_by_year_and_currency_are_never_mixed() -> None:
    visits = [
        visit(8500, 6000, at="2025-12-30 15:00"),
        visit(8550, at="2026-01-06 15:00"),
        replace(visit(9000, 0, at="2026-01-13 15:00"), currency="CHF"),
        replace(visit(None, at="2026-01-20 15:00"), currency="CHF"),
    ]
    statement = statement_for(visits)
    assert [tuple(each) for each in statement.years] == [
        (2025, "EUR", 1, 8500, 6000, 0),
        (2026, "CHF", 2, 9000, 0, 0),
        (2026, "EUR", 1, 8550, None, 8550),
    ]
    assert [tuple(each) for each in statement.totals] == [
        (None, "CHF", 2, 9000, 0, 0),
        (None, "EUR", 2, 17050, 6000, 8550),
    ]


def test_the_most_visits_within_a_year_of_365_days() -> None:
    assert statement_for(on_days("2025-01-01", "2025-12-31")).busiest is None
    assert statement_for(on_days("2025-01-01", "2026-01-01")).busiest == VisitWindow(
        1, date(2025, 1, 1), date(2025, 1, 1)
    )
    days = ("2025-01-01", "2025-06-01", "2025-12-31", "2026-02-01", "2026-05-31", "2027-01-01")
    assert statement_for(on_days(*days)).busiest == VisitWindow(4, date(2025, 6, 1), date(2026, 5, 31))


@given(st.lists(st.dates(date(2024, 1, 1), date(2027, 12, 31)), min_size=1, max_size=30))
def test_no_window_has_more_visits(days: list[date]) -> None:
    window = statement_for(on_days(*map(str, sorted(days))), printed=date(2028, 1, 1)).busiest
    counts = [sum(first <= day < first + timedelta(days=365) for day in days) for first in days]
    assert max(counts) == (window.visits if window else len(days))


@given(st.lists(sessions(), min_size=1, max_size=6))
def test_the_sums_are_those_of_the_visits(entries: list[Session]) -> None:
    in_order = sorted(entries, key=lambda each: each.when.day)
    statement = statement_for(in_order)
    assert sum(each.visits for each in statement.totals) == sum(each.visits for each in statement.years) == len(entries)
    for name in ("paid", "covered", "open"):
        whole = sum(getattr(each, name) or 0 for each in statement.visits)
        assert sum(getattr(each, name) or 0 for each in statement.years) == whole
        assert sum(getattr(each, name) or 0 for each in statement.totals) == whole
