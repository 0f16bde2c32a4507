"""The page as one HTML file: no script, nothing from outside, on one sheet of paper, light and dark on a screen.

How it looks is in the templates `page.html.jinja` and `document.css.jinja` in `paintrack/data/`.
"""

from paintrack.views.page.html_template import filled_template
from paintrack.views.page.html_values import html_values
from paintrack.views.page.page_content import Page


def page_html(page: Page, *, drawing: str, paper: str | None = None) -> str:
    """The whole document, ending with a newline.

    `drawing` is the chart as one `svg` element, trusted as it is; empty: none. `paper` is `a4` or `letter`,
    None for the one of the page.
    """
    from markupsafe import Markup

    # The only text that is not escaped: our own drawing, which escapes what it says.
    return filled_template("page.html.jinja", page=html_values(page, chart=Markup(drawing), paper=paper))
