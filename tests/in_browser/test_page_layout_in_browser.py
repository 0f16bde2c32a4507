"""How a browser lays out the parts of the page: what stays on one line, what is widest, what each sheet says."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from paintrack.views.page.html.page_html import page_charts, page_html
from paintrack.views.page.page_content import build_page
from tests.factories.course_shapes import shaped_course
from tests.factories.courses import weekly
from tests.factories.entries import a_peg, an_overall
from tests.factories.pages import PageWithChart, full_page, full_rows_page, hard_page, long_names_page, summarize
from tests.in_browser.browser import Browser, run

if TYPE_CHECKING:
    from paintrack.model.entries import AnyEntry

pytestmark = pytest.mark.outside
# What takes more than one line, of the elements that a selector finds.
_WRAPPED = """onload = () => parent.postMessage(JSON.stringify({
  wrapped: [...document.querySelectorAll("SELECTOR")].filter(each => {
    const range = document.createRange()
    range.selectNodeContents(each)
    const lines = [...range.getClientRects()].filter(line => line.width > 1).map(line => Math.round(line.top))
    return new Set(lines).size > 1
  }).map(each => each.textContent)}), "*")"""


def wrapped(browser: Browser, html: str, selector: str, folder: Path, *, width: int) -> list[str]:
    report = browser.reports_of(html, _WRAPPED.replace("SELECTOR", selector), folder, widths=[width])[width]
    texts: list[str] = report["wrapped"]
    return texts


def html_of(page: PageWithChart) -> str:
    return page_html(page.page, charts=page_charts(page.trend.chart_data), paper="a4")


@pytest.mark.parametrize(
    "page", [full_page(), full_rows_page(), long_names_page(), hard_page()], ids=["full", "rows", "names", "hard"]
)
def test_the_day_of_a_session_takes_one_line_on_a_phone(browser: Browser, page: PageWithChart, tmp_path: Path) -> None:
    html = html_of(page)
    assert 'class="weekday">Mon ' in html
    # What a phone leaves to a voice takes no line.
    html = re.sub(r'<span class="weekday">.*?</span>', "", html)
    assert wrapped(browser, html, ".wide tbody th", tmp_path, width=390) == []


@pytest.mark.parametrize(("width", "names"), [(320, ""), (390, ""), (1280, ", .below tbody th")])
def test_a_change_in_everyday_life_takes_one_line(browser: Browser, width: int, names: str, tmp_path: Path) -> None:
    # Of two calendar years, so that the days above the columns are long; something stands beside it.
    entries: list[AnyEntry] = [
        *weekly([7, 6, 5, 5, 4, 4]),
        a_peg(7, 8, 7, at=-200),
        a_peg(4, 4, 4, at=30),
        an_overall(at=31),
    ]
    html = page_html(build_page(summarize(entries)), charts=None)
    assert "in the way of enjoyment" in html
    assert wrapped(browser, html, f".below tbody td{names}", tmp_path, width=width) == []


@pytest.mark.parametrize("name", ["four-weekly-migraine", "flat", "step"])
def test_the_answer_with_most_words_is_the_widest(browser: Browser, name: str, tmp_path: Path) -> None:
    html = page_html(build_page(summarize(shaped_course(name))), charts=None)
    script = """onload = () => parent.postMessage(JSON.stringify({
      cards: [...document.querySelectorAll(".answer")].map(card =>
        [card.querySelector(".rest").textContent.length, card.getBoundingClientRect().width])}), "*")"""
    cards = browser.reports_of(html, script, tmp_path, widths=[1280])[1280]["cards"]
    assert max(cards) == max(cards, key=lambda card: card[1])


def test_each_printed_sheet_says_which_it_is(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(html_of(hard_page()))
    pdf = tmp_path / "page.pdf"
    browser.print_to_pdf(tmp_path / "page.html", pdf)
    sheets = run("pdftotext", "-raw", pdf, "-").removesuffix("\f").split("\f")
    assert len(sheets) > 1
    for number, sheet in enumerate(sheets, 1):
        assert re.findall(r"page \d+ of \d+", sheet) == [f"page {number} of {len(sheets)}"]
