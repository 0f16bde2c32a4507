"""What is longer than the terminal goes through a pager."""

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from paintrack.commands._shared.terminal.pager import is_less
from tests.commands.typed_courses import type_k1
from tests.forking_program import ForkingProgram, forking_program
from tests.program import Clock, Paintrack

MARKED = "sed s/^/|/"
PROGRAM = """
from paintrack.cli import main

def run():
    sys.exit(main())
"""


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


class Shown(Protocol):
    """What a terminal of 6 lines is sent: `shown_on_terminal("list", PAGER="cat")`."""

    def __call__(self, typed: str, **variables: str) -> str:
        """The text; the command has to succeed."""


@pytest.fixture(scope="module")
def program() -> Iterator[ForkingProgram]:
    """paintrack, with what these answers load."""
    with forking_program(PROGRAM, [["demo"], *([word] for word in ("list", "trend", "compare", "summary"))]) as program:
        yield program


@pytest.fixture
def shown_on_terminal(program: ForkingProgram) -> Shown:
    """Runs a command in a process on a terminal."""

    def run(typed: str, **variables: str) -> str:
        result = program.run_on_terminal(*shlex.split(typed), LINES="6", TERM="xterm", **variables)
        assert result.code == 0
        return result.out

    return run


LONG = [
    "list", "trend --for 'lower back'", "trend --by date --for 'lower back'", "trend --explain", "trend --all",
    "compare", "summary", "summary --format markdown", "costs --visits",
]  # fmt: skip
NOT_PAGED = [
    "list --plain", "list --json", "list --last 1", "trend --plain", "trend --json", "summary --plain",
    "summary --json", "summary -o -", "costs --visits --csv", "costs", "demo",
]  # fmt: skip


def test_the_pager_is_that_of_the_environment(shown_on_terminal: Shown) -> None:
    for pager, own in ((MARKED, MARKED), ("cat", MARKED), (MARKED, None)):
        shown = shown_on_terminal("list", PAGER=pager, **{"PAINTRACK_PAGER": own} if own else {})
        assert {line[0] for line in shown.splitlines()} == {"|"}


@pytest.mark.parametrize("typed", LONG)
def test_what_is_longer_than_the_screen_goes_through_it(shown_on_terminal: Shown, typed: str) -> None:
    assert {line[0] for line in shown_on_terminal(typed, PAGER=MARKED).splitlines()} == {"|"}
    assert not shown_on_terminal(f"{typed} --no-pager", PAGER=MARKED).startswith("|")


@pytest.mark.parametrize("typed", NOT_PAGED)
def test_what_fits_or_is_for_programs_goes_without(shown_on_terminal: Shown, typed: str) -> None:
    assert not shown_on_terminal(typed, PAGER=MARKED).startswith("|")


@pytest.mark.parametrize("pager", ["no-such-pager --at-all", "cat", "", "'", "false", str(Path(__file__).parent)])
def test_a_pager_that_cannot_start_costs_no_answer(shown_on_terminal: Shown, pager: str, paintrack: Paintrack) -> None:
    assert shown_on_terminal("list", PAGER=pager) == paintrack("list").out


def test_a_pager_that_is_left_early_is_no_failure(shown_on_terminal: Shown) -> None:
    assert shown_on_terminal("list", PAGER="head -n 1").count("\n") == 1


def test_less_stops_by_itself_as_git_has_it(shown_on_terminal: Shown, less: str) -> None:
    for pager in (less, "sh -c 'cat > /dev/null; echo $LESS'"):
        assert shown_on_terminal("list --newest-first", PAINTRACK_PAGER=pager).splitlines()[0] == "FRX"
        assert shown_on_terminal("list --newest-first", PAINTRACK_PAGER=pager, LESS="i").splitlines()[0] == "-R i"


def test_less_begins_where_the_newest_entry_is(shown_on_terminal: Shown, less: str) -> None:
    for own, options in ((None, "FRX +G$"), ("i", "-R +G$ i"), ("+/June", "-R +/June")):
        variables = {"PAGER": less} | ({} if own is None else {"LESS": own})
        assert shown_on_terminal("list", **variables).splitlines()[0] == options
        for answer_first in ("list --newest-first", "trend"):
            assert "+G" not in shown_on_terminal(answer_first, **variables)


@pytest.mark.parametrize("typed", ["list", "trend", "compare"])
def test_only_less_gets_colours_that_nobody_forces(
    shown_on_terminal: Shown, typed: str, less: str, monkeypatch: pytest.MonkeyPatch
) -> None:
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
