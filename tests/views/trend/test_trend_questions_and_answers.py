"""What the numbers say: the right words at each number of sessions, and never a cause, praise or a p-value."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.condition.chart_data import Mark
from paintrack.model.entries import AnyEntry
from paintrack.views.text_layout import width_of
from paintrack.views.trend import trend_questions_and_answers as views
from paintrack.views.trend.course_sentences import MEDIAN, headline, short_summary
from paintrack.views.trend.relief_and_carry_over_sentences import FALL
from paintrack.views.trend.trend_screen import trend_screen
from tests.factories.courses import K1_AFTER, K1_BEFORE, weekly
from tests.factories.courses import trend as trend_of_history
from tests.factories.entries import a_note, a_plan, a_reading, a_session, day_after
from tests.program import unwrapped
from tests.views.forbidden_claims import FORBIDDEN_CLAIMS
from tests.views.trend.trend_answers import Scores, answers, course, trend

# What a sentence rests on: sessions, visits, gaps, readings, scores, days.
_RESTS_ON = re.compile(r"[0-9]+ (?:\w+ )*(?:session|visit|gap|reading|score|week)s?\b|sessions [0-9]|middle of [0-9]+")
# The words of our own that are looked for in claims: questions, and what the scores cannot say.
_NO_CLAIMS = (
    "the scores cannot show which helped", "the scores cannot show whether it helped", "How these are worked out",
    "Is it getting better?", "ease by themselves",
)  # fmt: skip


@pytest.mark.parametrize(
    ("after", "answer"),
    [
        ([5], "2 lower (1 session)."),
        ([7, 8, 7], "No change (middle of 3; 1 higher to no change)."),
        ([8, 8.5, 9], "1.5 higher (middle of 3; 2 higher to 1 higher)."),
        ([5, 6, 7], "1 lower (middle of 3; 0 to 2)."),
        ([7, 7, 7], "No change (each of 3 sessions)."),
    ],
)
def test_relief(after: Scores, answer: str) -> None:
    assert answers(trend((7, 7, 7), after))["Right after a session?"] == answer


@pytest.mark.parametrize(
    ("before", "after", "answer"),
    [
        (
            (7,) * 7,
            (5,) * 6,
            "Usually back by the next visit: 2 lower after, 2 higher again (middle of 6 gaps; 2 in each).",
        ),
        (
            (9, 8, 7, 6, 5, 4, 3),
            (6, 5, 4, 3, 2, 1),
            f"In part: 3 lower after, 2 higher again by the next visit (middle of 6 gaps; 2 in each). {FALL}",
        ),
        (
            (7, 6, 5, 4, 3, 2, 1),
            (6, 5, 4, 3, 2, 1),
            f"Still lower at the next visit: 1 lower after, then no change (middle of 6 gaps; no change). {FALL}",
        ),
        (
            (10, 8.5, 7, 5.5, 4, 2.5, 1),
            (9, 7.5, 6, 4.5, 3, 1.5),
            f"Still lower at the next visit: 1 lower after, then 0.5 lower (middle of 6 gaps; 0.5 lower). {FALL}",
        ),
        (
            (3, 4, 5, 6, 7, 8, 9),
            (3, 4, 5, 6, 7, 8),
            "No drop to hold: no change after, then 1 higher by the next visit (middle of 6 gaps; 1 in each).",
        ),
        (
            (7,),
            (4,),
            ("Too early to say: needs a session with both scores, and a score at the next visit within 8 weeks."),
        ),
        ((7, 6), (4,), "Too early to say: 3 lower after, then 2 higher by the next visit (1 gap)."),
        (
            (7,) * 6,
            (5,) * 5,
            "Too early to say: 2 lower after, then 2 higher by the next visit (middle of 5 gaps; 2 in each).",
        ),
    ],
)
def test_what_the_next_visit_says(before: Scores, after: Scores, answer: str) -> None:
    assert answers(trend(before, after))["Does it hold?"] == answer


@pytest.mark.parametrize(("before", "after"), [((7,), ()), ((0, 0, 7), (0, 0, 4))])
def test_where_nothing_can_hold_nothing_is_said_of_it(before: Scores, after: Scores) -> None:
    assert "Does it hold?" not in answers(trend(before, after))


def test_a_part_of_a_course_does_not_ask_for_a_next_visit() -> None:
    sessions = [*weekly((7, 6, 5), (5, 4, 3))]
    assert "Does it hold?" not in answers(trend_of_history("lower back", sessions, selected_uids={sessions[0].uid}))
    # What a reading says of a day is no answer on the next visit.
    entries: list[AnyEntry] = [*sessions, a_reading(4, at=1)]
    of_one = answers(
        trend_of_history("lower back", entries, selected_uids={each.uid for each in (sessions[0], entries[-1])})
    )
    held = "half of the drop or more still there: next day in 1 of 1 session."
    assert of_one["Does it hold?"] == f"Too early to say; {held}"


def test_a_fall_since_the_session_is_lower_in_the_range() -> None:
    text = answers(trend((7, 3, 8, 8), (4, 2, 5)))["Does it hold?"]
    assert "(middle of 3 gaps; 1 lower to 6 higher)" in text


def test_from_0_the_sessions_that_began_above_0_are_named() -> None:
    figures = trend((7, 6, 6, 5, 4, 3, 2, 1, *[0] * 9), (5, 4, 4, 3, 2, 1, *[0] * 11))
    assert answers(figures)["Right after a session?"] == ("2 lower (middle of 8 sessions that began above 0; 1 to 2).")
    assert answers(figures, MEDIAN)["Does it hold?"] == (
        "In part: 2 lower after, 1 higher again by the next visit (median of 8 gaps after sessions that began above 0; "
        "0 to 2). Over the weeks, the scores on arrival fall."
    )
    assert answers(trend((3, 0, 0), (1, 0, 0)))["Right after a session?"] == ("2 lower (1 session that began above 0).")


def test_under_a_falling_course_the_fall_is_named_on_both() -> None:
    figures = trend(K1_BEFORE, K1_AFTER)
    assert answers(figures)["Does it hold?"] == (
        "Usually back by the next visit: 2 lower after, 2 higher again (middle of 9 gaps; 0 to 3). Over the "
        "weeks, the scores on arrival fall."
    )
    page = answers(figures, MEDIAN)["Does it hold?"]
    assert page == answers(figures)["Does it hold?"].replace("middle", "median")
    assert "The fall" not in answers(trend((6,) * 9, (4,) * 9))["Does it hold?"]


def test_readings_say_how_many_sessions_held_by_day() -> None:
    low = [a_reading(4, at=7 * week + day) for week in range(3) for day in (1, 2)]
    high = [a_reading(8, at=7 * week + 6) for week in range(2)]
    assert answers(trend((8,) * 4, (4,) * 4, *low, *high))["Does it hold?"].endswith(
        " Half of the drop or more still there: next day in 3 of 3, days 2 to 3 in 3 of 3, days 4 to 7 in 0 of 2 "
        "sessions."
    )


def test_at_home_is_a_line_of_its_own() -> None:
    weeks = [a_reading(8 - week // 2, at=7 * week + day) for week in range(10) for day in (1, 2, 4)]
    text = answers(trend(K1_BEFORE, K1_AFTER, *weeks))
    assert text["At home"] == (
        "Going down, 8 to 4: 4 lower (50 %); middle of the first 3 and of the last 3 of 10 weeks, 30 readings."
    )
    assert text["Is it getting better?"].startswith("Going down, 7 to 4: ")


def test_readings_alone_answer_from_home() -> None:
    weeks = [a_reading(8 - week // 2, at=7 * week + day) for week in range(10) for day in (1, 2, 4)]
    figures = trend_of_history("lower back", weeks)
    assert headline(figures) == "Lower back at home: going down, 8 to 4"
    assert answers(figures) == {
        "Is it getting better?": (
            "At home: going down, 8 to 4: 4 lower (50 %); middle of the first 3 and of the last 3 of 10 weeks, 30 "
            "readings. No sessions for lower back yet: readings at home only."
        )
    }
    alone = "No sessions for lower back yet: readings at home only."
    few = trend_of_history("lower back", weeks[:4])
    assert headline(few) == "Lower back: 4 readings, numbers only"
    assert answers(few) == {"At home": f"8 (middle of 4 readings; 8 to 8). {alone}"}
    assert answers(trend_of_history("lower back", weeks[:1])) == {"At home": f"8 (1 reading). {alone}"}
    # A filter that leaves the sessions out does not make them none.
    hidden: list[AnyEntry] = [*weeks, a_session(8, 5)]
    filtered = trend_of_history("lower back", hidden, selected_uids={each.uid for each in weeks})
    assert not any(alone in text for text in answers(filtered).values())


def test_weeks_at_home_that_are_mostly_0_are_not_called_so() -> None:
    # `Mostly 0` reads as cured.
    scores = (0, 6, 0) * 3
    weeks = [a_reading(score, at=7 * week + day) for week, score in enumerate(scores) for day in (1, 2, 4)]
    figures = trend_of_history("lower back", weeks)
    assert headline(figures) == "Lower back at home: 0 in half of the weeks or more"
    assert answers(figures)["Is it getting better?"] == (
        "At home: 0 in half of the weeks or more (middle of each of 9 weeks with 3 or more readings, 27 readings). No "
        "sessions for lower back yet: readings at home only."
    )


def test_a_way_at_home_that_is_not_straight_has_three_middles() -> None:
    scores = (7, 7, 7, 7, 3, 3, 3, 7, 7, 7)
    weeks = [a_reading(score, at=7 * week + day) for week, score in enumerate(scores) for day in (1, 2, 4)]
    assert answers(trend_of_history("lower back", weeks))["Is it getting better?"].startswith(
        "At home: not clear yet: 7, then 3, then 7: middles of the first 3, of the middle 4 and of the last 3 of 10 "
        "weeks, 30 readings; it could be "
    )


def test_the_baseline_has_its_n_and_how_many_are_lower() -> None:
    def before_the_first(scores: Scores, *readings: AnyEntry) -> str:
        return answers(trend(scores, (), *readings))["Before the first session"]

    before = [a_reading(score, at=-day) for day, score in enumerate((8, 7, 6, 7), 1)]
    assert before_the_first(K1_BEFORE, *before) == (
        "7 (middle of 4 readings); 6 of the 9 counted scores on arrival are lower."
    )
    assert before_the_first((8, 7, 5), before[1]) == "7 (1 reading); 1 of the 2 counted scores on arrival is lower."
    assert before_the_first((8, 7), before[1]) == "7 (1 reading); the 1 counted score on arrival is not lower."
    assert before_the_first((8, 5), before[1]) == "7 (1 reading); the 1 counted score on arrival is lower."
    assert before_the_first((8,), before[0]) == "8 (1 reading)."
    # Between attacks the arrivals are at 0; that they are lower than an attack says nothing.
    assert before_the_first((0, 0, 0, 6), before[0]) == "8 (1 reading)."


def test_earlier_courses_and_pauses_are_named() -> None:
    later = [a_session(score, 2, at=day) for day, score in ((200, 6), (207, 5), (270, 5))]
    text = answers(trend(K1_BEFORE, K1_AFTER, *later))
    assert text["Other courses"] == (
        "An earlier course: 10 sessions, 6 Jul to 7 Sep 2026: going down, 7 to 4; then a pause of 19 weeks."
    )
    first = trend_of_history("lower back", [*weekly(K1_BEFORE), *later], course_number=1)
    assert answers(first)["Other courses"] == (
        "A later course: 3 sessions, 22 Jan to 2 Apr 2027: too early to say; after a pause of 19 weeks."
    )
    assert text["Pauses"] == "1 longer pause: 29 Jan 2027 to 2 Apr 2027 (63 days)."


def test_of_many_courses_the_newest_are_named() -> None:
    sessions = [a_session(7, 5, at=100 * place) for place in range(6)]
    text = answers(trend_of_history("lower back", sessions))["Other courses"]
    assert text.startswith("Course 5: 1 session, 10 Aug 2027: too early to say; then a pause of 14 weeks. Course 4: ")
    assert text.endswith(". And 2 older courses.")


def test_a_condition_in_one_short_line() -> None:
    assert short_summary(trend(K1_BEFORE)) == "going down, 7 to 4 (10 sessions)"
    assert short_summary(trend((None,), (4,))) == "1 session without a score on arrival"
    assert short_summary(trend_of_history("knee", [a_reading(3, condition="knee", at=1)])) == "1 reading, numbers only"


def test_the_period_says_what_there_is_from_when() -> None:
    def period(*days: int) -> str:
        readings = [a_reading(5, at=day) for day in days]
        return views.trend_period(trend_of_history("lower back", [*weekly(K1_BEFORE), *readings]))

    start = "10 sessions, 6 Jul to 7 Sep 2026"
    assert period() == start
    assert period(3) == f"{start}; 1 reading"
    assert period(-12, -2, 3) == f"{start}; 3 readings from 24 Jun"
    assert period(3, 70) == f"{start}; 2 readings up to 14 Sep"
    assert period(-200, 200) == f"{start}; 2 readings from 18 Dec 2025 to 22 Jan 2027"


def test_a_last_score_long_ago_says_so() -> None:
    figures = trend(K1_BEFORE, (), a_reading(4, at=70))
    assert views.last_score_sentence(figures, day_after(98)) == ""
    assert views.last_score_sentence(figures, day_after(99)) == "Last score 14 Sep 2026, 29 days ago."
    # Neither a filter nor an earlier course makes the last score older.
    history = [*weekly((8, 7)), a_session(6, None, at=200), a_session(None, None, at=210)]
    narrowed: list[dict[str, Any]] = [{"selected_uids": set()}, {"course_number": 1}]
    for options in narrowed:
        text = views.last_score_sentence(trend_of_history("lower back", history, **options), day_after(300))
        assert text == "Last score 22 Jan 2027, 100 days ago."
    assert views.last_score_sentence(trend_of_history("knee", history), day_after(300)) == ""


def test_the_goal_counts_scores_since_the_plan_began() -> None:
    sessions = [a_session(score, 1, at=7 * place) for place, score in enumerate((0, 0, 0, 0, 0, 5, 6, 5, 5, 4))]
    figures = trend_of_history("lower back", sessions, plan=a_plan(goal=3, at=35))
    assert views.goal_sentence(figures) == (
        "Goal 3 on arrival, since the plan began: not reached yet (lowest of 5 arriving scores: 4)."
    )


def test_over_400_sessions_the_blocks_are_named() -> None:
    falling = [round(9 - 6 * place / 500, 1) for place in range(500)]
    assert re.search(r"Going down, .*; rests on medians of [0-9]{2,3} blocks\.$", course(falling))
    assert "blocks" not in course(falling[:400])


def test_notes_are_named_once_with_what_cannot_be_told() -> None:
    one, two = Mark(day_after(44), "amitriptyline"), Mark(day_after(50), "new\x1bmattress")
    assert views.marks_sentence([]) == ""
    assert views.marks_sentence([one]) == (
        'You also noted "amitriptyline" on 19 Aug; the scores cannot show which helped, if either.'
    )
    assert views.marks_sentence([one], are_beside_sessions=False) == (
        'You also noted "amitriptyline" on 19 Aug; the scores cannot show whether it helped.'
    )
    assert '" on 19 Aug 2026; the' in views.marks_sentence([one], has_year=True)
    long = Mark(day_after(44), f"amitriptyline {'word ' * 20}")
    assert views.marks_sentence([long, one], longest=24) == (
        'You also noted "amitriptyline word wo..." on 19 Aug and "amitriptyline" on 19 Aug; the scores cannot show '
        "which helped, if any. In full: paintrack note --list"
    )
    assert views.marks_sentence([long]).count("word") == 20
    assert views.marks_sentence([one] * 5).count("amitriptyline") == 5
    assert views.marks_sentence([long, *[one] * 5]) == (
        'You also noted 6 changes, the newest "amitriptyline" on 19 Aug, "amitriptyline" on 19 Aug and '
        '"amitriptyline" on 19 Aug; the scores cannot show which helped, if any. All: paintrack note --list'
    )
    assert views.marks_sentence([one, two]) == (
        'You also noted "amitriptyline" on 19 Aug and "new\\x1bmattress" on 25 Aug; '
        "the scores cannot show which helped, if any."
    )


def test_the_goal() -> None:
    def goal(goal: float | None, before: Scores = K1_BEFORE) -> str:
        sessions = [a_session(score, 1, at=7 * week) for week, score in enumerate(before)]
        return views.goal_sentence(trend_of_history("lower back", sessions, goal=goal))

    assert goal(3) == "Goal 3 on arrival, since the plan began: not reached yet (lowest of 10 arriving scores: 4)."
    start = "on arrival, since the plan began: first reached at session"
    assert goal(4) == f"Goal 4 {start} 9, Mon 31 Aug 2026, and at the next one again."
    assert goal(5) == f"Goal 5 {start} 6, Mon 10 Aug 2026; twice in a row from session 8, Mon 24 Aug 2026."
    assert goal(2, (0, 0, 8, 0, 0, 7)) == (
        "Goal 2 on arrival, since the plan began: not stated, since the 6 arriving scores are mostly 0."
    )
    assert goal(None) == goal(3, [None]) == ""
    assert goal(3, [5]) == "Goal 3 on arrival, since the plan began: not reached yet (the only arriving score: 5)."


def test_the_goal_names_a_session_by_its_id() -> None:
    sessions = [a_session(score, 1, at=7 * week, number=20 + week) for week, score in enumerate(K1_BEFORE)]
    text = views.goal_sentence(trend_of_history("lower back", sessions, goal=5))
    assert "first reached at session 25, Mon 10 Aug 2026; twice in a row from session 27, Mon 24 Aug 2026." in text


_SCORES = st.none() | st.integers(0, 100).map(lambda tenths: tenths / 10) | st.integers(0, 10)
_PAIRS = st.lists(st.tuples(_SCORES, _SCORES), max_size=16)
_READINGS = st.lists(st.tuples(st.integers(0, 120), st.integers(0, 10)), max_size=12, unique_by=lambda each: each[0])


@given(
    _PAIRS,
    _READINGS,
    st.sampled_from(["lower back", "migraine", "anxiety", "sleep"]),
    st.none() | st.integers(0, 10),
    st.sampled_from([40, 59, 60, 80, 200]),
    st.sampled_from([7, 30, 70, 100]),
)
def test_no_cause_no_praise_and_no_figure_without_its_n(
    pairs: list[tuple[float | None, float | None]],
    readings: list[tuple[int, int]],
    condition: str,
    goal: int | None,
    width: int,
    every: int,
) -> None:
    sessions = [a_session(*pair, condition=condition, at=every * place) for place, pair in enumerate(pairs)]
    rated = [a_reading(score, condition=condition, at=day) for day, score in readings]
    figures = trend_of_history(condition, [*sessions, *rated], goal=goal, notes=[a_note("amitriptyline", at=9)])
    for middle in ("middle", MEDIAN):
        for question, answer in views.answers(figures, middle=middle):
            assert question is views.TrendQuestion.PAUSES or _RESTS_ON.search(answer.replace("median", "middle")), (
                answer
            )
            assert not re.search(r"\b(judged|level|clearly)\b", answer)
    plain, with_chart = (
        trend_screen(figures, chart, width=width, today=day_after(every * 20)) for chart in ("", "(the chart)")
    )
    for text in (plain, with_chart):
        claims = unwrapped(text)
        for words in _NO_CLAIMS:
            claims = claims.replace(words, "")
        assert not FORBIDDEN_CLAIMS.search(claims), text
        assert "None" not in text
        assert "nan" not in text.split()
    assert max(map(width_of, with_chart.splitlines())) <= width


@pytest.mark.parametrize("claim", ["it works", "Caused by needles", "no effect", "p < 0.05", "well done", "this helps"])
def test_the_words_that_are_looked_for_are_found(claim: str) -> None:
    assert FORBIDDEN_CLAIMS.search(claim)
