"""One condition through the sessions."""

from datetime import timedelta

from paintrack.domain.entry import Rating
from paintrack.domain.visit import Arrival, Visit, arrivals_of, readings_for, readings_of_visits, visits_of
from tests.courses import START, back, on, reading, session

NECK = Rating(condition="neck", before=6, after=3)


def test_visits_are_the_sessions_of_the_condition_in_the_order_of_time() -> None:
    late, neck_only, early = session(14, NECK, back(5, None)), session(7, NECK), session(0, back(8, 5))
    assert visits_of([late, neck_only, early], " Lower  BACK") == (
        Visit(1, early.at, 8, 5, early.uid),
        Visit(2, late.at, 5, None, late.uid),
    )


def test_a_session_without_a_score_keeps_its_number() -> None:
    visits = visits_of([session(0, back(8, 5)), session(7, back(None, None)), session(14, back(6, 0))], "lower back")
    assert [visit.relief for visit in visits] == [3, None, 6]
    assert arrivals_of(visits) == (Arrival(1, on(0), 8), Arrival(3, on(14), 6))


def test_a_score_of_0_is_a_score() -> None:
    (visit,) = visits_of([session(0, back(0, 0))], "lower back")
    assert visit.relief == 0
    assert arrivals_of([visit]) == (Arrival(1, on(0), 0),)


def test_relief_has_one_decimal_and_no_noise() -> None:
    (visit,) = visits_of([session(0, back(7.1, 6.4))], "lower back")
    assert visit.relief == 0.7


def test_readings_belong_to_the_last_visit_before_them() -> None:
    visits = visits_of([session(0, back(8, 5)), session(7, back(7, 5))], "lower back")
    before, first, second, elsewhere = (reading(day, 4) for day in (-1, 1, 8, 4))
    every = [before, first, second, elsewhere]
    others = [START + timedelta(days=3)]
    assert readings_of_visits(visits, others, every, {visits[0].uid}) == {first.uid}
    assert readings_of_visits(visits, others, every, {visits[1].uid}) == {second.uid}
    assert readings_of_visits(visits, [], every, {visits[0].uid}) == {first.uid, elsewhere.uid}


def test_readings_of_the_condition_in_the_order_of_time() -> None:
    late, other, early = reading(9, 4), reading(5, 1, condition="neck"), reading(3, 6, condition="Lower back")
    assert readings_for([late, other, early], "lower back") == (early, late)
