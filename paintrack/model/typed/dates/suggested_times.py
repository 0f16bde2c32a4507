"""Times that a sentence offers in place of what was typed; each is tried first, so that it is accepted when typed."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta

from paintrack.errors import FutureTimeError, UsageError
from paintrack.model.typed.dates.day_parts import without_part
from paintrack.model.typed.dates.named_days import normalized
from paintrack.model.typed.dates.typed_dates import parse_next_visit, parse_when
from paintrack.model.values.moment import Localize, Moment

# Hours of the day that a next visit may have, as examples.
_VISIT_HOURS = (14, 9, 20)


def past_moment(text: str, now: datetime, localize: Localize = datetime.astimezone) -> Moment:
    """The moment by `parse_when`, whose FutureTimeError gets the forms that may be meant instead."""
    try:
        return parse_when(text, now, localize)
    except FutureTimeError:
        next_visit, earlier = next_visit_form(text, now, localize), earlier_form(text, now, localize)
        raise FutureTimeError(text, next_visit=next_visit, earlier=earlier) from None


def next_visit_form(text: str, now: datetime, localize: Localize = datetime.astimezone) -> str:
    """A form that `parse_next_visit` accepts: the text, if need be with a time of day, else an example."""
    for form in (text, *(f"{text} {hour}:00" for hour in _VISIT_HOURS)):
        with suppress(UsageError):
            parse_next_visit(form, now, localize)
            return form
    return "tue 14:00"


def earlier_form(text: str, now: datetime, localize: Localize = datetime.astimezone) -> str:
    """For a time later today, a form for the same time yesterday; empty for others.

    Shortly after midnight, `23:30` means the evening that is over.
    """
    for form in _forms_of_yesterday(normalized(text), now):
        with suppress(UsageError):
            if parse_when(form, now, localize).day == now.date() - timedelta(days=1):
                return form
    return ""


def _forms_of_yesterday(words: str, now: datetime) -> Iterator[str]:
    yield f"yesterday {words.removeprefix('at ')}"
    yield re.sub(r"\b(?:today\b|this\b|to(?=night\b)) ?", "yesterday ", words, count=1).strip()
    day = now.date()
    for today in (f"{day}", f"{day.year}-{day.month}-{day.day}", f"{day:%b} {day.day}", f"{day.day} {day:%b}"):
        if words.startswith(today.casefold()):
            yield f"{day - timedelta(days=1)}{words.removeprefix(today.casefold())}"


def timed_form(text: str, now: datetime, localize: Localize = datetime.astimezone) -> str:
    """For a part of a day, such as `yesterday evening`, a form with an hour in it that is over; empty for others."""
    words = normalized(text)
    day_words, part = without_part(words)
    moment = None if part is None else parse_when(text, now, localize)
    if part is None or moment is None or moment.time_given:
        return ""
    hours = [part.example, *range(part.begins, part.ends)]
    for form in (f"{day} {hour}:00" for hour in hours for day in (day_words, moment.day)):
        with suppress(UsageError):
            if parse_when(form, now, localize).day == moment.day:
                return form
    return ""
