"""The chart of one condition as a vector drawing (SVG), for a page or a letter.

Nothing is shown by colour alone: circles are filled or open, there are arrowheads and rings, and every coloured cell
has its number.
"""

from html import escape

from paintrack.analysis.condition.chart_data import ChartData, newest
from paintrack.model.displayed_text import isolated
from paintrack.views.trend.charts.svg import shapes
from paintrack.views.trend.charts.svg.chart_in_words import chart_in_words, chart_title
from paintrack.views.trend.charts.svg.drawing_by_date import drawing_by_date
from paintrack.views.trend.charts.svg.drawing_calendar import calendar_drawing
from paintrack.views.trend.charts.svg.drawing_measures import DrawingMeasures
from paintrack.views.trend.charts.svg.label_widths import fitted
from paintrack.views.value_words import counted

# In units of the drawing: on A4 between margins of 14 mm, a unit is a quarter of a millimetre.
DRAWING_WIDTH = 720
_MOST_SESSIONS = 300  # more would run into each other


def svg_chart(
    chart_data: ChartData,
    *,
    width: int = DRAWING_WIDTH,
    paper: str = "white",
    font: str = "inherit",
    size: float = 11,
    has_key: bool = True,
    name: str = "chart",
    has_heading: bool = False,
) -> str:
    """One `svg` element, `width` units wide (280 or more), with a text alternative; empty without a score.

    It is drawn by date, with the medians that the sentences state, and changes and side effects in lanes; scores that
    are mostly 0, and readings alone, are drawn as a calendar. Words stay within it and touch no other words. `paper` is
    the colour below it, `font` the font family of the words, and `size` their smallest size in units.

    If there is no room for the words of all changes, they are numbered in the order of `chart_data.marks`, from 1 on,
    and listed below with the serious symptoms. Without `has_key` they are always numbered, and the caller lists both.
    `name` distinguishes the ids of two drawings on one page. `has_heading`: the condition is above the drawing, as in a
    file that is shown by itself.
    """
    if not chart_data.bars and not chart_data.early:
        return ""
    sheet = DrawingMeasures(width, size, paper, has_key)
    drawn_data = newest(chart_data, _MOST_SESSIONS)
    draw = calendar_drawing if chart_data.is_calendar else drawing_by_date
    elements, end = draw(drawn_data, sheet, _omissions(drawn_data, chart_data))
    height = end - sheet.row + 0.4 * size  # the next line of words would begin at the end
    # The drawing begins at 0, so the heading above it has negative heights.
    top = round(2.2 * size, 1) if has_heading else 0
    if has_heading:
        heading = fitted(isolated(chart_data.condition), width / 1.4, 1.2 * size)
        elements = [shapes.text(0, 1.3 * size - top, heading, size=1.2 * size, is_bold=True), *elements]
    title, alternative = f"{name}-title", f"{name}-scores"
    # Alone in a letter it needs a margin; on a page it has that of the page.
    margin = 0.8 * size if has_heading else 0
    corner = f"{shapes.number(-margin)} {shapes.number(-top - margin)}"
    view = f"{corner} {shapes.number(width + 2 * margin)} {shapes.number(height + top + 2 * margin)}"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" role="img"',
            f'aria-labelledby="{title} {alternative}" fill="currentColor"',
            f'font-family="{escape(font)}" font-size="{shapes.number(size)}">',
            f'<title id="{title}">{escape(chart_title(chart_data))}</title>',
            f'<desc id="{alternative}">{escape(chart_in_words(drawn_data))}</desc>',
            *elements,
            "</svg>",
        ]
    )


def _omissions(drawn_data: ChartData, chart_data: ChartData) -> list[str]:
    """Which sessions are not drawn, and why."""
    drawn, unscored = len(drawn_data.bars), chart_data.of - len(chart_data.bars)
    if drawn < len(chart_data.bars):
        return [f"The newest {drawn} of {chart_data.of} sessions are drawn."]
    verb = "is" if unscored == 1 else "are"
    return [f"{counted(unscored, 'session')} without a score {verb} not drawn."] if unscored > 0 else []
