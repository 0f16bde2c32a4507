import re
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from paintrack.model.typed.typed_text import visible_line
from paintrack.views.page.page_html import page_html
from tests.factories.pages import TRAPS, PageWithChart, hard_page, sample_page, trap_page
from tests.gold import check_gold

GOLD = Path(__file__).parent / "gold"
PAGES = pytest.mark.parametrize("page", [sample_page(), hard_page()], ids=["sample", "hard"])
KNOWN = {
    "html", "head", "meta", "title", "style", "body", "main", "header", "div", "h1", "h2", "p", "b", "bdi", "br",
    "span", "small", "dl", "dt", "dd", "figure", "svg", "desc", "g", "line", "circle", "path", "text", "section",
    "table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "ol", "li", "footer",
}  # fmt: skip


def html_of(page: PageWithChart, paper: str | None = None) -> str:
    return page_html(page.page, drawing=page.svg(paper="var(--paper)"), paper=paper)


def parsed(html: str) -> Element:
    """The document, by a parser that refuses every fault."""
    root: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    return root


def name_of(element: Element) -> str:
    return element.tag.rpartition("}")[2]


@pytest.mark.parametrize(("name", "page"), [("sample", sample_page()), ("hard", hard_page())], ids=["sample", "hard"])
def test_the_page_is_as_somebody_has_seen_it(name: str, page: PageWithChart) -> None:
    check_gold(GOLD / f"page-{name}.html", html_of(page))


@PAGES
def test_nothing_runs_and_nothing_is_loaded(page: PageWithChart) -> None:
    html = html_of(page)
    root = parsed(html)
    policy = root.find(".//meta[@http-equiv='Content-Security-Policy']")
    assert policy is not None
    assert (policy.get("content") or "").startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert {name_of(each) for each in root.iter()} <= KNOWN
    assert not [name for each in root.iter() for name in each.attrib if name in ("src", "href") or name[:2] == "on"]
    assert not re.search(r"url\(|@import", html)


@PAGES
def test_it_reads_well_aloud(page: PageWithChart) -> None:
    root = parsed(html_of(page))
    assert root.get("lang") == "en"
    assert len(list(root.iter("h1"))) == 1
    for table in root.iter("table"):
        assert table.find("caption") is not None
        assert {each.get("scope") for each in table.findall("thead/tr/th")} == {"col"}
        assert {each.get("scope") for each in table.findall("tbody/tr/th")} == {"row"}


@PAGES
def test_every_word_of_the_page_is_there(page: PageWithChart) -> None:
    words = " ".join("".join(parsed(html_of(page)).itertext()).split())
    rows = [cell for block in (*page.page.remarks, *page.page.blocks) for row in block.rows for cell in row]
    for text in (page.page.title, page.page.period, *page.page.closing, *rows, *page.page.omissions):
        assert " ".join(text.split()) in words


def test_the_paper_is_the_one_asked_for_or_that_of_the_page() -> None:
    page = sample_page()
    assert "size: A4;" in html_of(page)
    assert "size: letter;" in html_of(page, "letter")
    assert "size: letter;" in page_html(replace(page.page, paper="letter"), drawing="")


def test_a_name_takes_the_place_of_the_blanks() -> None:
    page = sample_page()
    assert "Born" in html_of(page)
    html = page_html(replace(page.page, name="Ana & Co"), drawing="")
    assert "<bdi>Ana &amp; Co</bdi>" in html
    assert "Born" not in html


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_stays_text(trap: str) -> None:
    root = parsed(html_of(trap_page(trap)))
    assert {name_of(each) for each in root.iter()} <= KNOWN
    assert not [name for each in root.iter() for name in each.attrib if name[:2] == "on"]
    said = visible_line(trap)
    words = "".join(root.itertext())
    # Title, name, period, notes, questions and others, as far as they are not cut.
    assert words.count(said[:12]) >= 10
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", words)
