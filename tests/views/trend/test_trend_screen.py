"""The trend around its chart, and as JSON."""

import re
from datetime import timedelta

import pytest

from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.views.text_layout import width_of
from paintrack.views.trend.trend_json import trend_json
from paintrack.views.trend.trend_screen import no_session_notice, other_conditions_hint, trend_screen
from tests.factories.courses import k1_sessions, trend
from tests.factories.entries import a_note, a_session, day_after

K1 = k1_sessions()
TODAY = day_after(63)


def k1_trend(condition: str = "lower back") -> ConditionFigures:
    """K1 with its goal and note."""
    return trend(condition, K1, goal=3, notes=[a_note("amitriptyline", at=44)])


def test_the_answer_leads_and_the_period_stands_beside_it() -> None:
    assert trend_screen(k1_trend(), "(chart)", width=80, today=TODAY).splitlines()[:2] == [
        "Lower back score: going down, 7 to 4            10 sessions, 6 Jul to 7 Sep 2026",
        "(chart)",
    ]
    assert trend_screen(k1_trend(), "(chart)", width=60, today=TODAY).splitlines()[:2] == [
        "Lower back score: going down, 7 to 4",
        "10 sessions, 6 Jul to 7 Sep 2026",
    ]


def test_answer_and_questions_are_bold_and_what_is_beside_them_is_dim() -> None:
    for width in (60, 80):
        text = trend_screen(k1_trend(), "(chart)", width=width, today=TODAY, colours=256)
        assert text.startswith("\x1b[1mLower back score: going down, 7 to 4\x1b[0m")
        assert "\x1b[2m10 sessions, 6 Jul to 7 Sep 2026\x1b[0m\n(chart)" in text
        for question in ("Is it getting better?", "Right after a session?", "Does it hold?"):
            assert f"\n\x1b[1m{question}\x1b[0m   " in text
        assert text.endswith("\n\x1b[2mHow these are worked out: paintrack trend --explain\x1b[0m")
        assert re.sub(r"\x1b\[\dm", "", text) == trend_screen(k1_trend(), "(chart)", width=width, today=TODAY)


def test_without_a_chart_there_is_one_sentence_a_line() -> None:
    lines = trend_screen(k1_trend(), "", width=40, today=TODAY).splitlines()
    assert [" ".join(line.split()[:2]) for line in lines] == [
        "Scores: 0",
        "Lower back",
        "10 sessions,",
        *[f"Session {number}," for number in range(1, 8)],
        "Change, 19",
        *[f"Session {number}," for number in range(8, 11)],
        "Is it",
        "Right after",
        "Does it",
        "Goal 3",
        "You also",
        "The first",
    ]
    assert all(line.endswith(".") for line in lines)


def test_what_is_left_out_is_counted_with_the_way_back() -> None:
    part = trend("lower back", K1, selected_uids={session.uid for session in K1[6:]})
    assert "6 sessions of this course left out by your options. All of it: paintrack trend --for neck" in trend_screen(
        part, "", width=80, today=TODAY, typed=" --for neck"
    )
    assert "left out" not in trend_screen(k1_trend(), "", width=80, today=TODAY)


def test_another_course_is_named_with_the_option_that_shows_it() -> None:
    history = [*K1, a_session(7, 5, at=200)]
    assert trend_screen(trend("lower back", history), "", width=80, today=TODAY).splitlines()[-1] == (
        "This is course 2 of 2. A pause of more than 12 weeks begins a new one. See: paintrack trend --course 1"
    )
    first = trend("lower back", history, course_number=1, selected_uids={K1[0].uid})
    assert first.left_out == 9
    text = trend_screen(first, "", width=80, today=TODAY)
    assert "All of it: paintrack trend --course 1" in text
    assert text.endswith("See: paintrack trend --course 2")


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_the_sentences_fit(width: int) -> None:
    assert max(map(width_of, trend_screen(k1_trend(), "(chart)", width=width, today=TODAY).splitlines())) <= width


def test_a_condition_without_a_session() -> None:
    assert no_session_notice(trend("neck", K1), ["lower back"], in_all=0, width=200) == (
        'No session for neck. Also: lower back. See one: paintrack trend --for "lower back"'
    )
    assert no_session_notice(trend("pain", []), [], in_all=0, width=80) == (
        "No session for pain yet. Start with: paintrack before 7"
    )
    one_of_k1 = trend("lower back", K1[:1], selected_uids=set())
    assert no_session_notice(one_of_k1, ["neck"], in_all=1, width=200) == (
        'The filters do not fit the 1 session for lower back. See: paintrack list --for "lower back"'
    )
    assert no_session_notice(trend("lower back", K1, selected_uids=set()), [], in_all=10, width=200) == (
        'The filters do not fit any of the 10 sessions for lower back. See: paintrack list --for "lower back"'
    )
    assert "\u202e" not in other_conditions_hint(["a\u202eb"], 80) + no_session_notice(
        trend("a\u202eb", []), [], in_all=0, width=80
    )


def test_the_name_of_what_was_rated_is_never_raw() -> None:
    rated = [a_session(8, 5, condition="\x1b[31m\u202eback")]
    text = trend_screen(trend("\x1b[31m\u202eback", rated), "", width=80, today=TODAY)
    assert text.splitlines()[1] == r"\x1b[31m\u202eback score: too early to say."


def test_json_is_at_full_precision_and_null_where_missing() -> None:
    figures = trend_json(trend("lower back", K1[:3]))
    assert figures["course"]["judged"] == 2
    assert [figures["course"][name] for name in ("per_session", "change", "theil_sen", "probability_of_a_fall")] == (
        [None] * 4
    )
    assert (figures["home"], figures["goal"], figures["marks"], figures["other_courses"]) == (None, None, [], [])
    assert figures["visits"][0] == {
        "number": 1,
        "at": "2026-07-06T14:02:00+02:00",
        "before": 8,
        "after": 5,
        "uid": K1[0].uid,
    }
    course = trend_json(k1_trend())["course"]
    assert (course["verdict"], course["judged"], course["change"]["lower"]) == ("going down", 9, 3)
    assert course["per_session"]["interval"]["low"] < course["per_session"]["value"] < 0
    assert 0.976 <= course["probability_of_a_fall"] < 1
    assert trend_json(k1_trend())["last_day"] == (K1[0].when.day + timedelta(weeks=9)).isoformat()
