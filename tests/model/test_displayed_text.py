"""Text that is shown: nothing in it steers a terminal, and sentences list and begin as they should."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.model.displayed_text import capitalize_first, listed, visible, visible_line


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


@pytest.mark.parametrize(("text", "capitalized"), [("", ""), ("knee", "Knee"), ("éTAT", "ÉTAT"), ("7 to 4", "7 to 4")])
def test_only_the_first_letter_becomes_a_capital(text: str, capitalized: str) -> None:
    assert capitalize_first(text) == capitalized
