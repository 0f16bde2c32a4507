"""A score on leaving that is typed when the session is long over: right after it, or a reading."""

import io
import re
import shlex
import sys

import pytest

from paintrack.commands._shared.terminal.console import Console
from tests.program import AtTerminal, Clock, Paintrack, Result

READING = "paintrack undo, then: paintrack rate 3"
QUESTION = "Session 1 was Mon 6 Jul 2026 14:02. Is 3 how it was right after it? [Y/n]"


@pytest.fixture
def at_terminal(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch, wide_terminal: None) -> AtTerminal:
    """Run a command at which these lines are typed; then the input ends."""

    def run(command: str, *lines: str) -> Result:
        with monkeypatch.context() as patch:
            patch.setattr(Console, "may_ask", True)
            patch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
            return paintrack(command)

    return run


@pytest.fixture
def two_days_later(paintrack: Paintrack, clock: Clock, wide_terminal: None) -> None:
    paintrack("before 7 --for 'lower back'")
    clock.forward(days=2)


@pytest.mark.usefixtures("two_days_later")
@pytest.mark.parametrize("typed", ["after 3 --session 1", "edit 1 --after 3", "after 3 --session 1 --at now"])
def test_a_late_score_leads_to_a_reading(typed: str, paintrack: Paintrack) -> None:
    at = " --at now" if "--at" in typed else ""
    done = paintrack(typed)
    question = "How it was then?" if at else "How it is now?"
    remark = f'It counts as right after session 1. {question} {READING} --for "lower back"{at}'
    assert (done.code, remark in done.out) == (0, True)
    for command in ("undo", shlex.split(remark.rpartition("paintrack ")[2])):
        assert paintrack(command).code == 0
    assert paintrack("show 1 --json").json["ratings"][0]["after"] is None
    assert paintrack("show r1 --json").json["score"] == 3


def test_several_late_scores_become_readings(paintrack: Paintrack, clock: Clock, wide_terminal: None) -> None:
    paintrack("before 7 --for 'lower back' --also 'left knee=5'")
    clock.forward(days=1)
    done = paintrack("after 3 --session 1 --also 'left knee=2'")
    remark = f'They count as right after session 1. How it is now? {READING} --for "lower back" --also "left knee=2"'
    assert remark in done.out
    paintrack("undo")
    assert paintrack(shlex.split(remark.rpartition("paintrack ")[2])).code == 0
    assert [paintrack(f"show {label} --json").json["score"] for label in ("r1", "r2")] == [3, 2]


