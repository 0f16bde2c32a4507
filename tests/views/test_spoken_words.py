"""What a voice reads: dates in full, no arrows, no columns; the words of a person as they are."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.errors import PaintrackError
from paintrack.views.refusals.refusal_of_error import refusal
from paintrack.views.spoken_words import as_sentence, spoken
from tests.commands.lines_unfit_for_speech import stumbling_lines
from tests.commands.named_commands import named_command_lines
from tests.views.error_sentences import SENTENCES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fri  2 Oct 2026, 18 Oct", "Friday 2 October 2026, 18 October"),
        ("6 Jul to 7 Sep 2026", "6 July to 7 September 2026"),
        ("on 1 day in Nov, 10 in Dec", "on 1 day in November, 10 in December"),
        ("Jul 1 of 4, Aug 2 of 5 days", "July 1 of 4, August 2 of 5 days"),
        ("with Jan, Mon and Sun", "with Jan, Mon and Sun"),
        ("neck 7 -> 5 (2 lower)", "neck before 7, after 5 (2 lower)"),
        ("neck 7.5 -> 10; back 0 -> 1", "neck before 7.5, after 10; back before 0, after 1"),
        ("a -> b", "a to b"),
        ("Saved, Mon 6 Jul 2026 14:02.", "Saved, Monday 6 July 2026 at 14:02."),
        ("Cost 85 EUR, 60 covered.", "Cost 85 euros, 60 covered."),
        ("1 EUR, covered 0.50 CHF, own share 7 XOF", "1 euro, covered 0.50 Swiss francs, own share 7 X O F"),
        ("60 sessions: 5100 EUR paid", "60 sessions: 5100 euros paid"),
        ("Took 2 EUR pills, paid 20 EUR", "Took 2 EUR pills, paid 20 EUR"),
        ("currency is now EUR. Amounts in GBP.", "currency is now euros. Amounts in pounds."),
        ("paintrack log 7 5 --cost 85 --currency EUR", "paintrack log 7 5 --cost 85 --currency EUR"),
        ("0 = none, 10 = worst imaginable.", "0 none, 10 worst imaginable."),
        ('"5 = bad", a = b, 5 = 5', '"5 = bad", a = b, 5 = 5'),
        ('"two  blanks"  one', '"two  blanks" one'),
        ('"7 -> 5 on 6 Jul --x"  6 Jul', '"7 -> 5 on 6 Jul --x" 6 July'),
        ('paintrack trend --for "a --b" --course 2', 'paintrack trend --for "a --b" --course 2'),
        ("it -- or so --all", "it -- or so --all"),
        ("Saved.      Wrong? paintrack undo", "Saved.\nWrong? paintrack undo"),
        ("paintrack edit c1 --at D Wrong? paintrack undo", "paintrack edit c1 --at D\nWrong? paintrack undo"),
        ("Was it Wrong? Yes", "Was it Wrong? Yes"),
        ("Back: <", "Back: the less-than sign"),
        ('Back: <. Stop: Ctrl-C. "x: <"', 'Back: the less-than sign. Stop: Ctrl-C. "x: <"'),
        ('in:  paintrack import "a  b.csv"', 'in: paintrack import "a  b.csv"'),
        ("paintrack before 7 --for 'cost $5 -> up'", "paintrack before 7 --for 'cost $5 -> up'"),
        ("""paintrack rate 3 --for 'it'"'"'s  $ -> up'""", """paintrack rate 3 --for 'it'"'"'s  $ -> up'"""),
        ("the patients' 7 -> 5, Li's  6 Jul", "the patients' before 7, after 5, Li's 6 July"),
        ("""You typed '8" -> 3', 7 -> 3""", """You typed '8" -> 3', before 7, after 3"""),
        ("  one\n\n  two", "one\ntwo"),
        ("", ""),
    ],
)
def test_what_is_read(text: str, expected: str) -> None:
    assert spoken(text) == expected


@pytest.mark.parametrize("path", ["/of 6 Jul/7 -> 5.csv", "two  blanks", " outer ", "two\nlines"])
def test_a_path_is_copied_letter_by_letter(path: str) -> None:
    shown = path.replace("\n", r"\x0a")
    for text, before, after in (("{}", "", ""), ("  Of  7 -> 5: {}.  6 Jul", "Of before 7, after 5: ", ". 6 July")):
        assert spoken(text.format(shown), [path, path[:4]]) == before + shown + after


@pytest.mark.parametrize("typed", ["7 -> 5", "a  b", "5 = bad", " 7 -> 5 ", "->", "-> 5", "= x"])
def test_what_was_typed_is_named_as_it_was_typed(typed: str) -> None:
    named = typed.strip()
    text = f"You typed {named}. Other: 6 -> 4, 0 = none."
    assert spoken(text, typed=["log", typed]) == f"You typed {named}. Other: before 6, after 4, 0 none."


def test_what_was_typed_is_kept_on_one_line_too() -> None:
    assert spoken("Receipt R -> 1.", typed=["--receipt", "R  -> 1"]) == "Receipt R -> 1."


def test_a_day_that_was_typed_is_in_full_elsewhere() -> None:
    assert spoken("Saved, Mon 6 Jul 2026.", typed=["log", "6 Jul"]) == "Saved, Monday 6 July 2026."


@given(st.text("ab '\"7->-MonJulOct 65\n", max_size=60))
def test_no_columns_and_nothing_changes_twice(text: str) -> None:
    spoken_text = spoken(text)
    assert "  " not in re.sub(r"\"[^\"\n]*\"|'[^'\n]*'", "", spoken_text)
    assert not spoken_text.startswith((" ", "\n"))
    assert spoken(spoken_text) == spoken_text


def test_facts_become_a_sentence() -> None:
    assert as_sentence(["a", "", "b"]) == "a, b."
    assert as_sentence(["a", "Is it so?"]) == "a, Is it so?"
    assert as_sentence([]) == ""


@pytest.mark.parametrize("error", SENTENCES, ids=lambda error: type(error).__name__)
def test_every_refusal_can_be_plain(error: PaintrackError) -> None:
    plain = spoken(refusal(error))
    assert stumbling_lines(plain) == []
    assert [*named_command_lines(plain)] == [*named_command_lines(refusal(error))]
