"""What the charts share: the glyphs and what they mean, the canvas with its axes, the changes under it.

Only this module uses plotext. A canvas has a row for each score (or half score), and every glyph is placed on a whole
column and row, so that plotext has nothing to round.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import floor
from typing import NamedTuple

from paintrack.analysis.condition.chart_data import Bar, Mark
from paintrack.model.displayed_text import isolated
from paintrack.views.text_layout import pack, pad, truncate, width_of
from paintrack.views.text_style import dimmed
from paintrack.views.value_words import show_day, show_score

_NARROW = 60  # on a screen with fewer columns the legend has narrower gaps
_CHANGES = "changes"  # the label of the first row of changes
LEFT = 10  # the columns before the canvas, for the axis and its labels such as '10 worst', and for the names of rows
_TALL = 100  # on a screen with so many columns half scores get rows of their own
# Blue and orange of the 256 colours, which colour-blind people can tell apart, readable on black and on white.
BLUE, ORANGE = 33, 166

Place = tuple[int, int]  # a column and a row of the canvas


class Glyphs(NamedTuple):
    """The characters that the charts are drawn with."""

    before: str
    after: str
    both: str
    rise: str
    stroke: str
    lower: str
    higher: str
    zero: str
    bracket: str
    ascii_only: bool
    frame: dict[int, int]
    reading: str = "+"
    goal: str = "-"
    missing: str = "-"


_UNICODE = Glyphs("●", "○", "◉", "▲", "│", "█", "▒", "─", "└─┘", False, {})
_ASCII = Glyphs("B", "a", "=", "/", "|", "#", "x", "=", "+-+", True, str.maketrans("│┤└┬─", "||++-"))


def glyphs_for(*, ascii_only: bool) -> Glyphs:
    """The characters to draw with."""
    return _ASCII if ascii_only else _UNICODE


class Paint(NamedTuple):
    """The number among the 256 colours of each glyph that has one; empty if nothing is coloured."""

    colours: dict[str, int]

    def first(self, glyph: str, line: str) -> str:
        """`line` with its first `glyph` coloured."""
        return line.replace(glyph, self._painted(glyph), 1)

    def all(self, line: str) -> str:
        """`line` with all its glyphs coloured."""
        return line.translate({ord(glyph): self._painted(glyph) for glyph in self.colours})

    def _painted(self, glyph: str) -> str:
        if glyph not in self.colours:
            return glyph
        import plotext as plt

        painted: str = plt.colorize(glyph, self.colours[glyph])
        return painted


def paint_for(glyphs: Sequence[str], colours: int) -> Paint:
    """The paint for a chart's two kinds of score: the first glyph blue, the others orange; without `colours`, none."""
    return Paint(dict.fromkeys(glyphs, ORANGE) | {glyphs[0]: BLUE} if colours else {})


class Canvas(NamedTuple):
    """Where a chart is drawn on a screen of `screen` columns: LEFT columns of labels and axis, then its own `columns`.

    Row 0 is that of the score 0; `lowest` and `highest` are the whole scores of its lowest and its highest row.
    """

    screen: int
    columns: int
    rows_per_score: int
    lowest: int = 0
    highest: int = 10

    @property
    def is_wide(self) -> bool:
        """Whether the legend has room for wide gaps."""
        return self.screen >= _NARROW

    @property
    def rows(self) -> range:
        """The rows from the lowest up."""
        return range(self.lowest * self.rows_per_score, self.highest * self.rows_per_score + 1)

    def row(self, score: float) -> int:
        """The row nearest to a score, which is 0 or more; halfway between two rows it is the upper one."""
        return floor(score * self.rows_per_score + 0.5)


def score_labels() -> dict[int, str]:
    """The labels of an axis from 0 to 10, by score; they say which end is worse."""
    return {10: "10 worst", 8: "8", 6: "6", 4: "4", 2: "2", 0: f"{'0 none':<8}"}


def rows_per_score(scores: Iterable[float], screen: int) -> int:
    """2 if there are decimals and room to show them, else 1."""
    return 2 if screen >= _TALL and any(score % 1 for score in scores) else 1


