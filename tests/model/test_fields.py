"""The table of fields and the classes say the same."""

from collections import Counter
from dataclasses import fields

import pytest

from paintrack.model.entries import KINDS, Entry, Rating, Reading, Session, SideEffect, entry_class_of
from paintrack.model.fields import FIELDS, clearable_fields, csv_fields, fields_of
from paintrack.model.serialization.json_entries import AMOUNTS
from paintrack.model.symptoms.searched_texts import SEARCHED_TEXTS, texts_of
from paintrack.model.typed.session_details import SINGLE_VALUES, SessionDetails
from paintrack.model.values.field_types import MONEY, OPTIONAL_TEXT, TEXT


@pytest.mark.parametrize("kind", KINDS)
def test_an_entry_has_the_fields_of_the_table(kind: str) -> None:
    # The time of an entry is one field of the class, and its time and whether it was given in the table; the kind
    # belongs to the class, and the number is of one file alone.
    in_class = {field.name for field in fields(entry_class_of(kind))} - {"when", "number"}
    in_table = {field.name for field in fields_of(entry_class_of(kind))} - {"at", "time_given", "kind"}
    assert in_table == in_class


@pytest.mark.parametrize("part", [Rating, SideEffect])
def test_a_part_has_the_fields_of_the_table(part: type[Rating] | type[SideEffect]) -> None:
    assert {field.name for field in fields_of(part)} == {*part._fields}


def test_a_name_has_one_row_for_each_holder() -> None:
    held = Counter((field.name, holder) for field in FIELDS for holder in field.holders)
    assert max(held.values()) == 1
    in_the_file = Counter(field.name for field in FIELDS if any(issubclass(each, Entry) for each in field.holders))
    assert max(in_the_file.values()) == 1


def test_a_column_of_the_csv_can_be_read() -> None:
    assert [field.name for field in csv_fields() if field.type.parse_text is None] == []


def test_a_usual_name_of_a_column_means_one_field() -> None:
    words = Counter(word for field in csv_fields() for word in field.header_words.split())
    assert [word for word, number in words.items() if number > 1] == []


def test_what_can_be_cleared_may_be_missing() -> None:
    for holder in (Session, Reading):
        optional = {field.name: field.default for field in fields(holder)}
        for field in clearable_fields():
            if holder in field.holders:
                assert optional[field.name] in (None, ())


def test_each_detail_of_a_session_can_be_typed() -> None:
    details = {field.name for field in clearable_fields() if Session in field.holders}
    assert details == {*SessionDetails._fields} - {"remarks"}
    assert details == {*SINGLE_VALUES, "points", "side_effects"}


def test_every_text_is_searched_for_symptoms() -> None:
    in_table = [field.name for field in FIELDS]
    assert sorted(SEARCHED_TEXTS, key=in_table.index) == [*SEARCHED_TEXTS]
    texts = {field.name for field in FIELDS if field.type in (TEXT, OPTIONAL_TEXT)}
    assert {*SEARCHED_TEXTS} - texts == {"outcome", "took"}
    assert texts <= {*SEARCHED_TEXTS}
    effect = SideEffect("other", words="odd", outcome="gone")
    assert [texts_of(effect), texts_of(SideEffect("sore"))] == [{"words": "odd", "outcome": "gone"}, {}]


def test_amounts_are_shown_in_units_of_the_currency() -> None:
    assert {*AMOUNTS} == {field.name for field in FIELDS if field.type is MONEY}
