"""Of which conditions people rate a high number as good."""

import pytest

from paintrack.model.conditions.good_when_high import GOOD_WHEN_HIGH, counts_what_is_good


@pytest.mark.parametrize(
    "name",
    ["sleep", "Energy", "MOOD", "wellbeing", "sleep quality", "Quality of Sleep", "well-being", "Well being",
     "energy level", "mobility", "range of motion", "flexibility", "calm", "calmness", "relaxation", "concentration",
     "focus", "appetite", "strength", "fitness", "stamina", "motivation", "libido", "memory", "hearing", "balance",
     "digestion", "happiness", "quality of life", "my sleep", " My  SLEEP   quality ", "my well-being",
     "Schlaf", "Schlafqualität", "WOHLBEFINDEN", "Gedächtnis", "Geda\u0308chtnis", "sommeil", "bien-être", "Énergie",
     "qualité de vie", "sueño", "Suen\u0303o", "estado de ánimo", "calidad  de vida"],
)  # fmt: skip
def test_names_where_more_is_better(name: str) -> None:
    assert counts_what_is_good(name)


@pytest.mark.parametrize(
    "name",
    ["low back", "pain", "stress", "anxiety", "fatigue", "insomnia", "stiffness", "weakness", "sleep loss",
     "sleep problems", "trouble with sleep", "poor sleep", "sleepiness", "sleeplessness", "low mood", "mood swings",
     "lack of energy", "low energy", "poor appetite", "loss of appetite", "loss of balance", "memory loss",
     "hearing loss", "poor concentration", "no motivation", "my", "my pain", "mysleep", "my my sleep", "-", "",
     "Schlafstörung", "Schlaflosigkeit", "troubles du sommeil", "falta de sueño"],
)  # fmt: skip
def test_names_of_the_trouble_itself(name: str) -> None:
    assert not counts_what_is_good(name)


def test_every_name_of_the_list_can_be_typed() -> None:
    assert all(counts_what_is_good(name) for name in GOOD_WHEN_HIGH)
