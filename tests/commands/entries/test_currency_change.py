"""A new currency: costs that are recorded keep theirs, and those without one take it only with a sentence."""

import json
import shutil
from pathlib import Path

import pytest

from tests.commands.exchange.sheet_file_and_saved_sessions import saved, written
from tests.commands.merging.two_computers import Computers
from tests.program import Paintrack, Result, quoted, unwrapped

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
        "Saved: currency is now GBP. The costs of 2 visits stay in EUR.\n  Wrong? paintrack undo\n"
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
    answer = unwrapped(paintrack("config set currency EUR").out)
    assert answer == (
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


def test_a_cleared_cost_is_typed_in_the_currency_of_today(paintrack: Paintrack) -> None:
    for typed in ("config set currency ERU", "log 7 3 --cost 60", "config set currency EUR"):
        assert paintrack(typed).code == 0
    assert "ERU" in paintrack("show 1").out
    for typed in ("edit 1 --clear cost", "edit 1 --cost 60"):
        assert paintrack(typed).code == 0
    assert paintrack("show 1 --json").json["currency"] == "EUR"
    for _ in range(2):
        assert paintrack("undo").code == 0
    assert paintrack("show 1 --json").json["currency"] == "ERU"


@pytest.fixture
def one_with_currency(computers: Computers) -> Computers:
    """A laptop with the currency USD, and a desktop with a cost of which nothing says in which currency it is."""
    computers.on("desktop", "log 6 2 --cost 20")
    computers.on("laptop", "config set currency USD")
    return computers


@pytest.mark.parametrize("word", ["merge", "import"])
@pytest.mark.parametrize(("into", "source"), [("laptop", "desktop"), ("desktop", "laptop")])
def test_a_cost_without_a_currency_takes_none_in_silence(
    word: str, into: str, source: str, one_with_currency: Computers
) -> None:
    computers = one_with_currency
    document = computers.folder / "source.json"
    document.write_text(computers.export(source))
    typed = f"{word} {quoted(document)}"
    assert "The costs of 1 visit have no currency: they would count as USD here." in words(
        computers.on(into, f"{typed} --dry-run")
    )
    assert "The costs of 1 visit have no currency: they count as USD here." in words(computers.on(into, typed))
    assert exported_currencies(computers.export(into)) == [None, None]
    assert "no currency" not in words(computers.on(into, typed))
    computers.merge(source, into)
    assert computers.export("desktop") == computers.export("laptop")
    assert "The costs of 1 visit stay in USD." in words(computers.on(into, "config set currency CHF"))
    computers.merge(source, into)
    assert computers.export("desktop") == computers.export("laptop")
    assert exported_currencies(computers.export(into)) == [None, "USD"]


def test_a_currency_that_comes_in_changes_none_in_silence(one_with_currency: Computers) -> None:
    computers = one_with_currency
    shutil.copy(computers.paths["laptop"], computers.paths["phone"])
    computers.merge("desktop", "laptop")
    computers.on("phone", "config set currency CHF")
    assert "have no currency: they count as CHF here." in words(computers.merge("desktop", "phone"))
    computers.on("phone", "config clear currency")
    report = computers.merge("desktop", "phone", "--json").json
    assert report["costs_without_currency"] == 1
    computers.on("phone", "config set currency EUR")
    computers.on("desktop", "delete 2 --yes")
    assert "no currency" not in words(computers.merge("desktop", "phone"))


def test_costs_of_our_own_csv_keep_that_they_have_none(one_with_currency: Computers) -> None:
    computers = one_with_currency
    rows = computers.folder / "rows.csv"
    computers.on("desktop", f"export {quoted(rows)}")
    assert "have no currency: they count as USD here." in words(computers.on("laptop", f"import {quoted(rows)}"))


def exported_currencies(document: str) -> list[str | None]:
    """Of each session, the oldest first."""
    return [session["currency"] for session in json.loads(document)["entries"]]


def words(result: Result) -> str:
    """The answer in one line."""
    return unwrapped(result.out)


SPELLINGS = ("€", "euro", "EUR", "eur")


def test_all_spellings_of_a_sheet_are_one_currency(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    rows = [f"2026-05-0{day},neck,7,3,60,{currency}" for day, currency in enumerate(SPELLINGS, 1)]
    sheet = written(tmp_path / "diary.csv", "\n".join(["date,condition,before,after,price,currency", *rows, ""]))
    paintrack(["import", sheet])
    assert _currencies(file) == ["EUR"] * 4
    assert "Nothing new" in paintrack(["import", sheet]).out
    (row,) = paintrack("costs --json").json
    assert (row["currency"], row["paid"], row["sessions"]) == ("EUR", 240, 4)


@pytest.mark.parametrize(("usual", "kept"), [("USD", "USD"), ("CAD", "CAD"), ("EUR", "$")])
def test_a_sign_of_several_in_a_sheet(usual: str, kept: str, paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    paintrack(["config", "set", "currency", usual])
    head = "date,condition,before,after,price,currency\n"
    paintrack(["import", written(tmp_path / "diary.csv", f"{head}2026-05-01,neck,7,3,60,$\n")])
    assert _currencies(file) == [kept]


def test_an_old_diary_sums_its_spellings_and_keeps_them(paintrack: Paintrack, tmp_path: Path) -> None:
    for day, _ in enumerate(SPELLINGS, 1):
        paintrack(f"log 7 3 --cost 60 --at 2026-05-0{day}")
    export = tmp_path / "old.json"
    paintrack(["export", str(export)])
    data = json.loads(export.read_text("utf-8"))
    for entry, currency in zip(data["entries"], SPELLINGS, strict=True):
        entry["currency"] = currency
    export.write_text(json.dumps(data), "utf-8")
    other = ["--db", str(tmp_path / "old.db")]
    assert paintrack([*other, "import", str(export)]).code == 0
    (row,) = paintrack([*other, "costs", "--json"]).json
    assert (row["currency"], row["paid"]) == ("EUR", 240)
    assert len({each["currency"] for each in paintrack([*other, "costs", "--visits", "--json"]).json}) == 1
    assert "60 EUR" in paintrack([*other, "show", "1"]).out
    assert "Nothing new" in paintrack([*other, "import", str(export)]).out
    assert [each["currency"] for each in paintrack([*other, "list", "--json"]).json] == [*SPELLINGS]
    answer = paintrack([*other, "config", "set", "currency", "euro"]).out
    assert "stay in" not in answer


def test_a_sign_of_several_is_no_setting(paintrack: Paintrack, wide_terminal: None) -> None:
    refused = paintrack("config set currency $")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("$ may be USD, CAD, AUD,")


@pytest.mark.parametrize(
    "typed",
    ["log 7 3 80 usd", "log 7 3 80USD", "edit 1 --cost 85 USD", "edit 1 --cost '85 US$'", "edit 1 --cost=85USD"],
)
def test_an_amount_in_another_currency_is_never_led_to_ours(typed: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3 --cost 60")
    paintrack("config set currency EUR")
    refused = paintrack(typed)
    assert (refused.code, refused.out) == (2, "")
    assert "Costs are in EUR here, not in USD." in refused.err
    assert "paintrack config set currency USD" in refused.err
    assert "--cost 8" not in refused.err


def test_a_word_that_is_money_elsewhere_is_no_other_currency(paintrack: Paintrack) -> None:
    paintrack("config set currency EUR")
    assert "--cost 85" in paintrack("log 7 3 real pain --cost 85 eur").err
