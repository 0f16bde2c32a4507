"""The dumbbell chart: one stroke a session from the score before it to the score after it, the numbers below."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from paintrack.analysis.condition.chart_data import Bar, Picture, newest
from paintrack.model.score import show_score
from paintrack.views.text_layout import pack
from paintrack.views.trend.chart_canvas import (
    Canvas,
    Glyphs,
    Paint,
    Place,
    PlottedScores,
    change_rows,
    draw,
    glyphs_for,
    left_margin,
    paint_for,
    rows_per_score,
    stroke_for,
)

_LEAST_STEP, _GREATEST_STEP = 3, 9  # columns a session: room for '10' and a space; wider would scatter the strokes


@dataclass(frozen=True, slots=True)
class Slots:
    """The columns of the canvas, `step` for each session."""

    step: int
    sessions: int

    @property
    def offset(self) -> int:
        """The columns of a session to the left of its stroke; the middle when the step is odd."""
        return self.step // 2

    @property
    def columns(self) -> list[int]:
        """The canvas column of each session's stroke."""
        return [self.offset + self.step * index for index in range(self.sessions)]

    @property
    def width(self) -> int:
        """The columns of the canvas."""
        return self.step * self.sessions


def dumbbell_chart(picture: Picture, *, width: int, ascii_only: bool = False, colour: bool = False) -> str:
    """The chart with its legend and number rows, each line at most `width` columns (40 or more).

    More sessions than fit: the newest that fit, and the last line says so. Below 60 columns the changes are
    left out. Without a session there is nothing to draw: an empty text, also when there are readings.
    """
    if not picture.bars:
        return ""
    newest_sessions = newest(picture, capacity(picture, width))
    slots = slots_for(newest_sessions, width)
    canvas = Canvas(width, slots.width, rows_per_score(_all_scores(newest_sessions), width))
    glyphs = glyphs_for(ascii_only=ascii_only)
    paint = paint_for((glyphs.before, glyphs.after), colour=colour)
    scores = PlottedScores(
        strokes=[
            stroke_for(column, [bar], canvas) for column, bar in zip(slots.columns, newest_sessions.bars, strict=True)
        ],
        readings=list(_reading_places(newest_sessions, slots, canvas)),
        goal=newest_sessions.goal,
    )
    rows = draw(canvas, scores.dots(canvas, glyphs), glyphs, labels=range(0, 11, 2), ticks=slots.columns)
    lines = [*scores.legend(canvas, glyphs, paint), "", *map(paint.all, rows)]
    lines += _number_rows(newest_sessions, slots, canvas, glyphs, paint)
    lines += change_rows(
        [(column_of(mark.day, newest_sessions, slots), mark) for mark in newest_sessions.marks], canvas, glyphs
    )
    lines += omission_lines(newest_sessions, picture, width)
    return "\n".join(lines)


def capacity(picture: Picture, width: int) -> int:
    """How many of the picture's sessions fit into `width` columns, the newest first; at least 1."""
    room = width - left_margin(width)
    count = min(len(picture.bars), room // _LEAST_STEP)
    while count > 1 and count * _least_step(newest(picture, count)) > room:
        count -= 1
    return max(count, 1)


def slots_for(picture: Picture, width: int) -> Slots:
    """The columns for all sessions of a picture that fits."""
    sessions = len(picture.bars)
    widest = min((width - left_margin(width)) // sessions, _GREATEST_STEP)
    return Slots(max(widest, _least_step(picture)), sessions)


def number_row(name: str, texts: list[str], slots: Slots, canvas: Canvas) -> str:
    """A row of numbers, the last character of each under its session's stroke."""
    first = texts[0].rjust(canvas.left + slots.offset + 1 - len(name))
    return name + first + "".join(text.rjust(slots.step) for text in texts[1:])


def column_of(day: date, picture: Picture, slots: Slots) -> int:
    """The canvas column of a day: in proportion between two sessions, beside the stroke at either end."""
    days = [bar.day for bar in picture.bars]
    index = max((i for i, each in enumerate(days) if each <= day), default=None)
    if index is None:
        return slots.offset - 1
    column = slots.columns[index]
    if day == days[index]:
        return column
    if index == len(days) - 1:
        return column + 1
    share = (day - days[index]) / (days[index + 1] - days[index])
    return column + min(max(round(slots.step * share), 1), slots.step - 1)


def omission_lines(drawn: Picture, picture: Picture, width: int) -> list[str]:
    """How many sessions are drawn and how to choose others; empty when all are drawn."""
    if len(drawn.bars) == len(picture.bars):
        return []
    words = [f"The newest {len(drawn.bars)} of {picture.of} sessions.", "Choose: --last N or --since DATE"]
    return pack(words, width, dropped="", indent="").split("\n")


def _least_step(picture: Picture) -> int:
    """The columns that the longest number needs, with a space."""
    numbers = (text for bar in picture.bars for text in (str(bar.number), *map(show_score, _scores(bar))))
    return max(_LEAST_STEP, 1 + max(map(len, numbers)))


def _scores(bar: Bar) -> list[float]:
    return [score for score in (bar.before, bar.after) if score is not None]


def _all_scores(picture: Picture) -> Iterator[float]:
    yield from (each.score for each in picture.early)
    for bar in picture.bars:
        yield from _scores(bar)
        yield from (each.score for each in bar.readings)


def _reading_places(picture: Picture, slots: Slots, canvas: Canvas) -> Iterator[Place]:
    """The readings, spread in the order of time over the free columns from one stroke to the next.

    One alone stands beside its session's stroke. More readings than columns share columns.
    """
    for index, each in enumerate(reversed(picture.early)):
        yield slots.offset - 1 - index * slots.offset // len(picture.early), canvas.row(each.score)
    last = slots.columns[-1]
    for column, bar in zip(slots.columns, picture.bars, strict=True):
        free = slots.width - 1 - last if column == last else slots.step - 1
        for index, each in enumerate(bar.readings):
            yield column + 1 + index * free // len(bar.readings), canvas.row(each.score)


def _number_rows(picture: Picture, slots: Slots, canvas: Canvas, glyphs: Glyphs, paint: Paint) -> Iterator[str]:
    """The numbers of the sessions and their scores."""
    names = ("session", f"{glyphs.before} before", f"{glyphs.after} after")
    if not canvas.is_wide:
        names = ("", glyphs.before, glyphs.after)
    yield number_row(names[0], [str(bar.number) for bar in picture.bars], slots, canvas)
    before = [show_score(bar.before) or glyphs.missing for bar in picture.bars]
    yield paint.first(glyphs.before, number_row(names[1], before, slots, canvas))
    after = [show_score(bar.after) or glyphs.missing for bar in picture.bars]
    yield paint.first(glyphs.after, number_row(names[2], after, slots, canvas))
