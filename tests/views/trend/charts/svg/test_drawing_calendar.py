"""The vector drawing of a course that is mostly 0, or of readings alone: a calendar."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from paintrack.analysis.condition.chart_data import ChartData, DatedScore, EffectMark, Mark
from paintrack.views.trend.charts.chart_svg import svg_chart
from tests.factories.chart_data import TWO_SESSIONS, bars_of, daily_scores
from tests.gold import check_gold
from tests.views.trend.charts.svg_boxes import alternative, label, labels, parsed, texts

GOLD = Path(__file__).parents[3] / "gold"


def test_the_calendar_is_as_somebody_has_seen_it() -> None:
    bars = bars_of([(0, 0), (0, 0), (7, 4), (0, 0), (5, 5), (0, 0)] * 4)
    home = ((8, 0, 3.5), (0,), (6, 5), ())
    chart_data = ChartData(
        "migraine",
        tuple(
            bar._replace(readings=daily_scores(bar.day + timedelta(days=2), *home[place % 4]))
            for place, bar in enumerate(bars)
        ),
        of=24,
        is_mostly_zero=True,
        marks=(Mark(date(2026, 8, 3), "started propranolol"), Mark(date(2026, 10, 3), "stopped coffee")),
        effects=(EffectMark(date(2026, 9, 1), "bruise"), EffectMark(date(2026, 9, 8), "fainted", is_serious=True)),
    )
    check_gold(GOLD / "drawing-calendar.svg", svg_chart(chart_data) + "\n")


def test_readings_alone_are_a_calendar() -> None:
    early = tuple(DatedScore(date(2026, 7, day), score) for day, score in ((1, 7), (1, 2), (11, 6.5), (21, 0.2)))
    svg = svg_chart(TWO_SESSIONS._replace(bars=(), early=early, of=0))
    wednesday = label(svg, "Wed")
    assert [each.what for each in labels(parsed(svg)) if each.top == wednesday.top] == ["Wed", "7"]
    assert alternative(svg).startswith("A reading of 7 on 1 Jul 2026, a reading of 2 on 1 Jul 2026")
    # To the nearest whole number, but what is above 0 is no 0.
    tuesday = label(svg, "Tue")
    assert [each.what for each in labels(parsed(svg)) if each.top == tuesday.top] == ["Tue", "1"]
    assert texts(svg)[-1] == "Scores to the nearest whole number."
    assert "day of a session" not in texts(svg)


def test_a_day_said_to_be_0_is_no_day_without_an_entry() -> None:
    early = (DatedScore(date(2026, 7, 6), 3), DatedScore(date(2026, 7, 8), 3))
    chart_data = TWO_SESSIONS._replace(bars=(), early=early, of=0)
    declared, unknown = (
        svg_chart(chart_data._replace(zero_days=days)) for days in (frozenset([date(2026, 7, 7)]), frozenset())
    )
    for svg, cells in ((declared, ["Tue", "0"]), (unknown, ["Tue"])):
        tuesday = label(svg, "Tue")
        assert [each.what for each in labels(parsed(svg)) if each.top == tuesday.top] == cells
        assert "no entry: unknown, not 0" in texts(svg)
        assert alternative(svg).endswith("All other days: no entry, so unknown, not 0.")
    assert "July 2026: 1 day said to be 0." in alternative(declared)


def test_what_is_mostly_0_is_a_calendar() -> None:
    svg = svg_chart(TWO_SESSIONS._replace(is_mostly_zero=True))
    assert {"Mon", "Sun", "day of a session"} <= set(texts(svg))
    assert "Session 1, 6 Jul 2026: 7 before, 4 after." in alternative(svg)


@pytest.mark.parametrize("width", [284, 720])
def test_a_rise_is_an_arrowhead_under_its_week(width: int) -> None:
    bars = tuple(bars_of([(0, 0), (0, 2), (9, 3), (1, 4), (0, 0)]))
    svg = svg_chart(ChartData("migraine", bars, of=5, is_mostly_zero=True), width=width)
    heads = [re.fullmatch(r"M([0-9.]+) ([0-9.]+)h([0-9.]+)L.*z", each.get("d", "")) for each in parsed(svg)]
    places = [round(float(head[1]) + float(head[3]) / 2) for head in heads if head]
    scores = {each.what: round((each.left + each.right) / 2) for each in labels(parsed(svg))}
    assert places == [scores["2"], scores["4"]]
    assert {"higher", "higher after a session"} <= set(texts(svg))
    level = tuple(bars_of([(0, 0), (9, 3), (0, None)]))
    assert not {"higher", "higher after a session"} & set(texts(svg_chart(ChartData("m", level, is_mostly_zero=True))))


@pytest.mark.parametrize("width", [360, 440, 720])
@pytest.mark.parametrize(
    ("first", "names"),
    [
        (date(2026, 8, 3), ["Aug", "Sep", "Oct", "Nov"]),
        (date(2026, 8, 17), ["Aug", "Sep", "Oct", "Nov"]),
        (date(2026, 8, 24), ["Sep", "Oct", "Nov"]),
        (date(2026, 8, 31), ["Sep", "Oct", "Nov"]),
    ],
)
def test_each_whole_month_of_a_calendar_has_its_name(first: date, names: list[str], width: int) -> None:
    early = (DatedScore(first, 7), DatedScore(date(2026, 11, 29), 3))
    named = texts(svg_chart(TWO_SESSIONS._replace(bars=(), early=early, of=0), width=width))
    months = [text.partition(" ") for text in named if text[:3] in ("Aug", "Sep", "Oct", "Nov")]
    # One week of a month has its name where there is room for it.
    expected = ["Aug", "Sep", "Oct", "Nov"] if width == 720 and first.month == 8 and first.day < 31 else names
    assert [*dict.fromkeys(name for name, _, _ in months)] == expected
    assert {year for _, _, year in months if year} == {"2026"}


def test_a_calendar_of_few_weeks_takes_the_width() -> None:
    early = daily_scores(date(2026, 7, 6), *[3] * 77)
    cells = [
        each
        for each in labels(parsed(svg_chart(TWO_SESSIONS._replace(bars=(), early=early, of=0))))
        if each.what == "3"
    ]
    assert max(each.right for each in cells) > 0.9 * 720
    # Its days are not flat strips.
    monday, tuesday, *_ = sorted({each.top for each in cells})
    assert tuesday - monday > 1.5 * 11


def test_a_calendar_of_many_years_has_the_newest_weeks() -> None:
    early = (DatedScore(date(2016, 1, 4), 7), DatedScore(date(2026, 1, 5), 3))
    assert re.fullmatch(
        r"The newest [0-9]+ of 523 weeks\.", texts(svg_chart(TWO_SESSIONS._replace(bars=(), early=early, of=0)))[-1]
    )
