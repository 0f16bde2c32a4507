"""How complete the scores are, and how soon after the event they were typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from paintrack.model.entry import Session


@dataclass(frozen=True, slots=True)
class Completeness:
    """`present` of the `of` scores of the sessions are there (two for each rating); `same_day` of those were
    typed on the local day they are about; `late` names the others: how many days later, of which day, which.
    """

    present: int
    of: int
    same_day: int
    late: tuple[tuple[int, date, str], ...]


def completeness_of(sessions: Iterable[Session]) -> Completeness:
    """The quality of the scores of sessions; days are those of the place where the session was."""
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
