"""The dumbbell chart: as people see it, and read back mark by mark."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from paintrack.analysis.condition.chart_data import Bar, DatedScore, Mark, Picture, newest
from paintrack.model.score import show_score
from paintrack.views.trend.chart_dumbbell import capacity, dumbbell_chart
from tests.factories.pictures import MONDAY, bars_of, daily_scores, hard_picture, k1_picture
from tests.gold import check_gold
from tests.strategies import pictures
from tests.views.read_chart import Drawn, read_chart

GOLD = Path(__file__).parent / "gold"


@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_course_k1(width: int, ascii_only: bool) -> None:
    text = dumbbell_chart(k1_picture(), width=width, ascii_only=ascii_only)
    check_gold(GOLD / f"chart-k1-{width}{'-ascii' if ascii_only else ''}.txt", text + "\n")


def test_the_course_k1_in_colour() -> None:
    check_gold(GOLD / "chart-k1-80-colour.txt", dumbbell_chart(k1_picture(), width=80, colour=True) + "\n")


@pytest.mark.parametrize("width", [40, 80, 120, 160])
def test_a_hard_course(width: int) -> None:
    check_gold(GOLD / f"chart-hard-{width}.txt", dumbbell_chart(hard_picture(), width=width) + "\n")


@pytest.mark.parametrize("count", [1, 2, 3])
def test_few_sessions(count: int) -> None:
    few = replace(
        k1_picture(),
        bars=k1_picture().bars[:count],
        early=daily_scores(date(2026, 7, 1), 9, 8),
        marks=(Mark(date(2026, 6, 1), "new chair"),),
    )
    check_gold(GOLD / f"chart-few-{count}.txt", dumbbell_chart(few, width=80) + "\n")


@pytest.mark.parametrize("early", [(), daily_scores(MONDAY, 4)])
def test_without_a_session_nothing_is_drawn(early: tuple[DatedScore, ...]) -> None:
    assert dumbbell_chart(Picture("lower back", bars=(), early=early, goal=3), width=80) == ""


def test_the_legend_names_only_what_occurs() -> None:
    def legend(*scores: tuple[float | None, float | None], goal: float | None = None) -> str:
        return dumbbell_chart(Picture("neck", bars_of(list(scores)), goal=goal), width=80).partition("\n")[0]

    assert legend((7, None)) == "● before"
    assert legend((None, 7)) == "○ after"
    assert legend((7, 6)) == "● before   ○ after"
    assert legend((7, 7)) == "● before   ○ after   ◉ both"
    assert legend((7, 3)) == "● before   ○ after   │ the drop in a session"
    assert legend((7, 3), (3, 7)) == "● before   ○ after   │ the change in a session"
    assert legend((7, 6), goal=0) == "● before   ○ after   - - goal 0"


def test_what_does_not_fit_is_said_with_the_way_to_choose() -> None:
    picture = Picture("neck", bars_of([(5, 3)] * 58), of=60)
    many, few = capacity(picture, 80), capacity(picture, 40)
    assert 1 < few < many < 58
    assert dumbbell_chart(picture, width=80).splitlines()[-1] == (
        f"The newest {many} of 60 sessions. Choose: --last N or --since DATE"
    )
    assert dumbbell_chart(picture, width=40).splitlines()[-2:] == [
        f"The newest {few} of 60 sessions.",
        "Choose: --last N or --since DATE",
    ]
    assert "newest" not in dumbbell_chart(newest(picture, many), width=80)


def test_longer_numbers_take_more_room() -> None:
    whole = bars_of([(5, 3)] * 40)
    fitting = capacity(Picture("neck", whole), 80)
    assert capacity(Picture("neck", bars_of([(5, 3.5)] * 40)), 80) < fitting
    assert capacity(Picture("neck", bars_of([(5, 3)] * 40, first=90)), 80) < fitting
    # A long number among those that are left out takes no room.
    assert capacity(Picture("neck", (*bars_of([(5, 3.5)]), *whole)), 80) == fitting
    assert capacity(Picture("neck", whole[:3]), 80) == 3


def test_half_scores_have_rows_of_their_own_where_there_is_room() -> None:
    halves = Picture("neck", bars_of([(7.5, 3)]))
    assert read_chart(dumbbell_chart(halves, width=120)).rows_per_score == 2
    assert read_chart(dumbbell_chart(halves, width=60)).rows_per_score == 1
    assert read_chart(dumbbell_chart(Picture("neck", bars_of([(7, 3)])), width=120)).rows_per_score == 1


def test_words_of_a_person_cannot_steer_the_terminal() -> None:
    picture = replace(k1_picture(), marks=(Mark(date(2026, 7, 20), "new\x1b[2J\nchair"),))
    text = dumbbell_chart(picture, width=80)
    assert "\x1b" not in text
    assert r"^ new\x1b[2J chair, 20 Jul" in text.splitlines()[-1]


def test_without_colour_and_without_marks_of_unicode() -> None:
    plain = dumbbell_chart(hard_picture(), width=80)
    assert "\x1b" not in plain
    coloured = dumbbell_chart(hard_picture(), width=80, colour=True)
    assert "\x1b[38;5;33m●\x1b[0m before   \x1b[38;5;166m○\x1b[0m after" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    ascii_marks = replace(hard_picture(), marks=hard_picture().marks[:2])
    assert dumbbell_chart(ascii_marks, width=80, ascii_only=True).isascii()


def expected(bar: Bar, chart: Drawn) -> dict[int, str]:
    before = None if bar.before is None else chart.nearest(bar.before)
    after = None if bar.after is None else chart.nearest(bar.after)
    if before is None or after is None:
        return {row: mark for row, mark in ((before, "●"), (after, "○")) if row is not None}
    if before == after:
        return {before: "◉"}
    between = range(min(before, after) + 1, max(before, after))
    return {before: "●", after: "○", **dict.fromkeys(between, "│")}


@given(picture=pictures(), width=st.integers(40, 200), ascii_only=st.booleans())
def test_no_line_is_wider_than_the_screen(picture: Picture, width: int, ascii_only: bool) -> None:
    lines = dumbbell_chart(picture, width=width, ascii_only=ascii_only).splitlines()
    assert [line for line in lines if cell_len(line) > width] == []
    assert [line for line in lines if line != line.rstrip()] == []


@given(picture=pictures(least=1), width=st.integers(40, 200))
def test_the_chart_reads_back_as_the_scores(picture: Picture, width: int) -> None:
    chart = read_chart(dumbbell_chart(picture, width=width))
    bars = newest(picture, capacity(picture, width)).bars
    assert len(chart.columns) == len(bars)
    for index, bar in enumerate(bars):
        assert chart.column(chart.columns[index]) == expected(bar, chart)
        assert chart.written(0, index) == str(bar.number)
        assert chart.written(1, index) == (show_score(bar.before) or "-")
        assert chart.written(2, index) == (show_score(bar.after) or "-")


@given(picture=pictures(least=1), width=st.integers(40, 200))
def test_the_readings_read_back_between_their_sessions(picture: Picture, width: int) -> None:
    chart = read_chart(dumbbell_chart(picture, width=width))
    newest_sessions = newest(picture, capacity(picture, width))
    edges = [0, *chart.columns, 300]
    groups = [newest_sessions.early, *(bar.readings for bar in newest_sessions.bars)]
    for left, right, readings in zip(edges[:-1], edges[1:], groups, strict=True):
        match = {row for row, line in enumerate(chart.rows) if set(line[left + 1 : right]) & {"+"}}
        assert match == {chart.nearest(each.score) for each in readings}


@given(picture=pictures(least=1), width=st.integers(40, 200))
def test_dashes_stand_in_the_row_of_the_goal_alone(picture: Picture, width: int) -> None:
    chart = read_chart(dumbbell_chart(picture, width=width))
    dashed = {row for row, line in enumerate(chart.rows) if "-" in line}
    assert dashed <= ({chart.nearest(picture.goal)} if picture.goal is not None else set())


@given(picture=pictures(least=1), width=st.integers(60, 200))
def test_every_change_has_its_pointer_at_its_day(picture: Picture, width: int) -> None:
    plain = replace(picture, marks=tuple(replace(mark, text="x") for mark in picture.marks))
    text = dumbbell_chart(plain, width=width)
    chart = read_chart(text)
    newest_sessions = newest(plain, capacity(plain, width))
    pointers = sorted(match.start() for line in text.splitlines() for match in re.finditer(r"\^", line))
    assert len(pointers) == len(newest_sessions.marks)
    ends = [*zip([bar.day for bar in newest_sessions.bars], chart.columns, strict=True)]
    for mark, pointer in zip(newest_sessions.marks, pointers, strict=True):
        for day, column in ends:
            assert (pointer > column) - (pointer < column) == (mark.day > day) - (mark.day < day)


def test_the_pointer_of_a_wide_text_stays_where_its_day_is() -> None:
    wide, narrow = (
        dumbbell_chart(replace(k1_picture(), marks=(Mark(date(2026, 9, 1), text),)), width=80).splitlines()[-1]
        for text in ("膝の手術のあとリハビリを始めました", "a")
    )
    assert wide.endswith("1 Sep ^")
    assert cell_len(wide) == cell_len(narrow.partition("^")[0]) + 1


@pytest.mark.parametrize(("second", "pointers"), [(20, [1, 1]), (22, [2])])
def test_changes_that_would_touch_stand_on_rows_of_their_own(second: int, pointers: list[int]) -> None:
    marks = (Mark(date(2026, 7, 7), "x"), Mark(date(2026, 7, second), "new chair"))
    lines = dumbbell_chart(replace(k1_picture(), marks=marks), width=80).splitlines()
    assert [line.count("^") for line in lines if "^" in line] == pointers
