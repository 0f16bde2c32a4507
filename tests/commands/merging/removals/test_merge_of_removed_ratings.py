"""A rating that was deleted or purged on one computer, and edited on another one after that."""

import pytest

from tests.commands.merging.two_computers import Computers
from tests.commands.removing.words_in_files import files_with

pytestmark = pytest.mark.usefixtures("wide_terminal")

LATER_EDITS = {
    "score": ["edit 1 --for neck --after 9"],
    "name": ["edit 1 --for neck --rename-for SECRET --new"],
    "score, then name": ["edit 1 --for neck --after 9", "conditions rename neck SECRET --yes --new"],
    "name, then score": ["conditions rename neck SECRET --yes --new", "edit 1 --for SECRET --after 9"],
    "both at once": ["edit 1 --for neck --rename-for SECRET --new --before 8 --after 9"],
}


@pytest.mark.parametrize("removal", ["delete --for neck --yes", "purge --for neck --yes"])
@pytest.mark.parametrize("edits", LATER_EDITS.values(), ids=LATER_EDITS)
def test_no_later_edit_brings_back_a_removed_rating(edits: list[str], removal: str, computers: Computers) -> None:
    computers.on("desktop", removal)
    computers.on("laptop", *edits)
    assert "The rating was removed and stays so." in computers.merge("desktop", "laptop").out
    computers.both_ways()
    assert [computers.conditions(name) for name in ("desktop", "laptop")] == [["lower back"]] * 2


@pytest.mark.parametrize("edits", LATER_EDITS.values(), ids=LATER_EDITS)
def test_what_comes_to_a_removed_rating_is_purged(edits: list[str], computers: Computers) -> None:
    computers.on("desktop", "delete --for neck --yes")
    computers.on("laptop", *edits)
    computers.merge("desktop", "laptop")
    assert "set_aside" in computers.export("desktop")
    assert computers.on("desktop", "file --json").json["with_removed_ratings"] == 1
    assert "the scores of removed ratings in 1 session" in computers.on("desktop", "file").out
    computers.paths["laptop"].unlink()
    computers.on("desktop", "purge --yes --remove-backups")
    assert computers.on("desktop", "file --json").json["with_removed_ratings"] == 0
    assert "set_aside" not in computers.export("desktop")
    assert files_with(computers.folder, "SECRET") == []


@pytest.mark.parametrize("edits", LATER_EDITS.values(), ids=LATER_EDITS)
def test_undo_of_the_removal_brings_it_back(edits: list[str], computers: Computers) -> None:
    computers.on("laptop", *edits)
    computers.on("desktop", "delete --for neck --yes", "undo")
    computers.both_ways()
    assert len(computers.conditions("laptop")) == 2
    computers.on("desktop", "redo")
    computers.both_ways()
    assert computers.conditions("laptop") == ["lower back"]


PURGES = {
    "condition": ["purge --for neck --yes --remove-backups"],
    "all that was deleted": ["delete --for neck --yes", "purge --yes --remove-backups"],
    "renamed before": ["conditions rename neck hip --new --yes", "purge --for hip --yes --remove-backups"],
}


@pytest.mark.parametrize("purge", PURGES.values(), ids=PURGES)
@pytest.mark.parametrize(
    "edits", [*LATER_EDITS.values(), ["delete --for neck --yes", "undo"]], ids=[*LATER_EDITS, "removed and put back"]
)
def test_a_purged_rating_stays_gone_and_is_so_on_both(edits: list[str], purge: list[str], computers: Computers) -> None:
    """Whatever the other computer did to it later, nothing of it comes to the file, even where nobody sees it."""
    computers.on("desktop", *purge)
    computers.on("laptop", *edits)
    computers.merge("desktop", "laptop")
    exported = computers.both_ways()
    assert [word for word in ("neck", "SECRET", "set_aside") if word in exported] == []
    computers.on("laptop", "purge --yes --remove-backups")
    computers.on("desktop", "purge --yes --remove-backups")
    assert files_with(computers.folder, "SECRET") == []
    computers.on("laptop", "edit 1 --for neck --before 2 --after 1")
    computers.both_ways()
    assert computers.conditions("desktop") == ["lower back", "neck"]


