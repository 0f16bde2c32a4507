"""Plans: which one holds, and how far it has come."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.condition.condition_sessions import Arrival
from paintrack.analysis.condition.goal import GoalState
from paintrack.analysis.plan_progress import active_plan, plan_state_in
from paintrack.model.entries import AnyEntry, Rating
from tests.factories.courses import k1_sessions
from tests.factories.entries import STAMP, a_note, a_plan, a_reading, a_session, back, day_after

K1 = k1_sessions()


def test_the_newest_plan_that_was_not_ended_is_active() -> None:
    first, second = a_plan(sessions=6), a_plan(sessions=10, at=50, number=2)
    ended = a_plan(sessions=12, at=60, number=3, ended=STAMP)
    neck = a_plan(condition="neck", goal=2, at=70, number=4)
    assert active_plan([first, second, ended, neck], " Lower  BACK") is second
    assert active_plan([first, ended], "lower back") is first
    assert active_plan([ended], "lower back") is None


def test_k1_is_at_10_of_12_and_has_not_reached_3() -> None:
    state = plan_state_in(a_plan(sessions=12, goal=3), [*K1, a_note(at=9), a_reading(1, at=36)])
    assert (state.progress.done, state.progress.expected) == (10, None)
    assert state.progress.goal == GoalState(goal=3, n=10, mostly_zero=False, lowest=4, reached=None, held=None)
    assert state.course is not None
    assert state.course.n == 10


def test_sessions_count_from_the_day_on_which_the_plan_began() -> None:
    state = plan_state_in(a_plan(sessions=12, goal=5, at=14), K1)
    assert (state.progress.done, state.earlier) == (8, 2)
    assert state.course is not None
    # Of 7 6 7 5 since the plan began the last reaches it: number 6 of the whole course, as trend says too.
    assert state.progress.goal is not None
    assert (state.course.first.score, state.progress.goal.reached) == (7, Arrival(6, day_after(35), 5))


def test_a_session_without_scores_counts_in_a_plan() -> None:
    sessions: list[AnyEntry] = [
        a_session(8, 5),
        a_session(ratings=(), at=7),
        a_session(ratings=[Rating(condition="neck", before=2, after=1)], at=14),
        a_session(None, 4, at=21),
    ]
    state = plan_state_in(a_plan(sessions=6, goal=2), sessions)
    assert state.progress.done == 3
    assert state.progress.goal == GoalState(goal=2, n=1, mostly_zero=False, lowest=8, reached=None, held=None)


def test_a_plan_without_a_session_has_no_course() -> None:
    state = plan_state_in(a_plan(sessions=6, goal=2), [])
    assert (state.progress.done, state.course) == (0, None)
    assert state.progress.goal == GoalState(goal=2, n=0, mostly_zero=False, lowest=None, reached=None, held=None)


@pytest.mark.parametrize(
    ("before", "reached", "held"), [((8, 3, 7), 2, None), ((8, 3, 3), 2, 2), ((8, 7, 6), None, None)]
)
def test_reached_and_held(before: tuple[int, ...], reached: int | None, held: int | None) -> None:
    sessions = [a_session(score, 1, at=7 * week) for week, score in enumerate(before)]
    goal = plan_state_in(a_plan(goal=3), sessions).progress.goal
    assert goal is not None
    assert (goal.reached and goal.reached.number, goal.held and goal.held.number) == (reached, held)


@given(st.lists(st.tuples(st.integers(0, 60), st.booleans()), max_size=20, unique_by=lambda each: each[0]))
def test_done_is_never_more_than_the_sessions_since(days: list[tuple[int, bool]]) -> None:
    sessions = [a_session(ratings=[back(5, 4)] if rated else [], at=day) for day, rated in sorted(days)]
    state = plan_state_in(a_plan(at=30, sessions=10), sessions)
    assert state.progress.done == sum(day >= 30 for day, _ in days)


def test_the_newest_course_decides_the_goal() -> None:
    later = [a_session(score, 1, at=63 + 98 + 7 * week) for week, score in enumerate((6, 3, 5))]
    state = plan_state_in(a_plan(sessions=20, goal=3), [*K1, *later])
    assert (state.progress.done, state.earlier, state.seen) == (13, 0, 3)
    assert state.progress.goal is not None
    assert (state.progress.goal.n, state.progress.goal.reached) == (3, Arrival(2, day_after(63 + 98 + 7), 3))
