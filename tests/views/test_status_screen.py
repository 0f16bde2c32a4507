"""What bare `paintrack` shows."""

from dataclasses import replace

import pytest

from paintrack.analysis.status import Status
from paintrack.model.entries import Rating
from paintrack.views.status_screen import first_steps, status_screen
from tests.factories.entries import a_session

OPEN = a_session(9, None, number=4, at="2026-07-06 13:30")
LEFT = a_session(6, None, number=2, at="2026-06-29 13:30")
LAST = a_session(7, 3, number=3, at="2026-07-03 15:00")
ALL = Status(
    current_session=OPEN,
    left_open=LEFT,
    last=LAST,
    days_since=3,
    counts=(("session", 4), ("note", 1), ("peg", 2), ("plan", 1)),
    plans=(("c1", "lower back, 12 sessions, goal 3"),),
)


def test_everything_there_is_to_say() -> None:
    assert status_screen(ALL, width=100).splitlines() == [
        "Session 4 is open since 13:30: lower back. When it is over: paintrack after SCORE",
        "Session 2, Mon 29 Jun 2026, has no score after.",
        "  How it was right after it: paintrack after SCORE --session 2",
        "Last session: 3, Fri 3 Jul 2026 (3 days ago). lower back 7 -> 3 (4 lower).",
        "Plan: lower back, 12 sessions, goal 3 (c1). How far: paintrack plan",
        "4 sessions, 1 note, 2 PEGs and 1 plan in all.",
        "The picture: paintrack trend      The history: paintrack list",
    ]


def test_the_score_on_arrival_of_an_open_session_is_not_shown() -> None:
    assert "9" not in status_screen(replace(ALL, last=None), width=80).replace("29 Jun", "")


@pytest.mark.parametrize(("days", "ago"), [(0, "today"), (1, "yesterday"), (2, "2 days ago"), (400, "400 days ago")])
def test_how_long_ago(days: int, ago: str) -> None:
    assert f"3 Jul 2026 ({ago})." in status_screen(
        Status(last=LAST, days_since=days, counts=(("session", 1),)), width=80
    )


@pytest.mark.parametrize("width", [40, 60, 80])
def test_it_fits(width: int) -> None:
    assert max(map(len, status_screen(ALL, width=width).splitlines())) <= width
    assert max(map(len, first_steps(width=width).splitlines())) <= width
    assert len(status_screen(ALL, width=80).splitlines()) <= 8


def test_what_steers_a_terminal_stays_out() -> None:
    hostile = Rating(condition="a\u202e\x1bb", before=7)
    status = Status(
        current_session=replace(OPEN, ratings=(hostile,)),
        last=replace(LAST, ratings=(hostile._replace(after=3),)),
        days_since=3,
        counts=(("session", 2),),
    )
    text = status_screen(status, width=80)
    assert "\u202e" not in text
    assert "\x1b" not in text
    assert r"a\u202e\x1bb" in text
