"""The command `peg`."""

from pathlib import Path

import pytest

from tests.answers_at_terminal import at_a_terminal
from tests.program import Paintrack, Result, unwrapped


def test_three_scores_are_echoed_with_their_mean(paintrack: Paintrack) -> None:
    assert paintrack("peg 6 7 5") == Result(
        0,
        "Saved PEG p1, Mon 6 Jul 2026: pain 6, enjoyment 7, activity 5. Mean 6.0.\n  Wrong? paintrack undo\n",
        "How is it overall? paintrack overall\n",
    )
    entry = paintrack("peg 0 0.5 10 --at 2026-07-01 --json").json
    assert [entry[name] for name in ("id", "pain", "enjoyment", "activity")] == ["p2", 0, 0.5, 10]
    assert paintrack("peg --list").out == (
        "  p2  Wed 1 Jul 2026: pain 0, enjoyment 0.5, activity 10; mean 3.5\n"
        "  p1  Mon 6 Jul 2026: pain 6, enjoyment 7, activity 5; mean 6.0\n"
    )
    assert [peg["id"] for peg in paintrack("peg --list --json").json] == ["p2", "p1"]
    assert paintrack("peg 6 7 5 --quiet") == Result(0, "", "")


@pytest.mark.parametrize("typed", ["peg 6 7", "peg 6", "peg 6 7 5 4", "peg", "peg --no-input"])
def test_it_takes_three(typed: str, paintrack: Paintrack, file: Path) -> None:
    sentence = "Nothing saved. peg takes three scores, for pain, enjoyment and activity: paintrack peg 6 7 5\n"
    assert paintrack(typed) == Result(2, "", sentence)
    assert not file.exists()


@pytest.mark.parametrize("typed", ["peg 6 11 5", "peg 6 x 5", "peg 6 7,5 5", "peg 6 -1 5"])
def test_each_is_a_score(typed: str, paintrack: Paintrack, file: Path) -> None:
    result = paintrack(typed)
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith("Nothing saved.\n") or "Nothing saved. " in result.err
    assert not file.exists()


def test_at_a_terminal_it_asks_for_the_three_in_words(paintrack: Paintrack) -> None:
    seen = at_a_terminal("6\n7\n5\n", "peg")
    places = [seen.index(words) for words in ("in the past week", "enjoying life", "everyday activity", "Saved PEG p1")]
    assert places == sorted(places)
    assert paintrack("show p1 --json").json["activity"] == 5


def test_it_never_calls_itself_the_validated_form(paintrack: Paintrack) -> None:
    text = unwrapped(paintrack("peg --help").out)
    assert "Krebs 2009" in text
    assert "not the validated form" in text


def test_it_is_shown_edited_deleted_and_taken_back(paintrack: Paintrack) -> None:
    paintrack("peg 6 7 5")
    assert paintrack("show p1").out.splitlines()[1] == ("Past week     pain 6, enjoyment 7, activity 5; mean 6.0")
    assert paintrack("list").out.splitlines()[2].endswith("PEG: pain 6, enjoyment 7, activity 5")
    assert paintrack("list --plain").out.splitlines()[0] == (
        "PEG p1, Monday 6 July 2026, pain 6, enjoyment 7, activity 5."
    )
    assert paintrack("edit p1 --at 2026-07-01").code == 0
    assert paintrack("delete p1 --yes").code == 0
    assert paintrack("peg --list") == Result(0, "None recorded yet.\n", "")
    for _ in range(3):
        assert paintrack("undo").code == 0
    assert paintrack("show p1").code == 1
    for _ in range(2):
        assert paintrack("redo").code == 0
    assert paintrack("show p1 --json").json["at"].startswith("2026-07-01")
