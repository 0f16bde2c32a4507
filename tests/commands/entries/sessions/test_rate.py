"""A reading between sessions, and before the first."""

import io
import re
from pathlib import Path

import pytest

from paintrack.commands._shared.terminal.console import Console
from paintrack.commands._shared.urgent_advice import texts_in
from paintrack.model.serialization.json_entries import ENTRY_VERSION
from paintrack.views.text_layout import width_of
from tests.program import Clock, Paintrack, Result, unwrapped


def test_the_answer_of_the_design(paintrack: Paintrack, clock: Clock) -> None:
    clock.set("2026-08-10 15:00")
    paintrack("log 5 3 --for 'lower back'")
    clock.set("2026-08-11 07:10")
    assert paintrack("rate 4") == Result(
        0,
        "Saved: lower back 4 now, Tue 11 Aug 2026 07:10, 16 hours after session 1.\n"
        "  Reading r1. Wrong? paintrack undo\n",
        "",
    )


def test_before_the_first_session(paintrack: Paintrack) -> None:
    assert paintrack("rate 6 --for migraine") == Result(
        0,
        "Saved: migraine 6 now, Mon 6 Jul 2026 14:02.\n"
        "  0 = none, 10 = worst imaginable.\n"
        "  Reading r1. Wrong? paintrack undo\n",
        "",
    )
    assert paintrack("rate 0").out.startswith("Saved: migraine 0 now, Mon 6 Jul 2026 14:02.\n  Reading r2.")


