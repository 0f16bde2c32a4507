"""The history in 40 columns."""

from hypothesis import given
from hypothesis import strategies as st

from paintrack.model.entries import AnyEntry
from paintrack.views.history.history_lines import history_lines_of
from paintrack.views.history.narrow_history import narrow_history
from paintrack.views.text_layout import width_of
from tests.factories.courses import k1, lines_and_footer, times_of
from tests.factories.entries import a_session
from tests.strategies import numbered_histories
from tests.views.rows import entry_rows, scores_are_all_there


@given(numbered_histories, st.integers(40, 80), st.booleans())
def test_nothing_is_too_wide_and_no_score_is_lost(history: list[AnyEntry], width: int, ascii_only: bool) -> None:
    lines, _ = lines_and_footer(history)
    text = narrow_history(lines, [], width=width, ascii_only=ascii_only, colours=0)
    assert max(map(width_of, text.split("\n"))) <= width
    if not any(line.text for line in lines):
        assert sum(map(len, entry_rows(lines, text))) == len(lines)
    scores_are_all_there(lines, text)


def test_the_condition_gives_way_to_the_other_words() -> None:
    sessions = [a_session(7, None, condition="the lower back"), a_session(6, 3, condition="the right shoulder")]
    lines = history_lines_of(sessions, times_of(sessions))
    rows = narrow_history(lines, [], width=40, ascii_only=False, colours=0).split("\n")
    assert rows[0] == "  id day"
    assert rows[2] == "   0 Mon  6  7 ->    the lower…, missing"
    assert rows[3] == "   0 Mon  6  6 -> 3  the right shoulder"


def test_an_only_condition_stands_in_the_heading() -> None:
    lines, _ = lines_and_footer(k1())
    assert narrow_history(lines, [], width=40, ascii_only=False, colours=0).startswith("  id day     lower back\n")


def test_an_empty_history_has_its_heading() -> None:
    assert narrow_history([], ["Nothing."], width=40, ascii_only=False, colours=0) == "  id day\nNothing."
