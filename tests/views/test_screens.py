"""What is drawn for a terminal, at every width and in every form, as somebody has looked at it.

One table says what is covered. A score's cell sets the colour of its text and of its background, and the other colours
can be read on black and on white, so light and dark terminals show the same files. Whole answers, with their sentences,
are in tests/commands (test_trend.py, test_trend_all.py, test_course_shapes.py); the page is in test_page_as_text.py and
test_page_narrow.py.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from paintrack.analysis.condition.chart_data import ChartData
from paintrack.model.entries import AnyEntry
from paintrack.views.heat_ramp import PALETTE_256, TRUE_COLOUR
from paintrack.views.history.history_table import history_table
from paintrack.views.text_layout import width_of
from paintrack.views.trend.charts.chart_by_date import date_chart
from paintrack.views.trend.charts.chart_calendar import calendar_chart
from paintrack.views.trend.charts.chart_dumbbell import dumbbell_chart
from paintrack.views.trend.charts.chart_long_course import overview_chart
from paintrack.views.trend.charts.chart_relief import relief_chart
from tests.factories.chart_data import (
    hard_chart_data,
    irregular_chart_data,
    k1_chart_data,
    long_chart_data,
    migraine_chart_data,
)
from tests.factories.comparisons import drawn_comparison
from tests.factories.courses import hard_to_list, k1, lines_and_footer
from tests.gold import check_gold

GOLD = Path(__file__).parent / "gold"
WIDTHS = (40, 60, 80, 120, 200)


class Form(NamedTuple):
    """How a terminal shows it: with signs of ASCII alone, with so many colours (0: none)."""

    ascii_only: bool = False
    colours: int = 0


FORMS = {
    "": Form(),
    "ascii": Form(ascii_only=True),
    "256": Form(colours=PALETTE_256),
    "true": Form(colours=TRUE_COLOUR),
}
Surface = Callable[[int, Form], str]


def chart(draw: Callable[..., str], chart_data: ChartData) -> Surface:
    """A chart of `trend`."""
    return lambda width, form: draw(chart_data, width=width, ascii_only=form.ascii_only, colours=form.colours)


def listed(entries: list[AnyEntry]) -> Surface:
    """The history as `list` shows it."""
    lines, footer = lines_and_footer(entries)
    return lambda width, form: history_table(
        lines, footer, width=width, ascii_only=form.ascii_only, colours=form.colours
    )


def compared(by: str) -> Surface:
    """The groups of `compare`; it draws with ASCII alone."""
    return lambda width, form: drawn_comparison(by, width, form.colours)


# Each surface with its forms; one that is not here looks like another one of them, or has a person's words that are not
# ASCII.
SCREENS: dict[str, tuple[Surface, tuple[str, ...]]] = {
    "chart-k1": (chart(dumbbell_chart, k1_chart_data()), ("", "ascii", "256", "true")),
    "chart-hard": (chart(dumbbell_chart, hard_chart_data()), ("", "256")),
    "dates-k1": (chart(date_chart, k1_chart_data()), ("", "ascii", "256", "true")),
    "dates-hard": (chart(date_chart, hard_chart_data()), ("", "256")),
    "dates-irregular": (chart(date_chart, irregular_chart_data()), ("", "ascii")),
    "relief-k1": (chart(relief_chart, k1_chart_data()), ("", "ascii", "256")),
    "relief-hard": (chart(relief_chart, hard_chart_data()), ("", "256")),
    "overview": (chart(overview_chart, long_chart_data()), ("", "ascii", "256", "true")),
    "calendar": (chart(calendar_chart, migraine_chart_data()), ("", "ascii", "256", "true")),
    "list-k1": (listed(k1()), ("", "ascii", "256", "true")),
    "list-hard": (listed(hard_to_list()), ("", "ascii", "256")),
    "compare-condition": (compared("condition"), ("", "256", "true")),
    "compare-point": (compared("point"), ("",)),
    "compare-practitioner": (compared("practitioner"), ("",)),
}
CASES = [(name, form) for name, (_, forms) in SCREENS.items() for form in forms]
# Without colour its two kinds of block are told apart by their shade.
_DRAWN_OTHERWISE_IN_COLOUR = ("overview",)
# A person's words in another script stay as they are.
_OTHER_SCRIPTS = ("list-hard",)


@pytest.mark.parametrize(("name", "form"), CASES)
@pytest.mark.parametrize("width", WIDTHS)
def test_as_people_see_it(name: str, form: str, width: int) -> None:
    draw, _ = SCREENS[name]
    text = draw(width, FORMS[form])
    check_gold(GOLD / f"{'-'.join(filter(None, [name, str(width), form]))}.txt", text + "\n")
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert max(map(width_of, plain.splitlines())) <= width
    assert plain.isascii() or form != "ascii" or name in _OTHER_SCRIPTS
    assert (text != plain) is bool(FORMS[form].colours)
    if FORMS[form].colours and name not in _DRAWN_OTHERWISE_IN_COLOUR:
        assert plain == draw(width, Form())


def test_the_relief_looks_the_same_in_all_colours() -> None:
    draw, forms = SCREENS["relief-k1"]
    assert "true" not in forms
    assert draw(80, FORMS["256"]) == draw(80, FORMS["true"])


def test_no_file_of_a_screen_is_left_over() -> None:
    surface = "|".join(SCREENS)
    files = {path.stem for path in GOLD.glob("*.txt") if re.fullmatch(rf"({surface})-\d+(-\w+)?", path.stem)}
    expected = {"-".join(filter(None, [name, str(width), form])) for name, form in CASES for width in WIDTHS}
    assert files - expected == {"relief-hard-80-ascii"}
