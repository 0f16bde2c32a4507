"""The history in 40 columns."""

import re

from hypothesis import given
from hypothesis import strategies as st

from paintrack.model.displayed_text import visible_line
from paintrack.model.entries import AnyEntry
from paintrack.model.typed.typed_text import folded
from paintrack.views.history.history_line_data import history_lines_of
from paintrack.views.history.history_row_parts import facts_in_words, words_of_line
from paintrack.views.history.narrow_history import narrow_history
from paintrack.views.text_layout import width_of
from tests.factories.courses import k1, lines_and_footer, times_of
from tests.factories.entries import a_session
from tests.strategies import numbered_histories
from tests.views.history.history_rows import scores_are_all_there


@given(numbered_histories, st.integers(40, 80), st.booleans())
def test_nothing_is_too_wide_and_no_score_is_lost(history: list[AnyEntry], width: int, ascii_only: bool) -> None:
    lines, _ = lines_and_footer(history)
    text = narrow_history(lines, [], width=width, ascii_only=ascii_only, colours=0)
    assert max(map(width_of, text.split("\n"))) <= width
    scores_are_all_there(lines, text)


def squeezed(text: str) -> str:
    """`text` without blanks, commas and isolates, which are not the same where it is wrapped."""
    return re.sub(r"[\s,\u2066-\u2069]", "", text)


@given(numbered_histories, st.integers(40, 80), st.booleans())
def test_no_word_is_cut(history: list[AnyEntry], width: int, ascii_only: bool) -> None:
    lines, _ = lines_and_footer(history)
    text = narrow_history(lines, [], width=width, ascii_only=ascii_only, colours=0)
    has_several = len({folded(line.condition) for line in lines if line.condition}) > 1
    for line in lines:
        words = words_of_line(line) if line.text else f"{line.condition if has_several else ''}{facts_in_words(line)}"
        assert squeezed(visible_line(words)) in squeezed(text)


def test_what_has_no_room_beside_the_scores_goes_below() -> None:
    sessions = [
        a_session(7, None, condition="the lower back"),
        a_session(6, 3, condition="the right shoulder where it was broken"),
        a_session(5, 6, condition="neck"),
    ]
    lines = history_lines_of(sessions, times_of(sessions))
    assert narrow_history(lines, [], width=40, ascii_only=False, colours=0).splitlines() == [
        "  id day",
        "── July 2026 ───────────────────────────",
        "   0 Mon  6  7 ->    the lower back,",
        "                     missing",
        "   0 Mon  6  6 -> 3  the right shoulder",
        "                     where it was broken",
        "   0 Mon  6  5 -> 6  neck, 1 higher",
    ]


def test_a_long_only_condition_takes_two_lines_of_the_heading() -> None:
    sessions = [a_session(7, 5, condition="the right shoulder where it was broken")]
    lines = history_lines_of(sessions, times_of(sessions))
    assert narrow_history(lines, [], width=40, ascii_only=False, colours=0).split("\n")[:2] == [
        "  id day     the right shoulder where it",
        "             was broken",
    ]


def test_an_only_condition_stands_in_the_heading() -> None:
    lines, _ = lines_and_footer(k1())
    assert narrow_history(lines, [], width=40, ascii_only=False, colours=0).startswith("  id day     lower back\n")


def test_an_empty_history_has_its_heading() -> None:
    assert narrow_history([], ["Nothing."], width=40, ascii_only=False, colours=0) == "  id day\nNothing."
