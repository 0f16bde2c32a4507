"""What is typed twice on one day beside scores: saved, and said in one line with the command that removes it."""

import pytest

from tests.program import Clock, Paintrack

TYPED_TWICE = [
    ("peg 6 7 5", "PEG p1", "p2"),
    ("overall better", "Overall rating o1", "o2"),
    ("note slept well", "Note n1", "n2"),
    ("question How long?", "Question q1", "q2"),
]


@pytest.mark.parametrize(("typed", "first", "second"), TYPED_TWICE)
def test_the_same_on_one_day_is_said_and_removed(
    typed: str, first: str, second: str, paintrack: Paintrack, clock: Clock
) -> None:
    assert "Typed twice" not in paintrack(typed).out
    clock.forward(hours=2)
    result = paintrack(typed)
    assert result.code == 0
    assert result.out.splitlines()[-1] == f"  {first} says the same. Typed twice? paintrack undo"
    assert "Wrong?" not in result.out
    assert paintrack("undo").code == 0
    assert paintrack(f"show {second}").code == 1
    clock.forward(days=1)
    assert "Typed twice" not in paintrack(typed).out


@pytest.mark.parametrize(("typed", "other"), [("peg 6 7 5", "peg 6 7 6"), ("note slept well", "note slept badly")])
def test_another_of_the_day_is_no_repetition(typed: str, other: str, paintrack: Paintrack) -> None:
    paintrack(typed)
    assert "Typed twice" not in paintrack(other).out
