"""Carry-over: the totals that add up, and how soon half of a drop was seen back."""

from dataclasses import replace
from datetime import timedelta, timezone

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.stats import CensoredData, ecdf

from paintrack.analysis.condition.carry_over import CarryOver, ReboundTime, carry_over_of, kaplan_meier, rebound_time_of
from paintrack.model.moment import Moment
from tests.factories.courses import K1_AFTER, K1_BEFORE, rated_sessions
from tests.factories.entries import NOW, a_reading, moment

TENTHS = st.integers(0, 100).map(lambda tenths: tenths / 10)
MAYBE = st.one_of(st.none(), TENTHS)
# Freireich 1963, Blood 21:699-716: weeks of remission under 6-mercaptopurine; + was still in remission.
FREIREICH = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"


def test_the_carry_over_of_k1() -> None:
    assert carry_over_of(rated_sessions(K1_BEFORE, K1_AFTER)) == CarryOver(
        n=9,
        lost=19,
        back=15,
        stayed=4,
        first_session=1,
        last_session=9,
        first_arrival=8,
        last_arrival=4,
        kept=1 - 2 / 3,
        kept_n=9,
        between=0,
    )


@given(st.lists(st.tuples(TENTHS, TENTHS), min_size=2, max_size=40))
def test_the_totals_add_up_with_the_arrivals(scores: list[tuple[float, float]]) -> None:
    before, after = zip(*scores, strict=True)
    carry = carry_over_of(rated_sessions(before, after))
    assert carry is not None
    assert (carry.n, carry.first_arrival, carry.last_arrival) == (len(scores) - 1, before[0], before[-1])
    assert round(before[-1] - before[0], 1) == round(carry.back - carry.lost, 1) == -carry.stayed


@given(st.lists(st.tuples(MAYBE, MAYBE), max_size=20))
def test_arrivals_are_given_only_in_an_unbroken_chain(
    scores: list[tuple[float | None, float | None]],
) -> None:
    carry = carry_over_of(rated_sessions([before for before, _ in scores], [after for _, after in scores]))
    if carry is not None and carry.first_arrival is not None and carry.last_arrival is not None:
        assert round(carry.first_arrival - carry.last_arrival, 1) == carry.stayed
        assert carry.last_session - carry.first_session == carry.n - 1


def test_a_missing_score_breaks_the_chain() -> None:
    assert carry_over_of(rated_sessions([8, 7, 6, 5, 4], [5, None, 4, 3, None])) == CarryOver(
        n=3,
        lost=7,
        back=4,
        stayed=3,
        first_session=1,
        last_session=4,
        first_arrival=None,
        last_arrival=None,
        kept=0.5,
        kept_n=3,
        between=0,
    )


def test_a_pair_without_a_drop_has_no_ratio() -> None:
    carry = carry_over_of(rated_sessions([6, 7, 5], [6, 8, 4]))
    assert carry is not None
    assert (carry.lost, carry.back, carry.stayed, carry.kept, carry.kept_n) == (-1, -2, 1, None, 0)


def test_other_sessions_are_counted_within_pairs() -> None:
    elsewhere = [NOW + timedelta(days=day) for day in (-1, 3, 4, 9, 15)]
    carry = carry_over_of(rated_sessions([8, 7, 6], [5, 4, 3]), elsewhere)
    assert carry is not None
    # Of days 0, 7 and 14: 3 and 4 lie in the first pair, 9 in the second.
    assert carry.between == 3


def test_visits_at_one_time_have_none_between_them() -> None:
    # A sheet of dates alone puts every row at noon.
    same = [visit._replace(at=NOW) for visit in rated_sessions([8, 7, 6], [5, 4, 3])]
    carry = carry_over_of(same, [NOW, NOW])
    assert carry is not None
    assert (carry.n, carry.between) == (2, 0)


def test_no_pair_no_carry_over() -> None:
    assert carry_over_of(rated_sessions([8, None], [5, 4])) is None
    assert carry_over_of([]) is None


def test_the_median_of_freireich_1963() -> None:
    remissions = FREIREICH.split()
    durations = [int(weeks.rstrip("+")) for weeks in remissions]
    survival = kaplan_meier(durations, [not weeks.endswith("+") for weeks in remissions])
    assert survival.times == (6, 7, 10, 13, 16, 22, 23)
    assert survival.shares == pytest.approx(
        (0.857143, 0.806723, 0.752941, 0.690196, 0.627451, 0.537815, 0.448179), abs=5e-7
    )
    assert (survival.median, survival.last) == (23, 35)


