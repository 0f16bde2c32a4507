"""The statement for an insurer as HTML."""

import re
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from paintrack.analysis.insurer_statement import Statement
from paintrack.model.displayed_text import visible_line
from paintrack.views.statement.statement_content import NOT_RECORDED, VisitLine, build_statement
from paintrack.views.statement.statement_html import statement_html
from tests.factories.pages import TRAPS
from tests.factories.statements import hard_statement, sample_statement, trap_statement
from tests.gold import check_gold
from tests.program import unwrapped
from tests.views.parsed_html import parsed

GOLD = Path(__file__).parents[1] / "gold"
STATEMENTS = pytest.mark.parametrize("statement", [sample_statement(), hard_statement()], ids=["sample", "hard"])


def text_of(element: Element) -> str:
    return unwrapped("".join(element.itertext()))


def test_the_sample_as_somebody_has_seen_it() -> None:
    check_gold(GOLD / "statement-sample.html", statement_html(build_statement(sample_statement(with_change=True))))


@STATEMENTS
def test_nothing_runs_and_nothing_is_loaded(statement: Statement) -> None:
    html = statement_html(build_statement(statement))
    root = parsed(html)
    policy = root.find(".//meta[@http-equiv='Content-Security-Policy']")
    assert policy is not None
    assert (policy.get("content") or "").startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert not [name for each in root.iter() for name in each.attrib if name in ("src", "href") or name[:2] == "on"]
    assert not re.search(r"url\(|@import", html)


def test_what_is_missing_is_a_dash_and_a_minus_is_true() -> None:
    page = build_statement(hard_statement())
    line = VisitLine("1 Jun 2026", NOT_RECORDED, "-5 %", "EUR", NOT_RECORDED, "-5", "0")
    cells = [text_of(each) for each in parsed(statement_html(replace(page, visits=(line,)))).findall(".//tbody/tr/*")]
    # What was typed stays as it was.
    assert cells == ["1 Jun 2026", "–", "-5 %", *(["EUR"] if page.has_currencies else []), "–", "−5", "0"]


@STATEMENTS
def test_each_row_has_a_cell_for_each_column(statement: Statement) -> None:
    root = parsed(statement_html(build_statement(statement)))
    columns = len(root.findall(".//thead//th"))
    rows = [*root.findall(".//tbody/tr"), *root.findall(".//tfoot/tr")]
    assert len(root.findall(".//tbody/tr")) == len(statement.visits)
    for row in rows:
        assert sum(int(cell.get("colspan", "1")) for cell in row) == columns
        assert row[0].tag == "th"


@pytest.mark.parametrize("trap", TRAPS)
def test_what_a_person_typed_is_text_to_the_letter(trap: str) -> None:
    root = parsed(statement_html(build_statement(trap_statement(trap))))
    assert {each.tag for each in root.iter()} <= {
        "html", "head", "meta", "title", "style", "body", "main", "header", "div", "h1", "h2", "p", "b", "bdi", "span",
        "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "section", "footer",
    }  # fmt: skip
    cells = [text_of(cell) for cell in root.findall(".//tbody//td")]
    assert cells.count(visible_line(trap)) == 4


def test_letters_from_right_to_left_have_an_element_around_them() -> None:
    root = parsed(statement_html(build_statement(hard_statement())))
    arabic = [each for each in root.iter() if each.text and re.search("[\u0600-\u06ff]", each.text)]
    assert arabic
    assert {each.tag for each in arabic} == {"bdi"}


@pytest.mark.parametrize(("paper", "size"), [("a4", "A4"), ("letter", "letter")])
def test_the_paper_is_the_one_that_is_set(paper: str, size: str) -> None:
    page = replace(build_statement(sample_statement()), paper=paper)
    assert f"size: {size};" in statement_html(page)
