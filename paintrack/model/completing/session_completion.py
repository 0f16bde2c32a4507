"""A session in two steps: opened with the score on arrival, completed with the one on leaving.

The errors raised here carry values; `views/refusals` puts them into sentences that say what to type instead.
"""

from collections.abc import Sequence
from datetime import datetime

from paintrack.errors import NotFoundError
from paintrack.model.completing.session_errors import (
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
from paintrack.model.entries import Rating, Session
from paintrack.model.open_session import open_conditions
from paintrack.model.values.moment import Moment, to_utc


def select_open_session(sessions: Sequence[Session], condition: str | None, score: float | None) -> Session | None:
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
    score: float | None,
    condition: str | None,
    also: Sequence[tuple[str, float | None]],
    *,
    when: Moment | None,
    typed: str,
    is_session_typed: bool = False,
    typed_at: str | None = None,
) -> tuple[Session, list[Rating]]:
    """The session with scores on leaving, and the ratings that they completed.

    `score` belongs to `condition`; None means the one open rating that `also`, pairs of condition and score, does not
    name. The score is None where only a check is wanted. `when` is when the scores were given;
    None, or the session's day without a time, means right after the session. `typed` is the instant (UTC) at which they
    were typed; `is_session_typed`: the session was given by its id, or by a time; `typed_at` is that time as typed.
    Raises ScoreBeforeSessionError, NoArrivalScoreError, LeavingScoreExistsError, NoOpenScoreError or
    SeveralScoresOpenError.
    """
    if when is not None and _is_its_day_alone(when, session):
        when = None
    if when is not None and _is_before(when, session.when):
        raise ScoreBeforeSessionError(session.label, began=session.at, time_given=session.when.time_given)
    if condition is None:
        condition = _only_open_condition(
            session, score, [name for name, _ in also], is_session_typed=is_session_typed, typed_at=typed_at
        )
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
        options=options,
    )


def _only_open_condition(
    session: Session, score: float | None, excluded: Sequence[str], *, is_session_typed: bool, typed_at: str | None
) -> str:
    excluded_ratings = {rating.condition for name in excluded if (rating := session.rating_of(name))}
    conditions = [name for name in open_conditions(session) if name not in excluded_ratings]
    if not conditions:
        rated = [rating.condition for rating in session.ratings]
        raise NoOpenScoreError(session.label, conditions=rated, score=score)
    if len(conditions) > 1:
        raise SeveralScoresOpenError(
            session.label, conditions=conditions, score=score, is_session_typed=is_session_typed, at=typed_at
        )
    return conditions[0]
