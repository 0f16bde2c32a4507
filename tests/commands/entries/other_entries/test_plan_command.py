"""The command `plan`."""

import re
from pathlib import Path

import pytest

from tests.answers_at_terminal import at_a_terminal
from tests.commands.named_commands import widest_line
from tests.commands.typed_courses import type_k1
from tests.factories.courses import save, weekly
from tests.factories.entries import HOSTILE
from tests.program import Clock, Paintrack, Result, is_one_sentence, unwrapped

SET = 'plan set --for "lower back" --sessions 12 --goal 3'
NONE = "No plan. Set one with: paintrack plan set --sessions 10 --goal 3\n"


def test_a_plan_is_set_and_changed(paintrack: Paintrack, clock: Clock) -> None:
    assert paintrack(SET) == Result(
        0,
        "Saved plan c1, Mon 6 Jul 2026: lower back, 12 sessions, goal 3.\n"
        "  Sessions count from this day on. Wrong? paintrack undo\n",
        "",
    )
    clock.forward(days=3)
    result = paintrack('plan set --for "Lower  Back" --sessions 10')
    assert result.out == (
        "Changed plan c1: lower back, 10 sessions, goal 3, since Mon 6 Jul 2026.\n  Wrong? paintrack undo\n"
    )
    assert paintrack('plan set --for "lower back" --goal 2.5').code == 0
    (plan,) = paintrack("plan --json").json
    assert (plan["id"], plan["sessions"], plan["goal"], plan["ended"]) == ("c1", 10, 2.5, None)
    # It began when it was set, not when it was changed.
    assert plan["at"].startswith("2026-07-06")
    assert "since Wed 1 Jul 2026." in paintrack('plan set --for "lower back" --at 2026-07-01').out
    assert paintrack("plan --json").json[0]["at"].startswith("2026-07-01")


def test_what_does_not_change_is_no_change(paintrack: Paintrack) -> None:
    paintrack(SET)
    assert paintrack(SET) == Result(0, "Nothing to change: plan c1, lower back, is like that already.\n", "")
    assert paintrack("undo").out.startswith("Taken back: plan c1")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("plan set", "A plan has --sessions N, --goal SCORE or both. Nothing saved."),
        ("plan set --sessions 0", "A plan has 1 to 999 sessions. You typed 0. Nothing saved."),
        ("plan set --sessions 1000", "A plan has 1 to 999 sessions. You typed 1000. Nothing saved."),
        ("plan set --goal 11", "A score is 0 (none) to 10 (worst imaginable). You typed 11. Nothing saved."),
        ("plan hm", "plan takes set or end, or nothing to show it. You typed hm. Nothing saved."),
    ],
)
def test_what_makes_no_sense_is_refused(typed: str, sentence: str, paintrack: Paintrack, file: Path) -> None:
    result = paintrack(typed)
    assert (result.code, result.out, result.err) == (2, "", f"{sentence}\n")
    assert is_one_sentence(result.err)
    assert not file.exists()


def test_a_day_alone_begins_no_plan(paintrack: Paintrack, file: Path) -> None:
    result = paintrack("plan set --at 2026-07-01")
    assert (result.code, result.out, file.exists()) == (1, "", False)
    paintrack("log 7 3")
    sentence = "A plan has --sessions N, --goal SCORE or both. Nothing saved.\n"
    assert paintrack("plan set --at 2026-07-01") == Result(2, "", sentence)


