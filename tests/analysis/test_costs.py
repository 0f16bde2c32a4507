"""What visits cost."""

from hypothesis import example, given
from hypothesis import strategies as st

from paintrack.analysis.costs import (
    cost_rows,
    costs_by_currency,
    costs_by_year,
    recorded_currency,
    total_rows,
    year_rows,
)
from paintrack.model.entries import Session
from tests.factories.entries import a_visit
from tests.strategies import sessions


def test_by_calendar_year_and_practitioner() -> None:
    costs = costs_by_year(
        [a_visit(at="2025-12-31 23:30"), a_visit(covered=6000), a_visit(9000), a_visit(who="Dr Wu"), a_visit(who=None)],
        "EUR",
    )
    assert [(each.year, each.practitioner, each.sessions, each.paid, each.out_of_pocket) for each in costs] == [
        (2025, "Dr Li", 1, 8500, 8500),
        (2026, None, 1, 8500, 8500),
        (2026, "Dr Li", 2, 17500, 11500),
        (2026, "Dr Wu", 1, 8500, 8500),
    ]
    assert {each.currency for each in costs} == {"EUR"}


def test_two_currencies_are_never_added_up() -> None:
    costs = costs_by_currency([a_visit(100, currency="EUR"), a_visit(200, currency="CHF"), a_visit(300)], None)
    assert [(each.currency, each.paid) for each in costs] == [(None, 300), ("CHF", 200), ("EUR", 100)]
    named = costs_by_currency([a_visit(100, currency="EUR"), a_visit(200, currency="CHF"), a_visit(300)], "CHF")
    assert [(each.currency, each.paid) for each in named] == [("CHF", 500), ("EUR", 100)]


def test_a_year_is_one_row_with_all_its_practitioners() -> None:
    visits = [a_visit(at="2025-12-31 23:30"), a_visit(covered=6000), a_visit(9000, who="Dr Wu"), a_visit()]
    rows = year_rows(visits, "EUR")
    assert [(row["year"], row["practitioner"], row["sessions"], row["paid"]) for row in rows] == [
        (2025, "Dr Li", 1, 85),
        (2026, "Dr Li, Dr Wu", 3, 260),
    ]
    (total,) = total_rows(visits, "EUR")
    assert (total["sessions"], total["paid"], total["covered"], total["out_of_pocket"]) == (4, 345, 60, 285)


def test_a_year_with_a_visit_of_nobody_names_nobody() -> None:
    """Else what was paid for it would be taken for paid to the one who is named."""
    (row,) = year_rows([a_visit(), a_visit(who=None)], "EUR")
    assert (row["practitioner"], row["sessions"]) == (None, 2)


def test_a_year_names_nobody_for_more_visits_than_theirs() -> None:
    visits = [a_visit(), a_visit(), a_visit(None, who=None)]
    (row,) = year_rows(visits, "EUR")
    assert row["practitioner"] == "Dr Li (2 of 3)"
    (row,) = year_rows([*visits, a_visit(who="Dr Wu")], "EUR")
    assert row["practitioner"] == "Dr Li (2 of 4), Dr Wu (1 of 4)"


def test_a_visit_without_an_amount_is_in_no_line_of_its_own() -> None:
    visits = [a_visit(currency="EUR"), a_visit(None, who=None), a_visit(9000, currency="EUR", who="Dr Wu")]
    (year,), (total,) = year_rows(visits, None), total_rows(visits, None)
    assert (year["practitioner"], year["currency"], year["sessions"], year["paid"]) == (
        "Dr Li (1 of 3), Dr Wu (1 of 3)",
        "EUR",
        3,
        175,
    )
    assert (total["currency"], total["sessions"], total["paid"]) == ("EUR", 3, 175)
    # Which of two currencies it would have had nobody knows.
    visits.append(a_visit(9000, currency="CHF"))
    assert [(row["currency"], row["sessions"]) for row in total_rows(visits, None)] == [
        (None, 1),
        ("CHF", 1),
        ("EUR", 2),
    ]


def test_what_was_not_recorded_is_not_0() -> None:
    (row,) = cost_rows(costs_by_year([a_visit(None), a_visit(None)], None))
    assert row == {
        "year": 2026,
        "practitioner": "Dr Li",
        "currency": None,
        "sessions": 2,
        "paid": None,
        "covered": None,
        "out_of_pocket": None,
        "open": None,
        "own_share": None,
    }
    (free,) = cost_rows(costs_by_year([a_visit(0)], None))
    assert (free["paid"], free["covered"], free["out_of_pocket"], free["open"]) == (0, None, 0, 0)
    (row,) = cost_rows(costs_by_year([a_visit(), a_visit(covered=0), a_visit(covered=6000)], None))
    assert (row["paid"], row["covered"], row["open"], row["own_share"]) == (255, 60, 85, 110)


def test_amounts_are_units_with_cents_only_where_there_are_some() -> None:
    (row,) = cost_rows(costs_by_year([a_visit(8550, 9000)], "EUR"))
    assert (row["paid"], row["covered"], row["out_of_pocket"]) == (85.5, 90, -4.5)


@given(st.lists(sessions(), max_size=6), st.none() | st.just("EUR"))
@example([a_visit(currency="Swiss francs"), a_visit(currency="CHF")], None)
def test_no_visit_and_no_amount_is_lost_or_mixed(visits: list[Session], usual: str | None) -> None:
    for groups in (costs_by_currency(visits, usual), costs_by_year(visits, usual)):
        assert sum(each.sessions for each in groups) == len(visits)
        for currency in {each.currency for each in groups}:
            paid = sum(each.cost or 0 for each in visits if recorded_currency(each, usual) == currency)
            assert sum(each.paid for each in groups if each.currency == currency) == paid
