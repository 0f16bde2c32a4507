"""How complete the scores are, and how soon they were typed."""

from dataclasses import replace
from datetime import date

import pytest

from paintrack.analysis.completeness import Completeness, completeness_of
from paintrack.model.entries import Rating, Session
from tests.factories.courses import k1
from tests.factories.entries import a_reading, a_session

DAY = date(2026, 7, 6)


def typed(entered: str, **fields: str | None) -> Session:
    """A session on 6 July 2026 at 14:02 in Berlin."""
    rating = Rating("lower back", 7, 3, **fields)
    return replace(a_session(), entered=entered, ratings=(rating,))


def test_k1_has_one_score_typed_a_day_later() -> None:
    sessions = [each for each in k1() if isinstance(each, Session)]
    assert completeness_of(sessions) == Completeness(20, 20, 19, ((1, date(2026, 7, 20), "after"),))


@pytest.mark.parametrize(
    ("entered", "days"),
    [
        ("2026-07-06T21:59:59.000000Z", 0),  # 23:59 in Berlin
        ("2026-07-06T22:00:00.000000Z", 1),
        ("2026-07-05T12:00:00.000000Z", 0),  # before it happened: a plan, not late
    ],
)
def test_a_day_ends_at_midnight_where_the_session_was(entered: str, days: int) -> None:
    late = ((days, DAY, "before"), (days, DAY, "after")) if days else ()
    assert completeness_of([typed(entered)]) == Completeness(2, 2, 2 - len(late), late)


def test_each_score_has_its_own_instants() -> None:
    session = typed(
        "2026-07-06T12:02:00.000000Z", after_at="2026-07-07T06:00:00Z", after_entered="2026-07-08T06:00:00Z"
    )
    assert completeness_of([session]) == Completeness(2, 2, 1, ((1, date(2026, 7, 7), "after"),))


def test_a_missing_score_counts_but_0_is_a_score() -> None:
    session = replace(typed("2026-07-06T12:02:00.000000Z"), ratings=(Rating("neck", 0, None), Rating("knee")))
    assert completeness_of([session]) == Completeness(1, 4, 1, ())
    assert completeness_of([]) == Completeness(0, 0, 0, ())


def test_readings_are_counted_with_those_of_the_same_day() -> None:
    readings = [
        replace(a_reading(at="2026-07-06 23:50"), entered=f"2026-07-06T{typed_at}:00.000000Z")
        for typed_at in ("21:59", "22:00")
    ]
    assert completeness_of([], readings) == Completeness(0, 0, 0, (), readings=2, readings_same_day=1)
