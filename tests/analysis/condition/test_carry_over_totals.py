"""Carry-over: the totals that add up."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.condition.carry_over_totals import CarryOver, carry_over_of
from tests.factories.courses import K1_AFTER, K1_BEFORE, rated_sessions
from tests.factories.entries import NOW

TENTHS = st.integers(0, 100).map(lambda tenths: tenths / 10)
MAYBE = st.one_of(st.none(), TENTHS)


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
