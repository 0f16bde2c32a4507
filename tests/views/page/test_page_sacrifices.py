"""What a full sheet of text gives up, in which order, and that it says so; a chart of the course always stays."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.page_figures import Summary
from paintrack.views.page.page_capacity import LOWER_CHART_ROOMS, WHOLE_CHART_ROOMS
from paintrack.views.page.page_content import build_page
from tests.example_counts import examples
from tests.factories.courses import weekly
from tests.factories.entries import a_note
from tests.factories.pages import page_as_text, summarize
from tests.factories.year_long_course import FULL_DAY, full_course
from tests.program import unwrapped
from tests.strategies import HardHistory, hard_histories

SMALL, LARGE = "up to after", "\nid   "


def _full_year(changes: int = 0) -> Summary:
    notes = [a_note(f"change {place}", at="2026-10-01 10:00") for place in range(changes)]
    return summarize([*full_course(), *notes], printed=FULL_DAY)


def _rows_of_sessions(text: str) -> int:
    heading = re.search(r"^LAST (\w+) SESSIONS", text, re.M)
    return 1 if heading is None else {"SIX": 6}.get(heading[1]) or int(heading[1])


def _said_to_be_left_out(text: str, noun: str) -> int:
    stated_number = re.search(rf"(\d+) {noun}s?\b", unwrapped(text.partition("\nLEFT OUT")[2]))
    return int(stated_number[1]) if stated_number else 0


@examples(30)
@given(hard_histories())
def test_a_chart_is_the_last_to_go_and_all_else_is_said(history: HardHistory) -> None:
    summary = summarize(history.entries)
    assert summary.main is not None
    text, bars = page_as_text(summary), summary.main.chart_data.bars
    is_small, is_large = SMALL in text, LARGE in text
    # The words speak of all sessions, and so does the chart.
    assert is_small or is_large
    assert not is_small or f"All {len(bars)} session" in text
    assert is_small or text.partition("\nid ")[2].splitlines()[0].split() == [bar.label for bar in bars]
    # The conditions, and the points with the number of sessions of each, are shown or counted.
    shown = len(re.findall(r"condition \d+ +[▁-█]", text))
    assert shown + _said_to_be_left_out(text, "condition") == len(summary.trends) - 1
    shown = len(re.findall(r"BL\d+ \(\d+\)", unwrapped(text)))
    assert shown + _said_to_be_left_out(text, "point") == len(summary.points)
    # Points go before rows of sessions, and these before conditions and the answers on everyday life.
    rows = min(len(summary.last_sessions), 3)
    assert _rows_of_sessions(text) == rows or "POINTS NOTED" in text or _said_to_be_left_out(text, "point")
    if _said_to_be_left_out(text, "condition") or "in the way of activity" not in text:
        assert _rows_of_sessions(text) == rows
        assert "POINTS NOTED" not in text


@examples(20)
@given(st.integers(0, 60))
def test_a_year_keeps_its_chart_however_many_changes(changes: int) -> None:
    text = page_as_text(_full_year(changes))
    assert "All 60 sessions:" in text
    assert "└" + "─" * 60 in text


def test_each_room_gives_up_no_less_than_the_one_before() -> None:
    for rooms in (WHOLE_CHART_ROOMS, LOWER_CHART_ROOMS):
        assert all(after.points <= before.points for before, after in pairwise(rooms))
        assert all(after.sessions <= before.sessions for before, after in pairwise(rooms))
        # Whoever is without a condition or an answer has no row beyond three, who has no such row has no point.
        assert all(room.sessions == 3 for room in rooms if room.conditions < 8 or not room.has_peg_rows)
        assert all(room.points == 0 for room in rooms if room.sessions == 3)
    assert {room.chart for room in WHOLE_CHART_ROOMS} == {1}


def test_the_changes_have_their_numbers_below_the_small_chart() -> None:
    text = page_as_text(_full_year())
    row = next(line for line in text.splitlines() if line.startswith("changes"))
    assert row.split()[1:] == ["1", "2", "3", "4", "5"]
    numbered = [line for block in build_page(_full_year()).remarks if block.title == "Changes" for line in block.rows]
    assert [words[:2] for _, words in numbered[:5]] == ["1.", "2.", "3.", "4.", "5."]


def test_a_long_course_with_room_left_has_both_charts() -> None:
    text = page_as_text(summarize(weekly([8, 7, 7, 6, 7, 5, 6, 5] * 5)))
    assert "All 40 sessions:" in text
    assert LARGE in text
    assert len(text.splitlines()) <= 60
