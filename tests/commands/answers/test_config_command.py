"""`paintrack config`."""

from pathlib import Path

import pytest

from tests.program import Paintrack, is_one_sentence

NOTHING = {"name": None, "before-needling": None, "currency": None, "paper": None, "plain": None, "ascii": None}
NAMES = "name, before-needling, currency, paper, plain or ascii"
USAGE = f"config takes set NAME VALUE or clear NAME. NAME is one of {NAMES}. Nothing saved."
NO_COLOUR = f"There is no setting colour; it is {NAMES}. Nothing saved."


def test_nothing_is_set_at_first(paintrack: Paintrack, file: Path) -> None:
    assert paintrack("config").out == (
        "name             not set\nbefore-needling  not set\ncurrency         not set\npaper            not set\n"
        "plain            not set\nascii            not set\n"
    )
    assert paintrack("config --json").json == NOTHING
    assert not file.exists()


def test_set_show_clear(paintrack: Paintrack) -> None:
    assert paintrack("config set name Maria Kovač").out == "Saved: name is now Maria Kovač. Wrong? paintrack undo\n"
    paintrack("config set paper Letter")
    assert paintrack("config").out == (
        "name             Maria Kovač\nbefore-needling  not set\ncurrency         not set\npaper            letter\n"
        "plain            not set\nascii            not set\n"
    )
    assert paintrack("config clear name").out == "Saved: name is not set any more. Wrong? paintrack undo\n"
    assert paintrack("config --json").json == {**NOTHING, "paper": "letter"}


def test_a_change_is_answered_with_json_where_that_is_asked_for(paintrack: Paintrack) -> None:
    assert paintrack("config set currency EUR --json").json == {**NOTHING, "currency": "EUR"}
    assert paintrack("config set paper letter --json --quiet").json == {**NOTHING, "currency": "EUR", "paper": "letter"}
    assert paintrack("config clear currency --json").json == {**NOTHING, "paper": "letter"}
    assert paintrack("config clear currency --json").json == paintrack("config --json").json


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("set name Ana", "Nothing to change: name is Ana already."),
        ("set currency EUR", "Nothing to change: currency is EUR already."),
        ("clear paper", "Nothing to change: paper is not set."),
    ],
)
def test_what_is_so_already_is_no_change(typed: str, sentence: str, paintrack: Paintrack, file: Path) -> None:
    paintrack("log 7 3 --cost 60")
    paintrack("config set name Ana")
    paintrack("config set currency EUR")
    before = file.read_bytes()
    assert paintrack(f"config {typed}").out == f"{sentence}\n"
    assert file.read_bytes() == before


def test_undo_and_redo(paintrack: Paintrack) -> None:
    def currency() -> str | None:
        value: str | None = paintrack("config --json").json["currency"]
        return value

    paintrack("config set currency EUR")
    paintrack("config set currency CHF")
    assert "the setting of currency" in paintrack("undo").out
    assert currency() == "EUR"
    paintrack("undo")
    assert currency() is None
    paintrack("redo")
    assert currency() == "EUR"
    paintrack("redo")
    assert currency() == "CHF"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("set colour red", NO_COLOUR),
        ("clear colour", NO_COLOUR),
        ("set paper a5", "The paper is a4 or letter. You typed a5. Nothing saved."),
        (
            "set name",
            USAGE,
        ),
        (
            "name Maria",
            "Nothing saved. Did you mean: paintrack config set name Maria",
        ),
    ],
)
def test_what_is_refused_changes_nothing(typed: str, sentence: str, paintrack: Paintrack, file: Path) -> None:
    result = paintrack(f"config {typed}")
    assert (result.code, result.out, result.err) == (2, "", f"{sentence}\n")
    assert is_one_sentence(result.err)
    assert not file.exists()


def test_what_steers_a_terminal_is_shown_visibly(paintrack: Paintrack) -> None:
    saved = paintrack(["config", "set", "name", "a\u202eb"])
    assert r"name is now a\u202eb." in saved.out
    assert paintrack("config").out.splitlines()[0] == r"name             a\u202eb"


def test_the_paper_of_the_page(paintrack: Paintrack) -> None:
    paintrack("config set paper letter")
    assert paintrack("summary --json").json["paper"] == "letter"
    assert paintrack("summary --json --paper a4").json["paper"] == "a4"
