"""`undelete 2`, `restore 2`, `redo r1`: what brings a deleted entry back, and never something else."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from paintrack.model.displayed_text import shell_quoted
from tests.program import Clock, Paintrack, Result, TypeHistory, quoted

WORDS = ("undelete", "restore", "recover", "unremove", "un-rm", "reinstate", "redo")
# Forms in which people name the same entry.
FORMS = ("{}", "session {}", "sessions {}", "'#{}'", "'session {}'")


@pytest.fixture(autouse=True)
def three_sessions(type_history: TypeHistory) -> None:
    type_history("log 7 3 --for neck", "log 6 2 --for knee", "log 5 1 --for neck --also knee=4:2")


def suggested(result: Result) -> str:
    """The one command line that the answer names last; beside `undo` stands what it takes back."""
    assert (result.code, result.out) == (2, "")
    return result.err.rpartition("paintrack ")[2].partition("\n")[0].strip()


def deleted_sessions(file: Path) -> set[int]:
    with closing(sqlite3.connect(file)) as plain:
        return {
            number
            for (number,) in plain.execute("SELECT number FROM entry WHERE deleted IS NOT NULL AND kind = 'session'")
        }


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("form", FORMS)
def test_what_was_deleted_last_comes_back(word: str, form: str, paintrack: Paintrack, file: Path) -> None:
    paintrack("delete 2 --yes")
    typed = f"{word} {form.format(2)}"
    # So many changes are put back by `redo 2`.
    if typed == "redo 2":
        return
    assert suggested(paintrack(typed)) == "undo"
    assert paintrack("undo").code == 0
    assert deleted_sessions(file) == set()


@pytest.mark.parametrize("word", WORDS[:-1])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (2, "Session 2 is not deleted: paintrack show 2"),
        (9, "There is no session 9. See the ids with: paintrack list"),
        (3, "Session 3 was purged: it is gone for good."),
    ],
)
def test_what_is_not_deleted_is_told_as_it_is(
    word: str, form: str, number: int, sentence: str, paintrack: Paintrack, type_history: TypeHistory
) -> None:
    type_history("delete 3 --yes", "purge 3 --yes")
    refused = paintrack(f"{word} {form.format(number)} --yes")
    assert (refused.code, refused.out) == (2, "")
    assert sentence in refused.err
    assert not re.search("undo|redo|delete [0-9]", refused.err)


def test_of_several_one_may_not_be_deleted(paintrack: Paintrack) -> None:
    paintrack("delete 1 --yes")
    for word in ("undelete", "restore"):
        assert "Session 2 is not deleted: paintrack show 2\n" in paintrack(f"{word} 1 2").err


def test_what_else_goes_is_said_and_asked_about(paintrack: Paintrack, file: Path) -> None:
    for typed in ("delete 1 --yes", "note new bed"):
        assert paintrack(typed).code == 0
    for typed in ("undelete 1 --yes", "--yes undelete 1", "restore 1 --yes", "undo session 1 -y"):
        answer = paintrack(typed).err.removeprefix("Nothing was changed. ")
        assert answer == (
            "To bring back session 1, all of this is taken back:\n"
            "  note n1, new bed\n"
            "  the deletion of session 1, neck 7 -> 3 (4 lower), Mon 6 Jul 2026\n"
            "If that is right:\n"
            "  paintrack undo --steps 2\n"
        )
    assert paintrack("undo --steps 2 --yes").code == 0
    assert deleted_sessions(file) == set()
    assert "Session 1 is not deleted" in paintrack("undelete 1").err


def test_what_was_deleted_with_it_is_said(paintrack: Paintrack, file: Path) -> None:
    paintrack("delete 1 2 --yes")
    answer = paintrack("undelete 1 --yes")
    assert suggested(answer) == "undo"
    assert "session 1" in answer.err
    assert "session 2, knee 6 -> 2" in answer.err
    assert suggested(paintrack("undelete 1 and 2 --yes")) == "undo --yes"
    assert paintrack("undo --yes").code == 0
    assert deleted_sessions(file) == set()


def test_many_changes_are_counted(paintrack: Paintrack) -> None:
    paintrack("delete 1 --yes")
    for number in range(9):
        paintrack(f"note {number}")
    answer = paintrack("undelete 1")
    assert answer.err.count("\n  note n") == 8
    assert "\n  and 2 more\n" in answer.err
    assert suggested(answer) == "undo --steps 10"


def test_what_undo_took_back_is_put_back(paintrack: Paintrack, file: Path) -> None:
    paintrack("rate 5")
    paintrack("undo --steps 3 --yes")
    assert suggested(paintrack("undelete 2")) == "redo"
    answer = paintrack("undelete reading 1 --yes")
    assert suggested(answer) == "redo --steps 3"
    assert answer.err.startswith("To bring back reading r1, all of this is put back:\n  session 2, knee 6 -> 2")
    paintrack("redo --steps 3 --yes")
    assert deleted_sessions(file) == set()


def test_what_undo_does_not_reach_any_more(paintrack: Paintrack) -> None:
    paintrack("undo")
    paintrack("note another change")
    for typed in ("undelete 3", "restore 3", "redo session 3", "undo session 3"):
        assert "Undo cannot bring session 3 back any more." in paintrack(typed).err


def test_a_condition_comes_back(paintrack: Paintrack, file: Path) -> None:
    assert paintrack("undelete knee").err == "No deletion of knee can be taken back.\n"
    paintrack("delete --for knee --yes")
    for typed in ("undelete knee", "undelete --for KNEE", "undelete"):
        assert suggested(paintrack(typed)) == "undo"
    paintrack("note new bed")
    answer = paintrack("undelete knee --yes")
    assert suggested(answer) == "undo --steps 2"
    assert answer.err.startswith("To bring back knee, all of this is taken back:\n  note n1, new bed\n")
    assert suggested(paintrack("undelete")) == "undo --steps 2"
    paintrack("undo --steps 2 --yes")
    assert deleted_sessions(file) == set()
    assert paintrack("trend --for knee").code == 0


def test_nothing_is_deleted(paintrack: Paintrack) -> None:
    for typed in ("undelete", "undelete --yes", "undelete last", "reinstate last reading"):
        assert paintrack(typed) == Result(2, "", "Nothing that was deleted can be brought back.\n")


def test_the_last_is_the_one_that_was_deleted_last(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("rate 4")
    paintrack("delete 1 --yes")
    clock.forward(minutes=1)
    paintrack("delete r1 --yes")
    assert suggested(paintrack("undelete last")) == "undo"
    answer = paintrack("undelete last session")
    assert suggested(answer) == "undo --steps 2"
    assert "To bring back session 1," in answer.err


def test_the_named_file_stays_named(paintrack: Paintrack, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    named = f"--db {shell_quoted(str(other))}"
    for typed in ("log 7 3", "delete 1 --yes"):
        paintrack(f"{typed} --db {quoted(other)}")
    assert suggested(paintrack(f"undelete 1 --db {quoted(other)}")) == f"undo {named}"
    paintrack(f"note x --db {quoted(other)}")
    assert suggested(paintrack(f"undelete 1 --db {quoted(other)}")) == f"{named} undo --steps 2"
    assert suggested(paintrack(f"undelete n1 --db {quoted(other)}")) == f"{named} show n1"


def test_a_file_is_restored_as_before(paintrack: Paintrack) -> None:
    assert "paintrack restore paintrack-backup.db" in paintrack("recover paintrack-backup.db").err
    assert "Did you mean" not in paintrack("restore missing.db").err
