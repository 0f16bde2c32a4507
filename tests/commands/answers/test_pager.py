"""What is longer than the terminal goes through a pager."""

import contextlib
import os
import pty
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from paintrack.commands._shared.terminal.pager import is_less
from tests.commands.typed_courses import type_k1
from tests.program import PATIENCE_SECONDS, Clock, Paintrack, environment

MARKED = "sed s/^/|/"


@pytest.fixture(autouse=True)
def typed_k1(paintrack: Paintrack, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """The course K1, typed in as it happened."""
    type_k1(paintrack, clock)
    for name in ("PAGER", "PAINTRACK_PAGER", "LESS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def less(tmp_path: Path) -> str:
    """The command of a program by the name of less that says its options in the first line, then the text."""
    # A link, because a folder for tests may be one in which nothing can be executed.
    program = tmp_path / "less"
    program.symlink_to("/bin/sh")
    return f"""{shlex.quote(str(program))} -c 'echo "$LESS"; cat'"""


def shown_on_terminal(typed: str, **variables: str) -> str:
    """What a terminal of 6 lines is sent."""
    controller, terminal = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "paintrack", *shlex.split(typed)],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env=environment(LINES="6", TERM="xterm", **variables),
    )
    os.close(terminal)
    sent = b""
    # Linux says EIO where others say the end of the file.
    with contextlib.suppress(OSError):
        while part := os.read(controller, 65536):
            sent += part
    os.close(controller)
    assert program.wait(PATIENCE_SECONDS) == 0
    return sent.decode().replace("\r\n", "\n")


LONG = [
    "list", "trend --for 'lower back'", "trend --by date --for 'lower back'", "trend --explain", "trend --all",
    "compare", "summary", "summary --format markdown", "costs --visits",
]  # fmt: skip
NOT_PAGED = [
    "list --plain", "list --json", "list --last 1", "trend --plain", "trend --json", "summary --plain",
    "summary --json", "summary -o -", "costs --visits --csv", "costs", "demo",
]  # fmt: skip


def test_the_pager_is_that_of_the_environment() -> None:
    for pager, own in ((MARKED, MARKED), ("cat", MARKED), (MARKED, None)):
        shown = shown_on_terminal("list", PAGER=pager, **{"PAINTRACK_PAGER": own} if own else {})
        assert {line[0] for line in shown.splitlines()} == {"|"}


@pytest.mark.parametrize("typed", LONG)
def test_what_is_longer_than_the_screen_goes_through_it(typed: str) -> None:
    assert {line[0] for line in shown_on_terminal(typed, PAGER=MARKED).splitlines()} == {"|"}
    assert not shown_on_terminal(f"{typed} --no-pager", PAGER=MARKED).startswith("|")


@pytest.mark.parametrize("typed", NOT_PAGED)
def test_what_fits_or_is_for_programs_goes_without(typed: str) -> None:
    assert not shown_on_terminal(typed, PAGER=MARKED).startswith("|")


@pytest.mark.parametrize("pager", ["no-such-pager --at-all", "cat", "", "'", "false", str(Path(__file__).parent)])
def test_a_pager_that_cannot_start_costs_no_answer(pager: str, paintrack: Paintrack) -> None:
    assert shown_on_terminal("list", PAGER=pager) == paintrack("list").out


def test_a_pager_that_is_left_early_is_no_failure() -> None:
    assert shown_on_terminal("list", PAGER="head -n 1").count("\n") == 1


def test_less_stops_by_itself_as_git_has_it(less: str) -> None:
    for pager in (less, "sh -c 'cat > /dev/null; echo $LESS'"):
        assert shown_on_terminal("list --newest-first", PAINTRACK_PAGER=pager).splitlines()[0] == "FRX"
        assert shown_on_terminal("list --newest-first", PAINTRACK_PAGER=pager, LESS="i").splitlines()[0] == "-R i"


def test_less_begins_where_the_newest_entry_is(less: str) -> None:
    for own, options in ((None, "FRX +G$"), ("i", "-R +G$ i"), ("+/June", "-R +/June")):
        variables = {"PAGER": less} | ({} if own is None else {"LESS": own})
        assert shown_on_terminal("list", **variables).splitlines()[0] == options
        for answer_first in ("list --newest-first", "trend"):
            assert "+G" not in shown_on_terminal(answer_first, **variables)


@pytest.mark.parametrize("typed", ["list", "trend", "compare"])
def test_only_less_gets_colours_that_nobody_forces(typed: str, less: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR")
    assert "\x1b[" in shown_on_terminal(typed, PAGER=less)
    assert "\x1b[" not in shown_on_terminal(f"{typed} --no-color", PAGER=less)
    # `more` counts the codes as columns and breaks the rows.
    assert "\x1b[" not in shown_on_terminal(typed, PAGER=MARKED)
    assert "\x1b[" in shown_on_terminal(typed, PAGER=MARKED, FORCE_COLOR="1")


@pytest.mark.parametrize(("name", "target", "expected"), [("pager", "less", True), ("pager", "most", False)])
def test_pager_may_be_the_name_of_less(name: str, target: str, expected: bool, tmp_path: Path) -> None:
    (tmp_path / target).touch()
    (tmp_path / name).symlink_to(target)
    assert is_less(str(tmp_path / name)) is expected


def test_off_a_terminal_there_is_no_pager(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINES", "5")
    monkeypatch.setenv("PAGER", MARKED)
    assert not paintrack("list").out.startswith("|")
