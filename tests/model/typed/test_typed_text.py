"""Typed text: cleaned once, made visible where it is shown."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.errors import UsageError
from paintrack.model.typed.typed_text import capitalize_first, clean, folded, listed, one_line, visible, visible_line
from paintrack.views.value_words import counted

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


@given(st.text())
def test_what_is_shown_can_steer_no_terminal(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(each) == "Cc" and each not in "\n\t" for each in shown)
    assert not any(unicodedata.bidirectional(each) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
                   for each in shown)  # fmt: skip
    assert visible(shown) == shown


@given(st.text())
def test_what_is_shown_on_one_line_has_no_line_end(text: str) -> None:
    assert len(visible_line(text).splitlines()) <= 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x9b31m", "\\x9b31m"),
        ("\x7f", "\\x7f"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u200bb", "a\\u200bb"),
        ("[bold]x[/x] :smile:", "[bold]x[/x] :smile:"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
    ],
)
def test_unsafe_characters_are_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_list_reads_as_a_sentence() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a or b"
    assert listed(["a", "b", "c"], "and") == "a, b and c"


def test_counts_have_their_plural() -> None:
    assert [counted(number, "session") for number in (0, 1, 2)] == ["0 sessions", "1 session", "2 sessions"]
    assert counted(2, "entry", "entries") == "2 entries"


@pytest.mark.parametrize(("text", "capitalized"), [("", ""), ("knee", "Knee"), ("éTAT", "ÉTAT"), ("7 to 4", "7 to 4")])
def test_only_the_first_letter_becomes_a_capital(text: str, capitalized: str) -> None:
    assert capitalize_first(text) == capitalized
