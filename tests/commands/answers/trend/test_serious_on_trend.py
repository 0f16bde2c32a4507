"""Serious side effects on `trend` and `status`: named with their days in every form, below the answer."""

import pytest

from paintrack.views.text_layout import width_of
from tests.program import Clock, Paintrack

CHECK = "Not checked by a doctor yet? Have it checked."
CHEST = "chest pain or breathlessness"


@pytest.fixture
def course(paintrack: Paintrack, clock: Clock) -> None:
    """Four weekly sessions; a bruise, and two days after the second session chest pain."""
    for day in (6, 13, 20, 27):
        clock.set(f"2026-07-{day:02} 15:00")
        assert paintrack('log 8 5 --for "lower back" --side-effect bruise').code == 0
    assert paintrack("effect 'chest pain' --session 2 --at '2026-07-15 21:00'").code == 0


@pytest.mark.usefixtures("course")
def test_every_form_of_trend_names_it_with_its_day(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    for columns in (40, 80):
        monkeypatch.setenv("COLUMNS", str(columns))
        for options in ("", "--by date", "--relief", "--all", "--ascii", "--last 3", "--since 2026-07-13"):
            lines = paintrack(f"trend {options}").out.splitlines()
            shown = " ".join(line.strip() for line in lines[:9])
            assert f"! {CHEST}, 15 Jul 2026. {CHECK}" in shown
            # In the lane of the chart; strips alone have none.
            assert any("! chest" in line and "^" in line for line in lines) == (options != "--all")
            assert max(map(width_of, lines)) <= columns
    for options in ("", "--all"):
        lines = paintrack(f"trend --plain {options}").out.splitlines()
        place = lines.index(f"Serious symptom, 15 July 2026: {CHEST}.")
        assert lines[place + 1] == CHECK
        assert place < lines.index("Session 1, 6 July 2026: before 8, after 5, 3 lower.")


@pytest.mark.usefixtures("course")
def test_only_those_of_the_period_and_never_self_harm(paintrack: Paintrack, clock: Clock) -> None:
    for options in ("--last 2", "--until 2026-07-14"):
        assert "! " not in paintrack(f"trend {options}").out
    paintrack("undo")
    paintrack("effect 'thoughts of killing myself'")
    for options in ("", "--plain", "--all"):
        out = paintrack(f"trend {options}").out
        assert CHECK not in out
        assert "killing" not in out
    # One long after the last session is not in the chart, but it is named.
    clock.set("2026-09-20 15:00")
    paintrack("effect fainted --session 4 --at now")
    assert "20 Sep 2026.\nNot checked" in paintrack("trend").out


@pytest.mark.usefixtures("course")
def test_of_many_the_newest_are_named(paintrack: Paintrack) -> None:
    for day in range(16, 19):
        paintrack(f"effect 'chest pain' --session 2 --another --at '2026-07-{day} 21:00'")
    shown = [line for line in paintrack("trend").out.splitlines() if line.startswith(("! ", "1 more", "Not checked"))]
    days = [f"! {CHEST}, {day} Jul 2026." for day in (16, 17, 18)]
    assert shown == [*days, "1 more before that: paintrack summary", CHECK]


@pytest.mark.usefixtures("course")
def test_the_mark_stands_under_its_session_of_a_long_course(paintrack: Paintrack) -> None:
    for day in range(1, 30):
        assert paintrack(f"log 7 5 --for 'lower back' --at '2026-06-{day:02} 15:00'").code == 0
    (row,) = [line for line in paintrack("trend").out.splitlines() if line.startswith("! serious")]
    assert row.rstrip().endswith("!")


@pytest.mark.usefixtures("course")
def test_status_has_the_day_on_which_it_was_noticed(paintrack: Paintrack) -> None:
    assert "! chest pain (chest or breathing), session 2, 15 Jul 2026: no outcome noted." in paintrack("status").out
    assert "Serious symptom, session 2, Wednesday 15 July 2026: " in paintrack("status --plain").out
