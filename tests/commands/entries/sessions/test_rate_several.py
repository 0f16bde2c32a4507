"""`rate --also`: several readings in one command, one step of undo."""

import pytest

from tests.program import Paintrack, unwrapped


def test_each_condition_has_a_reading_and_a_line(paintrack: Paintrack) -> None:
    done = paintrack("rate 5 --for 'lower back' --also neck=4 --also migraine=0 --took ibuprofen --note 'bad night'")
    assert done.code == 0
    assert [line.partition(" now,")[0] for line in done.out.splitlines()[:3]] == [
        "Saved: lower back 5", "Saved: neck 4", "Saved: migraine 0",
    ]  # fmt: skip
    assert "Readings r1, r2 and r3." in done.out
    readings = [paintrack(f"show r{number} --json").json for number in (1, 2, 3)]
    assert [(each["condition"], each["score"]) for each in readings] == [
        ("lower back", 5),
        ("neck", 4),
        ("migraine", 0),
    ]
    # What was taken was taken once.
    assert [each["took"] for each in readings] == ["ibuprofen", None, None]
    assert [each["note"] for each in readings] == ["bad night", None, None]


def test_one_undo_takes_them_all_back(paintrack: Paintrack) -> None:
    paintrack("rate 5 --for knee --at 2026-07-01")
    paintrack("rate 5 --also neck=4")
    assert "r2, knee 5; reading r3, neck 4" in unwrapped(paintrack("undo").out)
    assert paintrack("show r3").code == 1
    assert paintrack("show r1").code == 0


def test_json_is_a_list_only_for_several(paintrack: Paintrack) -> None:
    assert paintrack("rate 5 --json").json["score"] == 5
    assert [each["score"] for each in paintrack("rate 5 --also neck=4 --json").json] == [5, 4]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("rate 5 --for neck --also Neck=4", "Neck is rated twice here."),
        ("rate 5 --also neck=4:3", "--also takes a condition and its scores"),
        ("rate 5 --also neck=11", "You typed 11."),
        ("rate 0 --also neck=4 --rest-of 2026-06", "--rest-of means the other days of a month, at 0"),
    ],
)
def test_what_makes_no_sense_is_refused(typed: str, sentence: str, paintrack: Paintrack) -> None:
    refused = paintrack(typed)
    assert (refused.code, refused.out) == (2, "")
    assert sentence in refused.err


def test_an_open_session_is_named_for_each(paintrack: Paintrack) -> None:
    paintrack("before 7 --for neck --also knee=5")
    out = unwrapped(paintrack("rate 4 --for neck --also knee=2 --also hip=1").out)
    assert "paintrack after 4 --for neck" in out
    assert "paintrack after 2 --for knee" in out
    assert "--for hip" not in out


def test_a_serious_new_condition_among_them_is_advised_on(paintrack: Paintrack) -> None:
    assert "emergency" in paintrack("rate 5 --also 'chest pain=4'").err
