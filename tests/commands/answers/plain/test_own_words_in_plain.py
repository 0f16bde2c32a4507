"""With `--plain`, what a person wrote stays as it was written, and paintrack's own dates beside it are in full."""

import pytest

from tests.program import AtTerminal, Paintrack

TEXT = "7 -> 5 since 6 Jul, 3 = good"


@pytest.fixture(autouse=True)
def written(paintrack: Paintrack) -> None:
    for typed in (
        ["log", "7", "5", "--for", "a -> b", "--note", TEXT, "--receipt", TEXT],
        ["note", TEXT],
        ["question", TEXT],
        ["config", "set", "name", TEXT],
        ["remind", "--next", "14 jul 14:00"],
    ):
        assert paintrack(typed).code == 0


@pytest.mark.parametrize("typed", ["list", "note --list", "question --list", "show 1", "show n1", "show q1", "config"])
def test_a_text_is_shown_as_it_was_written(typed: str, paintrack: Paintrack) -> None:
    lines = [line for line in paintrack(f"{typed} --plain").out.splitlines() if "7 -> 5" in line]
    assert lines
    for line in lines:
        assert TEXT in line


def test_what_is_about_to_go_is_shown_so_too(at_terminal: AtTerminal) -> None:
    assert at_terminal("delete n1 --plain", "n").err == (
        f"Note n1, Monday 6 July 2026 at 14:02.\nText: {TEXT}.\nTyped: Monday 6 July 2026 at 14:02.\n"
        "Delete note n1? Yes or no (Enter: no): Nothing was changed.\n"
    )


def test_the_next_visit_has_its_day_in_full(paintrack: Paintrack) -> None:
    assert "On: Tuesday 14 July 2026 at 14:00.\n" in paintrack("show v1 --plain").out
    assert "Next visit v1, Monday 6 July 2026, Tuesday 14 July 2026 at 14:00.\n" in paintrack("list --plain").out
