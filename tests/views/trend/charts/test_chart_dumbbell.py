"""The dumbbell chart: as people see it, and read back mark by mark."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from paintrack.analysis.condition.chart_data import Bar, Bracket, ChartData, DatedScore, Mark, newest
from paintrack.views.heat_ramp import heat_cell
from paintrack.views.trend.charts.chart_canvas import glyphs_for
from paintrack.views.trend.charts.chart_dumbbell import capacity, dumbbell_chart
from paintrack.views.trend.charts.number_rows_below_chart import bracket_rows, bracket_text
from paintrack.views.value_words import show_score
from tests.factories.chart_data import MONDAY, bars_of, daily_scores, hard_chart_data, k1_chart_data
from tests.factories.courses import K1_BEFORE
from tests.gold import check_gold
from tests.strategies import chart_data_sets
from tests.views.trend.charts.chart_readback import Drawn, read_chart

GOLD = Path(__file__).parents[2] / "gold"


@pytest.mark.parametrize("count", [1, 2, 3])
def test_few_sessions(count: int) -> None:
    few = k1_chart_data()._replace(
        bars=k1_chart_data().bars[:count],
        early=daily_scores(date(2026, 7, 1), 9, 8),
        marks=(Mark(date(2026, 6, 1), "new chair"),),
    )
    check_gold(GOLD / f"chart-few-{count}.txt", dumbbell_chart(few, width=80) + "\n")


@pytest.mark.parametrize("early", [(), daily_scores(MONDAY, 4)])
def test_without_a_session_nothing_is_drawn(early: tuple[DatedScore, ...]) -> None:
    assert dumbbell_chart(ChartData("lower back", bars=(), early=early, goal=3), width=80) == ""


def test_the_legend_names_what_no_row_names() -> None:
    def legend(*scores: tuple[float | None, float | None], goal: float | None = None, width: int = 80) -> str:
        return dumbbell_chart(ChartData("neck", bars_of(list(scores)), goal=goal), width=width).partition("\n")[0]

    assert legend((7, 3)) == ""
    assert legend((7, 7)) == "◉ both"
    assert legend((7, 3), (3, 7)) == "▲ after, higher"
    # Where there is room, the goal's name stands at its line.
    assert legend((7, 6), goal=0) == ""
    assert legend(*[(7, 6)] * 10, goal=0, width=40) == "- - goal 0"


def test_a_rise_is_never_only_a_stroke() -> None:
    chart = read_chart(dumbbell_chart(ChartData("neck", bars_of([(3, 7), (7, 7.2), (6, 6)])), width=80))
    assert chart.column(chart.columns[0]) == {3: "●", 4: "│", 5: "│", 6: "│", 7: "▲"}
    assert [chart.column(column) for column in chart.columns[1:]] == [{7: "▲"}, {6: "◉"}]


def test_the_scale_says_which_end_is_worse_at_every_width() -> None:
    for width in (40, 60, 80, 120, 200):
        lines = dumbbell_chart(k1_chart_data(), width=width).splitlines()
        assert [line.partition("┤")[0].strip() for line in lines if "┤" in line] == [
            *("10 worst", "8", "6", "4", "2", "0 none")
        ]


def test_the_axis_carries_the_ids_that_people_type() -> None:
    bars = tuple(bar._replace(id=bar.number * 7) for bar in k1_chart_data().bars)
    chart = read_chart(dumbbell_chart(k1_chart_data()._replace(bars=bars), width=80))
    assert chart.numbers[0].split() == ["id", *(str(7 * number) for number in range(1, 11))]


def test_the_medians_stand_over_the_sessions_they_are_of() -> None:
    chart_data = k1_chart_data()
    for width in (40, 60, 80, 120, 200):
        text = dumbbell_chart(chart_data, width=width)
        columns, lines = read_chart(text).columns, text.splitlines()
        before = next(line for line in lines if line.startswith("● before"))
        assert re.findall(r"[(\[]\d+[)\]]", before) == ["(8)", *(f"[{score}]" for score in K1_BEFORE[1:])]
        row = lines[lines.index(before) + 1]
        edges = [(match.start() + 1, match.end() - 2) for match in re.finditer("└.*?┘", row)]
        assert edges == [(columns[1], columns[3]), (columns[7], columns[9])]
        assert [match.strip("─ ") for match in re.findall("└(.*?)┘", row)] == ["7", "4"]
        below = " ".join(lines[lines.index(row) : lines.index(row) + 2])
        assert re.sub("└.*?┘", "", below).split() == ["not", "counted"]


def test_a_bracket_of_sessions_that_are_not_drawn_is_left_out() -> None:
    chart_data = ChartData(
        "neck", bars_of([(5, 3)] * 40), brackets=(Bracket(2, 4, 5), Bracket(38, 40, 5)), not_counted=1
    )
    text = dumbbell_chart(chart_data, width=40)
    assert (text.count("└─"), "counted" in text) == (2, False)  # one is the corner of the axis
    assert "(5)" not in text


def test_a_median_without_room_for_its_corners_stands_alone() -> None:
    glyphs = glyphs_for(ascii_only=True)
    assert [bracket_text(Bracket(1, 3, 7.5), width, glyphs) for width in (3, 5, 7, 9)] == [
        "7.5",
        "+7.5+",
        "+ 7.5 +",
        "+- 7.5 -+",
    ]


@pytest.mark.parametrize("colours", [256, 1 << 24])
def test_each_score_stands_on_its_colour(colours: int) -> None:
    text = dumbbell_chart(k1_chart_data(), width=80, colours=colours)
    before = next(line for line in text.splitlines() if "before" in line)
    assert before.count("\x1b[0m") == 11  # the mark of the row and ten scores
    assert heat_cell("(8)", 8, colours) in before
    assert heat_cell("[4]", 4, colours) in before


def test_what_does_not_fit_is_said_with_the_way_to_choose() -> None:
    chart_data = ChartData("neck", bars_of([(5, 3)] * 58), of=60)
    many, few = capacity(chart_data, 80), capacity(chart_data, 40)
    assert 1 < few < many < 58
    assert dumbbell_chart(chart_data, width=80).splitlines()[-1] == (
        f"The newest {many} of 60 sessions. Choose: --last N or --since DATE"
    )
    assert dumbbell_chart(chart_data, width=40).splitlines()[-2:] == [
        f"The newest {few} of 60 sessions.",
        "Choose: --last N or --since DATE",
    ]
    assert "newest" not in dumbbell_chart(newest(chart_data, many), width=80)


def test_longer_numbers_take_more_room() -> None:
    whole = bars_of([(5, 3)] * 40)
    fitting = capacity(ChartData("neck", whole), 80)
    assert capacity(ChartData("neck", bars_of([(5, 3.5)] * 40)), 80) < fitting
    assert capacity(ChartData("neck", bars_of([(5, 3)] * 40, first=90)), 80) < fitting
    # A long number among those that are left out takes no room.
    assert capacity(ChartData("neck", (*bars_of([(5, 3.5)]), *whole)), 80) == fitting
    assert capacity(ChartData("neck", whole[:3]), 80) == 3


def test_half_scores_have_rows_of_their_own_where_there_is_room() -> None:
    halves = ChartData("neck", bars_of([(7.5, 3)]))
    assert read_chart(dumbbell_chart(halves, width=120)).rows_per_score == 2
    assert read_chart(dumbbell_chart(halves, width=60)).rows_per_score == 1
    assert read_chart(dumbbell_chart(ChartData("neck", bars_of([(7, 3)])), width=120)).rows_per_score == 1


def test_words_of_a_person_cannot_steer_the_terminal() -> None:
    chart_data = k1_chart_data()._replace(marks=(Mark(date(2026, 7, 20), "new\x1b[2J\nchair"),))
    text = dumbbell_chart(chart_data, width=80)
    assert "\x1b" not in text
    assert r"^ new\x1b[2J chair, 20 Jul" in text.splitlines()[-1]


def test_without_colour_and_without_marks_of_unicode() -> None:
    plain = dumbbell_chart(hard_chart_data(), width=80)
    assert "\x1b" not in plain
    coloured = dumbbell_chart(hard_chart_data(), width=80, colours=256)
    assert "\x1b[38;5;33m●\x1b[0m before" in coloured
    assert "\x1b[38;5;166m○\x1b[0m after" in coloured
    assert "\x1b[38;5;166m▲\x1b[0m\x1b[2m after, higher" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    ascii_marks = hard_chart_data()._replace(marks=hard_chart_data().marks[:2])
    assert dumbbell_chart(ascii_marks, width=80, ascii_only=True).isascii()


def expected(bar: Bar, chart: Drawn) -> dict[int, str]:
    before = None if bar.before is None else chart.nearest(bar.before)
    after = None if bar.after is None else chart.nearest(bar.after)
    if before is None or after is None:
        return {row: mark for row, mark in ((before, "●"), (after, "○")) if row is not None}
    assert bar.before is not None
    assert bar.after is not None
    is_rise = bar.after > bar.before
    if before == after:
        return {before: "▲" if is_rise else "◉"}
    between = range(min(before, after) + 1, max(before, after))
    return {before: "●", after: "▲" if is_rise else "○", **dict.fromkeys(between, "│")}


@given(chart_data=chart_data_sets(), width=st.integers(40, 200), ascii_only=st.booleans())
def test_no_line_is_wider_than_the_screen(chart_data: ChartData, width: int, ascii_only: bool) -> None:
    lines = dumbbell_chart(chart_data, width=width, ascii_only=ascii_only).splitlines()
    assert [line for line in lines if cell_len(line) > width] == []
    assert [line for line in lines if line != line.rstrip()] == []


@given(chart_data=chart_data_sets(least=1), width=st.integers(40, 200))
def test_the_chart_reads_back_as_the_scores(chart_data: ChartData, width: int) -> None:
    chart = read_chart(dumbbell_chart(chart_data, width=width))
    bars = newest(chart_data, capacity(chart_data, width)).bars
    assert len(chart.columns) == len(bars)
    for index, bar in enumerate(bars):
        assert chart.column(chart.columns[index]) == expected(bar, chart)
        assert chart.written(0, index) == str(bar.number)
        assert chart.score(1, index) == (show_score(bar.before) or "-")
        assert chart.score(2, index) == (show_score(bar.after) or "-")


@given(chart_data=chart_data_sets(least=1), width=st.integers(40, 200))
def test_the_readings_read_back_between_their_sessions(chart_data: ChartData, width: int) -> None:
    chart = read_chart(dumbbell_chart(chart_data, width=width))
    newest_sessions = newest(chart_data, capacity(chart_data, width))
    edges = [0, *chart.columns, 300]
    groups = [newest_sessions.early, *(bar.readings for bar in newest_sessions.bars)]
    for left, right, readings in zip(edges[:-1], edges[1:], groups, strict=True):
        match = {row for row, line in enumerate(chart.rows) if set(line[left + 1 : right]) & {"+"}}
        assert match == {chart.nearest(each.score) for each in readings}


@given(chart_data=chart_data_sets(least=1), width=st.integers(40, 200))
def test_dashes_stand_in_the_row_of_the_goal_alone(chart_data: ChartData, width: int) -> None:
    chart = read_chart(dumbbell_chart(chart_data, width=width))
    dashed = {row for row, line in enumerate(chart.rows) if "-" in line}
    assert dashed <= ({chart.nearest(chart_data.goal)} if chart_data.goal is not None else set())


@given(chart_data=chart_data_sets(least=1), width=st.integers(60, 200))
def test_every_change_has_its_pointer_at_its_day(chart_data: ChartData, width: int) -> None:
    plain = chart_data._replace(marks=tuple(mark._replace(text="x") for mark in chart_data.marks))
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
        dumbbell_chart(k1_chart_data()._replace(marks=(Mark(date(2026, 9, 1), text),)), width=80).splitlines()[-1]
        for text in ("膝の手術のあとリハビリを始めました", "a")
    )
    assert wide.endswith("1 Sep ^")
    assert cell_len(wide) == cell_len(narrow.partition("^")[0]) + 1


@pytest.mark.parametrize(("second", "pointers"), [(20, [1, 1]), (22, [2])])
def test_changes_that_would_touch_stand_on_rows_of_their_own(second: int, pointers: list[int]) -> None:
    marks = (Mark(date(2026, 7, 7), "x"), Mark(date(2026, 7, second), "new chair"))
    lines = dumbbell_chart(k1_chart_data()._replace(marks=marks), width=80).splitlines()
    assert [line.count("^") for line in lines if "^" in line] == pointers


@pytest.mark.parametrize(
    ("bracket_texts", "not_counted", "rows"),
    [
        ([], None, []),
        ([(2, "└ 7 ┘"), (9, "└ 3 ┘")], None, ["  └ 7 ┘  └ 3 ┘"]),
        ([], 2, ["  not", "  counted"]),
        ([(6, "└ 3 ┘")], 2, ["  not └ 3 ┘", "  counted"]),
        # It would touch the bracket.
        ([(5, "└ 3 ┘")], 2, ["     └ 3 ┘", "  not counted"]),
        # No room to the right.
        ([(15, "└ 3 ┘")], 13, ["               └ 3 ┘", "         not counted"]),
        ([], 17, [" " * 17 + "not", " " * 13 + "counted"]),
    ],
)
def test_what_is_not_counted_touches_no_bracket(
    bracket_texts: list[tuple[int, str]], not_counted: int | None, rows: list[str]
) -> None:
    assert [*bracket_rows(bracket_texts, not_counted, width=20)] == rows
