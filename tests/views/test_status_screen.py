"""What bare `paintrack` shows."""

import re
from dataclasses import replace

import pytest

from paintrack.analysis.status import ConditionStatus, PlanProgress, Status
from paintrack.model.entries import KINDS, Rating, Session
from paintrack.views.status.status_screen import first_steps, spoken_status, status_screen
from tests.factories.entries import a_plan, a_session

OPEN = a_session(9, None, number=4, at="2026-07-06 13:30")
LEFT = a_session(6, None, number=2, at="2026-06-29 13:30")
LAST = a_session(7, 3, number=3, at="2026-07-03 15:00")
BACK = ConditionStatus(
    condition="lower back",
    sessions=10,
    readings=1,
    arrivals=(8, 7, 7, 6, 7, 5, 6, 5, 4, 4.5),
    last=Rating("lower back", 4.5, 2),
    plan=PlanProgress("c1", 10, 12, 3),
)
NECK = ConditionStatus(condition="neck", sessions=2, readings=3, arrivals=(7, 10), reading=0, days_since_reading=0)
ALL = Status(
    current_session=OPEN,
    left_open=(LEFT,),
    last=LAST,
    days_since=3,
    counts=(("session", 4), ("note", 1), ("peg", 2), ("plan", 1)),
    plans=(a_plan(number=1, sessions=12, goal=3),),
    conditions=(BACK, NECK),
)


def drawn(status: Status, width: int = 80, *, ascii_only: bool = False, colour: bool = False) -> str:
    return status_screen(status, width=width, ascii_only=ascii_only, colours=256 if colour else 0)


def test_everything_there_is_to_say() -> None:
    assert drawn(ALL).splitlines() == [
        "Session 4 is open since 13:30: lower back. When over: paintrack after SCORE",
        "Last session: 3, Fri 3 Jul 2026 (3 days ago).",
        "4 sessions, 1 note, 2 PEGs and 1 plan in all.",
        "lower back  8 7 7 6 7 5 6 5 4 4.5  last 4.5 -> 2  n 10  ██████████░░ 10 of 12",
        "neck                         7 10  last 0, today  n 2",
        "Session 2, 29 Jun 2026, has no score after: paintrack after SCORE --session 2",
        "Picture: paintrack trend   History: paintrack list",
    ]


def test_a_narrow_screen_keeps_the_newest_scores() -> None:
    assert [line for line in drawn(ALL, 40, ascii_only=True).splitlines() if " n " in line] == [
        "lower back  4 4.5  4.5 -> 2  n 10  10/12",
        "neck         7 10  0, today  n 2",
    ]


@pytest.mark.parametrize(("days", "wide", "narrow"), [(1, "yesterday", "1 d ago"), (9, "9 days ago", "9 d ago")])
def test_a_reading_says_when_it_was(days: int, wide: str, narrow: str) -> None:
    status = replace(ALL, conditions=(replace(NECK, days_since_reading=days),))
    assert f"neck  7 10  last 0, {wide}  n 2\n" in drawn(status)
    assert f"neck  7 10  0, {narrow}  n 2\n" in drawn(status, 40)


def test_only_a_goal_and_no_score_yet() -> None:
    planned = ConditionStatus(condition="knee", sessions=0, readings=0, plan=PlanProgress("c2", 0, None, 3))
    assert drawn(Status(counts=(("plan", 1),), conditions=(planned,))).splitlines() == [
        "1 plan in all.",
        "knee  no score  n 0  goal 3",
        "Picture: paintrack trend   History: paintrack list",
    ]


def test_all_that_is_open_is_named_but_does_not_come_first() -> None:
    sessions = tuple(replace(LEFT, number=number) for number in range(12, 0, -1))
    text = drawn(replace(ALL, current_session=None, left_open=sessions))
    assert text.startswith("Last session")
    assert "Sessions 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2 and 1 have no score after:\n  paintrack after SCORE" in text
    assert "No score after: 12, 11, 10 and 9 more:\n" in drawn(replace(ALL, left_open=sessions), 40)
    assert "Sessions 12, 11 and 10 have no" in drawn(replace(ALL, left_open=sessions[:3]))


def test_an_earlier_session_names_every_score_that_it_lacks() -> None:
    left = replace(LEFT, ratings=(Rating("lower back", 7), Rating("migraine", 5)))
    text = drawn(replace(ALL, current_session=None, left_open=(left,)), 200)
    assert f"paintrack after SCORE --also migraine=SCORE --session {left.label}" in text


