"""One condition through the sessions."""

from datetime import timedelta

from paintrack.analysis.condition.condition_sessions import (
    Arrival,
    RatedSession,
    arrivals_of,
    rated_sessions_of,
    reading_uids_after,
    readings_of_condition,
)
from paintrack.model.entries import Rating
from tests.factories.entries import NOW, a_reading, a_session, back, day_after

NECK = Rating(condition="neck", before=6, after=3)


def test_visits_are_the_sessions_of_the_condition_in_order() -> None:
    late, neck_only, early = (
        a_session(ratings=[NECK, back(5, None)], at=14),
        a_session(ratings=[NECK], at=7),
        a_session(8, 5),
    )
    assert rated_sessions_of([late, neck_only, early], " Lower  BACK") == (
        RatedSession(1, early.at, 8, 5, early.uid),
        RatedSession(2, late.at, 5, None, late.uid),
    )


def test_a_session_without_a_score_keeps_its_number() -> None:
    visits = rated_sessions_of([a_session(8, 5), a_session(None, None, at=7), a_session(6, 0, at=14)], "lower back")
    assert [visit.relief for visit in visits] == [3, None, 6]
    assert arrivals_of(visits) == (Arrival(1, day_after(0), 8), Arrival(3, day_after(14), 6))


def test_a_score_of_0_is_a_score() -> None:
    (visit,) = rated_sessions_of([a_session(0, 0)], "lower back")
    assert visit.relief == 0
    assert arrivals_of([visit]) == (Arrival(1, day_after(0), 0),)


def test_relief_has_one_decimal_and_no_noise() -> None:
    (visit,) = rated_sessions_of([a_session(7.1, 6.4)], "lower back")
    assert visit.relief == 0.7


def test_readings_belong_to_the_last_visit_before_them() -> None:
    visits = rated_sessions_of([a_session(8, 5), a_session(7, 5, at=7)], "lower back")
    before, first, second, elsewhere = (a_reading(4, at=day) for day in (-1, 1, 8, 4))
    every = [before, first, second, elsewhere]
    other_times = [NOW + timedelta(days=3)]
    assert reading_uids_after(visits, other_times, every, {visits[0].uid}) == {first.uid}
    assert reading_uids_after(visits, other_times, every, {visits[1].uid}) == {second.uid}
    assert reading_uids_after(visits, [], every, {visits[0].uid}) == {first.uid, elsewhere.uid}


def test_readings_of_the_condition_in_the_order_of_time() -> None:
    late, other, early = (
        a_reading(4, at=9),
        a_reading(1, condition="neck", at=5),
        a_reading(6, condition="Lower back", at=3),
    )
    assert readings_of_condition([late, other, early], "lower back") == (early, late)
