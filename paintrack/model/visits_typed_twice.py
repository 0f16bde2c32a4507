"""Sessions and readings that may be one, typed twice or on two computers."""

from collections.abc import Iterable
from datetime import timedelta

from paintrack.model.entries import Reading, Session
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.moment import Moment

# Nobody rates a condition again so soon.
_SAME_READING = timedelta(minutes=2)


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
