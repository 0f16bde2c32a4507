"""Words behind a command that takes any text: what is no text is asked about, and nothing is saved."""

import re
import shlex
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.example_counts import examples
from tests.program import Paintrack

COMMANDS = {"note": "slept well", "question": "why", "effect": "dizzy", "overall": "better"}
DATES = (
    "yesterday 15:00",
    "3 jul",
    "jul 3",
    "2 days ago",
    "two weeks ago",
    "an hour ago",
    "half an hour ago",
    "tuesday 14:00",
    "last tuesday",
    "tue at 2 pm",
    "3 nov 2025 14:00",
    "3rd july 9am",
    "2026-07-01 15:00",
    "yesterday noon",
)


@pytest.fixture
def diary(paintrack: Paintrack) -> None:
    """A session, a question and a note."""
    for typed in ("log 7 3 --at 2025-10-01", "question why", "note new bed"):
        assert paintrack(typed).code == 0


def history(paintrack: Paintrack) -> str:
    """All that is saved."""
    return paintrack("export - --format json").out


# The diary is the same for every example: nothing is saved.
@examples(60)
@given(command=st.sampled_from([*COMMANDS]), date=st.sampled_from(DATES), data=st.data(), is_behind=st.booleans())
def test_a_date_split_behind_at_is_asked_about(
    command: str, date: str, data: st.DataObject, is_behind: bool, paintrack: Paintrack, diary: None
) -> None:
    before, (first, *rest) = history(paintrack), date.split()
    place = data.draw(st.integers(1, len(rest)))
    value, behind = " ".join([first, *rest[: place - 1]]), rest[place - 1 :]
    text = COMMANDS[command].split()
    words = ["--at", value, *behind, *text] if is_behind else [*text, "--at", value, *behind]
    refused = paintrack([command, *words])
    assert refused.code == 2
    line = refused.err.partition("Did you mean: paintrack ")[2]
    assert shlex.split(line) == [command, *text, "--at", date]
    assert history(paintrack) == before


@pytest.mark.parametrize("typed", ["note x --at today 23:30", "note x --at 3 jul 2031", "note x --at yesterday 24:00"])
def test_a_split_date_that_is_none_is_refused(typed: str, paintrack: Paintrack, diary: None) -> None:
    before = history(paintrack)
    refused = paintrack(typed)
    assert (refused.code, "Did you mean" in refused.err) == (2, False)
    assert re.search("future|24:00", refused.err)
    assert history(paintrack) == before


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("note --at yesterday slept well", "slept well"),
        ("note slept well --at yesterday", "slept well"),
        ("note --at yesterday 2 pills", "2 pills"),
        ("note 'hello 15:00' --at yesterday", "hello 15:00"),
        ("note done", "done"),
        ("note change 2 pills to 3", "change 2 pills to 3"),
        ("note n1 is wrong, see n2", "n1 is wrong, see n2"),
        ("note delete 2 of the pills", "delete 2 of the pills"),
        ("note done q1", "done q1"),
        ("question done with needles", "done with needles"),
        ("question 'edit q1'", "edit q1"),
        ("question 3 done", "3 done"),
    ],
)
def test_what_is_a_text_is_saved(typed: str, text: str, paintrack: Paintrack, diary: None) -> None:
    result = paintrack(f"{typed} --json")
    assert (result.code, result.json["text"]) == (0, text)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("effect bruise", "bruise_bleeding"),
        ("effect blue mark", "bruise_bleeding"),
        ("effect --another --outcome gone bruise", "bruise_bleeding"),
        ("effect --at yesterday bruise", "bruise_bleeding"),
        ("effect slept 3 hours", "other"),
        ("effect itchy toe yesterday", "skin_reaction"),
        ("effect 'Bruise. Tuesday.'", "bruise_bleeding"),
        ("effect 'fainted on the way home, fine now'", "fainted"),
        ("effect dizzy on the bus but ok now", "dizzy_nausea_sweat"),
    ],
)
def test_what_is_a_side_effect_is_saved(typed: str, kind: str, paintrack: Paintrack, diary: None) -> None:
    result = paintrack(f"{typed} --json")
    assert (result.code, result.json["side_effects"][0]["kind"]) == (0, kind)


def test_nothing_is_saved_where_words_are_misread(paintrack: Paintrack, diary: None, file: Path) -> None:
    before = history(paintrack)
    for typed in (
        "question q1 done",
        "question delete q1",
        "note edit n1 text",
        "effect bruise 1",
        "effect bruise now",
    ):
        assert paintrack(typed).code == 2
    assert history(paintrack) == before
