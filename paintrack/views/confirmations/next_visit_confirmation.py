"""The next visit: saved, shown, and what to do with its calendar file."""

from datetime import datetime
from typing import TYPE_CHECKING

from paintrack.model.displayed_text import visible_path
from paintrack.views.confirmations.confirmation_parts import UNDO
from paintrack.views.text_layout import pack
from paintrack.views.value_words import counted, next_visit_in_words

if TYPE_CHECKING:
    from paintrack.model.other_entries import NextVisit

CALENDAR_OFFER = "For the calendar of your phone: paintrack remind -o next.ics"
_NEXT = 'paintrack remind --next "tue 14:00"'


def visit_confirmation(visit: "NextVisit", former: "NextVisit | None", now: datetime, *, width: int) -> str:
    """The saved visit, the `former` one that it replaces, if any, and how to take that back."""
    is_moved = former is not None and former.visit_moment != visit.visit_moment
    saved = f"{next_visit_in_words(visit)}, {_days_until(visit, now)}"
    moved = f"in place of {next_visit_in_words(former)}." if former is not None and is_moved else ""
    return pack([f"Saved next visit {visit.label}:", f"{saved}{',' if moved else '.'}", moved, UNDO], width)


def next_visit_sentence(visit: "NextVisit | None", now: datetime) -> str:
    """When the next visit is; if there is none, or it has begun, how to save the next one."""
    if visit is None:
        return f"No next visit is saved. To save one: {_NEXT}"
    if visit.visit_moment.at <= now:
        return f"The visit of {next_visit_in_words(visit)} has begun or is over. To save the next one: {_NEXT}"
    coming = f"{next_visit_in_words(visit)}, {_days_until(visit, now)}"
    return f"Next visit: {coming}. Not any more? paintrack delete {visit.label}"


def calendar_hint(file: str, *, cancels_reading: bool, width: int) -> str:
    """Where the calendar file is, and how its reminders are moved and stopped.

    `cancels_reading`: it cancels the morning after the visit, which the file that it replaced still had.
    """
    sentences = (
        f"The calendar file is {visible_path(file)}.",
        "Open it on your phone and put it into a calendar of its own:",
        "to stop all reminders, delete that calendar.",
        "A newer file of the same visit moves its reminders.",
        "This file also cancels the diary entry of the morning after, which the file it replaces had."
        if cancels_reading
        else "",
        "If your calendar still shows it, delete it there." if cancels_reading else "",
    )
    return pack(sentences, width, whole_words=True, paths=[file])


def days_ahead(days: int) -> str:
    """`today`, `tomorrow`, `in 4 days`."""
    return {0: "today", 1: "tomorrow"}.get(days, f"in {counted(days, 'day')}")


def _days_until(visit: "NextVisit", now: datetime) -> str:
    return days_ahead((visit.visit_moment.day - now.date()).days)
