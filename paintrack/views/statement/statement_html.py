"""The statement for an insurer as one HTML file: no script, nothing loaded from outside, for paper, screen and phone.

Its looks are in the templates `statement.html.jinja` and `document.css.jinja` in `paintrack/data/`.
"""

from paintrack.views.page.html.html_template_rendering import CSS_SHEETS, filled_template
from paintrack.views.page.typographic_signs import typeset_number
from paintrack.views.statement.statement_content import NOT_RECORDED, StatementPage, typeset_statement


def statement_html(page: StatementPage) -> str:
    """The whole document, ending with a newline."""
    return filled_template(
        "statement.html.jinja",
        page=typeset_statement(page),
        sheet=CSS_SHEETS[page.paper],
        missing=typeset_number(NOT_RECORDED),
    )
