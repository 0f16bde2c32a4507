"""A small table as CSV."""

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.exchange.csv_file import table_as_csv

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]))


def test_a_header_and_a_line_for_each_row() -> None:
    rows: list[dict[str, Any]] = [
        {"date": "2026-07-06", "practitioner": 'Li, "Dr"', "paid": 85.5},
        {"date": "", "practitioner": None, "paid": 0},
    ]
    assert table_as_csv(rows) == 'date,practitioner,paid\n2026-07-06,"Li, ""Dr""",85.5\n,,0\n'


def test_nothing_gives_nothing() -> None:
    assert table_as_csv([]) == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_what_a_spreadsheet_would_compute_is_text_there(start: str) -> None:
    line = table_as_csv([{"practitioner": f"{start}SUM(A1)", "paid": -4.5}]).splitlines()[1]
    assert line.lstrip('"').startswith("'")
    assert table_as_csv([{"practitioner": "Dr Li", "paid": -4.5}]).splitlines()[1] == "Dr Li,-4.5"


@given(st.lists(st.fixed_dictionaries({"practitioner": texts, "paid": st.none() | st.integers()}), min_size=1))
def test_no_cell_is_lost_whatever_it_holds(rows: list[dict[str, Any]]) -> None:
    read = list(csv.DictReader(io.StringIO(table_as_csv(rows), newline="")))
    assert [line["paid"] for line in read] == ["" if row["paid"] is None else str(row["paid"]) for row in rows]
    for line, row in zip(read, rows, strict=True):
        assert line["practitioner"] in (row["practitioner"], f"'{row['practitioner']}")
        assert line["practitioner"][:1] not in ("=", "+", "-", "@")
