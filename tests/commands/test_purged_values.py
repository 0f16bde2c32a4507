"""What was removed and purged does not come back from another computer, however late it was changed there."""

import json
import re
from pathlib import Path

import pytest

from paintrack.views.importing.import_report import STILL_IN_UNDO
from tests.commands.test_merge_of_removed_ratings import LATER_EDITS, conditions
from tests.commands.test_purge_command import files_with
from tests.commands.two_computers import Computers
from tests.program import quoted

pytestmark = pytest.mark.usefixtures("wide_terminal")

PURGES = {
    "purge": ["purge --for neck --yes"],
    "deletion and purge": ["delete --for neck --yes", "purge --yes"],
    "deletion and purge of the name": ["delete --for neck --yes", "purge --for neck --yes"],
    "cleared and purged": ["edit 1 --for neck --clear before --clear after", "purge --yes"],
    "renamed, removed and purged": [
        "edit 1 --for neck --rename-for nape --new",
        "delete --for nape --yes",
        "purge --for neck --yes",
    ],
}
WAYS = ["file", "json", "other way round"]
# What fills a detail, what removes it, and a later change elsewhere.
REMOVED_VALUES = {
    "note": ("edit 1 --note old", "edit 1 --clear note", "edit 1 --note SECRET"),
    "receipt": ("edit 1 --receipt old", "edit 1 --clear receipt", "edit 1 --receipt SECRET"),
    "cost": ("edit 1 --cost 10", "edit 1 --clear cost", "edit 1 --cost 7654321"),
    "one score": ("edit 1 --for neck --after 4", "edit 1 --for neck --clear after", "edit 1 --for neck --after 9.7"),
    "side effect": (
        "effect 'SECRET ache' --session 1",
        "edit 1 --clear side-effects",
        "effect 'SECRET ache' --session 1 --outcome 'SECRET too'",
    ),
}


def merge(computers: Computers, way: str, folder: Path) -> None:
    """Bring what is on the laptop to the desktop."""
    if way == "file":
        computers.merge("desktop", "laptop")
    elif way == "json":
        computers.on("laptop", f"export {quoted(folder / 'laptop.json')} --force")
        computers.on("desktop", f"merge {quoted(folder / 'laptop.json')}")
        (folder / "laptop.json").unlink()
    else:
        computers.merge("laptop", "desktop")
        computers.paths["desktop"].write_bytes(computers.paths["laptop"].read_bytes())


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("purge", PURGES.values(), ids=PURGES)
@pytest.mark.parametrize("edits", LATER_EDITS.values(), ids=LATER_EDITS)
def test_no_value_of_a_purged_rating_comes_in(
    edits: list[str], purge: list[str], way: str, computers: Computers
) -> None:
    computers.on("desktop", *purge)
    computers.on("laptop", *edits)
    merge(computers, way, computers.folder)
    exported = computers.export("desktop")
    assert conditions(computers, "desktop") == ["lower back"]
    assert ("set_aside" in exported, "SECRET" in exported) == (False, False)
    assert computers.on("desktop", "file --json").json["with_removed_ratings"] == 0


def test_the_knowledge_of_a_purge_goes_from_file_to_file(computers: Computers) -> None:
    computers.on("laptop", *LATER_EDITS["score, then name"])
    computers.paths["phone"].write_bytes(computers.paths["laptop"].read_bytes())
    computers.on("phone", "edit 1 --for SECRET --after 9.5")
    computers.on("desktop", *PURGES["deletion and purge"], f"export {quoted(computers.folder / 'desktop.json')}")
    computers.on("laptop", f"merge {quoted(computers.folder / 'desktop.json')}", "purge --yes --remove-backups")
    assert files_with(computers.paths["laptop"].parent / "backups", "SECRET") == []
    computers.merge("laptop", "phone")
    assert "SECRET" not in computers.export("laptop")
    assert computers.both_ways("phone", "desktop") == computers.export("laptop")


def test_a_rating_typed_anew_after_the_purge_stays(computers: Computers) -> None:
    computers.on("desktop", *PURGES["purge"], "edit 1 --for neck --before 5")
    computers.on("laptop", "edit 1 --for neck --before 8 --after 9")
    (entry,) = json.loads(computers.both_ways())["entries"]
    scores = [(each["condition"], each["before"], each["after"]) for each in entry["ratings"]]
    assert scores == [("lower back", 7, 3), ("neck", 5, None)]
    computers.on("laptop", "edit 1 --for neck --after 2")
    assert json.loads(computers.both_ways())["entries"][0]["ratings"][1]["after"] == 2


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", REMOVED_VALUES)
def test_no_later_change_brings_back_a_purged_detail(name: str, way: str, computers: Computers) -> None:
    filled, removed, changed = REMOVED_VALUES[name]
    computers.on("desktop", filled)
    computers.both_ways()
    computers.on("desktop", removed, "purge --yes")
    without = computers.on("desktop", "show 1 --json").json
    computers.on("laptop", changed)
    merge(computers, way, computers.folder)
    assert computers.on("desktop", "show 1 --json").json | {"edited": ""} == without | {"edited": ""}
    # What is typed there now is typed by someone who knows.
    computers.on("desktop", filled)
    computers.both_ways()
    assert computers.on("laptop", "show 1 --json").json | {"edited": ""} != without | {"edited": ""}


