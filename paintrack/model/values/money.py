"""Amounts of money: whole hundredths of the currency unit, so that sums are exact."""

import re

from paintrack.errors import UsageError
from paintrack.model.displayed_text import typed_words

_AMOUNT = r"([0-9]{1,7})(?:\.([0-9]{1,2}))?"


def parse_amount(text: str, name: str) -> int:
    """The amount typed as `text` (`85`, `85.5`, `85.50`) in hundredths, 0 to 999999999.

    `name` opens the sentence of the error. Raises UsageError for anything else.

    >>> parse_amount("85", "The cost"), parse_amount("85.5", "The cost")
    (8500, 8550)
    """
    if match := re.fullmatch(_AMOUNT, text.strip()):
        return int(match[1]) * 100 + int((match[2] or "0").ljust(2, "0"))
    if text.strip().startswith("-"):
        raise UsageError(f"{name} cannot be below 0. You typed {typed_words(text)}.")
    if "%" in text or text.casefold().endswith("percent"):
        raise UsageError(
            f"{name} is an amount of money such as 85 or 85.50, not a share. You typed {typed_words(text)}."
        )
    raise UsageError(
        f"{name} is an amount such as 85 or 85.50, without a currency sign. You typed {typed_words(text)}."
    )


def show_amount(hundredths: int) -> str:
    """An amount in currency units, as people read it.

    >>> show_amount(8500), show_amount(8550)
    ('85', '85.50')
    """
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02}" if rest else str(whole)


def in_units(hundredths: int) -> int | float:
    """An amount as a number of currency units.

    >>> in_units(8500), in_units(8550)
    (85, 85.5)
    """
    return hundredths // 100 if hundredths % 100 == 0 else hundredths / 100
