"""undo where what was done last is no change that it takes back: a purge, a restore."""

import io
import re
import shlex
import sys
import time
from pathlib import Path

import pytest

from paintrack.commands._shared.terminal.console import Console
from tests.program import Clock, Paintrack, quoted


@pytest.fixture
def purged(paintrack: Paintrack, clock: Clock) -> Paintrack:
    """A diary with a session, from which a note was purged a minute ago."""
    for typed in ("log 7 3", "note SECRET", "delete n1 --yes", "purge n1 --yes"):
        clock.forward(minutes=1)
        assert paintrack(typed).code == 0
    return paintrack


@pytest.fixture
def restored(paintrack: Paintrack, clock: Clock, tmp_path: Path) -> Paintrack:
    """A diary with a session that was restored a minute ago, when it had a note as well."""
    copy = quoted(tmp_path / "copy.db")
    for typed in ("log 7 3", f"backup {copy}", "note new", f"restore {copy} --yes"):
        clock.forward(minutes=1)
        assert paintrack(typed).code == 0
    return paintrack


def test_a_purge_is_not_what_undo_takes_back(purged: Paintrack) -> None:
    refused = purged("undo")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "A purge cannot be undone.\nThe change before it, 3 minutes ago: session 1, pain 7 -> 3 (4 lower), "
        "Mon 6 Jul 2026. It was not taken back: confirm with --yes.\n"
    )
    assert purged("show 1").code == 0
    assert purged("undo --yes").out.startswith("Taken back: session 1")
    assert purged("undo").err == "There is nothing to take back.\nA purge cannot be undone.\n"


def test_a_restore_goes_back_by_its_copy(restored: Paintrack) -> None:
    refused = restored("undo")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("Undo does not take back a restore.\n  To go back: paintrack restore ")
    assert "It was not taken back: confirm with --yes." in refused.err
    (back,) = re.findall(r"To go back: paintrack (.+)", refused.err)
    assert restored([*shlex.split(back), "--yes"]).code == 0
    assert restored("show n1").code == 0


@pytest.mark.parametrize("fixture", ["purged", "restored"])
def test_a_change_made_since_is_taken_back_at_once(fixture: str, request: pytest.FixtureRequest, clock: Clock) -> None:
    paintrack: Paintrack = request.getfixturevalue(fixture)
    clock.forward(minutes=1)
    paintrack("rate 4")
    assert paintrack("undo").out.startswith("Taken back: reading r1")
    assert paintrack("undo").code == 2
    assert paintrack("redo").code == 0


@pytest.mark.parametrize(("answer", "code"), [("", 1), ("n", 1), ("y", 0)])
@pytest.mark.parametrize("fixture", ["purged", "restored"])
def test_on_a_terminal_it_is_asked(
    fixture: str, answer: str, code: int, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    paintrack: Paintrack = request.getfixturevalue(fixture)
    monkeypatch.setattr(Console, "may_ask", True)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{answer}\n"))
    done = paintrack("undo")
    assert done.code == code
    assert ("A purge cannot be undone." if fixture == "purged" else "Undo does not take back a restore.") in done.err
    assert "Take it back?" in done.err
    assert paintrack("show 1").code == (1 if answer == "y" else 0)


@pytest.mark.parametrize("fixture", ["purged", "restored"])
def test_several_changes_are_shown_with_it(fixture: str, request: pytest.FixtureRequest) -> None:
    paintrack: Paintrack = request.getfixturevalue(fixture)
    refusal = "A purge cannot be undone." if fixture == "purged" else "Undo does not take back a restore."
    assert refusal in paintrack("undo --steps 1").err
    assert paintrack("undo --steps 1 --yes").code == 0


def test_the_later_of_a_purge_and_a_restore_is_said(restored: Paintrack, clock: Clock) -> None:
    clock.forward(minutes=1)
    assert restored("delete 1 --yes").code == 0
    clock.forward(minutes=1)
    assert restored("purge 1 --yes").code == 0
    assert restored("undo").err == "There is nothing to take back.\nA purge cannot be undone.\n"


@pytest.mark.parametrize(
    ("zone", "when"), [("America/New_York", "2026-07-06 08:10"), ("Asia/Tokyo", "2026-07-06 21:10")]
)
def test_a_journey_changes_nothing_about_what_was_last(
    zone: str, when: str, restored: Paintrack, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    clock.set(when)
    assert restored("undo").err.startswith("Undo does not take back a restore.\n")
    clock.forward(minutes=1)
    restored("rate 4")
    assert restored("undo").out.startswith("Taken back: reading r1")
