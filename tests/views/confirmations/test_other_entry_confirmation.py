"""The answers of note, question, PEG and plan."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.model.other_entries import OtherEntry
from paintrack.views.confirmations.other_entry_confirmation import (
    answered_question_confirmation,
    other_entry_confirmation,
    other_entry_list,
)
from paintrack.views.history.entry_detail import entry_detail
from paintrack.views.text_layout import width_of
from tests.factories.entries import STAMP, a_note, a_peg, a_plan, a_question

HOSTILE = "a\x1b[31m\u202e[bold]b"


@pytest.mark.parametrize(
    ("entry", "answer"),
    [
        (a_note(), "Saved note n1, Mon 6 Jul 2026. And so. Wrong? paintrack undo"),
        (a_question(number=2), "Saved question q2, Mon 6 Jul 2026. And so. Wrong? paintrack undo"),
        (
            a_peg(6, 7, 5),
            "Saved PEG p1, Mon 6 Jul 2026: pain 6, enjoyment 7, activity 5. And so.\n  Wrong? paintrack undo",
        ),
        (
            a_plan(sessions=10, goal=3),
            "Saved plan c1, Mon 6 Jul 2026: lower back, 10 sessions, goal 3. And so.\n  Wrong? paintrack undo",
        ),
    ],
    ids=lambda value: getattr(value, "kind", None),
)
def test_the_answer_has_the_id_the_day_and_the_way_back(entry: OtherEntry, answer: str) -> None:
    assert other_entry_confirmation(entry, "And so.", width=80) == answer


def test_a_settled_question() -> None:
    question = a_question(number=2)
    assert answered_question_confirmation(question, was_settled=False, width=80) == (
        "Settled question q2: it leaves your page. Wrong? paintrack undo"
    )
    # What did not change cannot be taken back: undo would take back something else.
    assert (
        answered_question_confirmation(question, was_settled=True, width=80)
        == "Nothing to change: question q2 was settled already."
    )


def test_lists() -> None:
    assert other_entry_list([], 80) == "None recorded yet."
    entries: list[OtherEntry] = [
        a_note("one\ntwo", private=True),
        a_question(number=12, done=STAMP),
        a_peg(6, 7, 5.5),
        a_plan(goal=3),
    ]
    assert other_entry_list(entries, 80).splitlines() == [
        "  n1  Mon 6 Jul 2026: one two (private)",
        " q12  Mon 6 Jul 2026: Every week? (done)",
        "  p1  Mon 6 Jul 2026: pain 6, enjoyment 7, activity 5.5; mean 6.2",
        "  c1  Mon 6 Jul 2026: lower back, goal 3",
    ]


@pytest.mark.parametrize("entry", [a_note(HOSTILE), a_question(HOSTILE), a_plan(condition=HOSTILE)])
def test_what_steers_a_terminal_is_made_visible(entry: OtherEntry) -> None:
    for text in (
        other_entry_list([entry], 80),
        other_entry_confirmation(entry, "", width=80),
        entry_detail(entry, width=80),
    ):
        assert not re.search(r"[\x1b\u202e]", text)
    assert r"a\x1b[31m\u202e[bold]b" in other_entry_list([entry], 80)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200), st.integers(1, 99_999), st.integers(40, 200))
def test_no_line_is_wider(text: str, number: int, width: int) -> None:
    entries: list[OtherEntry] = [
        a_note(text, number=number),
        a_question(text, number=number),
        a_plan(condition=text, number=number),
    ]
    drawn = [
        other_entry_list(entries, width),
        *(other_entry_confirmation(each, "It is there.", width=width) for each in entries),
    ]
    assert max(width_of(line) for each in drawn for line in each.splitlines()) <= width
