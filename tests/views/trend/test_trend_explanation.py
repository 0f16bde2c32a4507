"""What each figure is."""

import pytest

from paintrack.analysis.condition import verdict
from paintrack.views.trend.trend_explanation import trend_explanation
from tests.program import unwrapped


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_it_fits_and_is_no_wider_than_80(width: int) -> None:
    assert max(map(len, trend_explanation(width).splitlines())) <= min(width, 80)


def test_it_names_each_figure_in_their_order_and_the_papers() -> None:
    text = unwrapped(trend_explanation(200))
    headings = (
        "IS IT GETTING BETTER", "RIGHT AFTER", "DOES IT HOLD", "AT HOME", "THE GOAL", "CAUTION", "For a program",
    )  # fmt: skip
    places = [text.index(heading) for heading in headings]
    assert places == sorted(places)
    papers = (
        "Theil 1950", "Sen 1968", "Kendall 1970", "Farrar 2001", "Salaffi 2004", "Dworkin 2008",
        "David and Nagaraja 2003", "Barnett 2005", "10.1055/a-1304-3677", "Zellner and Tiao 1964",
        "Prais and Winsten 1954", "Parker and Vannest 2009",
    )  # fmt: skip
    for paper in papers:
        assert paper in text


def test_it_says_what_cannot_be_said() -> None:
    text = unwrapped(trend_explanation(80))
    assert "it does not mean that nothing changed" in text
    assert "None of this says what caused a change." in text
    assert f"from {verdict.FEWEST_FOR_GOING + 1} visits on" in text
    assert f"'probably' from {verdict.FEWEST_FOR_PROBABLY + 1} visits" in text


def test_its_probabilities_are_those_of_the_rule() -> None:
    text = unwrapped(trend_explanation(80))
    assert (f"{100 * verdict.GOING[0]:g} %" in text, f"{100 * verdict.PROBABLY[0]:g} %" in text) == (True, True)
