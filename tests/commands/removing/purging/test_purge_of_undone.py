"""purge where the journal holds what undo took back, or a state that nobody can read."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands.removing.words_in_files import files_with
from tests.program import Paintrack, quoted

# Not JSON, no entry, no text where text belongs.
UNREADABLE = [
    "",
    "{",
    "[]",
    "7",
    "null",
    "[" * 100_000,
    '{"at": null}',
    '{"at": ["2026"]}',
    '{"condition": ["SECRET"]}',
    '{"ratings": 7}',
    '{"ratings": [{}, null]}',
    '{"ratings": [{"condition": "SECRET", "key": []}]}',
    '{"set_aside": ["SECRET"]}',
    '{"set_aside": {"rating": "SECRET"}}',
]


def spoil_journal(file: Path, former: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as plain:
        plain.execute("UPDATE change SET former = ? WHERE former IS NOT NULL", (former,))


@pytest.mark.parametrize(("typed", "id_"), [("log 7 3 --for neck", "1"), ("rate 4 --for neck", "r1"), ("note x", "n1")])
def test_an_addition_that_was_undone_is_purged(typed: str, id_: str, paintrack: Paintrack) -> None:
    paintrack(typed)
    paintrack("undo")
    counts = paintrack(f"purge {id_} --yes --json").json
    assert (sum(counts["purged"].values()), counts["deleted_of_the_same_day"]) == (1, [])


def test_a_twin_of_an_undone_session_is_named(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for neck")
    paintrack("log 6 2 --for neck")
    paintrack("undo --steps 2 --yes")
    assert paintrack("purge 1 --yes --json").json["deleted_of_the_same_day"] == ["2"]


def test_a_condition_that_was_undone_is_purged(paintrack: Paintrack, file: Path) -> None:
    paintrack("log 7 3 --for SECRET")
    paintrack("undo")
    assert paintrack("purge --for SECRET --yes").code == 0
    assert files_with(file.parent, "SECRET") == []


@pytest.mark.parametrize("former", UNREADABLE)
@pytest.mark.parametrize("target", ["1", "--for neck", ""])
def test_a_state_that_nobody_can_read_is_no_hindrance(
    target: str, former: str, paintrack: Paintrack, file: Path
) -> None:
    paintrack("log 7 3 --for neck")
    paintrack("edit 1 --note y")
    paintrack("delete 1 --yes")
    spoil_journal(file, former)
    result = paintrack(f"purge {target} --yes")
    assert (result.code, "Internal" in result.err) == (0, False)


@pytest.mark.parametrize("former", [each for each in UNREADABLE if "SECRET" in each] + ['{"condition": "SECRET'])
def test_a_name_in_an_unreadable_state_goes_too(former: str, paintrack: Paintrack, file: Path) -> None:
    paintrack("log 7 3 --for neck")
    paintrack("edit 1 --note y")
    spoil_journal(file, former)
    assert paintrack("purge --for secret --yes").code == 0
    assert files_with(file.parent, "SECRET") == []


def test_copies_that_a_person_named_are_named(paintrack: Paintrack, file: Path) -> None:
    paintrack("note SECRET")
    for name in ("mine.db", "yours.db"):
        paintrack(["backup", str(file.parent / name)])
    paintrack(["export", str(file.parent / "history.json")])
    paintrack(f"note SECRET --db {quoted(file.parent / 'other.db')}")
    paintrack(["log", "7", "3"])
    paintrack(["backup", str(file.parent / "later.db")])
    paintrack("delete n1 --yes")
    named = paintrack("purge --yes --json --remove-backups").json["also_in"]
    assert [Path(each).name for each in named] == ["later.db", "mine.db", "yours.db"]
    assert paintrack("purge --yes --json").json["also_in"] == named
