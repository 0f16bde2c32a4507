"""The pages as a browser and a PDF reader show them: one sheet each, nothing that a screen reader stumbles over."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

import pytest
from hypothesis import Phase, given, settings

from paintrack.model.displayed_text import visible_line
from paintrack.views.page.html.page_html import page_html
from paintrack.views.page.page_content import Page, SeriousLine, build_page, pages_for_sheets
from paintrack.views.page.pdf.page_pdf import page_pdf
from paintrack.views.page.pdf.pdf_typesetting import GLYPHS_MISSING
from paintrack.views.page.typographic_signs import typeset_arrows, typeset_number
from tests.example_counts import examples
from tests.factories.courses import weekly
from tests.factories.entries import a_note, a_peg, a_question
from tests.factories.pages import (
    TRAPS,
    PageWithChart,
    full_page,
    full_rows_page,
    hard_page,
    html_of,
    long_names_page,
    long_words_page,
    sample_page,
    summarize,
    trap_page,
)
from tests.gold import check_gold
from tests.in_browser.browser import (
    MEASURED,
    SCREEN_WIDTHS,
    TABLET_WIDTHS,
    Browser,
    axe_script,
    list_items,
    row_heads,
    run,
)
from tests.program import unwrapped
from tests.strategies import HardHistory, hard_histories

pytestmark = pytest.mark.outside
GOLD = Path(__file__).parents[1] / "views" / "gold"
PAGES = pytest.mark.parametrize("page", [sample_page(), full_page(), hard_page()], ids=["sample", "full", "hard"])
ONE_SHEET = pytest.mark.parametrize("page", [sample_page(), full_page()], ids=["sample", "full"])
PAPERS = pytest.mark.parametrize(("paper", "size"), [("a4", "A4"), ("letter", "letter")])


def sheets(pdf: Path) -> tuple[int, str]:
    """How many pages a PDF has, and their size as the reader names it."""
    pdf_facts = run("pdfinfo", pdf)
    pages, size = re.search(r"Pages: +(\d+)", pdf_facts), re.search(r"Page size: .*\((.*)\)", pdf_facts)
    assert pages is not None
    assert size is not None
    return int(pages[1]), size[1]


class Measure(Protocol):
    """What `MEASURED` says of a page in windows of these widths."""

    def __call__(self, page: PageWithChart, widths: Sequence[int]) -> dict[int, dict[str, Any]]:
        """The reports by width."""


@pytest.fixture(scope="module")
def measure(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Measure:
    """Each page is measured once for each list of widths."""
    folder = tmp_path_factory.mktemp("measured")

    @cache
    def reports(html: str, widths: Sequence[int]) -> dict[int, dict[str, Any]]:
        return browser.reports_of(html, MEASURED, folder, widths=widths)

    return lambda page, widths: reports(html_of(page), widths)


@pytest.mark.parametrize(
    "page",
    [sample_page(), full_page(), hard_page(), full_rows_page(), long_names_page(), long_words_page()],
    ids=["sample", "full", "hard", "rows", "names", "words"],
)
@pytest.mark.parametrize("widths", [SCREEN_WIDTHS, TABLET_WIDTHS], ids=["phones", "tablets"])
def test_any_screen_shows_words_whole_and_letters_large(
    page: PageWithChart, widths: Sequence[int], measure: Measure
) -> None:
    for width, report in measure(page, widths).items():
        assert report["over"] <= 0, width
        # In a narrow window the wide chart is a little smaller than drawn.
        assert report["letters"] >= (10 if 720 < width < 800 else 11), width
        assert report["row"] < 140, width
        assert report["sideways"] == 0, width
        assert report["unreachable"] == 0, width
        assert (report["broken"], report["cut"]) == ([], []), width


def test_a_wide_screen_shows_another_condition_in_one_line(browser: Browser, tmp_path: Path) -> None:
    script = """onload = () => parent.postMessage(JSON.stringify({
      lines: [...document.querySelectorAll(".conditions span:last-child")].map(words => {
        const all = document.createRange()
        all.selectNodeContents(words)
        return new Set([...all.getClientRects()].map(line => line.top)).size
      })}), "*")"""
    assert browser.reports_of(html_of(full_page()), script, tmp_path, widths=[1280])[1280]["lines"] == [1, 1, 1]


@pytest.mark.parametrize("page", [full_page(), hard_page()], ids=["full", "hard"])
def test_the_small_line_of_a_condition_stands_near_the_names(
    browser: Browser, page: PageWithChart, tmp_path: Path
) -> None:
    script = """onload = () => {
      const right = (name) => {
        const all = document.createRange()
        all.selectNodeContents(name)
        return Math.max(...[...all.getClientRects()].map(line => line.right))
      }
      const all = (what) => [...document.querySelectorAll(`.conditions ${what}`)]
      const lines = all(".spark").map(each => each.getBoundingClientRect())
      parent.postMessage(JSON.stringify({
        gaps: lines.map(each => each.left - Math.max(...all("span:first-child").map(right))),
        over: lines.map(each => each.right - document.scrollingElement.clientWidth),
      }), "*")
    }"""
    for width, report in browser.reports_of(html_of(page), script, tmp_path, widths=SCREEN_WIDTHS).items():
        assert all(0 < gap < 60 for gap in report["gaps"]), (width, report)
        assert max(report["over"]) <= 0, width


def test_numbers_stand_near_their_days_on_a_wide_screen(browser: Browser, tmp_path: Path) -> None:
    sessions = summarize(weekly([7, 6, 5]))
    html = page_html(build_page(sessions), charts=None)
    script = """onload = () => parent.postMessage(JSON.stringify({
      width: document.querySelector(".wide table").getBoundingClientRect().width}), "*")"""
    assert 200 < browser.reports_of(html, script, tmp_path, widths=[1280])[1280]["width"] < 400


@PAGES
def test_one_chart_shows_the_whole_course(page: PageWithChart, measure: Measure) -> None:
    for width, report in measure(page, SCREEN_WIDTHS).items():
        names = {640: "middle-chart-title", 1280: "chart-title"}
        assert report["charts"] == [names.get(width, "narrow-chart-title")], width
        assert report["whole"] is True, width


@ONE_SHEET
@PAPERS
def test_the_html_page_prints_on_one_sheet(
    browser: Browser, page: PageWithChart, paper: str, size: str, tmp_path: Path
) -> None:
    (tmp_path / "page.html").write_text(html_of(page, paper))
    pdf = tmp_path / "page.pdf"
    browser.print_to_pdf(tmp_path / "page.html", pdf)
    assert sheets(pdf) == (1, size)


@PAGES
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_to_fault(browser: Browser, page: PageWithChart, dark: bool, tmp_path: Path) -> None:
    # Folded parts are judged unfolded.
    html = html_of(page).replace("<details>", "<details open>")
    for width, report in browser.reports_of(html, axe_script(), tmp_path, widths=SCREEN_WIDTHS, dark=dark).items():
        assert report["dark"] is dark, width
        assert report["passed"] > 20, width
        assert report["violations"] == [], width


@ONE_SHEET
@PAPERS
def test_the_pdf_is_one_sheet(page: PageWithChart, paper: str, size: str, tmp_path: Path) -> None:
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(page_pdf(page.sheets, drawing=page.svg(for_pdf=True), paper=paper))
    assert sheets(pdf) == (1, size)


def test_the_words_of_the_pdf_can_be_selected(tmp_path: Path) -> None:
    page = sample_page()
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(page_pdf(page.sheets, drawing=page.svg(for_pdf=True)))
    words = unwrapped(run("pdftotext", "-raw", pdf, "-"))
    cells = [cell for block in (*page.page.remarks, *page.page.blocks) for row in block.rows for cell in row]
    answers = [text for each in page.page.answers for text in (typeset_arrows(each.large), each.beside, each.rest)]
    more_answers = [text for _, text in page.page.more_answers]
    for text in (page.page.title, page.page.period, *answers, *more_answers, *map(typeset_number, cells)):
        assert unwrapped(text) in words
    assert "May 2026" in words
    assert GLYPHS_MISSING not in words


def test_a_reader_of_the_pdf_finds_the_head_of_every_row(tmp_path: Path) -> None:
    pdf = tmp_path / "page.pdf"
    # The chart has no rows, and takes longest to read.
    pdf.write_bytes(page_pdf(full_page().sheets, drawing=""))
    heads = row_heads(pdf)
    assert heads[:2] == ["Wed 21 Oct 2026", "Tue 27 Oct 2026"]
    assert heads[-1] == "mean"


@pytest.mark.parametrize("name", ["neck", "headache on waking, mostly at weekends", "x" * 60])
def test_the_words_on_another_condition_have_room(name: str, tmp_path: Path) -> None:
    # Everyday life stands beside them.
    pegs = [a_peg(7, 8, 7, at=0), a_peg(4, 4, 4, at=40)]
    summary = summarize([*weekly([7, 6, 5, 4, 4, 3, 3]), *weekly([5, 4, 4, 4, 2, 2, 2], condition=name), *pegs])
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(page_pdf([*pages_for_sheets(summary)], drawing="", machine_fonts=False))
    lines = [unwrapped(line) for line in run("pdftotext", "-layout", pdf, "-").splitlines()]
    assert [line for line in lines if "EVERYDAY LIFE" in line and line.endswith("OTHER CONDITIONS")]
    assert [line for line in lines if "not clear yet (7 sessions)" in line]
    assert [line for line in lines if line.startswith("in the way of enjoyment 8 4")]


def test_no_long_word_leaves_the_sheet(tmp_path: Path) -> None:
    page, pdf = long_words_page(), tmp_path / "page.pdf"
    pdf.write_bytes(page_pdf(page.sheets, drawing=page.svg(for_pdf=True), paper="a4"))
    boxes = run("pdftotext", "-bbox", pdf, "-")
    right_ends = [float(end) for end in re.findall(r'xMax="([0-9.]+)"', boxes)]
    assert len(right_ends) > 100
    # A4 less the margin of 15 mm, in points.
    assert max(right_ends) < 595.3 - 15 / 25.4 * 72 + 0.5


def test_the_pdf_is_as_somebody_has_seen_it(tmp_path: Path) -> None:
    page = sample_page()
    pdf = tmp_path / "page.pdf"
    # Without the machine's fonts, so that the layout is that of typst's own everywhere.
    pdf.write_bytes(page_pdf(page.sheets, drawing=page.svg(for_pdf=True), machine_fonts=False))
    words = [line.split() for line in run("pdftotext", "-layout", pdf, "-").splitlines()]
    check_gold(GOLD / "page-sample-pdf.txt", "".join(f"{' '.join(line)}\n" for line in words if line))


@pytest.mark.parametrize("trap", TRAPS)
def test_what_a_person_typed_stands_in_the_pdf_to_the_letter(trap: str, tmp_path: Path) -> None:
    page = trap_page(trap)
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(page_pdf(page.sheets, drawing=page.svg(for_pdf=True)))
    assert "".join(visible_line(trap).split()) in "".join(run("pdftotext", "-raw", pdf, "-").split())


@pytest.mark.parametrize("number", [1, 25])
def test_every_serious_symptom_stands_in_the_pdf(number: int, tmp_path: Path) -> None:
    lines = tuple(SeriousLine("SIGNS OF A STROKE", f"lost words {place}", "Mon 7 Sep 2026.") for place in range(number))
    page = sample_page()
    pdf = tmp_path / "page.pdf"
    drawing = page.svg(for_pdf=True) if number == 1 else ""
    pdf.write_bytes(page_pdf([each._replace(serious=lines) for each in page.sheets], drawing=drawing))
    words = unwrapped(run("pdftotext", "-raw", pdf, "-"))
    assert words.index("! SERIOUS SYMPTOMS") < words.index(page.page.answers[0].rest[:20])
    sentences = [f"SIGNS OF A STROKE: \u201c{line.words}\u201d, Mon 7 Sep 2026." for line in lines]
    for sentence in sentences:
        assert f"! {sentence}" in words
    # For a screen reader each is an item of its own; a question follows where there is one.
    assert list_items(pdf)[:number] == [f"{sentence}CHECKED BY A DOCTOR?" for sentence in sentences]
    assert words.count("CHECKED BY A DOCTOR?") == number


@settings(examples(5), phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(hard_histories())
def test_nothing_that_matters_is_left_out_of_the_pdf(history: HardHistory) -> None:
    summary = summarize(history.entries)
    with TemporaryDirectory() as folder:
        pdf = Path(folder) / "page.pdf"
        pdf.write_bytes(page_pdf([*pages_for_sheets(summary)], drawing=""))
        words = {word.strip("“”,") for word in run("pdftotext", "-raw", pdf, "-").split()}
    # Word by word: a text may go on at the top of the next sheet.
    assert [each for each in history.never_left_out if not words.issuperset(each.split())] == []


@pytest.mark.parametrize("word", ["x" * 3000, "ب" * 1000, "ש" * 1000 + "x" * 1000])
def test_a_word_longer_than_a_sheet_stays_on_it(word: str, tmp_path: Path) -> None:
    summary = summarize([*weekly([7, 6, 5]), a_note(f"{word} 25 mg", at=8), a_question(word, at=9)])
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(page_pdf([*pages_for_sheets(summary)], drawing="", paper="a4"))
    boxes = run("pdftotext", "-bbox", pdf, "-")
    assert max(float(end) for end in re.findall(r'xMax="([0-9.]+)"', boxes)) < 595.3 - 15 / 25.4 * 72 + 0.5
    words = run("pdftotext", "-raw", pdf, "-")
    assert [words.count(letter) >= 2 * word.count(letter) for letter in set(word)] == [True] * len(set(word))


def test_a_page_of_many_sheets_is_the_roomiest_of_as_few(tmp_path: Path) -> None:
    notes = [a_note(f"change {place}: {'word ' * 60}", at=8) for place in range(24)]
    pages = [*pages_for_sheets(summarize([*weekly([7, 6, 5, 4, 4, 3], points=("LI4", "ST36")), *notes]))]

    def sheets_and_words(pages: Sequence[Page]) -> tuple[int, str]:
        pdf = tmp_path / "page.pdf"
        pdf.write_bytes(page_pdf(pages, drawing=""))
        return sheets(pdf)[0], run("pdftotext", "-raw", pdf, "-")

    fewest, _ = sheets_and_words(pages[-1:])
    assert fewest > 1
    alone = (sheets_and_words([page]) for page in pages)
    assert sheets_and_words(pages) == next(each for each in alone if each[0] == fewest)


@pytest.mark.parametrize(("note", "is_missing"), [("開始服用", True), ("zażółć", False)])
def test_letters_that_no_font_has_are_told(note: str, is_missing: bool, tmp_path: Path) -> None:
    summary = summarize([*weekly([7, 6, 5]), a_note(note, at=8)])
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(page_pdf([*pages_for_sheets(summary)], drawing="", machine_fonts=False))
    assert (GLYPHS_MISSING in unwrapped(run("pdftotext", pdf, "-"))) is is_missing


@pytest.fixture(scope="module")
def hard_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The PDF of the hard page, set once as its roomiest: to choose among its rooms takes seven times as long."""
    page = hard_page()
    pdf = tmp_path_factory.mktemp("hard") / "page.pdf"
    pdf.write_bytes(page_pdf(page.sheets[:1], drawing=page.svg(for_pdf=True)))
    return pdf


