"""A diary that began as `pain` is offered a real name after the third session, once."""

import pytest

from tests.program import AtTerminal, Clock, Paintrack

HINT = 'What hurts? Give it its name: paintrack conditions rename pain "lower back"'


@pytest.mark.parametrize("typed", ["log 7 3", "before 7"])
def test_it_is_offered_with_the_third_session_alone(typed: str, paintrack: Paintrack, clock: Clock) -> None:
    offered = []
    for _ in range(5):
        offered.append(paintrack(typed).out.count(HINT))
        paintrack("rate 4")
        clock.forward(days=7)
    assert offered == [0, 0, 1, 0, 0]


def test_a_choice_from_the_list_gives_no_name(at_terminal: AtTerminal, clock: Clock) -> None:
    offered = []
    for chosen in ("", "1", "1", "1"):
        offered.append(at_terminal("log", chosen, "", "7", "3", "", "", "").out.count(HINT))
        clock.forward(days=7)
    assert offered == [0, 0, 1, 0]


@pytest.mark.parametrize("typed", ["log 7 3 --for pain", "log 7 3 --for neck", "log 7 --quiet", "log 7 3 --json"])
def test_who_names_what_hurts_is_left_alone(typed: str, paintrack: Paintrack, clock: Clock) -> None:
    for _ in range(4):
        assert HINT not in paintrack(typed).out
        clock.forward(days=7)


def test_the_command_gives_the_name(paintrack: Paintrack, clock: Clock) -> None:
    for _ in range(3):
        paintrack("log 7 3")
        clock.forward(days=7)
    assert paintrack('conditions rename pain "lower back"').code == 0
    assert "lower back 7 -> 3" in paintrack("log 7 3").out