def test_at_another_time_it_is_not_now(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --at '2026-07-01 10:00'")
    paintrack("log 7 3 --at '2026-07-05 10:00'")
    assert paintrack("rate 4 --at '2026-07-03 10:00'").out == (
        "Saved: pain 4, Fri 3 Jul 2026 10:00, 2 days after session 1.\n  Reading r1. Wrong? paintrack undo\n"
    )


def test_a_reading_has_one_age_wherever_it_stands(paintrack: Paintrack) -> None:
    paintrack("log 6 3 --for migraine --at '2026-06-26 15:00'")
    paintrack("log 7 4 --for 'lower back' --at '2026-07-02 15:00'")
    saved = paintrack("rate 7 --for migraine --at '2026-07-04 00:30'").out
    assert ", 7 days after session 1." in unwrapped(saved)
    assert "7 days later" in paintrack("list").out
    assert "7 (7 days later)" in paintrack("summary --for migraine").out
    both = paintrack("rate 7 --for migraine --also 'lower back=2' --at '2026-07-04 08:30'").out
    assert "after session" not in both
    assert ", 2 days after session 2." in unwrapped(paintrack("rate 2 --for 'lower back' --at 2026-07-04").out)


@pytest.mark.parametrize(
    ("session", "reading", "words", "listed"),
    [
        ("2026-06-29 14:55", "2026-06-29 14:55", "just after session 1", "same day"),
        ("2026-06-29 14:55", "2026-06-30 01:15", "10 hours after session 1", "that night"),
        ("2026-06-29 14:55", "2026-07-01 14:54", "48 hours after session 1", "2 days later"),
        ("2026-06-29 14:55", "2026-07-01 14:55", "2 days after session 1", "2 days later"),
        ("2026-06-29 14:55", "2026-07-02 01:15", "2 days after session 1", "2 days later"),
        ("2026-06-29 14:55", "2026-07-02 05:00", "3 days after session 1", "3 days later"),
        ("2026-06-29 14:55", "2026-07-02 12:00", "3 days after session 1", "3 days later"),
        # Flown west in between: more than 48 hours, and yet the day after.
        ("2026-06-29 14:55+12:00", "2026-06-30 23:00-10:00", "the day after session 1", "next day"),
        # A day alone has no hours.
        ("2026-06-29", "2026-06-29", "the day of session 1", "same day"),
        ("2026-06-29", "2026-06-29 13:00", "the day of session 1", "same day"),
        ("2026-06-29", "2026-06-30 07:00", "the day after session 1", "next morning"),
        ("2026-06-29 14:55", "2026-06-30", "the day after session 1", "next day"),
        ("2026-06-29 14:55", "2026-07-01", "2 days after session 1", "2 days later"),
    ],
)
def test_rate_counts_days_as_the_list_does(
    session: str, reading: str, words: str, listed: str, paintrack: Paintrack
) -> None:
    paintrack(f"log 7 3 --at '{session}'")
    confirmation = unwrapped(paintrack(f"rate 4 --at '{reading}'").out)
    assert f", {words}. Reading r1." in confirmation
    assert listed in paintrack("list").out


def test_a_day_alone_has_no_time(paintrack: Paintrack) -> None:
    paintrack("rate 4")
    assert paintrack("rate 4 --at 2026-07-03").out.startswith("Saved: pain 4, Fri 3 Jul 2026.\n")
    assert paintrack("show r2 --json").json["time_given"] is False


def test_what_is_stored(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(" in bed \n"))
    stored = paintrack("rate 4.5 --for neck --note - --json").json
    assert len(stored.pop("uid")) == 32
    # What was not typed is there, and null.
    assert stored == dict.fromkeys(stored) | {
        "id": "r1",
        "version": ENTRY_VERSION,
        "kind": "reading",
        "at": "2026-07-06T14:02:00+02:00",
        "time_given": True,
        "entered": "2026-07-06T12:02:00.000000Z",
        "edited": "2026-07-06T12:02:00.000000Z",
        "deleted": None,
        "condition": "neck",
        "score": 4.5,
        "note": "in bed",
    }


def test_a_reading_leaves_an_open_session_open(paintrack: Paintrack) -> None:
    paintrack("before 7")
    paintrack("rate 4")
    assert paintrack("after 3").out.startswith("Saved: pain 7 -> 3")


def test_a_score_right_after_a_session_is_just_after_it(paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    assert "just after session 1." in unwrapped(paintrack("rate 3").out)


def test_quiet_and_json(paintrack: Paintrack) -> None:
    assert paintrack("rate 4 --quiet") == Result(0, "", "")
    assert paintrack("rate 4 --json").json["score"] == 4


@pytest.mark.parametrize("typed", ["rate 4", "rate 4.5 --for 'a condition with a long name'", "rate 4 --for 腰痛"])
def test_forty_columns(typed: str, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    paintrack("log 5 3 --for 'lower back' --at '2026-07-01 10:00'")
    monkeypatch.setenv("COLUMNS", "40")
    assert max(map(width_of, paintrack(typed).out.splitlines())) <= 40


def test_the_rest_of_a_month_is_said_once(paintrack: Paintrack, clock: Clock) -> None:
    for day in ("2026-06-01", "2026-06-15", "2026-06-29"):
        assert paintrack(f"log 0 0 --for Migraine --at {day}").code == 0
    assert paintrack("rate 6 --at 2026-06-10").code == 0
    before = paintrack("trend --json").json
    assert paintrack("rate 0 --rest-of june") == Result(
        0,
        "Saved month of 0 m1, Mon 6 Jul 2026: Migraine 0 on the other days of June 2026.\n  Wrong? paintrack undo\n",
        "",
    )
    after = paintrack("trend --json").json
    june = {"start": "2026-06-01", "days": 30, "scored": 30, "above": 1}
    assert after["days_above_zero"]["total"] == june
    # It is no reading, and nothing before the first session.
    unchanged = ("readings", "home", "baseline", "course", "visits", "relief", "last_day")
    assert {name: after[name] for name in unchanged} == {name: before[name] for name in unchanged}
    trend = unwrapped(paintrack("trend").out)
    assert "1 day above 0 in 30 days, each with a score; middle 6" in trend
    assert "At least" not in trend
    page = unwrapped(paintrack("summary").out)
    assert "1 day above 0 in 30 days, each with a score; median 6" in page
    assert paintrack("summary --json").json["trends"][0]["days_above_zero"] == after["days_above_zero"]
    for typed in ("rate 0 --rest-of 2026-06 --for migraine", "rate 0 --rest-of JUN"):
        assert paintrack(typed) == Result(
            2, "", "m1 says it already: Migraine 0 on the other days of June 2026. Nothing saved.\n"
        )
    assert "m1" in paintrack("list").out
    assert paintrack("undo").code == 0
    assert paintrack("trend --json").json == before


def test_a_month_that_goes_on_is_0_so_far(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("log 0 0 --for migraine --at 2026-07-01")
    for day in (2, 3):
        paintrack(f"log 0 0 --for migraine --at 2026-07-0{day}")
    assert "of July 2026 so far." in paintrack("rate 0 --rest-of july").out
    total = paintrack("trend --json").json["days_above_zero"]["total"]
    assert (total["days"], total["scored"]) == (6, 6)
    assert paintrack("rate 0 --rest-of july").code == 2
    clock.set("2026-08-02 09:00")
    assert paintrack("rate 0 --rest-of july").out.startswith("Saved month of 0 m2")
    total = paintrack("trend --json").json["days_above_zero"]["total"]
    assert (total["days"], total["scored"]) == (31, 31)


def test_a_declared_month_adds_no_day_that_has_a_score(paintrack: Paintrack) -> None:
    paintrack("rate 6 --for migraine --at 2026-06-05")
    for day, score in (("2026-06-10", 0), ("2026-06-15", 0), ("2026-06-17", 0), ("2026-06-24", 5)):
        paintrack(f"log {score} 0 --for migraine --at {day} --with 'Dr Li'")
    paintrack("rate 0 --rest-of june")
    # From the reading before the first session on, as in the calendar; not the days of June before it.
    assert paintrack("trend --json").json["days_above_zero"]["total"] == {
        "start": "2026-06-05", "days": 26, "scored": 26, "above": 2,
    }  # fmt: skip
    total = paintrack("trend --until 2026-06-20 --json").json["days_above_zero"]["total"]
    assert (total["days"], total["scored"], total["above"]) == (16, 16, 1)
    total = paintrack("trend --last 3 --json").json["days_above_zero"]["total"]
    assert (total["start"], total["scored"]) == ("2026-06-15", 16)
    total = paintrack("trend --with 'Dr Li' --json").json["days_above_zero"]["total"]
    assert (total["days"], total["scored"], total["above"]) == (15, 4, 1)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("rate 0 --rest-of june", "Say what was 0: paintrack rate 0 --rest-of october --for migraine."),
        ("rate 0 --rest-of 2026-08 --for neck", "2026-08 is in the future; "),
        ("rate 0 --rest-of 1899-12 --for neck", "1899-12 is too long ago. "),
        ("rate 0 --rest-of 6 --for neck", "The month 6 is not understood. "),
        ("rate 0 --rest-of '' --for neck", "The month (nothing) is not understood. "),
        ("rate 0 --rest-of juni --for neck", "The month juni is not understood. Type a month as october or 2026-10. "),
        ("rate 0 --rest-of june --for neck --at 2026-06-01", "--rest-of means the other days of a month, at 0: "),
        ("rate 0 --rest-of june --for neck --took ibuprofen", "--rest-of means the other days of a month, at 0: "),
        ("rate 0 --rest-of june --for neck --note mild", "--rest-of means the other days of a month, at 0: "),
    ],
)
def test_the_rest_of_a_month_is_refused(typed: str, sentence: str, paintrack: Paintrack, file: Path) -> None:
    refused = paintrack(typed)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith(sentence)
    assert unwrapped(refused.err).endswith("Nothing saved.")
    assert not file.exists()


def test_the_name_of_a_month_is_no_symptom(paintrack: Paintrack) -> None:
    assert texts_in("rate", ["0", "--rest-of", "october"]) == ([], [])


def test_a_new_condition_gets_its_hint_with_a_month(paintrack: Paintrack) -> None:
    paintrack("log 0 0 --for 'lower back'")
    answer = unwrapped(paintrack("rate 0 --rest-of june --for 'lowr bck'").out)
    assert "lowr bck is new. If it is lower back: paintrack conditions rename" in answer


@pytest.mark.parametrize(
    ("first", "second", "is_repeated"),
    [
        ("rate 4 --at 10:00", "rate 4 --at 10:02", True),
        ("rate 4 --at 10:02", "rate 4 --at 10:00", True),
        ("rate 4 --at yesterday", "rate 4 --at yesterday", True),
        ("rate 4 --also neck=2", "rate 2 --for neck", True),
        ("rate 4 --at 10:00", "rate 4 --at 10:03", False),
        ("rate 4 --at 10:00", "rate 5 --at 10:01", False),
        ("rate 4 --at 10:00", "rate 4 --at 10:01 --for neck", False),
        ("rate 4 --at today", "rate 4 --at 12:00", False),
    ],
)
def test_a_reading_typed_twice_is_named(
    first: str, second: str, is_repeated: bool, paintrack: Paintrack, wide_terminal: None
) -> None:
    assert "Typed twice" not in paintrack(first).out
    saved = paintrack(second)
    command = re.search(r"Typed twice\? paintrack (undo|delete r\d)", saved.out)
    assert (saved.code, command is not None) == (0, is_repeated)
    if command:
        assert "Wrong?" not in saved.out
        paintrack(f"{command[1]} --yes")
        assert "Typed twice" in paintrack(second).out


def test_of_several_readings_only_the_repeated_one_goes(paintrack: Paintrack, wide_terminal: None) -> None:
    paintrack("rate 4")
    saved = paintrack("rate 4 --also neck=4").out
    assert "Typed twice? paintrack delete r2" in saved
    assert "Wrong? paintrack undo" in saved


def test_readings_of_one_command_are_not_typed_twice(paintrack: Paintrack) -> None:
    assert "Typed twice" not in paintrack("rate 4 --also neck=4").out


def test_a_month_without_its_score_keeps_its_words(paintrack: Paintrack, wide_terminal: None) -> None:
    refused = paintrack("rate --rest-of may --for 'left hip'")
    assert refused.err == ('The score is missing: paintrack rate 0 --rest-of may --for "left hip". Nothing saved.\n')
    assert paintrack('rate 0 --rest-of may --for "left hip"').code == 0


def test_several_names_of_a_month_keep_the_month(paintrack: Paintrack, wide_terminal: None) -> None:
    refused = paintrack("rate 0 --rest-of may --for 'hip,neck'")
    commands = re.findall(r"paintrack (rate .*?)$", refused.err.replace(" Nothing saved.", ""), re.MULTILINE)
    assert commands == [
        "rate 0 --rest-of may --for hip",
        "rate 0 --rest-of may --for neck",
        'rate 0 --rest-of may --for "hip and neck"',
    ]
    for command in commands:
        assert paintrack(command).code == 0, command
        paintrack("undo")


@pytest.mark.parametrize("also", ["pain", "pain=5"])
def test_what_is_refused_anyway_asks_nothing(also: str, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    paintrack("rate 4")
    monkeypatch.setattr(Console, "may_ask", True)
    refused = paintrack(["rate", "--also", also])
    assert (refused.code, "Score now" in refused.err) == (2, False)
