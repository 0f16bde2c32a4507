"""A session at another time: what becomes of the times at which its scores were given."""

from dataclasses import replace
from datetime import datetime, timedelta

from paintrack.model.entries import Rating, Session
from paintrack.model.open_session import LONGEST
from paintrack.model.values.moment import Moment, from_utc, offset_minutes, to_utc


def moved_session(session: Session, when: Moment, now: str) -> Session:
    """The session at `when`, with those times of its scores that still fit; `now` (UTC) is the present.

    On the same day a time stays where it was. On another day those of the session's own day go along, as long after its
    beginning as before. One is dropped if it would be before the session, for a score on arrival more than four hours
    before it or after it, or still to come.
    """
    return replace(
        session, when=when, ratings=tuple(_moved(rating, session.when, when, now) for rating in session.ratings)
    )


def dropped_times(former: Session, corrected: Session) -> list[tuple[Rating, str, datetime]]:
    """The times that scores had in the former session and have no more, though the score is there still.

    Each with its rating, `before` or `after`, and the local time. One that is the session's own time now is not lost.
    """
    dropped = []
    ratings = {rating.identity: rating for rating in corrected.ratings}
    for old in former.ratings:
        new = ratings.get(old.identity)
        for score in ("before", "after"):
            at = getattr(old, f"{score}_at")
            if at is None or new is None or getattr(new, score) is None or getattr(new, f"{score}_at") is not None:
                continue
            if at != to_utc(corrected.at) or not corrected.when.time_given:
                dropped.append((new, score, from_utc(at, offset_minutes(former.at))))
    return dropped


def _moved(rating: Rating, former: Moment, when: Moment, now: str) -> Rating:
    return rating._replace(
        before_at=_moved_time(rating.before_at, former, when, now, is_arrival=True),
        after_at=_moved_time(rating.after_at, former, when, now, is_arrival=False),
    )


def _moved_time(given: str | None, former: Moment, when: Moment, now: str, *, is_arrival: bool) -> str | None:
    if given is None:
        return None
    at = from_utc(given, offset_minutes(former.at))
    if when.day != former.day and at.date() == former.day:
        is_timed = when.time_given and former.time_given
        at += when.at - former.at if is_timed else timedelta(days=(when.day - former.day).days)
        if to_utc(at) > now:
            return None
    if not when.time_given:
        return to_utc(at) if at.date() >= when.day else None
    fits = abs(at - when.at) <= LONGEST if is_arrival else at >= when.at
    # A score without a time of its own has the session's.
    return to_utc(at) if fits and at != when.at else None
