"""A reading between sessions, and before the first."""

import io

import pytest

from paintrack.model.serialization.json_entries import VERSION
from paintrack.views.text_layout import width_of
from tests.program import Clock, Paintrack, Result


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


@pytest.mark.parametrize(
    ("session", "reading", "words", "listed"),
    [
        ("2026-06-29 14:55", "2026-06-29 14:55", "just after session 1", "same day"),
        ("2026-06-29 14:55", "2026-06-30 01:15", "10 hours after session 1", "that night"),
        ("2026-06-29 14:55", "2026-07-01 14:54", "47 hours after session 1", "2 days later"),
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
    confirmation = " ".join(paintrack(f"rate 4 --at '{reading}'").out.split())
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
        "version": VERSION,
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
    assert "just after session 1." in " ".join(paintrack("rate 3").out.split())


def test_quiet_and_json(paintrack: Paintrack) -> None:
    assert paintrack("rate 4 --quiet") == Result(0, "", "")
    assert paintrack("rate 4 --json").json["score"] == 4


@pytest.mark.parametrize("typed", ["rate 4", "rate 4.5 --for 'a condition with a long name'", "rate 4 --for 腰痛"])
def test_forty_columns(typed: str, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    paintrack("log 5 3 --for 'lower back' --at '2026-07-01 10:00'")
    monkeypatch.setenv("COLUMNS", "40")
    assert max(map(width_of, paintrack(typed).out.splitlines())) <= 40
