"""Where two conditions are rated in turn, the usual one is the newest: the other one is offered."""

import pytest

from tests.program import Clock, Paintrack


@pytest.mark.parametrize("typed", ["log 7 3", "before 7", "rate 7"])
def test_of_two_in_turn_the_other_is_offered(typed: str, paintrack: Paintrack, clock: Clock) -> None:
    paintrack("log 7 3 --for 'lower back'")
    clock.forward(days=7)
    assert "Not " not in paintrack("log 6 2 --for migraine").out
    clock.forward(days=7)
    answer = paintrack(typed).out
    assert answer.startswith("Saved: migraine 7")
    line = f'{typed} --for "lower back"'
    assert f"\n  Not migraine? paintrack undo, then: paintrack {line}\n" in answer
    assert paintrack("undo --yes").code == 0
    assert paintrack(line).out.startswith("Saved: lower back 7")
    assert paintrack("undo --yes").code == 0
    assert "Not " not in paintrack(f"{typed} --for migraine").out
    paintrack("undo --yes")
    assert paintrack(f"{typed} --for 'lower back'").out.startswith("Saved: lower back 7")


def test_of_two_in_one_session_none_is_offered(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("log 7 3 --for neck")
    clock.forward(days=7)
    paintrack("log 7 3 --for migraine")
    clock.forward(days=7)
    assert "Not " not in paintrack("log 7 3 --also neck=4:2").out
    clock.forward(days=7)
    # The newest two rate it: it is the usual one again.
    assert "Not " not in paintrack("log 7 3").out


@pytest.mark.parametrize("typed", ["log --with 'Dr Li' --no-input", "log --also migraine=5:3 --no-input"])
def test_where_the_default_is_not_rated_nothing_is_said(typed: str, paintrack: Paintrack, clock: Clock) -> None:
    for name in ("neck", "migraine"):
        paintrack(f"log 7 3 --for {name}")
        clock.forward(days=7)
    result = paintrack(typed)
    assert (result.code, "Not " in result.out) == (0, False)
