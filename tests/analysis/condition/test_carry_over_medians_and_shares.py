"""Carry-over, said per session: what the next visits and the readings in between say."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.condition.carry_over_medians_and_shares import (
    BackByNextVisit,
    DropHeld,
    NextVisits,
    drop_held_of,
    next_visits_of,
)
from paintrack.analysis.condition.condition_sessions import RatedSession
from tests.factories.courses import K1_AFTER, K1_BEFORE, rated_sessions
from tests.factories.entries import NOW, a_reading

MAYBE = st.none() | st.integers(0, 100).map(lambda tenths: tenths / 10)
PAIRS = st.lists(st.tuples(MAYBE, MAYBE), max_size=20)


def test_the_next_visits_of_k1() -> None:
    visits = next_visits_of(rated_sessions(K1_BEFORE, K1_AFTER))
    assert visits == NextVisits(n=9, lower_after=2, higher_again=2, least=0, most=3)
    assert visits is not None
    assert visits.back is BackByNextVisit.USUALLY


@pytest.mark.parametrize(
    ("before", "after", "back"),
    [
        ([7] * 7, [4] * 7, BackByNextVisit.USUALLY),
        ([3, 4, 5, 6, 7, 8, 9], [0, 1, 2, 3, 4, 5, 6], BackByNextVisit.USUALLY),
        ([9, 8, 7, 6, 5, 4, 3], [6, 5, 4, 3, 2, 1, 0], BackByNextVisit.PARTLY),
        ([7, 6, 5, 4, 3, 2, 1], [6, 5, 4, 3, 2, 1, 0], BackByNextVisit.NOT),
        ([10, 8.5, 7, 5.5, 4, 2.5, 1], [9, 7.5, 6, 4.5, 3, 1.5, 0], BackByNextVisit.NOT),
        ([5] * 7, [5] * 7, None),
        ([5] * 7, [6] * 7, None),
        ([7] * 6, [4] * 6, BackByNextVisit.TOO_EARLY),
        ([5, 5], [6, 6], BackByNextVisit.TOO_EARLY),
    ],
)
def test_how_much_is_usually_back(before: list[float], after: list[float], back: BackByNextVisit | None) -> None:
    visits = next_visits_of(rated_sessions(before, after))
    assert visits is not None
    assert visits.back is back


def test_missing_scores_and_filtered_sessions_leave_no_gap() -> None:
    sessions = rated_sessions([7, None, 7, 6, 5], [4, 4, None, 3, 2])
    visits = next_visits_of(sessions)
    assert visits is not None
    assert (visits.n, visits.lower_after, visits.higher_again) == (1, 3, 2)
    complete = rated_sessions([7, 6, 5], [4, 3, 2])
    assert next_visits_of([complete[0], complete[2]]) is None
    assert next_visits_of([]) is None


def test_gaps_do_not_reach_over_8_weeks() -> None:
    first, second = rated_sessions([7, 6], [4, 3])
    for days, is_gap in ((56, True), (57, False)):
        visits = next_visits_of([first, second._replace(at=first.at + timedelta(days=days))])
        assert (visits is not None) is is_gap


def test_two_at_one_instant_are_no_gap() -> None:
    first, second, third = rated_sessions([7, 7, 5], [4, 3, 2])
    doubled = [first, second._replace(number=1, at=first.at), third._replace(number=2)]
    assert next_visits_of(doubled) == NextVisits(n=1, lower_after=4, higher_again=2, least=2, most=2)


@given(PAIRS)
def test_medians_lie_between_the_extremes(pairs: list[tuple[float | None, float | None]]) -> None:
    visits = next_visits_of(rated_sessions([before for before, _ in pairs], [after for _, after in pairs]))
    if visits is None:
        return
    assert 1 <= visits.n < len(pairs)
    assert -10 <= visits.least <= visits.higher_again <= visits.most <= 10
    assert visits.back is not BackByNextVisit.PARTLY or 0 < visits.higher_again < visits.lower_after


def one_session(before: float = 8, after: float = 4) -> list[RatedSession]:
    return rated_sessions([before], [after])


def held(*readings: tuple[str, float]) -> list[tuple[int, int]]:
    """Of one session of 6 July 14:02 with 8 -> 4: (held, sessions) next day, on days 2 to 3, on days 4 to 7."""
    own = [a_reading(score, at=at) for at, score in readings]
    return [(each.held, each.sessions) for each in drop_held_of(one_session(), own)]


def test_half_of_the_drop_or_more_is_held() -> None:
    assert held(("2026-07-07 08:00", 6)) == [(1, 1), (0, 0), (0, 0)]
    assert held(("2026-07-07 08:00", 6.1)) == [(0, 1), (0, 0), (0, 0)]
    assert held(("2026-07-07 08:00", 2)) == [(1, 1), (0, 0), (0, 0)]


def test_the_days_after_a_session() -> None:
    assert held(("2026-07-06 20:00", 8)) == [(0, 0), (0, 0), (0, 0)]
    assert held(("2026-07-08 08:00", 5)) == [(0, 0), (1, 1), (0, 0)]
    assert held(("2026-07-09 08:00", 5)) == [(0, 0), (1, 1), (0, 0)]
    assert held(("2026-07-10 08:00", 5)) == [(0, 0), (0, 0), (1, 1)]
    assert held(("2026-07-13 08:00", 7)) == [(0, 0), (0, 0), (0, 1)]
    assert held(("2026-07-14 08:00", 5)) == [(0, 0), (0, 0), (0, 0)]


def test_the_night_belongs_to_the_day_before() -> None:
    assert held(("2026-07-07 01:15", 8)) == [(0, 0), (0, 0), (0, 0)]
    assert held(("2026-07-07 05:00", 8)) == [(0, 1), (0, 0), (0, 0)]
    assert held(("2026-07-08 04:59", 8)) == [(0, 1), (0, 0), (0, 0)]


def test_of_several_readings_the_median_counts() -> None:
    assert held(("2026-07-07 08:00", 5), ("2026-07-07 12:00", 5), ("2026-07-07 20:00", 9))[0] == (1, 1)
    assert held(("2026-07-07 08:00", 5), ("2026-07-07 20:00", 9))[0] == (0, 1)


def test_sessions_without_a_drop_do_not_count() -> None:
    reading = a_reading(5, at="2026-07-07 08:00")
    for before, after in ((4, 4), (4, 5)):
        assert all(each.sessions == 0 for each in drop_held_of(one_session(before, after), [reading]))
    unknown = rated_sessions([None, 8], [4, None])
    assert all(each.sessions == 0 for each in drop_held_of(unknown, [reading]))


def test_readings_count_up_to_the_next_session_of_any_kind() -> None:
    sessions = rated_sessions([8, 8], [4, 4])
    readings = [a_reading(5, at=3), a_reading(8, at=5), a_reading(5, at=8)]
    assert drop_held_of(sessions, readings) == (DropHeld(1, 1, 1, 1), DropHeld(2, 3, 1, 1), DropHeld(4, 7, 0, 1))
    other = [NOW + timedelta(days=4)]
    assert drop_held_of(sessions, readings, other) == (DropHeld(1, 1, 1, 1), DropHeld(2, 3, 1, 1), DropHeld(4, 7, 0, 0))


def test_no_sessions_hold_nothing() -> None:
    assert drop_held_of([], []) == (DropHeld(1, 1, 0, 0), DropHeld(2, 3, 0, 0), DropHeld(4, 7, 0, 0))
