"""Costs on the screen."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.costs import cost_rows, costs_by_year, visit_rows
from paintrack.model.entries import Session
from paintrack.views.cost_table import cost_table
from paintrack.views.text_layout import width_of
from tests.strategies import sessions


def row(**more: object) -> dict[str, Any]:
    """A year of Dr Li."""
    usual = {"year": 2026, "practitioner": "Dr Li", "currency": "EUR", "sessions": 12}
    return {**usual, "paid": 1020, "covered": 600, "out_of_pocket": 420, **more}


def test_amounts_stand_below_each_other() -> None:
    table = cost_table([row(), row(year=2025, sessions=1, paid=85.5, covered=None, out_of_pocket=85.5)], width=80)
    assert table.splitlines() == [
        "year  practitioner  currency  sessions     paid  covered  out of pocket",
        "2026  Dr Li         EUR             12  1020.00   600.00         420.00",
        "2025  Dr Li         EUR              1    85.50        -          85.50",
    ]


def test_a_column_without_anything_is_left_out() -> None:
    assert cost_table([row(practitioner=None, currency=None)], width=80).splitlines() == [
        "year  sessions  paid  covered  out of pocket",
        "2026        12  1020      600            420",
    ]


def test_a_narrow_table_has_short_names() -> None:
    assert cost_table([row(practitioner="Dr Li and colleagues")], width=48).splitlines() == [
        "year  with           in    n  paid  covered  own",
        "2026  Dr Li and...   EUR  12  1020      600  420",
    ]


def test_where_that_is_not_enough_it_is_said_in_words() -> None:
    assert cost_table([row(paid=9999999.99, covered=100000.5, out_of_pocket=9899999.49)], width=40).splitlines() == [
        "2026, with Dr Li, currency EUR",
        "  sessions 12, paid 9999999.99",
        "  covered 100000.50",
        "  out of pocket 9899999.49",
    ]


@pytest.mark.parametrize("width", [40, 80])
def test_what_steers_a_terminal_stays_out(width: int) -> None:
    table = cost_table([row(practitioner="a\x1b[31m\u202eb", currency="\u202e")], width=width)
    assert "\x1b" not in table
    assert "\u202e" not in table


@given(st.lists(sessions(), min_size=1, max_size=6), st.integers(40, 200), st.booleans())
def test_every_line_fits(found: list[Session], width: int, by_visit: bool) -> None:
    rows = visit_rows(found, "EUR") if by_visit else cost_rows(costs_by_year(found, "EUR"))
    table = cost_table(rows, width=width)
    assert max(map(width_of, table.splitlines())) <= width
    assert len(table.splitlines()) > len(rows) or width < 100
