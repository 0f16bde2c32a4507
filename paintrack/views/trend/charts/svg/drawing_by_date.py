"""The course as a vector drawing by date: dumbbells with the stated medians above, numbers and lanes below."""

from collections.abc import Iterator
from datetime import date

from paintrack.analysis.condition.chart_data import ChartData
from paintrack.views.trend.charts.svg import shapes
from paintrack.views.trend.charts.svg.date_axis import DateAxis, date_axis, month_labels, session_labels
from paintrack.views.trend.charts.svg.drawing_measures import DrawingMeasures, Drawn, stacked
from paintrack.views.trend.charts.svg.lanes import (
    change_lane,
    change_poles,
    effect_lanes,
    key_lines,
    words_fit,
)
from paintrack.views.trend.charts.svg.legend import legend, remarks, samples
from paintrack.views.trend.charts.svg.number_strip import number_strip
from paintrack.views.trend.charts.svg.plot import (
    Plot,
    bracket_places,
    dumbbells,
    goal_margin,
    medians,
    not_counted,
    plot_for,
    readings,
    rebounds,
    scale,
    ticks,
)
from paintrack.views.trend.charts.svg.session_columns import columns


def drawing_by_date(picture: ChartData, sheet: DrawingMeasures, sentences: list[str]) -> Drawn:
    """All sessions of the picture, one or more, on their days, with the sentences below."""
    axis = date_axis(_days(picture), sheet, goal_margin(picture, sheet))
    brackets = bracket_places(picture, axis, sheet)
    plot = plot_for(picture, axis, sheet, brackets)
    changes = list(enumerate(picture.marks, 1))
    as_words = sheet.has_key and words_fit(changes, axis.x, sheet)
    plotted = [
        *scale(plot, picture.goal, sheet),
        *ticks(plot),
        *change_poles(changes, axis.x, plot.top, plot.bottom),
        *medians(plot, brackets, sheet),
        *rebounds(picture, plot),
        *(columns(picture, plot, sheet.paper) if plot.is_dense else dumbbells(picture, plot, sheet)),
        *readings(picture, plot),
        *not_counted(picture, plot, brackets, has_words=not sheet.is_narrow),
    ]
    strip = number_strip(picture, plot.places, 0, sheet)
    keyed = [] if as_words else changes
    has_year = axis.touches_two_years
    below = stacked(
        plot.bottom + sheet.size + 6,
        [
            lambda y: _dates(picture, plot, axis, y, sheet),
            lambda y: number_strip(picture, plot.places, y, sheet),
            lambda y: change_lane(changes, axis.x, y, sheet, as_words=as_words),
            lambda y: effect_lanes(picture.effects, axis.x, y, sheet),
            lambda y: legend([*samples(picture, plot, sheet, names_scores=not strip.elements)], y, sheet),
            lambda y: key_lines(keyed, picture.effects, y, sheet, has_year=has_year),
            lambda y: remarks(sentences, y, sheet),
        ],
    )
    return Drawn([*plotted, *below.elements], below.height)


def _dates(picture: ChartData, plot: Plot, axis: DateAxis, y: float, sheet: DrawingMeasures) -> Drawn:
    """The ids of the sessions and the months."""
    elements = [
        shapes.text(0, y, "session"),
        *session_labels(picture.bars, plot.places, y, sheet),
        *month_labels(axis, y + sheet.row, sheet),
    ]
    return Drawn(elements, 2 * sheet.row + 2)


def _days(picture: ChartData) -> Iterator[date]:
    """The days of all that is drawn."""
    yield from (bar.day for bar in picture.bars)
    yield from (each.day for bar in picture.bars for each in bar.readings)
    yield from (each.day for each in picture.early)
    yield from (each.day for each in picture.effects)
    yield from (each.day for each in picture.marks)
