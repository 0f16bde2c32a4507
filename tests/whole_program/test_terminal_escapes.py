"""What steers a terminal is never echoed: neither from the command line nor from the file."""

import re
from pathlib import Path

import pytest

from tests.program import Paintrack

ESCAPE = "\x1b[31m\x9b1m\u202e"


@pytest.mark.parametrize(
    "typed",
    [
        [ESCAPE], ["help", ESCAPE], ["log", ESCAPE], ["log", "7", "3", ESCAPE], ["log", "7", "3", "--for", ESCAPE],
        ["log", "7", "3", "--at", ESCAPE], ["log", "7", "3", "--technique", ESCAPE], ["log", "--cost", ESCAPE],
        ["log", "7", "3", "--points", ESCAPE], ["log", "7", "3", "--also", ESCAPE], ["log", "7", "3", f"--{ESCAPE}"],
        ["log", "7", "3", "--side-effect", ESCAPE], ["log", "7", "3", "--note", ESCAPE], ["show", ESCAPE],
        ["show", "1", "--db", f"nowhere/{ESCAPE}"], ["log", "7", "3", "--db", f"/dev/null/{ESCAPE}"],
        ["edit", "1", "--clear", ESCAPE], ["edit", "1", "--rename-for", ESCAPE], ["rate", ESCAPE], ["undo", ESCAPE],
        ["list", "--since", ESCAPE], ["list", "--for", ESCAPE], ["trend", "--for", ESCAPE], ["effect", ESCAPE],
        ["import", f"nowhere/{ESCAPE}"], ["export", f"nowhere/{ESCAPE}"], ["before", "7", "--for", "\u202eneck"],
    ],
    ids=lambda typed: " ".join(typed).encode("unicode_escape").decode(),
)  # fmt: skip
def test_what_steers_a_terminal_is_never_echoed(
    typed: list[str], paintrack: Paintrack, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    result = paintrack(typed)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", result.out + result.err)
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    "typed",
    ["show 1", "undo", "redo", "delete 1 --yes", "edit 1 --after 1", "edit 1 --rename-for neck", "list", "status",
     "effect bruise", "after 3", "list --plain", "trend", "rate 3", "edit 1 --note x"],
)  # fmt: skip
def test_control_characters_in_the_file_are_not_echoed(typed: str, paintrack: Paintrack) -> None:
    assert paintrack(["before", "7", "--for", "a\u202eb", "--with", "c\u202ed", "--note", "e\u202ef"]).code == 0
    result = paintrack(typed)
    assert "\u202e" not in result.out + result.err
