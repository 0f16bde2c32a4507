"""The relief bars: as people see them, and read back bar by bar."""

import re
from dataclasses import dataclass
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from paintrack.analysis.condition.chart_data import Bar, ChartData, newest
from paintrack.model.values.score import relief
from paintrack.views.trend.charts.chart_dumbbell import capacity, dumbbell_chart
from paintrack.views.trend.charts.chart_relief import relief_chart
from paintrack.views.value_words import show_score
from tests.factories.chart_data import bars_of, hard_chart_data
from tests.gold import check_gold
from tests.strategies import chart_data_sets

GOLD = Path(__file__).parents[2] / "gold"


def test_a_hard_course_in_ascii() -> None:
    ascii_marks = hard_chart_data()._replace(marks=hard_chart_data().marks[:2])
    text = relief_chart(ascii_marks, width=80, ascii_only=True)
    assert text.isascii()
    check_gold(GOLD / "relief-hard-80-ascii.txt", text + "\n")


def test_colour_changes_nothing_but_the_colour() -> None:
    plain = relief_chart(hard_chart_data(), width=80)
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", relief_chart(hard_chart_data(), width=80, colours=256)) == plain


def test_no_change_is_a_figure_and_a_missing_score_a_gap() -> None:
    chart_data = ChartData("neck", bars_of([(7, 7), (7, None), (None, 4)]))
    assert relief_chart(chart_data, width=60).splitlines() == [
        "─ no change",
        "",
        "       1 ┤",
        "       0 ┤───────────────────────────",
        "id            1        2        3",
        "█ lower       0        -        -",
    ]
    assert relief_chart(ChartData("neck", chart_data.bars[1:]), width=60).splitlines()[-1] == (
        "█ lower       -        -"
    )


def test_higher_scores_alone_hang_below_the_line() -> None:
    assert relief_chart(ChartData("neck", bars_of([(4, 5), (4, 6)])), width=60).splitlines() == [
        "▒ higher after the session   ─ no change",
        "",
        "       0 ┤──────────────────",
        "       1 ┤  ▒▒▒▒▒    ▒▒▒▒▒",
        "       2 ┤           ▒▒▒▒▒",
        "id            1        2",
        "▒ higher      1        2",
    ]


def test_only_what_occurs_is_named() -> None:
    lower, higher = "█ lower after the session", "▒ higher after the session"

    def named(*scores: tuple[float | None, float | None]) -> tuple[str, list[str]]:
        lines = relief_chart(ChartData("neck", bars_of(list(scores))), width=80).splitlines()
        return lines[0], [line.split()[1] for line in lines[1:] if line[:1] in ("█", "▒")]

    assert named((7, 4)) == (f"{lower}   ─ no change", ["lower"])
    assert named((4, 7)) == (f"{higher}   ─ no change", ["higher"])
    assert named((7, 4), (4, 7)) == (f"{lower}   {higher}   ─ no change", ["lower", "higher"])
    assert named((4, 7), (5, 5)) == (f"{higher}   ─ no change", ["lower", "higher"])


def test_without_a_session_nothing_is_drawn() -> None:
    assert relief_chart(ChartData("neck", ()), width=80) == ""


def test_what_does_not_fit_is_said_as_under_the_dumbbells() -> None:
    chart_data = ChartData("neck", bars_of([(5, 3)] * 58), of=60)
    ending = f"The newest {capacity(chart_data, 80)} of 60 sessions. Choose: --last N or --since DATE"
    assert (
        relief_chart(chart_data, width=80).splitlines()[-1]
        == dumbbell_chart(chart_data, width=80).splitlines()[-1]
        == ending
    )


@dataclass(frozen=True)
class Bars:
    """A chart of bars read back: its lines by their distance from the line of no change, its rows of figures."""

    lines: dict[int, str]
    columns: list[int]
    numbers: dict[str, str]
    rows_per_score: int

    def rows(self, score: float) -> set[int]:
        """The rows that a bar must fill: to the nearest one, from the middle between two the farther one."""
        sign = 1 if score > 0 else -1
        distances = range(10 * self.rows_per_score + 1)
        length = min(distances, key=lambda row: (round(abs(row / self.rows_per_score - abs(score)), 9), -row))
        return {sign * row for row in range(1, length + 1)}

    def written(self, name: str, index: int) -> str:
        """What stands in a row of figures between two sessions, up to the second one's stroke."""
        start = self.columns[index - 1] + 1 if index else 8
        return self.numbers.get(name, "")[start : self.columns[index] + 1].strip()


def read(text: str, count: int) -> Bars:
    lines = text.splitlines()
    first = lines.index("") + 1
    zero = next(index for index, line in enumerate(lines) if "0 ┤──" in line)
    last = max(index for index, line in enumerate(lines) if re.match(r" +\d* ?[┤│]", line))
    session = lines[last + 1]
    columns = [match.end() - 1 for match in re.finditer(r"\d+", session)]
    assert len(columns) == count
    labels = [index for index in range(first, last + 1) if "┤" in lines[index]]
    return Bars(
        {zero - index: lines[index] for index in range(first, last + 1)},
        columns,
        {line[0]: line for line in lines[last + 2 :] if line[:1] in ("█", "▒")},
        labels[1] - labels[0],
    )


def relief_of(bar: Bar) -> float | None:
    return None if bar.before is None or bar.after is None else relief(bar.before, bar.after)


@given(chart_data=chart_data_sets(), width=st.integers(40, 200), ascii_only=st.booleans())
def test_no_line_is_wider_than_the_screen(chart_data: ChartData, width: int, ascii_only: bool) -> None:
    lines = relief_chart(chart_data, width=width, ascii_only=ascii_only).splitlines()
    assert [line for line in lines if cell_len(line) > width] == []
    assert [line for line in lines if line != line.rstrip()] == []


@given(chart_data=chart_data_sets(least=1), width=st.integers(40, 200))
def test_the_bars_and_their_figures_read_back_as_the_reliefs(chart_data: ChartData, width: int) -> None:
    shown = newest(chart_data, capacity(chart_data, width)).bars
    chart = read(relief_chart(chart_data, width=width), len(shown))
    reliefs = [relief_of(bar) for bar in shown]
    for index, (column, each) in enumerate(zip(chart.columns, reliefs, strict=True)):
        seen = {row: line[column] for row, line in chart.lines.items() if line[column : column + 1] in ("█", "▒")}
        assert set(seen) == (chart.rows(each) if each else set())
        assert set(seen.values()) <= ({"█"} if each and each > 0 else {"▒"})
        figures = {name: chart.written(name, index) for name in chart.numbers}
        if each is None:
            assert set(figures.values()) == {"-"}
        else:
            figure = "▒" if each < 0 else "█"
            assert figures == dict.fromkeys(chart.numbers, "") | {figure: show_score(abs(each))}
    inked = {column for line in chart.lines.values() for column, mark in enumerate(line) if mark in "█▒"}
    step = (chart.columns[1] - chart.columns[0]) if len(chart.columns) > 1 else 9
    assert all(min(abs(column - each) for each in chart.columns) <= (step - 2) // 2 for column in inked)


def test_a_bar_of_a_half_is_half_a_point_lower() -> None:
    lines = relief_chart(ChartData("neck", bars_of([(5, 3.5), (5, 3), (5.2, 4)])), width=80).splitlines()
    assert lines[0] == "█ lower after the session   ─ no change   bars to the nearest half point"
    assert [line.count("█") for line in lines[2:6]] == [5, 10, 15, 15]
