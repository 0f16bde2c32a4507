"""`undo --steps 3`: several changes at once, shown first, all or none."""

import io
import sys

import pytest

from paintrack.commands._shared.terminal.console import Console
from paintrack.views.text_layout import width_of
from tests.program import Paintrack, Result

CHANGES = (
    "the change of the note of session 1, pain 7 -> 3 (4 lower)",
    "reading r1, pain 4, Mon 6 Jul 2026",
    "session 1, pain 7 -> 3 (4 lower), Mon 6 Jul 2026",
)
LISTED = "".join(f"  {each}\n" for each in CHANGES)


@pytest.fixture(autouse=True)
def three_changes(paintrack: Paintrack) -> None:
    for typed in ("log 7 3", "rate 4", "edit 1 --note x"):
        assert paintrack(typed).code == 0


def test_three_steps_back_and_put_back_again(paintrack: Paintrack) -> None:
    former = paintrack("list --json").json
    assert paintrack("undo --steps 3 --yes") == Result(
        0, f"Taken back:\n{LISTED}Put back: paintrack redo --steps 3\n", ""
    )
    assert paintrack("list --json").json == []
    in_order = "".join(f"  {each}\n" for each in reversed(CHANGES))
    assert paintrack("redo --steps 3 --yes") == Result(0, f"Put back:\n{in_order}Wrong? paintrack undo --steps 3\n", "")
    now = paintrack("list --json").json
    assert [{**row, "edited": None} for row in now] == [{**row, "edited": None} for row in former]
    assert paintrack("undo").out.startswith("Taken back: the change of the note of session 1")


def test_two_changes_of_one_session_differ(paintrack: Paintrack, wide_terminal: None) -> None:
    for typed in ("--note y", "--after 2", "--cost 60 --at '6 jul 10:00'"):
        paintrack(f"edit 1 {typed}")
    assert paintrack("undo --steps 4 --yes").out.splitlines()[1:-1] == [
        "  the change of the time and the cost of session 1, pain 7 -> 2 (5 lower)",
        "  the change of session 1, pain 7 -> 2 (5 lower)",
        "  the change of the note of session 1, pain 7 -> 3 (4 lower): 2 changes",
    ]


def test_off_a_terminal_it_needs_yes(paintrack: Paintrack) -> None:
    assert paintrack("undo --steps 3") == Result(
        2, "", f"To be taken back:\n{LISTED}3 changes were not taken back: confirm with --yes.\n"
    )
    assert paintrack("show 1").code == 0
    paintrack("undo --steps 2 -y")
    refused = paintrack("redo --steps 2")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.endswith("2 changes were not put back: confirm with --yes.\n")


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 1)])
def test_on_a_terminal_it_is_asked(
    answer: str, code: int, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Console, "may_ask", True)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{answer}\n{answer}\n"))
    result = paintrack("undo --steps 3")
    assert result.code == code
    assert result.err.startswith(f"To be taken back:\n{LISTED}Take these 3 changes back? [y/N]")
    assert len(paintrack("list --json").json) == (0 if answer == "y" else 2)


def test_all_or_none(paintrack: Paintrack) -> None:
    assert paintrack("undo --steps 4 --yes") == Result(
        1, "", "Only 3 changes can be taken back; nothing was: paintrack undo --steps 3\n"
    )
    assert paintrack("redo --steps 2 --yes").err == "There is nothing to put back.\n"
    assert paintrack("show 1").code == 0


@pytest.mark.parametrize("count", ["0", "-1", "x", "1.5"])
def test_a_number_of_steps_is_one_or_more(count: str, paintrack: Paintrack) -> None:
    for word in ("undo", "redo"):
        assert paintrack(f"{word} --steps {count} --yes").code == 2
    assert paintrack("show 1").code == 0


def test_forty_columns(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    for typed in ("undo --steps 3 --yes", "redo --steps 3 --yes"):
        assert max(map(width_of, paintrack(typed).out.splitlines())) <= 40
    assert max(map(width_of, paintrack("undo --steps 2").err.splitlines()[:-1])) <= 40
