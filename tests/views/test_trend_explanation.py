"""What each figure is."""

import pytest

from paintrack.analysis.condition import course
from paintrack.views.trend.trend_explanation import trend_explanation


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_it_fits_and_is_no_wider_than_80(width: int) -> None:
    assert max(map(len, trend_explanation(width).splitlines())) <= min(width, 80)


def test_it_names_each_figure_in_their_order_and_the_papers() -> None:
    text = " ".join(trend_explanation(200).split())
    places = [
        text.index(heading)
        for heading in ("COURSE", "IN A SESSION", "BETWEEN SESSIONS", "THE GOAL", "CAUTION", "NAMES")
    ]
    assert places == sorted(places)
    papers = (
        "Theil 1950", "Sen 1968", "Kendall 1970", "Farrar 2001", "Salaffi 2004", "Dworkin 2008",
        "David and Nagaraja 2003", "Kaplan and Meier 1958", "Barnett 2005", "10.1055/a-1304-3677",
    )  # fmt: skip
    for paper in papers:
        assert paper in text


def test_it_says_what_cannot_be_said() -> None:
    text = " ".join(trend_explanation(80).split())
    assert "At 8 sessions most real improvements cannot be told from chance yet" in text
    assert "None of this says what caused a change." in text
    assert f"from {course.FEWEST_FOR_VERDICT} on" in text
