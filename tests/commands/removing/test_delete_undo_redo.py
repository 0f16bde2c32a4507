"""Removing, taking back, putting back: nothing is lost, and what happened is named."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.views.text_layout import width_of
from tests.example_counts import examples
from tests.program import Clock, Paintrack, Result

COMMANDS = (
    "log 7 3", "log 6 4 --for neck --with 'Dr Li' --points LI4 --note x", "before 8", "before 5 --for neck", "after 2",
    "after 1 --for neck", "rate 4", "rate 0 --for knee", "effect bruise", "edit 1 --after 1 --for pain",
    "edit 1 --note y", "edit 1 --clear note", "edit r1 --score 9", "delete 1 --yes", "delete 2 --yes",
    "delete r1 --yes",
    "edit 2 --rename-for hip", "effect chest pain --session 2", "before 3 --another",
)  # fmt: skip


def test_off_a_terminal_a_deletion_needs_yes(paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    assert paintrack("delete 1") == Result(2, "", "Session 1 was not deleted: confirm with --yes.\n")
    assert paintrack("show 1").code == 0


def test_a_deletion_names_what_went_and_undo_brings_it_back(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --note x")
    stored = paintrack("show 1 --json").json
    assert paintrack("delete 1 --yes") == Result(
        0,
        "Deleted: session 1, pain 7 -> 3 (4 lower), Mon 6 Jul 2026. In the entry: 1 note.\n"
        "  Wrong? paintrack undo\n"
        "  Undo keeps a copy in the file. To remove that too: paintrack purge 1\n",
        "",
    )
    assert paintrack("show 1") == Result(1, "", "Session 1 was deleted. Undo takes back the newest change first.\n")
    assert paintrack("undo") == Result(
        0,
        "Taken back: the deletion of session 1, pain 7 -> 3 (4 lower), Mon 6 Jul 2026.\n"
        "  Put it back: paintrack redo\n",
        "",
    )
    back = paintrack("show 1 --json").json
    assert {**back, "edited": None} == {**stored, "edited": None}


@pytest.mark.parametrize(
    "typed", ["edit 1 --after 3", "delete 1 --yes", "after 3 --session 1", "effect bruise --session 1"]
)
def test_what_was_deleted_is_not_changed(typed: str, paintrack: Paintrack) -> None:
    paintrack("log 7")
    paintrack("delete 1 --yes")
    closing = "Nothing was changed." if typed.startswith("delete") else "Nothing saved."
    sentence = f"Session 1 was deleted. Undo takes back the newest change first. {closing}\n"
    assert paintrack(typed) == Result(1, "", sentence)


def test_a_deleted_reading_is_named_by_its_id(paintrack: Paintrack) -> None:
    paintrack("rate 4")
    assert paintrack("delete r1 --yes").out == (
        "Deleted: reading r1, pain 4, Mon 6 Jul 2026. Wrong? paintrack undo\n"
        "  Undo keeps a copy in the file. To remove that too: paintrack purge r1\n"
    )


def test_a_number_is_never_given_twice(paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    paintrack("delete 1 --yes")
    assert "Session 2." in paintrack("log 7 3").out
    paintrack("undo")
    assert "Session 3." in paintrack("log 7 3").out


def test_undo_takes_back_one_change_after_the_other(paintrack: Paintrack) -> None:
    paintrack("before 7")
    paintrack("after 3")
    paintrack("effect bruise")
    paintrack("rate 4")
    answers = [paintrack("undo").out.replace("\n ", "") for _ in range(4)]
    assert answers == [
        "Taken back: reading r1, pain 4, Mon 6 Jul 2026. Put it back: paintrack redo\n",
        "Taken back: side effect of session 1: bruise or bleeding. Put it back: paintrack redo\n",
        "Taken back: pain 3 after session 1, Mon 6 Jul 2026. Put it back: paintrack redo\n",
        "Taken back: pain 7 before session 1, Mon 6 Jul 2026. Put it back: paintrack redo\n",
    ]
    assert paintrack("undo") == Result(1, "", "There is nothing to take back.\n")
    put_back = [paintrack("redo").out.replace("\n ", "") for _ in range(4)]
    assert put_back == [
        each.replace("Taken back", "Put back").replace("Put it back: paintrack redo", "Wrong? paintrack undo")
        for each in reversed(answers)
    ]
    assert paintrack("redo") == Result(1, "", "There is nothing to put back.\n")


def test_something_new_ends_what_could_be_put_back(paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    paintrack("undo")
    paintrack("log 6 2")
    assert paintrack("redo") == Result(1, "", "There is nothing to put back.\n")


def test_a_refused_command_does_not_end_what_could_be_put_back(paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    paintrack("undo")
    paintrack("log 11 2")
    paintrack("after 3")
    assert paintrack("redo").code == 0


def test_nothing_was_ever_saved(paintrack: Paintrack, file: Path) -> None:
    for typed in ("undo", "redo", "delete 1 --yes"):
        result = paintrack(typed)
        assert (result.code, result.out) == (1, "")
        assert result.err.count("\n") == 1
    assert not file.exists()


def test_an_old_change_is_shown_and_asked_about(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("log 7 3")
    clock.forward(hours=1)
    assert paintrack("undo").code == 0
    paintrack("redo")
    clock.forward(days=3)
    result = paintrack("undo")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "The last change is from 3 days ago: session 1, pain 7 -> 3 (4 lower), Mon 6 Jul 2026. "
        "It was not taken back: confirm with --yes.\n"
    )
    assert paintrack("show 1").code == 0
    assert paintrack("undo --yes").code == 0
    assert paintrack("show 1").code == 1


def test_the_clock_going_back_asks_nothing(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("log 7 3")
    clock.forward(days=-30)
    assert paintrack("undo").code == 0


def test_quiet(paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    for typed in ("undo -q", "redo -q", "delete 1 --yes -q"):
        assert paintrack(typed) == Result(0, "", "")


def exported(paintrack: Paintrack) -> list[dict[str, object]]:
    rows = json.loads(paintrack("list --json").out)
    return [{name: value for name, value in row.items() if name != "edited"} for row in rows]


# Few: each example runs up to forty commands. The fixture `paintrack` keeps nothing between examples.
@examples(25)
@given(typed=st.lists(st.sampled_from(COMMANDS), max_size=8))
def test_any_commands_can_be_undone_and_redone(
    typed: Sequence[str], paintrack: Paintrack, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PAINTRACK_DB", str(tmp_path_factory.mktemp("with blanks") / "mine.db"))
        states = [exported(paintrack)]
        for each in typed:
            result = paintrack(each)
            if result.code == 0 and not result.out.startswith("Nothing to change"):
                states.append(exported(paintrack))
        for state in reversed(states[:-1]):
            assert paintrack("undo").code == 0
            assert exported(paintrack) == state
        assert paintrack("undo").code == 1
        for state in states[1:]:
            assert paintrack("redo").code == 0
            assert exported(paintrack) == state
        assert paintrack("redo").code == 1


def test_forty_columns(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    paintrack("log 7 3 --for 'right shoulder blade' --also 'lower back=5:2'")
    for typed in ("undo", "redo", "delete 1 --yes"):
        assert max(map(width_of, paintrack(typed).out.splitlines())) <= 40


def test_a_date_is_not_cut_at_the_end_of_a_line(paintrack: Paintrack) -> None:
    paintrack("log 8 5 --for 'lower back' --also neck=7:3")
    for typed in ("undo", "redo", "delete 1 --yes"):
        assert "Mon 6 Jul 2026" in paintrack(typed).out
