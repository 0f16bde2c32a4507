"""Notes, questions, PEGs and plans are corrected by `edit`, and taken back."""

import pytest

from tests.program import Paintrack, Result, unwrapped


@pytest.fixture
def remarks(paintrack: Paintrack) -> Paintrack:
    """A patient with one entry of each kind that is no score."""
    for typed in ("log 7 3", "note old text", "question why", "peg 6 7 5", "plan set --sessions 10 --goal 3"):
        assert paintrack(typed).code == 0
    return paintrack


@pytest.mark.parametrize(
    ("typed", "label", "field", "value", "old"),
    [
        ("--text 'new text'", "n1", "text", "new text", "old text"),
        ("--private", "n1", "private", True, False),
        ("--text 'why not'", "q1", "text", "why not", "why"),
        ("--peg '3 2 1'", "p1", "activity", 1, 5),
        ("--sessions 12", "c1", "sessions", 12, 10),
        ("--goal 2.5", "c1", "goal", 2.5, 3),
    ],
)
def test_only_what_is_given_changes(
    typed: str, label: str, field: str, value: object, old: object, remarks: Paintrack
) -> None:
    before = remarks(f"show {label} --json").json
    assert before[field] == old
    assert remarks(f"edit {label} {typed}").code == 0
    after = remarks(f"show {label} --json").json
    assert after[field] == value
    changed = {name for name in before if before[name] != after[name]} - {"edited"}
    assert changed <= ({"pain", "enjoyment", "activity"} if label == "p1" else {field})
    assert remarks("undo").code == 0
    assert remarks(f"show {label} --json").json[field] == old


def test_public_brings_a_note_back_to_the_page(remarks: Paintrack) -> None:
    remarks("edit n1 --private")
    assert remarks("edit n1 --public") == Result(
        0, "Changed note n1: it will be on your page. Wrong? paintrack undo\n", ""
    )


ON, OFF = "it will be on your page", "it stays off your page"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("--at 2019-04-12", None),
        ("--at 2019-04-12 --public", ON),
        ("--at 2026-04-12 --private", OFF),
        ("--private", OFF),
        ("--text 'I want to end it all'", f"{OFF} (paintrack summary --private prints it)"),
        ("--text 'new mattress'", None),
        ("--text 'new mattress' --public", ON),
    ],
)
def test_what_is_said_of_the_page_is_true(typed: str, sentence: str | None, paintrack: Paintrack) -> None:
    paintrack("log 8 5")
    paintrack("note started warfarin --at 2026-07-01")
    out = unwrapped(paintrack(f"edit n1 {typed}").out)
    assert [each for each in (ON, OFF) if each in out] == ([] if sentence is None else [sentence.split(" (")[0]])
    assert sentence is None or sentence in out
    text = paintrack("show n1 --json").json["text"]
    is_on_the_page = sentence in (ON, None)
    assert (text in paintrack("summary").out) is is_on_the_page


@pytest.mark.parametrize(
    "typed",
    [
        "edit n1 --goal 3",
        "edit q1 --private",
        "edit p1 --text x",
        "edit c1 --peg '1 2 3'",
        "edit 1 --text x",
        "edit n1 --text ''",
        "edit p1 --peg '1 2'",
        "edit c1 --sessions 0",
        "edit n1 --before 3",
    ],
)
def test_what_an_entry_does_not_have_is_refused(typed: str, remarks: Paintrack) -> None:
    result = remarks(typed)
    assert (result.code, result.out) == (2, "")
    assert "Nothing saved." in result.err
