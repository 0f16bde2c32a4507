"""Entries as rows, and rows of text as entries."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.model.entries import AnyEntry, Rating, Reading, Session, SideEffect
from paintrack.model.serialization import csv_rows as rows_module
from paintrack.model.serialization.csv_rows import KEYS, SESSION_KEYS, RowError, RowReason, TextRow, parse_rows, rows_of
from paintrack.model.serialization.json_entries import to_record
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.field_types import join_list, split_list
from paintrack.model.values.moment import Moment
from tests.factories.entries import NOW, STAMP, a_reading, a_session
from tests.strategies import row_histories

UID = "0123456789abcdef" * 2


def rows(entry: AnyEntry) -> list[dict[str, Any]]:
    return list(rows_of([entry]))


def text_rows(*rows: dict[str, str], kind: str = "session") -> list[TextRow]:
    """Rows from line 2 on, with what every row needs unless it says otherwise."""
    common = {"kind": kind, "uid": UID, "at": "2026-07-06T14:02:00+02:00", "entered": STAMP, "edited": STAMP}
    return [TextRow(line, [*(dict.fromkeys(KEYS, "") | common | row).values()]) for line, row in enumerate(rows, 2)]


def understood(rows: Sequence[TextRow]) -> AnyEntry:
    (entry,) = parse_rows(rows, NOW)
    assert not isinstance(entry, RowError), entry
    return entry


def errors(rows: Sequence[TextRow | RowError]) -> list[tuple[int, str, RowReason]]:
    """Line, column and reason of each error; there is nothing but errors."""
    results = list(parse_rows(rows, NOW))
    return [(each.line, each.column, each.reason) for each in results if isinstance(each, RowError)]


def as_text(entries: Sequence[AnyEntry]) -> list[TextRow]:
    def text(value: Any) -> str:
        return join_list(value) if isinstance(value, list) else "" if value is None else str(value)

    return [TextRow(line, [*map(text, row.values())]) for line, row in enumerate(rows_of(entries), 2)]


def test_a_session_has_a_row_for_each_condition() -> None:
    session = a_session(
        ratings=(Rating(condition="Neck", before=7, after=3.5), Rating(condition="ankle", before=0)),
        points=("LI4", "ST36"),
        technique="manual",
        practitioner="Dr Li",
        side_effects=(SideEffect(kind="bruise_bleeding"), SideEffect(kind="other", words="sore; thumb")),
        cost=8550,
        covered=6000,
        currency="EUR",
        note="slept",
    )
    first, second = rows(session)
    assert first == dict.fromkeys(KEYS) | {
        "kind": "session",
        "uid": session.uid,
        "at": "2026-07-06T14:02:00+02:00",
        "condition": "ankle",
        "before": 0,
        "after": None,
        "score": None,
        "points": ["LI4", "ST36"],
        "technique": "manual",
        "practitioner": "Dr Li",
        "side_effects": ["bruise_bleeding", "other: sore; thumb"],
        "cost": 85.5,
        "covered": 60,
        "currency": "EUR",
        "note": "slept",
        "entered": STAMP,
        "edited": STAMP,
    }
    assert (second["condition"], second["before"], second["after"]) == ("Neck", 7, 3.5)
    assert {key for key, value in second.items() if value is None} == {"score", *SESSION_KEYS}


def test_whole_numbers_are_whole() -> None:
    assert str(rows(a_session(7.0, 3.0))[0]["before"]) == "7"
    assert str(rows(a_session(cost=8500))[0]["cost"]) == "85"
    assert str(rows(a_session(cost=8505))[0]["cost"]) == "85.05"


def test_a_session_without_score_is_one_row_without_condition() -> None:
    (row,) = rows(a_session(ratings=(), note="a visit"))
    assert (row["condition"], row["before"], row["after"], row["note"]) == (None, None, None, "a visit")


def test_a_reading_is_a_row_with_a_score() -> None:
    (row,) = rows(a_reading(0, note="tired"))
    assert (row["kind"], row["condition"], row["score"], row["note"]) == ("reading", "lower back", 0, "tired")
    assert (row["before"], row["after"], row["points"]) == (None, None, None)


def test_a_time_that_was_not_given_has_no_seconds() -> None:
    noon = Moment(a_session(at="2026-07-06 12:00").at, time_given=False)
    assert rows(a_session(at=noon))[0]["at"] == "2026-07-06T12:00+02:00"
    assert rows(a_session(at="2026-07-06 12:00"))[0]["at"] == "2026-07-06T12:00:00+02:00"
    assert understood(text_rows({"at": "2026-07-06T12:00+02:00"})).when == noon


@given(st.lists(st.text(min_size=1).map(str.strip).filter(bool)))
def test_a_list_comes_back_from_one_text(items: list[str]) -> None:
    assert split_list(join_list(items)) == items


def test_a_list_that_a_person_typed_is_understood() -> None:
    assert split_list("LI4;ST36 ;; EX-HN3; ") == ["LI4", "ST36", "EX-HN3"]
    assert split_list("a\\") == ["a\\"]
    assert split_list("") == []


@given(row_histories)
def test_entries_come_back_from_their_rows(entries: list[AnyEntry]) -> None:
    results = [each for each in parse_rows(as_text(entries), NOW) if not isinstance(each, RowError)]
    assert list(rows_of(results)) == list(rows_of(entries))
    assert [to_record(each) for each in results] == [to_record(by_name(each)) for each in entries]


def by_name(entry: AnyEntry) -> AnyEntry:
    """The entry with its conditions in the order of the rows."""
    if not isinstance(entry, Session):
        return entry
    return replace(entry, ratings=tuple(sorted(entry.ratings, key=lambda rating: folded(rating.condition))))


def test_values_on_later_rows_of_a_session_count() -> None:
    session = understood(text_rows({"condition": "ankle", "before": "2"}, {"condition": "neck", "note": "slept"}))
    assert isinstance(session, Session)
    assert session.note == "slept"
    assert [rating.condition for rating in session.ratings] == ["ankle", "neck"]


def test_words_for_a_side_effect_are_understood() -> None:
    session = understood(text_rows({"side_effects": "bruise; other: bruise; funny toe; fainted: twice"}))
    assert isinstance(session, Session)
    assert session.side_effects == (
        SideEffect(kind="bruise_bleeding", words="bruise"),
        SideEffect(kind="other", words="bruise"),
        SideEffect(kind="other", words="funny toe"),
        SideEffect(kind="fainted", words="twice"),
    )


def test_an_instant_without_its_microseconds_gets_them() -> None:
    entry = understood(text_rows({"entered": "2026-07-06T12:02:00Z", "edited": "2026-07-06T12:02:01.5Z"}))
    assert (entry.entered, entry.edited) == ("2026-07-06T12:02:00.000000Z", "2026-07-06T12:02:01.500000Z")


@pytest.mark.parametrize(
    ("key", "text", "reason"),
    [
        ("uid", "12", "A uid is 32 of the digits 0 to 9 and a to f."),
        ("uid", UID.upper(), "A uid is 32 of the digits 0 to 9 and a to f."),
        ("uid", "", "It is missing. Without the columns uid and kind the file is read as anyone's spreadsheet."),
        ("kind", "visit", "The kind is session or reading."),
        ("kind", " ", "It is missing."),
        ("at", "2026-07-06", "Write a time as 2026-11-03T15:00:00+01:00."),
        ("at", "06/07/2026 14:02", "Write a time as 2026-11-03T15:00:00+01:00."),
        ("at", "2026-07-06T14:02:00", "Write a time as 2026-11-03T15:00:00+01:00."),
        ("at", "1899-12-31T14:02:00+00:00", "Write a time as 2026-11-03T15:00:00+01:00."),
        ("at", "2026-02-30T14:02:00+00:00", "There is no such date or time: correct it in the file."),
        ("at", "2026-07-06T14:02:00+24:00", "There is no such date or time: correct it in the file."),
        ("at", "9998-07-06T14:02:00+00:00", "It is in the future; only what has happened can be recorded."),
        ("at", "2026-07-08T00:00:00+02:00", "It is in the future; only what has happened can be recorded."),
        ("entered", "yesterday", "Write a time as 2026-11-03T14:00:00.000000Z."),
        (
            "edited",
            "9999-12-31T23:59:59.999999Z",
            "Write a time as 2026-11-03T14:00:00.000000Z.",
        ),
        ("edited", "2026-07-06T12:01:59.999999Z", "It was edited before it was entered."),
        ("condition", "a\x1bb", "The condition holds a control character (U+001B)."),
        ("condition", "a\x00b", "The condition holds a control character (U+0000)."),
        ("condition", "a\udcffb", "The condition holds bytes that are not text here."),
        ("before", "11", "A score is 0 (none) to 10 (worst imaginable). You typed 11."),
        ("after", "7,5", "Write a decimal with a point: 7.5, not 7,5. Two scores have a space between them."),
        ("score", "7", "A session has its scores under before and after."),
        ("technique", "yoga", None),
        ("side_effects", "bruise; other", "An other side effect needs words: other: sore thumb."),
        ("cost", "-1", "The cost cannot be below 0. You typed -1."),
        ("covered", "8 EUR", None),
        ("note", "a\x07", "The note holds a control character (U+0007)."),
    ],
)
def test_a_bad_value_has_line_column_and_reason(key: str, text: str, reason: str | None) -> None:
    row = {"condition": "neck", "before": "7", "after": "3"} | {key: text}
    ((line, column, actual),) = errors(text_rows(row))
    assert (line, column) == (2, key)
    assert isinstance(actual, str)
    assert actual == reason if reason else actual.endswith(".")
    assert "Nothing saved" not in actual


def test_all_that_is_wrong_with_an_entry_is_said_at_once() -> None:
    wrong = text_rows({"condition": "neck", "before": "x", "cost": "y"}, {"condition": "ankle", "after": "z"})
    assert [(line, column) for line, column, _ in errors(wrong)] == [(2, "before"), (3, "after"), (2, "cost")]


def test_a_clock_that_is_ahead_is_no_future() -> None:
    assert understood(text_rows({"at": "2026-07-07T13:00:00+02:00"})).at > NOW


def test_a_score_needs_a_condition() -> None:
    assert errors(text_rows({"before": "7"})) == [(2, "condition", "A score needs a condition.")]


def test_a_session_rates_a_condition_once() -> None:
    twins = text_rows({"condition": "neck", "before": "7"}, {"condition": " NECK", "before": "6"})
    assert errors(twins) == [(3, "condition", "This session rates it on line 2 already.")]


def test_rows_of_a_session_that_disagree_are_refused() -> None:
    rows = text_rows(
        {"condition": "ankle", "note": "a"}, {"condition": "neck", "note": "b", "edited": STAMP[:-2] + "9Z"}
    )
    assert errors(rows) == [
        (3, "edited", "Line 2 of the same entry says something else."),
        (3, "note", "Line 2 of the same entry says something else."),
    ]


def test_a_reading_is_one_row_with_a_condition_and_a_score() -> None:
    assert errors(text_rows({}, kind="reading")) == [(2, "condition", "It is missing."), (2, "score", "It is missing.")]
    good = {"condition": "neck", "score": "4"}
    assert isinstance(understood(text_rows(good, kind="reading")), Reading)
    assert [error[:2] for error in errors(text_rows(good, good, kind="reading"))] == [(3, "uid")]
    assert [error[:2] for error in errors(text_rows(good | {"before": "7", "points": "LI4"}, kind="reading"))] == [
        (2, "before"),
        (2, "points"),
    ]


def test_a_uid_that_comes_again_is_refused() -> None:
    other = {"uid": "f" * 32}
    results = list(parse_rows(text_rows({}, other, {}), NOW))
    assert [each.line for each in results if isinstance(each, RowError)] == [4]
    assert len(results) == 3


def test_rows_without_uid_are_each_named() -> None:
    assert [line for line, _, _ in errors(text_rows({"uid": ""}, {"uid": ""}))] == [2, 3]


def test_an_error_among_the_rows_is_passed_on() -> None:
    error = RowError(5, "", "a,b", "The row has 2 values, not 17.")
    assert error in list(parse_rows([*text_rows({}), error], NOW))


# Cells that are right, blank, odd and wrong, for each column; those of a name serve any other column.
_LINE_CELLS = ["Dr  Li", "", "a\x00b"]
_CELLS = dict.fromkeys(KEYS, _LINE_CELLS) | {
    "kind": ["session", "session", "reading", "visit", " session", ""],
    "uid": [UID, UID, "g" * 32, "", " "],
    "at": ["2026-07-06T14:02:00+02:00", "2026-07-06T12:00+02:00", "2027-07-06T14:02:00Z", "2026-02-30T14:02:00Z", ""],
    "condition": ["neck", " lower   back ", "", "a\x00b", "  "],
    "before": ["7", "7.5", "11", "", " 0 "],
    "after": ["3", "x", "", "\t"],
    "score": ["", "", "4", " "],
    "points": ["LI4; ST36", "a\\;b", ";", "a\x00b", ""],
    "technique": ["manual", "voodoo", ""],
    "side_effects": ["bruise_bleeding", "other: x", "other:", ""],
    "cost": ["85", "-1", ""],
    "covered": ["85.5", "x", ""],
    "currency": ["EUR", "\u2028", ""],
    "note": [" slept well\r\n", "a\x00b", "", "\n"],
    "entered": [STAMP, "2026-07-06T12:02:00Z", "x", ""],
    "edited": [STAMP, "2026-07-05T12:02:00Z", ""],
}  # fmt: skip


_GOOD = [_CELLS[key][0] for key in KEYS]


@given(st.sets(st.sampled_from(KEYS), max_size=4), st.data())
def test_the_quick_way_says_what_the_careful_way_says(odd: set[str], data: st.DataObject) -> None:
    cells = [
        data.draw(st.sampled_from(_CELLS[key])) if key in odd else cell for key, cell in zip(KEYS, _GOOD, strict=True)
    ]
    quick = list(parse_rows([TextRow(2, cells)], NOW))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows_module, "_plain_session", lambda *_: None)
        assert quick == list(parse_rows([TextRow(2, cells)], NOW))


def test_the_quick_way_is_taken() -> None:
    assert rows_module._plain_session(_GOOD, NOW) == understood([TextRow(2, _GOOD)])
