"""The rows of numbers under a chart: ids, scores as a heat strip, the medians under the sessions that they are of."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from paintrack.analysis.condition.chart_data import Bar, Bracket, ChartData
from paintrack.views.heat_ramp import heat_cell
from paintrack.views.trend.charts.chart_canvas import LEFT, Glyphs, Paint, placed
from paintrack.views.value_words import show_score

_LEAST_STEP, _GREATEST_STEP = 3, 9  # columns for a session: room for '[7]'; more would scatter the strokes
NOT, COUNTED = "not", "counted"
# Behind the last digit of a number in brackets.
CLOSING = ("]", ")")


class Slots(NamedTuple):
    """The columns of the canvas, `step` for each session."""

    step: int
    sessions: int

    @property
    def offset(self) -> int:
        """How many of a session's columns are left of its stroke; if the step is odd, the stroke is in the middle."""
        return self.step // 2

    @property
    def columns(self) -> list[int]:
        """The canvas column of each session's stroke."""
        return [self.offset + self.step * index for index in range(self.sessions)]

    @property
    def width(self) -> int:
        """The columns of the canvas."""
        return self.step * self.sessions


def slots_for(chart_data: ChartData, width: int) -> Slots:
    """The columns for all sessions of a chart that fits."""
    sessions = len(chart_data.bars)
    goal_room = 0 if chart_data.goal is None else len(f"  goal {show_score(chart_data.goal)}")
    widest = min((width - LEFT - goal_room) // sessions, _GREATEST_STEP)
    return Slots(max(widest, least_step(chart_data.bars)), sessions)


def least_step(bars: Sequence[Bar]) -> int:
    """The columns that each session needs for the longest id with a blank and the longest score in brackets."""
    ids = max((len(bar.label) for bar in bars), default=0) + 1
    scores = max((len(show_score(score)) for bar in bars for score in (bar.before, bar.after)), default=0) + 2
    return max(_LEAST_STEP, ids, scores)


def number_row(name: str, texts: Sequence[str], slots: Slots) -> str:
    """A row of numbers, the last character of each under its session's stroke."""
    first = texts[0].rjust(LEFT + slots.offset + 1 - len(name))
    return name + first + "".join(text.rjust(slots.step) for text in texts[1:])


def score_rows(
    chart_data: ChartData, slots: Slots, glyphs: Glyphs, paint: Paint, *, width: int, colours: int
) -> Iterator[str]:
    """The ids and the two rows of scores, each `[7]` on its colour, with the medians below the scores on arrival.

    `(8)` with 'not counted' below is the score that the medians leave out, `-` a missing one.
    """
    yield number_row("id", [bar.label for bar in chart_data.bars], slots)
    before = [bar.before for bar in chart_data.bars]
    yield strip_row(f"{glyphs.before} before", before, slots, glyphs, paint, colours, not_counted_place(chart_data))
    yield from _median_rows(chart_data, slots, glyphs, width)
    after = [bar.after for bar in chart_data.bars]
    yield strip_row(f"{glyphs.after} after", after, slots, glyphs, paint, colours)


def not_counted_place(chart_data: ChartData) -> int | None:
    """The place of the bar whose score on arrival is not counted; None if it is not drawn."""
    return _places(chart_data.bars).get(chart_data.not_counted) if chart_data.not_counted is not None else None


def _places(bars: Sequence[Bar]) -> dict[int, int]:
    """By session number, the place of its first bar with a score on arrival: two at one instant share a number."""
    places: dict[int, int] = {}
    for place, bar in enumerate(bars):
        if bar.before is not None:
            places.setdefault(bar.number, place)
    return places


def strip_row(
    name: str,
    scores: Sequence[float | None],
    slots: Slots,
    glyphs: Glyphs,
    paint: Paint,
    colours: int,
    not_counted: int | None = None,
) -> str:
    """Scores as `[7]`, each on its colour with its last digit under its session's stroke; `-` for a missing one.

    `not_counted` is the place of the one in round brackets.
    """
    numbers: list[tuple[int, str, float | None]] = []
    for place, (column, score) in enumerate(zip(slots.columns, scores, strict=True)):
        text = glyphs.missing if score is None else f"[{show_score(score)}]"
        if place == not_counted:
            text = f"({show_score(score)})"
        numbers.append((column, text, score))
    return heat_strip(name, numbers, paint, colours)


def heat_strip(name: str, numbers: Iterable[tuple[int, str, float | None]], paint: Paint, colours: int) -> str:
    """The name, whose first letter is a painted glyph, and numbers, each on the colour of its score.

    Each is given with the canvas column of its last digit; the score is None for the sign of a missing one.
    """
    # The width of the row is counted: what colours it takes no columns.
    row, end = paint.first(name[0], name), len(name)
    for column, text, score in numbers:
        stop = LEFT + column + 1 + text.endswith(CLOSING)
        row += " " * (stop - len(text) - end) + (text if score is None else heat_cell(text, score, colours))
        end = stop
    return row


def _median_rows(chart_data: ChartData, slots: Slots, glyphs: Glyphs, width: int) -> Iterator[str]:
    """The brackets of the medians exactly under their sessions, and what is not counted; no row without either."""
    places, bracket_texts = _places(chart_data.bars), []
    for bracket in chart_data.brackets:
        if bracket.first in places and bracket.last in places:
            ends = slots.columns[places[bracket.first]] - 1, slots.columns[places[bracket.last]] + 1
            bracket_texts.append((LEFT + ends[0], bracket_text(bracket, ends[1] - ends[0] + 1, glyphs)))
    place = not_counted_place(chart_data)
    not_counted = None if place is None else LEFT + slots.columns[place] - 1
    yield from bracket_rows(bracket_texts, not_counted, width=width)


def bracket_rows(bracket_texts: Sequence[tuple[int, str]], not_counted: int | None, *, width: int) -> Iterator[str]:
    """The rows with the brackets, given with the column of the screen where each starts, and 'not counted'.

    'not counted' begins in the column `not_counted` and takes two rows, or one below if it would touch a bracket.
    Without a bracket and without `not_counted` there is no row.
    """
    row = below = ""
    if not_counted is not None:
        is_apart = all(start > not_counted + len(NOT) for start, _ in bracket_texts)
        row = placed("", not_counted, NOT) if is_apart else ""
        below = COUNTED if is_apart else f"{NOT} {COUNTED}"
        below = placed("", min(not_counted, width - len(below)), below)
    for start, text in bracket_texts:
        row = placed(row, start, text)
    yield from filter(None, (row.rstrip(), below))


def bracket_text(bracket: Bracket, width: int, glyphs: Glyphs) -> str:
    """`└─ 7 ─┘`, `width` columns wide; without room for the corners, the median alone."""
    median = show_score(bracket.median)
    if width < len(median) + 2:
        return median.center(width)
    if width >= len(median) + 4:
        median = f" {median} "
    return glyphs.bracket[0] + median.center(width - 2, glyphs.bracket[1]) + glyphs.bracket[2]
