"""The command `question`."""

import io
import re
import sys
from pathlib import Path

import pytest

from tests.factories.entries import HOSTILE
from tests.program import Clock, Paintrack, Result, unwrapped


def test_a_question_is_kept_for_the_page(paintrack: Paintrack) -> None:
    assert paintrack('question "Is every second week enough?"') == Result(
        0, "Saved question q1, Mon 6 Jul 2026. It will be on your page.\n  Wrong? paintrack undo\n", ""
    )
    assert paintrack("list").out.splitlines()[2].endswith("question: Is every second week enough?")
    assert paintrack("list --plain").out.splitlines()[0] == (
        "Question q1, Monday 6 July 2026, Is every second week enough?"
    )


def test_a_dash_reads_standard_input(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Does it stay?\n"))
    assert paintrack("question - --json").json["text"] == "Does it stay?"


def test_an_empty_question_is_refused(paintrack: Paintrack, file: Path) -> None:
    result = paintrack("question")
    assert (result.code, result.out) == (2, "")
    assert result.err == "The question is empty: paintrack question TEXT, or - to read it. Nothing saved.\n"
    assert not file.exists()


def test_a_question_is_settled_once(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("question one")
    clock.forward(minutes=1)
    paintrack("question two")
    clock.forward(hours=1)
    settled = "Settled question q2: it leaves your page. Wrong? paintrack undo\n"
    assert paintrack("question --done q2") == Result(0, settled, "")
    done = paintrack("show q2 --json").json["done"]
    assert done is not None
    assert paintrack("question --list").out == "  q1  Mon 6 Jul 2026: one\n  q2  Mon 6 Jul 2026: two (done)\n"
    assert "Done" in paintrack("show q2").out
    again = paintrack("question --done q2")
    assert again == Result(0, "Nothing to change: question q2 was settled already.\n", "")
    assert paintrack("question --done q2 --json").json["done"] == done
    # Nothing was saved by it: undo takes back the settling.
    assert paintrack("undo").out.startswith("Taken back: settling question q2, two.")
    assert paintrack("show q2 --json").json["done"] is None
    assert paintrack("redo").code == 0
    assert paintrack("show q2 --json").json["done"] is not None


@pytest.mark.parametrize(
    ("label", "code", "sentence"),
    [
        ("n1", 2, "Nothing saved. n1 is not a question, and none is open. To see them all: paintrack question --list"),
        ("q9", 1, "Nothing saved. There is no question q9. See the ids with: paintrack list"),
        (
            "two",
            2,
            "Nothing saved. two is not an id. Ids are numbers such as 12, r5 for a reading, or last: paintrack list",
        ),
    ],
)
def test_only_a_question_that_is_there_is_settled(label: str, code: int, sentence: str, paintrack: Paintrack) -> None:
    paintrack("note one")
    assert paintrack(f"question --done {label}") == Result(code, "", f"{sentence}\n")


def test_the_list(paintrack: Paintrack) -> None:
    assert paintrack("question --list") == Result(0, "None recorded yet.\n", "")
    assert paintrack("question --list --json").json == []
    paintrack("question why?")
    (stored,) = paintrack("question --list --json").json
    assert (stored["id"], stored["text"], stored["done"]) == ("q1", "why?", None)


def test_it_is_shown_edited_deleted_and_taken_back(paintrack: Paintrack) -> None:
    paintrack("question why?")
    assert paintrack("edit q1 --at 2026-07-01").code == 0
    assert paintrack("show q1").out.startswith("Question q1   Wed 1 Jul 2026 (time not given)\nText          why?")
    assert paintrack("delete q1 --yes").out.startswith("Deleted: question q1, why?")
    assert paintrack("question --list --json").json == []
    for _ in range(3):
        assert paintrack("undo").code == 0
    assert paintrack("show q1").code == 1
    for _ in range(2):
        assert paintrack("redo").code == 0
    assert paintrack("show q1 --json").json["at"].startswith("2026-07-01")


def test_what_steers_a_terminal_is_shown_visibly(paintrack: Paintrack) -> None:
    assert paintrack(["question", HOSTILE]).code == 0
    for typed in ("list", "list --plain", "question --list", "show q1", "question --done q1", "undo"):
        result = paintrack(typed)
        assert result.code == 0
        assert not re.search(r"[\u202a-\u202e\u2066-\u2069]", result.out + result.err), typed


def test_an_id_of_another_entry_leads_to_a_question_that_is_there(paintrack: Paintrack) -> None:
    for number in (1, 2, 3):
        paintrack(f"log 7 3 --at '{number} jul'")
    assert "3 is not a question, and none is open. To see them all: paintrack question --list" in unwrapped(
        paintrack("question --done 3").err
    )
    for words in ("how long", "every week"):
        paintrack(f"question {words}")
    for typed, meant in (("2", "q2"), ("3", "q1")):
        refused = unwrapped(paintrack(f"question --done {typed}").err)
        assert f"{typed} is not a question. For question {meant}: paintrack question --done {meant}" in refused
    paintrack("question --done q1")
    assert "paintrack question --done q2" in unwrapped(paintrack("question --done 1").err)


def test_the_id_of_a_deleted_entry_is_no_question_either(paintrack: Paintrack) -> None:
    paintrack("rate 3")
    for typed in ("undo", "log 7 3", "undo", "question why?"):
        assert paintrack(typed).code == 0
    for label in ("1", "7", "r1"):
        refused = paintrack(f"question --done {label}")
        assert (refused.code, f"{label} is not a question. For question q1: " in unwrapped(refused.err)) == (2, True)
    refused = paintrack("effect bruise --session r1")
    assert (refused.code, "r1 is a reading; --session takes the id of a session" in refused.err) == (2, True)


def test_list_and_done_as_words_mean_the_options(paintrack: Paintrack) -> None:
    paintrack("question how long")
    assert paintrack("question list") == paintrack("question --list")
    assert paintrack("question List --json") == paintrack("question --list --json")
    assert paintrack("question done q1").out.startswith("Settled question q1")
    assert paintrack("question done q1") == paintrack("question --done q1")
    assert paintrack("question done q9").code == 1
    assert len(paintrack("question --list --json").json) == 1
    assert paintrack("question done with needles?").out.startswith("Saved question q2")
    assert paintrack("question list of points?").out.startswith("Saved question q3")
