"""The vector drawing: its marks, words and lanes, and its text alternative."""

import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from paintrack.analysis.condition.chart_data import Bar, Bracket, DatedScore, EffectMark, Mark
from paintrack.model.displayed_text import visible_line
from paintrack.views.heat_ramp import heat_colour
from paintrack.views.trend.charts.chart_svg import svg_chart
from paintrack.views.trend.charts.svg.plot import GOAL, REBOUND
from paintrack.views.trend.charts.svg.shapes import ARRIVAL, LEAVING
from tests.factories.chart_data import TWO_SESSIONS, bars_of, k1_chart_data
from tests.factories.pages import TRAPS, PageWithChart, full_page, hard_page, sample_page
from tests.gold import check_gold
from tests.views.trend.charts.svg_boxes import SVG, alternative, label, labels, parsed, score_axis, sheet, texts

GOLD = Path(__file__).parents[2] / "gold"
PAGES = {"sample": sample_page(), "full": full_page(), "hard": hard_page()}


def circles(svg: str) -> list[tuple[float, float, str]]:
    """The middle and the fill of each circle of a score in the plot, in the order in which they are drawn."""
    return [
        (float(each.get("cx", "")), float(each.get("cy", "")), each.get("fill", ""))
        for each in parsed(svg).findall(f"{SVG}circle")
        if each.get("stroke") in (ARRIVAL, LEAVING)
    ]


@pytest.mark.parametrize(("name", "page"), PAGES.items(), ids=PAGES)
def test_the_drawing_is_as_somebody_has_seen_it(name: str, page: PageWithChart) -> None:
    check_gold(GOLD / f"drawing-{name}.svg", page.svg() + "\n")


def test_without_a_score_there_is_nothing_to_draw() -> None:
    assert svg_chart(TWO_SESSIONS._replace(bars=())) == ""


def test_every_score_is_in_the_alternative() -> None:
    bars = (
        TWO_SESSIONS.bars[0]._replace(readings=(DatedScore(date(2026, 7, 8), 5),), id=31),
        Bar(2, date(2026, 7, 13), None, 3, id=32),
        Bar(3, date(2026, 7, 20), 6, 3, id=33),
    )
    chart_data = TWO_SESSIONS._replace(
        bars=bars,
        early=(DatedScore(date(2026, 7, 1), 8),),
        goal=3,
        marks=(Mark(date(2026, 7, 8), "new bed."),),
        brackets=(Bracket(1, 3, 6),),
        not_counted=1,
        effects=(EffectMark(date(2026, 7, 9), "bruise"), EffectMark(date(2026, 7, 10), "fainted", is_serious=True)),
    )
    root = parsed(svg_chart(chart_data))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "chart-title chart-scores"
    assert root.findtext(f"{SVG}title") == (
        "Chart: back, scores before and after each session. 0 none, 10 worst imaginable"
    )
    assert root.findtext(f"{SVG}desc") == (
        "Before the first session a reading of 8 on 1 Jul 2026. "
        "Session 31, 6 Jul 2026: 7 before, 4 after, not counted; then a reading of 5 on 8 Jul 2026. "
        "Session 32, 13 Jul 2026: missing before, 3 after. Session 33, 20 Jul 2026: 6 before, 3 after. "
        "Median before, sessions 31 to 33: 6. Goal: 3. Change 1, 8 Jul 2026: new bed. "
        "Side effect, 9 Jul 2026: bruise. Serious, 10 Jul 2026: fainted."
    )


def test_two_drawings_on_a_page_have_their_own_ids() -> None:
    root = parsed(svg_chart(TWO_SESSIONS, name="small"))
    assert root.get("aria-labelledby") == "small-title small-scores"
    assert [each.get("id") for each in root.iter() if each.get("id")] == ["small-title", "small-scores"]


def test_a_filled_circle_is_before_and_an_open_one_after() -> None:
    before, after, dot, ring = circles(svg_chart(TWO_SESSIONS))[:4]
    assert [each[2] for each in (before, after, dot, ring)] == [ARRIVAL, "white", ARRIVAL, "none"]
    # Down the page y grows: 7 before stands above 4 after, and the equal scores of the second session on each other.
    assert before[0] == after[0] < dot[0]
    assert before[1] < after[1]
    assert dot[:2] == ring[:2]


