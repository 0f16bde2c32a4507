"""How complete the scores are, and how many of them were typed on the day they are about."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from paintrack.model.entries import Reading, Session


class Completeness(NamedTuple):
    """How many scores of sessions are there: `present` out of `of`, two for each rating.

    `same_day` of those present were typed on the local day they are about. `late` holds for each of the others how many
    days later it was typed, the day it is about, and `before` or `after`. Of the `readings`, which are never missing,
    `readings_same_day` were typed on their day.
    """

    present: int
    of: int
    same_day: int
    late: tuple[tuple[int, date, str], ...]
    readings: int = 0
    readings_same_day: int = 0


def completeness_of(sessions: Iterable[Session], readings: Sequence[Reading] = ()) -> Completeness:
    """The completeness of the scores of sessions and readings. Each entry's local days are those at its UTC offset."""
    present = of = 0
    late: list[tuple[int, date, str]] = []
    for session in sessions:
        for rating in session.ratings:
            for name, score, happened, typed in (
                ("before", rating.before, rating.before_at, rating.before_entered),
                ("after", rating.after, rating.after_at, rating.after_entered),
            ):
                of += 1
                if score is None:
                    continue
                present += 1
                day = _day(happened, session) if happened else session.when.day
                days = (_day(typed or session.entered, session) - day).days
                if days > 0:
                    late.append((days, day, name))
    same_day = sum(_day(reading.entered, reading) <= reading.when.day for reading in readings)
    return Completeness(present, of, present - len(late), tuple(late), len(readings), same_day)


def _day(instant: str, entry: Session | Reading) -> date:
    return datetime.fromisoformat(instant).astimezone(entry.at.tzinfo or UTC).date()
