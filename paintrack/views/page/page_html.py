"""The page as one HTML file: no script, nothing from outside, on one sheet of paper, light and dark on a screen.

How it looks is in the template `paintrack/data/page.html.jinja`. Jinja2 is at home here.
"""

from pathlib import Path

from paintrack.model.typed.typed_text import ISOLATES, isolate_runs
from paintrack.views.page.html_values import html_values
from paintrack.views.page.page_content import Page

# A path, since importlib.resources costs a tenth of the command.
_TEMPLATE = Path(__file__).parents[2] / "data" / "page.html.jinja"


def page_html(page: Page, *, drawing: str, paper: str | None = None) -> str:
    """The whole document, ending with a newline.

    `drawing` is the chart as one `svg` element, trusted as it is; empty: none. `paper` is `a4` or `letter`,
    None for the one of the page.
    """
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        autoescape=True,
        optimized=False,  # a page is rendered once: folding constants costs more than it saves
        finalize=_with_direction,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    template = environment.from_string(_TEMPLATE.read_text(encoding="utf-8"))
    # The only text that is not escaped: our own drawing, which escapes what it says.
    return template.render(page=html_values(page, chart=Markup(drawing), paper=paper))


def _with_direction(value: object) -> object:
    """A text with the element that keeps letters from right to left to themselves, in place of the characters."""
    from markupsafe import Markup, escape

    if not isinstance(value, str) or isinstance(value, Markup) or value.isascii():
        return value
    start, end = ISOLATES
    return escape(isolate_runs(value)).replace(start, Markup("<bdi>")).replace(end, Markup("</bdi>"))
