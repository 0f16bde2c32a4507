"""Amounts of money: whole hundredths, read as they are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.errors import UsageError
from paintrack.model.values.money import parse_amount, show_amount


@given(st.integers(0, 999_999_999))
def test_an_amount_is_read_back_as_it_is_shown(hundredths: int) -> None:
    assert parse_amount(show_amount(hundredths), "The cost") == hundredths


@pytest.mark.parametrize(
    ("typed", "hundredths"), [("85", 8500), ("85.5", 8550), ("85.05", 8505), ("0", 0), (" 60 ", 6000), ("0.1", 10)]
)
def test_amounts_are_whole_hundredths(typed: str, hundredths: int) -> None:
    assert parse_amount(typed, "The cost") == hundredths


def test_an_amount_below_nought_is_refused() -> None:
    with pytest.raises(UsageError, match=r"^The cost cannot be below 0\. You typed -5\.$"):
        parse_amount("-5", "The cost")


@pytest.mark.parametrize(
    "typed", ["", "85,50", "€85", "85 EUR", "85.505", "1e3", "nan", "inf", "٥", "+5", "12345678", "1 000", "."]
)
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_amount(typed, "What is covered")
    assert str(refused.value) == (
        f"What is covered is an amount such as 85 or 85.50, without a currency sign. You typed {typed}."
    )


@pytest.mark.parametrize("typed", ["80%", "80 %", "%80", "80 percent", "80 Percent"])
def test_a_share_is_no_amount(typed: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_amount(typed, "What is covered")
    assert str(refused.value) == (
        f"What is covered is an amount of money such as 85 or 85.50, not a share. You typed {typed}."
    )


def test_amounts_are_shown_without_empty_decimals() -> None:
    assert [show_amount(each) for each in (8500, 8550, 8505, 0, 5)] == ["85", "85.50", "85.05", "0", "0.05"]
