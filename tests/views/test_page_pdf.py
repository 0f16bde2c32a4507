from collections.abc import Callable

import pytest

from paintrack.views.page.pdf.page_pdf import page_pdf
from tests.factories.pages import TRAPS, PageWithChart, full_page, sample_page, trap_page


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
