import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from paintrack.analysis.condition.chart_data import Bar, DatedScore, Mark, Picture
from paintrack.model.typed.typed_text import visible_line
from paintrack.views.trend.charts.chart_svg import WIDTH, svg_chart
from tests.factories.pages import TRAPS, PageWithChart, hard_page, sample_page
from tests.gold import check_gold

GOLD = Path(__file__).parent / "gold"
SVG = "{http://www.w3.org/2000/svg}"
TWO = Picture(
    "back",
    (Bar(1, date(2026, 7, 6), 7, 4), Bar(2, date(2026, 7, 13), 6.5, 6.5)),
    of=2,
)


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def place_of(circle: ElementTree.Element) -> tuple[str | None, str | None]:
    return circle.get("cx"), circle.get("cy")


def texts(svg: str) -> list[str]:
    return [each.text or "" for each in parsed(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize(("name", "page"), [("sample", sample_page()), ("hard", hard_page())], ids=["sample", "hard"])
def test_the_drawing_is_as_somebody_has_seen_it(name: str, page: PageWithChart) -> None:
    check_gold(GOLD / f"drawing-{name}.svg", page.svg() + "\n")


def test_without_a_session_there_is_nothing_to_draw() -> None:
    assert svg_chart(replace(TWO, bars=())) == ""


def test_readings_alone_stand_at_their_days() -> None:
    early = tuple(DatedScore(date(2026, 7, day), score) for day, score in ((1, 7), (11, 6.5), (21, 5)))
    picture = replace(TWO, bars=(), early=early, marks=(Mark(date(2026, 7, 11), "new bed"),), goal=3)
    svg = svg_chart(picture)
    crosses = re.findall(r'<path d="M([0-9.]+) ', svg)
    assert [float(x) for x in crosses] == sorted(map(float, crosses))
    assert len(crosses) == 3
    assert texts(svg)[-4:] == ["1 Jul 2026", "21 Jul 2026", "[1]", "[1] 11 Jul new bed"]
    assert parsed(svg).findtext(f"{SVG}desc") == (
        "A reading of 7 on 1 Jul, a reading of 6.5 on 11 Jul, a reading of 5 on 21 Jul. [1] 11 Jul new bed."
    )
    assert texts(svg_chart(replace(picture, early=early[:1], marks=())))[-1] == "1 Jul 2026"


def test_every_score_is_in_the_alternative_and_in_the_rows() -> None:
    svg = svg_chart(replace(TWO, bars=(TWO.bars[0], Bar(2, date(2026, 7, 13), None, 3)), goal=3))
    root = parsed(svg)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "chart-title chart-scores"
    assert root.findtext(f"{SVG}title") == "Chart: back, scores before and after each session, 0 to 10"
    assert root.findtext(f"{SVG}desc") == (
        "Session 1, 6 Jul 2026: 7 before, 4 after. Session 2, 13 Jul 2026: missing before, 3 after. Goal: 3."
    )
    assert texts(svg)[-4:] == ["7", "4", "-", "3"]


def test_a_filled_circle_is_before_and_an_open_one_after() -> None:
    _, _, after, before, ring, dot, *_ = parsed(svg_chart(TWO)).iter(f"{SVG}circle")
    assert [each.get("fill") for each in (after, before, ring, dot)] == [
        "white",
        "currentColor",
        "none",
        "currentColor",
    ]
    # Down the page y grows: 7 before stands above 4 after, and the equal scores of the second session on each other.
    assert after.get("cx") == before.get("cx") != ring.get("cx")
    assert float(before.get("cy", "")) < float(after.get("cy", ""))
    assert place_of(ring) == place_of(dot)


def test_the_rebound_joins_neighbouring_sessions_only() -> None:
    assert svg_chart(TWO).count('"1.5 2.5"') == 2  # the legend has one as well
    for gap in (Bar(3, date(2026, 7, 20), 5, 4), Bar(2, date(2026, 7, 13), None, 4)):
        assert svg_chart(replace(TWO, bars=(TWO.bars[0], gap))).count('"1.5 2.5"') == 1


def test_a_session_without_any_score_leaves_a_gap() -> None:
    svg = svg_chart(replace(TWO, bars=(TWO.bars[0], Bar(3, date(2026, 7, 20), 5, 4)), of=3))
    assert texts(svg)[-6:] == ["7", "4", "-", "-", "5", "4"]


def test_the_robust_line_goes_through_the_medians() -> None:
    bars = tuple(Bar(number, date(2026, 7, number), score, None) for number, score in ((1, 8), (2, 6), (3, 4)))
    svg = svg_chart(replace(TWO, bars=bars), slope=-2.0)
    line = [each for each in parsed(svg).iter(f"{SVG}line") if each.get("stroke-dasharray") == "11 3 2 3"][-1]
    # The scores lie on the line: it begins at the first of them and ends at the last.
    first, _, last = list(parsed(svg).iter(f"{SVG}circle"))[2:5]  # the legend has two before and two after
    assert (line.get("x1"), line.get("y1")) == place_of(first)
    assert (line.get("x2"), line.get("y2")) == place_of(last)
    assert '"11 3 2 3"' not in svg_chart(replace(TWO, bars=bars))


def test_the_robust_line_stays_on_the_scale() -> None:
    bars = tuple(Bar(number, date(2026, 7, number), score, None) for number, score in ((1, 9), (2, 1), (3, 0)))
    svg = svg_chart(replace(TWO, bars=bars), slope=-4.0)
    line = [each for each in parsed(svg).iter(f"{SVG}line") if each.get("stroke-dasharray") == "11 3 2 3"][-1]
    at_nought = list(parsed(svg).iter(f"{SVG}circle"))[4]
    assert line.get("y2") == at_nought.get("cy")


def test_a_hundred_thousand_sessions_are_drawn_quickly() -> None:
    bars = tuple(Bar(number, date(2026, 7, 1), 7, 5) for number in range(1, 100_001))
    assert texts(svg_chart(replace(TWO, bars=bars, of=100_000)))[-1].endswith(" of 100000 sessions are drawn.")


def test_more_sessions_than_fit_are_the_newest_and_it_says_so() -> None:
    bars = tuple(Bar(number, date(2026, 7, 1), 10, 5.5) for number in range(1, 101))
    early = (DatedScore(date(2026, 6, 30), 7),)
    svg = svg_chart(replace(TWO, bars=bars, early=early, of=100))
    omission = re.fullmatch(r"The newest ([0-9]+) of 100 sessions are drawn\.", texts(svg)[-1])
    assert omission
    oldest = 101 - int(omission[1])
    assert "Before the first session" not in svg
    assert f"Session {oldest}," in svg
    assert f"Session {oldest - 1}," not in svg


def test_changes_are_numbered_flags_with_their_words_below() -> None:
    marks = tuple(Mark(date(2026, 7, day), f"change {day}") for day in range(1, 9))
    svg = svg_chart(replace(TWO, marks=marks))
    assert texts(svg)[-6:] == [f"[{number}] {number + 2} Jul change {number + 2}" for number in range(1, 7)]
    assert "[6] 8 Jul change 8." in (parsed(svg).findtext(f"{SVG}desc") or "")


@pytest.mark.parametrize("width", [WIDTH, 1200])
def test_nothing_stands_outside_the_drawing(width: int) -> None:
    root = parsed(svg_chart(hard_page().trend.picture, slope=-0.1, width=width))
    _, _, wide, high = map(float, (root.get("viewBox") or "").split())
    places = re.findall(r' (?:x|x1|x2|cx)="([^"]+)"', ElementTree.tostring(root, "unicode"))
    heights = re.findall(r' (?:y|y1|y2|cy)="([^"]+)"', ElementTree.tostring(root, "unicode"))
    assert all(-6 <= float(each) <= wide for each in places)
    assert all(0 <= float(each) <= high for each in heights)


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_stays_text(trap: str) -> None:
    root = parsed(svg_chart(replace(TWO, condition=trap, marks=(Mark(date(2026, 7, 8), trap),))))
    assert {each.tag.removeprefix(SVG) for each in root.iter()} == {
        "svg", "title", "desc", "g", "line", "circle", "path", "text"
    }  # fmt: skip
    assert visible_line(trap) in (root.findtext(f"{SVG}title") or "")
