"""How a spreadsheet was understood, as the dry run shows it."""

from dataclasses import replace
from pathlib import Path

import pytest

from paintrack.exchange.importing.csv_sheet import DELIMITERS
from paintrack.model.entries import Rating, SideEffect
from paintrack.model.importing.import_types import ColumnMapping, CsvDialect, SheetEntry, SheetPreview
from paintrack.model.values.moment import Moment
from paintrack.views.importing.dialect_words import dialect_in_words
from paintrack.views.importing.import_preview import (
    duplicates_sentence,
    left_out_sentence,
    preview,
    separate_sessions_notice,
)
from paintrack.views.text_layout import width_of
from tests.factories.entries import a_reading, a_session
from tests.gold import check_gold

GOLD = Path(__file__).parents[1] / "gold"
MAPPING = ColumnMapping(
    header=("Datum", "Uhrzeit", "Schmerz vorher (0-100), wie ich ihn heute sehe", "nachher", "Ort", "\x1b[31mred", ""),
    targets=("at", "time", "before", "after", "condition", None, None),
    date_format="%d.%m.%Y",
    scale=100,
)
FULL = a_session(
    7.5,
    3,
    points=("LI4", "ST36"),
    technique="manual",
    practitioner="Dr Li",
    side_effects=(SideEffect("bruise_bleeding"),),
    cost=8550,
    currency="EUR",
    note="slept\nwell " * 20,
)
ROWS = [
    SheetEntry(2, FULL),
    SheetEntry(3, a_session(6, None, condition="\u202e" + "長い" * 20, at=Moment(FULL.at, time_given=False))),
    SheetEntry(5, a_session(ratings=(), note="only there")),
    SheetEntry(6, a_reading(0)),
    SheetEntry(7, a_session(ratings=(Rating("neck"),))),
    SheetEntry(8, a_session(1, 1, condition="not shown")),
]


@pytest.mark.parametrize("width", [40, 80])
def test_the_preview_as_it_looks(width: int) -> None:
    previews = [
        preview(SheetPreview(CsvDialect("Windows-1252", ";"), MAPPING, ROWS), width=width),
        preview(SheetPreview(CsvDialect("UTF-8", ","), replace(MAPPING, condition="lower back")), width=width),
    ]
    assert max(width_of(line) for text in previews for line in text.splitlines()) <= width
    assert "not shown" not in previews[0]
    check_gold(GOLD / f"sheet_guess_{width}.txt", "\n\n".join(previews) + "\n")


@pytest.mark.parametrize(
    ("dialect", "words"),
    [
        (CsvDialect("UTF-8", ","), "UTF-8, commas"),
        (CsvDialect("UTF-16", "\t"), "UTF-16, tabs"),
        (CsvDialect("mac-roman", "#"), "mac-roman, '#'"),
        (
            CsvDialect("Windows-1252", "|", has_doubtful_letters=True),
            "Windows-1252, bars (letters such as Ã look like UTF-8 with a broken place: see --encoding)",
        ),
    ],
)
def test_how_a_file_was_read(dialect: CsvDialect, words: str) -> None:
    assert dialect_in_words(dialect) == words


def test_every_delimiter_that_is_guessed_has_a_name() -> None:
    assert not any("'" in dialect_in_words(CsvDialect("UTF-8", each)) for each in DELIMITERS)


def test_plain_has_sentences_for_both_tables() -> None:
    text = preview(SheetPreview(CsvDialect("UTF-8", ","), MAPPING, ROWS), width=120, plain=True)
    assert text.splitlines()[1:4] == [
        "Column Datum becomes date, written as dd.mm.yyyy.",
        "Column Uhrzeit becomes time of day.",
        "Column Schmerz vorher (0-100), wie ich ihn h... becomes before, of 100.",
    ]
    assert "\nLine 2: Mon 6 Jul 2026 14:02, lower back 7.5 -> 3" in text


def test_rows_of_one_visit_are_counted() -> None:
    back, neck = ROWS[0].entry, ROWS[2].entry
    assert separate_sessions_notice([back, back]) == ""
    assert separate_sessions_notice([a_session(condition="back"), a_session(condition="neck"), neck]) == (
        "At 1 time several conditions have a row each: each row is a session of its own."
    )


def test_of_many_columns_ten_are_named() -> None:
    mapping = ColumnMapping(header=("date", *(f"c{n}" for n in range(20_000))), targets=("at", *[None] * 20_000))
    assert (
        left_out_sentence(mapping.columns_left_out)
        == "Columns left out: c0, c1, c2, c3, c4, c5, c6, c7, c8, c9 and 19,990 more."
    )
    assert left_out_sentence(ColumnMapping(header=("date",), targets=("at",)).columns_left_out) == ""


def test_the_first_duplicates_are_named() -> None:
    assert duplicates_sentence([]) == ""
    assert duplicates_sentence(ROWS[:1]) == "There already: line 2 (Mon 6 Jul 2026 14:02, lower back 7.5 -> 3)."
    assert duplicates_sentence(ROWS[2:]).endswith("line 7 (Mon 6 Jul 2026 14:02, neck no score) and 1 more.")
