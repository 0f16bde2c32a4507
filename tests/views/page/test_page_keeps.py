"""No serious symptom, no medicine or other change and no question is ever left out, in any form of the page."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.page_figures import Summary
from paintrack.analysis.page_scope import PageScope
from paintrack.views.page.html.page_html import page_charts, page_html
from paintrack.views.page.page_content import build_page, pages_for_sheets
from paintrack.views.page.page_markdown import page_markdown
from paintrack.views.page.pdf.page_pdf import page_words
from paintrack.views.page.spoken_page import page_plain
from tests.example_counts import examples
from tests.factories.pages import EVERYTHING, page_as_text, page_on_screen, summarize
from tests.strategies import HardHistory, hard_histories


def _without_blanks(text: str) -> str:
    """The text without white space, isolates, and what a form draws around its lines."""
    return re.sub(r"[\s|\\\\\u2066-\u2069]", "", text)


def _forms(summary: Summary) -> dict[str, str]:
    charts = page_charts(summary.main.chart_data) if summary.main else None
    html = page_html(build_page(summary), charts=charts)
    roomiest, *_, tightest = pages_for_sheets(summary)
    return {
        "text": page_as_text(summary),
        "text, 40 columns": page_on_screen(summary, width=40),
        "read aloud": page_plain(build_page(summary, has_chart=False)),
        "markdown": page_markdown(build_page(summary), chart=""),
        "html": unescape(re.sub("<[^>]*>", "", html)),
        "pdf, roomiest": page_words([roomiest]),
        "pdf, tightest": page_words([tightest]),
    }


@examples(30)
@given(hard_histories(), st.booleans())
def test_nothing_that_matters_is_left_out(history: HardHistory, with_everything: bool) -> None:
    assert_nothing_missing(history, EVERYTHING if with_everything else None)


@examples(4)
@given(hard_histories(has_long_texts=True))
def test_no_text_that_matters_is_cut_however_long(history: HardHistory) -> None:
    assert_nothing_missing(history)


def assert_nothing_missing(history: HardHistory, scope: PageScope | None = None) -> None:
    """Every form has the whole words."""
    summary = summarize(history.entries, scope)
    for form, text in _forms(summary).items():
        words = _without_blanks(text)
        missing = [each for each in history.never_left_out if _without_blanks(each) not in words]
        assert missing == [], form
