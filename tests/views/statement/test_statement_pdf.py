"""The statement for an insurer as PDF."""

import json
from dataclasses import replace

import pytest

from paintrack.model.displayed_text import visible_line
from paintrack.views.statement.statement_content import StatementPage, build_statement
from paintrack.views.statement.statement_pdf import statement_pdf, statement_words
from tests.factories.pages import TRAPS
from tests.factories.statements import hard_statement, sample_statement, trap_statement

SAMPLE = build_statement(sample_statement(with_change=True))


def test_the_same_statement_is_the_same_file() -> None:
    first, second = (statement_pdf(SAMPLE) for _ in range(2))
    assert first == second
    assert first.startswith(b"%PDF-")


def test_it_keeps_to_the_standard_for_screen_readers() -> None:
    pdf = statement_pdf(SAMPLE)
    assert b"pdfuaid:part" in pdf
    # The day of the statement is that of the document.
    assert f"D:{SAMPLE.day.replace('-', '')}".encode() in pdf


def test_a_letter_that_no_font_has_costs_the_standard_alone() -> None:
    odd = replace(SAMPLE, visits=(SAMPLE.visits[0]._replace(receipt="\U00013000"), *SAMPLE.visits[1:]))
    pdf = statement_pdf(odd, machine_fonts=False)
    assert pdf.startswith(b"%PDF-")
    assert b"pdfuaid:part" not in pdf


@pytest.mark.parametrize("page", [build_statement(hard_statement()), replace(SAMPLE, has_receipts=False)])
def test_any_columns_can_be_set(page: StatementPage) -> None:
    assert statement_pdf(page).startswith(b"%PDF-")


@pytest.mark.parametrize("trap", TRAPS)
def test_no_text_is_read_as_markup_of_the_typesetter(trap: str) -> None:
    page = build_statement(trap_statement(trap))
    assert statement_pdf(page).startswith(b"%PDF-")
    assert json.loads(statement_words(page))["visits"][0]["receipt"] == visible_line(trap)
