"""What bare `paintrack` shows."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from paintrack.analysis.status import ConditionStatus, PlanProgress, Status, UnresolvedSymptom
from paintrack.model.entries import KINDS, Rating, Session
from paintrack.views.status.status_screen import first_steps, spoken_status, status_screen
from tests.commands.named_commands import widest_line
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
    days_since_visit=3,
    counts=(("session", 4), ("note", 1), ("peg", 2), ("plan", 1)),
    plans=(a_plan(number=1, sessions=12, goal=3),),
    conditions=(BACK, NECK),
)


def drawn(status: Status, width: int = 80, *, ascii_only: bool = False, colour: bool = False) -> str:
    return status_screen(status, width=width, ascii_only=ascii_only, colours=256 if colour else 0)


def test_everything_there_is_to_say() -> None:
    assert drawn(ALL).splitlines() == [
        "Session 4 is open since 13:30: lower back. When over: paintrack after SCORE",
        "Previous session: 3, Fri 3 Jul 2026 (3 days ago).",
        "4 sessions, 1 note, 2 PEGs and 1 plan in all.",
        "lower back  8 7 7 6 7 5 6 5 4 4.5  last 4.5 -> 2  10 sessions  ██████░░ 10 of 12",
        "neck                         7 10  last 0, today  2 sessions",
        "Session 2, 29 Jun 2026, has no score after: paintrack after SCORE --session 2",
        "Picture: paintrack trend   History: paintrack list",
    ]


def test_a_narrow_screen_keeps_the_newest_scores() -> None:
    assert [line for line in drawn(ALL, 40, ascii_only=True).splitlines() if "4.5" in line or "today" in line] == [
        "lower back  4 4.5  4.5 -> 2  n 10  10/12",
        "neck         7 10  0, today  n 2",
    ]


@pytest.mark.parametrize(("days", "wide", "narrow"), [(1, "yesterday", "1 d ago"), (9, "9 days ago", "9 d ago")])
def test_a_reading_says_when_it_was(days: int, wide: str, narrow: str) -> None:
    status = replace(ALL, conditions=(replace(NECK, days_since_reading=days),))
    assert f"neck  7 10  last 0, {wide}  2 sessions\n" in drawn(status)
    assert f"neck  7 10  0, {narrow}  n 2\n" in drawn(status, 40)


def test_with_readings_alone_they_are_counted() -> None:
    at_home = replace(ALL, conditions=(replace(NECK, sessions=0, arrivals=(), at_home=(4, 2.5, 0)),))
    assert "neck  4 2.5 0  last 0, today  3 readings\n" in drawn(at_home)
    assert "neck  4 2.5 0  0, today  n 3\n" in drawn(at_home, 40)
    assert "neck, newest readings, oldest first: 4, 2.5, 0.\n" in spoken_status(at_home)


def test_only_a_goal_and_no_score_yet() -> None:
    planned = ConditionStatus(condition="knee", sessions=0, readings=0, plan=PlanProgress("c2", 0, None, 3))
    assert drawn(Status(counts=(("plan", 1),), conditions=(planned,))).splitlines() == [
        "1 plan in all.",
        "knee  no score  0 sessions  goal 3",
        "Picture: paintrack trend   History: paintrack list",
    ]


def left_open(*numbers: int) -> tuple[Session, ...]:
    """Open sessions, the newest first."""
    return tuple(replace(LEFT, number=number) for number in sorted(numbers, reverse=True))


def test_all_that_is_open_is_named_but_does_not_come_first() -> None:
    text = drawn(replace(ALL, current_session=None, left_open=left_open(*range(1, 13))))
    assert text.startswith("Last session")
    assert "Sessions 1 to 12 have no score after: paintrack after SCORE --session 12\n" in text
    scattered = replace(ALL, left_open=left_open(1, *range(3, 10), 12))
    assert "No score after sessions 1, 3 to 9 and\n  12: paintrack after SCORE --session 12\n" in drawn(scattered, 40)
    assert "Sessions 1, 2, 4 to 6 and 8 have no" in drawn(replace(ALL, left_open=left_open(1, 2, 4, 5, 6, 8)))


@pytest.mark.parametrize("width", [40, 59, 60, 80, 200])
@pytest.mark.parametrize("current", [None, OPEN])
@pytest.mark.parametrize("count", [2, 5, 12, 40, 400])
def test_of_many_open_sessions_none_is_left_out(count: int, current: Session | None, width: int) -> None:
    numbers = range(101, 101 + 2 * count, 2)
    status = replace(ALL, current_session=current, left_open=left_open(*numbers))
    lines = drawn(status, width).splitlines()
    assert (len(lines) <= 8, max(map(len, lines)) <= width) == (True, True)
    below = re.search(
        r"^(Sessions|No score after sessions|\d+ sessions have) .*?(?=\n\S|\Z)",
        "\n".join(lines),
        re.DOTALL | re.MULTILINE,
    )
    assert below
    named = {int(number) for number in re.findall(r"\b\d{3}\b", below[0].partition("paintrack")[0])}
    if f"{count} sessions have no score after:" in below[0]:
        assert count >= 5
        assert "paintrack status --plain" in below[0]
        spoken = spoken_status(status)
        assert all(f"Session {number}, " in spoken for number in numbers)
    else:
        assert named == {*numbers}


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
        days_since_visit=1114,
        conditions=tuple(replace(BACK, condition=f"condition {number}") for number in range(number_of_conditions)),
    )
    lines = drawn(status, width).splitlines()
    assert len(lines) <= 8
    assert widest_line("\n".join(lines)) <= width
    on_screen = sum("4.5 -> 2" in line for line in lines)
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


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("number_of_conditions", range(1, 8))
def test_no_condition_is_hidden_while_other_lines_can_go(number_of_conditions: int, width: int) -> None:
    conditions = tuple(replace(BACK, condition=f"condition {number}") for number in range(number_of_conditions))
    status = replace(ALL, current_session=None, left_open=(), conditions=conditions)
    lines = drawn(status, width).splitlines()
    assert sum("condition" in line for line in lines) == number_of_conditions
    assert any("paintrack trend" in line for line in lines) == (number_of_conditions < 7)
    assert any("in all" in line for line in lines) == (number_of_conditions < 6)


@pytest.mark.parametrize("width", [50, 60, 80])
def test_words_are_shortened_before_a_name_is_cut(width: int) -> None:
    shoulder = replace(BACK, condition="neck and shoulders", last=Rating("neck and shoulders", 8.5, 7.5))
    text = drawn(replace(ALL, conditions=(BACK, shoulder)), width)
    assert "neck and shoulders" in text
    assert ("last 8.5 -> 7.5" in text) == (width == 80)


STAIRS = "the left knee when going down the stairs", "the left knee when going up the stairs"


def with_stairs(**more: Any) -> Status:
    stairs = tuple(replace(NECK, condition=name) for name in STAIRS)
    return replace(ALL, current_session=None, conditions=(BACK, *stairs), **more)


def test_a_long_name_is_wrapped_where_there_are_lines() -> None:
    assert drawn(with_stairs(left_open=())).splitlines()[1:-1] == [
        "lower back             7 5 6 5 4 4.5  last 4.5 -> 2  10 sessions  ████░ 10 of 12",
        "the left knee when              7 10  last 0, today  2 sessions",
        "  going down the",
        "  stairs",
        "the left knee when              7 10  last 0, today  2 sessions",
        "  going up the stairs",
    ]


def test_a_name_is_whole_before_scores_and_before_hints() -> None:
    ramp = replace(NECK, condition="the left knee when walking down a ramp")
    crowded = with_stairs(left_open=left_open(1, 3, 5))
    assert drawn(replace(crowded, conditions=(*crowded.conditions, ramp)), 60).splitlines()[1:] == [
        "lower back                                4.5 -> 2  10/12",
        "the left knee when going down the stairs  0, today",
        "the left knee when going up the stairs    0, today",
        "the left knee when walking down a ramp    0, today",
        "Sessions 1, 3 and 5 have no score after:",
        "  paintrack after SCORE --session 5",
        "Picture: paintrack trend   History: paintrack list",
    ]
    lines = drawn(with_stairs(left_open=left_open(1, 3, 5)), 40).splitlines()
    assert lines[2:4] == ["the left knee when       0, today", "  going down the stairs"]
    assert lines[-1] == "  paintrack after SCORE --session 5"


def test_names_that_begin_alike_are_cut_where_they_differ() -> None:
    crowded = with_stairs()
    crowded = replace(crowded, conditions=(*crowded.conditions, NECK, replace(NECK, condition="hip")))
    assert [line.partition("  ")[0] for line in drawn(crowded, 40).splitlines()[1:4]] == [
        "lower back",
        "…down the stairs",
        "…up the stairs",
    ]
    for width in range(40, 120):
        lines = drawn(with_stairs(left_open=left_open(1, 3, 5)), width).splitlines()
        assert len(lines) <= 8
        assert max(map(len, lines)) <= width
        assert "down" in drawn(with_stairs(), width)
        assert "up" in drawn(with_stairs(), width)


def test_the_numbers_are_on_the_ramp() -> None:
    text = drawn(ALL, colour=True)
    assert "\x1b" in text
    assert re.sub(r"\x1b\[[0-9;]*m", "", text) == drawn(ALL)


def test_a_screen_reader_hears_one_fact_a_line() -> None:
    assert spoken_status(ALL).splitlines() == [
        "Session 4 is open since 13:30: lower back.",
        "When over: paintrack after SCORE",
        "Previous session: 3, Friday 3 July 2026, 3 days ago.",
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


@pytest.mark.parametrize(
    ("left", "current", "width", "line"),
    [
        ("2026-07-05 13:30", None, 80, "Last session: 2, Sun 5 Jul 2026 (yesterday), open."),
        ("2026-07-05 13:30", None, 40, "Last: 2, 5 Jul 2026 (yesterday), open."),
        ("2026-07-01 13:30", None, 80, "Last session: 3, Fri 3 Jul 2026 (yesterday)."),
        ("2026-07-05 13:30", OPEN, 80, "Previous session: 2, Sun 5 Jul 2026 (yesterday), open."),
        ("2026-07-01 13:30", OPEN, 40, "Previous: 3, 3 Jul 2026 (yesterday)."),
    ],
)
def test_the_last_session_is_the_last_visit(left: str, current: Session | None, width: int, line: str) -> None:
    visit = a_session(6, None, number=2, at=left)
    status = replace(ALL, current_session=current, left_open=(visit,), days_since_visit=1)
    assert line in drawn(status, width).splitlines()


def test_what_does_not_fit_of_the_last_session_is_left_out() -> None:
    long_ago = replace(LEFT, number=1200)
    status = Status(left_open=(long_ago,), days_since_visit=1114, counts=(("session", 1),))
    assert drawn(status, 40).splitlines()[0] == "Last: 1200, 29 Jun 2026 (1114 days ago)."
    status = replace(status, current_session=OPEN)
    assert "Previous: 1200, 29 Jun 2026." in drawn(status, 40).splitlines()


def test_the_score_on_arrival_of_an_open_session_is_not_shown() -> None:
    assert "9" not in drawn(replace(ALL, last=None)).replace("29 Jun", "")


@pytest.mark.parametrize(
    ("days", "ago"), [(-1, "in 1 day"), (0, "today"), (1, "yesterday"), (2, "2 days ago"), (400, "400 days ago")]
)
def test_how_long_ago(days: int, ago: str) -> None:
    assert f"3 Jul 2026 ({ago})." in drawn(Status(last=LAST, days_since_visit=days, counts=(("session", 1),)))


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
        days_since_visit=3,
        counts=(("session", 2),),
        conditions=(replace(BACK, condition=hostile.condition),),
    )
    text = drawn(status) + spoken_status(status)
    assert "\u202e" not in text
    assert "\x1b" not in text
    assert r"a\u202e\x1bb" in text


def test_the_whole_open_session_is_named_where_there_are_lines() -> None:
    session = replace(OPEN, ratings=tuple(Rating(name, 7) for name in STAIRS))
    status = replace(ALL, current_session=session, left_open=(), conditions=(BACK,))
    lines = drawn(status).splitlines()
    assert lines[:2] == [
        "Session 4 is open since 13:30: the left knee when going down the stairs and",
        "  the left knee when going up the stairs.",
    ]
    # Conditions come before the whole of it.
    many = drawn(replace(status, conditions=(BACK,) * 5)).splitlines()
    assert many[0] == "Session 4 is open since 13:30: the left knee when going down the stairs and the…"
    assert sum("4.5" in line for line in many) == 3


def test_a_condition_that_is_open_now_does_not_lack_a_score() -> None:
    """Its score on arrival is known, but not shown before the one on leaving is typed."""
    new = ConditionStatus(condition="neck", sessions=1, readings=0)
    assert "no score" in drawn(replace(ALL, conditions=(new,)))
    shown = drawn(replace(ALL, conditions=(replace(new, is_open=True),)))
    assert "neck  open now  1 session" in shown
    assert "no score\n" not in shown


def test_what_is_serious_and_to_ask_is_within_eight_lines() -> None:
    serious = UnresolvedSymptom("44", date(2026, 8, 16), ("chest or breathing",))
    counts = (("session", 60), ("reading", 40), ("question", 3), ("plan", 1))
    status = replace(ALL, current_session=None, serious=serious, counts=counts, to_ask=2)
    lines = drawn(status).splitlines()
    assert lines[1:3] == [
        "! chest or breathing, session 44, 16 Aug 2026: no outcome noted.",
        "60 sessions, 40 readings, 3 questions (2 to ask) and 1 plan in all.",
    ]
    assert drawn(status, 40).splitlines()[1:3] == [
        "! chest or breathing (44), 16 Aug 2026.",
        "60 sessions and 44 other entries in all.",
    ]
    aloud = spoken_status(status).splitlines()
    # As on the screen before the conditions.
    assert aloud[1] == "Serious symptom, session 44, Sunday 16 August 2026: chest or breathing, no outcome noted."
    assert aloud[-1] == "60 sessions, 40 readings, 3 questions (2 to ask) and 1 plan in all."
    for width in (40, 60, 80):
        for number in range(1, 9):
            many = tuple(replace(BACK, condition=f"condition {each}") for each in range(number))
            for opened in (None, OPEN):
                shown = drawn(replace(status, conditions=many, current_session=opened), width).splitlines()
                assert len(shown) <= 8
                assert max(map(len, shown)) <= width
            # It takes the room of the counts and the hints, not that of a condition.
            assert any(line.startswith("! ") for line in shown) or number > 2
