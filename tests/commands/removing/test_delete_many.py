"""Deleting several entries, or all of a condition: shown with counts, all or nothing, one step back."""

import shlex

import pytest

from tests.answers_at_terminal import at_a_terminal
from tests.commands.exports import entries
from tests.program import Paintrack, Result, unwrapped


@pytest.fixture
def diary(paintrack: Paintrack) -> Paintrack:
    for typed in (
        "log 7 3 --for migraine --at 2026-06-01 --cost 85",
        "log 6 3 --for neck --also migraine=5:4 --at 2026-06-08 --note x",
        "log 6 2 --for neck --at 2026-06-15",
        "rate 4 --for migraine --at 2026-06-16",
        "plan set --for migraine --goal 3",
        "rate 0 --rest-of may --for migraine",
        "note new bed",
    ):
        assert paintrack(typed).code == 0, typed
    return paintrack


def test_several_go_in_one_step(diary: Paintrack) -> None:
    before = entries(diary)
    assert diary("delete 3 r1 n1 3 --yes") == Result(
        0,
        "Deleted: session 3, neck 6 -> 2 (4 lower), Mon 15 Jun 2026;\n"
        "  reading r1, migraine 4, Tue 16 Jun 2026; note n1, new bed, Mon 6 Jul 2026.\n"
        "  Wrong? paintrack undo\n  Undo keeps a copy in the file. To remove that too: paintrack purge\n",
        "",
    )
    assert len(entries(diary)) == len(before) - 3
    assert diary("undo").code == 0
    assert entries(diary) == before


def test_all_or_nothing(diary: Paintrack) -> None:
    before = entries(diary)
    assert diary("delete 3 99 r1 --yes").err == (
        "Nothing was changed. There is no session 99. See the ids with: paintrack list\n"
    )
    assert diary("delete 3 x --yes").code == 2
    assert diary("delete 3 r1") == Result(2, "", "3 and r1 were not deleted: confirm with --yes.\n")
    assert entries(diary) == before


def test_a_condition_goes_with_its_counts(diary: Paintrack) -> None:
    before = entries(diary)
    counts = "1 session, 1 reading, 1 plan and 1 month of 0; its scores in 1 session that rates something else too"
    assert diary("delete --for Migraine") == Result(
        2, "", f"migraine ({counts}) was not deleted: confirm with --yes.\n"
    )
    assert unwrapped(diary("delete --for Migraine --yes").out) == (
        f"Deleted migraine: {counts}. In the entries: 1 cost. Wrong? paintrack undo Undo keeps a copy in the file. "
        "To remove that too: paintrack purge --for migraine"
    )
    assert [each["condition"] for each in diary("conditions --json").json] == ["neck"]
    shared = diary("show 2 --json").json
    assert [each["condition"] for each in shared["ratings"]] == ["neck"]
    assert shared["note"] == "x"
    assert diary("undo").out.startswith("Taken back: the deletion of migraine")
    assert entries(diary) == before


def test_a_condition_that_only_shares_sessions(diary: Paintrack) -> None:
    diary("delete 1 r1 c1 m1 --yes")
    assert diary("delete --for migraine --yes").out.startswith("Deleted migraine: its scores in 1 session that rates")
    assert diary("conditions").out.count("\n") == 2


def test_what_cannot_be_deleted_is_led_right(diary: Paintrack) -> None:
    assert diary("delete --for migrain").err == (
        "There is no condition migrain. Did you mean migraine? Nothing was changed.\n"
    )
    both = diary("delete 2 --for migraine").err
    assert diary(shlex.split(both.partition(": paintrack ")[2])).code == 0
    assert [each["condition"] for each in diary("show 2 --json").json["ratings"]] == ["neck"]


def test_on_a_terminal_each_is_shown_and_no_means_no(diary: Paintrack) -> None:
    seen = at_a_terminal("n\n", "delete", "3", "r1")
    assert "Session 3, neck 6 -> 2 (4 lower), Mon 15 Jun 2026" in seen
    assert "Reading r1, migraine 4, Tue 16 Jun 2026" in seen
    assert "Delete 2 entries: 3 and r1? [y/N]" in seen
    assert "Nothing was changed." in seen
    assert "Deleted migraine" in unwrapped(at_a_terminal("y\n", "delete", "--for", "migraine"))
