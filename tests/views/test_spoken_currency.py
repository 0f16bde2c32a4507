"""What a voice says in place of the code of a currency."""

import pytest

from paintrack.model.values.currency import CODES
from paintrack.views.spoken_currency import CURRENCY_NAMES, spoken_currency


@pytest.mark.parametrize(
    ("currency", "amount", "words"),
    [
        ("EUR", "", "euros"), ("EUR", "1", "euro"), ("EUR", "1.50", "euros"), ("SEK", "100", "Swedish kronor"),
        ("XOF", "5", "X O F"), ("vouchers", "5", "vouchers"), ("€", "5", "€"), ("Kč", "5", "Kč"),
        ("円円円", "5", "円円円"),
    ],
)  # fmt: skip
def test_what_is_said(currency: str, amount: str, words: str) -> None:
    assert spoken_currency(currency, amount) == words


def test_no_code_is_read_as_a_word() -> None:
    assert set(CURRENCY_NAMES) <= CODES
    assert all(code not in spoken_currency(code) for code in CODES)
