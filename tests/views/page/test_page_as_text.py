"""The page as text, as people see it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from paintrack.analysis.page_scope import PageScope
from paintrack.model.entries import AnyEntry, Rating, Session, SideEffect
from paintrack.model.symptoms.side_effect_kinds import SIDE_EFFECT_KINDS
from paintrack.views.page.page_chart_as_text import whole_chart
from paintrack.views.text_layout import width_of
from tests.commands.named_commands import widest_line
from tests.factories.course_shapes import shaped_course
from tests.factories.courses import k1_with_everything, sample_with_remarks, weekly
from tests.factories.entries import a_note, a_question, a_reading, a_session
from tests.factories.hard_course import hard_course
from tests.factories.pages import page_as_text, summarize
from tests.factories.year_long_course import FULL_DAY, full_course
from tests.gold import check_gold
from tests.program import unwrapped
from tests.strategies import histories

GOLD = Path(__file__).parents[1] / "gold"
EVERYTHING = PageScope(with_costs=True, with_session_notes=True)
HARD_DAY = date(2026, 9, 28)


def fits(text: str, *, sheets: int = 1) -> bool:
    """Whether it is at most 80 columns wide, commands aside, and takes so many sheets of 60 lines."""
    return -(-len(text.splitlines()) // 60) == sheets and widest_line(text) <= 80


@pytest.mark.parametrize("ascii_only", [False, True])
def test_k1_as_in_the_sketch(ascii_only: bool) -> None:
    text = page_as_text(summarize(k1_with_everything()), ascii_only=ascii_only) + "\n"
    check_gold(GOLD / f"page-k1{'-ascii' if ascii_only else ''}.txt", text)
    assert fits(text)
    assert text.isascii() or not ascii_only


def test_the_sample_course() -> None:
    text = page_as_text(summarize(sample_with_remarks(), EVERYTHING, name="Maria Kovač", currency="EUR")) + "\n"
    check_gold(GOLD / "page-sample.txt", text)
    assert fits(text)


@pytest.mark.parametrize(("name", "scope"), [("hard", PageScope()), ("hard-everything", EVERYTHING)])
def test_the_hard_course_says_what_it_left_out_and_how_to_see_it(name: str, scope: PageScope) -> None:
    text = page_as_text(summarize(hard_course(), scope, printed=HARD_DAY)) + "\n"
    check_gold(GOLD / f"page-{name}.txt", text)
    assert fits(text, sheets=16)
    left_out = unwrapped(text.partition("LEFT OUT")[2])
    assert "ends of long texts" in left_out
    assert "to see them: paintrack list, paintrack show ID" in left_out


def test_an_almost_empty_page() -> None:
    text = page_as_text(summarize([a_session(8, None, at="2026-09-07 10:00")])) + "\n"
    check_gold(GOLD / "page-one-session.txt", text)
    assert fits(text)
    assert "\n\n\n" not in text


@pytest.mark.parametrize("name", ["four-weekly-migraine", "readings-only"])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_what_counts_by_days_has_a_calendar(name: str, ascii_only: bool) -> None:
    text = page_as_text(summarize(shaped_course(name), printed=date(2027, 2, 1)), ascii_only=ascii_only) + "\n"
    check_gold(GOLD / f"page-{name}{'-ascii' if ascii_only else ''}.txt", text)
    assert fits(text)
    assert "no entry: unknown, not 0" in text


def test_a_name_that_is_kept_takes_the_place_of_its_blank() -> None:
    assert page_as_text(summarize(k1_with_everything())).splitlines()[1].startswith("Name ____")
    text = page_as_text(summarize(k1_with_everything(), name="Maria Kovač"))
    # Who reads it looks for the day of birth, which is not kept.
    assert text.splitlines()[1] == f"Name Maria Kovač   Born {'_' * 14}"


def test_each_serious_day_has_its_mark_under_the_whole_course() -> None:
    text = page_as_text(summarize(full_course(), printed=FULL_DAY))
    lane = next(line for line in text.splitlines() if line.startswith("! serious"))
    # Sessions 44, and 60: a question of the same day.
    assert [place for place, letter in enumerate(lane) if letter == "!" and place] == [10 + 43, 10 + 59]


def test_one_blank_line_stands_between_two_charts() -> None:
    chart = whole_chart(summarize(weekly([5] * 30)), width=80)
    assert "All 30 sessions" in chart
    assert "The newest" in chart
    assert "\n\n\n" not in chart


def test_no_day_of_a_table_is_cut_for_a_subtitle() -> None:
    text = page_as_text(summarize(full_course(), printed=FULL_DAY))
    assert "1 Dec 2025  27 Oct 2026" in text


def test_without_a_question_three_lines_to_write_on() -> None:
    text = page_as_text(summarize([a_session(at="2026-09-07 10:00")]))
    assert [line[:17].strip() for line in text.splitlines() if line.endswith("_" * 62)] == ["TO DISCUSS", "", ""]


def test_without_a_chart_the_page_is_whole() -> None:
    text = page_as_text(summarize([a_note("new bed", at="2026-09-01 10:00")]))
    assert "CHANGES          1 Sep  new bed" in text
    assert "\n\n\n" not in text


def worst() -> list[AnyEntry]:
    """The hard course with every kind of side effect in every session, a currency and a practitioner each."""
    every = tuple(SideEffect(kind) for kind in SIDE_EFFECT_KINDS if kind != "other")
    entries = []
    for place, each in enumerate(hard_course()):
        if isinstance(each, Session):
            who = f"{place} " + "Dr Ärztin mit einem langen Namen " * 4
            each = replace(each, side_effects=(*each.side_effects, *every), practitioner=who, currency=f"{place:08}")
        entries.append(each)
    return entries


@pytest.mark.parametrize(
    "scope", [EVERYTHING, EVERYTHING._replace(last=40), EVERYTHING._replace(hidden=frozenset({"plan"}))]
)
def test_the_worst_still_fits(scope: PageScope) -> None:
    text = page_as_text(summarize(worst(), scope, printed=HARD_DAY, name="n" * 500))
    assert max(map(width_of, text.splitlines())) <= 80
    assert text.count("! SERIOUS SYMPTOMS") == 1


def test_a_full_year_stands_on_one_sheet() -> None:
    text = page_as_text(summarize(full_course(), printed=FULL_DAY)) + "\n"
    check_gold(GOLD / "page-full.txt", text)
    assert fits(text)


def test_every_serious_kind_is_named_in_any_room() -> None:
    text = page_as_text(summarize(worst(), EVERYTHING, printed=HARD_DAY))
    for kind in SIDE_EFFECT_KINDS.values():
        assert f"! {kind.label.upper()}: " in text or not kind.is_serious


def crowded_by_serious_kinds() -> list[AnyEntry]:
    """So many serious symptoms that other conditions are left out, with a long command for the page of the first."""
    allergy, bleeding, infection = map(SideEffect, ("allergic_severe", "bleeding_not_stopping", "infection_signs"))
    in_words = allergy._replace(words="=1+1")
    ratings = [Rating("😀", 0, 0), Rating("'=x"), Rating("''+1")]
    return [
        a_session(ratings=(), at="1998-01-01 12:00", side_effects=(allergy, bleeding)),
        a_session(ratings=[Rating("=1+1"), Rating("a\\")], at="1998-01-01 12:00", note="'=x"),
        a_session(ratings=ratings, at="2000-01-01 12:00", side_effects=(in_words, infection), note="=1+1", covered=0),
        a_session(ratings=[Rating("=1+1")], at="2000-01-01 12:00", side_effects=(allergy, allergy)),
        a_reading(0, condition="=1+1", at="2000-01-01 12:00"),
    ]


def test_a_command_beside_a_label_is_not_cut_on_paper() -> None:
    scope = EVERYTHING._replace(since=date(1900, 1, 1))
    text = page_as_text(summarize(crowded_by_serious_kinds(), scope, name="名" * 60))
    [command] = [line for line in text.splitlines() if "paintrack summary --for" in line]
    assert len("LEFT OUT         ") + len(command.strip()) > 80 >= len(command)


@given(histories, st.integers(0, 12), st.booleans())
@example(crowded_by_serious_kinds(), 0, False)
def test_any_history_is_80_columns_wide(entries: list[AnyEntry], remarks: int, ascii_only: bool) -> None:
    more = [a_note(f"{place} change " * 40, at=f"2020-01-{place + 1:02} 10:00") for place in range(remarks)]
    more_questions = [a_question(f"{place} " * 90, at=f"2020-02-{place + 1:02} 10:00") for place in range(remarks)]
    scope = EVERYTHING._replace(since=date(1900, 1, 1))
    text = page_as_text(summarize([*entries, *more, *more_questions], scope, name="名" * 60), ascii_only=ascii_only)
    assert widest_line(text) <= 80
    assert remarks or fits(text)
    assert not any(line != line.rstrip() and line.strip() for line in text.splitlines() if line.startswith(" "))
