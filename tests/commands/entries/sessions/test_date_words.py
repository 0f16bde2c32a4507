"""Dates as people type them, in the options that take one: what is taken, and where a refusal leads."""

import re
import shlex

import pytest

from tests.program import Paintrack


@pytest.mark.parametrize(
    ("typed", "next_visit"),
    [
        ("tomorrow 9am", "tomorrow 9am"),
        ("tomorrow", "tomorrow 14:00"),
        ("2026-07-07", "2026-07-07 14:00"),
        ("in 2 weeks", "in 2 weeks 14:00"),
        ("next tuesday", "tue 14:00"),
    ],
)
@pytest.mark.parametrize("command", ["log 7 3", "before 7", "rate 3", "note pillow", "overall better", "peg 6 7 5"])
def test_the_future_leads_to_the_next_visit(
    command: str, typed: str, next_visit: str, paintrack: Paintrack, wide_terminal: None
) -> None:
    refused = paintrack([*command.split(), "--at", typed])
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith(f"{typed} is in the future; only what has happened can be recorded. ")
    suggested = re.search(r"For a next visit: (paintrack .*); else a time that has been: (--at .*)\. Not", refused.err)
    assert suggested
    visit, at = (shlex.split(each) for each in suggested.groups())
    assert visit == ["paintrack", "remind", "--next", next_visit]
    assert paintrack(visit[1:]).code == 0
    assert paintrack([*command.split(), *at]).code == 0


@pytest.mark.parametrize(
    ("command", "typed", "meant"),
    [
        ("log 7 3", ["--at", "23:30"], ["--at", "yesterday 23:30"]),
        ("before 7 --for neck", ["--at=today 23:30"], ["--at=yesterday 23:30"]),
        ("rate 3", ["--at", "this evening"], ["--at", "yesterday evening"]),
        ("effect bruise --another", ["--at", "23:30"], ["--at", "yesterday 23:30"]),
        ("note pillow", ["--at", "2026-07-06 23:30"], ["--at", "2026-07-05 23:30"]),
        ("question why", ["--at", "11pm"], ["--at", "yesterday 11pm"]),
        ("overall better", ["--at", "tonight 23:30"], ["--at", "yesterday night 23:30"]),
        ("peg 6 7 5", ["--at", "23:30"], ["--at", "yesterday 23:30"]),
        ("edit 1", ["--at", "23:30"], ["--at", "yesterday 23:30"]),
        ("log 7 3", ["23:30"], ["--at", "yesterday 23:30"]),
        ("rate 3", ["today", "23:30"], ["--at", "yesterday 23:30"]),
        ("note pillow", ["--at", "today", "23:30"], ["--at", "yesterday 23:30"]),
    ],
)
def test_what_is_still_to_come_today_was_yesterday(
    command: str, typed: list[str], meant: list[str], paintrack: Paintrack, wide_terminal: None
) -> None:
    paintrack("log 7 3 --for back --at 2026-07-01")
    refused = paintrack([*command.split(), *typed])
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("Nothing saved. ")
    yesterday, visit = (shlex.split(line.split(":", 1)[1]) for line in refused.err.splitlines()[1:])
    assert yesterday == ["paintrack", *command.split(), *meant]
    assert paintrack(yesterday[1:]).code == 0
    assert paintrack(visit[1:]).code == 0


@pytest.mark.parametrize(
    ("command", "labels"),
    [
        ("log 7 3", ["2"]), ("before 7", ["2"]), ("rate 3", ["r1"]), ("rate 3 --also neck=4", ["r1", "r2"]),
        ("note pillow", ["n1"]), ("edit 1", ["1"]), ("effect bruise --session 1", []),
    ],
)  # fmt: skip
def test_of_a_part_of_a_day_the_hour_is_not_made_up(
    command: str, labels: list[str], paintrack: Paintrack, wide_terminal: None
) -> None:
    paintrack("log 7 3 --at 2026-07-01")
    saved = paintrack([*command.split(), "--at", "yesterday evening"])
    assert (saved.code, re.search(r"Sun 5 Jul 2026(?! \d\d:)", saved.out) is not None) == (0, True)
    sentence, *corrections = saved.err.splitlines()
    assert sentence == "No time was given: yesterday evening is kept as Sun 5 Jul 2026."
    assert corrections == [f'With a time: paintrack edit {label} --at "yesterday 20:00"' for label in labels]
    assert "12:00" not in saved.out + paintrack("list").out
    for label, correction in zip(labels, corrections, strict=True):
        assert paintrack(shlex.split(correction.split(":", 1)[1])[1:]).code == 0
        assert "Sun 5 Jul 2026 20:00" in paintrack(f"show {label}").out


