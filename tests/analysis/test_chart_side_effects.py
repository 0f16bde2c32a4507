"""Where side effects stand in the chart: each at its day, serious ones apart, what is private in none."""

from datetime import date

import pytest

from paintrack.analysis.chart_side_effects import side_effect_marks
from paintrack.analysis.condition.chart_data import EffectMark
from paintrack.analysis.page_scope import PageScope
from paintrack.analysis.serious_symptom_history import serious_symptoms
from paintrack.model.entries import SideEffect
from tests.factories.courses import with_effects
from tests.factories.entries import a_note
from tests.factories.pages import summarize

CHEST_PAIN = SideEffect("chest_pain_breathless")
SECOND = date(2026, 7, 13)


def test_each_side_effect_stands_at_its_day_once() -> None:
    bruise = SideEffect("bruise_bleeding")
    sessions = with_effects(bruise, bruise, SideEffect("other", "cold feet", noticed="2026-07-15T08:00:00+02:00"))
    assert side_effect_marks(sessions, ()) == (
        EffectMark(SECOND, "bruise"),
        EffectMark(date(2026, 7, 15), "cold feet"),
    )


def test_a_serious_one_is_there_once_and_by_its_kind() -> None:
    sessions = with_effects(CHEST_PAIN)
    serious = serious_symptoms(sessions, with_private=False)
    assert side_effect_marks(sessions, serious) == (
        EffectMark(SECOND, "chest pain or breathlessness", is_serious=True),
    )


def test_thoughts_of_self_harm_are_in_no_chart() -> None:
    sessions = with_effects(SideEffect("other", "I want to kill myself"))
    assert side_effect_marks(sessions, serious_symptoms(sessions, with_private=False)) == ()


@pytest.mark.parametrize(
    ("hidden", "texts"),
    [((), ["bruise", "chest pain or breathlessness"]), (("side-effects",), ["chest pain or breathlessness"])],
)
def test_the_page_hides_those_that_are_not_serious(hidden: tuple[str, ...], texts: list[str]) -> None:
    main = summarize(with_effects(CHEST_PAIN, SideEffect("bruise_bleeding")), PageScope(hidden=frozenset(hidden))).main
    assert main is not None
    assert [each.text for each in main.chart_data.effects] == texts


@pytest.mark.parametrize(("day", "is_drawn"), [("2026-08-31", True), ("2026-09-01", False), ("2026-07-05", False)])
def test_what_is_noticed_within_four_weeks_is_in_the_chart(day: str, is_drawn: bool) -> None:
    main = summarize([*with_effects(), a_note("I fainted", at=f"{day} 20:00")]).main
    assert main is not None
    assert main.last_day == date(2026, 8, 3)
    assert bool(main.chart_data.effects) is is_drawn
