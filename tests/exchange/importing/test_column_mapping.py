"""Headers: usual names are known in any case, nothing is taken for two things, what was said wins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.errors import PaintrackError
from paintrack.exchange.importing.column_mapping import TARGETS, guess_target, parse_map, targets_of
from paintrack.model.importing.import_errors import (
    ColumnMappedTwiceError,
    ColumnNameNotUniqueError,
    ColumnsShareTargetError,
    ConditionColumnError,
    ConditionGivenTwiceError,
    InvalidMapError,
    NoConditionColumnError,
    NoDateColumnError,
    NoScoreColumnError,
    NoSuchColumnError,
)
from paintrack.views.refusals.refusal_of_error import refusal
from tests.program import is_one_sentence


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("Date", "at"), ("DATUM", "at"), ("Date of session", "at"), ("session_date", "at"), ("at", "at"),
        ("Time", "time"), ("Uhrzeit", "time"),
        ("Pain before", "before"), ("pre", "before"), ("vas_before", "before"), ("NRS1", "before"),
        ("VAS before treatment (0-10)", "before"), ("Schmerz vorher [0-10]", "before"), ("pre-session", "before"),
        ("Pain (before)", "before"), ("Pain [after]", "after"), ("painBefore", "before"), ("VASBefore", "before"),
        ("Score (time)", "score"), ("Prescore", "before"),
        ("Schmerzen nachher", "after"), ("Beschwerden vorher", "before"), ("Beschwerden", "condition"),
        ("Date of visit", "at"), ("Datum der Behandlung", "at"), ("Date (DD/MM/YYYY)", "at"), ("Fee (EUR)", "cost"),
        ("Körperteil", "condition"), ("Symptoms", "condition"), ("(before)", "before"),
        ("after", "after"), ("Post", "after"), ("nrs_2", "after"), ("Pain after", "after"), ("Apre\u0300s", "after"),
        ("score", "score"), ("Pain", "score"), ("pain level", "score"),
        ("Location", "condition"), ("body part", "condition"), ("Pain location", "condition"), ("SITE", "condition"),
        ("Notes", "note"), ("comment", "note"), ("Bemerkung", "note"), ("Session notes", "note"),
        ("Therapist", "practitioner"), ("Dr.", "practitioner"), ("Acupuncture points", "points"), ("Cost", "cost"),
        ("side_effects", "side_effects"), ("Side effects", "side_effects"), ("Währung", "currency"),
    ],
)  # fmt: skip
def test_usual_names_are_known(header: str, key: str) -> None:
    assert guess_target(header) == key


@pytest.mark.parametrize(
    "header", ["", "Weather", "Date of birth", "uid", "kind", "session", "N/A", "NA", "entered", "7"]
)
def test_other_names_say_nothing(header: str) -> None:
    assert guess_target(header) is None


@given(st.text(max_size=30))
def test_a_guess_is_a_target_or_nothing(header: str) -> None:
    assert guess_target(header) in (*TARGETS, None)


def test_every_target_is_known_by_its_own_name() -> None:
    assert [guess_target(target) for target in TARGETS] == [*TARGETS]


def test_a_map_is_read_up_to_its_last_mark() -> None:
    assert parse_map("Pain before=before") == ("Pain before", "before")
    assert parse_map("a=b = DATE ") == ("a=b", "at")
    assert parse_map("Sum=") == ("Sum", None)


@pytest.mark.parametrize("text", ["", "before", "=before", "x=uid", "x=pain", "x=\x1b"])
def test_no_map_is_refused(text: str) -> None:
    with pytest.raises(InvalidMapError) as raised:
        parse_map(text)
    assert raised.value == InvalidMapError(text=text, targets=("date", *TARGETS))


def test_what_was_said_wins_over_a_guess() -> None:
    header = ["Date", "pre", "post", "vas", "Site", "Mood"]
    assert targets_of(header, []) == ("at", "before", "after", "score", "condition", None)
    column_targets: list[tuple[str, str | None]] = [("VAS", "before"), ("post", None), ("mood", "note")]
    assert targets_of(header, column_targets) == ("at", None, None, "before", "condition", "note")


def test_one_condition_for_all_needs_a_column_left_out() -> None:
    with pytest.raises(ConditionColumnError) as raised:
        targets_of(["Date", "Site", "before"], [], has_one_condition=True)
    assert raised.value.column == "Site"
    with pytest.raises(ConditionGivenTwiceError):
        targets_of(["Date", "Site", "before"], [("Site", "condition")], has_one_condition=True)
    assert targets_of(["Date", "Site", "before"], [("Site", None)], has_one_condition=True) == ("at", None, "before")
    assert targets_of(["Date", "before"], [], has_one_condition=True) == ("at", "before")


def test_a_file_whose_scores_are_not_known_is_no_file_of_visits() -> None:
    header = ["Date", "Bobo", "Weather", ""]
    with pytest.raises(NoScoreColumnError) as raised:
        targets_of(header, [])
    assert raised.value.unknown_columns == ("Bobo", "Weather")
    assert targets_of(header, [("Bobo", None), ("Weather", None)]) == ("at", None, None, None)
    assert targets_of(header, [("Bobo", "before")], has_one_condition=True) == ("at", "before", None, None)


def test_two_columns_of_one_name_are_to_be_renamed() -> None:
    with pytest.raises(ColumnsShareTargetError) as raised:
        targets_of(["Date", "pre", "pre "], [], has_one_condition=True)
    assert raised.value == ColumnsShareTargetError(
        columns=("pre", "pre "), numbers=(2, 3), target="before", has_equal_names=True
    )


def test_a_file_of_visits_needs_no_condition() -> None:
    assert targets_of(["Date", "Cost"], []) == ("at", "cost")


@given(
    st.lists(st.sampled_from(["Date", "day", "pre", "post", "Site", "x", "", "\x1b"]), min_size=1, max_size=6),
    st.lists(st.tuples(st.sampled_from(["Date", "pre", "x"]), st.none() | st.sampled_from(TARGETS)), max_size=3),
    st.booleans(),
)
def test_targets_are_unique_and_refusals_one_sentence(
    header: list[str], column_targets: list[tuple[str, str | None]], has_one_condition: bool
) -> None:
    sentence, targets = "One.", list[str]()
    try:
        targets = [each for each in targets_of(header, column_targets, has_one_condition=has_one_condition) if each]
    except PaintrackError as error:
        sentence = refusal(error)
    assert is_one_sentence(sentence)
    assert len(targets) == len(set(targets))
    assert (sentence == "One.") == ("at" in targets)


def test_both_columns_of_a_doubtful_guess_are_named() -> None:
    with pytest.raises(ColumnsShareTargetError) as raised:
        targets_of(["Date", "pre", "Before"], [], has_one_condition=True)
    assert raised.value == ColumnsShareTargetError(
        columns=("pre", "Before"), numbers=(2, 3), target="before", has_equal_names=False
    )


@pytest.mark.parametrize(
    ("header", "is_row_of_values"), [(("Week", "Pain"), False), (("2026-07-01", "7"), True), (("", "7"), True)]
)
def test_a_file_without_a_date_is_refused(header: tuple[str, ...], is_row_of_values: bool) -> None:
    with pytest.raises(NoDateColumnError) as raised:
        targets_of(header, [])
    assert raised.value == NoDateColumnError(header=header, is_row_of_values=is_row_of_values)


def test_scores_of_nothing_are_refused() -> None:
    with pytest.raises(NoConditionColumnError) as raised:
        targets_of(["Date", "pre"], [])
    assert raised.value.header == ("Date", "pre")


def test_a_map_names_one_column_once() -> None:
    with pytest.raises(NoSuchColumnError) as absent:
        targets_of(["Date", "pre"], [("Post", "after")])
    assert absent.value == NoSuchColumnError(column="Post", header=("Date", "pre"))
    with pytest.raises(ColumnNameNotUniqueError) as many:
        targets_of(["Date", "x", "X"], [("x", "before")])
    assert many.value == ColumnNameNotUniqueError(column="x", number=2)
    with pytest.raises(ColumnMappedTwiceError) as twice:
        targets_of(["Date", "x"], [("x", "before"), ("X", "after")])
    assert twice.value.column == "X"
