"""A plan on the screen."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.plan_progress import PlanState, plan_state_in
from paintrack.views.text_layout import width_of
from paintrack.views.trend.plan_screen import goal_sentences, plan_screen
from tests.factories.courses import K1_BEFORE, weekly
from tests.factories.entries import a_plan
from tests.gold import check_gold
from tests.program import unwrapped
from tests.views.forbidden_claims import FORBIDDEN_CLAIMS

GOLD = Path(__file__).parents[1] / "gold"


def state(
    before: Sequence[float] = K1_BEFORE,
    *,
    sessions: int | None = 12,
    goal: float | None = 3,
    condition: str = "lower back",
) -> PlanState:
    """A plan and its weekly sessions."""
    plan = a_plan(condition=condition, sessions=sessions, goal=goal)
    return plan_state_in(plan, weekly(before, [1] * len(before), condition=condition))


@pytest.mark.parametrize("width", [40, 80])
def test_what_people_see(width: int) -> None:
    check_gold(GOLD / f"plan-k1-{width}.txt", plan_screen(state(), width=width, ascii_only=False) + "\n")
    assert "##########-- 10 of 12" in plan_screen(state(), width=80, ascii_only=True)


@pytest.mark.parametrize(
    ("before", "goal", "sentences"),
    [
        (
            K1_BEFORE,
            5,
            [
                (
                    "arrive with 5 or less: first reached at session 6, Mon 10 Aug 2026; "
                    "twice in a row from session 8, Mon 24 Aug 2026."
                )
            ],
        ),
        (
            K1_BEFORE,
            4,
            ["arrive with 4 or less: first reached at session 9, Mon 31 Aug 2026, and at the next one again."],
        ),
        (
            (8, 9, 8, 8, 6, 7, 6, 6, 5, 6, 4),
            5,
            [
                "arrive with 5 or less: first reached at session 9, Mon 31 Aug 2026, not yet twice in a row.",
                "The line through the 11 arriving scores meets it in 1 more session: a range, no promise.",
            ],
        ),
        (
            (8, 8, 7, 7, 6, 6, 5, 5, 4, 4),
            3,
            [
                "arrive with 3 or less: not reached yet (lowest of 10 arriving scores: 4).",
                "The line through the 10 arriving scores meets it in 1 to 5 more sessions: a range, no promise.",
            ],
        ),
        (
            (),
            3,
            [
                "arrive with 3 or less: not reached yet.",
                "At which session it may be reached cannot be said yet (0 arriving scores so far).",
            ],
        ),
        (
            (0, 0, 8, 0, 0, 7, 0, 0),
            2,
            [
                "arrive with 2 or less: not stated, since the 8 arriving scores are mostly 0.",
            ],
        ),
        (K1_BEFORE, None, []),
    ],
    ids=["held later", "held", "reached once", "going down", "no session", "mostly 0", "no goal"],
)
def test_the_goal(before: Sequence[float], goal: float | None, sentences: list[str]) -> None:
    assert goal_sentences(state(before, goal=goal)) == sentences


@pytest.mark.parametrize(
    "before",
    [K1_BEFORE[:7], (7, 7, 6, 7, 7, 6, 7, 7, 7), (4, 4, 5, 5, 6, 6, 7, 7), (9, 9, 9, 9, 8, 8, 8, 8)],
    ids=["under 8 sessions", "not clear yet", "going up", "beyond twice the sessions"],
)
def test_when_it_may_be_reached_cannot_be_said_yet(before: Sequence[float]) -> None:
    assert goal_sentences(state(before, goal=1))[1] == (
        f"At which session it may be reached cannot be said yet ({len(before)} arriving scores so far)."
    )


def test_sessions_before_the_plan_are_counted() -> None:
    plan = plan_state_in(a_plan(sessions=12, at=14), weekly(K1_BEFORE))
    sentence = "2 earlier sessions do not count. To count them: paintrack edit c1 --at DATE"
    assert sentence in plan_screen(plan, width=200, ascii_only=False)
    assert plan_screen(plan, width=40, ascii_only=False, plain=True).splitlines()[-1] == sentence
    assert "earlier" not in plan_screen(state(), width=200, ascii_only=False)


def test_plain_has_sentences_and_no_gauge() -> None:
    assert plan_screen(state(), width=40, ascii_only=False, plain=True) == (
        "Plan c1: lower back, since Monday 6 July 2026.\nSessions: 10 of 12.\n"
        "Goal: arrive with 3 or less: not reached yet (lowest of 10 arriving scores: 4).\n"
        "Goal: At which session it may be reached cannot be said yet (10 arriving scores so far)."
    )


def test_a_plan_without_a_number_counts_the_sessions_so_far() -> None:
    assert "Sessions  3 so far" in plan_screen(state((8, 7, 6), sessions=None), width=80, ascii_only=False)


def test_a_plan_over_two_courses_says_which_one_its_goal_is_of() -> None:
    later = weekly((6, 5, 4), first_day=200)
    plan = plan_state_in(a_plan(sessions=20, goal=3), [*weekly(K1_BEFORE), *later])
    assert goal_sentences(plan)[-1] == (
        "Of the newest course alone, since 22 Jan 2027: a pause of over 12 weeks begins a new one."
    )
    assert plan.progress.done == 13


@given(
    st.integers(0, 30),
    st.none() | st.integers(1, 999),
    st.none() | st.integers(0, 10),
    st.integers(40, 200),
    st.booleans(),
)
def test_the_gauge_is_full_when_the_plan_is_and_fits_everywhere(
    done: int, planned: int | None, goal: int | None, width: int, ascii_only: bool
) -> None:
    text = plan_screen(state([5] * done, sessions=planned, goal=goal), width=width, ascii_only=ascii_only)
    assert max(map(width_of, text.splitlines())) <= width
    assert text.isascii() or not ascii_only
    assert not FORBIDDEN_CLAIMS.search(unwrapped(text))
    if planned is not None:
        full, empty = (sum(map(text.count, marks)) for marks in ("█#", "░-"))
        assert f"{done} of {planned}" in text
        assert (empty == 0) == (done >= planned)
        assert full <= min(done, 40) if planned >= done else full
        assert (full == 0) or done


def test_what_steers_a_terminal_stays_out() -> None:
    text = plan_screen(state(condition="a\x1b[31m\u202e[bold]b"), width=80, ascii_only=False)
    assert text.startswith(r"a\x1b[31m\u202e[bold]b, since Mon 6 Jul 2026 (c1)")
