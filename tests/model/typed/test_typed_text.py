"""Typed text: cleaned, and folded to be compared."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.errors import UsageError
from paintrack.model.typed.typed_text import clean, folded, one_line

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t\r"))


@given(TEXT)
def test_what_was_cleaned_stays_as_it_is(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert "\r" not in cleaned
    assert cleaned == cleaned.strip() == unicodedata.normalize("NFC", cleaned)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("slept well", "slept well"),
        ("  slept\twell \n", "slept\twell"),
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("cafe\u0301", "caf\u00e9"),
        ("", ""),
        (" \n\t ", ""),
        ("腰痛 🙂", "腰痛 🙂"),
    ],
)
def test_only_line_ends_nfc_and_outer_space_change(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize("code", [0x00, 0x01, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9B, 0x9F])
def test_control_characters_are_refused_by_number_not_echoed(code: int) -> None:
    with pytest.raises(UsageError) as refused:
        clean(f"a{chr(code)}b", "The note")
    assert str(refused.value) == f"The note holds a control character (U+{code:04X})."


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UsageError, match=r"^The note holds bytes that are not text here\.$"):
        clean("a\udcffb", "The note")


def test_a_name_is_one_line_with_single_spaces() -> None:
    assert one_line("  lower \n\t back ", "The condition") == "lower back"


@pytest.mark.parametrize("empty", ["", "  ", "\n\t", "\u2003"])
def test_an_empty_name_is_refused(empty: str) -> None:
    with pytest.raises(UsageError, match=r"^The condition is empty\.$"):
        one_line(empty, "The condition")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lower Back", "lower  back "),
        ("RÜCKEN", "ru\u0308cken"),
        ("Straße", "STRASSE"),
        ("腰痛", " 腰痛"),
    ],
)
def test_names_are_compared_without_case_and_doubled_space(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_different_names_stay_different() -> None:
    assert len({folded(name) for name in ("neck", "necks", "the neck", "n e c k", "")}) == 5


@given(TEXT)
def test_a_folded_name_is_its_own_fold(text: str) -> None:
    assert folded(folded(text)) == folded(text)
