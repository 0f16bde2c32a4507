"""A CSV file of another computer brings back no rating that was removed here, and stamps only what differs."""

from itertools import pairwise
from pathlib import Path

import pytest

from tests.commands.merging.two_computers import Computers
from tests.program import quoted

pytestmark = pytest.mark.usefixtures("wide_terminal")

LEFT_OUT = "of the file is left out. The rating was removed here and stays so."
REMOVALS = {
    "deleted": ["delete --for neck --yes"],
    "purged": ["purge --for neck --yes"],
    "deleted and purged": ["delete --for neck --yes", "purge --yes"],
    "emptied": ["edit 1 --for neck --clear before --clear after"],
}


def exported(computers: Computers, name: str, *typed: str) -> str:
    """The words that import the CSV file of that computer, which has typed this first."""
    path = computers.folder / f"{name}.csv"
    computers.on(name, *typed, f"export {quoted(path)} --force")
    return f"import {quoted(path)}"


@pytest.mark.parametrize("removal", REMOVALS.values(), ids=REMOVALS)
def test_a_removed_rating_stays_so_and_is_named(removal: list[str], computers: Computers) -> None:
    computers.on("desktop", *removal)
    line = exported(computers, "laptop", "edit 1 --note later")
    for options in ("--dry-run", "", ""):
        assert f"neck 6 -> 4 (2 lower) {LEFT_OUT}" in computers.on("desktop", f"{line} {options}").out
    assert computers.session("desktop")["note"] == "later"
    assert computers.conditions("desktop") == ["lower back"]
    computers.both_ways()
    assert computers.conditions("desktop") == ["lower back"]


@pytest.mark.parametrize("removal", REMOVALS.values(), ids=REMOVALS)
def test_our_own_file_from_before_changes_nothing(removal: list[str], computers: Computers) -> None:
    line = exported(computers, "desktop")
    computers.on("desktop", *removal)
    assert computers.on("desktop", line).out.startswith("Nothing new")
    assert computers.conditions("desktop") == ["lower back"]


@pytest.mark.parametrize("removal", REMOVALS.values(), ids=REMOVALS)
@pytest.mark.parametrize("names", [["shoulder"], ["arm", "shoulder"]])
def test_every_name_that_it_had_stays_out_too(names: list[str], removal: list[str], computers: Computers) -> None:
    renames = [f"conditions rename {old} {new} --new --yes" for old, new in pairwise(["neck", *names, "wrist"])]
    computers.on("desktop", *renames, *(line.replace("neck", "wrist") for line in removal))
    line = exported(computers, "laptop", *renames[:-1], "edit 1 --note later")
    assert f"shoulder 6 -> 4 (2 lower) {LEFT_OUT}" in computers.on("desktop", line).out
    assert computers.conditions("desktop") == ["lower back"]
    assert "wrist" not in computers.on("desktop", "export - --format csv").out


@pytest.mark.parametrize("name", ["neck", "shoulder"])
def test_what_was_purged_stays_out_of_a_deleted_session(name: str, computers: Computers) -> None:
    computers.on("laptop", "conditions rename neck shoulder --new --yes") if name == "shoulder" else None
    computers.on("desktop", "conditions rename neck shoulder --new --yes", "purge --for shoulder --yes")
    computers.on("desktop", "delete 1 --yes")
    line = exported(computers, "laptop", "edit 1 --note later")
    assert f"{name} 6 -> 4 (2 lower) {LEFT_OUT}" in computers.on("desktop", line).out
    assert computers.conditions("desktop") == ["lower back"]
    computers.both_ways()
    assert computers.conditions("laptop") == ["lower back"]


def test_a_rating_that_nobody_removed_comes_in(computers: Computers) -> None:
    computers.on("desktop", "delete --for neck --yes", "undo")
    line = exported(computers, "laptop", "edit 1 --for hip --before 5 --after 1")
    assert LEFT_OUT not in computers.on("desktop", line).out
    assert computers.conditions("desktop") == ["lower back", "neck", "hip"]


def test_what_is_equal_in_the_file_keeps_its_stamp(computers: Computers, tmp_path: Path) -> None:
    """A cost that a third computer typed before the file was last edited is not lost to the import."""
    computers.merge("phone", "desktop")
    computers.on("phone", "edit 1 --cost 85")
    computers.on("desktop", exported(computers, "laptop", "edit 1 --note later"))
    computers.both_ways("desktop", "phone")
    session = computers.session("phone")
    assert (session["cost"], session["note"]) == (85, "later")
