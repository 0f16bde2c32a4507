"""The course as a vector drawing by date: dumbbells with the stated medians above, numbers and lanes below."""

from collections.abc import Iterator
from datetime import date

from paintrack.analysis.condition.chart_data import ChartData
from paintrack.views.trend.charts.svg import shapes
from paintrack.views.trend.charts.svg.before_to_after_columns import columns
from paintrack.views.trend.charts.svg.date_axis import DateAxis, date_axis, month_labels, session_labels
from paintrack.views.trend.charts.svg.drawing_measures import DrawingMeasures, Drawn, stacked
from paintrack.views.trend.charts.svg.legend import legend, remarks, samples
from paintrack.views.trend.charts.svg.noted_change_and_side_effect_lanes import (
    change_lane,
    change_poles,
    effect_lanes,
    key_lines,
    words_fit,
)
from paintrack.views.trend.charts.svg.number_strip import number_strip
from paintrack.views.trend.charts.svg.plot import (
    Plot,
    bracket_places,
    dumbbells,
    goal_margin,
    medians,
    not_counted,
    not_counted_label,
    plot_for,
    readings,
    rebounds,
    scale,
    ticks,
)


def drawing_by_date(chart_data: ChartData, sheet: DrawingMeasures, sentences: list[str]) -> Drawn:
    """All sessions of the data, one or more, on their days, with the sentences below."""
    axis = date_axis(_days(chart_data), sheet, goal_margin(chart_data, sheet))
    brackets = bracket_places(chart_data, axis, sheet)
    plot = plot_for(chart_data, axis, sheet, brackets)
    changes = list(enumerate(chart_data.marks, 1))
    as_words = sheet.has_key and words_fit(changes, axis.x, sheet)
    plotted = [
        *scale(plot, chart_data.goal, sheet),
        *ticks(plot),
        *change_poles(changes, axis.x, plot.top, plot.bottom),
        *medians(plot, brackets, sheet),
        *rebounds(chart_data, plot),
        *(columns(chart_data, plot, sheet.paper) if plot.is_dense else dumbbells(chart_data, plot, sheet)),
        *readings(chart_data, plot),
        *not_counted(chart_data, plot, brackets, sheet),
    ]
    strip = number_strip(chart_data, plot.places, 0, sheet)
    names_uncounted = not_counted_label(chart_data, plot, brackets, sheet) is None
    keyed = [] if as_words else changes
    has_year = axis.touches_two_years
    below = stacked(
        plot.bottom + sheet.size + 6,
        [
            lambda y: _dates(chart_data, plot, axis, y, sheet),
            lambda y: number_strip(chart_data, plot.places, y, sheet),
            lambda y: change_lane(changes, axis.x, y, sheet, as_words=as_words),
            lambda y: effect_lanes(chart_data.effects, axis.x, y, sheet),
            lambda y: legend(
                [*samples(chart_data, plot, sheet, names_scores=not strip.elements, names_uncounted=names_uncounted)],
                y,
                sheet,
            ),
            lambda y: key_lines(keyed, chart_data.effects, y, sheet, has_year=has_year),
            lambda y: remarks(sentences, y, sheet),
        ],
    )
    return Drawn([*plotted, *below.elements], below.height)


def _dates(chart_data: ChartData, plot: Plot, axis: DateAxis, y: float, sheet: DrawingMeasures) -> Drawn:
    """The ids of the sessions and the months."""
    elements = [
        shapes.text(0, y, "session"),
        *session_labels(chart_data.bars, plot.places, y, sheet),
        *month_labels(axis, y + sheet.row, sheet),
    ]
    return Drawn(elements, 2 * sheet.row + 2)


def _days(chart_data: ChartData) -> Iterator[date]:
    """The days of all that is drawn."""
    yield from (bar.day for bar in chart_data.bars)
    yield from (each.day for bar in chart_data.bars for each in bar.readings)
    yield from (each.day for each in chart_data.early)
    yield from (each.day for each in chart_data.effects)
    yield from (each.day for each in chart_data.marks)
