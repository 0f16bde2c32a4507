"""Several conditions below each other, each with a line of words and its scores as strips."""

from collections.abc import Iterator, Sequence

from paintrack.analysis.condition.chart_data import Bar, ChartData, EffectMark, newest
from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.model.values.score import SCALE
from paintrack.views.text_layout import wrap
from paintrack.views.text_style import dimmed
from paintrack.views.trend.charts.chart_canvas import glyphs_for, paint_for, rise_row
from paintrack.views.trend.charts.chart_dumbbell import capacity
from paintrack.views.trend.charts.number_rows_below_chart import (
    Slots,
    least_step,
    not_counted_place,
    number_row,
    strip_row,
)
from paintrack.views.trend.trend_screen import serious_lines, trend_title


def small_multiples(
    conditions: Sequence[ConditionFigures],
    *,
    width: int,
    serious: Sequence[EffectMark] = (),
    ascii_only: bool = False,
    colours: int = 0,
) -> str:
    """The answer and the strips for each condition, which must have a session or a reading, within `width` columns.

    The first line is the scale; serious side effects are below it. The strips have the newest scores that fit, below
    the ids of their sessions, and a line says so if there are older ones. The last line says what round brackets mean,
    if a score is in them.
    """
    scale = dimmed(f"Scores: {SCALE}", colours=colours)
    blocks = [[scale, *serious_lines(serious, width=width, colours=colours)]]
    blocks += [
        [
            trend_title(figures, width=width, colours=colours),
            *_strips(figures.chart_data, width, ascii_only=ascii_only, colours=colours),
        ]
        for figures in conditions
    ]
    if any(not_counted_place(_drawn(figures.chart_data, width)) is not None for figures in conditions):
        note = "\n".join(wrap("In round brackets: the first score, shown but not counted.", width))
        blocks.append([dimmed(note, colours=colours)])
    return "\n\n".join("\n".join(block) for block in blocks)


def _drawn(chart_data: ChartData, width: int) -> ChartData:
    """The chart data with the newest sessions that fit; without a session, readings take their place."""
    if not chart_data.bars:
        readings = (Bar(number, each.day, each.score, None) for number, each in enumerate(chart_data.early, 1))
        chart_data = ChartData(chart_data.condition, tuple(readings))
    return newest(chart_data, capacity(chart_data, width))


def _strips(chart_data: ChartData, width: int, *, ascii_only: bool, colours: int) -> Iterator[str]:
    drawn_data = _drawn(chart_data, width)
    glyphs = glyphs_for(ascii_only=ascii_only)
    paint = paint_for((glyphs.before, glyphs.after, glyphs.rise), colours)
    slots = Slots(least_step(drawn_data.bars), len(drawn_data.bars))
    before = [bar.before for bar in drawn_data.bars]
    if not chart_data.bars:
        yield strip_row("reading", before, slots, glyphs, paint, colours)
    else:
        # Two conditions above each other seldom have the same sessions.
        yield number_row("id", [bar.label for bar in drawn_data.bars], slots)
        not_counted = not_counted_place(drawn_data)
        yield strip_row(f"{glyphs.before} before", before, slots, glyphs, paint, colours, not_counted)
        after = [bar.after for bar in drawn_data.bars]
        yield strip_row(f"{glyphs.after} after", after, slots, glyphs, paint, colours)
        rises = (column for column, bar in zip(slots.columns, drawn_data.bars, strict=True) if bar.is_rise)
        yield from rise_row(rises, glyphs, paint)
    total = len(chart_data.bars or chart_data.early)
    if len(drawn_data.bars) < total:
        yield dimmed(f"The newest {len(drawn_data.bars)} of {total} with a score.", colours=colours)
