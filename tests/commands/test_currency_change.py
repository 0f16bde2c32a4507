"""A new currency: costs that are recorded keep theirs, and those without one take it only with a sentence."""

from pathlib import Path

from tests.commands.sheets import saved, written
from tests.program import Paintrack

SHEET = "date,condition,before,after,price\n2026-05-01,neck,7,3,60\n2026-05-08,neck,6,3,\n"
SHEET_WITH_CURRENCY = (
    "date,condition,before,after,price,currency\n2026-05-01,neck,7,3,60,CHF\n2026-05-08,neck,6,3,50,\n"
)


def _currencies(file: Path) -> list[str | None]:
    return [session.currency for session in saved(file)]


def test_costs_saved_in_a_currency_keep_it(paintrack: Paintrack, file: Path) -> None:
    paintrack("config set currency EUR")
    paintrack("log 7 3 --cost 60")
    paintrack("log 7 3 --covered 20 --at yesterday")
    paintrack("log 7 3 --at 2026-05-01")
    assert paintrack("config set currency pounds").out == (
        "Saved: currency is now pounds. The costs of 2 visits stay in EUR.\n  Wrong? paintrack undo\n"
    )
    assert _currencies(file) == [None, "EUR", "EUR"]


def test_costs_of_an_imported_sheet_keep_the_currency(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    paintrack("config set currency EUR")
    sheet = written(tmp_path / "diary.csv", SHEET)
    assert "60 EUR" in paintrack(["import", sheet, "--dry-run"]).out
    paintrack(["import", sheet])
    assert _currencies(file) == ["EUR", None]
    assert "Nothing new" in paintrack(["import", sheet]).out


def test_a_currency_in_the_sheet_comes_before_the_setting(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    paintrack("config set currency EUR")
    paintrack(["import", written(tmp_path / "diary.csv", SHEET_WITH_CURRENCY)])
    assert _currencies(file) == ["CHF", "EUR"]


def test_costs_without_a_currency_take_the_first_one(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    paintrack(["import", written(tmp_path / "diary.csv", SHEET)])
    paintrack("log 7 3 --cost 50")
    before = paintrack("list --json").json
    said = " ".join(paintrack("config set currency EUR").out.split())
    assert said == (
        "Saved: currency is now EUR. The costs of 2 visits had no currency: they are in EUR now. Wrong? paintrack undo"
    )
    assert _currencies(file) == ["EUR", None, "EUR"]
    assert "stay in EUR" in paintrack("config set currency pounds").out
    paintrack("undo")
    paintrack("undo")
    assert _currencies(file) == [None, None, None]
    assert paintrack("config --json").json["currency"] is None
    assert [row["currency"] for row in paintrack("list --json").json] == [row["currency"] for row in before]


def test_costs_keep_a_currency_that_is_cleared(paintrack: Paintrack, file: Path) -> None:
    paintrack("log 7 3 --cost 50")
    paintrack("config set currency EUR")
    assert "The costs of 1 visit stay in EUR." in paintrack("config clear currency").out
    assert _currencies(file) == ["EUR"]


def test_the_same_currency_again_says_nothing_of_costs(paintrack: Paintrack) -> None:
    paintrack("config set currency EUR")
    paintrack("log 7 3 --cost 50")
    assert paintrack("config set currency EUR").out == "Nothing to change: currency is EUR already.\n"


def test_a_cost_that_was_cleared_is_typed_in_the_currency_of_today(paintrack: Paintrack) -> None:
    for typed in ("config set currency ERU", "log 7 3 --cost 60", "config set currency EUR"):
        assert paintrack(typed).code == 0
    assert "ERU" in paintrack("show 1").out
    for typed in ("edit 1 --clear cost", "edit 1 --cost 60"):
        assert paintrack(typed).code == 0
    assert paintrack("show 1 --json").json["currency"] == "EUR"
    for _ in range(2):
        assert paintrack("undo").code == 0
    assert paintrack("show 1 --json").json["currency"] == "ERU"
