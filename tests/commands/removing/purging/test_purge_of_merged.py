"""purge and what a merge kept of ratings that were removed: it counts as deleted."""

import json

import pytest

from tests.commands.merging.two_computers import Computers
from tests.commands.removing.words_in_files import files_with
from tests.program import unwrapped

HIDDEN_NAME = "SECRETNAME"


@pytest.fixture
def removed(computers: Computers) -> Computers:
    """A session of two conditions on both computers; the desktop has removed one of them since."""
    computers.on("desktop", "log 7 3 --for migraine --also neck=6:4")
    computers.merge("laptop", "desktop")
    computers.on("desktop", "delete --for migraine --yes")
    return computers


@pytest.mark.parametrize("edit", [f"--rename-for {HIDDEN_NAME} --new", "--after 9.7"])
def test_what_was_changed_elsewhere_after_its_removal_is_purged(edit: str, removed: Computers) -> None:
    removed.on("laptop", f"edit last --for migraine {edit}")
    removed.merge("desktop", "laptop")
    exported = removed.export("desktop")
    assert HIDDEN_NAME in exported or "9.7" in exported
    answer = unwrapped(removed.on("desktop", "purge --yes --remove-backups").out)
    assert "the scores of removed ratings in 1 session" in answer
    exported = removed.export("desktop")
    assert HIDDEN_NAME not in exported
    assert "9.7" not in exported
    removed.paths["laptop"].unlink()
    assert files_with(removed.folder, HIDDEN_NAME) == []
    assert "Nothing that was deleted is in the file" in removed.on("desktop", "purge --yes").out


def test_it_does_not_come_back_with_the_next_merge(removed: Computers) -> None:
    removed.on("laptop", f"edit last --for migraine --rename-for {HIDDEN_NAME} --new")
    removed.merge("desktop", "laptop")
    removed.on("desktop", "purge --yes --remove-backups")
    removed.merge("desktop", "laptop")
    assert HIDDEN_NAME not in removed.export("desktop")
    removed.both_ways()


def test_a_rating_that_waits_for_its_name_is_kept(computers: Computers) -> None:
    computers.on("desktop", "log 7 3 --for migraine --also neck=6:4")
    computers.merge("laptop", "desktop")
    computers.on("desktop", "edit last --for migraine --rename-for head --new")
    computers.on("laptop", "edit last --for neck --rename-for head --new")
    computers.merge("desktop", "laptop")
    computers.on("desktop", "purge --yes")
    computers.on("desktop", "edit last --for head --rename-for other --new")
    computers.merge("desktop", "laptop")
    assert computers.export("desktop").count('"head"') > 0
    computers.both_ways()


def test_a_cleared_value_gives_way_to_a_later_one_alone(computers: Computers) -> None:
    """The entry stays, and so may what is typed for it after that."""
    computers.on("desktop", "edit 1 --note SECRETNAME --cost 85")
    computers.merge("laptop", "desktop")
    computers.on("desktop", "edit 1 --clear note --clear cost", "purge --yes --remove-backups")
    computers.merge("desktop", "laptop")
    assert HIDDEN_NAME not in computers.export("desktop")
    computers.merge("laptop", "desktop")
    assert HIDDEN_NAME not in computers.both_ways()
    computers.on("laptop", "edit 1 --note 'another one' --cost 90")
    (session,) = json.loads(computers.both_ways())["entries"]
    assert (session["note"], session["cost"]) == ("another one", 9000)
