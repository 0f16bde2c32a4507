"""Sessions that are open: with a score on arrival and none on leaving yet."""

from collections.abc import Iterable
from datetime import timedelta

from paintrack.model.entries import Rating, Session
from paintrack.model.values.moment import Moment

# A session rarely takes longer; a score given later says how it is by then, not how it was right after.
LONGEST = timedelta(hours=4)


def current_sessions(open_sessions: Iterable[Session], when: Moment) -> list[Session]:
    """The open sessions of the same local day that began at most four hours before or after `when`.

    Where one of the two has no time, the day alone decides. Sessions that began after `when` are included, so that
    `add_leaving_scores` can refuse a score from before its session.
    """
    return [
        session for session in open_sessions if session.when.day == when.day and _may_last_until(session.when, when)
    ]


def current_session(open_sessions: Iterable[Session], when: Moment) -> Session | None:
    """The first of the current sessions that had begun at `when`."""
    candidates = current_sessions(open_sessions, when)
    return next((session for session in candidates if session.at <= when.at or not session.when.time_given), None)


def may_be_right_after(session: Session, when: Moment) -> bool:
    """Whether a score given at `when` can be one from right after the session: at most four hours from its beginning.

    Where one of the two has no time, the day alone decides.
    """
    if session.when.time_given and when.time_given:
        return _may_last_until(session.when, when)
    return when.day == session.when.day


def _may_last_until(begun: Moment, when: Moment) -> bool:
    if not (begun.time_given and when.time_given):
        return True
    return abs(when.at - begun.at) <= LONGEST


def open_ratings(session: Session) -> list[Rating]:
    """The ratings that wait for their score on leaving."""
    return [rating for rating in session.ratings if rating.is_open]


def open_conditions(session: Session) -> list[str]:
    """What the ratings are of that wait for their score on leaving."""
    return [rating.condition for rating in open_ratings(session)]
