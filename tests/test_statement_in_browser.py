"""The statement for an insurer as a browser and a PDF reader show it: on paper, on a phone, read aloud."""

import json
import re
from html import unescape
from importlib.util import find_spec
from pathlib import Path

import pytest

from paintrack.analysis.statement import Statement
from paintrack.model.typed.typed_text import visible_line
from paintrack.views.statement.statement_content import NOT_A_BILL, build_statement
from paintrack.views.statement.statement_html import statement_html
from paintrack.views.statement.statement_pdf import statement_pdf
from tests.factories.pages import TRAPS
from tests.factories.statements import hard_statement, sample_statement, trap_statement
from tests.test_page_in_browser import FLAGS, REPORT, run

pytestmark = pytest.mark.outside
SAMPLE = sample_statement(with_change=True)
STATEMENTS = pytest.mark.parametrize("statement", [SAMPLE, hard_statement()], ids=["sample", "hard"])
# A window is 500 wide at least: a phone is a frame in it.
FRAME = """<iframe src="statement.html" style="width: {width}px; height: 900px; border: 0"></iframe>
<script>onload = () => {{
  const page = document.querySelector("iframe").contentDocument, root = page.scrollingElement
  const words = [...page.querySelectorAll("td, th, p, h1")].filter(each => each.scrollWidth > each.clientWidth + 1)
  document.body.textContent = "FOUND" + JSON.stringify({{
    over: root.scrollWidth - root.clientWidth, cut: words.filter(each => each.clientWidth).length,
  }}) + "END" }}</script>"""


def html_of(statement: Statement) -> str:
    return statement_html(build_statement(statement))


def report_of(dom: str, start: str) -> dict[str, object]:
    report = re.search(f"{start}(.*)END", dom, re.DOTALL)
    assert report is not None
    values: dict[str, object] = json.loads(unescape(report[1]))
    return values


@STATEMENTS
@pytest.mark.parametrize("width", [320, 390, 640, 1280])
def test_nothing_scrolls_sideways_on_any_screen(statement: Statement, width: int, tmp_path: Path) -> None:
    (tmp_path / "statement.html").write_text(html_of(statement))
    (tmp_path / "frame.html").write_text(FRAME.format(width=width))
    flags = (f"--user-data-dir={tmp_path / 'profile'}", "--allow-file-access-from-files", "--window-size=1400,1000")
    dom = run("chromium", *FLAGS, *flags, "--dump-dom", (tmp_path / "frame.html").as_uri())
    assert report_of(dom, "FOUND") == {"over": 0, "cut": 0}


@STATEMENTS
@pytest.mark.parametrize("width", [500, 1280], ids=["phone", "desktop"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_to_fault(statement: Statement, width: int, dark: bool, tmp_path: Path) -> None:
    spec = find_spec("axe_playwright_python")
    assert spec is not None
    assert spec.origin is not None
    axe = Path(spec.origin).with_name("axe.min.js").read_text()
    # The statement forbids every script; for this test it does not.
    html = re.sub(r'<meta http-equiv="Content-Security-Policy".*>', "", html_of(statement))
    (tmp_path / "statement.html").write_text(html.replace("</body>", f"<script>{axe}\n{REPORT}</script></body>"))
    flags = (
        f"--user-data-dir={tmp_path / 'profile'}",
        f"--blink-settings=preferredColorScheme={0 if dark else 1}",
        f"--window-size={width},1000",
        "--virtual-time-budget=20000",
        "--dump-dom",
    )
    report = report_of(run("chromium", *FLAGS, *flags, (tmp_path / "statement.html").as_uri()), "AXE")
    assert report["dark"] is dark
    assert report["violations"] == []


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_all_visits_and_the_sums_stand_on_paper(form: str, tmp_path: Path) -> None:
    statement, pdf = hard_statement(), tmp_path / "statement.pdf"
    if form == "pdf":
        pdf.write_bytes(statement_pdf(build_statement(statement)))
    else:
        (tmp_path / "statement.html").write_text(html_of(statement))
        flags = (f"--user-data-dir={tmp_path / 'profile'}", "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
        run("chromium", *FLAGS, *flags, (tmp_path / "statement.html").as_uri())
    words = " ".join(run("pdftotext", "-layout", pdf, "-").split())
    for visit in build_statement(statement).visits:
        assert visit.day in words
    # Once, not at the foot of every sheet.
    assert words.count("Total, 50 visits") == words.count(NOT_A_BILL) == 1


@pytest.mark.parametrize("trap", TRAPS)
def test_what_a_person_typed_stands_in_the_pdf_to_the_letter(trap: str, tmp_path: Path) -> None:
    pdf = tmp_path / "statement.pdf"
    pdf.write_bytes(statement_pdf(build_statement(trap_statement(trap))))
    assert "".join(visible_line(trap).split()) in "".join(run("pdftotext", "-raw", pdf, "-").split())
