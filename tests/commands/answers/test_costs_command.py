"""`paintrack costs`."""

import csv
import io
from pathlib import Path

import pytest

from paintrack.model.statement_columns import STATEMENT_COLUMNS
from tests.program import Clock, Paintrack

HEADER = ["year", "practitioner", "currency", "sessions", "paid", "covered", "out_of_pocket", "open", "own_share"]


@pytest.fixture
def visits(paintrack: Paintrack, clock: Clock) -> None:
    """Three visits in two years, in two currencies."""
    clock.set("2025-12-30 15:00")
    paintrack('log 8 5 --for "lower back" --with "Dr Li" --cost 80 --note "slept badly"')
    paintrack("config set currency EUR")
    clock.set("2026-01-06 15:00")
    paintrack('log 7 4 --for "lower back" --with "Dr Li" --cost 85.50 --covered 60')
    paintrack("config set currency CHF")
    clock.set("2026-01-13 15:00")
    paintrack('log 7 4 --for "lower back" --with "Dr Li" --cost 90')


@pytest.mark.usefixtures("visits")
def test_by_year_and_currency_never_summed(paintrack: Paintrack) -> None:
    result = paintrack("costs")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "year   practitioner  currency  sessions    paid  covered   open  own share",
        "2025   Dr Li         EUR              1   80.00        -  80.00          -",
        "2026   Dr Li         CHF              1   90.00        -  90.00          -",
        "2026   Dr Li         EUR              1   85.50    60.00   0.00      25.50",
        "total                CHF              1   90.00        -  90.00          -",
        "total                EUR              2  165.50    60.00  80.00      25.50",
        "Open: paid, and no covered amount recorded yet. Which: paintrack costs --open",
    ]


@pytest.mark.usefixtures("visits")
def test_an_amount_keeps_the_currency_that_it_had_first(paintrack: Paintrack) -> None:
    assert [paintrack(f"show {number} --json").json["currency"] for number in (1, 2, 3)] == ["EUR", "EUR", "CHF"]
    paintrack("config clear currency")
    assert [row["currency"] for row in paintrack("costs --json").json] == ["EUR", "CHF", "EUR"]


@pytest.mark.usefixtures("visits")
def test_visits_hold_no_score_condition_or_note(paintrack: Paintrack) -> None:
    rows = paintrack("costs --visits --json").json
    assert [tuple(row) for row in rows] == [STATEMENT_COLUMNS] * 3
    assert [(row["paid"], row["open"]) for row in rows] == [(80, 80), (85.5, 0), (90, 90)]
    for form, day in (("", "6 Jan 2026"), ("--csv", "2026-01-06"), ("--json", "2026-01-06")):
        out = paintrack(f"costs --visits {form}").out
        assert day in out
        assert "lower back" not in out
        assert "slept" not in out


@pytest.mark.usefixtures("visits")
def test_json_has_the_documented_keys(paintrack: Paintrack) -> None:
    rows = paintrack("costs --json").json
    assert [list(row) for row in rows] == [HEADER] * 3
    assert rows[2] == dict(zip(HEADER, [2026, "Dr Li", "EUR", 1, 85.5, 60, 25.5, 0, 25.5], strict=True))


@pytest.mark.usefixtures("visits")
def test_csv_says_the_same(paintrack: Paintrack) -> None:
    header, *rows = csv.reader(io.StringIO(paintrack("costs --csv").out))
    assert header == HEADER
    assert rows[2] == ["2026", "Dr Li", "EUR", "1", "85.5", "60", "25.5", "0", "25.5"]


@pytest.mark.usefixtures("visits")
def test_filters_choose(paintrack: Paintrack) -> None:
    assert [row["year"] for row in paintrack("costs --until 2025-12-31 --json").json] == [2025]
    assert paintrack('costs --with "Dr Nobody"').out == "No session that fits is recorded yet.\n"


@pytest.mark.parametrize("options", ["--csv", "--visits --csv"])
def test_a_name_is_no_formula_in_a_spreadsheet(options: str, paintrack: Paintrack) -> None:
    paintrack(["log", "7", "3", "--with", "=HYPERLINK(1)", "--cost", "80"])
    (row,) = csv.DictReader(io.StringIO(paintrack(f"costs {options}").out))
    assert row["practitioner"] == "'=HYPERLINK(1)"


def test_nothing_saved_yet(paintrack: Paintrack, file: Path) -> None:
    assert paintrack("costs").out == "No session that fits is recorded yet.\n"
    assert paintrack("costs --json").json == []
    assert not file.exists()


def test_what_steers_a_terminal_is_shown_visibly(paintrack: Paintrack) -> None:
    paintrack(["log", "7", "3", "--with", "a\u202eb[bold]", "--cost", "80"])
    out = paintrack("costs").out
    assert r"a\u202eb[bold]" in out
    assert "\u202e" not in out


def test_what_the_sums_do_not_show_is_said(paintrack: Paintrack, wide_terminal: None) -> None:
    paintrack("log 7 3 --cost 50 --covered 80")
    excess = "More is covered than paid in session 1, which lowers your own share. See: paintrack show 1"
    assert paintrack("costs").out.splitlines()[3:] == [excess]
    for amounts in ("", "--covered 10", "--cost 60 --covered 60"):
        paintrack(f"log 7 3 {amounts}")
    spoken = [
        "2 of 4 sessions have no cost recorded.",
        *excess.replace(" See:", "\nSee:").splitlines(),
        "Session 3 has a covered amount but no cost, which lowers your own share.",
        "Add it: paintrack edit 3 --cost AMOUNT",
    ]
    assert paintrack("costs --plain").out.splitlines()[2:] == spoken
    # One that fits the width is a line with its command.
    assert "\n".join(paintrack("costs").out.splitlines()[3:]).split() == " ".join(spoken).split()
    assert paintrack("delete 2 3 --yes").code == paintrack("edit 1 --covered 50").code == 0
    assert len(paintrack("costs").out.splitlines()) == 3
