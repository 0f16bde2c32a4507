"""Where `undo` or `redo` is suggested, it is said what would be taken or put back; where nothing would, it is not."""

from pathlib import Path

import pytest

from tests.program import Paintrack


@pytest.mark.parametrize("typed", ["oops", "undo that", "undo last", "revert", "unrate", "rate --undo"])
def test_undo_alone_says_what_it_takes_back(typed: str, paintrack: Paintrack, diary: Path) -> None:
    refused = paintrack(typed)
    first, second = refused.err.splitlines()
    assert refused.code == 2
    assert first.endswith("Did you mean: paintrack undo")
    assert second.startswith("  It takes back: plan c2, lower back, goal 3")
    assert second.removeprefix("  It takes back: ") in paintrack("undo --yes").out


@pytest.mark.parametrize("typed", ["undo 1", "undo all"])
def test_undo_among_others_is_named(typed: str, paintrack: Paintrack, diary: Path) -> None:
    assert paintrack(typed).err.splitlines()[-1].startswith("  undo takes back: plan c2, lower back, goal 3")


@pytest.mark.parametrize("typed", ["again", "redo that", "--plain again"])
def test_redo_says_what_it_puts_back(typed: str, paintrack: Paintrack, diary: Path) -> None:
    # Two changes were taken back; the one before puts back first.
    assert "It puts back: reading r2" in paintrack(typed).err


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("oops", "There is no command oops. All commands: paintrack --help\n"),
        ("again", "There is no command again. All commands: paintrack --help\n"),
        ("undo that", "There is nothing to take back.\n"),
        ("redo that", "There is nothing to put back.\n"),
    ],
)
def test_where_nothing_can_be_it_is_not_suggested(typed: str, answer: str, paintrack: Paintrack) -> None:
    refused = paintrack(typed)
    assert (refused.code != 0, refused.out, refused.err) == (True, "", answer)
