"""Amounts of money as people write them: `60€`, `$60`, `60 EUR`, `60,50 euros`. The currency itself is a setting."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from paintrack.errors import UsageError
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.currency import CODES, NAMES, canonical_currency
from paintrack.views.refusals.option_refusals import amount_in_other_currency

# The options that take an amount, and how the sentence of a refusal begins.
AMOUNT_OPTIONS = {"--cost": "The cost", "--covered": "What is covered"}
COMMA_IN_AMOUNT = "The decimals of an amount stand behind a point, not a comma."
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


def has_comma_in_amount(arguments: Sequence[str]) -> bool:
    """Whether an option for an amount has one with a decimal comma behind it: `--cost 65,00`."""
    pairs = [*pairwise(arguments), *(each.partition("=")[::2] for each in arguments)]
    return any("," in value and _AMOUNT.fullmatch(value) for option, value in pairs if option in AMOUNT_OPTIONS)


def reject_other_currency(words: Sequence[str], usual: str | None) -> None:
    """Raise UsageError for an amount in another currency than the `usual` one, the setting: it would count as that."""
    if usual is None:
        return
    for text in (*words, *map(" ".join, pairwise(words))):
        match = _AMOUNT.fullmatch(text.removeprefix("--cost=").removeprefix("--covered=").strip())
        for typed in filter(is_currency, match.group(1, 4) if match else ()):
            currency = canonical_currency(typed, usual)
            if currency in CODES and currency != canonical_currency(usual):
                raise UsageError(amount_in_other_currency(currency, usual))


def plain_amount(text: str) -> str | None:
    """The amount without its currency and with a decimal point; None where it is none, or something else stands there.

    >>> plain_amount("60,50 €"), plain_amount("80%"), plain_amount("60min")
    ('60.50', None, None)
    """
    match = _AMOUNT.fullmatch(text.strip())
    if match is None or not all(is_currency(each) for each in (match[1], match[4]) if each):
        return None
    return match[2] if match[3] is None else f"{match[2]}.{match[3]}"
