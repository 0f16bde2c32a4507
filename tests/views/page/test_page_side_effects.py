"""What became of side effects and serious symptoms, and where they stand in the chart."""

import re
from dataclasses import replace
from datetime import date

import pytest

from paintrack.analysis.condition.chart_data import Mark
from paintrack.analysis.page_scope import PageScope
from paintrack.model.entries import SideEffect
from paintrack.model.symptoms.side_effect_kinds import SIDE_EFFECT_KINDS
from paintrack.views.page.html.page_html import page_html
from paintrack.views.page.page_content import build_page
from paintrack.views.page.page_markdown import page_markdown
from paintrack.views.page.pdf.page_pdf import page_words
from paintrack.views.page.spoken_page import page_plain
from tests.factories.courses import with_effects
from tests.factories.entries import a_note
from tests.factories.pages import block, page_as_text, page_for, page_on_screen, summarize

CHEST_PAIN = SideEffect("chest_pain_breathless", outcome="seen in hospital, nothing found")


def test_an_outcome_stands_beside_its_serious_symptom() -> None:
    (line,) = page_for(with_effects(CHEST_PAIN)).serious
    assert line.noted == "Mon 13 Jul 2026, session 2, outcome: seen in hospital, nothing found."


@pytest.mark.parametrize(
    ("outcomes", "question"),
    [
        (["seen in hospital"], "Checked by a doctor? (if the outcome does not say)"),
        (["seen in hospital", "gone the next day"], "Checked by a doctor? (if the outcome does not say)"),
        ([None], "Checked by a doctor?"),
        (["seen in hospital", None], "Checked by a doctor?"),
    ],
)
def test_beside_an_outcome_the_question_depends_on_it(outcomes: list[str | None], question: str) -> None:
    sessions = with_effects()
    noted = [(SideEffect("chest_pain_breathless", outcome=outcome),) for outcome in outcomes]
    entries = [replace(each, side_effects=effects) for each, effects in zip(sessions, noted, strict=False)]
    summary = summarize(entries)
    page = build_page(summary)
    assert [line.checked for line in page.serious] == [question]
    for on_screen in (page_as_text(summary), page_on_screen(summary, width=40)):
        assert re.sub(r"[\s|]+", " ", on_screen).count(f"{question.upper()} ________") == 1
    assert f"**{question.upper()}** " in page_markdown(page, chart="")
    assert f">{question.upper()} <" in page_html(page, charts=None)
    assert f"Ask the patient: c{question[1:]}" in page_plain(page).splitlines()
    assert question in page_words([page])


def test_an_outcome_stands_beside_the_day_of_its_side_effect() -> None:
    bruise = SideEffect("bruise_bleeding", outcome="gone after 5 days")
    entries = with_effects(bruise)
    entries[3] = replace(entries[3], side_effects=(SideEffect("bruise_bleeding"),))
    assert block(page_for(entries), "Side effects") == (("bruise or bleeding: 2 (13 Jul: gone after 5 days, 27 Jul)",),)


@pytest.mark.parametrize(("private", "is_there"), [(False, False), (True, True)])
def test_an_outcome_of_self_harm_stays_off_the_page(private: bool, is_there: bool) -> None:
    page = page_for(with_effects(CHEST_PAIN._replace(outcome="I want to kill myself")), PageScope(with_private=private))
    assert "CHEST PAIN OR BREATHLESSNESS" in [line.kind for line in page.serious]
    assert ("kill myself" in repr(page)) is is_there


def test_a_serious_symptom_is_a_mark_in_the_chart() -> None:
    page = page_for([*with_effects(CHEST_PAIN), a_note("new bed", at="2026-07-20 20:00")])
    assert page.chart_data is not None
    assert page.chart_data.marks == (
        Mark(date(2026, 7, 13), "! chest pain or breathlessness"),
        Mark(date(2026, 7, 20), "new bed"),
    )


@pytest.mark.parametrize(
    ("effects", "shown", "is_cut"),
    [
        ([("bruise_bleeding", "blue mark")], "blue mark", False),
        # Our own name of the kind goes whole, and is not missed as the end of a text.
        ([("headache_fatigue", "so tired that I slept")], "so tired that I slept", False),
        ([("bruise_bleeding", "a blue mark as large as my hand")], "a blue mark as large as my...", True),
    ],
)
def test_only_words_of_the_patient_are_cut(effects: list[tuple[str, str]], shown: str, is_cut: bool) -> None:
    page = page_for(with_effects(*(SideEffect(kind, words) for kind, words in effects)))
    assert ("ends of long texts" in page.omissions) is is_cut
    (cell,) = {row[-1] for row in block(page, "Last 5 sessions")} - {"-"}
    assert cell == shown


def test_side_effects_beyond_the_room_are_counted() -> None:
    kinds = [kind for kind in SIDE_EFFECT_KINDS if kind != "other"]
    page = page_for(with_effects(*map(SideEffect, kinds)))
    (cell,) = {row[-1] for row in block(page, "Last 5 sessions")} - {"-"}
    counted_cell = re.fullmatch(r"(.*) and (\d+) more", cell)
    assert counted_cell is not None
    names, more = counted_cell.groups()
    assert names.split(", ") == [SIDE_EFFECT_KINDS[kind].short for kind in kinds[: len(kinds) - int(more)]]
    assert "ends of long texts" not in page.omissions
