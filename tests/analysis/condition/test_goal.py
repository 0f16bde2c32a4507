"""How many sessions: done, reached, held, and still expected."""

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from paintrack.analysis.condition.course import course_of
from paintrack.analysis.condition.goal import GoalState, Progress, goal_state, progress_of
from paintrack.analysis.condition.verdict import Verdict
from tests.factories.courses import K1_BEFORE, arrivals


def progress(scores: list[float] | tuple[float, ...], goal: float | None) -> Progress:
    came = arrivals(scores)
    return progress_of(
        came, course_of(came, "lower back"), seen=came[-1].number if came else 0, done=len(scores), goal=goal
    )


def met(progress: Progress) -> tuple[int | None, int | None, tuple[int, int] | None]:
    """The numbers of the sessions at which the goal was reached and held, and when it is expected."""
    assert progress.goal is not None
    reached, held = progress.goal.reached, progress.goal.held
    return reached and reached.number, held and held.number, progress.expected


# Half a point lower a session, in steps: its slope is known to 0.36 to 0.64 a session.
STEADY = (8, 8, 7, 7, 6, 6, 5, 5, 4, 4)


def test_a_steady_fall_may_meet_goal_3_at_session_11_to_15() -> None:
    # (6, 6) without the first score, 3 points to go: 6 + 3/0.644 = 10.7 and 6 + 3/0.356 = 14.4.
    assert progress(STEADY, 3) == Progress(
        done=10, goal=GoalState(goal=3, n=10, mostly_zero=False, lowest=4, reached=None, held=None), expected=(11, 15)
    )


def test_a_slope_that_may_be_nearly_flat_expects_nothing() -> None:
    # K1 goes down by 0.09 to 0.69 a session: the slower end lies beyond twice the sessions.
    assert progress(K1_BEFORE, 3).expected is None


def test_no_line_holds_longer_than_twice_the_sessions_seen() -> None:
    assert progress(STEADY, 1.5).expected == (13, 19)
    assert progress(STEADY, 1).expected is None


def test_a_goal_that_held_for_two_in_a_row_needs_no_line() -> None:
    assert met(progress(K1_BEFORE, 4)) == (9, 9, None)


def test_one_or_two_scores_of_0_are_not_mostly_0() -> None:
    assert [goal_state(arrivals(scores), 3).mostly_zero for scores in ([0], [0, 6], [0, 0, 6], [0, 5, 6])] == [
        False, False, True, False,
    ]  # fmt: skip
    assert met(progress([0], 3)) == (1, None, None)


def test_reached_once_is_not_held() -> None:
    assert met(progress([8, 3, 8, 8, 3, 3], 3)) == (2, 5, None)
    assert met(progress([8, 7, 3], 3)) == (3, None, None)


def test_a_goal_does_not_hold_over_a_session_without_a_score() -> None:
    came = [arrival for arrival in arrivals([8, 7, 3, 5, 3]) if arrival.number != 4]
    assert met(progress_of(came, course_of(came, "lower back"), seen=5, done=5, goal=3)) == (3, None, None)


def test_numbers_are_those_of_the_sessions_not_of_the_scores() -> None:
    came = arrivals([8, 7, 6, 3, 3])[2:]
    assert met(progress_of(came, course_of(came, "lower back"), seen=5, done=5, goal=3)) == (4, 4, None)


def test_a_late_plan_looks_ahead_by_its_own_sessions() -> None:
    # The line meets 2 at session 25 to 34 of the course; ten sessions of the plan carry it up to session 30.
    came = arrivals([9] * 10 + [9, 9, 8, 8, 8, 7, 7, 6, 6, 5])[10:]
    course = course_of(came, "lower back")
    assert course is not None
    assert course.verdict is Verdict.GOING_DOWN
    assert progress_of(came, course, seen=20, done=10, goal=2).expected is None
    assert progress_of(came, course, seen=20, done=10, goal=4).expected == (21, 26)


def test_expected_sessions_are_still_to_come() -> None:
    # (7, 6), 1 point to go: 7 + 1/0.78 = 8.3 and 7 + 1/0.21 = 11.7; 11 sessions are seen.
    assert met(progress((8, 9, 8, 8, 6, 7, 6, 6, 5, 6, 4), 5)) == (9, None, (12, 12))


def test_a_line_that_has_met_the_goal_already_expects_nothing() -> None:
    assert met(progress((9, 9, 8, 8, 6, 7, 6, 5, 6, 6, 4, 6), 6)) == (5, 7, None)


@pytest.mark.parametrize(
    "scores",
    [[9, 8, 7, 6, 5, 4, 3.5], [7, 7, 6, 6, 5, 6, 4, 4], [2, 3, 4, 5, 6, 7, 8, 9], []],
    ids=["too early", "probably going down", "going up", "nothing"],
)
def test_without_going_down_nothing_is_expected(scores: list[float]) -> None:
    assert progress(scores, 1).expected is None


def test_a_plan_without_a_goal_counts_sessions_only() -> None:
    assert progress(K1_BEFORE, None) == Progress(done=10, goal=None, expected=None)


def test_the_goal_lies_ahead_of_a_session_without_arrival() -> None:
    came = arrivals(STEADY)
    later = progress_of(came, course_of(came, "lower back"), seen=12, done=12, goal=3)
    assert later.expected == (13, 15)


# Falls of 0.3 to 0.8 a session with 0.5 up or down: most are going down, and some meet the goal in time.
_FALLS = st.tuples(
    st.integers(8, 20), st.floats(0.3, 0.8), st.lists(st.sampled_from([-0.5, 0, 0.5]), min_size=20, max_size=20)
).map(lambda fall: [round(max(0.0, 9.5 - fall[1] * place + fall[2][place]), 1) for place in range(fall[0])])


def test_the_falls_do_meet_goals() -> None:
    example = find(st.tuples(_FALLS, st.integers(0, 3)), lambda each: progress(*each).expected is not None)
    assert progress(*example).expected


@given(
    _FALLS | st.lists(st.integers(0, 100).map(lambda tenths: tenths / 10), max_size=20),
    st.integers(0, 10),
    st.integers(0, 30),
)
def test_a_goal_is_expected_within_twice_the_sessions(scores: list[float], goal: int, earlier: int) -> None:
    came = arrivals([0] * earlier + scores)[earlier:]
    course = course_of(came, "lower back")
    state = progress_of(came, course, seen=came[-1].number if came else 0, done=len(scores), goal=goal)
    assert state.goal is not None
    reached, held = state.goal.reached, state.goal.held
    assert held is None or (reached is not None and reached.number <= held.number)
    if state.expected is not None:
        first, last = (number - earlier for number in state.expected)
        assert len(scores) < first <= last <= 2 * len(scores)
        assert course is not None
        assert course.verdict is Verdict.GOING_DOWN
