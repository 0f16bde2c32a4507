"""What is wrong with scores for an open session, as values; `views/refusals` puts them into sentences.

In all of these `session` is the id that people type, `score` the one that was typed (0 to 10), None if none is typed
yet, and `began` the local time at which the session began, if it was given.
"""

from typing import TYPE_CHECKING

from paintrack.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


class SeveralSessionsOpenError(UsageError):
    """A score on leaving fits more than one open session; `sessions` holds their ids and when each began."""

    def __init__(self, sessions: "Sequence[tuple[str, datetime | None]]", score: float | None) -> None:
        super().__init__()
        self.sessions = tuple(sessions)
        self.score = score


class ArrivalScoreExistsError(UsageError):
    """The session already has a score on arrival for the condition."""

    def __init__(self, session: str, *, began: "datetime | None", condition: str, score: float | None) -> None:
        super().__init__()
        self.session = session
        self.began = began
        self.condition = condition
        self.score = score


class ScoreBeforeSessionError(UsageError):
    """The score on leaving is from before the session began; with `time_given` False only the day is known."""

    def __init__(self, session: str, *, began: "datetime", time_given: bool) -> None:
        super().__init__()
        self.session = session
        self.began = began
        self.time_given = time_given


class NoArrivalScoreError(UsageError):
    """The session does not rate the condition, so there is nothing to complete; `open_conditions` wait for a score."""

    def __init__(
        self, session: str, *, condition: str, score: float | None, open_conditions: "Sequence[str]" = ()
    ) -> None:
        super().__init__()
        self.session = session
        self.condition = condition
        self.score = score
        self.open_conditions = tuple(open_conditions)


class LeavingScoreExistsError(UsageError):
    """The session already has a score on leaving for the condition: `existing`, 0 to 10."""

    def __init__(self, session: str, *, condition: str, existing: float, score: float | None) -> None:
        super().__init__()
        self.session = session
        self.condition = condition
        self.existing = existing
        self.score = score


class NoOpenScoreError(UsageError):
    """No rating of the session waits for a score on leaving; `conditions` names what all of them rate."""

    def __init__(self, session: str, *, conditions: "Sequence[str]", score: float | None) -> None:
        super().__init__()
        self.session = session
        self.conditions = tuple(conditions)
        self.score = score


class SeveralScoresOpenError(UsageError):
    """More than one rating of the session waits for a score on leaving; `conditions` names what they rate.

    `is_session_typed`: the session was given by its id, or by a time; `at` is that time as typed.
    """

    def __init__(
        self,
        session: str,
        *,
        conditions: "Sequence[str]",
        score: float | None,
        is_session_typed: bool,
        at: str | None = None,
    ) -> None:
        super().__init__()
        self.session = session
        self.is_session_typed = is_session_typed
        self.at = at
        self.conditions = tuple(conditions)
        self.score = score


class NoOpenSessionError(NotFoundError):
    """No session waits for a score on leaving, or with `condition` none for one of it.

    `score` is None if it is not typed yet; `options` were typed beside it, with their values, None for a flag.
    """

    def __init__(
        self,
        score: float | None,
        *,
        condition: str | None = None,
        options: "Sequence[tuple[str, str | None]]" = (),
    ) -> None:
        super().__init__()
        self.score = score
        self.condition = condition
        self.options = tuple(options)


class OpenSessionTooOldError(NotFoundError):
    """The newest open session is over: it began more than four hours or `days_ago` local calendar days ago.

    With `time_given` False only the day of `began` is known; `score` and `options` as in NoOpenSessionError. `at` is
    the time of the score as typed, None for now.
    """

    def __init__(
        self,
        session: str,
        *,
        began: "datetime",
        time_given: bool,
        days_ago: int,
        score: float | None,
        at: str | None = None,
        options: "Sequence[tuple[str, str | None]]" = (),
    ) -> None:
        super().__init__()
        self.session = session
        self.began = began
        self.time_given = time_given
        self.days_ago = days_ago
        self.score = score
        self.at = at
        self.options = tuple(options)
