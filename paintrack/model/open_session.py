"""Sessions that are open, with a score on arrival and none on leaving yet, and visits that were typed twice."""

from collections.abc import Iterable
from datetime import timedelta

from paintrack.model.entries import Rating, Reading, Session
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.moment import Moment

# A session rarely takes longer; a score given later says how it is by then, not how it was right after.
LONGEST = timedelta(hours=4)
# Nobody rates a condition again so soon.
_SAME_READING = timedelta(minutes=2)


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


def same_visits(session: Session, other_sessions: Iterable[Session]) -> list[Session]:
    """The others that may be the same visit, typed twice: less than a day from it, with a condition in common.

    Where one of the two has no time, the day before and the day after count as less than a day.
    """
    names = {folded(rating.condition) for rating in session.ratings}
    return [
        other
        for other in other_sessions
        if other.uid != session.uid
        and _is_within_a_day(other.when, session.when, days=1)
        and not names.isdisjoint(folded(rating.condition) for rating in other.ratings)
    ]


def typed_twice(session: Session, other_sessions: Iterable[Session]) -> Session | None:
    """The first of `same_visits` with equal scores for a condition: one visit that was typed on two computers.

    Where one of the two has no time, both must be of the same day.
    """
    rated = {(folded(each.condition), each.before, each.after) for each in session.ratings}
    return next(
        (
            other
            for other in same_visits(session, other_sessions)
            if _is_within_a_day(other.when, session.when, days=0)
            and any((folded(each.condition), each.before, each.after) in rated for each in other.ratings)
        ),
        None,
    )


def with_same_arrival(session: Session, other_sessions: Iterable[Session]) -> Session | None:
    """The first of `same_visits` on the same day with an equal score on arrival, whatever its score on leaving is."""
    arrivals = {(folded(each.condition), each.before) for each in session.ratings if each.before is not None}
    return next(
        (
            other
            for other in same_visits(session, other_sessions)
            if other.when.day == session.when.day
            and any((folded(each.condition), each.before) in arrivals for each in other.ratings)
        ),
        None,
    )


def is_same_reading(first: Reading, second: Reading) -> bool:
    """Whether one score may have been typed twice: the same score of a condition, within two minutes.

    Where neither has a time, they must be of the same day; where only one has a time, they are two.
    """
    if (folded(first.condition), first.score) != (folded(second.condition), second.score):
        return False
    if first.when.time_given and second.when.time_given:
        return abs(first.when.at - second.when.at) <= _SAME_READING
    return first.when.time_given == second.when.time_given and first.when.day == second.when.day


def _is_within_a_day(first: Moment, second: Moment, *, days: int) -> bool:
    """Whether they are less than 24 hours apart; where one has no time, at most `days` calendar days."""
    if first.time_given and second.time_given:
        return abs(first.at - second.at) < timedelta(days=1)
    return abs(first.day - second.day) <= timedelta(days=days)


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
