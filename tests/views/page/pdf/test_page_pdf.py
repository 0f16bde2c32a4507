"""The page as PDF: for screen readers, the same file each time, any text stays text."""

from collections.abc import Callable
from typing import Any

import pytest

from paintrack.views.page.page_content import pages_for_sheets
from paintrack.views.page.pdf import page_pdf as module
from paintrack.views.page.pdf.page_pdf import page_pdf
from paintrack.views.page.pdf.pdf_typesetting import number_of_sheets, typeset_pdf
from tests.factories.courses import in_order
from tests.factories.entries import a_note
from tests.factories.pages import TRAPS, PageWithChart, full_page, sample_page, summarize, trap_page
from tests.factories.year_long_course import full_course


def test_the_same_page_is_the_same_file() -> None:
    page = sample_page()
    first, second = (page_pdf(page.sheets, drawing=page.svg(for_pdf=True)) for _ in range(2))
    assert first == second
    assert first.startswith(b"%PDF-")
    assert b"CreationDate" in first


@pytest.mark.parametrize("sample", [sample_page, full_page])
def test_it_keeps_to_the_standard_for_screen_readers(sample: Callable[[], PageWithChart]) -> None:
    page = sample()
    pdf = page_pdf(page.sheets, drawing=page.svg(for_pdf=True))
    assert b"pdfuaid:part" in pdf
    # The day of the page is that of the document.
    assert f"D:{page.sheets[0].day.replace('-', '')}".encode() in pdf


def test_the_paper_is_the_one_asked_for() -> None:
    page = sample_page()
    assert b"/MediaBox[0 0 595.2" in page_pdf(page.sheets, drawing="").replace(b"/MediaBox [", b"/MediaBox[")
    assert b"/MediaBox[0 0 612 792]" in page_pdf(page.sheets, drawing="", paper="letter").replace(b"x [", b"x[")


@pytest.mark.parametrize("trap", TRAPS)
def test_no_text_is_read_as_markup_of_the_typesetter(trap: str) -> None:
    page = trap_page(trap)
    assert page_pdf(page.sheets, drawing=page.svg(for_pdf=True)).startswith(b"%PDF-")


def test_the_roomiest_on_as_few_sheets_is_found_in_few_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    notes = [a_note(f"change {place}: {'word ' * 60}", at="2026-10-01T12:00+01:00") for place in range(30)]
    pages = [*pages_for_sheets(summarize(in_order([*full_course(), *notes])))]
    tries: list[int] = []

    def counted_typeset(*args: Any, **options: Any) -> bytes:
        pdf = typeset_pdf(*args, **options)
        tries.append(number_of_sheets(pdf))
        return pdf

    monkeypatch.setattr(module, "typeset_pdf", counted_typeset)
    chosen = page_pdf(pages, drawing="")
    # All pages at once, the roomiest, and a search by halves.
    assert tries[:2] == [2, 3]
    assert len(tries) <= 2 + len(pages).bit_length()
    one_by_one = (page_pdf([page], drawing="") for page in dict.fromkeys(pages))
    assert next(pdf for pdf in one_by_one if number_of_sheets(pdf) == 2) == chosen
