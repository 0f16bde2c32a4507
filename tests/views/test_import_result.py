"""The answers of export and import, and the table of what is wrong with a file."""

from pathlib import Path

import pytest

from paintrack.model.import_values import Outcome
from paintrack.model.row_errors import ErrorGroups
from paintrack.model.serialization.csv_rows import RowError
from paintrack.views.importing import import_result
from paintrack.views.text_layout import width_of
from tests.gold import check_gold

GOLD = Path(__file__).parent / "gold"
FIRST = {(Outcome.NEW, "session"): 12, (Outcome.NEW, "reading"): 3}
MIXED = FIRST | {
    (Outcome.SAME, "session"): 1,
    (Outcome.NEWER, "session"): 1,
    (Outcome.OLDER, "reading"): 2,
    (Outcome.CLASH, "session"): 1,
    (Outcome.DELETED, "session"): 4,
}
COPY = Path("/home/ada/paintrack/backups/paintrack-20261103-150000-before-import.db")
SCORE = "A score is 0 to 10 (0 none, 10 worst imaginable). You typed {}."
WHEN = "A time is written as 2026-11-03T15:00:00+01:00."
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


def test_a_first_import_fits_in_one_answer() -> None:
    assert import_result.import_confirmation(FIRST, "history.csv", width=120) == (
        "Imported 12 sessions and 3 readings from history.csv. 0 were there already. Wrong? paintrack undo"
    )


@pytest.mark.parametrize(
    ("tally", "answer"),
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
def test_nothing_new_is_said(tally: import_result.OutcomeCounts, answer: str) -> None:
    assert import_result.import_confirmation(tally, "f.csv", width=120) == answer


def test_redo_is_named_where_it_can_help() -> None:
    deleted = {(Outcome.DELETED, "session"): 2}
    assert "paintrack redo" in import_result.import_confirmation(deleted, "f.csv", width=80, can_redo=True)
    assert "paintrack redo" not in import_result.import_confirmation(deleted, "f.csv", width=80)
    assert "paintrack redo" not in import_result.import_confirmation(FIRST, "f.csv", width=80, can_redo=True)


def test_the_step_is_named_by_what_changed() -> None:
    assert (
        import_result.import_step_name(MIXED, "history.csv")
        == "the import of 13 sessions and 3 readings from history.csv"
    )


@pytest.mark.parametrize("width", [40, 80])
def test_the_answer_as_it_looks(width: int) -> None:
    answers = [
        import_result.import_confirmation(FIRST, "history.csv", width=width),
        import_result.import_confirmation(MIXED, "history.csv", width=width, copy=COPY),
        import_result.import_confirmation(MIXED, "history.csv", width=width, dry_run=True),
    ]
    check_gold(GOLD / f"import_answers_{width}.txt", "\n\n".join(answers) + "\n")


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_table_of_bad_rows_as_it_looks(width: int) -> None:
    errors = ErrorGroups(most=5)
    for each in ERRORS:
        errors.add(each)
    table = import_result.error_table(errors, width=width)
    assert max(width_of(line) for line in table.splitlines()) <= width
    check_gold(GOLD / f"bad_rows_{width}.txt", table + "\n")