def test_a_rise_is_an_arrowhead() -> None:
    rise = svg_chart(TWO_SESSIONS._replace(bars=(Bar(1, date(2026, 7, 6), 4, 7), TWO_SESSIONS.bars[1])))
    assert "after, higher" in texts(rise)
    assert "after, higher" not in texts(svg_chart(TWO_SESSIONS))
    assert rise.count(f'fill="white" stroke="{LEAVING}" stroke-width="1.7"/>') == (
        svg_chart(TWO_SESSIONS).count(f'fill="white" stroke="{LEAVING}" stroke-width="1.7"/>') + 1
    )


def test_sessions_stand_at_their_days() -> None:
    days = (date(2026, 7, 6), date(2026, 7, 13), date(2026, 8, 10))
    svg = svg_chart(TWO_SESSIONS._replace(bars=tuple(Bar(number, day, 5, None) for number, day in enumerate(days, 1))))
    (first, *_), (second, *_), (third, *_) = circles(svg)[:3]
    assert third - second == pytest.approx(4 * (second - first), abs=0.3)


def test_the_rebound_joins_neighbouring_sessions_only() -> None:
    assert svg_chart(TWO_SESSIONS).count(f'"{REBOUND}"') == 2  # the legend has one as well
    for gap in (Bar(3, date(2026, 7, 20), 5, 4), Bar(2, date(2026, 7, 13), None, 4)):
        assert svg_chart(TWO_SESSIONS._replace(bars=(TWO_SESSIONS.bars[0], gap))).count(f'"{REBOUND}"') == 0


@pytest.mark.parametrize(("sessions", "lines"), [(15, 15), (16, 0)])
def test_rebounds_are_drawn_up_to_15_sessions(sessions: int, lines: int) -> None:
    assert svg_chart(TWO_SESSIONS._replace(bars=bars_of([(7, 4)] * sessions))).count(f'"{REBOUND}"') == lines


def test_the_ids_that_people_type_stand_on_the_axis() -> None:
    bars = tuple(bar._replace(id=40 + bar.number) for bar in TWO_SESSIONS.bars)
    svg = svg_chart(TWO_SESSIONS._replace(bars=bars))
    axis = label(svg, "session")
    assert [each.what for each in labels(parsed(svg)) if each.top == axis.top] == ["session", "41", "42"]


def test_of_many_ids_every_second_stands_on_the_axis() -> None:
    svg = svg_chart(TWO_SESSIONS._replace(bars=bars_of([(7, 4)] * 60)))
    axis = label(svg, "session")
    assert [each.what for each in labels(parsed(svg)) if each.top == axis.top][:4] == ["session", "2", "4", "6"]


@pytest.mark.parametrize("width", [280, 340, 720])
@pytest.mark.parametrize("sessions", [*range(1, 31), 59, 60, 61, 299])
def test_the_newest_session_has_its_id_on_the_axis(sessions: int, width: int) -> None:
    svg = svg_chart(TWO_SESSIONS._replace(bars=bars_of([(7, 4)] * sessions)), width=width)
    axis = label(svg, "session")
    assert [each.what for each in labels(parsed(svg)) if each.top == axis.top][-1] == f"{sessions}"


def test_of_many_ids_the_round_ones_stand_on_the_axis() -> None:
    """Also where another condition has some of them; where it has all, every so many of those that there are."""
    for apart, has_round_ids in ((1, True), (2, True), (10, False)):
        bars = tuple(bar._replace(id=1 + apart * place) for place, bar in enumerate(bars_of([(7, 4)] * 49)))
        svg = svg_chart(TWO_SESSIONS._replace(bars=bars), width=284)
        axis = label(svg, "session")
        *ids, newest = (
            int(each.what) for each in labels(parsed(svg))[1:] if each.top == axis.top and each.what.isdigit()
        )
        assert newest == 1 + 48 * apart
        assert len(ids) >= 3
        assert all(each % 5 == 0 for each in ids) is has_round_ids


def test_a_drawing_by_itself_has_the_name_of_the_condition() -> None:
    long_name = "back and shoulders " * 20
    for chart_data in (TWO_SESSIONS, TWO_SESSIONS._replace(condition=long_name.strip())):
        drawing = parsed(svg_chart(chart_data, has_heading=True))
        heading, *other_labels = sorted(labels(drawing), key=lambda each: each.top)
        assert heading.what.startswith("back")
        assert all(each.top > heading.top for each in other_labels)
        # In a letter it has a margin of its own.
        edge = sheet(drawing)
        assert edge.left + 8 < heading.left < edge.right - 8
    assert "back" not in texts(svg_chart(TWO_SESSIONS))


