"""The page as one HTML file: no script, nothing loaded from outside, one sheet on paper, light or dark on a screen.

Its looks are in the templates `page.html.jinja` and `document.css.jinja` in `paintrack/data/`.
"""

from paintrack.analysis.condition.chart_data import ChartData
from paintrack.views.page.html.html_template_rendering import filled_template
from paintrack.views.page.html.html_template_values import PageCharts, html_values
from paintrack.views.page.page_content import Page

# In pixels: what a phone 320 wide shows between its margins, and letters that are still large beside a scroll bar.
_PHONE_WIDTH, _PHONE_LETTERS = 284, 12
# What the narrowest window has room for that shows more than a phone does.
_HALF_WINDOW_WIDTH = 540
_GROUND = "var(--paper)"


def page_charts(chart_data: ChartData) -> PageCharts | None:
    """The drawings for the page, without a key, since the page lists what is numbered in them; None without a score."""
    from paintrack.views.trend.charts.chart_svg import svg_chart

    wide = svg_chart(chart_data, paper=_GROUND, has_key=False)
    middle = svg_chart(chart_data, width=_HALF_WINDOW_WIDTH, paper=_GROUND, has_key=False, name="middle-chart")
    narrow = svg_chart(
        chart_data, width=_PHONE_WIDTH, size=_PHONE_LETTERS, paper=_GROUND, has_key=False, name="narrow-chart"
    )
    return PageCharts(wide, middle, narrow) if wide else None


def page_html(page: Page, *, charts: PageCharts | None, paper: str | None = None) -> str:
    """The whole document, ending with a newline.

    The `charts` are not escaped; None for no chart. `paper` is `a4` or `letter`, or None for the page's own.
    """
    from markupsafe import Markup

    # Our own drawings are the only texts that are not escaped; they escape the texts in them.
    trusted = charts and PageCharts(*map(Markup, charts))
    return filled_template("page.html.jinja", page=html_values(page, charts=trusted, paper=paper))
