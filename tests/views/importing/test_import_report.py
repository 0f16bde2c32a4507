"""The report of an import as text, and the table of what is wrong with a file."""

from pathlib import Path
from typing import Any

import pytest

from paintrack.model.importing.import_types import ImportReport, Outcome, OutcomeCounts, RejectedFile
from paintrack.model.importing.row_error_groups import ErrorGroups
from paintrack.model.serialization.csv_rows import RowError
from paintrack.views.importing.import_report import bad_rows, render_report, step_name
from paintrack.views.text_layout import width_of
from tests.gold import check_gold

GOLD = Path(__file__).parents[1] / "gold"
FIRST = {(Outcome.NEW, "session"): 12, (Outcome.NEW, "reading"): 3}
MIXED = FIRST | {
    (Outcome.SAME, "session"): 1,
    (Outcome.NEWER, "session"): 1,
    (Outcome.OLDER, "reading"): 2,
    (Outcome.CONFLICT, "session"): 1,
    (Outcome.DELETED, "session"): 4,
}
COPY = "/home/ada/paintrack/backups/paintrack-20261103-150000-before-import.db"
SCORE = "A score is 0 (none) to 10 (worst imaginable). You typed {}."
WHEN = "Write a time as 2026-11-03T15:00:00+01:00."
ERRORS = [
    RowError(2, "before", "77", SCORE.format(77)),
    RowError(12, "condition", "\x1b[31m" + "長い" * 20, "The condition holds a control character (U+001B)."),
    RowError(105, "", "a,b", "The row has 2 values, not 17."),
    RowError(106, "uid", "", "It is missing."),
    *(RowError(line, "at", f"0{line - 200}/07/2026", WHEN) for line in range(201, 206)),
    *(RowError(line, "before", "11", SCORE.format("11")) for line in (301, 302)),
    *(RowError(line, "uid", "", "It is missing.") for line in (303, 304)),
    RowError(401, "score", "12", SCORE.format("12")),
]


def answer(counts: OutcomeCounts, source: str = "f.csv", *, width: int = 120, **more: Any) -> str:
    report = ImportReport(source=source, counts=counts, errors=ErrorGroups(), **more)
    return render_report(report, width=width, answer_width=width).answer


def test_a_first_import_fits_in_one_answer() -> None:
    assert answer(FIRST, "history.csv") == (
        "Imported 12 sessions and 3 readings from history.csv. 0 were there already. Wrong? paintrack undo"
    )


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({}, "Nothing new: f.csv holds no entries."),
        ({(Outcome.SAME, "session"): 1}, "Nothing new: 1 entry was there already."),
        (
            {(Outcome.SAME, "session"): 14, (Outcome.SAME, "reading"): 1},
            "Nothing new: all 15 entries were there already.",
        ),
        (
            {(Outcome.SAME, "session"): 1, (Outcome.OLDER, "session"): 1},
            "Nothing new: 1 of 2 entries was there already. Newer here, so kept as saved: 1.",
        ),
    ],
)
def test_nothing_new_is_said(counts: OutcomeCounts, expected: str) -> None:
    assert answer(counts) == expected


def test_redo_is_named_where_it_can_help() -> None:
    deleted = {(Outcome.DELETED, "session"): 2}
    assert "paintrack redo" in answer(deleted, can_redo=True)
    assert "paintrack redo" not in answer(deleted)
    assert "paintrack redo" not in answer(FIRST, can_redo=True)


def test_the_step_is_named_by_what_changed() -> None:
    assert step_name(MIXED, "history.csv") == "the import of 13 sessions and 3 readings from history.csv"


def test_the_rows_with_an_error_and_their_file_are_named() -> None:
    one, two = RejectedFile("a.csv.rejected.csv", 1), RejectedFile("a.csv.rejected.csv", 2)
    assert "1 row written to a.csv.rejected.csv: correct it and import that file." in answer(FIRST, rejected=one)
    assert "2 rows written to a.csv.rejected.csv: correct them and import" in answer(FIRST, rejected=two)
    foreseen = answer(FIRST, is_dry_run=True, rejected=two._replace(is_taken=True))
    assert "2 rows would be written to a.csv.rejected.csv. It is there already: --force replaces it." in foreseen


def test_a_refused_import_has_no_answer_but_an_error() -> None:
    errors = ErrorGroups()
    errors.add(ERRORS[0])
    report = ImportReport(source="f.csv", is_refused=True, counts={}, errors=errors, can_skip=True)
    rendered = render_report(report, width=120, answer_width=120)
    assert (rendered.preview, rendered.answer) == ("", "")
    assert "before" in rendered.bad_rows
    assert str(rendered.error) == ("1 value in f.csv cannot be imported. --skip-bad imports the other rows.")


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("cluster", ["👨‍👩‍👧‍👦", "q\N{COMBINING ACUTE ACCENT}", "膝"])
def test_a_long_value_is_not_cut_within_a_character(cluster: str, width: int) -> None:
    errors = ErrorGroups()
    errors.add(RowError(2, "before", cluster * 60, f"What is {cluster * 900}?"))
    table = bad_rows(errors, width=width)
    assert max(width_of(line) for line in table.splitlines()) <= width
    # What is left after whole ones is no part of one.
    assert not set(table.replace(cluster, "")) & set(cluster)
    assert table.count("...") == 2


@pytest.mark.parametrize("width", [40, 80])
def test_the_answer_as_it_looks(width: int) -> None:
    answers = [
        answer(FIRST, "history.csv", width=width),
        answer(MIXED, "history.csv", width=width, safety_copy=COPY),
        answer(MIXED, "history.csv", width=width, is_dry_run=True),
    ]
    check_gold(GOLD / f"import_answers_{width}.txt", "\n\n".join(answers) + "\n")


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_table_of_bad_rows_as_it_looks(width: int) -> None:
    errors = ErrorGroups(most=5)
    for each in ERRORS:
        errors.add(each)
    table = bad_rows(errors, width=width)
    assert max(width_of(line) for line in table.splitlines()) <= width
    check_gold(GOLD / f"bad_rows_{width}.txt", table + "\n")