def test_years_stand_at_months_once_two_are_touched() -> None:
    bars = tuple(bar._replace(day=bar.day + timedelta(days=150)) for bar in bars_of([(7, 4)] * 12))
    words = texts(svg_chart(TWO_SESSIONS._replace(bars=bars)))
    assert [each for each in words if re.fullmatch("[A-Z][a-z]{2}( [0-9]{4})?", each)] == [
        "Dec 2026", "Jan 2027", "Feb"
    ]  # fmt: skip
    # On a phone, too, where the months before it would leave it no room; there the first one stays beside the axis.
    phone = parsed(
        svg_chart(
            TWO_SESSIONS._replace(
                bars=tuple(bar._replace(day=bar.day - timedelta(days=210)) for bar in bars_of([(7, 4)] * 30))
            ),
            width=284,
        )
    )
    first = next(each for each in labels(phone) if each.what == "Dec 2025")
    assert score_axis(phone) <= first.left
    assert {"Jul 2026", "Jan 2027"} <= {
        *texts(svg_chart(TWO_SESSIONS._replace(bars=bars_of([(7, 4)] * 30)), width=284))
    }


def test_a_first_month_of_few_days_begins_before_the_axis() -> None:
    bars = tuple(bar._replace(day=bar.day - timedelta(days=38)) for bar in bars_of([(7, 4)] * 12))
    words = texts(svg_chart(TWO_SESSIONS._replace(bars=bars)))
    assert [each for each in words if re.fullmatch("[A-Z][a-z]{2}( [0-9]{4})?", each)] == [
        "May 2026",
        "Jun",
        "Jul",
        "Aug",
    ]


def test_the_medians_are_brackets_over_their_sessions() -> None:
    svg = svg_chart(k1_chart_data())
    first = sorted({score[0] for score in circles(svg)} - {5})[:4]  # the names of the rows have a circle as well
    seven = next(each for each in labels(parsed(svg)) if each.what == "7")
    assert (seven.left + seven.right) / 2 == pytest.approx(first[2], abs=0.2)
    assert svg.count(f'stroke="{ARRIVAL}" opacity="0.6"') == 3  # two bands, one in the legend
    assert label(svg, "(8) not counted").right < first[1]
    assert "(8)" in texts(svg)


def test_without_room_beside_a_median_the_legend_says_what_is_not_counted() -> None:
    """`not counted` alone, left of the number of a median, is read as said of that number."""
    drawn = labels(parsed(svg_chart(hard_page().trend.chart_data)))
    (words,) = [each for each in drawn if "not counted" in each.what]
    assert words.what == "not counted"
    assert words.top > max(each.top for each in drawn if each.what == "session")


def test_medians_of_the_same_sessions_stand_above_each_other() -> None:
    chart_data = TWO_SESSIONS._replace(bars=bars_of([(7, 4)] * 4), brackets=(Bracket(1, 3, 8), Bracket(2, 4, 9)))
    assert label(svg_chart(chart_data), "9").bottom < label(svg_chart(chart_data), "8").top


def test_no_line_is_fitted_through_the_scores() -> None:
    dashes = set(re.findall('dasharray="([^"]*)"', svg_chart(k1_chart_data())))
    assert dashes == {REBOUND, GOAL, "0.8 2.4"}


def test_the_ends_of_the_scale_and_the_goal_are_named() -> None:
    svg = svg_chart(TWO_SESSIONS._replace(goal=3))
    assert {"10 worst", "0 none"} <= set(texts(svg))
    goal_line = next(each for each in parsed(svg).iter(f"{SVG}line") if each.get("stroke-dasharray") == GOAL)
    assert label(svg, "goal 3").left > float(goal_line.get("x2", ""))


def test_the_numbers_stand_on_the_one_ramp() -> None:
    svg = svg_chart(TWO_SESSIONS)
    for score in (7, 4, 6.5):
        assert f'fill="{heat_colour(score).ground}"' in svg
    assert "6.5" in texts(svg)
    crowded = svg_chart(TWO_SESSIONS._replace(bars=bars_of([(7.5, 4)] * 60)))
    assert f'fill="{heat_colour(7.5).ground}"' not in crowded


def test_a_session_without_a_score_is_said() -> None:
    assert texts(svg_chart(TWO_SESSIONS._replace(of=3)))[-1] == "1 session without a score is not drawn."
    assert texts(svg_chart(TWO_SESSIONS._replace(of=5)))[-1] == "3 sessions without a score are not drawn."


