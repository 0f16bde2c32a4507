"""What the charts share: the glyphs and what they mean, the canvas with its axes, the changes under it.

The only home of plotext. A canvas has one row a score (or half a score), and every glyph is placed on a whole
column and row, so that plotext has nothing to round.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import floor

import plotext as plt

from paintrack.analysis.condition.chart_data import Bar, Mark
from paintrack.model.moment import show_day
from paintrack.model.score import show_score
from paintrack.model.typed_text import visible_line
from paintrack.views.text_layout import pack, truncate, width_of

_NARROW = 60  # below so many columns the rows have no names and changes no row, as a phone's screen needs it
_TALL = 100  # from so many columns half scores get rows of their own
# Blue and orange of the 256 colours: told apart by colour-blind people, readable on black and on white.
BLUE, ORANGE = 33, 166

Place = tuple[int, int]  # a column and a row of the canvas


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The characters that the charts are drawn with."""

    before: str
    after: str
    both: str
    stroke: str
    lower: str
    higher: str
    zero: str
    ascii_only: bool
    frame: dict[int, int]
    reading: str = "+"
    goal: str = "-"
    missing: str = "-"


_UNICODE = Glyphs("●", "○", "◉", "│", "█", "▒", "─", False, {})
_ASCII = Glyphs("B", "a", "=", "|", "#", "x", "=", True, str.maketrans("│┤└┬─", "||++-"))


def glyphs_for(*, ascii_only: bool) -> Glyphs:
    """The characters to draw with."""
    return _ASCII if ascii_only else _UNICODE


@dataclass(frozen=True, slots=True)
class Paint:
    """The 256-colour number of each glyph that has one; empty: nothing is coloured."""

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
        painted: str = plt.colorize(glyph, self.colours[glyph])
        return painted


def paint_for(glyphs: tuple[str, str], *, colour: bool) -> Paint:
    """The paint of a chart's two kinds of score, blue and orange."""
    return Paint(dict(zip(glyphs, (BLUE, ORANGE), strict=True)) if colour else {})


@dataclass(frozen=True, slots=True)
class Canvas:
    """A place to draw on a screen of `screen` columns: `left` columns of labels and axis, then `columns` of its own.

    Row 0 is the row of 0; `lowest` and `highest` are the whole numbers of its lowest and its highest row.
    """

    screen: int
    columns: int
    rows_per_score: int
    lowest: int = 0
    highest: int = 10

    @property
    def is_wide(self) -> bool:
        """Whether there is room for names and changes."""
        return self.screen >= _NARROW

    @property
    def left(self) -> int:
        """The columns before the canvas."""
        return left_margin(self.screen)

    @property
    def rows(self) -> range:
        """The rows from the lowest up."""
        return range(self.lowest * self.rows_per_score, self.highest * self.rows_per_score + 1)

    def row(self, score: float) -> int:
        """The row nearest to a score, 0 or more; one that lies between two rows goes up."""
        return floor(score * self.rows_per_score + 0.5)


def left_margin(screen: int) -> int:
    """The columns before the canvas: the names of the number rows reach into them."""
    return 12 if screen >= _NARROW else 8


def rows_per_score(scores: Iterable[float], screen: int) -> int:
    """2 when there are decimals and room to show them, else 1."""
    return 2 if screen >= _TALL and any(score % 1 for score in scores) else 1


@dataclass(frozen=True, slots=True)
class Stroke:
    """The highest and the lowest score in one column, as rows: which of the two are before, which after."""

    column: int
    before: frozenset[int]
    after: frozenset[int]

    @property
    def between(self) -> range:
        """The rows between the two."""
        ends = self.before | self.after
        return range(min(ends) + 1, max(ends))

    @property
    def is_drop(self) -> bool:
        """Whether the lowest is a score after."""
        return min(self.before | self.after) in self.after


def stroke_for(column: int, bars: Sequence[Bar], canvas: Canvas) -> Stroke:
    """The stroke of the sessions, one or more, that share a column."""
    before = {canvas.row(bar.before) for bar in bars if bar.before is not None}
    after = {canvas.row(bar.after) for bar in bars if bar.after is not None}
    ends = {min(before | after), max(before | after)}
    return Stroke(column, frozenset(before & ends), frozenset(after & ends))


