"""merge where an entry was undone, redone or purged on a computer, and others know it whole, by its tombstone, or not.

Deleted wins against every later edit. Only who puts the entry itself back, with undo or redo, has it back, on all.
"""

import json
import shutil
from itertools import permutations

import pytest

from tests.commands.merging.two_computers import Computers
from tests.program import unwrapped

COMPUTERS = ("desktop", "laptop", "phone")


@pytest.fixture
def undone(computers: Computers) -> Computers:
    """An entry that the desktop undid: the phone still has it, the laptop knows only that it is gone."""
    computers.on("desktop", "note words")
    shutil.copy(computers.paths["desktop"], computers.paths["phone"])
    computers.on("desktop", "undo")
    computers.merge("laptop", "desktop")
    return computers


def notes_after_merges(computers: Computers) -> list[str]:
    """The notes on all three, the same in whatever order their files are merged."""
    copies = {name: computers.paths[name].read_bytes() for name in COMPUTERS}
    exports = set()
    for first, second, third in permutations(COMPUTERS):
        for name, content in copies.items():
            computers.paths[name].write_bytes(content)
        for into, source in ((first, second), (first, third), (second, first), (third, first)):
            computers.merge(into, source)
        exports |= {computers.export(name) for name in COMPUTERS}
    (export,) = exports
    return [entry["text"] for entry in json.loads(export)["entries"] if entry["kind"] == "note"]


def test_what_is_gone_stays_gone_against_a_later_edit(undone: Computers) -> None:
    undone.on("phone", "edit n1 --text later")
    assert notes_after_merges(undone) == []


def test_the_lost_edit_is_named_by_who_knows_only_a_tombstone(undone: Computers) -> None:
    undone.on("phone", "edit n1 --text later")
    named = "deleted on one side, changed on the other after that. It stays deleted."
    assert named in unwrapped(undone.merge("laptop", "phone").out)
    assert named in unwrapped(undone.merge("phone", "laptop").out)


def test_who_puts_it_back_has_it_back_on_all(undone: Computers) -> None:
    undone.on("phone", "edit n1 --text later")
    undone.on("desktop", "redo")
    assert notes_after_merges(undone) == ["later"]


def test_it_is_said_where_it_comes_back_and_where_it_stays(undone: Computers) -> None:
    undone.merge("phone", "desktop")
    undone.on("desktop", "redo")
    assert "deleted here, put back there after that." in unwrapped(undone.merge("phone", "desktop", "--dry-run").out)
    assert "deleted there, put back here after that." in unwrapped(undone.merge("desktop", "phone").out)


def test_a_redo_before_another_deletion_does_not_win(undone: Computers) -> None:
    undone.on("desktop", "redo")
    undone.on("phone", "delete n1 --yes")
    assert notes_after_merges(undone) == []


def test_what_was_purged_is_gone_for_who_puts_it_back_too(undone: Computers) -> None:
    undone.on("phone", "delete n1 --yes", "purge --yes")
    undone.on("desktop", "redo")
    assert notes_after_merges(undone) == []


@pytest.mark.parametrize("is_redone", [False, True])
def test_undo_of_the_merge_leaves_the_bare_tombstone(is_redone: bool, undone: Computers) -> None:
    before = undone.export("laptop")
    if is_redone:
        undone.on("desktop", "redo")
    assert "Nothing new" not in undone.merge("laptop", "desktop" if is_redone else "phone").out
    undone.on("laptop", "undo")
    assert undone.export("laptop") == before


def test_a_score_of_a_removed_rating_is_not_said_to_be_kept(computers: Computers) -> None:
    computers.on("desktop", "log 7 3 --for neck --also hip=8:4")
    computers.merge("laptop", "desktop")
    computers.on("desktop", "edit last --for hip --clear before --clear after")
    computers.on("laptop", "edit last --for hip --before 9")
    answer = unwrapped(computers.merge("desktop", "laptop").out)
    assert "hip before: nothing here, 9 there. The rating was removed and stays so." in answer
    assert "Kept: 9" not in answer
    assert "hip" not in computers.on("desktop", "show last").out