# Many, since another program judges: one wrong case in a thousand would be a wrong figure.
@settings(max_examples=2000)
@given(st.lists(st.tuples(st.integers(0, 12), st.booleans()), min_size=1, max_size=40))
def test_curve_and_median_are_those_of_scipy(watched: list[tuple[int, bool]]) -> None:
    durations, events = [time for time, _ in watched], [event for _, event in watched]
    survival = kaplan_meier(durations, events)
    censored = CensoredData(
        uncensored=[time for time, event in watched if event], right=[time for time, event in watched if not event]
    )
    curve = ecdf(censored).sf
    assert survival.shares == pytest.approx([float(curve.evaluate(time)) for time in survival.times], abs=1e-9)
    # At a share of exactly a half the last binary digit decides; the next test is about that.
    assume(all(abs(share - 0.5) > 1e-9 for share in survival.shares))
    reached = [time for time in survival.times if curve.evaluate(time) <= 0.5]
    assert survival.median == (min(reached) if reached else None)


def test_the_median_is_the_time_at_which_the_share_is_exactly_a_half() -> None:
    # 4/5 * 3/4 * 5/6 = 1/2, which binary fractions put a little higher.
    events = [True, True, True, True, False, True, True, False, True, False]
    survival = kaplan_meier([1, 1, 2, 2, 3, 3, 4, 4, 4, 4], events)
    assert survival.shares[2] > 0.5
    assert survival.median == 3


def test_without_events_there_is_no_median_but_a_last_time() -> None:
    survival = kaplan_meier([3, 6], [False, False])
    assert (survival.times, survival.median, survival.last) == ((), None, 6)


# Six weekly sessions from 8 to 4: half of the drop is back at 6.
DROPS = rated_sessions([8] * 6, [4] * 6)


def test_half_back_is_the_first_reading_at_or_above_half_the_drop() -> None:
    readings = [a_reading(score, at=7 * week + day) for week in range(5) for day, score in ((1, 5), (3, 6), (5, 4))]
    assert rebound_time_of(DROPS, readings) == ReboundTime(n=5, seen=5, median_day=3, unseen_from=None, unseen_to=None)


def test_sessions_that_never_saw_it_are_watched_until_their_last_reading() -> None:
    readings = [a_reading(5.9, at=7 * week + day) for week in range(5) for day in (2, 6)]
    assert rebound_time_of(DROPS, readings) == ReboundTime(n=5, seen=0, median_day=None, unseen_from=6, unseen_to=6)


def test_a_reading_on_the_day_of_the_session_is_day_0_and_one_before_the_first_belongs_to_none() -> None:
    readings = [a_reading(9, at=-1), *(a_reading(7, at=moment(7 * week)) for week in range(6))]
    assert rebound_time_of(DROPS, readings) == ReboundTime(n=6, seen=6, median_day=0, unseen_from=None, unseen_to=None)


def test_a_reading_after_a_flight_over_the_date_line_is_not_on_the_day_before() -> None:
    # When it is 03:00 on the 7th in Auckland, it is still the 6th in Honolulu.
    auckland, honolulu = timezone(timedelta(hours=12)), timezone(timedelta(hours=-10))
    home = [visit._replace(at=visit.at.astimezone(auckland)) for visit in DROPS]
    landed = [a_reading(7, at=7 * week) for week in range(6)]
    away = [replace(each, when=Moment(each.at.astimezone(honolulu))) for each in landed]
    assert away[0].when.day < home[0].day
    assert rebound_time_of(home, away) == ReboundTime(n=6, seen=6, median_day=0, unseen_from=None, unseen_to=None)


def test_a_reading_after_a_visit_that_does_not_rate_it_belongs_to_that_visit() -> None:
    elsewhere = [NOW + timedelta(days=7 * week + 3) for week in range(5)]
    readings = [a_reading(score, at=7 * week + day) for week in range(6) for day, score in ((2, 5), (5, 8))]
    # Watched up to day 2 alone; the last session has no other visit after it.
    assert rebound_time_of(DROPS, readings, elsewhere) == ReboundTime(
        n=6, seen=1, median_day=5, unseen_from=2, unseen_to=2
    )


def test_a_row_for_something_else_at_the_very_time_takes_no_reading_away() -> None:
    readings = [a_reading(score, at=7 * week + day) for week in range(5) for day, score in ((1, 5), (3, 6))]
    assert rebound_time_of(DROPS, readings, [visit.at for visit in DROPS]) == rebound_time_of(DROPS, readings)


def test_half_back_by_hand() -> None:
    # Days 2, 3+, 4, 5, 6+: shares 4/5, then 2/3 and 1/3 of it.
    readings = [
        a_reading(7, at=0 + 2),
        a_reading(5, at=7 + 3),
        a_reading(8, at=14 + 4),
        a_reading(6, at=21 + 5),
        a_reading(4, at=28 + 6),
    ]
    assert rebound_time_of(DROPS, readings) == ReboundTime(n=5, seen=3, median_day=5, unseen_from=3, unseen_to=6)


def test_fewer_than_5_sessions_with_a_drop_and_a_reading_say_nothing() -> None:
    readings = [a_reading(7, at=7 * week + 2) for week in range(5)]
    assert rebound_time_of(DROPS, readings[:4]) is None
    assert rebound_time_of(rated_sessions([8] * 6, [4, 4, 4, 4, 8, None]), [*readings, a_reading(7, at=37)]) is None
