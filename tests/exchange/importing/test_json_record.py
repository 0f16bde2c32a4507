"""Records from a file: what is right comes through as it is, what is wrong is named with its place."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.exchange.importing.json_record import Problem, parse_record
from paintrack.model.displayed_text import listed
from paintrack.model.entries import KINDS, AnyEntry
from paintrack.model.serialization.json_entries import ENTRY_VERSION, to_record
from tests.factories.entries import NOW, a_reading, a_session
from tests.strategies import all_entries

A_SESSION = to_record(a_session(7, 3.5))
A_READING = to_record(a_reading())
A_RATING = A_SESSION["ratings"][0]
TIME = "Write a time as 2026-11-03T15:00:00+01:00."
KEY = "A key is a small letter, then small letters, digits and _, 40 at most."
NUMBER = "A score is a number from 0 to 10, without quotes."


def problems(record: object) -> list[Problem]:
    result = parse_record(record, NOW.replace(year=2026, month=12))
    return result if isinstance(result, list) else []


@given(all_entries)
def test_every_entry_comes_back_from_its_json(entry: AnyEntry) -> None:
    result = parse_record(json.loads(json.dumps(to_record(entry))), NOW)
    assert not isinstance(result, list)
    assert type(result) is type(entry)
    assert to_record(result) == to_record(entry)


def test_scores_are_floats_and_whole_ones_too() -> None:
    entry = parse_record(A_READING | {"score": 4}, NOW.replace(month=12))
    assert not isinstance(entry, list)
    assert isinstance(to_record(entry)["score"], int)
    assert isinstance(getattr(entry, "score", None), float)


@pytest.mark.parametrize(
    ("change", "field", "reason"),
    [
        ({"version": ENTRY_VERSION + 1}, "version", "A newer paintrack wrote this entry; update paintrack to use it."),
        ({"version": "1"}, "version", f"The version of an entry is a number, {ENTRY_VERSION} for this one."),
        ({"version": True}, "version", f"The version of an entry is a number, {ENTRY_VERSION} for this one."),
        ({"kind": "walk"}, "kind", f"The kind is {listed([*KINDS])}."),
        ({"kind": ["session"]}, "kind", f"The kind is {listed([*KINDS])}."),
        ({"uid": "x"}, "uid", "A uid is 32 of the digits 0 to 9 and a to f."),
        ({"uid": 7}, "uid", "It is a text, in quotes."),
        ({"uid": None}, "uid", "It is missing."),
        ({"at": "2026-07-06T14:02:00"}, "at", TIME),
        ({"at": "2026-02-30T14:02:00+01:00"}, "at", "There is no such date or time: correct it in the file."),
        ({"at": "2026-07-06T24:00:00+01:00"}, "at", TIME),
        ({"at": "2027-07-06T14:02:00+02:00"}, "at", "It is in the future; only what has happened can be recorded."),
        ({"time_given": 1}, "time_given", "It is true or false."),
        ({"time_given": False}, "time_given", "A time that was not given is noon."),
        ({"edited": "2020-01-01T00:00:00Z"}, "edited", "It was edited before it was entered."),
        ({"deleted": "2026-08-01T00:00:00Z"}, "deleted", "What was deleted does not come in again."),
        ({"colour": "red"}, "colour", "It is not known here."),
        ({"cost": 85.5}, "cost", "Money in hundredths is a whole number, 0 to 999999999."),
        ({"cost": -1}, "cost", "Money in hundredths is a whole number, 0 to 999999999."),
        ({"technique": "Dry Needling"}, "technique", KEY),
        ({"note": "a\x00"}, "note", "The note holds a control character (U+0000)."),
        ({"note": "\ud800"}, "note", "The note holds bytes that are not text here."),
        ({"practitioner": " "}, "practitioner", "The name is empty."),
        ({"points": "LI4"}, "points", "Points are a JSON list of texts."),
        ({"points": [4]}, "points", "Points are a JSON list of texts."),
        ({"ratings": {}}, "ratings", "This is no JSON list."),
        ({"ratings": [7]}, "ratings[0]", "This is no JSON object."),
        ({"ratings": [{}]}, "ratings[0].condition", "It is missing."),
        ({"ratings": [A_RATING | {"before": 11}]}, "ratings[0].before",
         "A score is 0 (none) to 10 (worst imaginable). You typed 11."),
        ({"ratings": [A_RATING | {"before": 7.25}]},
         "ratings[0].before", "A score has at most one decimal: 7.2, not 7.25."),
        ({"ratings": [A_RATING | {"after": "7"}]}, "ratings[0].after", NUMBER),
        ({"ratings": [A_RATING | {"after": True}]}, "ratings[0].after", NUMBER),
        ({"ratings": [A_RATING | {"after_at": "now"}]},
         "ratings[0].after_at", "Write a time as 2026-11-03T14:00:00Z."),
        ({"ratings": [A_RATING, A_RATING | {"condition": "LOWER  back"}]},
         "ratings[1].condition", "This session rates it already."),
        ({"side_effects": [{"kind": "other"}]}, "side_effects[0].words", "An other side effect needs words."),
        ({"side_effects": [{"kind": "drowsy", "noticed": "later"}]}, "side_effects[0].noticed", TIME),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_place(change: dict[str, Any], field: str, reason: str) -> None:
    (problem,) = problems(A_SESSION | change)
    assert (problem.field, problem.reason) == (field, reason)


def test_all_that_is_wrong_is_said_at_once() -> None:
    assert [each.field for each in problems(A_READING | {"score": 11, "uid": "x", "note": 7})] == [
        "uid",
        "score",
        "note",
    ]


@pytest.mark.parametrize("value", [None, 7, "session", [], float("inf"), {}, {"version": 1}])
def test_what_is_no_record_is_refused(value: object) -> None:
    assert problems(value)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*A_SESSION, *A_RATING, "x"]), inner),
)


@given(st.dictionaries(st.sampled_from([*A_SESSION, *A_READING]), _json))
def test_any_json_is_refused_or_understood_and_never_raises(change: dict[str, Any]) -> None:
    for record in (A_SESSION, A_READING):
        result = parse_record(record | change, NOW)
        assert isinstance(result, list) or to_record(result)


def test_a_long_value_is_cut_where_it_is_told() -> None:
    (problem,) = problems(A_SESSION | {"uid": "x" * 1_000_000})
    assert len(problem.value) == 100
