"""Scores: 0 to 10, whole or with one decimal (NRS-11: 0 none, 10 worst imaginable; Farrar 2001)."""

import re

from paintrack.errors import UsageError
from paintrack.model.displayed_text import typed_words

SCALE = "0 none, 10 worst imaginable"
RANGE = "0 (none) to 10 (worst imaginable)"
# Every score that can be typed: building a set takes a tenth of the time in which a regular expression compiles.
_SCORES = {
    "10",
    "10.0",
    *(f"{whole}{tenth}" for whole in range(10) for tenth in ("", *(f".{each}" for each in range(10)))),
}


def parse_score(text: str) -> float:
    """The score typed as `text`: 0 to 10 in ASCII digits, with at most one decimal.

    Raises UsageError that says what to type instead.

    >>> parse_score("7"), parse_score(" 6.5 ")
    (7.0, 6.5)
    """
    text = text.strip()
    if text in _SCORES:
        return float(text)
    raise UsageError(f"{_why_no_score(text)}")


def is_score(text: str) -> bool:
    """Whether `parse_score` takes the text."""
    try:
        parse_score(text)
    except UsageError:
        return False
    return True


def _why_no_score(text: str) -> str:
    if match := re.fullmatch(r"(10|[0-9]),([0-9])", text, re.ASCII):
        return f"Write a decimal with a point: {match[1]}.{match[2]}, not {text}. Two scores have a space between them."
    if match := re.fullmatch(r"(10|[0-9](?:\.[0-9])?) ?/ ?10", text, re.ASCII):
        return f"The scale is always 0 to 10: type {match[1]}, not {text}."
    if re.fullmatch(r"[0-9]+\.[0-9]{2,}", text, re.ASCII) and 0 <= float(text) <= 10:
        return f"A score has at most one decimal: {float(text):.1f}, not {text}."
    if text.isdigit() and not text.isascii():
        return f"A score is typed with the digits 0 to 9. You typed {typed_words(text)}."
    return f"A score is {RANGE}. You typed {typed_words(text) or 'nothing'}."


def relief(before: float, after: float) -> float:
    """Before minus after, -10 to 10 with one decimal: how much lower the score is after the session.

    >>> relief(7, 4.5)
    2.5
    """
    return round(before - after, 1)