class Stroke(NamedTuple):
    """The highest and the lowest score in one column, as rows, by whether they are before or after.

    A score after that is higher than the one before is in `rise`, not in `after`.
    """

    column: int
    before: frozenset[int]
    after: frozenset[int]
    rise: frozenset[int] = frozenset()

    @property
    def between(self) -> range:
        """The rows between the highest and the lowest score."""
        ends = self.before | self.after | self.rise
        return range(min(ends) + 1, max(ends))


def stroke_for(column: int, bars: Sequence[Bar], canvas: Canvas) -> Stroke:
    """The stroke of the sessions, one or more, that share a column."""
    before = {canvas.row(bar.before) for bar in bars if bar.before is not None}
    after = {canvas.row(bar.after) for bar in bars if bar.after is not None}
    if len(bars) == 1 and bars[0].is_rise:
        return Stroke(column, frozenset(before), frozenset(), frozenset(after))
    ends = {min(before | after), max(before | after)}
    return Stroke(column, frozenset(before & ends), frozenset(after & ends))


class PlottedScores(NamedTuple):
    """All scores of a chart at their places; `is_shared`: a column holds more than one session."""

    strokes: Sequence[Stroke]
    readings: Sequence[Place]
    goal: float | None
    is_shared: bool = False

    def dots(self, canvas: Canvas, glyphs: Glyphs) -> Iterator[tuple[str, list[Place]]]:
        """Each character with its places, in drawing order: later ones cover earlier ones."""
        if self.goal is not None:
            yield glyphs.goal, [(column, canvas.row(self.goal)) for column in range(0, canvas.columns, 2)]
        yield glyphs.stroke, [(each.column, row) for each in self.strokes for row in each.between]
        yield glyphs.reading, [*self.readings]
        yield glyphs.before, [(each.column, row) for each in self.strokes for row in each.before]
        yield glyphs.after, [(each.column, row) for each in self.strokes for row in each.after]
        yield glyphs.both, [(each.column, row) for each in self.strokes for row in each.before & each.after]
        yield glyphs.rise, [(each.column, row) for each in self.strokes for row in each.rise]

    def legend(self, canvas: Canvas, glyphs: Glyphs, paint: Paint) -> list[str]:
        """What those glyphs mean that occur and are not explained otherwise, on as few lines as they need, or none.

        The rows below the chart name before and after, and the goal has its name beside it if there is room. `both`
        marks two scores that are the same, or so near that they share a row.
        """
        pieces = []
        if any(each.rise for each in self.strokes):
            pieces.append(f"{glyphs.rise} after, higher")
        if any(each.before & each.after for each in self.strokes):
            pieces.append(f"{glyphs.both} both")
        if self.is_shared and any(each.between for each in self.strokes):
            pieces.append(f"{glyphs.stroke} highest to lowest")
        if self.readings:
            pieces.append(f"{glyphs.reading} reading")
        if self.goal is not None and not self._has_room_for_goal(canvas):
            pieces.append(f"{glyphs.goal} {glyphs.goal} {self._goal_in_words()}")
        return legend_lines(pieces, canvas, paint) if pieces else []

    def named_goal(self, rows: list[str], canvas: Canvas) -> list[str]:
        """The lines of the canvas, from the top down, with the goal's name at the end of its line if there is room."""
        if self.goal is None or not self._has_room_for_goal(canvas):
            return rows
        place = canvas.rows[-1] - canvas.row(self.goal)
        named = f"{rows[place]:<{LEFT + canvas.columns}}  {self._goal_in_words()}"
        return [*rows[:place], named, *rows[place + 1 :]]

    def _goal_in_words(self) -> str:
        return f"goal {show_score(self.goal)}"

    def _has_room_for_goal(self, canvas: Canvas) -> bool:
        return LEFT + canvas.columns + 2 + len(self._goal_in_words()) <= canvas.screen


def placed(row: str, column: int, text: str) -> str:
    """The row with the text from that column of the screen on; right behind the row where that is longer."""
    return pad(row, column) + text