def test_a_hundred_thousand_sessions_are_drawn_quickly() -> None:
    bars = tuple(Bar(number, date(2026, 7, 1), 7, 5) for number in range(1, 100_001))
    svg = svg_chart(TWO_SESSIONS._replace(bars=bars, early=(DatedScore(date(2026, 6, 30), 7),), of=100_000))
    assert texts(svg)[-1] == "The newest 300 of 100000 sessions are drawn."
    assert "Session 99701," in alternative(svg)
    assert "Session 99700," not in alternative(svg)
    assert "Before the first session" not in alternative(svg)


def test_few_changes_stand_as_words_in_their_lane() -> None:
    chart_data = TWO_SESSIONS._replace(marks=(Mark(date(2026, 7, 8), "new bed"),))
    svg = svg_chart(chart_data)
    assert label(svg, "new bed").top == label(svg, "changes").top
    assert "1" not in [each.what for each in labels(parsed(svg)) if each.top == label(svg, "changes").top]
    listed_elsewhere = svg_chart(chart_data, has_key=False)
    assert "new bed" not in texts(listed_elsewhere)
    assert "Change 1, 8 Jul 2026: new bed." in alternative(listed_elsewhere)


def test_many_changes_are_numbered_and_listed_below() -> None:
    marks = tuple(Mark(date(2026, 7, 6 + day), f"change {day}") for day in range(7))
    svg = svg_chart(TWO_SESSIONS._replace(marks=marks))
    words = texts(svg)
    assert [words[place - 2 : place + 1] for place, each in enumerate(words) if each == "change 6"] == [
        ["7", "12 Jul", "change 6"]
    ]
    # As the sketch has it, the number stands in the lane, too.
    assert words.count("7") > texts(svg_chart(TWO_SESSIONS)).count("7") + 1


def test_changes_too_many_to_number_share_their_badges() -> None:
    marks = tuple(Mark(date(2026, 7, 6 + place % 7), f"change {place}") for place in range(90))
    words = texts(svg_chart(TWO_SESSIONS._replace(marks=tuple(sorted(marks, key=lambda mark: mark.day)))))
    ranges = [
        tuple(map(int, each.split("\N{EN DASH}"))) for each in words if re.fullmatch("[0-9]+\N{EN DASH}[0-9]+", each)
    ]
    assert ranges[0][0] == 1
    assert ranges[-1][1] == 90
    assert all(later[0] == earlier[1] + 1 for earlier, later in pairwise(ranges))
    assert words[-1] == "and 66 earlier changes: paintrack note --list"


BRUISE, FAINT = EffectMark(date(2026, 7, 7), "bruise"), EffectMark(date(2026, 7, 9), "fainted", is_serious=True)


def test_side_effects_have_a_lane_and_serious_ones_a_mark() -> None:
    svg = svg_chart(TWO_SESSIONS._replace(effects=(BRUISE, FAINT)))
    assert label(svg, "!").top == label(svg, "side effects").top < label(svg, "serious").top
    assert texts(svg)[-3:] == ["!", "9 Jul", "fainted"]
    assert not {"side effects", "serious", "changes"} & set(texts(svg_chart(TWO_SESSIONS)))
    assert {"side effects", "serious"} & set(texts(svg_chart(TWO_SESSIONS._replace(effects=(FAINT,))))) == {"serious"}


def test_a_serious_mark_never_covers_another_side_effect() -> None:
    svg = svg_chart(TWO_SESSIONS._replace(effects=(BRUISE, FAINT._replace(day=BRUISE.day))))
    assert label(svg, "!").top == label(svg, "serious").top > label(svg, "side effects").top


@pytest.mark.parametrize("trap", TRAPS)
@pytest.mark.parametrize("has_key", [True, False])
def test_a_trap_stays_text(trap: str, has_key: bool) -> None:
    effects = (EffectMark(date(2026, 7, 9), trap, is_serious=True),)
    chart_data = TWO_SESSIONS._replace(condition=trap, marks=(Mark(date(2026, 7, 8), trap),), effects=effects)
    root = parsed(svg_chart(chart_data, has_key=has_key))
    assert {each.tag.removeprefix(SVG) for each in root.iter()} == {
        "svg", "title", "desc", "g", "line", "circle", "path", "text"
    }  # fmt: skip
    assert visible_line(trap) in (root.findtext(f"{SVG}title") or "")
