"""What a voice reads: dates in full, no arrows, no columns; the words of a person as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.views.spoken_words import as_sentence, spoken


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
        ("0 = none, 10 = worst imaginable.", "0 none, 10 worst imaginable."),
        ('"5 = bad", a = b, 5 = 5', '"5 = bad", a = b, 5 = 5'),
        ('"7 -> 5 on 6 Jul --x"  6 Jul', '"7 -> 5 on 6 Jul --x" 6 July'),
        ('paintrack trend --for "a --b" --course 2', 'paintrack trend --for "a --b" --course 2'),
        ("it -- or so --all", "it -- or so --all"),
        ("Saved.      Wrong? paintrack undo", "Saved.\nWrong? paintrack undo"),
        ("paintrack edit c1 --at D Wrong? paintrack undo", "paintrack edit c1 --at D\nWrong? paintrack undo"),
        ("Was it Wrong? Yes", "Was it Wrong? Yes"),
        ("Back: <", "Back: the less-than sign"),
        ('Back: <. "x: <"', 'Back: <. "x: <"'),
        ("  one\n\n  two", "one\ntwo"),
        ("", ""),
    ],
)
def test_what_is_read(text: str, expected: str) -> None:
    assert spoken(text) == expected


@given(st.text('ab "7->-MonJulOct 65\n', max_size=60))
def test_no_columns_and_nothing_changes_twice(text: str) -> None:
    once = spoken(text)
    assert "  " not in once
    assert not once.startswith((" ", "\n"))
    assert spoken(once) == once


def test_facts_become_a_sentence() -> None:
    assert as_sentence(["a", "", "b"]) == "a, b."
    assert as_sentence(["a", "Is it so?"]) == "a, Is it so?"
    assert as_sentence([]) == ""
