"""What became of side effects and serious symptoms, and where they stand in the chart."""

from dataclasses import replace
from datetime import date

import pytest

from paintrack.analysis.condition.chart_data import Mark
from paintrack.analysis.page_scope import PageScope
from paintrack.model.entries import Session, SideEffect, sessions_of
from tests.factories.courses import weekly
from tests.factories.entries import a_note
from tests.factories.pages import block, page_for

CHEST_PAIN = SideEffect("chest_pain_breathless", outcome="seen in hospital, nothing found")


def _with_effects(*effects: SideEffect) -> list[Session]:
    """Five weekly sessions, the second with these side effects."""
    first, second, *others = sessions_of(weekly([7] * 5))
    return [first, replace(second, side_effects=effects, number=2), *others]


def test_an_outcome_stands_beside_its_serious_symptom() -> None:
    (line,) = page_for(_with_effects(CHEST_PAIN)).serious
    assert line.noted == "Mon 13 Jul 2026, session 2, outcome: seen in hospital, nothing found."


def test_an_outcome_stands_beside_the_day_of_its_side_effect() -> None:
    bruise = SideEffect("bruise_bleeding", outcome="gone after 5 days")
    entries = _with_effects(bruise)
    entries[3] = replace(entries[3], side_effects=(SideEffect("bruise_bleeding"),))
    assert block(page_for(entries), "Side effects") == (("bruise or bleeding: 2 (13 Jul: gone after 5 days, 27 Jul)",),)


@pytest.mark.parametrize(("private", "is_there"), [(False, False), (True, True)])
def test_an_outcome_of_self_harm_stays_off_the_page(private: bool, is_there: bool) -> None:
    page = page_for(
        _with_effects(CHEST_PAIN._replace(outcome="I want to kill myself")), PageScope(with_private=private)
    )
    assert "CHEST PAIN OR BREATHLESSNESS" in [line.kind for line in page.serious]
    assert ("kill myself" in repr(page)) is is_there


def test_a_serious_symptom_is_a_mark_in_the_chart() -> None:
    page = page_for([*_with_effects(CHEST_PAIN), a_note("new bed", at="2026-07-20 20:00")])
    assert page.picture is not None
    assert page.picture.marks == (
        Mark(date(2026, 7, 13), "! chest pain or breathlessness"),
        Mark(date(2026, 7, 20), "new bed"),
    )
