"""The command `overall`."""

from pathlib import Path

import pytest

from paintrack.model.other_entries import CHANGES
from tests.answers_at_terminal import at_a_terminal
from tests.program import Paintrack, Result, unwrapped

STEPS = "much worse, worse, a little worse, no change, a little better, better or much better"


def test_a_step_is_saved_and_listed(paintrack: Paintrack) -> None:
    assert paintrack("overall much better") == Result(
        0, "Saved overall rating o1, Mon 6 Jul 2026: much better. Wrong? paintrack undo\n", ""
    )
    assert paintrack(["overall", "A bit  worse", "--at", "2026-07-01", "--json"]).json["change"] == "a little worse"
    assert paintrack("overall --list").out == (
        "  o2  Wed 1 Jul 2026: a little worse\n  o1  Mon 6 Jul 2026: much better\n"
    )
    assert paintrack("edit o2 --overall 'no change'").code == 0
    assert [each["change"] for each in paintrack("overall --list --json").json] == ["no change", "much better"]
    assert "1 overall rating" not in paintrack("list").out
    assert "2 overall ratings" in paintrack("list").out


@pytest.mark.parametrize("typed", ["overall splendid", "overall", "overall 7", "overall better --list"])
def test_it_takes_one_of_seven_steps(typed: str, paintrack: Paintrack, file: Path) -> None:
    refused = paintrack(typed)
    assert (refused.code, refused.out) == (2, "")
    assert STEPS in refused.err or "--list" in typed
    assert not file.exists()


@pytest.mark.parametrize(("answer", "change"), [("7", "much better"), ("no change", "no change"), ("1", "much worse")])
def test_on_a_terminal_it_is_asked_for(answer: str, change: str) -> None:
    seen = at_a_terminal(f"{answer}\n", "overall")
    assert all(f"{number} {step}" in unwrapped(seen) for number, step in enumerate(CHANGES, 1))
    assert f"{change}. Wrong?" in unwrapped(seen)