def rise_row(columns: Iterable[int], glyphs: Glyphs, paint: Paint) -> list[str]:
    """A row with the mark of a rise in each of the canvas columns, for a chart that does not show rises itself.

    No row without a column.
    """
    row = f"{glyphs.rise} higher"
    for column in sorted(columns):
        row = placed(row, LEFT + column, glyphs.rise)
    return [paint.all(row)] if glyphs.rise in row[1:] else []


def legend_lines(pieces: Sequence[str], canvas: Canvas, paint: Paint) -> list[str]:
    """The pieces of a legend, each a glyph and its meaning, painted, on as few lines as they need."""
    text = pack(pieces, canvas.screen, gap="   " if canvas.is_wide else "  ", dropped="", indent="")
    for piece in pieces:
        text = text.replace(piece, paint.first(piece[0], piece), 1)
    return dimmed(text, colours=len(paint.colours)).split("\n")


def canvas_lines(
    canvas: Canvas,
    dots: Iterable[tuple[str, list[Place]]],
    glyphs: Glyphs,
    *,
    labels: Mapping[int, str],
    ticks: Sequence[int],
) -> list[str]:
    """The lines of the canvas as plotext draws it, without colour, from the top down.

    `labels` are those of the axis at the left, by whole score; `ticks` are columns of the axis at the bottom, which is
    left out if there are none.
    """
    # The small charts, which are drawn without it, need not wait for it.
    import plotext as plt

    plt.clear_figure()
    plt.limit_size(False, False)
    # The axis gets a line too many, for plotext's own labels, which stay empty: ours may be at the right of a tick.
    plt.plot_size(LEFT + canvas.columns, len(canvas.rows) + (2 if ticks else 0))
    plt.theme("clear")
    plt.xaxes(bool(ticks), False)
    plt.yaxes(True, False)
    plt.xlim(0, canvas.columns - 1)
    plt.ylim(canvas.rows[0], canvas.rows[-1])
    plt.xticks(ticks, [""] * len(ticks))
    plt.yticks([n * canvas.rows_per_score for n in labels], [f"{text:>{LEFT - 2}} " for text in labels.values()])
    for marker, places in dots:
        if places:
            plt.scatter([column for column, _ in places], [row for _, row in places], marker=marker)
    text: str = plt.uncolorize(plt.build())
    return [line.rstrip().translate(glyphs.frame) for line in text.splitlines()[: len(canvas.rows) + bool(ticks)]]


def change_rows(marks: Iterable[tuple[int, Mark]], canvas: Canvas, glyphs: Glyphs, *, has_year: bool) -> list[str]:
    """The marks, each with its column of the canvas, under the axis on as few rows as they need; none without marks.

    `has_year`: their days have the year.
    """
    rows: list[str] = []
    for column, mark in marks:
        rows = rows or [_CHANGES]
        start, text = _placed(mark, LEFT + column, canvas, glyphs, has_year=has_year)
        # One blank after the label, two between two changes.
        ends = [width_of(row) + (1 if row == _CHANGES else 2) for row in rows]
        index = next((i for i, end in enumerate(ends) if end <= start), None)
        if index is None:
            rows.append("")
            index = -1
        rows[index] = placed(rows[index], start, text)
    return rows


def _placed(mark: Mark, column: int, canvas: Canvas, glyphs: Glyphs, *, has_year: bool) -> tuple[int, str]:
    """The column where the mark's words start, and the words: at the right of the pointer, at its left, or cut."""
    words, day = isolated(mark.text), show_day(mark.day, weekday=False, year=has_year)
    needed = width_of(f"^ {words}, {day}")
    # The room at the left includes the columns below the labels.
    right, to_left = canvas.screen - column, column - 1
    words = truncate(words, max(right, to_left) - width_of(f"^ , {day}"), ascii_only=glyphs.ascii_only)
    if needed <= right or right >= to_left:
        return column, f"^ {words}, {day}"
    text = f"{words}, {day} ^"
    return column + 1 - width_of(text), text
