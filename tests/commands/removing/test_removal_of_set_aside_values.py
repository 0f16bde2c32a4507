"""What a merge sets aside and nothing shows: deleted, taken back and purged with the rating that is shown."""

import json
from typing import Any

import pytest

from tests.commands.merging.two_computers import Computers
from tests.program import unwrapped

pytestmark = pytest.mark.usefixtures("wide_terminal")


@pytest.fixture
def computers_with_two_hips(computers: Computers) -> Computers:
    """On both one rating that is called hip is shown, and another one, which was neck, is set aside."""
    computers.on("desktop", "edit 1 --for neck --rename-for hip")
    computers.on("laptop", "edit 1 --for hip --before 2 --after 1")
    computers.both_ways()
    assert len(session_of(computers)["set_aside"]) == 3
    return computers


def session_of(computers: Computers, name: str = "desktop") -> dict[str, Any]:
    (session,) = json.loads(computers.export(name))["entries"]
    assert isinstance(session, dict)
    return session


def conditions(computers: Computers, name: str = "desktop") -> list[str]:
    return [each["condition"] for each in session_of(computers, name)["ratings"]]


@pytest.mark.parametrize(
    "typed", ["delete --for hip --yes", "edit 1 --for hip --clear before --clear after", "purge --for hip --yes"]
)
def test_what_was_set_aside_goes_with_the_rating(computers_with_two_hips: Computers, typed: str) -> None:
    computers = computers_with_two_hips
    computers.on("desktop", typed)
    assert "set_aside" not in session_of(computers)
    # It does not come back from the other computer, which still has both.
    computers.both_ways()
    for name in ("desktop", "laptop"):
        assert conditions(computers, name) == ["lower back"]
        assert "set_aside" not in session_of(computers, name)


def test_undo_and_redo_of_a_deletion_take_both(computers_with_two_hips: Computers) -> None:
    computers = computers_with_two_hips
    before = session_of(computers)
    computers.on("desktop", "delete --for hip --yes", "undo")
    back = session_of(computers)
    assert (back["ratings"], back["set_aside"]) == (before["ratings"], before["set_aside"])
    # What undo put back is later than the deletion: also where the deletion has been merged.
    computers.on("desktop", "redo")
    computers.both_ways()
    computers.on("desktop", "undo")
    computers.both_ways()
    assert (session_of(computers, "laptop")["ratings"], session_of(computers, "laptop")["set_aside"]) == (
        before["ratings"],
        before["set_aside"],
    )


def test_a_deletion_takes_what_no_session_shows(computers_with_two_hips: Computers) -> None:
    computers = computers_with_two_hips
    computers.on("desktop", "edit 1 --for hip --rename-for foot", "rate 3 --for hip")
    result = computers.on("desktop", "delete --for hip --yes")
    assert "Deleted hip: 1 reading; its scores in 1 session" in unwrapped(result.out)
    computers.on("desktop", "undo")
    assert "set_aside" in computers.export("desktop")
    computers.on("desktop", "redo")
    assert "set_aside" not in computers.export("desktop")


@pytest.mark.parametrize("shown_as", ["hip", "foot"])
def test_a_purge_leaves_no_byte_of_it(computers_with_two_hips: Computers, shown_as: str) -> None:
    computers = computers_with_two_hips
    if shown_as != "hip":
        computers.on("desktop", f"edit 1 --for hip --rename-for {shown_as}")
    assert b"hip" in computers.paths["desktop"].read_bytes()
    assert computers.on("desktop", "purge --for hip --yes --json").json["shortened"] == 1
    assert "set_aside" not in session_of(computers)
    assert b"hip" not in computers.paths["desktop"].read_bytes()


def test_a_purge_leaves_what_is_set_aside_of_others(computers_with_two_hips: Computers) -> None:
    computers = computers_with_two_hips
    before = session_of(computers)["set_aside"]
    computers.on("desktop", "purge --for 'lower back' --yes")
    assert session_of(computers)["set_aside"] == before
