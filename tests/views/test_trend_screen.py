"""The trend around its chart, and as JSON."""

from datetime import timedelta

import pytest

from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.views.text_layout import width_of
from paintrack.views.trend.trend_screen import no_session_notice, other_conditions_hint, trend_json, trend_screen
from tests.factories.courses import k1_sessions, trend
from tests.factories.entries import a_note, a_reading, a_session

K1 = k1_sessions()


def k1_trend(condition: str = "lower back") -> ConditionFigures:
    """K1 with its goal and note."""
    return trend(condition, K1, goal=3, notes=[a_note("amitriptyline", at=44)])


def test_the_scale_stands_at_the_right_where_there_is_room() -> None:
    scale = "0 none, 10 worst imaginable"
    assert trend_screen(k1_trend(), "(chart)", width=80).splitlines()[:2] == [
        f"Lower back, 10 sessions, 6 Jul to 7 Sep 2026    {scale}",
        "(chart)",
    ]
    assert scale not in trend_screen(k1_trend(), "(chart)", width=60)


def test_without_a_chart_there_is_one_sentence_a_line() -> None:
    lines = trend_screen(k1_trend(), "", width=40).splitlines()
    assert [line.partition(" ")[0] for line in lines] == [
        "Lower",
        "Course:",
        "In",
        "Between:",
        "Goal",
        "You",
        "People",
    ]
    assert all(line.endswith(".") for line in lines)


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_the_sentences_fit(width: int) -> None:
    assert max(map(width_of, trend_screen(k1_trend(), "(chart)", width=width).splitlines())) <= width


def test_a_condition_without_a_session() -> None:
    assert no_session_notice(trend("neck", K1), ["lower back"], in_all=0, width=200) == (
        'No session for neck. Also recorded: lower back. See one: paintrack trend --for "lower back"'
    )
    assert no_session_notice(trend("pain", []), [], in_all=0, width=80) == (
        "No session for pain yet. Start with: paintrack before 7"
    )
    two = [a_reading(4, at=0), a_reading(3, at=1)]
    assert no_session_notice(trend("lower back", two), [], in_all=0, width=80) == (
        "lower back: 2 readings and no session yet. See them: paintrack list"
    )
    one_of_k1 = trend("lower back", K1[:1], selected_uids=set())
    assert no_session_notice(one_of_k1, ["neck"], in_all=1, width=200) == (
        'The filters do not fit the 1 session for lower back. See: paintrack list --for "lower back"'
    )
    assert no_session_notice(trend("lower back", K1, selected_uids=set()), [], in_all=10, width=200) == (
        'The filters do not fit any of the 10 sessions for lower back. See: paintrack list --for "lower back"'
    )
    assert "\u202e" not in other_conditions_hint(["a\u202eb"]) + no_session_notice(
        trend("a\u202eb", []), [], in_all=0, width=80
    )


def test_the_name_of_what_was_rated_is_never_raw() -> None:
    rated = [a_session(8, 5, condition="\x1b[31m\u202eback")]
    text = trend_screen(trend("\x1b[31m\u202eback", rated), "", width=80)
    assert text.startswith(r"\x1b[31m\u202eback, 1 session, 6 Jul 2026")


def test_json_is_at_full_precision_and_null_where_missing() -> None:
    figures = trend_json(trend("lower back", K1[:3]))
    assert figures["course"]["per_session"]["value"] == -0.5
    assert (figures["course"]["change"], figures["half_back"], figures["goal"], figures["marks"]) == (
        None,
        None,
        None,
        [],
    )
    assert figures["visits"][0] == {
        "number": 1,
        "at": "2026-07-06T14:02:00+02:00",
        "before": 8,
        "after": 5,
        "uid": K1[0].uid,
    }
    assert trend_json(k1_trend())["course"]["per_session"]["value"] == pytest.approx(-3 / 7, abs=1e-15)
    assert trend_json(k1_trend())["last_day"] == (K1[0].when.day + timedelta(weeks=9)).isoformat()
