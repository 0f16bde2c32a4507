"""Phrases in a text: small words and gaps between, typos, denials, and what must not come next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.model.symptoms.phrase_matching import PhraseBook
from paintrack.model.symptoms.real_words_near_serious_signs import REAL_WORDS

BOOK = PhraseBook(
    {
        "chest": "chest pain/tightness; pain in chest",
        "fit": "had a fit !of",
        "baby": "pregnant ~~ bleeding",
        "leg": "cannot/unable ~ move leg",
        "hot": "temperature 38/\n 39",
    },
    everyday="chest drawers",
)


def keys(text: str) -> list[str]:
    """The keys of what the text says."""
    return [span.key for span in BOOK.spans(text)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Chest pain", "chest"),
        ("my chest is in a really bad pain", ""),
        ("chest really bad pain", "chest"),
        ("pain in my chest", "chest"),
        ("pain. In chest", ""),
        ("chset pain", "chest"),
        ("chest tigtness", "chest"),
        ("had a fit", "fit"),
        ("had a fit of giggles", ""),
        ("I am pregnant. Since this morning bleeding", "baby"),
        ("pregnant, no bleeding", ""),
        ("can not really well move my leg", "leg"),
        ("can't move my leg", ""),
        ("was not able to move the leg", "leg"),
        ("temperature of 38.5", "hot"),
        ("temperature of 37.9", ""),
        ("pain in chest of drawers", ""),
    ],
)
def test_a_phrase_in_a_text(text: str, key: str) -> None:
    assert keys(text) == ([key] if key else [])


@pytest.mark.parametrize(
    "text",
    ["no chest pain", "not a chest pain", "never any chest pain", "no more chest pain", "has no neck or chest pain"],
)
def test_a_denied_phrase_is_none(text: str) -> None:
    assert keys(text) == []


@pytest.mark.parametrize(
    "text", ["no, chest pain", "none but chest pain", "no sleep chest pain", "not here and chest pain"]
)
def test_a_denial_reaches_two_words_and_no_further(text: str) -> None:
    assert keys(text) == ["chest"]


def test_a_span_says_where_it_stands() -> None:
    text = "since noon chest pain, now gone"
    (span,) = BOOK.spans(text)
    assert text[span.start : span.end] == "chest pain"


def test_a_real_word_is_no_slip_of_the_keys() -> None:
    assert "lever" in REAL_WORDS
    assert PhraseBook({"ill": "fever"}).spans("lever it up") == []
    assert PhraseBook({"ill": "fever"}).spans("fevre") != []


@given(st.text(), st.text())
def test_any_text_is_read(before: str, after: str) -> None:
    assert "chest" in keys(f"{before}\nchest pain {after}")


def test_every_slip_of_the_keys_is_recognised() -> None:
    """One letter left out, too many or another, or two swapped, at each place of a word."""
    words = ("numb", "move", "bleed", "unable", "pregnant", "temperature")
    book = PhraseBook({each: each for each in words})
    for word in words:
        slips = set[str]()
        for place in range(len(word)):
            before, letter, after = word[:place], word[place], word[place + 1 :]
            slips |= {before + after, f"{before}{after[:1]}{letter}{after[1:]}"}
            slips |= {slip for other in "aeqz" for slip in (before + other + after, f"{before}{other}{letter}{after}")}
        longer = [slip for slip in slips if len(slip) > 3 and slip not in REAL_WORDS]
        assert [slip for slip in longer if [span.key for span in book.spans(slip)] != [word]] == []
    assert [span for slip in ("numbing", "mo", "bleeding", "able", "temper") for span in book.spans(slip)] == []
