"""Relief: how much lower the score is right after a session. It has no grade: those are for changes over weeks."""

from collections.abc import Iterable
from typing import NamedTuple

from paintrack.analysis.condition.condition_sessions import RatedSession
from paintrack.analysis.statistics.robust_statistics import MedianEstimate, median_estimate_of


class Relief(NamedTuple):
    """Before minus after over the sessions with both scores, in points (-10 to 10).

    `middle` is their median with its interval, `least` and `most` are the extremes; `without` counts the sessions
    without relief, after which the score was not lower.
    """

    middle: MedianEstimate
    least: float
    most: float
    without: int

    @property
    def n(self) -> int:
        """The number of sessions with both scores."""
        return self.middle.n


def relief_of(sessions: Iterable[RatedSession]) -> Relief | None:
    """The relief in the sessions that have both scores; None without such a session."""
    return relief_summary(relief for session in sessions if (relief := session.relief) is not None)


def relief_from_above_zero(sessions: Iterable[RatedSession]) -> Relief | None:
    """The relief in the sessions that began above 0 (see `began_mostly_at_zero`); None without such a session."""
    return relief_of(session for session in sessions if session.before)


def relief_summary(reliefs: Iterable[float]) -> Relief | None:
    """The relief over several sessions; `reliefs` are before minus after of each, in points. None without any."""
    values = list(reliefs)
    middle = median_estimate_of(values)
    if middle is None:
        return None
    return Relief(middle, min(values), max(values), sum(value <= 0 for value in values))
