"""The entries that are no scores of a session."""

import pytest

from paintrack.errors import PegTakesThreeScoresError
from paintrack.model.entries import KINDS, LETTERS, entry_class_of
from paintrack.model.other_entries import Note, Peg, Plan, Question, parse_peg
from paintrack.model.serialization.json_entries import from_record, to_record
from paintrack.views.value_words import in_words, plan_in_words
from tests.factories.entries import a_note, a_peg, a_plan, a_question


@pytest.mark.parametrize("kind", [Note, Question, Peg, Plan])
def test_each_has_a_letter_and_a_place_among_the_kinds(
    kind: type[Note] | type[Question] | type[Peg] | type[Plan],
) -> None:
    assert LETTERS[kind.letter] == kind.kind
    assert kind.kind in KINDS
    assert entry_class_of(kind.kind) is kind


def test_a_kind_that_only_a_newer_paintrack_knows_is_no_kind() -> None:
    with pytest.raises(KeyError):
        entry_class_of("horoscope")


def test_a_long_text_is_named_by_its_first_line() -> None:
    assert in_words(a_note("moved house\nand slept badly", number=3)) == "note n3, moved house"
    assert in_words(a_question("Every week?\nOr less?", number=2)) == "question q2, Every week?"


def test_the_score_of_a_peg_is_the_mean_of_the_three() -> None:
    peg = a_peg(6, 7, 5.5, number=1)
    assert peg.mean == pytest.approx(18.5 / 3)
    assert in_words(peg) == "PEG p1, pain 6, enjoyment 7, activity 5.5"
    assert a_peg(0, 0, 0).mean == 0


@pytest.mark.parametrize("words", [[], ["6", "7"], ["6", "7", "5", "4"]])
def test_a_peg_takes_three_scores(words: list[str]) -> None:
    with pytest.raises(PegTakesThreeScoresError):
        parse_peg(words)


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (a_plan(sessions=10, goal=3), "lower back, 10 sessions, goal 3"),
        (a_plan(sessions=1), "lower back, 1 session"),
        (a_plan(goal=0), "lower back, goal 0"),
        (a_plan(goal=2.5), "lower back, goal 2.5"),
    ],
)
def test_a_plan_names_what_it_has(plan: Plan, words: str) -> None:
    assert plan_in_words(plan) == words


@pytest.mark.parametrize(
    "entry",
    [
        a_note("started amitriptyline", private=True),
        a_question("why?", done="2026-08-01T00:00:00.000000Z"),
        a_peg(6, 7, 5),
        a_plan(sessions=10, goal=3, ended="2026-08-01T00:00:00.000000Z"),
    ],
    ids=lambda entry: entry.kind,
)
def test_each_comes_back_from_its_record(entry: Note | Question | Peg | Plan) -> None:
    assert from_record(to_record(entry)) == entry
