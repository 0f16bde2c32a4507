"""Relief in a session."""

import pytest

from paintrack.analysis.condition.relief import Relief, relief_from_above_zero, relief_of, relief_summary
from paintrack.analysis.statistics.robust_statistics import Interval, MedianEstimate
from tests.factories.courses import K1_AFTER, K1_BEFORE, rated_sessions


def test_the_relief_of_k1() -> None:
    relief = relief_of(rated_sessions(K1_BEFORE, K1_AFTER))
    assert relief == Relief(MedianEstimate(10, 2, Interval(2, 3), 0.978515625), least=1, most=3, without=0)
    assert relief.n == 10


def test_without_relief_counts_scores_that_are_not_lower() -> None:
    relief = relief_of(rated_sessions([5, 5, 5, None, 5, 0], [5, 6, 4.9, 3, None, 0]))
    assert relief == Relief(MedianEstimate(4, 0, None, None), least=-1, most=0.1, without=3)


def test_no_session_with_both_scores_has_no_relief() -> None:
    assert relief_of(rated_sessions([5, None], [None, 4])) is None
    assert relief_summary([]) is None


def test_relief_from_above_0_leaves_painless_sessions_out() -> None:
    sessions = rated_sessions([0, 7, 0, 5, 0, None], [0, 3, 0, 5, 1, 0])
    assert relief_from_above_zero(sessions) == Relief(MedianEstimate(2, 2, None, None), least=0, most=4, without=1)
    assert relief_from_above_zero(sessions[:1]) is None


@pytest.mark.parametrize(("n", "has_interval"), [(5, False), (6, True)])
def test_an_interval_needs_6_sessions(n: int, *, has_interval: bool) -> None:
    relief = relief_of(rated_sessions([7] * n, [4] * n))
    assert relief is not None
    assert (relief.middle.interval == Interval(3, 3)) is has_interval
