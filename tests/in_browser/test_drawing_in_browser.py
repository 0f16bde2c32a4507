"""The vector drawing as a browser shows it, in this machine's fonts: no words touch, none is wider than reckoned."""

import itertools
from typing import Any

import pytest

from paintrack.views.trend.charts.chart_svg import DRAWING_WIDTH, svg_chart
from paintrack.views.trend.charts.svg.label_widths import text_width
from tests.in_browser.browser import Browser
from tests.views.trend.charts.drawn_courses import PHONE, PICTURES

pytestmark = pytest.mark.outside
# Letters reach less high and less deep than the box of their font.
_REPORT = """<script>onload = () => {
  const touches = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > .5
    && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > .5
  const report = drawing => {
    const words = [...drawing.querySelectorAll("text")].map(each => {
      const place = each.getBoundingClientRect()
      return {words: each.textContent, bold: getComputedStyle(each).fontWeight > 500,
        size: parseFloat(getComputedStyle(each).fontSize), wide: each.getComputedTextLength(),
        left: place.left, right: place.right,
        top: place.top + place.height * .2, bottom: place.bottom - place.height * .2}
    })
    return {words, touching: words.flatMap((one, place) =>
      words.slice(place + 1).filter(other => touches(one, other)).map(other => [one.words, other.words]))}
  }
  document.body.textContent =
    "FOUND" + JSON.stringify([...document.querySelectorAll("body > svg")].map(report)) + "END"
}</script>"""
_DRAWINGS = [*itertools.product(PICTURES, [PHONE, DRAWING_WIDTH], [False, True])]


@pytest.fixture(scope="module")
def reports(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int, bool], Any]:
    """What is seen of each drawing; they stand one below the other."""
    folder = tmp_path_factory.mktemp("drawings")
    drawings = [
        svg_chart(PICTURES[name]()._replace(is_mostly_zero=is_calendar), width=width, font="sans-serif").replace(
            "<svg", f'<svg style="display: block; width: {width}px"', 1
        )
        for name, width, is_calendar in _DRAWINGS
    ]
    (folder / "drawings.html").write_text(f"<!DOCTYPE html><meta charset=utf-8>{''.join(drawings)}{_REPORT}")
    return dict(zip(_DRAWINGS, browser.script_result(folder / "drawings.html"), strict=True))


@pytest.mark.parametrize("width", [PHONE, DRAWING_WIDTH])
@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("is_calendar", [False, True], ids=["by date", "calendar"])
def test_no_words_touch_in_a_browser(
    name: str, width: int, is_calendar: bool, reports: dict[tuple[str, int, bool], Any]
) -> None:
    report = reports[name, width, is_calendar]
    assert report["touching"] == []
    assert len(report["words"]) > 10
    assert min(each["size"] for each in report["words"]) >= 11
    assert [
        each["words"]
        for each in report["words"]
        if each["wide"] > text_width(each["words"], each["size"], is_bold=each["bold"]) + 0.1
    ] == []
