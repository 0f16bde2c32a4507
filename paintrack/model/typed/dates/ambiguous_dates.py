"""Days in figures, such as `3/11/2026`: refused because day or month may come first, with forms that are accepted."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from paintrack.errors import FutureTimeError, UsageError
from paintrack.model.typed.dates import date_errors
from paintrack.model.typed.dates.date_errors import Purpose
from paintrack.model.typed.dates.named_days import MONTHS, normalized

_FIGURES = r"(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2})?)?(?=,? |$)"
# Without a year, 29 February is a day.
_LEAP_YEAR = 2024


def figures_refused(
    text: str, words: str, purpose: Purpose, today: date, is_taken: Callable[[str], bool]
) -> UsageError | None:
    """The error for a day in figures, with the forms of it that are accepted; None if the words begin with no such day.

    `words` is the part of the text that stands for a day; `is_taken` says whether a form would be accepted. Raises
    ValueError if no such day exists.
    """
    match = re.match(_FIGURES, words, re.ASCII)
    if match is None:
        return None
    readings = _readings(match[1], match[3], match[4])
    forms = []
    for reading in readings:
        day_words = f"{reading}" if match[4] else f"{reading.day} {MONTHS[reading.month - 1][:3]}"
        form = normalized(text).replace(match[0], day_words, 1)
        # A next visit needs the time of day.
        offered = [form, f"{form} 14:00"] if purpose is Purpose.NEXT_VISIT else [form]
        forms += [each for each in offered if is_taken(each)][:1]
    if not forms and match[4] and purpose.is_recording and min(readings) > today:
        return FutureTimeError(text)
    if not forms and match[4] and purpose is Purpose.NEXT_VISIT and max(readings) < today:
        return date_errors.past(text)
    return date_errors.figures(text, forms, purpose, is_clear=len(readings) == 1)


def _readings(first: str, second: str, year: str | None) -> list[date]:
    """The dates that the figures can be, the one with the day first before the other. Raises ValueError for none."""
    whole_year = _LEAP_YEAR if year is None else int(year) + 2000 * (len(year) == 2)
    days = []
    for month, day in ((second, first), (first, second)):
        with suppress(ValueError):
            days.append(date(whole_year, int(month), int(day)))
    if not days:
        raise ValueError("neither figure is a month")
    return list(dict.fromkeys(days))
