"""Several conditions below each other, each with a line of words and its scores as strips."""

from collections.abc import Iterator, Sequence

from paintrack.analysis.condition.chart_data import Bar, ChartData, newest
from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.views.trend.charts.chart_canvas import glyphs_for, paint_for, rise_row
from paintrack.views.trend.charts.chart_dumbbell import capacity
from paintrack.views.trend.charts.chart_number_rows import Slots, least_step, not_counted_place, strip_row
from paintrack.views.trend.trend_screen import trend_title


def small_multiples(
    conditions: Sequence[ConditionFigures], *, width: int, ascii_only: bool = False, colours: int = 0
) -> str:
    """The answer and the strips for each condition, which must have a session or a reading, within `width` columns.

    The strips have the newest scores that fit, and a line says so if there are older ones.
    """
    blocks = [
        [trend_title(figures, width=width), *_strips(figures.picture, width, ascii_only=ascii_only, colours=colours)]
        for figures in conditions
    ]
    return "\n\n".join("\n".join(block) for block in blocks)


def _drawn(picture: ChartData, width: int) -> ChartData:
    """The picture with the newest sessions that fit; without a session, readings take their place."""
    if not picture.bars:
        readings = (Bar(number, each.day, each.score, None) for number, each in enumerate(picture.early, 1))
        picture = ChartData(picture.condition, tuple(readings))
    return newest(picture, capacity(picture, width))


def _strips(picture: ChartData, width: int, *, ascii_only: bool, colours: int) -> Iterator[str]:
    drawn_picture = _drawn(picture, width)
    glyphs = glyphs_for(ascii_only=ascii_only)
    paint = paint_for((glyphs.before, glyphs.after, glyphs.rise), colours)
    slots = Slots(least_step(drawn_picture.bars), len(drawn_picture.bars))
    before = [bar.before for bar in drawn_picture.bars]
    if not picture.bars:
        yield strip_row("reading", before, slots, glyphs, paint, colours)
    else:
        not_counted = not_counted_place(drawn_picture)
        yield strip_row(f"{glyphs.before} before", before, slots, glyphs, paint, colours, not_counted)
        after = [bar.after for bar in drawn_picture.bars]
        yield strip_row(f"{glyphs.after} after", after, slots, glyphs, paint, colours)
        rises = (column for column, bar in zip(slots.columns, drawn_picture.bars, strict=True) if bar.is_rise)
        yield from rise_row(rises, glyphs, paint)
    total = len(picture.bars or picture.early)
    if len(drawn_picture.bars) < total:
        yield f"The newest {len(drawn_picture.bars)} of {total} with a score."