@dataclass(frozen=True, slots=True)
class PlottedScores:
    """All scores of a picture at their places; `is_shared` when a column holds more than one session."""

    strokes: Sequence[Stroke]
    readings: Sequence[Place]
    goal: float | None
    is_shared: bool = False

    def dots(self, canvas: Canvas, glyphs: Glyphs) -> Iterator[tuple[str, list[Place]]]:
        """Each character with its places; later ones cover earlier ones."""
        if self.goal is not None:
            yield glyphs.goal, [(column, canvas.row(self.goal)) for column in range(0, canvas.columns, 2)]
        yield glyphs.stroke, [(each.column, row) for each in self.strokes for row in each.between]
        yield glyphs.reading, [*self.readings]
        yield glyphs.before, [(each.column, row) for each in self.strokes for row in each.before]
        yield glyphs.after, [(each.column, row) for each in self.strokes for row in each.after]
        yield glyphs.both, [(each.column, row) for each in self.strokes for row in each.before & each.after]

    def legend(self, canvas: Canvas, glyphs: Glyphs, paint: Paint) -> list[str]:
        """What the glyphs mean, only those that occur; on as many lines as it takes.

        `both` stands where two scores are the same, or so near that they share a row.
        """
        pieces = []
        if any(each.before for each in self.strokes):
            pieces.append(f"{glyphs.before} before")
        if any(each.after for each in self.strokes):
            pieces.append(f"{glyphs.after} after")
        if any(each.before & each.after for each in self.strokes):
            pieces.append(f"{glyphs.both} both")
        if canvas.is_wide and any(each.between for each in self.strokes):
            pieces.append(f"{glyphs.stroke} {self._stroke_in_words()}")
        if self.readings:
            pieces.append(f"{glyphs.reading} reading")
        if self.goal is not None:
            pieces.append(f"{glyphs.goal} {glyphs.goal} goal {show_score(self.goal)}")
        return legend_lines(pieces, canvas, paint)

    def _stroke_in_words(self) -> str:
        if self.is_shared:
            return "highest to lowest"
        only_drops = all(each.is_drop for each in self.strokes if each.between)
        return f"the {'drop' if only_drops else 'change'} in a session"


def legend_lines(pieces: Sequence[str], canvas: Canvas, paint: Paint) -> list[str]:
    """The pieces of a legend, each a mark and its meaning, on as few lines as it takes, then painted."""
    text = pack(pieces, canvas.screen, gap="   " if canvas.is_wide else "  ", dropped="", indent="")
    for piece in pieces:
        text = text.replace(piece, paint.first(piece[0], piece), 1)
    return text.split("\n")


def draw(
    canvas: Canvas,
    dots: Iterable[tuple[str, list[Place]]],
    glyphs: Glyphs,
    *,
    labels: Iterable[int],
    ticks: Sequence[int],
) -> list[str]:
    """The lines of the canvas as plotext draws it, without colour, from the top down.

    `labels` are the numbers beside the axis at the left, without a sign; `ticks` are columns of the axis at
    the bottom, which is left out when there are none.
    """
    labels = list(labels)
    plt.clear_figure()
    plt.limit_size(False, False)
    # With an axis one line more than it takes: plotext's own labels, which could not stand right of a mark.
    plt.plot_size(canvas.left + canvas.columns, len(canvas.rows) + (2 if ticks else 0))
    plt.theme("clear")
    plt.xaxes(bool(ticks), False)
    plt.yaxes(True, False)
    plt.xlim(0, canvas.columns - 1)
    plt.ylim(canvas.rows[0], canvas.rows[-1])
    plt.xticks(ticks, [""] * len(ticks))
    plt.yticks([n * canvas.rows_per_score for n in labels], [f"{abs(n):>{canvas.left - 1}}" for n in labels])
    for marker, places in dots:
        if places:
            plt.scatter([column for column, _ in places], [row for _, row in places], marker=marker)
    text: str = plt.uncolorize(plt.build())
    return [line.rstrip().translate(glyphs.frame) for line in text.splitlines()[: len(canvas.rows) + bool(ticks)]]


def change_rows(marks: Iterable[tuple[int, Mark]], canvas: Canvas, glyphs: Glyphs) -> list[str]:
    """The marks, each with its column of the canvas, under the axis on as many rows as it takes.

    None on a narrow screen, and none without marks.
    """
    rows: list[str] = []
    for column, mark in marks if canvas.is_wide else ():
        rows = rows or ["changes"]
        start, text = _placed(mark, canvas.left + column, canvas, glyphs)
        index = next((i for i, row in enumerate(rows) if width_of(row) + 2 <= start), None)
        if index is None:
            rows.append("")
            index = -1
        rows[index] += " " * (start - width_of(rows[index])) + text
    return rows


def _placed(mark: Mark, column: int, canvas: Canvas, glyphs: Glyphs) -> tuple[int, str]:
    """Where the mark's words start and the words: right of its pointer, else left of it, else cut."""
    words, day = visible_line(mark.text), show_day(mark.day, weekday=False, year=False)
    needed = width_of(f"^ {words}, {day}")
    right, to_left = canvas.screen - column, column + 1 - canvas.left
    words = truncate(words, max(right, to_left) - width_of(f"^ , {day}"), ascii_only=glyphs.ascii_only)
    if needed <= right or right >= to_left:
        return column, f"^ {words}, {day}"
    text = f"{words}, {day} ^"
    return column + 1 - width_of(text), text
