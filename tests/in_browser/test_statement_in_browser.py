"""The statement for an insurer as a browser and a PDF reader show it: on paper, on a phone, read aloud."""

import re
from pathlib import Path

import pytest

from paintrack.analysis.insurer_statement import Statement
from paintrack.model.displayed_text import visible_line
from paintrack.views.statement.statement_content import NOT_A_BILL, build_statement
from paintrack.views.statement.statement_html import statement_html
from paintrack.views.statement.statement_pdf import statement_pdf
from tests.factories.pages import TRAPS
from tests.factories.statements import hard_statement, sample_statement, trap_statement
from tests.in_browser.browser import MEASURED, SCREEN_WIDTHS, Browser, axe_script, row_heads, run
from tests.program import unwrapped

pytestmark = pytest.mark.outside
SAMPLE = sample_statement(with_change=True)
STATEMENTS = pytest.mark.parametrize("statement", [SAMPLE, hard_statement()], ids=["sample", "hard"])


def html_of(statement: Statement) -> str:
    return statement_html(build_statement(statement))


@STATEMENTS
def test_any_screen_shows_words_whole(browser: Browser, statement: Statement, tmp_path: Path) -> None:
    for width, report in browser.reports_of(html_of(statement), MEASURED, tmp_path, widths=SCREEN_WIDTHS).items():
        assert report["over"] <= 0, width
        assert report["unreachable"] == 0, width
        assert (report["broken"], report["cut"]) == ([], []), width


@STATEMENTS
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_to_fault(browser: Browser, statement: Statement, dark: bool, tmp_path: Path) -> None:
    html = html_of(statement)
    for width, report in browser.reports_of(html, axe_script(), tmp_path, widths=SCREEN_WIDTHS, dark=dark).items():
        assert report["dark"] is dark, width
        assert report["passed"] > 15, width
        assert report["violations"] == [], width


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_all_visits_and_the_sums_stand_on_paper(browser: Browser, form: str, tmp_path: Path) -> None:
    statement, pdf = hard_statement(), tmp_path / "statement.pdf"
    if form == "pdf":
        pdf.write_bytes(statement_pdf(build_statement(statement)))
    else:
        (tmp_path / "statement.html").write_text(html_of(statement))
        browser.print_to_pdf(tmp_path / "statement.html", pdf)
    words = unwrapped(run("pdftotext", "-layout", pdf, "-"))
    for visit in build_statement(statement).visits:
        assert visit.day in words
    # Once, not at the foot of every sheet.
    assert words.count("Total, 50 visits") == words.count(NOT_A_BILL) == 1
    numbers = re.findall(r"page (\d+) of (\d+)", words)
    assert len(numbers) > 1
    assert numbers == [(str(place), str(len(numbers))) for place in range(1, len(numbers) + 1)]


def test_a_reader_of_the_pdf_finds_the_head_of_every_row(tmp_path: Path) -> None:
    # As many as go on on a second sheet.
    some = hard_statement()._replace(visits=hard_statement().visits[:25])
    statement, pdf = build_statement(some), tmp_path / "statement.pdf"
    pdf.write_bytes(statement_pdf(statement))
    assert re.search("^Pages: +2$", run("pdfinfo", pdf), re.MULTILINE)
    assert row_heads(pdf) == [*(visit.day for visit in statement.visits), *(line.label for line in statement.sums)]


def test_no_long_word_stands_over_the_amounts_in_the_pdf(tmp_path: Path) -> None:
    pdf = tmp_path / "statement.pdf"
    pdf.write_bytes(statement_pdf(build_statement(hard_statement())))
    boxes = run("pdftotext", "-bbox", "-l", "1", pdf, "-")
    right_ends = [float(end) for end in re.findall(r'xMax="([0-9.]+)" yMax="[0-9.]+">x+<', boxes)]
    amounts = [float(start) for start in re.findall(r'xMin="([0-9.]+)"[^>]*>EUR<', boxes)]
    assert right_ends
    assert max(right_ends) < min(amounts)


def test_no_letter_touches_a_rule_in_the_pdf(tmp_path: Path) -> None:
    pdf = tmp_path / "statement.pdf"
    pdf.write_bytes(statement_pdf(build_statement(hard_statement())))
    run("pdftoppm", "-gray", "-r", "144", "-l", "1", "-singlefile", pdf, tmp_path / "sheet")
    # Two pixels a point; a rule darkens most of a row, a row without ink is white.
    _, size, _, pixels = (tmp_path / "sheet.pgm").read_bytes().split(b"\n", 3)
    across = int(size.split()[0])
    ink = [sum(pixel < 250 for pixel in pixels[start : start + across]) for start in range(0, len(pixels), across)]
    rules = [row for row, dark in enumerate(ink) if dark > 0.7 * across]
    assert len(rules) > 20
    beside = {row + away for row in rules for away in (-3, -2, -1, 1, 2)} - {*rules}
    assert [row for row in sorted(beside) if ink[row]] == []


@pytest.mark.parametrize("trap", TRAPS)
def test_what_a_person_typed_stands_in_the_pdf_to_the_letter(trap: str, tmp_path: Path) -> None:
    pdf = tmp_path / "statement.pdf"
    pdf.write_bytes(statement_pdf(build_statement(trap_statement(trap))))
    assert "".join(visible_line(trap).split()) in "".join(run("pdftotext", "-raw", pdf, "-").split())
