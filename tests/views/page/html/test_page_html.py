"""The page as HTML: complete, readable aloud, without anything that runs or is loaded."""

import os
import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from jinja2 import UndefinedError

from paintrack.model.displayed_text import visible_line, without_isolates
from paintrack.views.page.html.page_html import page_html
from paintrack.views.page.typographic_signs import typeset_number
from paintrack.views.value_words import show_day, show_score
from tests.factories.courses import weekly
from tests.factories.entries import a_question
from tests.factories.pages import TRAPS, PageWithChart, hard_page, html_of, page_for, sample_page, trap_page
from tests.gold import check_gold
from tests.program import unwrapped
from tests.views.parsed_html import parsed

GOLD = Path(__file__).parents[2] / "gold"
PAGES = pytest.mark.parametrize("page", [sample_page(), hard_page()], ids=["sample", "hard"])
KNOWN = {
    "html", "head", "meta", "title", "style", "body", "main", "header", "div", "h1", "h2", "p", "b", "bdi", "br",
    "span", "small", "dl", "dt", "dd", "figure", "svg", "desc", "g", "line", "circle", "path", "text", "section",
    "polyline", "table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "ol", "li", "details", "summary",
    "footer",
}  # fmt: skip


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
    words = unwrapped("".join(parsed(html_of(page)).itertext()))
    rows = [
        typeset_number(cell) for each in (*page.page.remarks, *page.page.blocks) for row in each.rows for cell in row
    ]
    answers = [text.replace("->", "→") for each in page.page.answers for text in (each.question, *each[2:])]
    more = [text for pair in page.page.more_answers for text in pair]
    page_texts = (page.page.title, page.page.period, *page.page.closing, *page.page.omissions)
    for text in (*page_texts, *answers, *more, *rows):
        assert unwrapped(without_isolates(text)) in words


def test_the_paper_is_the_one_asked_for_or_that_of_the_page() -> None:
    page = sample_page()
    assert "size: A4;" in html_of(page)
    assert "size: letter;" in html_of(page, "letter")
    assert "size: letter;" in page_html(page.page._replace(paper="letter"), charts=None)


def test_a_name_takes_the_place_of_its_blank() -> None:
    page = sample_page()
    html = page_html(page.page._replace(name="Ana & Co"), charts=None)
    assert "<span>Ana &amp; Co</span>" in html
    assert ('<b>Born</b><span class="blank">' in html, "blank long" in html) == (True, False)


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_stays_text(trap: str) -> None:
    root = parsed(html_of(trap_page(trap)))
    assert {name_of(each) for each in root.iter()} <= KNOWN
    assert not [name for each in root.iter() for name in each.attrib if name[:2] == "on"]
    visible_trap = visible_line(trap)
    words = "".join(root.itertext())
    # Title, name, period, notes, questions and others, as far as they are not cut.
    assert words.count(visible_trap[:12]) >= 10
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", words)


def test_all_scores_stand_in_a_folded_table() -> None:
    page = sample_page().page
    assert page.chart_data is not None
    details = parsed(html_of(sample_page())).find(".//details")
    assert details is not None
    assert details.get("open") is None
    rows = [["".join(cell.itertext()) for cell in row] for row in details.findall(".//tbody/tr")]
    bar = page.chart_data.bars[1]
    assert [bar.label, show_day(bar.day), show_score(bar.before), show_score(bar.after), ""] in rows
    readings = len(page.chart_data.early) + sum(len(each.readings) for each in page.chart_data.bars)
    assert len(rows) == len(page.chart_data.bars) + readings
    assert (
        "".join(details.findtext("summary") or "")
        == f"All scores: {len(page.chart_data.bars)} sessions, {readings} readings"
    )


@pytest.mark.parametrize(
    ("typed", "typeset"), [("-2", "−2"), ("+1", "+1"), ("0", "0"), ("-", "–"), ("-x", "-x"), ("4 (-2)", "4 (-2)")]
)
def test_numbers_have_a_true_minus(typed: str, typeset: str) -> None:
    assert typeset_number(typed) == typeset


def test_a_text_of_a_person_is_not_typeset() -> None:
    page = page_for([*weekly([7, 6]), a_question("-5 -> 3?", at="2026-07-20 10:00")])
    assert "<li>-5 -&gt; 3?</li>" in page_html(page, charts=None)


def test_a_small_screen_has_a_chart_of_its_own() -> None:
    charts = [figure[0] for figure in parsed(html_of(sample_page())).iter("figure")]
    wide, middle, narrow = (float((each.get("viewBox") or "").split()[2]) for each in charts)
    assert narrow < 300 < middle < wide
    assert len({each[1].text for each in charts}) == 1
    assert [each.get("aria-labelledby") for each in charts] == [
        f"{name}-title {name}-scores" for name in ("chart", "middle-chart", "narrow-chart")
    ]


def test_other_conditions_have_a_line_drawn_beside_them() -> None:
    page = page_for([*weekly([7, 6, 5]), *weekly([10, 0], condition="neck")])
    elements = parsed(page_html(page, charts=None)).iter()
    lines = [each.get("points") for each in elements if name_of(each) == "polyline"]
    assert lines == ["0.0,0.0 90.0,18.0"]


def test_a_page_without_a_score_has_neither_answers_nor_chart() -> None:
    html = page_html(page_for([a_question("Where do I begin?", at="2026-07-20 10:00")]), charts=None)
    assert "Where do I begin?" in html
    body = html.partition("<body")[2]
    assert not re.search('class="answers"|<figure|<details', body)


def test_a_changed_template_is_the_next_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_for(weekly([7, 6]))
    template = tmp_path / "page.html.jinja"
    template.write_text("<p>{{ page.title }}</p>")
    monkeypatch.setattr("paintrack.views.page.html.html_template_rendering._TEMPLATES", tmp_path)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("sys.pycache_prefix", str(tmp_path / "cache"))
    first = [page_html(page, charts=None) for _ in range(2)]
    assert first == ["<p>Acupuncture diary: lower back</p>"] * 2
    assert [each.suffix for each in (tmp_path / "cache").rglob("*") if each.is_file()] == [".pyc"]
    template.write_text("<b>{{ page.title }}</b>")
    os.utime(template, (1, 1))
    assert page_html(page, charts=None) == "<b>Acupuncture diary: lower back</b>"


def test_a_changed_style_is_in_the_next_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_for(weekly([7, 6]))
    (tmp_path / "page.html.jinja").write_text('{% include "document.css.jinja" %}')
    monkeypatch.setattr("paintrack.views.page.html.html_template_rendering._TEMPLATES", tmp_path)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("sys.pycache_prefix", str(tmp_path / "cache"))
    for style in ("b { color: red }", "b { color: blue }"):
        (tmp_path / "document.css.jinja").write_text(style)
        assert page_html(page, charts=None) == style


def test_a_misspelled_value_is_no_blank_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    template = tmp_path / "page.html.jinja"
    template.write_text("{{ page.titel }}")
    monkeypatch.setattr("paintrack.views.page.html.html_template_rendering._TEMPLATES", tmp_path)
    with pytest.raises(UndefinedError, match="titel"):
        page_html(page_for(weekly([7, 6])), charts=None)