def test_a_lost_change_is_named(computers: Computers) -> None:
    computers.on("desktop", "edit 1 --note old", "edit 1 --clear note", "purge --yes")
    computers.on("laptop", "edit 1 --note 'slept well'")
    answer = computers.on("desktop", f"merge {quoted(computers.paths['laptop'])} --json").json
    (difference,) = answer["differences"]
    assert (difference["value"], difference["here"], difference["kept"]) == ("note", None, "here")
    told = computers.on("desktop", "undo", f"merge {quoted(computers.paths['laptop'])}").out
    assert "note: nothing here, 'slept well' there. What was purged stays so." in told


@pytest.mark.parametrize("way", ["laptop.db", "laptop.json"])
@pytest.mark.parametrize("purge", ["purge --for neck --yes", "purge 1 --yes", "edit 1 --clear note", "purge n1 --yes"])
def test_a_merge_says_that_undo_keeps_what_was_purged(purge: str, way: str, computers: Computers) -> None:
    computers.on("desktop", "edit 1 --note SECRET", "note SECRET")
    computers.both_ways()
    computers.on("laptop", purge, "purge --yes")
    source = computers.folder / way
    if way.endswith("json"):
        computers.on("laptop", f"export {quoted(source)}")
    # In a dry run nothing has been removed yet.
    assert STILL_IN_UNDO not in " ".join(computers.on("desktop", f"merge {quoted(source)} --dry-run").out.split())
    told = " ".join(computers.on("desktop", f"merge {quoted(source)}").out.split())
    sentence, _, command = STILL_IN_UNDO.rpartition(": paintrack")
    assert sentence in told
    assert re.search(rf"it: paintrack --db \"[^\"]+\"{command}", told)
    computers.on("desktop", "purge --yes --remove-backups")
    assert STILL_IN_UNDO not in computers.on("desktop", f"merge {quoted(source)}").out


@pytest.mark.parametrize("removed", ["delete --for neck --yes", "edit 1 --clear note", "delete n1 --yes"])
def test_what_was_removed_here_and_purged_there_is_said_too(removed: str, computers: Computers) -> None:
    """The entries here have nothing of it any more; undo alone does."""
    computers.on("desktop", "edit 1 --note SECRET", "note SECRET")
    computers.both_ways()
    computers.on("desktop", removed)
    computers.on("laptop", removed, "purge --yes")
    assert computers.on("desktop", f"merge {quoted(computers.paths['laptop'])} --json").json["purged_there"] == 1
    computers.on("desktop", "purge --yes --remove-backups")
    assert computers.on("desktop", f"merge {quoted(computers.paths['laptop'])} --json").json["purged_there"] == 0


def test_what_this_file_never_had_is_not_said_to_be_in_it(computers: Computers) -> None:
    computers.on("laptop", "edit 1 --note SECRET", "edit 1 --clear note")
    computers.merge("desktop", "laptop")
    computers.on("laptop", "purge --yes")
    assert computers.on("desktop", f"merge {quoted(computers.paths['laptop'])} --json").json["purged_there"] == 0


def test_a_merge_without_a_purge_does_not_say_so(computers: Computers) -> None:
    computers.on("laptop", "note SECRET", "purge n1 --yes", "edit 1 --note x", "delete --for neck --yes")
    answer = computers.on("desktop", f"merge {quoted(computers.paths['laptop'])} --json").json
    assert answer["purged_there"] == 0


def test_rows_of_a_csv_do_not_bring_it_back(computers: Computers) -> None:
    computers.on("desktop", "edit 1 --note SECRET")
    computers.both_ways()
    computers.on("desktop", "edit 1 --clear note", "delete --for neck --yes", "purge --yes")
    computers.on("laptop", "edit 1 --cost 85", f"export {quoted(computers.folder / 'laptop.csv')}")
    computers.on("desktop", f"import {quoted(computers.folder / 'laptop.csv')}")
    session = computers.session("desktop")
    assert (session["cost"], session["note"], conditions(computers, "desktop")) == (85, None, ["lower back"])
    computers.merge("desktop", "laptop")
    assert "SECRET" not in computers.export("desktop")
