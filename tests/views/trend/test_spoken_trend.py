"""The trend for a screen reader: one fact a line."""

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given

from paintrack.analysis.condition.chart_data import ChartData, Mark
from paintrack.views.trend.days_without_score_sentences import facts_on_days_without_score
from paintrack.views.trend.spoken_trend import spoken_chart, spoken_conditions, spoken_trend
from paintrack.views.value_words import show_score
from tests.factories.chart_data import bars_of
from tests.factories.courses import k1_sessions, trend, weekly
from tests.factories.entries import a_note, a_reading, a_session
from tests.strategies import chart_data_sets

if TYPE_CHECKING:
    from paintrack.model.entries import AnyEntry


def test_the_scale_leads_and_every_score_follows() -> None:
    figures = trend("lower back", [*k1_sessions()[:2], a_reading(4, at=8)], notes=[a_note("new bed.", at=3)])
    assert spoken_trend(figures) == [
        "Scores: 0 none, 10 worst imaginable.",
        "Lower back score: too early to say.",
        "2 sessions, 6 July to 13 July 2026; 1 reading up to 14 July.",
        "Session 1, 6 July 2026: before 8, after 5, 3 lower.",
        "Change, 9 July 2026: new bed.",
        "Session 2, 13 July 2026: before 7, after 5, 2 lower.",
        "Reading, 14 July 2026: 4.",
    ]


def test_each_change_and_a_missing_score_are_said() -> None:
    pairs = ((5, 6.5), (4, None), (None, 3), (6, 6))
    figures = trend("neck", [a_session(*pair, condition="neck", at=7 * week) for week, pair in enumerate(pairs)])
    assert spoken_trend(figures)[3:] == [
        "Session 1, 6 July 2026: before 5, after 6.5, 1.5 higher.",
        "Session 2, 13 July 2026: before 4, no score after.",
        "Session 3, 20 July 2026: no score before, after 3.",
        "Session 4, 27 July 2026: before 6, after 6, no change.",
    ]


def test_each_of_several_conditions_answers_the_questions() -> None:
    migraine = weekly((0, 6, 0), (0, 3, 0), condition="migraine")
    knee = [a_reading(score, condition="knee", at=day) for day, score in enumerate((7, 6))]
    history: list[AnyEntry] = [*k1_sessions(), *migraine, *knee]
    lines = spoken_conditions([trend(name, history) for name in ("lower back", "migraine", "knee")])
    assert [line for line in lines if not line.startswith(("Session", "Reading,"))] == [
        "Scores: 0 none, 10 worst imaginable.",
        "Lower back score: going down, 7 to 4.",
        "10 sessions, 6 July to 7 September 2026.",
        "Is it getting better? Going down, 7 to 4: 3 lower (43 %); middle of sessions 2 to 4 and of the last 3 of 10.",
        "Right after a session? 2 lower (middle of 10; 1 to 3).",
        (
            "Does it hold? Usually back by the next visit: 2 lower after, 2 higher again (middle of 9 gaps; 0 to 3). "
            "Over the weeks, the scores on arrival fall."
        ),
        "Migraine score: 0 at 2 of 3 visits; above 0 on at least 1 day.",
        "3 sessions, 6 July to 20 July 2026.",
        (
            "Is it getting better? Cannot be told from the visits: on arrival the score was 0 at 2 of 3 visits. See "
            "the days above 0."
        ),
        (
            "Days above 0: At least 1 day above 0: 3 of 15 days have a score, the other days are unknown; middle 6, "
            "worst 6 on the days above 0. First half: above 0 on 0 of 1 day with a score; second half: on 1 of 2. By "
            "month, of the days with a score: 1 of 3 in Jul."
        ),
        "Right after a session? 3 lower (1 session that began above 0).",
        "All other days: no entry, so unknown, not 0.",
        "Knee: 2 readings, numbers only.",
        "6 July to 7 July 2026.",
        "At home: 6.5 (middle of 2 readings; 6 to 7). No sessions for knee yet: readings at home only.",
        "All other days: no entry, so unknown, not 0.",
    ]


def test_a_session_has_the_id_that_people_type() -> None:
    figures = trend("neck", [a_session(5, 4, condition="neck", number=41)])
    assert spoken_trend(figures)[3] == "Session 41, 6 July 2026: before 5, after 4, 1 lower."


def test_words_of_a_person_stay_on_one_line() -> None:
    chart_data = ChartData("neck", bars_of([(5, 4)]), marks=(Mark(date(2026, 7, 8), "a\nb\x1b[2J"),))
    lines = spoken_trend(trend("neck", [])._replace(chart_data=chart_data))
    assert lines[-1] == r"Change, 8 July 2026: a b\x1b[2J."


def test_days_without_an_entry_are_told_from_days_of_0() -> None:
    zero_days = frozenset([date(2026, 6, 30), date(2026, 7, 8), date(2026, 7, 9)])
    chart_data = ChartData("neck", bars_of([(5, 4)]), is_mostly_zero=True, zero_days=zero_days)
    assert spoken_chart(chart_data)[1:] == [
        "June 2026: 1 day said to be 0.",
        "July 2026: 2 days said to be 0.",
        "All other days: no entry, so unknown, not 0.",
    ]
    assert spoken_chart(chart_data._replace(is_mostly_zero=False))[1:] == []


@given(chart_data=chart_data_sets())
def test_every_fact_of_the_chart_has_a_line_of_its_own(chart_data: ChartData) -> None:
    lines = spoken_trend(trend("neck", [])._replace(chart_data=chart_data))[3:]
    readings = [*chart_data.early, *(each for bar in chart_data.bars for each in bar.readings)]
    facts = len(chart_data.bars) + len(readings) + len(chart_data.marks)
    assert len(lines) == facts + len([*facts_on_days_without_score(chart_data)])
    assert all(line.endswith(".") and "\n" not in line for line in lines)
    for bar in chart_data.bars:
        scores = {"before": bar.before, "after": bar.after}
        parts = (
            f"no score {when}" if score is None else f"{when} {show_score(score)}" for when, score in scores.items()
        )
        words = ", ".join(parts)
        assert any(f"Session {bar.label}, " in line and f": {words}" in line for line in lines)
