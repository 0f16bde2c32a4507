"""merge and import say that nothing is new exactly where the file stays as it was, byte for byte."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.commands.merging.changes_on_three_computers import Change, Computers, answer, changes, exported
from tests.commands.merging.two_computers import Computers as TwoComputers
from tests.example_counts import examples
from tests.program import Paintrack

COMMANDS = [["merge"], ["merge", "--join-twins", "--yes"], ["import"]]


def source_of(word: str, source: Path, folder: Path) -> str:
    """The file that `import` takes of that computer is its JSON."""
    if word != "import":
        return str(source)
    document = folder / "source.json"
    document.write_text(exported(source, folder))
    return str(document)


# Few: each example opens files dozens of times.
@examples(25)
@given(changes, st.sampled_from(COMMANDS))
def test_it_is_said_just_where_nothing_changes(history: list[Change], command: Sequence[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        computers = Computers(Path(name), with_merges=True)
        for change in history:
            computers.do(change)
        one, other, _ = computers.paths
        for into, source in [(one, other), (other, one)] * 2:
            typed = [command[0], source_of(command[0], source, computers.folder), *command[1:], "--db", str(into)]
            before = into.read_bytes()
            foreseen = answer(computers, *typed, "--dry-run")
            assert into.read_bytes() == before
            done = answer(computers, *typed)
            assert done.startswith("Nothing new") == (into.read_bytes() == before), done
            assert foreseen.startswith("Nothing new") == done.startswith("Nothing new"), (foreseen, done)


@pytest.mark.usefixtures("wide_terminal")
def test_twins_that_both_joined_leave_only_times_to_merge(computers: TwoComputers) -> None:
    for name in ("desktop", "laptop"):
        computers.on(name, "log 5 2 --for neck")
    computers.merge("phone", "desktop")
    computers.merge("desktop", "laptop", "--join-twins", "--yes")
    computers.merge("laptop", "phone", "--join-twins", "--yes")
    again = computers.merge("desktop", "laptop")
    assert again.out.startswith("Merged the times of changes from")
    assert "Wrong? paintrack" in again.out
    assert computers.merge("desktop", "laptop").out.startswith("Nothing new")


@pytest.mark.usefixtures("wide_terminal")
@pytest.mark.parametrize("typed", ["config set name Ana", "config clear name"])
def test_a_setting_that_comes_in_is_something_new(typed: str, computers: TwoComputers) -> None:
    computers.on("desktop", "config set name Bea")
    computers.merge("laptop", "desktop")
    computers.on("laptop", typed)
    assert computers.merge("desktop", "laptop", "--dry-run").out.startswith("Would merge settings from")
    assert computers.merge("desktop", "laptop").out.startswith("Merged settings from")
    assert computers.merge("desktop", "laptop").out.startswith("Nothing new")


@pytest.mark.usefixtures("wide_terminal")
def test_twins_joined_among_known_sessions_are_something_new(computers: TwoComputers) -> None:
    for name in ("desktop", "laptop"):
        computers.on(name, "log 5 2 --for neck")
    computers.merge("desktop", "laptop")
    assert computers.merge("desktop", "laptop", "--join-twins", "--dry-run").out.startswith("Would merge changes")
    assert computers.merge("desktop", "laptop", "--join-twins", "--yes").out.startswith("Merged changes")


@pytest.mark.usefixtures("wide_terminal")
def test_a_purge_of_what_is_deleted_here_is_something_new(computers: TwoComputers) -> None:
    for name in ("desktop", "laptop"):
        computers.on(name, "delete 1 --yes")
    computers.on("laptop", "purge 1 --yes")
    assert computers.merge("desktop", "laptop").out.startswith("Merged the times of changes from")
    assert json.loads(computers.export("desktop"))["gone"][0]["purged"]


@pytest.mark.parametrize(
    "typed",
    [
        "edit 1 --note x",
        "edit n1 --text y",
        "config set name Ana",
        "config clear paper",
        "plan set --for neck --sessions 5",
        "conditions rename neck hip --yes",
        "question --done q1",
    ],
)
def test_what_is_typed_again_says_nothing_and_changes_nothing(typed: str, paintrack: Paintrack, file: Path) -> None:
    for first in ("log 7 3 --for neck", "log 6 2 --for hip --at 2026-06-01", "note x", "question ?", typed):
        assert paintrack(first).code == 0
    before = file.read_bytes()
    again = paintrack("conditions rename hip hip" if typed.startswith("conditions") else typed)
    assert again.out.startswith("Nothing to change")
    assert file.read_bytes() == before
