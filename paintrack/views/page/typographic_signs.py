"""Typographic signs for typeset forms, in place of the screen's ASCII: minus, dash, arrow."""

import re

_MINUS, _ARROW, _DASH = "\N{MINUS SIGN}", "\N{RIGHTWARDS ARROW}", "\N{EN DASH}"


def typeset_number(text: str) -> str:
    """A number with a true minus sign; for `-`, which stands for no number, a dash."""
    return _DASH if text == "-" else re.sub(r"^-(?=[0-9])", _MINUS, text)


def typeset_arrows(text: str) -> str:
    """`7 -> 4` with true arrows."""
    return text.replace("->", _ARROW)
