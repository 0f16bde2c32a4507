"""A name in two spellings is one: shown once, and the second spelling is said with the command that ends it."""

from pathlib import Path

import pytest

from paintrack.model.displayed_text import shell_quoted
from tests.commands.exchange.sheet_file_and_saved_sessions import saved, written
from tests.program import Paintrack, unwrapped

HEAD = "date,condition,before,after,practitioner,price\n"
ROWS = "2026-05-01,lower back,7,3,dr chen,60\n2026-05-08,Lower Back,6,3,Dr Chen,60\n2026-05-15,neck,6,3,,\n"


def _both_spellings(paintrack: Paintrack, folder: Path) -> None:
    """As a merge or an import of our own CSV leaves them: each computer had its own."""
    for name, typed in (("a", '"lower back" --with "dr chen"'), ("b", '"Lower Back" --with "Dr Chen"')):
        other = shell_quoted(str(folder / f"{name}.db"))
        day = {"a": "2026-05-01", "b": "2026-05-08"}[name]
        assert paintrack(f"log 7 3 --for {typed} --cost 60 --at {day} --db {other}").code == 0
        assert paintrack(f"merge {other}").code == 0


@pytest.mark.parametrize(
    "typed", ["summary", "summary --plain", "costs", "costs --csv", "costs --visits", "compare --by practitioner"]
)
def test_a_practitioner_is_shown_once(typed: str, paintrack: Paintrack, tmp_path: Path) -> None:
    _both_spellings(paintrack, tmp_path)
    result = paintrack(typed)
    assert result.code == 0
    assert "dr chen" not in result.out
    assert "Dr Chen" in result.out or typed == "costs"


@pytest.mark.parametrize(
    "typed",
    ["summary", "trend", "status", "compare", "conditions", "list", "list --plain", "show 1", "show 2", "trend --all"],
)
def test_a_condition_is_shown_once(typed: str, paintrack: Paintrack, tmp_path: Path) -> None:
    _both_spellings(paintrack, tmp_path)
    out = paintrack(typed).out
    assert "lower back" not in out
    assert "lower back" in out.lower()


def test_programs_read_what_was_typed(paintrack: Paintrack, tmp_path: Path) -> None:
    _both_spellings(paintrack, tmp_path)
    assert [row["condition"] for row in paintrack("list --json").json] == ["lower back", "Lower Back"]
    assert "lower back" in paintrack("export - --format csv").out


@pytest.mark.parametrize(
    ("word", "new", "old"), [("practitioners", "Dr Chen", "dr chen"), ("conditions", "Lower Back", "lower back")]
)
def test_the_second_spelling_is_said(word: str, new: str, old: str, paintrack: Paintrack, tmp_path: Path) -> None:
    _both_spellings(paintrack, tmp_path)
    listed = paintrack(word)
    assert new in listed.out
    command = f'{word} rename "{old}" "{new}"'
    hint = unwrapped(listed.err)
    assert hint == f"{new} is also spelled {old} (1 session). One spelling: paintrack {command}"
    assert paintrack(command).out == f"{old} is now {new}: 1 session. Wrong? paintrack undo\n"
    assert paintrack(word).err == ""
    assert f"the renaming of {old} to {new}" in paintrack("undo").out


def test_a_name_in_two_spellings_gets_a_third(paintrack: Paintrack, tmp_path: Path) -> None:
    _both_spellings(paintrack, tmp_path)
    confirmation = paintrack('practitioners rename "dr chen" "DR CHEN"').out
    assert confirmation == "dr chen and Dr Chen are now DR CHEN: 2 sessions. Wrong? paintrack undo\n"


def test_a_sheet_comes_in_with_one_spelling(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    paintrack(["import", written(tmp_path / "diary.csv", HEAD + ROWS)])
    assert [each.practitioner for each in saved(file)] == ["Dr Chen", "Dr Chen", None]
    assert [each.ratings[0].condition for each in saved(file)] == ["Lower Back", "Lower Back", "neck"]
    assert "Nothing new" in paintrack(["import", str(tmp_path / "diary.csv")]).out


def test_a_sheet_takes_the_spelling_that_is_recorded(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    paintrack('log 7 3 --for "LOWER back" --with "DR Chen"')
    sheet = written(tmp_path / "diary.csv", HEAD + ROWS)
    assert "DR Chen" in paintrack(["import", sheet, "--dry-run"]).out
    paintrack(["import", sheet])
    assert {each.practitioner for each in saved(file)} == {"DR Chen", None}
    assert {each.ratings[0].condition for each in saved(file)} == {"LOWER back", "neck"}


def test_what_is_typed_takes_the_spelling_that_is_shown(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    _both_spellings(paintrack, tmp_path)
    paintrack('log 6 2 --for "LOWER BACK" --with "DR CHEN"')
    newest = saved(file)[-1]
    assert (newest.practitioner, newest.ratings[0].condition) == ("Dr Chen", "Lower Back")