def test_pictures_of_both_can_be_made(hard_pdf: Path, tmp_path: Path) -> None:
    run("pdftoppm", "-r", "60", "-png", hard_pdf, tmp_path / "sheet")
    assert {each.name for each in tmp_path.glob("sheet*.png")} >= {"sheet-1.png", "sheet-2.png"}


def test_sheets_are_counted_where_there_are_several(hard_pdf: Path, tmp_path: Path) -> None:
    page, alone = sample_page(), tmp_path / "page.pdf"
    alone.write_bytes(page_pdf(page.sheets, drawing=page.svg(for_pdf=True)))
    for pdf, is_counted in ((hard_pdf, True), (alone, False)):
        number, _ = sheets(pdf)
        words = run("pdftotext", "-raw", pdf, "-")
        assert [f"page {each} of {number}" in words for each in range(1, number + 1)] == [is_counted] * number


@pytest.mark.parametrize("page", [sample_page(), full_page()], ids=["without a name", "with one"])
def test_a_blank_to_fill_in_stays_beside_its_name(browser: Browser, page: PageWithChart, tmp_path: Path) -> None:
    script = """onload = () => parent.postMessage(JSON.stringify({
      apart: [...document.querySelectorAll(".blank")].map(blank => blank.previousElementSibling).filter(
        name => name && name.matches("b") && name.getBoundingClientRect().bottom
          < name.nextElementSibling.getBoundingClientRect().top + 1).map(name => name.textContent),
    }), "*")"""
    reports = browser.reports_of(html_of(page), script, tmp_path, widths=SCREEN_WIDTHS)
    assert {width: report["apart"] for width, report in reports.items() if report["apart"]} == {}
