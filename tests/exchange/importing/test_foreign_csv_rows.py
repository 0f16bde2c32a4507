"""Rows of a spreadsheet as entries: nothing guessed, nothing lost, the trouble named where it stands."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.errors import PaintrackError
from paintrack.exchange.importing.column_mapping import TARGETS
from paintrack.exchange.importing.foreign_csv_rows import ImportContext, SheetRow, parse_date_format, sheet_entries
from paintrack.model.entries import AnyEntry, Rating, Reading, Session
from paintrack.model.importing.import_errors import (
    DateFormatMismatchError,
    DateFormatNeededError,
    InvalidDateFormatError,
    NoSuchDayError,
    ScoreNotOnScaleError,
)
from paintrack.model.importing.import_types import ColumnMapping, SheetEntry
from paintrack.model.serialization.csv_rows import RowError, RowReason
from paintrack.views.refusals.refusal_of_error import refusal
from tests.factories.entries import NOW, STAMP


def local(at: datetime) -> datetime:
    return at.replace(tzinfo=NOW.tzinfo)


def read(targets: str, *rows: Sequence[str], **options: Any) -> list[AnyEntry | RowError]:
    """The entries of rows below columns with these targets (`-`: left out), which are also their names."""
    names = tuple(targets.split())
    mapping = ColumnMapping(header=names, targets=tuple(name if name in TARGETS else None for name in names), **options)
    uids = count(1)
    context = ImportContext(now=NOW, table=tuple, new_uid=lambda: f"{next(uids):032x}", localize=local)
    results = sheet_entries((SheetRow(line, cells) for line, cells in enumerate(rows, 2)), mapping, context)
    return [each.entry if isinstance(each, SheetEntry) else each for each in results]


def session(targets: str, *cells: str, **options: Any) -> Session:
    (entry,) = read(targets, cells, **options)
    assert isinstance(entry, Session), entry
    return entry


def reasons(targets: str, *cells: str, **options: Any) -> list[tuple[str, RowReason]]:
    results = read(targets, cells, **options)
    return [(each.column, each.reason) for each in results if isinstance(each, RowError)]


def test_a_row_is_a_session_with_one_rating() -> None:
    entry = session(
        "at - condition before after points technique practitioner side_effects cost covered currency note",
        "2026-07-01", "sunny", " 007 ", "7", "0", "li4; ST 36", "moxa", "Dr  Li", "bruise; my toe", "85,5", "60", "EUR",
        "a\r\nb",
    )  # fmt: skip
    assert entry.ratings == (Rating("007", 7, 0),)
    assert entry.when.iso() == "2026-07-01T12:00+02:00"
    assert (entry.points, entry.technique, entry.practitioner) == (("LI4", "ST36"), "moxibustion", "Dr Li")
    assert [each.kind for each in entry.side_effects] == ["bruise_bleeding", "other"]
    assert (entry.cost, entry.covered, entry.currency, entry.note) == (8550, 6000, "EUR", "a\nb")
    assert (entry.uid, entry.entered, entry.edited, entry.number) == ("0" * 31 + "1", STAMP, STAMP, 0)


def test_a_row_with_a_score_alone_is_a_reading() -> None:
    (reading,) = read("at score note", ("2026-07-01", "0", "at night"), condition="neck")
    assert isinstance(reading, Reading)
    assert (reading.condition, reading.score, reading.note) == ("neck", 0, "at night")


def test_a_row_with_anything_else_is_a_visit() -> None:
    assert session("at before cost", "2026-07-01", "", "85", condition="neck").ratings == ()
    assert reasons("at before cost", "2026-07-01", "", "", condition="neck") == [
        ("", "The row has no score and nothing else to keep.")
    ]


def test_empty_rows_and_trailing_cells_are_skipped() -> None:
    assert read("at cost", ("", " "), (), ("", "", "")) == []
    assert session("at cost", "2026-07-01", "85", "", " ").cost == 8500


@pytest.mark.parametrize(
    ("cells", "date_format", "iso"),
    [
        (("2026-07-01", ""), None, "2026-07-01T12:00+02:00"),
        (("2026-07-01 9:05", ""), None, "2026-07-01T09:05:00+02:00"),
        (("2026-07-01T09:05:07+05:30", ""), None, "2026-07-01T09:05:07+05:30"),
        (("2026-07-01", "14:02"), None, "2026-07-01T14:02:00+02:00"),
        (("2026-07-01", "12:00 am"), None, "2026-07-01T00:00:00+02:00"),
        (("2026-07-01", "12:30 p.m."), None, "2026-07-01T12:30:00+02:00"),
        (("2026-07-01", "2:02:03PM"), None, "2026-07-01T14:02:03+02:00"),
        (("03/04/2026", ""), "%d/%m/%Y", "2026-04-03T12:00+02:00"),
        (("03/04/2026", ""), "%m/%d/%Y", "2026-03-04T12:00+02:00"),
        (("3.4.26 14:02", ""), "%d.%m.%y %H:%M", "2026-04-03T14:02:00+02:00"),
        (("3 April 2026", "8:00"), "%d %B %Y", "2026-04-03T08:00:00+02:00"),
    ],
)
def test_dates_as_they_are_or_as_was_said(cells: tuple[str, str], date_format: str | None, iso: str) -> None:
    assert session("at time before", *cells, "7", condition="neck", date_format=date_format).when.iso() == iso


@pytest.mark.parametrize("clock", ["24:00", "25:10", "12:60", "12:00:60", "0:75 pm", "12:60 pm"])
def test_an_impossible_time_is_the_error_of_its_own_column(clock: str) -> None:
    (error,) = read("at time before", ("2026-07-01", clock, "7"), condition="neck")
    assert isinstance(error, RowError)
    assert (error.column, error.value) == ("time", clock)


@given(st.dates(date(2000, 1, 1), NOW.date()))
def test_a_date_is_never_read_in_another_order_than_was_said(day: date) -> None:
    for date_format in ("%d/%m/%Y", "%m/%d/%Y", "%Y.%m.%d"):
        cells = (day.strftime(date_format), "7")
        entry = session("at before", *cells, condition="neck", date_format=date_format)
        assert (entry.when.day, entry.when.time_given) == (day, False)
        assert reasons("at before", *cells, condition="neck")


@pytest.mark.parametrize("text", ["", "%d/%m", "%d/%m/%Y/%d", "%d/%m/%b/%Y", "%Q%d%m%Y", "%d%m%Y%", "2026"])
def test_a_format_names_day_month_and_year_once(text: str) -> None:
    with pytest.raises(InvalidDateFormatError):
        parse_date_format(text)


@pytest.mark.parametrize(
    ("text", "score"),
    [("0", 0), ("100", 10), ("45", 4.5), ("7", 0.7), ("6.5", 0.7), ("64,9", 6.5), ("100.0", 10), ("0.4", 0)],
)
def test_scores_of_a_hundred_are_rounded_to_one_decimal(text: str, score: float) -> None:
    assert session("at before", "2026-07-01", text, condition="neck", scale=100).ratings[0].before == score


@pytest.mark.parametrize("text", ["100.1", "101", "-1", "1e2", "7/100", "٧", "", "nan", "1000"])
def test_scores_beyond_a_hundred_are_refused(text: str) -> None:
    expected = ScoreNotOnScaleError(scale=100) if text else "The row has no score and nothing else to keep."
    assert [why for _, why in reasons("at before", "2026-07-01", text, condition="neck", scale=100)] == [expected]


@pytest.mark.parametrize("text", ["11", "77", "100", "11,0"])
def test_scores_that_may_be_of_a_hundred_are_told(text: str) -> None:
    expected = [("before", ScoreNotOnScaleError(scale=10, fitting_scale=100))]
    assert reasons("at before", "2026-07-01", text, condition="neck") == expected


@pytest.mark.parametrize(
    ("text", "date_formats"),
    [
        ("03/04/2026", ("%d/%m/%Y", "%m/%d/%Y")),
        ("3.4.26 14:02", ("%d.%m.%y", "%m.%d.%y")),
        ("13-04-2026", ("%d-%m-%Y",)),
        ("04/13/2026", ("%m/%d/%Y",)),
        ("2026/03/04", ("%Y/%m/%d", "%Y/%d/%m")),
        ("13/14/2026", ()),
        ("3 April 2026", ()),
        ("soon", ()),
    ],
)
def test_a_date_in_doubt_is_refused_with_its_formats(text: str, date_formats: tuple[str, ...]) -> None:
    expected = [("at", DateFormatNeededError(date_formats=date_formats))]
    assert reasons("at before", text, "7", condition="neck") == expected


def test_a_date_in_another_format_than_was_said_is_refused() -> None:
    expected = [("at", DateFormatMismatchError(date_format="%d/%m/%Y"))]
    assert reasons("at before", "2026-07-01", "7", condition="neck", date_format="%d/%m/%Y") == expected


@given(st.dates(date(1950, 1, 1), date(2026, 1, 1)), st.integers(0, 99), st.sampled_from(["", " 14:02"]))
def test_a_date_of_the_format_is_wrong_in_its_day_alone(day: date, number: int, clock: str) -> None:
    expected: list[tuple[str, object]] = []
    try:
        day.replace(day=number)
    except ValueError:
        expected = [("at", NoSuchDayError())]
    for form in ("%d/%m/%Y", "%Y.%d.%m"):
        text = f"{day:{form.replace('%d', f'{number:02}')}}{clock}"
        assert reasons("at before", text, "7", condition="neck", date_format=form) == expected
    text = f"{day:%Y-%m}-{number:02}{clock}"
    assert reasons("at before", text, "7", condition="neck") == expected


@given(st.integers(0, 100))
def test_a_decimal_comma_says_what_a_point_says(tenths: int) -> None:
    text = f"{tenths / 10:.1f}"
    sessions = [session("at before", "2026-07-01", each, condition="x") for each in (text, text.replace(".", ","))]
    assert sessions[0].ratings == sessions[1].ratings == (Rating("x", tenths / 10),)


def test_every_trouble_of_a_row_is_named_once_by_its_column() -> None:
    errors = reasons("at condition before after cost", "soon", "neck", "11", "x", "free")
    assert [column for column, _ in errors] == ["at", "before", "after", "cost"]
    assert reasons("at score", "2026-07-01", "x") == [
        ("condition", "It is missing."),
        ("score", "A score is 0 (none) to 10 (worst imaginable). You typed x."),
    ]


@given(st.lists(st.lists(st.text(max_size=8) | st.sampled_from(["7", "2026-07-01"]), max_size=5), max_size=4))
def test_any_rows_are_entries_or_errors_with_their_line(rows: list[list[str]]) -> None:
    for each in read("at condition before after note", *rows):
        if isinstance(each, RowError):
            assert 2 <= each.line < 2 + len(rows)
            sentence = refusal(each.reason) if isinstance(each.reason, PaintrackError) else each.reason
            assert sentence.endswith((".", "?"))
        else:
            assert isinstance(each, Session)
