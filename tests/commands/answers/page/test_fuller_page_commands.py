"""The commands that a page names for what it leaves out show just that when they are pasted."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.factories.courses import in_order, save, weekly
from tests.factories.entries import a_note
from tests.factories.year_long_course import full_course
from tests.program import Clock, Paintrack, unwrapped


@pytest.fixture
def two_courses(file: Path, clock: Clock) -> None:
    """Nine sessions for the neck in two courses, with two practitioners, among more for the back."""
    sessions = [
        *weekly([8, 7, 6, 5], condition="stiff neck", first_day=-180),
        *weekly([6, 6, 5, 4, 4, 3, 3, 2, 2, 2]),
        *weekly([7, 6, 6, 5, 5], condition="stiff neck", first_day=1),
    ]
    names = ("Dr Li", "Dr Wu")
    save(file, in_order([replace(each, practitioner=names[place % 2]) for place, each in enumerate(sessions)]))
    clock.set("2026-09-14 10:00")


def _trends(paintrack: Paintrack, options: str) -> list[dict[str, Any]]:
    trends: list[dict[str, Any]] = json.loads(paintrack(f"summary {options} --json").out)["trends"]
    return trends


@pytest.mark.usefixtures("two_courses")
@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("--last 3", ""),
        ("--for 'stiff neck' --last 2", '--for "stiff neck"'),
        ("--for 'stiff neck' --since 2026-07-20", '--for "stiff neck"'),
        ("--for 'stiff neck' --with 'Dr Li'", '--for "stiff neck"'),
        ("--for 'stiff neck' --with 'Dr Li' --course 1", '--for "stiff neck" --course 1'),
        ("--for 'stiff neck' --until 2026-01-20", '--for "stiff neck" --course 1'),
        ("--last 2 --hide plan,points --costs --session-notes", "--hide plan,points --costs --session-notes"),
    ],
)
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_all_of_the_course_is_on_the_page_named(typed: str, kept: str, form: str, paintrack: Paintrack) -> None:
    text = unwrapped(paintrack(f"summary {typed} --format {form}").out)
    named = re.search(r"(\d+) left out, all: paintrack summary ?([^)]*)\)", text)
    assert named is not None
    assert named[2] == kept
    before, after = _trends(paintrack, typed)[0], _trends(paintrack, named[2])[0]
    assert (after["condition"], after["course_number"]) == (before["condition"], before["course_number"])
    assert (before["left_out"], after["left_out"]) == (int(named[1]), 0)
    assert [each for each in before["visits"] if each not in after["visits"]] == []
    assert len(after["visits"]) == len(before["visits"]) + int(named[1])


@pytest.mark.parametrize(
    ("typed", "kept", "count"),
    [
        ("", "", 3),
        ("--with 'Dr Li'", ' --with "Dr Li"', 2),
        ("--since 2026-01-01 --hide plan", " --since 2026-01-01 --hide plan", 5),
        ("--last 40 --with 'Dr Wu'", ' --since 2026-01-24 --until 2026-11-20 --with "Dr Wu"', 5),
    ],
)
def test_a_condition_is_on_the_page_named(
    typed: str, kept: str, count: int, file: Path, clock: Clock, paintrack: Paintrack
) -> None:
    """With so many changes that some conditions, but not all, find room."""
    changes = [a_note(f"change {place}", at="2026-10-01 10:00") for place in range(count)]
    save(file, in_order([*full_course(), *changes]))
    clock.set("2026-11-27 10:00")
    page = unwrapped(paintrack(f"summary {typed}").out)
    named = re.search(r"LEFT OUT \d conditions, (\w+)[^:]*: paintrack summary (--for [^;]*);", page)
    assert named is not None
    assert named[2] == f"--for {named[1]}{kept}"
    (left_out,) = [each for each in _trends(paintrack, typed) if each["condition"] == named[1]]
    (alone,) = _trends(paintrack, named[2])
    assert alone["condition"] == named[1]
    assert alone["visits"] == left_out["visits"]
