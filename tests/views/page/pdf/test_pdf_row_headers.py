"""The heads of rows in the PDF files, and that nothing else of a file changes with them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.views.page.pdf.page_pdf import page_pdf
from paintrack.views.page.pdf.pdf_row_headers import with_row_headers
from paintrack.views.statement.statement_content import build_statement
from paintrack.views.statement.statement_pdf import statement_pdf
from tests.factories.pages import full_page
from tests.factories.statements import hard_statement


@pytest.fixture(params=["page", "statement"])
def pdf(request: pytest.FixtureRequest) -> bytes:
    if request.param == "statement":
        return statement_pdf(build_statement(hard_statement()))
    page = full_page()
    return page_pdf(page.sheets, drawing=page.svg(for_pdf=True))


def test_every_row_has_one_head_and_no_cell_names_columns_alone(pdf: bytes) -> None:
    rows = re.findall(rb"/S/TR/", pdf)
    heads = re.findall(rb"/S/TH/[^\n]*/Scope/Row", pdf)
    tables = re.findall(rb"/S/THead/", pdf)
    # Each table has one row of column heads.
    assert len(heads) == len(rows) - len(tables) > 3
    assert b"/Headers[(" not in pdf


def test_the_offset_of_every_object_is_its_place(pdf: bytes) -> None:
    table = re.search(rb"startxref\n(\d+)\n%%EOF$", pdf)
    assert table is not None
    start = int(table[1])
    assert pdf.startswith(b"xref\n", start)
    entries = re.findall(rb"(\d{10}) \d{5} ([nf])", pdf[start:])
    assert len(entries) > 50
    for number, (offset, kind) in enumerate(entries):
        assert kind == b"f" or pdf.startswith(b"%d 0 obj\n" % number, int(offset))


def test_what_has_them_already_stays_as_it_is(pdf: bytes) -> None:
    assert with_row_headers(pdf) == pdf


@given(st.one_of(st.binary(), st.just(b"xref"), st.just(b"xref\n0 1\n0000000009 00000 n\r\n")))
def test_what_is_written_otherwise_stays_as_it_is(other: bytes) -> None:
    assert with_row_headers(other) == other
    ended = b"%PDF-1.7\n" + other + b"\nstartxref\n9\n%%EOF"
    assert with_row_headers(ended) == ended