def test_undo_of_a_merge_takes_the_purge_back_with_it(computers: Computers) -> None:
    computers.on("desktop", "purge --for neck --yes")
    before = computers.export("laptop")
    computers.merge("laptop", "desktop")
    computers.on("laptop", "undo --yes")
    assert computers.export("laptop") == before
    computers.merge("laptop", "desktop")
    assert computers.conditions("laptop") == ["lower back"]


def test_a_rating_typed_anew_is_there_on_both(computers: Computers) -> None:
    computers.on("desktop", "delete --for neck --yes")
    computers.on("laptop", *LATER_EDITS["score, then name"])
    computers.both_ways()
    computers.on("laptop", "edit 1 --for neck --before 5 --after 2")
    computers.both_ways()
    assert computers.conditions("desktop") == ["lower back", "neck"]


@pytest.mark.parametrize("is_retyped_last", [False, True])
@pytest.mark.parametrize("edits", LATER_EDITS.values(), ids=LATER_EDITS)
def test_a_retyped_rating_takes_no_score_of_the_old(
    edits: list[str], is_retyped_last: bool, computers: Computers
) -> None:
    steps = [("desktop", ["edit 1 --for neck --before 5"]), ("laptop", edits)]
    computers.on("desktop", "delete --for neck --yes")
    for name, typed in reversed(steps) if is_retyped_last else steps:
        computers.on(name, *typed)
    computers.both_ways()
    for name in ("desktop", "laptop"):
        ratings = computers.session(name)["ratings"]
        assert isinstance(ratings, list)
        assert [(each["condition"], each["before"], each["after"]) for each in ratings] == [
            ("lower back", 7, 3),
            ("neck", 5, None),
        ]


def test_a_score_kept_of_a_retyped_rating_goes_with_its_name(computers: Computers) -> None:
    computers.on("desktop", "delete --for neck --yes", "edit 1 --for neck --before 5")
    computers.both_ways()
    computers.on("desktop", "delete --for neck --yes")
    computers.on("laptop", "edit 1 --for neck --after 9.7")
    computers.merge("desktop", "laptop")
    assert "9.7" in computers.export("desktop")
    computers.on("desktop", "purge --for neck --yes")
    assert "9.7" not in computers.export("desktop")


@pytest.mark.parametrize(
    ("typed", "removed", "typed_anew"),
    [
        ("edit 1 --note KEPT", "edit 1 --clear note", "edit 1 --note KEPT"),
        ("edit 1 --cost 87", "edit 1 --clear cost", "edit 1 --cost 87"),
        ("effect chest pain", "edit 1 --clear side-effects", "effect chest pain"),
        ("edit 1 --points LI4", "edit 1 --clear points", "edit 1 --points LI4"),
        ("rate 4 --for neck --note KEPT", "undo", "redo"),
    ],
)
@pytest.mark.parametrize("is_purged_last", [False, True])
def test_a_purge_elsewhere_takes_nothing_that_was_typed_anew(
    typed: str, removed: str, typed_anew: str, is_purged_last: bool, computers: Computers
) -> None:
    """It removes what both computers had removed; what stands again on one of them was removed by nobody."""
    computers.on("desktop", typed, removed)
    computers.merge("laptop", "desktop")
    steps = [("laptop", "purge --yes"), ("desktop", typed_anew)]
    for name, line in reversed(steps) if is_purged_last else steps:
        computers.on(name, line)
    there = computers.export("desktop")
    computers.both_ways()
    word = {"edit 1 --cost 87": "87", "edit 1 --points LI4": "LI4"}.get(typed_anew, "KEPT")
    word = "chest_pain" if "chest" in typed_anew else word
    assert word in there
    assert [word in computers.export(name) for name in ("desktop", "laptop")] == [True, True]
