"""A person's text from right to left turns neither columns nor dates beside it, in any form; others stay as typed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.model.displayed_text import capitalize_first, isolated, shell_quoted, visible, visible_line
from paintrack.model.entries import AnyEntry, SideEffect
from paintrack.views.confirmations.other_entry_confirmation import other_entry_list
from paintrack.views.history.entry_detail import entry_detail, spoken_entry
from paintrack.views.history.history_table import history_table
from paintrack.views.history.narrow_history import narrow_history
from paintrack.views.history.spoken_history import plain_history
from paintrack.views.page.html.page_html import page_html
from paintrack.views.page.page_content import build_page
from paintrack.views.page.page_markdown import page_markdown
from paintrack.views.page.pdf.page_pdf import page_words
from paintrack.views.page.spoken_page import page_plain
from paintrack.views.statement.statement_content import build_statement
from paintrack.views.statement.statement_html import statement_html
from paintrack.views.statement.statement_pdf import statement_words
from paintrack.views.statement.statement_text import statement_sentences, statement_text
from paintrack.views.text_layout import fill, pack, truncate, width_of, with_full_stop, wrap
from tests.factories.courses import lines_and_footer, weekly
from tests.factories.entries import a_note, a_question
from tests.factories.pages import EVERYTHING, page_as_text, summarize
from tests.factories.statements import trap_statement
from tests.isolates import FSI, PDI, body_of, in_isolates, without_commands, wrongly_isolated
from tests.strategies import WORDS_OF_BOTH_DIRECTIONS, right_to_left_texts

KNEE, DOSE = "الركبة", "دواء 10 ملغ"


def is_right(shown: str, texts: list[str]) -> bool:
    bare = without_commands(shown, texts)
    return in_isolates(bare) and wrongly_isolated(bare, texts) == []


def a_course(condition: str, note: str, question: str, effect: str) -> list[AnyEntry]:
    effects = (SideEffect("other", effect), SideEffect("bruise_bleeding", effect, outcome=note))
    sessions = weekly([7, 6, 5], condition=condition, note=note, took=effect, points=(question,), side_effects=effects)
    return [*sessions, a_note(note, at=3), a_question(question, at=4)]


def test_a_whole_text_is_isolated_with_its_numbers() -> None:
    assert isolated(DOSE) == f"{FSI}{DOSE}{PDI}"
    assert isolated(f"amitriptyline {KNEE}") == f"{FSI}amitriptyline {KNEE}{PDI}"
    assert isolated(f"1. {KNEE}\n 2") == f"{FSI}1. {KNEE} 2{PDI}"
    assert isolated("plecy (dół) 左膝") == "plecy (dół) 左膝"


@given(st.text(f"ab 1.7(-א\u05b0دم膝\n\u202e{FSI}{PDI}", max_size=40))
def test_any_text_is_isolated_once_and_nothing_is_lost(text: str) -> None:
    line = isolated(text)
    assert in_isolates(line)
    assert isolated(line) == visible_line(line) == visible(line) == line
    assert "\u202e" not in line
    plain = re.sub(f"[{FSI}{PDI}\u202e]", "", text)
    assert re.sub(rf"[{FSI}{PDI}]|\\u20\w\w", "", line).split() == plain.split()


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_stays_to_the_byte(text: str) -> None:
    assert isolated(text) == visible_line(text)


@given(WORDS_OF_BOTH_DIRECTIONS, WORDS_OF_BOTH_DIRECTIONS, st.integers(4, 30))
def test_a_sentence_is_wrapped_with_its_isolates(one: str, other: str, width: int) -> None:
    texts = [f"ק{one}", f"ר{other}"]
    sentence = f"Saved {isolated(texts[0])} 8 -> 5, in place of {isolated(texts[1])}."
    for lines in (
        wrap(sentence, width),
        pack(sentence.split(", "), width).split("\n"),
        fill(sentence, width).split("\n"),
    ):
        assert is_right("\n".join(lines), texts)
        assert max(map(width_of, lines)) <= width
    plain = wrap(re.sub(f"[{FSI}{PDI}]", "", sentence), width)
    assert [re.sub(f"[{FSI}{PDI}]", "", line) for line in wrap(sentence, width)] == plain


@given(WORDS_OF_BOTH_DIRECTIONS, st.integers(4, 60), st.booleans())
def test_a_cut_text_keeps_its_isolate(text: str, width: int, ascii_only: bool) -> None:
    sentence = f"On 3 {isolated('ק' + text)}, 8 -> 5"
    cut = truncate(sentence, width, ascii_only=ascii_only)
    assert is_right(cut, [f"ק{text}"])
    assert re.sub(f"[{FSI}{PDI}]", "", cut) == truncate(
        re.sub(f"[{FSI}{PDI}]", "", sentence), width, ascii_only=ascii_only
    )


@given(WORDS_OF_BOTH_DIRECTIONS, st.integers(4, 60), st.booleans())
def test_a_cut_text_may_be_made_visible_again(text: str, width: int, ascii_only: bool) -> None:
    """As a table does with its cells: an isolate that has lost its letters would be an escape, wider than the cell."""
    cut = truncate(isolated(f"Dr Li and {text}ק"), width, ascii_only=ascii_only)
    assert visible_line(cut) == cut


def test_an_isolate_hides_no_mark_and_no_first_letter() -> None:
    assert with_full_stop(isolated(f"{KNEE}؟")) == f"{FSI}{KNEE}؟{PDI}"
    assert with_full_stop(isolated(KNEE)) == f"{FSI}{KNEE}{PDI}."
    assert capitalize_first(isolated(f"knee {KNEE}")) == f"{FSI}Knee {KNEE}{PDI}"


def test_a_command_takes_a_bare_name() -> None:
    assert shell_quoted(isolated(DOSE)) == f'"{DOSE}"'
    assert shell_quoted(isolated(KNEE)) == KNEE


@pytest.mark.parametrize("width", [40, 45, 60, 80, 120])
@given(texts=right_to_left_texts())
def test_the_history_isolates_each_text_whole(width: int, texts: list[str]) -> None:
    course = a_course(*texts)
    lines, below = lines_and_footer(course)
    assert is_right(history_table(lines, below, width=width, ascii_only=False, colours=0), texts)
    assert is_right(narrow_history(lines, below, width=width, ascii_only=False, colours=0), texts)
    assert is_right(plain_history(lines, below), texts)
    assert is_right(other_entry_list([a_note(texts[1]), a_question(texts[2])], width), texts)
    for each in course:
        assert is_right(entry_detail(each, width=width), texts)
        assert is_right(spoken_entry(each, {}), texts)


def test_the_word_question_is_not_the_persons() -> None:
    lines, below = lines_and_footer([a_question(DOSE)])
    assert f"question: {FSI}{DOSE}{PDI}" in history_table(lines, below, width=80, ascii_only=False, colours=0)


@given(texts=right_to_left_texts(), doctor=WORDS_OF_BOTH_DIRECTIONS)
def test_every_form_of_the_page_isolates_each_text_whole(texts: list[str], doctor: str) -> None:
    texts = [*texts, f"נ{doctor}"]
    summary = summarize(a_course(*texts[:4]), EVERYTHING, name=texts[4], before_needling=texts[2])
    page = build_page(summary)
    for text in (page_as_text(summary), page_markdown(page, chart=""), page_plain(page)):
        assert is_right(text, texts)
    # What typst gets is data: each value is a line.
    assert is_right(page_words([page]).replace('\\"', '"').replace('", "', "\n"), texts)
    assert is_right(body_of(page_html(page, charts=None)), texts)


@given(WORDS_OF_BOTH_DIRECTIONS)
def test_every_form_of_the_statement_isolates_each_text_whole(text: str) -> None:
    texts = [f"ק{text}"]
    page = build_statement(trap_statement(texts[0]))
    for shown in (*(statement_text(page, width=width) for width in (80, 40)), statement_sentences(page)):
        assert is_right(shown, texts)
    assert is_right(statement_words(page), texts)
    assert is_right(body_of(statement_html(page)), texts)