def test_without_a_plan(paintrack: Paintrack, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert paintrack("plan") == Result(0, NONE, "")
    assert paintrack("plan --json").json == []
    assert not file.exists()
    monkeypatch.setenv("COLUMNS", "40")
    assert widest_line(paintrack("plan").out) <= 40
    assert paintrack("plan end").code == 1
    paintrack("log 7 3")
    result = paintrack("plan end --for neck")
    assert (result.code, result.err) == (1, "There is no plan for neck to end. Nothing saved.\n")


def test_k1_and_its_plan(paintrack: Paintrack, clock: Clock) -> None:
    type_k1(paintrack, clock)
    (plan,) = paintrack("plan --json").json
    assert (plan["sessions"], plan["goal"]) == (12, 3)
    goal = {"goal": 3, "n": 10, "mostly_zero": False, "lowest": 4, "reached": None, "held": None}
    assert plan["progress"] == {"done": 10, "goal": goal, "expected": None}
    out = paintrack("plan").out
    assert "10 of 12" in out
    assert "At which session it may be reached cannot be said yet" in out
    assert paintrack("plan --plain").out.isascii()
    # On the screen of plan only.
    assert "more session" not in unwrapped(paintrack("trend").out + paintrack("summary").out)


def test_sessions_count_from_the_first_day_of_the_plan(paintrack: Paintrack, clock: Clock) -> None:
    paintrack('log 8 5 --for "lower back" --at 2026-06-29')
    paintrack(SET)
    paintrack('log 7 5 --for "lower back"')
    clock.forward(days=7)
    assert paintrack('log --with "Dr Li" --no-input').code == 0
    clock.forward(days=7)
    paintrack("log 3 2 --for neck")
    assert paintrack("plan --json").json[0]["progress"]["done"] == 2
    assert paintrack("plan set --for 'lower back' --at 2026-06-01").code == 0
    assert paintrack("plan --json").json[0]["progress"]["done"] == 3


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ((8, 7, 3, 6), "first reached at session 3, Mon 20 Jul 2026, not yet twice in a row."),
        ((8, 7, 3, 3), "first reached at session 3, Mon 20 Jul 2026, and at the next one again."),
        ((8, 7, 6, 5), "At which session it may be reached cannot be said yet (4 arriving scores so far)."),
    ],
)
@pytest.mark.usefixtures("wide_terminal")
def test_reached_and_held(before: tuple[int, ...], sentence: str, paintrack: Paintrack, file: Path) -> None:
    save(file, weekly(before))
    paintrack('plan set --for "lower back" --goal 3 --at 2026-07-01')
    out = paintrack("plan").out
    assert sentence in out
    assert ("cannot be said yet" in out) == ("reached at" not in out)


def test_an_ended_plan_is_gone_and_can_be_taken_back(paintrack: Paintrack) -> None:
    paintrack(SET)
    assert paintrack('plan end --for "lower back"').out == (
        "Changed plan c1: lower back, 12 sessions, goal 3, ended. Wrong? paintrack undo\n"
    )
    assert paintrack("plan") == Result(0, NONE, "")
    assert paintrack('plan end --for "lower back"').code == 1
    assert paintrack("list").out.splitlines()[2].endswith("plan: lower back, 12 sessions, goal 3, ended")
    assert "Ended" in paintrack("show c1").out
    assert paintrack("undo").out.startswith("Taken back: the end of plan c1, lower back")
    assert len(paintrack("plan --json").json) == 1
    paintrack("redo")
    assert paintrack("plan --json").json == []
    paintrack(SET)
    assert paintrack("plan --json").json[0]["id"] == "c2"


