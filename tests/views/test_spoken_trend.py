"""The trend for a screen reader: one fact a line."""

from dataclasses import replace
from datetime import date

from hypothesis import given

from paintrack.analysis.condition.chart_data import Mark, Picture
from paintrack.model.score import show_score
from paintrack.views.trend.spoken_trend import spoken_trend
from tests.factories.courses import k1_sessions, trend
from tests.factories.entries import a_note, a_reading, a_session
from tests.factories.pictures import bars_of
from tests.strategies import pictures


def test_the_scale_leads_and_every_score_follows() -> None:
    figures = trend("lower back", [*k1_sessions()[:2], a_reading(4, at=8)], notes=[a_note("new bed.", at=3)])
    assert spoken_trend(figures) == [
        "Scores: 0 none, 10 worst imaginable.",
        "Lower back score: too early to say.",
        "2 sessions, 6 July to 13 July 2026.",
        "Session 1, 6 July 2026: before 8, after 5, 3 lower.",
        "Change, 9 July 2026: new bed.",
        "Session 2, 13 July 2026: before 7, after 5, 2 lower.",
        "Reading, 14 July 2026: 4.",
    ]


def test_a_rise_and_a_missing_score_are_said() -> None:
    figures = trend("neck", [a_session(5, 6.5, condition="neck"), a_session(4, None, condition="neck", at=7)])
    assert spoken_trend(figures)[3:] == [
        "Session 1, 6 July 2026: before 5, after 6.5, 1.5 higher.",
        "Session 2, 13 July 2026: before 4, after missing.",
    ]


def test_a_session_has_the_id_that_people_type() -> None:
    figures = trend("neck", [a_session(5, 4, condition="neck", number=41)])
    assert spoken_trend(figures)[3] == "Session 41, 6 July 2026: before 5, after 4, 1 lower."


def test_words_of_a_person_stay_on_one_line() -> None:
    picture = Picture("neck", bars_of([(5, 4)]), marks=(Mark(date(2026, 7, 8), "a\nb\x1b[2J"),))
    lines = spoken_trend(replace(trend("neck", []), picture=picture))
    assert lines[-1] == r"Change, 8 July 2026: a b\x1b[2J."


@given(picture=pictures())
def test_every_fact_of_the_picture_has_a_line_of_its_own(picture: Picture) -> None:
    lines = spoken_trend(replace(trend("neck", []), picture=picture))[3:]
    readings = [*picture.early, *(each for bar in picture.bars for each in bar.readings)]
    assert len(lines) == len(picture.bars) + len(readings) + len(picture.marks)
    assert all(line.endswith(".") and "\n" not in line for line in lines)
    for bar in picture.bars:
        before, after = (show_score(score) or "missing" for score in (bar.before, bar.after))
        assert any(f"Session {bar.label}, " in line and f": before {before}, after {after}" in line for line in lines)
