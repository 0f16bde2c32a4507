"""Names from right to left turn neither columns nor dates beside them, in any form; other text stays as it was."""

import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.model.entries import AnyEntry
from paintrack.model.typed.typed_text import isolate_runs, isolated
from paintrack.views.history.history_table import history_table
from paintrack.views.history.narrow_history import narrow_history
from paintrack.views.page.html.page_html import page_html
from paintrack.views.page.page_content import build_page
from paintrack.views.page.page_markdown import page_markdown
from paintrack.views.page.pdf.page_pdf import typeset_words
from paintrack.views.statement.statement_content import build_statement
from paintrack.views.statement.statement_html import statement_html
from paintrack.views.statement.statement_pdf import typeset_words as statement_words
from paintrack.views.statement.statement_text import statement_sentences, statement_text
from paintrack.views.text_layout import width_of
from tests.factories.courses import lines_and_footer, weekly
from tests.factories.entries import a_note, a_question
from tests.factories.pages import page_as_text, summarize
from tests.factories.statements import trap_statement
from tests.program import Paintrack

KNEE, DOSE = "الركبة", "دواء 10 ملغ"
FSI, PDI = "\u2068", "\u2069"
ENTRIES: list[AnyEntry] = [*weekly([7, 6, 5], condition=KNEE), a_note(DOSE, at=3), a_question(DOSE, at=4)]


def in_isolates(text: str) -> bool:
    """Whether every letter from right to left stands in an isolate, and each isolate ends on its line."""
    for line in text.splitlines():
        depth = 0
        for letter in line:
            depth += (letter == FSI) - (letter == PDI)
            if depth not in (0, 1) or (not depth and unicodedata.bidirectional(letter) in {"R", "AL"}):
                return False
        if depth:
            return False
    return True


def test_a_whole_text_is_isolated_with_its_numbers() -> None:
    assert isolated(DOSE) == f"{FSI}{DOSE}{PDI}"
    assert isolated(f"amitriptyline {KNEE}") == f"{FSI}amitriptyline {KNEE}{PDI}"
    assert isolated(isolated(DOSE)) == isolated(DOSE)
    assert isolated(f"12. {DOSE}") == f"12. {FSI}{DOSE}{PDI}"


def test_what_was_copied_from_the_screen_is_the_same_name(paintrack: Paintrack) -> None:
    assert paintrack(["log", "7", "3", "--for", KNEE]).code == 0
    assert paintrack(["rate", "4", "--for", f"{FSI}{KNEE}{PDI}"]).code == 0
    assert len(json.loads(paintrack("conditions --json").out)) == 1


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"Saved: {KNEE} 8 -> 5", f"Saved: {FSI}{KNEE}{PDI} 8 -> 5"),
        (f"12 Oct {DOSE}; its effect", f"12 Oct {FSI}{DOSE}{PDI}; its effect"),
        (f"{KNEE}  {DOSE}", f"{FSI}{KNEE}{PDI}  {FSI}{DOSE}{PDI}"),
        ("plecy (dół) 左膝", "plecy (dół) 左膝"),
    ],
)
def test_in_a_sentence_each_run_is_isolated(line: str, expected: str) -> None:
    assert isolate_runs(line) == isolate_runs(expected) == expected


@given(st.text("ab 1.7(-א\u05b0دم膝\n", max_size=40))
def test_any_text_is_isolated_and_as_wide_as_it_was(text: str) -> None:
    for shown in (isolate_runs(text), *map(isolated, text.splitlines())):
        assert in_isolates(shown)
    assert re.sub(f"[{FSI}{PDI}]", "", isolate_runs(text)) == text
    assert width_of(isolated(text.replace("\n", " "))) == width_of(text.replace("\n", " "))


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_stays_to_the_byte(text: str) -> None:
    assert isolated(text) == isolate_runs(text) == text


@pytest.mark.parametrize("width", [40, 45, 60, 80, 120])
def test_the_history_keeps_its_columns(width: int) -> None:
    lines, below = lines_and_footer(ENTRIES)
    assert in_isolates(history_table(lines, below, width=width, ascii_only=False, colours=0))
    assert in_isolates(narrow_history(lines, below, width=width, ascii_only=False, colours=0))


def test_every_form_of_the_page_keeps_its_dates() -> None:
    summary = summarize(ENTRIES, name=KNEE)
    page = build_page(summary)
    for text in (page_as_text(summary), page_markdown(page, chart=""), typeset_words([page])):
        assert in_isolates(text)
        assert f"{FSI}{DOSE}{PDI}" in text
    html = page_html(page, charts=None).partition("<body")[2]
    assert in_isolates(html.replace("<bdi>", FSI).replace("</bdi>", PDI))
    assert f"<bdi>{DOSE}</bdi>" in html


@pytest.mark.parametrize(
    "typed",
    [
        ["after", KNEE],
        ["log", "7", "5", "--for", KNEE, "--also", f"{KNEE}=6:4"],
        ["show", f"12 {KNEE}"],
        [KNEE],
        ["list", "--since", KNEE],
        ["list", f"--{KNEE}"],
        ["edit", "1", "--for", KNEE[:-1], "--after", "3"],
        ["log", KNEE, "5", "--for", f"a very long name {DOSE} " * 6],
    ],
)
@pytest.mark.parametrize("columns", ["40", "80"])
def test_a_refusal_isolates_what_was_typed(
    typed: list[str], columns: str, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    paintrack(["log", "7", "5", "--for", KNEE])
    result = paintrack(typed)
    assert result.code != 0
    assert in_isolates(result.err)
    assert KNEE[:-1] in result.err or DOSE in result.err


def test_every_form_of_the_statement_keeps_its_columns() -> None:
    page = build_statement(trap_statement(DOSE))
    for text in (*(statement_text(page, width=width) for width in (80, 40)), statement_sentences(page)):
        assert in_isolates(text)
    assert in_isolates(statement_words(page))
    html = statement_html(page).partition("<body")[2]
    assert in_isolates(html.replace("<bdi>", FSI).replace("</bdi>", PDI))
    assert f"<bdi>{DOSE}</bdi>" in html


@pytest.mark.parametrize("typed", ["show n1", "note --list", "status", "trend", "list", "list --plain"])
def test_the_terminal_shows_isolates_and_json_none(typed: str, paintrack: Paintrack) -> None:
    paintrack(["log", "7", "5", "--for", KNEE])
    assert f"{FSI}{KNEE}{PDI}" in paintrack(["log", "6", "4", "--for", KNEE]).out
    paintrack(["note", DOSE])
    assert in_isolates(paintrack(typed).out)
    assert FSI not in paintrack("list --json").out
