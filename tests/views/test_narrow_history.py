"""The history in 40 columns."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.history_lines import history_lines_of
from paintrack.model.entries import AnyEntry, SideEffect
from paintrack.views.history.narrow_history import narrow_history
from paintrack.views.text_layout import width_of
from tests.factories.courses import hard_to_list, k1, lines_and_footer, times_of
from tests.factories.entries import a_session
from tests.gold import check_gold
from tests.strategies import numbered_histories
from tests.views.rows import scores_are_all_there

GOLD = Path(__file__).parent / "gold"


@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize("name", ["k1", "hard"])
def test_at_40_columns(name: str, ascii_only: bool) -> None:
    lines, below = lines_and_footer({"k1": k1, "hard": hard_to_list}[name]())
    text = narrow_history(lines, below, width=40, ascii_only=ascii_only)
    check_gold(GOLD / f"list-{name}-40{'-ascii' if ascii_only else ''}.txt", text + "\n")


@given(numbered_histories, st.integers(40, 60), st.booleans())
def test_nothing_is_too_wide_and_no_score_is_lost(history: list[AnyEntry], width: int, ascii_only: bool) -> None:
    lines, below = lines_and_footer(history)
    rows = narrow_history(lines, below, width=width, ascii_only=ascii_only).split("\n")
    assert max(map(width_of, rows)) <= width
    scores_are_all_there(lines, rows[1:])


@pytest.mark.parametrize(("score", "has_bar"), [(6, True), (7, False)])
def test_the_bar_leaves_when_words_need_its_room(score: float, has_bar: bool) -> None:
    sessions = [a_session(score, 0), a_session(0, 0, side_effects=(SideEffect(kind="other", words="late sleep"),))]
    lines = history_lines_of(sessions, times_of(sessions))
    assert [line.also for line in lines] == [(), ("late sleep",)]
    assert ("▇" in narrow_history(lines, [], width=40, ascii_only=False)) is has_bar
    assert "▇" in narrow_history(lines[:1], [], width=40, ascii_only=False)


def test_the_condition_gives_way_to_the_other_words() -> None:
    sessions = [a_session(7, None, condition="the lower back"), a_session(6, 3, condition="the right shoulder")]
    rows = narrow_history(history_lines_of(sessions, times_of(sessions)), [], width=40, ascii_only=False).split("\n")
    assert rows[1] == "  0  6 Jul 26  7 ->    the low…, missing"
    assert rows[2] == "  0  6 Jul 26  6 -> 3  the right shoulder"[:39] + "…"


def test_an_empty_history_has_its_heading() -> None:
    assert narrow_history([], ["Nothing."], width=40, ascii_only=False) == " id date      before after\n\nNothing."
