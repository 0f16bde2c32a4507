"""The drawing for a small screen shows the scores of the one that it stands for: all of them."""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from xml.etree import ElementTree

from hypothesis import given

from paintrack.analysis.condition.chart_data import ChartData
from paintrack.views.page.html.page_html import page_charts
from paintrack.views.trend.charts.svg.plot import UNITS_PER_POINT
from paintrack.views.trend.charts.svg.shapes import ARRIVAL, LEAVING
from tests.factories.chart_data import bars_of, k1_chart_data
from tests.factories.pages import full_page
from tests.gold import check_gold
from tests.strategies import full_chart_data_sets
from tests.views.trend.charts.svg_boxes import SVG

GOLD = Path(__file__).parents[3] / "gold"
_TRIANGLE = re.compile(r"M[-0-9.]+ ([-0-9.]+)h[-0-9.]+L[-0-9.]+ ([-0-9.]+)z")
_COLUMN_END = re.compile(r"M[-0-9.]+ ([-0-9.]+)v-?2(?=M|$)")
_ROUNDING = 0.02


def drawn_scores(svg: str) -> dict[str, list[float]]:
    """By `before` and `after` every score that stands in the plot, the lowest first."""
    root = ElementTree.fromstring(svg)
    size = float(root.get("font-size", ""))
    zero = next(each for each in root.iter(f"{SVG}text") if each.text == "0 none")
    bottom = float(zero.get("y", "")) - 0.36 * size
    return {
        name: sorted((bottom - y) / UNITS_PER_POINT for y in _heights(root, stroke) if y < bottom + 1)
        for name, stroke in (("before", ARRIVAL), ("after", LEAVING))
    }


def _heights(root: ElementTree.Element, stroke: str) -> Iterator[float]:
    """Where the marks of that colour stand: circles, arrowheads, ends of columns."""
    for each in root:
        if each.get("stroke") != stroke:
            continue
        if each.tag == f"{SVG}circle":
            yield float(each.get("cy", ""))
        elif match := _TRIANGLE.fullmatch(each.get("d", "")):
            # The tip is 1.2 times as far from the middle as the foot.
            yield (1.2 * float(match[1]) + float(match[2])) / 2.2
        else:
            yield from map(float, _COLUMN_END.findall(each.get("d", "")))


def scores_of(chart_data: ChartData) -> dict[str, list[float]]:
    befores, afters = (
        [score for score in scores if score is not None]
        for scores in zip(*((bar.before, bar.after) for bar in chart_data.bars), strict=True)
    )
    return {"before": sorted(befores), "after": sorted(afters)}


def is_alike(drawn: dict[str, list[float]], scores: dict[str, list[float]]) -> bool:
    return all(
        len(drawn[name]) == len(scores[name])
        and all(abs(one - other) < _ROUNDING for one, other in zip(drawn[name], scores[name], strict=True))
        for name in ("before", "after")
    )


def test_the_drawing_of_many_sessions_is_as_somebody_has_seen_it() -> None:
    charts = page_charts(full_page().trend.chart_data)
    assert charts is not None
    check_gold(GOLD / "drawing-narrow.svg", charts.narrow + "\n")


def test_what_has_no_room_beside_its_mark_is_in_the_legend() -> None:
    charts = page_charts(k1_chart_data()._replace(goal=3))
    assert charts is not None
    words = [each.text for each in ElementTree.fromstring(charts.narrow).iter(f"{SVG}text")]
    assert words[-2:] == ["not counted", "goal 3"]
    assert words.count("not counted") == 1


def test_of_many_sessions_each_kind_of_column_is_named() -> None:
    bars = bars_of([(7, 4), (4, 7), (5, 5), (6, None), (None, 3)] * 20)
    charts = page_charts(ChartData("back", bars, of=100))
    assert charts is not None
    words = [each.text for each in ElementTree.fromstring(charts.narrow).iter(f"{SVG}text")]
    assert words[-5:] == ["from before down to after", "after, higher", "the same after", "only before", "only after"]


@given(full_chart_data_sets())
def test_each_chart_shows_every_score(chart_data: ChartData) -> None:
    charts = page_charts(chart_data)
    assert charts is not None
    roots = [ElementTree.fromstring(each) for each in charts]
    assert len({root.findtext(f"{SVG}desc") for root in roots}) == 1
    if chart_data.bars and not chart_data.is_mostly_zero:
        assert [is_alike(drawn_scores(each), scores_of(chart_data)) for each in charts] == [True] * len(charts)
        crosses = [
            sum("h" in each.get("d", "") and each.get("stroke-width") == "1.3" for each in root) for root in roots
        ]
        readings = [*chart_data.early, *chain.from_iterable(bar.readings for bar in chart_data.bars)]
        assert crosses == [len(readings)] * len(charts)
