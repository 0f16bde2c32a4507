"""The command `compare`."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from paintrack.model.entries import Rating
from tests.factories.courses import k1_sessions, save, weekly
from tests.factories.entries import HOSTILE
from tests.program import Paintrack, Result, is_one_sentence

NECK = Rating(condition="neck", before=6, after=1)


@pytest.fixture
def history(file: Path) -> None:
    """K1 with points, techniques and practitioners; the neck in the first two sessions and once alone."""
    sessions = k1_sessions()
    for place, each in enumerate(sessions):
        sessions[place] = replace(
            each,
            ratings=(*each.ratings, NECK) if place < 2 else each.ratings,
            points=("BL23", "GB30", "ST36") if place < 6 else (),
            technique="manual" if place < 7 else "moxibustion",
            practitioner="Dr Li" if place < 9 else None,
        )
    alone = weekly((5,), (4,), condition="neck", first_day=-100)
    save(file, [*sessions, *alone])


def groups(result: Result) -> list[tuple[str | None, int]]:
    """The groups of the JSON with their number of sessions."""
    assert (result.code, result.err) == (0, "")
    return [(group["name"], group["relief"]["middle"]["n"]) for group in result.json["groups"]]


@pytest.mark.usefixtures("history", "wide_terminal")
@pytest.mark.parametrize(
    ("by", "expected_groups"),
    [
        ("condition", [("lower back", 10), ("neck", 2)]),
        ("point", [("BL23", 6), ("GB30", 6), ("ST36", 6), (None, 4)]),
        ("technique", [("manual", 7), ("moxibustion", 3)]),
        ("practitioner", [("Dr Li", 9), (None, 1)]),
    ],
)
def test_each_grouping(by: str, expected_groups: list[tuple[str | None, int]], paintrack: Paintrack) -> None:
    # A trait is compared within one condition, here the one named.
    options = "" if by == "condition" else '--for "lower back"'
    result = paintrack(f"compare --by {by} {options} --json")
    assert groups(result) == expected_groups
    assert set(result.json) == {"by", "condition", "left_out", "above_zero_alone", "groups"}
    assert result.json["condition"] == (None if by == "condition" else "lower back")
    more = {"above_zero_alone", "course", "next_visits"} if by == "condition" else set()
    assert set(result.json["groups"][0]) == {"name", "relief"} | more
    assert set(result.json["groups"][0]["relief"]) == {"middle", "least", "most", "without"}
    text = paintrack(f"compare --by {by} {options}").out
    assert "Groups differ for many reasons" in text
    assert "before minus after), 10" in text


@pytest.mark.usefixtures("history")
def test_bare_it_is_by_condition_with_the_newest_scores(paintrack: Paintrack) -> None:
    assert paintrack("compare") == paintrack("compare --by condition")
    assert "10 scores on arrival, oldest first: 8, 7, 7, 6, 7, 5, 6, 5, 4, 4." in paintrack("compare --plain").out
    assert "  8 7 7 6 7 5 6 5 4 4  " in paintrack("compare").out


@pytest.mark.usefixtures("wide_terminal")
def test_sessions_that_began_at_0_are_left_out_and_counted(file: Path, paintrack: Paintrack) -> None:
    recovered = weekly((7, 6, 6, 5, 0, 0, 0, 0, 0), (5, 4, 4, 3, 0, 0, 0, 0, 1))
    save(file, [*(replace(each, technique="manual") for each in recovered), *weekly((6,), (5,), condition="neck")])
    notice = "Left out, since they began at 0 and nothing could be lower: 5 for lower back.\n"
    for by, sessions in (("condition", 5), ("technique", 4)):
        out = paintrack(f"compare --by {by}").out
        assert out.endswith(notice)
        assert f"before minus after), {sessions} sessions" in out
        assert paintrack(f"compare --by {by} --plain").out.endswith(notice)
    assert [each["above_zero_alone"] for each in paintrack("compare --json").json["groups"]] == [True, False]
    by_technique = paintrack("compare --by technique --json")
    assert (groups(by_technique), by_technique.json["above_zero_alone"]) == ([("manual", 4)], True)


@pytest.mark.usefixtures("history")
def test_one_condition_is_that_one_alone(paintrack: Paintrack) -> None:
    assert groups(paintrack("compare --for neck --json")) == [("neck", 2)]


@pytest.mark.usefixtures("history")
def test_filters_choose_the_sessions(paintrack: Paintrack) -> None:
    assert groups(paintrack('compare --for "Lower  BACK" --last 3 --json')) == [("lower back", 3)]
    assert groups(paintrack('compare --with "dr li" --json')) == [("lower back", 9), ("neck", 2)]
    assert groups(paintrack('compare --by point --for "lower back" --until 2026-07-13 --json'))[0] == ("BL23", 2)


@pytest.mark.parametrize("typed", ["week", "relief", "Point"])
def test_another_grouping_is_refused(typed: str, paintrack: Paintrack) -> None:
    result = paintrack(["compare", "--by", typed])
    assert (result.code, result.out) == (2, "")
    assert result.err == f"--by takes condition, point, technique or practitioner. You typed {typed}.\n"
    assert is_one_sentence(result.err)


def test_nothing_to_compare_yet(paintrack: Paintrack, file: Path) -> None:
    sentence = "No session that fits has both scores yet. See: paintrack list\n"
    assert paintrack("compare") == Result(0, sentence, "")
    assert not file.exists()
    save(file, weekly((7,), (None,)))
    assert paintrack("compare --by point") == Result(0, sentence, "")
    assert paintrack("compare --json").json["groups"] == []


@pytest.mark.usefixtures("history", "wide_terminal")
@pytest.mark.parametrize("by", ["condition", "point"])
def test_an_unknown_condition_names_the_recorded_ones(by: str, paintrack: Paintrack) -> None:
    assert paintrack(f"compare --for nope --by {by}").out == (
        "No session for nope that fits has both scores yet. Recorded are: lower back and neck. See: paintrack list\n"
    )


def test_what_steers_a_terminal_is_shown_visibly(paintrack: Paintrack) -> None:
    assert paintrack(["log", "8", "5", "--for", HOSTILE, "--with", HOSTILE, "--points", HOSTILE]).code == 0
    for by in ("condition", "point", "practitioner"):
        result = paintrack(f"compare --by {by}")
        assert not re.search(r"[\u202a-\u202e\u2066-\u2069]", result.out + result.err)
        assert "[bold]" in result.out
