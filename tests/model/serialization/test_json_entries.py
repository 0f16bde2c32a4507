"""Entries as JSON: they come back the same, and to the byte."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.model.entries import AnyEntry
from paintrack.model.serialization.json_entries import ENTRY_VERSION, from_record, to_record
from tests.factories.entries import a_reading, a_session
from tests.strategies import entries_alive_or_deleted


@given(entries_alive_or_deleted)
def test_an_entry_comes_back_from_its_json(entry: AnyEntry) -> None:
    assert from_record(json.loads(json.dumps(to_record(entry)))) == entry


@given(entries_alive_or_deleted)
def test_the_local_number_is_in_no_record(entry: AnyEntry) -> None:
    assert "number" not in to_record(entry)


@given(entries_alive_or_deleted)
def test_a_record_of_the_record_is_the_same_to_the_byte(entry: AnyEntry) -> None:
    assert json.dumps(to_record(from_record(to_record(entry)))) == json.dumps(to_record(entry))


def test_what_a_record_looks_like() -> None:
    session = a_session(7, 3.5)
    record = to_record(session)
    # What is missing is there, and null.
    assert record == dict.fromkeys(record) | {
        "version": ENTRY_VERSION,
        "kind": "session",
        "uid": session.uid,
        "at": "2026-07-06T14:02:00+02:00",
        "time_given": True,
        "entered": "2026-07-06T12:02:00.000000Z",
        "edited": "2026-07-06T12:02:00.000000Z",
        "deleted": None,
        "changed": None,
        "ratings": [
            {
                "condition": "lower back",
                "before": 7,
                "after": 3.5,
                "before_at": None,
                "after_at": None,
                "before_entered": None,
                "after_entered": None,
                "key": None,
            }
        ],
        "points": [],
        "technique": None,
        "practitioner": None,
        "side_effects": [],
        "cost": None,
        "covered": None,
        "currency": None,
        "note": None,
    }


def test_whole_scores_have_no_decimal_and_0_is_not_null() -> None:
    assert json.dumps(to_record(a_reading(0.0))).count('"score": 0,') == 1
    assert json.dumps(to_record(a_session(7.0, 0.0))).count('"before": 7, "after": 0,') == 1


def test_a_newer_record_is_refused() -> None:
    record = to_record(a_session()) | {"version": ENTRY_VERSION + 1}
    with pytest.raises(ValueError, match="newer paintrack"):
        from_record(record)


def test_fields_newer_than_the_record_may_be_missing() -> None:
    session = a_session()
    record = to_record(session)
    for name in ("deleted", "points", "side_effects", "currency", "note"):
        del record[name]
    assert from_record(record) == session


@given(st.dictionaries(st.sampled_from([*to_record(a_session()), "score", "condition"]), st.none() | st.text()))
def test_nonsense_raises_what_is_documented(nonsense: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        from_record(nonsense)
