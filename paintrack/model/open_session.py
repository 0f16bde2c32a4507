"""A session in two steps: opened with the score on arrival, completed with the one on leaving.

The errors raised here carry values; `views/refusals` puts them into sentences that say what to type instead.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from paintrack.errors import NotFoundError
from paintrack.model.entries import Rating, Reading, Session
from paintrack.model.session_errors import (
    ArrivalScoreExistsError,
    LeavingScoreExistsError,
    NoArrivalScoreError,
    NoOpenScoreError,
    NoOpenSessionError,
    OpenSessionTooOldError,
    ScoreBeforeSessionError,
    SeveralScoresOpenError,
    SeveralSessionsOpenError,
)
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.moment import Moment, to_utc

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


def select_open_session(sessions: Sequence[Session], condition: str | None, score: float) -> Session | None:
    """The one session in which the condition (None: any) waits for its score on leaving.

    If it waits in none, the first session; None without sessions. Raises SeveralSessionsOpenError if it waits in more
    than one.
    """
    matches = [
        session
        for session in sessions
        if condition is None or ((rating := session.rating_of(condition)) is not None and rating.is_open)
    ]
    if len(matches) > 1:
        raise SeveralSessionsOpenError([(session.label, _began(session)) for session in matches], score)
    return next(iter([*matches, *sessions]), None)


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


def add_arrival_scores(session: Session, ratings: Sequence[Rating], when: Moment, typed: str) -> Session:
    """The session with more scores on arrival, given at `when` and typed at the instant `typed` (UTC).

    Raises ArrivalScoreExistsError if it already has one for a condition.
    """
    for rating in ratings:
        reject_arrival_score(session, rating.condition, rating.before)
        existing = session.rating_of(rating.condition)
        at = None if _is_its_day_alone(when, session) else to_utc(when.at)
        session = session.with_rating(
            (existing or rating)._replace(before=rating.before, before_at=at, before_entered=typed)
        )
    return session


def reject_arrival_score(session: Session, condition: str, score: float | None) -> None:
    """Raise ArrivalScoreExistsError where the session has one for the condition; `score` None: not typed yet."""
    existing = session.rating_of(condition)
    if existing is not None and existing.before is not None:
        raise ArrivalScoreExistsError(session.label, began=_began(session), condition=existing.condition, score=score)


def add_leaving_scores(
    session: Session,
    score: float,
    condition: str | None,
    also: Sequence[tuple[str, float | None]],
    *,
    when: Moment | None,
    typed: str,
    is_session_typed: bool = False,
) -> tuple[Session, list[Rating]]:
    """The session with scores on leaving, and the ratings that they completed.

    `score` belongs to `condition`; None means the one open rating that `also`, pairs of condition and score, does not
    name. `when` is when the scores were given; None, or the session's day without a time, means right after the
    session. `typed` is the instant (UTC) at which they were typed; `is_session_typed`: the session was given by its
    id, or by a time. Raises ScoreBeforeSessionError, NoArrivalScoreError, LeavingScoreExistsError, NoOpenScoreError or
    SeveralScoresOpenError.
    """
    if when is not None and _is_its_day_alone(when, session):
        when = None
    if when is not None and _is_before(when, session.when):
        raise ScoreBeforeSessionError(session.label, began=session.at, time_given=session.when.time_given)
    if condition is None:
        condition = _only_open_condition(session, score, [name for name, _ in also], is_session_typed=is_session_typed)
    scores = [(condition, score), *also]
    completed: list[Rating] = []
    for name, value in scores:
        rating = session.rating_of(name)
        if rating is None:
            names = open_conditions(session)
            raise NoArrivalScoreError(session.label, condition=name, score=value, open_conditions=names)
        if rating.after is not None:
            raise LeavingScoreExistsError(session.label, condition=name, existing=rating.after, score=value)
        rating = rating._replace(after=value, after_at=to_utc(when.at) if when else None, after_entered=typed)
        session = session.with_rating(rating)
        completed.append(rating)
    return session, completed


def _is_before(when: Moment, begun: Moment) -> bool:
    """Whether `when` is before the session began; where one of the two has no time, on an earlier day."""
    return when.at < begun.at if when.time_given and begun.time_given else when.day < begun.day


def _is_its_day_alone(when: Moment, session: Session) -> bool:
    """Whether `when` is the session's day without a time: the score then has no time, not the noon of a bare date."""
    return not when.time_given and when.day == session.when.day


def _began(session: Session) -> datetime | None:
    return session.at if session.when.time_given else None


def no_current_session_error(
    open_sessions: Sequence[Session],
    score: float | None,
    when: Moment,
    *,
    typed_at: str | None = None,
    condition: str | None = None,
    options: Sequence[tuple[str, str | None]] = (),
) -> NotFoundError:
    """Why no session can be completed at `when`: none is open, or the newest, which comes first, is over.

    With `condition`, a session is open if it waits for a score of that. `score` is None if it is not typed yet.
    `typed_at` is `when` as typed, None for now; `options` are all that were typed, with their values.
    """
    fitting = [each for each in open_sessions if condition is None or _waits_for(each, condition)]
    if not fitting:
        return NoOpenSessionError(score, condition=condition if open_sessions else None, options=options)
    return too_old_error(fitting[0], score, when, typed_at=typed_at, options=options)


def _waits_for(session: Session, condition: str) -> bool:
    rating = session.rating_of(condition)
    return rating is not None and rating.is_open


def too_old_error(
    session: Session,
    score: float | None,
    when: Moment,
    *,
    typed_at: str | None,
    options: Sequence[tuple[str, str | None]] = (),
) -> OpenSessionTooOldError:
    """The error that the session is over at `when`; the other parameters as for `no_current_session_error`."""
    return OpenSessionTooOldError(
        session.label,
        began=session.at,
        time_given=session.when.time_given,
        days_ago=(when.day - session.when.day).days,
        score=score,
        at=typed_at,
        is_day_alone=not when.time_given,
        options=options,
    )


def open_ratings(session: Session) -> list[Rating]:
    """The ratings that wait for their score on leaving."""
    return [rating for rating in session.ratings if rating.is_open]


def open_conditions(session: Session) -> list[str]:
    """What the ratings are of that wait for their score on leaving."""
    return [rating.condition for rating in open_ratings(session)]


def _only_open_condition(session: Session, score: float, excluded: Sequence[str], *, is_session_typed: bool) -> str:
    excluded_ratings = {rating.condition for name in excluded if (rating := session.rating_of(name))}
    conditions = [name for name in open_conditions(session) if name not in excluded_ratings]
    if not conditions:
        rated = [rating.condition for rating in session.ratings]
        raise NoOpenScoreError(session.label, conditions=rated, score=score)
    if len(conditions) > 1:
        raise SeveralScoresOpenError(
            session.label, conditions=conditions, score=score, is_session_typed=is_session_typed
        )
    return conditions[0]
