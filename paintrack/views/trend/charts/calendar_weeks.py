"""The weeks of a calendar of scores, drawn or in text."""

from collections.abc import Iterator
from datetime import date, timedelta

WEEK = timedelta(weeks=1)


def mondays(first: date, last: date) -> Iterator[date]:
    """The first day of each week from that of the day `first` to that of `last`."""
    monday = first - timedelta(days=first.weekday())
    while monday <= last:
        yield monday
        monday += WEEK
