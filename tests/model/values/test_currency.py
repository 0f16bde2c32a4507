"""One identity for a currency, whatever sign or name stands for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.errors import UsageError
from paintrack.model.values.currency import CODES, NAMES, canonical_currency, parse_currency


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (["€", "EUR", "eur", "Euro", "euros", " EURO "], "EUR"),
        (["£", "GBP", "gbp", "pounds", "quid", "pound  sterling"], "GBP"),
        (["US$", "usd", "us dollars"], "USD"),
        (["CHF", "sfr.", "Swiss francs"], "CHF"),
        (["zł", "PLN"], "PLN"),
    ],
)
def test_all_spellings_are_one(texts: list[str], code: str) -> None:
    assert {parse_currency(text) for text in texts} == {canonical_currency(text) for text in texts} == {code}


@pytest.mark.parametrize("text", ["$", "dollars", "kr", "¥", "pesos"])
def test_a_sign_of_several_is_asked_about(text: str) -> None:
    with pytest.raises(UsageError, match=r"may be .+ Type one of them\."):
        parse_currency(text)
    assert canonical_currency(text) == canonical_currency(text, "EUR") == text


def test_a_sign_of_several_is_the_usual_one() -> None:
    assert [canonical_currency("$", usual) for usual in ("USD", "ca$", "aud")] == ["USD", "CAD", "AUD"]


@given(st.sampled_from(sorted({*CODES, *NAMES})), st.sampled_from([str.upper, str.lower, str.title, str]))
def test_every_form_is_its_own_meaning(text: str, case: type[str]) -> None:
    meant = canonical_currency(case(text))
    assert canonical_currency(meant) == meant
    assert meant in CODES or canonical_currency(case(text)) == case(text)


@pytest.mark.parametrize("text", ["vouchers", "BTC", "eur/chf"])
def test_what_is_not_known_stays(text: str) -> None:
    assert parse_currency(text) == canonical_currency(text) == text
