"""Since when the scores on arrival stay about where they are."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.condition.steady_level import SteadyLevel, steady_level_of
from paintrack.analysis.statistics.robust_statistics import median
from tests.factories.courses import arrivals
from tests.factories.entries import day_after


def level_since(scores: Sequence[float]) -> SteadyLevel | None:
    """Of a weekly course whose scores all count."""
    return steady_level_of(arrivals(scores), median(scores[-3:]))


@pytest.mark.parametrize(
    ("scores", "number"),
    [
        # A plateau after a fall, with the last step left out; a step; a rise; scores that move by 1 about the level.
        ((8, 7, 6, 5, 4, 4, 4, 4, 4), 5),
        ((7, 7, 7, 4, 4, 4, 4, 4), 4),
        ((3, 3, 4, 6, 7, 7, 7, 7, 7), 5),
        ((8, 8, 7, 5, 4, 3, 4, 5, 4, 4), 5),
        ((9, 7, 4.1, 3.1, 4.1, 3.1, 3.1), 4),
    ],
)
def test_newest_scores_that_stay(scores: Sequence[float], number: int) -> None:
    if len(scores) - number + 1 < 5:
        assert level_since(scores) is None
    else:
        level = median(scores[-3:])
        assert level_since(scores) == SteadyLevel(level, number, day_after(7 * (number - 1)), len(scores) - number + 1)


@pytest.mark.parametrize(
    "scores",
    [
        (6, 6, 6, 6, 6, 6, 6),  # the whole course
        (8, 7, 6, 4, 4, 4, 4),  # four
        (7, 7, 6, 6, 6, 5, 5, 5, 4, 4, 4),  # a slow fall, whose last six lie within 1 of 4
        (6, 6, 6, 6, 6, 10, 6, 6, 6, 6, 6),  # no different before one outlier
        (8, 7, 6, 4, 4, 4, 4, 6),  # the newest has left
        (9, 2),
        (5,),
    ],
)
def test_scores_that_do_not_stay_or_always_did(scores: Sequence[float]) -> None:
    assert level_since(scores) is None


@given(st.lists(st.integers(0, 10), min_size=1, max_size=20))
def test_what_it_says_is_true_of_the_scores(scores: list[int]) -> None:
    since, level = level_since(scores), median(scores[-3:])
    if since is not None:
        newest, before = scores[-since.n :], scores[: -since.n]
        assert (since.level, since.number) == (level, len(before) + 1)
        assert since.n >= 5
        assert all(abs(score - level) <= 1 for score in newest)
        assert abs(median(before) - level) > 1
        assert before[-1] != newest[0] or abs(before[-1] - level) > 1
    mirrored = level_since([10 - score for score in scores])
    assert (since is None) is (mirrored is None)
