"""What the numbers say: the right words at each number of sessions, and never a cause, praise or a p-value."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.condition.chart_data import Mark
from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.model.entries import AnyEntry
from paintrack.views.text_layout import width_of
from paintrack.views.trend import trend_sentences as views
from paintrack.views.trend.trend_screen import trend_screen
from tests.factories.courses import K1_AFTER, K1_BEFORE, weekly
from tests.factories.courses import trend as trend_of_history
from tests.factories.entries import a_note, a_plan, a_reading, a_session, day_after, moment
from tests.views.never_said import NEVER_SAID

Scores = Sequence[float | None]
NO_DROP = "3 sessions without a drop"
WENT, MIDDLE = "The score you arrive with went from", "(middle of the first and of the last 3 of"
_RESTS_ON = re.compile(r"[0-9]+ (?:session|pair|arriving score)s?\b|middle of [0-9]+|sessions? [0-9]+|last 3 of [0-9]+")


def trend(before: Scores, after: Scores = (), *more: AnyEntry, condition: str = "lower back") -> ConditionFigures:
    """The trend of weekly sessions."""
    afters = [*after, *[None] * (len(before) - len(after))]
    return trend_of_history(condition, [*weekly(before, afters, condition=condition), *more])


def sentences_of(before: Scores, after: Scores = (), *, condition: str = "lower back") -> dict[str, str]:
    """The sentences by their label."""
    return dict(views.labelled_sentences(trend(before, after, condition=condition)))


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ((8,), "You arrived with 8 (1 session)."),
        ((8, 7.5), "You arrived with 8 at first and 7.5 most recently (2 sessions): too few to judge."),
        ((8, 7, 7), "You arrived with 8 at first and 7 most recently (3 sessions): too few to judge."),
        ((5, 5, 6, 5, 5), "You arrived with 5 at first and 5 most recently (5 sessions): too few to judge."),
        (
            (8, 7, 7, 5, 5, 4),
            f"{WENT} 7 to 5 {MIDDLE} 6 sessions): early, too few to judge.",
        ),
        (
            (8, 7, 7, 6, 5, 5, 4),
            f"{WENT} 7 to 5 {MIDDLE} 7 sessions): early, too few to judge.",
        ),
        (
            (8, 8, 7, 6, 6, 5, 4, 4),
            f"{WENT} 8 to 4 {MIDDLE} 8 sessions): going down, 4 points (50 %) lower, a substantial change.",
        ),
        (
            (2, 3, 3, 4, 5, 6, 6, 7),
            f"{WENT} 3 to 6 {MIDDLE} 8 sessions): going up, 3 points (100 %) higher, worse.",
        ),
        (
            (7, 7, 6, 7, 7, 6, 7, 7),
            f"{WENT} 7 to 7 {MIDDLE} 8 sessions): not enough to tell.",
        ),
        (
            K1_BEFORE,
            f"{WENT} 7 to 4 {MIDDLE} 10 sessions): going down, 3 points (43 %) lower, a moderate change.",
        ),
    ],
    ids=lambda value: str(len(value)) if isinstance(value, tuple) else None,
)
def test_each_number_of_sessions_has_its_words(before: Scores, sentence: str) -> None:
    assert sentences_of(before)["Course"] == sentence


def test_one_point_is_one_point() -> None:
    assert sentences_of((9, 8, 8, 8, 7, 7, 7, 6))["Course"].endswith(
        ": going down, 1 point (12 %) lower, a minimal change."
    )


def test_what_is_no_pain_gets_no_grade() -> None:
    assert sentences_of(K1_BEFORE, condition="anxiety")["Course"].endswith(
        "of 10 sessions): going down, 3 points (43 %) lower."
    )


def test_when_most_scores_are_0_days_are_counted_instead() -> None:
    migraine = (0, 7, 0, 0, 0, 6, 0, 0)
    assert sentences_of(migraine, condition="migraine")["Course"] == (
        "Half or more of the 8 arriving scores are 0, so no course is stated. 2 days above 0 were recorded in "
        "50 days, 1.1 per four weeks; their middle score is 6.5."
    )
    assert sentences_of((0, 0, 0))["Course"] == (
        "Half or more of the 3 arriving scores are 0, so no course is stated. 0 days above 0 were recorded in 15 days."
    )
    assert sentences_of((0, 0, 7))["Course"].endswith("1 day above 0 was recorded in 15 days; its score is 7.")


def test_from_a_median_of_0_there_are_points_but_no_percent() -> None:
    assert sentences_of((0, 0, 1, 5, 5, 5, 6, 7))["Course"].endswith(": going up, 6 points higher, worse.")


def test_a_flat_course_with_relief_says_both() -> None:
    flat = (7, 7, 6, 7, 7, 6, 7, 7)
    assert sentences_of(flat, [each - 3 for each in flat])["In session"] == (
        "You leave with 3 less than you came with (middle of 8, 95 % range 3 to 3; least 3, most 3), and the level you "
        "arrive with has not clearly changed."
    )
    assert sentences_of(K1_BEFORE, K1_AFTER)["In session"] == (
        "You leave with 2 less than you came with (middle of 10, 95 % range 2 to 3; least 1, most 3), and the level "
        "you arrive with is going down."
    )


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        ([5], "You leave with 2 less than you came with (1 session)."),
        (
            [7, 8, 7],
            f"You leave with the score you came with (middle of 3; from 1 more to no change, {NO_DROP}).",
        ),
        (
            [8, 8.5, 9],
            f"You leave with 1.5 more than you came with (middle of 3; from 2 more to 1 more, {NO_DROP}).",
        ),
    ],
)
def test_no_change_and_more_are_said_as_such(after: Scores, sentence: str) -> None:
    assert sentences_of((7, 7, 7), after)["In session"] == sentence


def test_missing_afters_leave_their_pairs_out() -> None:
    sentences = sentences_of((8, 7, 7, 6), (5, None, 4, None))
    assert sentences["In session"] == "You leave with 3 less than you came with (middle of 2; least 3, most 3)."
    assert sentences["Between"] == (
        "Of the 6 lost in sessions 1 to 3, 4 were back by the next session and 2 stayed away (2 pairs of sessions)."
    )
    assert set(sentences_of((8, 7, 7))) == {"Course"}
    assert "Course" not in sentences_of((None, None), (3, 4))


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ((5, 3), (4,), "Of the 1 lost in session 1, none was back by the next session, and 1 more went in between"),
        ((5, 7), (3,), "Of the 2 lost in session 1, all were back by the next session, and 2 on top"),
        ((5, 4), (3,), "Of the 2 lost in session 1, 1 was back by the next session and 1 stayed away"),
    ],
)
def test_what_came_back(before: Scores, after: Scores, sentence: str) -> None:
    arrivals = f" (first arrival {before[0]}, last arrival {before[1]})."
    assert sentences_of(before, after)["Between"] == sentence + arrivals


def test_nothing_lost_is_said() -> None:
    assert sentences_of((5, 5), (6, 6))["Between"] == (
        "The scores after were 1 higher in all than the scores before in session 1, and by the next session 1 lower "
        "in all (1 pair of sessions)."
    )
    assert sentences_of((5, 5, 5, 5), (3, 7, 5, 5))["Between"] == (
        "The scores after were as high in all as the scores before in sessions 1 to 3, and by the next session the "
        "same in all (3 pairs of sessions)."
    )
    assert sentences_of((0, 0, 6), (0, 0, 2))["Between"].endswith(
        "as high in all as the scores before in sessions 1 to 2, and by the next session 6 higher in all (2 pairs of "
        "sessions)."
    )


def test_a_visit_without_this_score_in_between_is_counted() -> None:
    sessions = [a_session(8, 4, at=14 * place) for place in range(3)]
    figures = trend_of_history("lower back", [*sessions, a_session(ratings=(), at=7), a_session(ratings=(), at=21)])
    assert views.labelled_sentences(figures)[-1][1] == (
        "Of the 8 lost in sessions 1 to 2, 8 were back by the next session and 0 stayed away (first arrival 8, last "
        "arrival 8; 2 visits without this score in between)."
    )


def test_a_broken_chain_gives_its_pairs_and_the_visits_between() -> None:
    sessions = [a_session(8, 4 if place != 1 else None, at=14 * place) for place in range(4)]
    figures = trend_of_history("lower back", [*sessions, a_session(ratings=(), at=7)])
    assert views.labelled_sentences(figures)[-1][1] == (
        "Of the 8 lost in sessions 1 to 3, 8 were back by the next session and 0 stayed away (2 pairs of sessions; "
        "1 visit without this score in between)."
    )


def test_the_goal_counts_scores_since_the_plan_began() -> None:
    sessions = [a_session(score, 1, at=7 * place) for place, score in enumerate((0, 0, 0, 0, 0, 5, 6, 5, 5, 4))]
    figures = trend_of_history("lower back", sessions, plan=a_plan(goal=3, at=35))
    assert views.goal_sentence(figures) == (
        "Goal 3 on arrival, since the plan began: not reached yet (lowest of 5 arriving scores: 4)."
    )


def test_sums_of_a_long_history_keep_their_last_digit() -> None:
    number = 20_000
    between = sentences_of((10,) * number, (0.5,) * number)["Between"]
    assert between.startswith("Of the 189990.5 lost in sessions 1 to 19999, 189990.5 were back")


def test_holding_needs_five_sessions_with_readings() -> None:
    before, after = (8,) * 6, (4,) * 6
    back_at_day_3 = [a_reading(6, at=7 * week + 3) for week in range(5)]
    assert views.labelled_sentences(trend(before, after, *back_at_day_3))[-1] == (
        "Holding",
        "Half of the drop was seen back by day 3 (estimated middle of 5 sessions with a drop and readings; seen in 5).",
    )
    low = [a_reading(4, at=7 * week + 6) for week in range(5)]
    assert views.labelled_sentences(trend(before, after, *low))[-1] == (
        "Holding",
        "Still lower at day 6, the last reading (5 sessions with a drop and readings).",
    )
    shorter = [a_reading(4, at=7 * week + (6 if week == 4 else 1)) for week in range(5)]
    assert views.labelled_sentences(trend(before, after, *shorter))[-1][1] == (
        "Still lower at each last reading, on day 1 to day 6 (5 sessions with a drop and readings)."
    )
    assert views.labelled_sentences(trend(before, after, *shorter[:4], a_reading(7, at=28 + 1)))[-1][1] == (
        "In 4 of 5 sessions with a drop and readings half of the drop was not seen back by the last reading, on day 1."
    )
    assert views.labelled_sentences(trend(before, after, *shorter[1:], a_reading(7, at=1)))[-1][1] == (
        "In 4 of 5 sessions with a drop and readings half of the drop was not seen back by each last reading, on day 1 "
        "to day 6."
    )
    # One of five saw it, on the longest watch: the middle rests on it, and says so.
    late = [*shorter[:4], a_reading(7, at=28 + 6)]
    assert views.labelled_sentences(trend(before, after, *late))[-1][1].endswith(
        "by day 6 (estimated middle of 5 sessions with a drop and readings; seen in 1)."
    )
    same_day = [a_reading(7, at=moment(7 * week, hours=2)) for week in range(5)]
    assert "seen back by the same day" in views.labelled_sentences(trend(before, after, *same_day))[-1][1]
    assert [label for label, _ in views.labelled_sentences(trend(before, after, *low[:4]))] == [
        "Course",
        "In session",
        "Between",
    ]


def test_over_400_sessions_the_blocks_are_named() -> None:
    falling = [9 - 6 * place / 500 for place in range(500)]
    course = sentences_of([round(score, 1) for score in falling])["Course"]
    assert re.search(r"going down, .* Slopes rest on medians of [0-9]{2,3} blocks of sessions\.$", course)
    assert "blocks" not in sentences_of([round(score, 1) for score in falling[:400]])["Course"]


def test_notes_are_named_once_with_what_cannot_be_told() -> None:
    one, two = Mark(day_after(44), "amitriptyline"), Mark(day_after(50), "new\x1bmattress")
    assert views.marks_sentence([]) == ""
    assert views.marks_sentence([one]) == (
        'You also noted "amitriptyline" on 19 Aug; the scores cannot show which helped, if either.'
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
        "Goal 2 on arrival, since the plan began: not stated, since half or more of the 6 arriving scores are 0."
    )
    assert goal(None) == goal(3, [None]) == ""


_SCORES = st.none() | st.integers(0, 100).map(lambda tenths: tenths / 10) | st.integers(0, 10)
_PAIRS = st.lists(st.tuples(_SCORES, _SCORES), max_size=16)
_READINGS = st.lists(st.tuples(st.integers(0, 120), st.integers(0, 10)), max_size=12, unique_by=lambda each: each[0])


@given(
    _PAIRS,
    _READINGS,
    st.sampled_from(["lower back", "migraine", "anxiety", "sleep"]),
    st.none() | st.integers(0, 10),
    st.sampled_from([40, 59, 60, 80, 200]),
)
def test_no_cause_no_praise_and_no_figure_without_its_n(
    pairs: list[tuple[float | None, float | None]],
    readings: list[tuple[int, int]],
    condition: str,
    goal: int | None,
    width: int,
) -> None:
    sessions = [a_session(*pair, condition=condition, at=7 * week) for week, pair in enumerate(pairs)]
    rated = [a_reading(score, condition=condition, at=day) for day, score in readings]
    figures = trend_of_history(condition, [*sessions, *rated], goal=goal, notes=[a_note("amitriptyline", at=9)])
    each = [sentence for _, sentence in views.labelled_sentences(figures)]
    assert len(each) <= 4
    for sentence in (*each, views.goal_sentence(figures)):
        assert not sentence or _RESTS_ON.search(sentence), sentence
    plain, with_chart = trend_screen(figures, "", width=width), trend_screen(figures, "(the chart)", width=width)
    for text in (plain, with_chart):
        # The one sentence that names help denies that the scores show it.
        claims = " ".join(text.split()).replace("the scores cannot show which helped", "")
        assert not NEVER_SAID.search(claims), text
        assert "None" not in text
        assert "nan" not in text.split()
    assert max(map(width_of, with_chart.splitlines())) <= width


@pytest.mark.parametrize("claim", ["it works", "Caused by needles", "no effect", "p < 0.05", "well done", "this helps"])
def test_the_words_that_are_looked_for_are_found(claim: str) -> None:
    assert NEVER_SAID.search(claim)
