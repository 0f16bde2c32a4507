"""The page read aloud: every fact of the page, one a line."""

from pathlib import Path

import pytest
from hypothesis import given

from paintrack.analysis.page_figures import Summary
from paintrack.analysis.page_scope import PageScope
from paintrack.data.point_table import full_names
from paintrack.model.displayed_text import visible_line
from paintrack.views.page.page_chart_data import page_chart_data
from paintrack.views.page.page_content import build_page
from paintrack.views.page.spoken_page import page_plain
from paintrack.views.value_words import show_score
from tests.example_counts import examples
from tests.factories.course_shapes import shaped_course
from tests.factories.courses import k1_with_everything
from tests.factories.entries import a_note, a_question
from tests.factories.pages import EVERYTHING, summarize
from tests.factories.year_long_course import FULL_DAY, full_course
from tests.gold import check_gold
from tests.strategies import HardHistory, hard_histories

GOLD = Path(__file__).parents[1] / "gold"


def read_aloud(summary: Summary) -> str:
    names = full_names(point for point, _ in summary.points)
    return page_plain(build_page(summary, has_chart=False), names)


def test_the_page_of_k1() -> None:
    check_gold(GOLD / "page-k1-plain.txt", read_aloud(summarize(k1_with_everything(), EVERYTHING)) + "\n")


def test_the_page_of_a_full_year() -> None:
    summary = summarize(full_course(), EVERYTHING, printed=FULL_DAY, name="Ana Ruiz")
    check_gold(GOLD / "page-full-plain.txt", read_aloud(summary) + "\n")


@pytest.mark.parametrize("name", ["two-courses", "readings-only", "four-weekly-migraine", "all-zero"])
def test_a_page_of_any_shape_has_a_fact_a_line(name: str) -> None:
    lines = read_aloud(summarize(shaped_course(name))).split("\n")
    assert all(line and line.strip() == line and "  " not in line for line in lines)
    assert all(line[-1] in ".?!" for line in lines)


def test_the_order_of_the_blocks_is_that_of_the_page() -> None:
    page = build_page(summarize(k1_with_everything(), EVERYTHING))
    reversed_page = page._replace(blocks=page.blocks[::-1])
    assert sorted(page_plain(page).split("\n")) == sorted(page_plain(reversed_page).split("\n"))


def test_nothing_recorded_is_said() -> None:
    text = read_aloud(summarize([]))
    assert "Name: not set." in text
    assert "Serious symptoms: none noted by the patient." in text
    assert "To discuss: nothing noted." in text


@examples(30)
@given(hard_histories())
def test_every_score_and_every_remark_is_read(history: HardHistory) -> None:
    summary = summarize(history.entries, PageScope(with_costs=True))
    text = read_aloud(summary)
    chart_data = page_chart_data(summary)
    for bar in chart_data.bars if chart_data else ():
        before = "no score before" if bar.before is None else f"before {show_score(bar.before)}"
        after = "no score after" if bar.after is None else f"after {show_score(bar.after)}"
        assert f"Session {bar.label}, " in text
        assert f": {before}, {after}" in text
    for remark in [*(note.text for note in summary.notes), *(question.text for question in summary.questions)]:
        assert visible_line(remark)[:900] in text
    for symptom in summary.serious:
        assert symptom.kind.lower() in text
        assert visible_line(symptom.words) in text


def test_what_was_typed_is_read_as_it_stands() -> None:
    typed = 'from 5 -> 3 tablets since 3 Aug, "a 6 Jul try"'
    entries = [*k1_with_everything(), a_note(typed, at="2026-08-20 10:00"), a_question(typed, at="2026-08-20 10:00")]
    lines = read_aloud(summarize(entries, name="Tue 3 Jan")).split("\n")
    assert "Name: Tue 3 Jan." in lines
    assert sum(line.endswith(f": {typed}.") for line in lines) == 2
