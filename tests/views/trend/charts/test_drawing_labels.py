"""In the vector drawing of any history no words touch other words or a bracket, and nothing stands outside of it.

No round bracket is so near the axis of the scores that it would look like a part of it.
"""

from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.condition.chart_data import ChartData
from paintrack.views.trend.charts.chart_svg import DRAWING_WIDTH, svg_chart
from paintrack.views.trend.charts.svg.label_widths import fitted, text_width
from paintrack.views.trend.charts.svg.shapes import PARENTHESIS_WIDTH
from tests.example_counts import examples
from tests.factories.courses import chart_data_from, weekly
from tests.factories.entries import a_reading
from tests.factories.pages import EVERYTHING, summarize
from tests.strategies import HardHistory, full_chart_data_sets, hard_histories
from tests.views.trend.charts.drawn_courses import PHONE, PICTURES
from tests.views.trend.charts.svg_boxes import (
    brackets,
    drawn_circles,
    drawn_crosses,
    labels,
    round_brackets,
    score_axis,
    shapes,
    sheet,
)

_CLEAR_OF_AXIS = 4  # units, a millimetre on A4: what is nearer looks as if it belonged to the axis


def faults(chart_data: ChartData, width: int, *, has_key: bool = True) -> list[str]:
    """What overlaps in the drawing, and what stands outside of it."""
    root = ElementTree.fromstring(svg_chart(chart_data, width=width, has_key=has_key))
    words, whole = labels(root), sheet(root)
    overlapping = [
        f"{one.what} over {other.what}"
        for one, other in (*combinations(words, 2), *((each, bracket) for each in words for bracket in brackets(root)))
        if one.overlaps(other)
    ]
    outside = [
        f"outside: {each}"
        for each in (*words, *shapes(root))
        if min(each.left, each.top) < -0.2 or each.right > whole.right + 0.2 or each.bottom > whole.bottom + 0.2
    ]
    at_axis = [each for each in round_brackets(root) if each.left < score_axis(root) + _CLEAR_OF_AXIS]
    return [*overlapping, *outside, *(f"{each.what} at the axis" for each in at_axis)]


@pytest.mark.parametrize("width", [PHONE, DRAWING_WIDTH, 1200])
@pytest.mark.parametrize("name", PICTURES)
def test_no_words_touch_in_courses_that_were_seen(name: str, width: int) -> None:
    assert faults(PICTURES[name](), width) == []


@examples(150)
@given(full_chart_data_sets(), st.sampled_from([PHONE, DRAWING_WIDTH]), st.booleans())
def test_no_words_touch_in_any_chart(chart_data: ChartData, width: int, has_key: bool) -> None:
    assert faults(chart_data, width, has_key=has_key) == []


@examples(20)
@given(hard_histories())
def test_no_words_touch_in_any_history(history: HardHistory) -> None:
    main = summarize(history.entries, EVERYTHING).main
    assert main is not None
    assert faults(main.chart_data, DRAWING_WIDTH) == []


@pytest.mark.parametrize(
    ("sessions", "after"),
    [(2, 5), (12, 5), (24, 5), (36, 5), (48, 5), (60, 5), (80, 5), (2, 8), (12, 8), (24, 8), (36, 8)],
)
def test_round_brackets_touch_no_score(sessions: int, after: int) -> None:
    # All scores before are at one height; where the score after is the same, each has a ring around it.
    course = weekly([8] * sessions, [after] * sessions)
    root = ElementTree.fromstring(svg_chart(chart_data_from("lower back", course, [], not_counted=1)))
    (around,) = round_brackets(root)
    height = (around.top + around.bottom) / 2
    dots = [each for each in drawn_circles(root) if each.top < height < each.bottom]
    first = max(each.right for each in dots if each.left < (around.left + around.right) / 2 < each.right)
    following = min(each.left for each in dots if each.left > first)
    # The box of a bracket is that of the middle of its line.
    half = PARENTHESIS_WIDTH / 2
    assert first < around.right - half
    assert around.right + half < following


@pytest.mark.parametrize(
    ("sessions", "width"),
    [*((number, DRAWING_WIDTH) for number in (1, 2, 6, 12, 24)), (1, PHONE), (6, PHONE), (8, PHONE)],
)
def test_round_brackets_touch_no_reading(sessions: int, width: int) -> None:
    readings = [a_reading(8, at=day) for day in (-1, 0, 1)]
    chart_data = chart_data_from("lower back", weekly([8] * sessions), readings, not_counted=1)
    root = ElementTree.fromstring(svg_chart(chart_data, width=width))
    (around,) = round_brackets(root)
    half = PARENTHESIS_WIDTH / 2
    crosses = drawn_crosses(root)
    assert len(crosses) == 3
    assert [each for each in crosses if each.right > around.left - half and each.left < around.right + half] == []


@given(st.text(), st.floats(0, 300))
def test_words_are_cut_to_their_room(words: str, room: float) -> None:
    assert text_width(fitted(words, room, 11), 11) <= room
