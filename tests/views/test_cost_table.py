"""Costs on the screen."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.costs import total_rows, year_rows
from paintrack.model.entries import Session
from paintrack.views.cost_table import cost_sentences, cost_table
from paintrack.views.text_layout import width_of
from tests.strategies import sessions


def row(**more: object) -> dict[str, Any]:
    """A year of Dr Li."""
    usual = {"year": 2026, "practitioner": "Dr Li", "currency": "EUR", "sessions": 12}
    return {**usual, "paid": 1020, "covered": 600, "out_of_pocket": 420, "open": 85, "own_share": 335, **more}


TOTAL = row(year=None, practitioner=None, sessions=13, paid=1105.5, covered=600, open=170.5, own_share=335)
HINT = "Open: paid, and no covered amount recorded yet. Which: paintrack costs --open"


def test_amounts_stand_below_each_other() -> None:
    years = [row(), row(year=2025, sessions=1, paid=85.5, covered=None, open=85.5, own_share=None)]
    assert cost_table(years, [TOTAL], width=80).splitlines() == [
        "year   practitioner  currency  sessions     paid  covered    open  own share",
        "2026   Dr Li         EUR             12  1020.00   600.00   85.00     335.00",
        "2025   Dr Li         EUR              1    85.50        -   85.50          -",
        "total                EUR             13  1105.50   600.00  170.50     335.00",
        HINT,
    ]


def test_a_column_without_anything_is_left_out() -> None:
    assert cost_table([row(practitioner=None, currency=None)], [], width=80).splitlines() == [
        "year  sessions  paid  covered  open  own share",
        "2026        12  1020      600    85        335",
        HINT,
    ]


def test_who_is_not_insured_waits_for_no_answer() -> None:
    paid = row(covered=None, open=1020, own_share=None)
    assert cost_table([paid], [], width=80).splitlines() == [
        "year  practitioner  currency  sessions  paid",
        "2026  Dr Li         EUR             12  1020",
    ]
    assert cost_sentences([paid], []) == "2026, with Dr Li, 12 sessions, paid 1020 euros."


def test_a_narrow_table_has_short_names() -> None:
    assert cost_table([row(practitioner="Dr Li and colleagues")], [], width=54).splitlines() == [
        "year  with           in    n  paid  covered  open  own",
        "2026  Dr Li and      EUR  12  1020      600    85  335",
        "      colleagues",
        "Open: paid, and no covered amount recorded yet.",
        "Which: paintrack costs --open",
    ]


def test_where_that_is_not_enough_it_is_said_in_words() -> None:
    large = row(paid=9999999.99, covered=100000.5, open=0, own_share=9899999.49)
    assert cost_table([large], [], width=40).splitlines() == [
        "2026, with Dr Li, 12 sessions",
        "  paid 9999999.99 EUR",
        "  covered 100000.50 EUR, open 0.00 EUR",
        "  own share 9899999.49 EUR",
    ]


def test_a_screen_reader_hears_sentences() -> None:
    assert cost_sentences([row()], [TOTAL]).splitlines() == [
        (
            "2026, with Dr Li, 12 sessions, paid 1020.00 euros, covered 600.00 euros, open 85.00 euros, "
            "own share 335.00 euros."
        ),
        "Total, 13 sessions, paid 1105.50 euros, covered 600.00 euros, open 170.50 euros, own share 335.00 euros.",
        "Open: paid, and no covered amount recorded yet.",
        "Which: paintrack costs --open",
    ]


@pytest.mark.parametrize("width", [40, 80])
def test_what_steers_a_terminal_stays_out(width: int) -> None:
    table = cost_table([row(practitioner="a\x1b[31m\u202eb", currency="\u202e")], [TOTAL], width=width)
    assert "\x1b" not in table
    assert "\u202e" not in table


@given(st.lists(sessions(), min_size=1, max_size=6), st.integers(40, 200))
def test_every_line_fits(visits: list[Session], width: int) -> None:
    rows = year_rows(visits, "EUR")
    table = cost_table(rows, total_rows(visits, "EUR"), width=width)
    assert max(map(width_of, table.splitlines())) <= width
    assert len(table.splitlines()) > len(rows) or width < 100


def test_a_name_with_a_long_word_is_in_words() -> None:
    rows = [row(practitioner="Dr Li, Dr. Elisabeth Hohenstein-Wagner")]
    assert "Hohenstein-Wagner" in cost_table(rows, [], width=40)
    assert "Hohenstein-Wagner" in cost_table(rows, [], width=60)
