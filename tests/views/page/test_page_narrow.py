"""The page on a terminal of less than 80 columns, as people see it."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.model.entries import AnyEntry
from paintrack.views.page.page_as_text import PAGE_WIDTH
from paintrack.views.text_layout import width_of
from tests.factories.course_shapes import shaped_course
from tests.factories.courses import k1_with_everything
from tests.factories.entries import a_note, a_question, a_session
from tests.factories.pages import EVERYTHING, page_on_screen, summarize
from tests.factories.year_long_course import FULL_DAY, full_course
from tests.gold import check_gold
from tests.strategies import histories

GOLD = Path(__file__).parents[1] / "gold"


@pytest.mark.parametrize("width", [40, 60])
def test_a_full_year(width: int) -> None:
    text = page_on_screen(summarize(full_course(), printed=FULL_DAY), width=width)
    check_gold(GOLD / f"page-full-{width}.txt", text + "\n")


@pytest.mark.parametrize("width", [40, 60])
def test_k1_in_ascii(width: int) -> None:
    text = page_on_screen(summarize(k1_with_everything(), name="Maria Kowalska"), width=width, ascii_only=True)
    check_gold(GOLD / f"page-k1-{width}-ascii.txt", text + "\n")
    assert text.isascii()


def test_a_calendar_at_40_columns() -> None:
    text = page_on_screen(summarize(shaped_course("four-weekly-migraine"), printed=date(2027, 2, 1)), width=40)
    check_gold(GOLD / "page-four-weekly-migraine-40.txt", text + "\n")


def test_no_lines_to_write_on_are_drawn_on_a_screen() -> None:
    text = page_on_screen(summarize([a_session(at="2026-09-07 10:00")]), width=40)
    assert "TO DISCUSS\n  nothing noted\n" in text


@given(histories, st.integers(0, 12), st.integers(40, PAGE_WIDTH - 1), st.booleans())
def test_no_line_is_wider_than_the_terminal(
    entries: list[AnyEntry], remarks: int, width: int, ascii_only: bool
) -> None:
    more = [a_note(f"{place} change " * 40, at=f"2020-01-{place + 1:02} 10:00") for place in range(remarks)]
    more_questions = [a_question(f"{place} " * 90, at=f"2020-02-{place + 1:02} 10:00") for place in range(remarks)]
    scope = EVERYTHING._replace(since=date(1900, 1, 1))
    summary = summarize([*entries, *more, *more_questions], scope, name="\u540d" * 60)
    lines = page_on_screen(summary, width=width, ascii_only=ascii_only).splitlines()
    assert max(map(width_of, lines)) <= width
    assert not any(line.endswith(" ") for line in lines)
