"""A calendar month that has begun, as people type it: `october`, `oct 2025`, `last month`, `2026-10`."""

import re
from datetime import date, timedelta

from paintrack.errors import UsageError
from paintrack.model.displayed_text import typed_words
from paintrack.model.typed.dates.day_spans import span_of
from paintrack.model.typed.dates.named_days import OLDEST, normalized


def parse_past_month(text: str, today: date) -> str:
    """The calendar month typed as `text`, in the form `2026-10`.

    A name alone is the latest such month that has begun. Raises UsageError for a text that is not understood, and for
    a month in the future or before 1900.

    >>> parse_past_month("October", date(2026, 11, 3)), parse_past_month("nov", date(2026, 11, 3))
    ('2026-10', '2026-11')
    >>> parse_past_month("december", date(2026, 11, 3))
    '2025-12'
    """
    word = text.strip().casefold()
    if re.search("[a-z/]", word) and (month := _whole_month(normalized(text), today)):
        word = month
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", word, re.ASCII):
        raise UsageError(
            f"The month {typed_words(text) or '(nothing)'} is not understood. Type a month as october or 2026-10."
        )
    if word > f"{today:%Y-%m}":
        raise UsageError(f"{typed_words(text)} is in the future; only what has happened can be recorded.")
    if word < f"{OLDEST:%Y-%m}":
        raise UsageError(f"{typed_words(text)} is too long ago. Type a month as october or 2026-10.")
    return word


def _whole_month(words: str, today: date) -> str:
    """The month that words such as `october`, `oct 2025` or `last month` name, as `2025-10`; empty for none."""
    span = None if re.search("day|week", words) else span_of(words, today)
    is_whole = span is not None and span.first.day == 1 and span.last + timedelta(days=1) == _next_month(span.first)
    return f"{span.first:%Y-%m}" if span is not None and is_whole else ""


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
