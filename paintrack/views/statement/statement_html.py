"""The statement for an insurer as one HTML file: no script, nothing from outside, on paper, a screen or a phone."""

from paintrack.views.page.html_template import filled_template
from paintrack.views.statement.statement_content import MISSING, StatementPage

_SHEETS = {"a4": "A4", "letter": "letter"}


def statement_html(page: StatementPage) -> str:
    """The whole document, ending with a newline."""
    return filled_template("statement.html.jinja", page=page, sheet=_SHEETS[page.paper], missing=MISSING)
