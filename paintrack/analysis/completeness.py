"""How complete the scores are, and how many were typed on the day they are about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from paintrack.model.entries import Session


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many scores are there: `present` out of `of`, two for each rating.

    `same_day` of those present were typed on the local day they are about. `late` has for each of the others how many
    days later it was typed, the day it is about, and `before` or `after`.
    """

    present: int
    of: int
    same_day: int
    late: tuple[tuple[int, date, str], ...]


def completeness_of(sessions: Iterable[Session]) -> Completeness:
    """The completeness of the scores of the sessions. Local days are those of the UTC offset of the session."""
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
    return Completeness(present, of, present - len(late), tuple(late))


def _day(instant: str, session: Session) -> date:
    return datetime.fromisoformat(instant).astimezone(session.at.tzinfo or UTC).date()
