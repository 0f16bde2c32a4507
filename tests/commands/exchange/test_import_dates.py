"""Dates of anyone's sheet that are not ISO 8601: settled by one of them, or by a format as spreadsheets show it."""

import re
from pathlib import Path

import pytest

from tests.commands.exchange.sheet_file_and_saved_sessions import saved, written
from tests.program import Paintrack, unwrapped


@pytest.mark.parametrize(
    ("dates", "date_format", "days"),
    [
        (["13/02/2026", "03/04/2026"], "dd/mm/yyyy", ["2026-02-13", "2026-04-03"]),
        (["03/04/2026", "02/13/2026"], "mm/dd/yyyy", ["2026-02-13", "2026-03-04"]),
        (["3.4.2026 15:00", "13.2.2026"], "dd.mm.yyyy", ["2026-02-13", "2026-04-03"]),
        (["2026/02/13", "2026/03/04"], "yyyy/mm/dd", ["2026-02-13", "2026-03-04"]),
    ],
)
def test_one_date_settles_how_the_others_are_written(
    dates: list[str], date_format: str, days: list[str], paintrack: Paintrack, tmp_path: Path, file: Path
) -> None:
    sheet = written(
        tmp_path / "dates.csv", "date,condition,before,after\n" + "".join(f"{each},neck,7,3\n" for each in dates)
    )
    assert f"written as {date_format}" in unwrapped(paintrack(["import", sheet, "--dry-run"]).out)
    done = paintrack(["import", sheet])
    assert (done.code, f"dates as {date_format}." in unwrapped(done.out)) == (0, True)
    assert [str(session.when.day) for session in saved(file)] == days


@pytest.mark.parametrize(
    "dates",
    [
        ["03/04/2026", "05/04/2026"],
        ["13/02/2026", "02/13/2026"],
        ["13/02/26", "03/04/26"],
        ["13/02/2026", "2026-04-03"],
    ],
)
def test_what_no_date_settles_is_asked(dates: list[str], paintrack: Paintrack, tmp_path: Path, file: Path) -> None:
    sheet = written(
        tmp_path / "dates.csv", "date,condition,before,after\n" + "".join(f"{each},neck,7,3\n" for each in dates)
    )
    refused = paintrack(["import", sheet])
    sentence = unwrapped(refused.err + refused.out)
    assert (refused.code, bool(re.search("--date-format [dmy]", sentence)), file.exists()) == (1, True, False)


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("dd.mm.yyyy", "03.04.2026"),
        ("DD.MM.YYYY", "03.04.2026"),
        ("d.m.yy", "3.4.26"),
        ("tt.mm.jjjj", "03.04.2026"),
        ("jj/mm/aaaa", "03/04/2026"),
        ("day/month/year", "03/04/2026"),
        ("mm/dd/yyyy hh:mm", "04/03/2026 09:30"),
        ("d mmm yyyy", "3 Apr 2026"),
        ("dd mmmm yyyy", "03 April 2026"),
        ("yyyy/mm/dd", "2026/04/03"),
    ],
)
def test_a_date_format_may_be_in_letters(
    typed: str, date: str, paintrack: Paintrack, tmp_path: Path, file: Path
) -> None:
    sheet = written(tmp_path / "dates.csv", f"date,condition,before,after\n{date},neck,7,3\n")
    assert paintrack(["import", sheet, "--date-format", typed]).code == 0
    assert [str(session.when.day) for session in saved(file)] == ["2026-04-03"]


@pytest.mark.parametrize("typed", ["dd.mm", "dd.mm.mm.yyyy", "dmy", "yyy-mm-dd", "european"])
def test_a_date_format_without_a_day_a_month_and_a_year(typed: str, paintrack: Paintrack, tmp_path: Path) -> None:
    sheet = written(tmp_path / "dates.csv", "date,condition,before,after\n03.04.2026,neck,7,3\n")
    assert "--date-format names the day, month and year once each" in paintrack(
        ["import", sheet, "--date-format", typed]
    ).err.replace("\n", " ")
