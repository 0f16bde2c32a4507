"""Amounts of money as people write them: `60€`, `$60`, `60 EUR`, `60,50 euros`. The currency itself is a setting."""

import re
import unicodedata

from paintrack.model.typed.typed_text import folded
from paintrack.model.values.currency import CODES, NAMES

# The options that take an amount, and how the sentence of a refusal begins.
AMOUNTS = {"--cost": "The cost", "--covered": "What is covered"}
# Codes and names that are no other words, as they are compared.
_NAMES = NAMES | {
    "eur", "usd", "gbp", "chf", "cad", "aud", "nzd", "sek", "nok", "dkk", "pln", "czk", "huf", "jpy", "cny", "inr",
    "sgd", "hkd", "zar", "real",
}  # fmt: skip
_AMOUNT = re.compile(r"([^\d\s.,-]{0,9}\.?) ?([0-9]{1,7})(?:[.,](?:([0-9]{1,2})|[-–]))? ?([^\d\s,-]{0,9})", re.ASCII)


def is_currency(word: str) -> bool:
    """Whether it is a sign, a code or a name of money: `€`, `US$`, `CHF`, `euros`; `%`, `x` and `min` are none."""
    letters = [each for each in word if unicodedata.category(each) != "Sc"]
    is_sign = len(letters) == len(word) - 1 and len(letters) <= 2 and all(map(str.isupper, letters))
    return is_sign or word in CODES or folded(word) in _NAMES


def plain_amount(text: str) -> str | None:
    """The amount without its currency and with a decimal point; None where it is none, or something else stands there.

    >>> plain_amount("60,50 €"), plain_amount("80%"), plain_amount("60min")
    ('60.50', None, None)
    """
    match = _AMOUNT.fullmatch(text.strip())
    if match is None or not all(is_currency(each) for each in (match[1], match[4]) if each):
        return None
    return match[2] if match[3] is None else f"{match[2]}.{match[3]}"
