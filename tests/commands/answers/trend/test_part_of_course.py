"""A part of a course, picked out by options: it says that it is a part, and what the whole course says."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.condition.verdict import DIRECTED, Verdict
from paintrack.model.entries import sessions_of
from paintrack.views.trend.course_sentences import headline, short_summary, short_verdict
from tests.factories.course_shapes import shaped_course
from tests.factories.courses import save, trend, weekly
from tests.program import Clock, Paintrack, unwrapped
from tests.views.trend.trend_answers import answers

# Not clear as a whole, although the newest six fall from session to session.
BEFORE = (7, 6, 8, 7, 6, 8, 6, 8, 7, 6, 5, 5, 4)
CHANCE = "of 10 diaries in which nothing changes"
OPTIONS = ("--last 6", "--since 2026-08-24", '--with "Dr Li"')
SHOWN = ("trend", "trend --plain", "trend --by date", "trend --all", "trend --all --plain", "compare",
         "compare --plain", "summary", "summary --plain", "costs --visits --with-change")  # fmt: skip


@pytest.fixture
def course(file: Path, clock: Clock) -> None:
    clock.set("2026-10-01 09:00")
    sessions = sessions_of(weekly(BEFORE, [score - 2 for score in BEFORE], condition="neck"))
    save(file, [*sessions[:-6], *(replace(each, practitioner="Dr Li") for each in sessions[-6:])])


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("typed", SHOWN)
def test_a_part_is_called_one_beside_the_whole(typed: str, options: str, paintrack: Paintrack) -> None:
    text = unwrapped(paintrack(f"{typed} {options}").out)
    assert "robably going down, 7 to 5" in text
    assert "hole course: not clear yet" in text.replace(" of 13 visits", "")
    assert CHANCE not in text
    assert typed.startswith("costs") or " of 13 sessions" in text or "7 left out" in text
    assert "hole course" not in paintrack(typed).out


@pytest.mark.usefixtures("course")
def test_the_answer_names_the_part_before_its_verdict(paintrack: Paintrack) -> None:
    lines = paintrack("trend --last 6").out.splitlines()
    assert lines[:3] == [
        "Neck score in these 6 sessions: probably going down, 7 to 5",
        "6 of 13 sessions, 24 Aug to 28 Sep 2026",
        "Whole course: not clear yet.",
    ]


@pytest.mark.usefixtures("course")
def test_json_has_the_whole_beside_the_part(paintrack: Paintrack) -> None:
    part, whole = paintrack("trend --last 6 --json").json, paintrack("trend --json").json
    assert (part["course"]["verdict"], part["whole_course"]) == ("probably going down", whole["course"])
    assert whole["whole_course"] is None


@given(before=st.lists(st.integers(0, 10), min_size=2, max_size=20), last=st.integers(1, 20))
def test_whatever_the_scores_the_whole_is_named(before: list[int], last: int) -> None:
    sessions = weekly(before, [None] * len(before))
    chosen = trend("lower back", sessions, selected_uids={each.uid for each in sessions[-last:]})
    whole, answer = trend("lower back", sessions), answers(chosen)["Is it getting better?"]
    is_part = last < len(before)
    words = f"hole course: {short_verdict(whole.course)}"
    assert (words in answer) == (words in short_summary(chosen)) == (" in th" in headline(chosen)) == is_part
    verdict = chosen.course.verdict if chosen.course else None
    assert ("by chance" in answer) == (is_part and verdict in (*DIRECTED, Verdict.ABOUT_THE_SAME))
    assert CHANCE not in answer or not is_part


def test_readings_alone_have_a_whole_too() -> None:
    entries = shaped_course("readings-only")
    part = trend("lower back", entries, selected_uids={each.uid for each in entries[-30:]})
    whole = trend("lower back", entries)
    assert part.whole_home == whole.home
    assert whole.whole_home is None


def test_an_earlier_course_is_no_present_one() -> None:
    entries = shaped_course("two-courses")
    assert headline(trend("lower back", entries, course_number=1)).startswith("Lower back score, course 1 of 2: ")
    assert headline(trend("lower back", entries)).startswith("Lower back score: ")
