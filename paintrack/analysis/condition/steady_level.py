"""Since when the scores on arrival have stayed about where they are now: a description, never a verdict.

A course that fell and then stayed is 'going down' as a whole, although its newest scores do not fall.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from paintrack.analysis.condition.condition_sessions import Arrival
from paintrack.analysis.statistics.robust_statistics import median

_FEWEST = 5
_WITHIN = 1  # points; a single score moves by so much by chance


class SteadyLevel(NamedTuple):
    """The newest `n` scores on arrival that count (5 or more), which stay at about `level`, 0 to 10.

    `number` and `day` are the number and the local day of the session with which they begin.
    """

    level: float
    number: int
    day: date
    n: int


def steady_level_of(judged: Sequence[Arrival], level: float) -> SteadyLevel | None:
    """Since when the arrivals that count, in the order of time, stay at about `level`, the median of the last three.

    They are the newest that all lie within 1 of it, from the first on that has reached it: the last steps of a fall or
    a rise towards it are left out. None if these are fewer than 5, if all scores lie within 1 of the level, or if the
    median of the scores before does, so that it was no different then. The limits are paintrack's own.
    """
    near = len(judged)
    while near and _is_near(judged[near - 1].score, level):
        near -= 1
    if not near:
        return None
    is_fall = judged[near - 1].score > level
    start = next(
        (place for place in range(near, len(judged)) if _has_reached(judged[place], level, is_fall=is_fall)), None
    )
    if start is None or len(judged) - start < _FEWEST:
        return None
    if _is_near(median(arrival.score for arrival in judged[:start]), level):
        return None
    return SteadyLevel(level, judged[start].number, judged[start].day, len(judged) - start)


def _is_near(score: float, level: float) -> bool:
    # Rounded, because 2.2 - 1.2 is more than 1 in binary fractions.
    return abs(round(score - level, 6)) <= _WITHIN


def _has_reached(arrival: Arrival, level: float, *, is_fall: bool) -> bool:
    return arrival.score <= level if is_fall else arrival.score >= level