@pytest.mark.parametrize("command", ["summary", "list", "costs", "trend", "compare", "export -"])
@pytest.mark.parametrize("period", ["--until 9999", "--since 0001", "--since 0001 --until 9999-12-31", "--since 9999"])
def test_filters_take_the_ends_of_the_calendar(command: str, period: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for neck --at 2026-05-01")
    paintrack("log 7 3 --for neck --at 2026-06-01")
    shown = paintrack(f"{command} {period}")
    assert shown.code == 0, shown.err


@pytest.mark.parametrize("typed", ["now", "15:00", "yesterday 15:00", "tue 9am", "2026-07-01 14:00", "2 days ago 9:00"])
def test_filters_take_a_time_as_its_day(typed: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3 --at 2026-05-01")
    paintrack("log 7 3 --at '2026-06-30 8:00'")
    paintrack("log 6 3")
    listed = paintrack(["list", "--since", typed])
    assert (listed.code, listed.err) == (0, "")
    assert "1 May" not in listed.out
    # The day is named.
    assert re.search(r"filtered by --since 2026-0[67]-\d\d\.", listed.out)
    assert paintrack(["list", "--until", typed]).code == 0


def test_advice_for_a_filter_works_there(paintrack: Paintrack) -> None:
    paintrack("log 6 3")
    refused = paintrack("list --since 7")
    assert (refused.code, refused.err.split(":")[0]) == (2, "7 can be a day or a number of days")
    assert paintrack(["list", "--since", "7 days"]).code == 0
    hours = paintrack(["list", "--since", "an hour ago"])
    assert (hours.code, hours.err) == (
        2, "an hour ago is a time, and whole days count here: type today or yesterday.\n",
    )  # fmt: skip


@pytest.mark.parametrize(
    "command",
    [
        "log 7 3", "before 7", "rate 3", "effect bruise --another", "note pillow", "question why", "overall better",
        "peg 6 7 5", "plan set --sessions 5", "edit 1", "edit n1", "edit r1",
    ],
)  # fmt: skip
def test_a_time_that_was_typed_is_echoed(command: str, paintrack: Paintrack, wide_terminal: None) -> None:
    for typed in ("log 7 3 --at 2026-07-01", "note pillow", "rate 4 --at 2026-07-01"):
        paintrack(typed)
    with_time = paintrack([*command.split(), "--at", "yesterday 15:00"])
    assert (with_time.code, "Sun 5 Jul 2026 15:00" in with_time.out) == (0, True)
    day_alone = paintrack([*command.split(), "--at", "2 jul"])
    assert day_alone.code == 0
    assert re.search(r"Thu 2 Jul 2026(?! \d\d:)", day_alone.out)


@pytest.mark.parametrize(
    "command", ["log 7 3 tomorrow", "before tomorrow", "tomorrow 7 3", "edit 1 tomorrow", "log 7 3 at tomorrow"]
)
def test_a_day_to_come_is_no_condition(command: str, paintrack: Paintrack, wide_terminal: None) -> None:
    paintrack("log 7 3")
    refused = paintrack(command)
    assert (refused.code, refused.err.split(";")[0]) == (2, "tomorrow is in the future")


@pytest.mark.parametrize(
    ("typed", "month"),
    [("may 2026", "2026-05"), ("last month", "2026-06"), ("05/2026", "2026-05"), ("last july", "2025-07")],
)
def test_a_month_is_named_as_in_a_filter(typed: str, month: str, paintrack: Paintrack) -> None:
    saved = paintrack(["rate", "0", "--rest-of", typed, "--for", "migraine", "--json"])
    assert (saved.code, saved.json["month"]) == (0, month)


@pytest.mark.parametrize("typed", ["30 days", "this year", "2026-13", "dec 2026", "last week"])
def test_what_is_no_month_that_was_is_refused(typed: str, paintrack: Paintrack) -> None:
    refused = paintrack(["rate", "0", "--rest-of", typed, "--for", "migraine"])
    assert (refused.code, "month" in refused.err or "future" in refused.err) == (2, True)


@pytest.mark.parametrize("words", ["october", "oct", "in october", "for october", "last month", "last week", "2026-05"])
@pytest.mark.parametrize("command", ["rate 7", "log 7 3", "before 7"])
def test_a_month_beside_scores_is_no_condition(
    command: str, words: str, paintrack: Paintrack, wide_terminal: None
) -> None:
    paintrack("log 7 3 --for neck --at '2026-07-01 9:00'")
    refused = paintrack(f"{command} {words}")
    assert (refused.code, "is not a single day. With the day, as in: " in refused.err) == (2, True)
    suggested = shlex.split(refused.err.partition("as in: ")[2])
    assert suggested[:-1] == ["paintrack", *command.split(), "--at"]
    assert paintrack(suggested[1:]).code == 0


def test_a_month_that_is_a_condition_stays_one(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for october --new")
    assert "Did you mean: paintrack rate 7 --for october" in paintrack("rate 7 october").err