@pytest.mark.usefixtures("two_days_later")
def test_at_a_terminal_a_late_score_is_asked_about(at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    no = at_terminal("after 3 --session 1", "n")
    assert (no.code, QUESTION in no.err) == (1, True)
    assert no.err.endswith('Nothing saved. How it is now: paintrack rate 3 --for "lower back"\n')
    assert paintrack("show 1 --json").json["ratings"][0]["after"] is None
    stopped = at_terminal("after 3 --session 1")
    assert (stopped.code, paintrack("show 1 --json").json["ratings"][0]["after"]) == (130, None)
    yes = at_terminal("after 3 --session 1", "")
    assert (yes.code, "counts as" in yes.out) == (0, False)
    assert paintrack("show 1 --json").json["ratings"][0]["after"] == 3


@pytest.mark.usefixtures("two_days_later")
def test_the_command_for_right_after_settles_it(at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    line = next(each for each in at_terminal("after 3").err.splitlines() if "right after it" in each)
    done = at_terminal(line.partition("paintrack ")[2])
    assert (done.code, "[Y/n]" in done.err, "counts as" in done.out) == (0, False, False)
    rating = paintrack("show 1 --json").json["ratings"][0]
    assert (rating["after"], rating["after_at"]) == (3, None)


@pytest.mark.usefixtures("two_days_later")
def test_a_late_score_is_asked_for_as_one_right_after(at_terminal: AtTerminal) -> None:
    done = at_terminal("after --session 1", "3", "", "", "")
    assert "Score right after session 1, Mon 6 Jul 2026, for lower back, 0 to 10:" in done.err
    assert (done.code, "how it was" in done.err, "counts as" in done.out) == (0, False, False)


@pytest.mark.usefixtures("two_days_later")
def test_what_would_be_refused_is_not_asked_about(at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    assert paintrack("after 3 --session 1").code == 0
    refused = at_terminal("after 4 --session 1 --for 'lower back'")
    assert (refused.code, "has lower back 3 after already" in refused.err, "[Y/n]" in refused.err) == (2, True, False)


@pytest.mark.parametrize(("began", "now", "is_late"), [
    ("2026-07-06 14:00", "2026-07-06 18:00", False),
    ("2026-07-06 14:00", "2026-07-06 18:01", True),
    ("2026-07-06 23:30", "2026-07-07 00:30", False),
    ("2026-07-06", "2026-07-06 23:00", False),
    ("2026-07-06", "2026-07-07 00:01", True),
])  # fmt: skip
def test_right_after_is_up_to_four_hours(
    began: str, now: str, is_late: bool, paintrack: Paintrack, clock: Clock, wide_terminal: None
) -> None:
    clock.set(now)
    paintrack(f"before 7 --at '{began}'")
    for typed in ("after 3 --session 1", "edit 1 --after 3"):
        assert ("counts as right after" in paintrack(typed).out) == is_late
        paintrack("undo")


@pytest.mark.usefixtures("two_days_later")
@pytest.mark.parametrize(
    "typed", ["edit 1 --before 6 --after 3", "edit 1 --after 3 --at '6 jul'", "edit 1 --note mild"]
)
def test_a_correction_of_more_says_nothing(typed: str, paintrack: Paintrack) -> None:
    done = paintrack(typed)
    assert (done.code, "counts as" in done.out) == (0, False)


@pytest.mark.usefixtures("two_days_later")
def test_a_corrected_score_says_nothing(paintrack: Paintrack) -> None:
    paintrack("after 3 --session 1")
    assert "counts as" not in paintrack("edit 1 --after 4").out


def test_a_time_of_another_day_is_kept(paintrack: Paintrack) -> None:
    paintrack("before 7 --at '1 jul 23:00'")
    assert paintrack("after 3 --session 1 --at '2 jul 00:30'").code == 0
    assert "after at Thu 2 Jul 2026 00:30" in paintrack("show 1").out


@pytest.mark.parametrize(
    ("began", "typed"),
    [("2 jul", "1 jul"), ("2 jul", "1 jul 15:00"), ("2 jul 15:00", "1 jul"), ("2 jul 15:00", "2 jul 14:00")],
)
def test_a_score_on_leaving_is_never_before_its_session(began: str, typed: str, paintrack: Paintrack) -> None:
    paintrack(["before", "7", "--at", began])
    refused = paintrack(["after", "3", "--session", "1", "--at", typed])
    assert refused.code == 2
    assert refused.err.startswith("Session 1 began later, Thu 2 Jul 2026")
    assert "12:00" not in refused.err


@pytest.mark.parametrize(
    ("begun", "typed", "ways"),
    [
        (
            "log 7 4 --for migraine",
            '6 --for "neck pain" --took ibuprofen --cost 85',
            [
                'log BEFORE 6 --for "neck pain" --took ibuprofen --cost 85',
                'rate 6 --for "neck pain" --took ibuprofen',
            ],
        ),
        (
            "before 7 --for migraine",
            '6 --for "neck pain" --at "5 jul 9am"',
            ['log BEFORE 6 --for "neck pain" --at "5 jul 9am"', 'rate 6 --for "neck pain" --at "5 jul 9am"'],
        ),
        (
            "before 7 --for migraine --also hip=5",
            '6 --also hip=2 --note "slept well" --points LI4',
            [
                'after 6 --session 2 --at 2026-07-06 --also hip=2 --note "slept well" --points LI4',
                'rate 6 --also hip=2 --note "slept well"',
            ],
        ),
    ],
)
def test_no_way_on_loses_an_option(
    begun: str, typed: str, ways: list[str], paintrack: Paintrack, clock: Clock, wide_terminal: None
) -> None:
    """Pasted without `--for`, the score would be saved for another condition."""
    paintrack("log 5 3 --for 'neck pain' --at '1 jul'")
    paintrack(begun)
    clock.forward(days=2)
    refused = paintrack(f"after {typed}")
    assert refused.code == 1
    assert re.findall(r"paintrack ((?:log|after|rate) .*)", refused.err.replace(". Nothing saved", "")) == ways
    for way in ways:
        assert paintrack(way.replace("BEFORE", "8")).code == 0


def test_a_session_open_for_another_condition_is_not_named(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("log 5 3 --for neck --also hip=4:2")
    paintrack("before 7 --for migraine")
    clock.forward(days=2)
    assert paintrack("after 3 --for neck").err.startswith("Nothing saved. No session waits for a score of neck. ")
    assert paintrack("after 3 --for migraine").err.startswith("Nothing saved. The open session is from ")
