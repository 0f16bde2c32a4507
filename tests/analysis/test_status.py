"""Where things stand."""

import json
from datetime import timedelta

from paintrack.analysis.status import ConditionHistory, PlanProgress, Status, status_of
from paintrack.model.entries import Rating
from paintrack.views.status.status_json import status_json
from tests.factories.courses import rated_sessions
from tests.factories.entries import NOW, a_reading, a_session

OPEN = a_session(9, None, number=4, at="2026-07-06 13:30")
FORGOTTEN = a_session(6, None, number=2, at="2026-06-29 13:30")
CLOSED = a_session(7, 3, number=3, at="2026-07-03 23:50")


def test_an_open_session_one_left_open_and_the_last() -> None:
    status = status_of([OPEN, FORGOTTEN], CLOSED, {"session": 3}, NOW)
    assert (status.current_session, status.left_open, status.last) == (OPEN, (FORGOTTEN,), CLOSED)
    # Calendar days, not 24 hours: from 23:50 on Friday to 14:02 on Monday.
    assert (status.days_since, status.days_since_visit, status.last_visit) == (3, 3, CLOSED)
    assert status.counts == (("session", 3),)


def test_a_session_of_yesterday_is_not_going_on() -> None:
    status = status_of([OPEN], None, {"session": 1}, NOW + timedelta(days=1))
    assert (status.current_session, status.left_open, status.days_since) == (None, (OPEN,), None)
    assert (status.last_visit, status.days_since_visit) == (OPEN, 1)


def test_nothing_saved_yet() -> None:
    assert status_of([], None, {}, NOW) == Status()


def test_the_score_on_arrival_of_an_open_session_is_in_no_json() -> None:
    two = OPEN.with_rating(Rating(condition="neck", before=9))
    answer = status_json(status_of([two, FORGOTTEN], CLOSED, {"session": 3, "note": 1}, NOW))
    assert answer["open"] == {"id": "4", "at": "2026-07-06T13:30:00+02:00", "conditions": ["lower back", "neck"]}
    assert "9" not in json.dumps(answer["open"]["conditions"])
    assert set(answer["open"]) == set(answer["left_open"][0]) == {"id", "at", "conditions"}
    assert (answer["last"]["id"], answer["days_since"]) == ("3", 3)
    assert answer["counts"] == {"session": 3, "note": 1}


def test_the_newest_scores_of_a_condition() -> None:
    sessions = rated_sessions([8, None, *range(1, 12), 9], [5, 4, *[0] * 11, None])
    open_now = a_session(9, None, uid=sessions[-1].uid)
    history = ConditionHistory("lower back", sessions, (), None)
    (condition,) = status_of([open_now], None, {"session": 14}, NOW, histories=[history]).conditions
    assert (condition.sessions, condition.readings, condition.arrivals) == (14, 0, tuple(range(2, 12)))
    assert (condition.last, condition.reading) == (Rating("lower back", 11, 0), None)
    # A session that is no longer going on hides nothing.
    (later,) = status_of([open_now], None, {}, NOW + timedelta(days=1), histories=[history]).conditions
    assert (later.arrivals[-1], later.last) == (9, Rating("lower back", 9, None))


def test_readings_have_a_strip_where_there_is_no_session() -> None:
    readings = [a_reading(score, at=f"2026-06-{score + 10} 07:10") for score in range(11)]
    alone, beside = (ConditionHistory("migraine", each, readings, None) for each in ([], rated_sessions([8], [5])))
    shown = status_of([], None, {}, NOW, histories=[alone, beside]).conditions
    assert [each.at_home for each in shown] == [tuple(range(1, 11)), ()]


def test_a_reading_after_the_last_session_is_the_newest_score() -> None:
    plan = PlanProgress("c1", 2, 12, None)
    sessions = rated_sessions([8, 7], [5, 4])
    for day, reading in ((1, None), (8, 6)):
        history = ConditionHistory("lower back", sessions, [a_reading(6, at=day)], plan)
        (condition,) = status_of([], None, {}, NOW, histories=[history]).conditions
        assert (condition.reading, condition.last is None) == (reading, reading is not None)
    assert status_json(Status(conditions=(condition,)))["conditions"] == [
        {
            "condition": "lower back",
            "sessions": 2,
            "readings": 1,
            "arrivals": [8, 7],
            "newest": {"before": None, "after": None, "reading": 6},
            "plan": {"id": "c1", "done": 2, "sessions": 12, "goal": None},
        }
    ]


def test_json_of_nothing() -> None:
    assert status_json(Status()) == {
        "open": None,
        "left_open": [],
        "serious": None,
        "last": None,
        "days_since": None,
        "to_ask": 0,
        "counts": {},
        "plans": [],
        "conditions": [],
        "next_visit": None,
        "days_until": None,
    }


def test_money_is_in_currency_units_as_in_every_other_json() -> None:
    last = a_session(cost=8550, covered=6000)
    assert status_json(status_of([], last, {"session": 1}, NOW))["last"]["cost"] == 85.5


def test_what_is_open_and_what_has_a_plan_come_first() -> None:
    plan = PlanProgress("c1", 2, 12, None)
    histories = [
        ConditionHistory(name, (), (), plan if name in {"knee", "migraine"} else None)
        for name in ("neck", "knee", "shoulder", "migraine", "lower back")
    ]
    for open_sessions, order in (
        ([], ["knee", "migraine", "neck", "shoulder", "lower back"]),
        ([OPEN], ["lower back", "knee", "migraine", "neck", "shoulder"]),
    ):
        status = status_of(open_sessions, None, {}, NOW, histories=histories)
        assert [each.condition for each in status.conditions] == order