def test_of_two_plans_none_ends_by_itself(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for knee")
    paintrack("plan set --for knee --goal 2")
    paintrack(SET)
    assert paintrack("plan end") == Result(
        2,
        "",
        "Nothing saved. 2 plans are running: knee and lower back. Say which one ends:\n"
        '  paintrack plan end --for knee\n  paintrack plan end --for "lower back"\n',
    )
    assert len(paintrack("plan --json").json) == 2
    assert paintrack('plan end --for "lower back"').code == 0
    # The last one that is running is meant, whatever was rated last.
    paintrack("log 7 3 --for neck")
    assert "knee, goal 2, ended." in paintrack("plan end").out


@pytest.mark.parametrize(("keys", "ended"), [("2\n", "lower back"), ("\nneck\nknee\n", "knee")])
def test_on_a_terminal_the_plan_is_asked_for(keys: str, ended: str, paintrack: Paintrack) -> None:
    paintrack("plan set --for knee --goal 2")
    paintrack(SET)
    seen = at_a_terminal(keys, "plan", "end")
    assert "Which one?\n  1 knee\n  2 lower back\nNumber or name" in seen
    assert ("neck has no plan. Type a number of the list." in seen) is ("neck" in keys)
    (left,) = paintrack("plan --json").json
    assert left["condition"] == {"knee": "lower back", "lower back": "knee"}[ended]


def test_two_conditions_have_a_plan_each(paintrack: Paintrack) -> None:
    paintrack(SET)
    paintrack("plan set --for neck --goal 2")
    assert [plan["condition"] for plan in paintrack("plan --json").json] == ["lower back", "neck"]
    assert [plan["id"] for plan in paintrack("plan --for NECK --json").json] == ["c2"]
    assert paintrack("plan --for knee") == Result(
        0, "No plan for knee. Set one with:\n  paintrack plan set --for knee --sessions 10 --goal 3\n", ""
    )
    assert paintrack("plan").out.count("(c") == 2


def test_without_a_name_the_one_running_plan_is_meant(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for 'lower back' --at 2026-07-01")
    paintrack("plan set --goal 4")
    for day in (2, 3, 4):
        paintrack(f"rate 5 --for migraine --at 2026-07-0{day}")
        paintrack(f"log 5 4 --for migraine --at 2026-07-0{day}")
    changed = paintrack("plan set --goal 3").out
    assert "Changed plan c1: lower back, goal 3" in changed
    assert "Not lower back? paintrack undo, then: paintrack plan set --goal 3 --for migraine" in unwrapped(changed)
    # Of two plans, or none, the usual condition is meant, as everywhere; that is said, too.
    assert paintrack("plan set --goal 2 --for migraine").out.count("Not migraine?") == 0
    assert "Changed plan c2: migraine, goal 3" in unwrapped(paintrack("plan set --goal 3").out)


def test_it_is_shown_edited_deleted_and_taken_back(paintrack: Paintrack) -> None:
    paintrack(SET)
    assert paintrack("show c1").out.startswith(
        "Plan c1       Mon 6 Jul 2026 14:02\nCondition     lower back\nSessions      12\n"
    )
    assert paintrack("edit c1 --at 2026-07-01").code == 0
    assert paintrack("show c1 --json").json["at"].startswith("2026-07-01")
    assert paintrack("delete c1 --yes").out.startswith("Deleted: plan c1, lower back, 12 sessions, goal 3")
    assert paintrack("plan") == Result(0, NONE, "")
    for _ in range(3):
        assert paintrack("undo").code == 0
    assert paintrack("show c1").code == 1
    for _ in range(2):
        assert paintrack("redo").code == 0
    assert paintrack("show c1 --json").json["at"].startswith("2026-07-01")


def test_what_steers_a_terminal_is_shown_visibly(paintrack: Paintrack) -> None:
    assert paintrack(["plan", "set", "--for", HOSTILE, "--goal", "3"]).code == 0
    for typed in ("plan", "plan --plain", "list", "list --plain", "show c1", "trend", "undo"):
        result = paintrack(typed)
        assert not re.search(r"[\u202a-\u202e\u2066-\u2069]", result.out + result.err), typed
        assert "[bold]" in result.out
    refused = paintrack(["plan", "set", "--for", "a\x1bb", "--goal", "3"])
    assert (refused.code, "\x1b" in refused.err) == (2, False)


@pytest.mark.parametrize("typed", ["lower", "low"])
def test_a_short_name_leads_to_the_plan_of_the_old_one(typed: str, paintrack: Paintrack) -> None:
    paintrack('log 7 3 --for "lower back"')
    assert paintrack(f"plan --for {typed}").out == 'See one: paintrack plan --for "lower back"\n'


def test_a_plan_of_a_short_name_of_two_is_its_own(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for 'left knee' --also 'right knee=5:3'")
    assert paintrack("plan set --for knee --goal 3").code == 0
