"""A deletion takes also what the other side typed before it and the deleter never saw: that is named, once a side."""

import pytest

from tests.commands.merging.two_computers import Computers
from tests.program import quoted

pytestmark = pytest.mark.usefixtures("wide_terminal")

NEVER_SEEN = "Where it was deleted, this was never seen: note 'slept well', lower back after 9."
PERHAPS_NEVER_SEEN = "Where it was deleted, this may never have been seen: note 'slept well', lower back after 9."
PURGED = "Where it was purged, this may never have been seen: its note, a score."
WAY_BACK = "To have it back, undo the deletion where it was made and merge again."
SIDES = [("desktop", "laptop"), ("laptop", "desktop")]


@pytest.fixture
def deleted(computers: Computers) -> Computers:
    """The desktop deleted session 1 after the laptop had changed it, which the desktop did not know."""
    computers.on("laptop", "edit 1 --note 'slept well' --for 'lower back' --after 9")
    computers.on("desktop", "delete 1 --yes")
    return computers


@pytest.mark.parametrize(("into", "source"), SIDES)
def test_what_the_deleter_never_saw_is_named_once(into: str, source: str, deleted: Computers) -> None:
    for options in ("--dry-run", ""):
        answer = deleted.merge(into, source, options).out
        assert f"deleted on one side, and stays deleted. {NEVER_SEEN} {WAY_BACK}" in answer
    assert "never seen" not in deleted.merge(into, source).out
    assert NEVER_SEEN in deleted.merge(source, into).out or source == "desktop"
    for one, other in SIDES:
        assert "never seen" not in deleted.merge(one, other).out


def test_as_json_it_has_what_is_lost(deleted: Computers) -> None:
    (lost,) = deleted.merge("desktop", "laptop", "--json").json["lost_edits"]
    assert lost["values"] == [
        {"value": "note", "lost": "'slept well'"},
        {"value": "lower back after", "lost": "9"},
    ]
    assert (lost["changed_later"], lost["certain"]) == (False, True)


@pytest.mark.parametrize(("into", "source"), SIDES)
def test_what_the_deleter_knew_is_not_named(into: str, source: str, computers: Computers) -> None:
    computers.on("laptop", "edit 1 --note 'slept well' --for 'lower back' --after 9")
    computers.merge("desktop", "laptop")
    computers.on("desktop", "delete 1 --yes")
    for one, other in ((into, source), (source, into)):
        assert "seen" not in computers.merge(one, other).out


def test_what_the_deleter_changed_itself_is_not_lost(computers: Computers) -> None:
    computers.on("laptop", "edit 1 --note 'slept well'")
    computers.on("desktop", "edit 1 --note 'slept badly'", "delete 1 --yes")
    assert "seen" not in computers.merge("desktop", "laptop").out
    assert "seen" not in computers.merge("laptop", "desktop").out


@pytest.mark.parametrize("is_purge_here", [False, True])
def test_a_purge_names_what_it_may_take_without_its_words(is_purge_here: bool, deleted: Computers) -> None:
    deleted.on("desktop", "purge 1 --yes")
    into, source = ("desktop", "laptop") if is_purge_here else ("laptop", "desktop")
    for options in ("--dry-run", ""):
        answer = deleted.merge(into, source, options).out
        assert f"deleted on one side, and stays deleted. {PURGED}" in answer
        assert "slept well" not in answer
        assert WAY_BACK not in answer
    deleted.merge("laptop", "desktop")
    for one, other in SIDES:
        assert "seen" not in deleted.merge(one, other).out


@pytest.mark.parametrize("typed", ["delete 1 --yes", "purge 1 --yes"])
def test_an_entry_that_nobody_changed_loses_nothing(typed: str, computers: Computers) -> None:
    computers.on("desktop", typed)
    for one, other in (*SIDES, *SIDES):
        assert "seen" not in computers.merge(one, other).out


def test_json_knows_no_values_of_what_was_deleted(deleted: Computers) -> None:
    document = deleted.folder / "desktop.json"
    document.write_text(deleted.export("desktop"), encoding="utf-8")
    for options in ("--dry-run", ""):
        answer = deleted.on("laptop", f"merge {quoted(document)} {options}").out
        assert f"{PERHAPS_NEVER_SEEN} {WAY_BACK}" in answer
    assert "seen" not in deleted.on("laptop", f"merge {quoted(document)}").out


@pytest.mark.parametrize(("into", "source"), SIDES)
def test_undo_where_it_was_deleted_brings_it_back(into: str, source: str, deleted: Computers) -> None:
    deleted.merge("laptop", "desktop")
    deleted.on("desktop", "undo")
    deleted.merge(into, source)
    deleted.merge(source, into)
    for name in ("desktop", "laptop"):
        assert deleted.session(name)["note"] == "slept well"


@pytest.mark.parametrize(("into", "source"), SIDES)
def test_a_later_change_is_named_with_its_value(into: str, source: str, deleted: Computers) -> None:
    deleted.on("laptop", "edit 1 --cost 85", "edit 1 --for hip --before 4 --after 2")
    answer = deleted.merge(into, source).out
    assert (
        "deleted on one side, changed on the other after that. It stays deleted. Where it was deleted, this was never "
        "seen: cost 85, note 'slept well', hip before 4, hip after 2, lower back after 9."
    ) in answer
