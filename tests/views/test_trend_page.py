"""The trend around its chart, and as JSON."""

from datetime import timedelta

import pytest

from paintrack.domain.entry import AnyEntry
from paintrack.domain.text import width_of
from paintrack.domain.trend import Trend
from paintrack.views.trend_page import also_recorded, as_json, no_session, page
from tests.courses import K1_AFTER, K1_BEFORE, back, reading, session, trend
from tests.remarks import a_note

K1: list[AnyEntry] = [
    session(7 * week, back(*scores)) for week, scores in enumerate(zip(K1_BEFORE, K1_AFTER, strict=True))
]


def k1(condition: str = "lower back") -> Trend:
    """K1 with its goal and note."""
    return trend(condition, K1, goal=3, notes=[a_note("amitriptyline", day=44)])


def test_the_scale_stands_at_the_right_where_there_is_room() -> None:
    scale = "0 none, 10 worst imaginable"
    assert page(k1(), "(chart)", width=80).splitlines()[:2] == [
        f"Lower back, 10 sessions, 6 Jul to 7 Sep 2026    {scale}",
        "(chart)",
    ]
    assert scale not in page(k1(), "(chart)", width=60)


def test_without_a_chart_there_is_one_sentence_a_line() -> None:
    lines = page(k1(), "", width=40).splitlines()
    assert [line.partition(" ")[0] for line in lines] == [
        "Lower",
        "Course:",
        "In",
        "Between:",
        "Goal",
        "Note",
        "People",
    ]
    assert all(line.endswith(".") for line in lines)


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_the_sentences_fit(width: int) -> None:
    assert max(map(width_of, page(k1(), "(chart)", width=width).splitlines())) <= width


def test_a_condition_without_a_session() -> None:
    assert no_session(trend("neck", K1), ["lower back"], in_all=0, width=200) == (
        'No session for neck. Also recorded: lower back. See one: paintrack trend --for "lower back"'
    )
    assert no_session(trend("pain", []), [], in_all=0, width=80) == (
        "No session for pain yet. Start with: paintrack before 7"
    )
    two = [reading(0, 4), reading(1, 3)]
    assert no_session(trend("lower back", two), [], in_all=0, width=80) == (
        "lower back: 2 readings and no session yet. See them: paintrack list"
    )
    one_of_k1 = trend("lower back", K1[:1], shown=set())
    assert no_session(one_of_k1, ["neck"], in_all=1, width=200) == (
        'The filters do not fit the 1 session for lower back. See: paintrack list --for "lower back"'
    )
    assert no_session(trend("lower back", K1, shown=set()), [], in_all=10, width=200) == (
        'The filters do not fit any of the 10 sessions for lower back. See: paintrack list --for "lower back"'
    )
    assert "\u202e" not in also_recorded(["a\u202eb"]) + no_session(trend("a\u202eb", []), [], in_all=0, width=80)


def test_the_name_of_what_was_rated_is_never_raw() -> None:
    rated = [session(0, back(8, 5)._replace(condition="\x1b[31m\u202eback"))]
    text = page(trend("\x1b[31m\u202eback", rated), "", width=80)
    assert text.startswith(r"\x1b[31m\u202eback, 1 session, 6 Jul 2026")


def test_json_has_every_figure_at_full_precision_and_null_for_what_is_missing() -> None:
    found = as_json(trend("lower back", K1[:3]))
    assert found["course"]["per_session"]["value"] == -0.5
    assert (found["course"]["change"], found["half_back"], found["goal"], found["marks"]) == (None, None, None, [])
    assert found["visits"][0] == {
        "number": 1,
        "at": "2026-07-06T15:00:00+00:00",
        "before": 8,
        "after": 5,
        "uid": K1[0].uid,
    }
    assert as_json(k1())["course"]["per_session"]["value"] == pytest.approx(-3 / 7, abs=1e-15)
    assert as_json(k1())["last_day"] == (K1[0].when.day + timedelta(weeks=9)).isoformat()