def test_what_to_type_names_every_score_where_there_is_room() -> None:
    two = replace(OPEN, ratings=(Rating("lower back", 7), Rating("migraine", 5)))
    status = replace(ALL, current_session=two)
    assert "\n  When over: paintrack after SCORE --also migraine=SCORE\n" in drawn(status)
    assert "When over: paintrack after SCORE --also migraine=SCORE" in spoken_status(status).splitlines()
    many = replace(OPEN, ratings=tuple(Rating(f"condition {number}", 7) for number in range(9)))
    assert "When over: paintrack after SCORE\n" in drawn(replace(ALL, current_session=many), 40)


@pytest.mark.parametrize("width", [40, 45, 59, 60, 80, 200])
@pytest.mark.parametrize("number_of_conditions", [0, 1, 2, 9])
@pytest.mark.parametrize("left", [0, 1, 112])
@pytest.mark.parametrize("current", [None, OPEN])
def test_eight_lines_whatever_there_is(
    width: int, number_of_conditions: int, left: int, current: Session | None
) -> None:
    if current is not None:
        current = replace(current, ratings=tuple(Rating(f"condition {number}", 7) for number in range(12)))
    status = replace(
        ALL,
        current_session=current,
        left_open=tuple(replace(LEFT, number=1200 - number) for number in range(left)),
        counts=tuple((kind, 1200) for kind in KINDS),
        days_since=1114,
        conditions=tuple(replace(BACK, condition=f"condition {number}") for number in range(number_of_conditions)),
    )
    lines = drawn(status, width).splitlines()
    assert len(lines) <= 8
    assert max(map(len, lines)) <= width
    on_screen = sum(" n 10" in line for line in lines)
    assert on_screen >= min(number_of_conditions, 2)
    more = number_of_conditions - on_screen
    assert not more or lines[-1].startswith(f"{more} more: paintrack trend --all")


def test_hidden_plans_without_scores_are_in_the_spoken_form() -> None:
    planned = [replace(BACK, condition=f"plan {number}", sessions=0, readings=0, last=None) for number in range(9)]
    status = Status(counts=(("plan", 9),), conditions=tuple(planned))
    for width in (40, 80):
        shown = sum("plan " in line for line in drawn(status, width).splitlines()[:-1])
        assert drawn(status, width).splitlines()[-1].startswith(f"{9 - shown} more: paintrack status --plain")
    assert all(f"plan {number}: 0 sessions" in spoken_status(status) for number in range(9))


def test_the_numbers_are_on_the_ramp() -> None:
    text = drawn(ALL, colour=True)
    assert "\x1b" in text
    assert re.sub(r"\x1b\[[0-9;]*m", "", text) == drawn(ALL)


def test_a_screen_reader_hears_one_fact_a_line() -> None:
    assert spoken_status(ALL).splitlines() == [
        "Session 4 is open since 13:30: lower back.",
        "When over: paintrack after SCORE",
        "Last session: 3, Friday 3 July 2026, 3 days ago.",
        "lower back: 10 sessions, 1 reading.",
        "lower back, newest score: before 4.5, after 2, 2.5 lower.",
        "lower back, newest scores on arrival, oldest first: 8, 7, 7, 6, 7, 5, 6, 5, 4, 4.5.",
        "lower back, plan c1: 10 of 12 sessions, goal 3.",
        "neck: 2 sessions, 3 readings.",
        "neck, newest score: 0, between sessions, today.",
        "neck, newest scores on arrival, oldest first: 7, 10.",
        "Session 2, Monday 29 June 2026, has no score after.",
        "To add one: paintrack after SCORE --session 2",
        "4 sessions, 1 note, 2 PEGs and 1 plan in all.",
    ]


def test_the_score_on_arrival_of_an_open_session_is_not_shown() -> None:
    assert "9" not in drawn(replace(ALL, last=None)).replace("29 Jun", "")


@pytest.mark.parametrize(("days", "ago"), [(0, "today"), (1, "yesterday"), (2, "2 days ago"), (400, "400 days ago")])
def test_how_long_ago(days: int, ago: str) -> None:
    assert f"3 Jul 2026 ({ago})." in drawn(Status(last=LAST, days_since=days, counts=(("session", 1),)))


@pytest.mark.parametrize("width", [40, 60, 80])
def test_it_fits(width: int) -> None:
    assert max(map(len, drawn(ALL, width).splitlines())) <= width
    assert max(map(len, first_steps(width=width).splitlines())) <= width
    assert len(drawn(ALL).splitlines()) <= 8


def test_what_steers_a_terminal_stays_out() -> None:
    hostile = Rating(condition="a\u202e\x1bb", before=7)
    status = Status(
        current_session=replace(OPEN, ratings=(hostile,)),
        last=replace(LAST, ratings=(hostile._replace(after=3),)),
        days_since=3,
        counts=(("session", 2),),
        conditions=(replace(BACK, condition=hostile.condition),),
    )
    text = drawn(status) + spoken_status(status)
    assert "\u202e" not in text
    assert "\x1b" not in text
    assert r"a\u202e\x1bb" in text
