"""A file and its own copies, of now or earlier: a merge or an import never takes two visits for one."""

import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.commands.merging.changes_on_three_computers import Change, Computers, answer, changes, run
from tests.commands.merging.two_computers import Computers as TwoComputers
from tests.example_counts import examples
from tests.program import Paintrack

COPIES = [("copy.db", "backup", ["merge", "merge --join-twins --yes"]), ("copy.json", "export", ["merge", "import"])]
COPIES += [("copy.csv", "export", ["import"])]
OWN_CHANGES = changes.map(lambda history: [each._replace(computer=0) for each in history])


def copy(computers: Computers, folder: Path) -> None:
    """Write each kind of copy of the first computer's file."""
    folder.mkdir()
    for name, word, _ in COPIES:
        run(computers.now, word, str(folder / name), "--db", str(computers.paths[0]))


# Few: each example opens files dozens of times.
@examples(12)
@given(OWN_CHANGES, OWN_CHANGES, st.booleans())
def test_own_copies_have_no_twins(first: list[Change], later: list[Change], is_later_typed: bool) -> None:
    """Two visits of one day or two, with equal scores, are in all histories."""
    with tempfile.TemporaryDirectory() as name:
        computers = Computers(Path(name), with_merges=False)
        earlier, own = computers.folder / "earlier", computers.paths[0]
        again = Change(0, "add", 3, 1, 0)
        for change in [again, *first]:
            computers.do(change)
        copy(computers, earlier)
        for change in [again, *later] if is_later_typed else []:
            computers.do(change)
        copy(computers, computers.folder / "now")
        computers.now += timedelta(hours=1)
        for folder in (computers.folder / "now", earlier):
            for source, _, words in COPIES:
                for word in words:
                    before = own.read_bytes()
                    typed = [*word.split()[:1], str(folder / source), *word.split()[1:], "--db", str(own)]
                    for options in (["--dry-run"], []):
                        report = answer(computers, *typed, *options)
                        assert "both sides" not in report
                        assert "typed on two computers" not in report
                        if folder.name == "now" or not is_later_typed:
                            assert report.startswith("Nothing new")
                            assert own.read_bytes() == before


@pytest.mark.usefixtures("wide_terminal")
def test_two_visits_within_a_day_stay_two(paintrack: Paintrack, tmp_path: Path) -> None:
    paintrack(["log", "7", "3", "--for", "back", "--at", "2026-06-24 17:00"])
    paintrack(["backup", str(tmp_path / "older.db")])
    paintrack(["log", "7", "3", "--for", "back", "--at", "2026-06-25 16:00"])
    for name in ("copy.db", "copy.json", "copy.csv"):
        paintrack(["backup" if name.endswith("db") else "export", str(tmp_path / name)])
    for typed in ("merge copy.db", "merge older.db --join-twins --yes", "merge copy.json", "import copy.json"):
        word, name, *options = typed.split()
        report = paintrack([word, str(tmp_path / name), *options]).out
        assert report.startswith("Nothing new")
        assert "both sides" not in report
    assert len(paintrack("list --json").json) == 2
    # An older copy that was put back knows the first of them alone.
    paintrack(["restore", str(tmp_path / "older.db"), "--yes"])
    for typed in ("merge copy.db", "import copy.json", "import copy.csv"):
        word, name = typed.split()
        report = paintrack([word, str(tmp_path / name)]).out
        assert "1 session" in report
        assert "both sides" not in report
        assert "two computers" not in report
        paintrack("undo --yes")


def test_a_sheet_that_has_both_visits_has_no_twins(paintrack: Paintrack, tmp_path: Path) -> None:
    """A sheet to which a row was added since it was imported."""
    sheet = tmp_path / "sheet.csv"
    rows = ["date,before,after", "2026-06-24 17:00,7,3", "2026-06-25 16:00,7,3"]
    for number in (2, 3):
        sheet.write_text("\n".join(rows[:number]))
        imported = paintrack(["import", str(sheet), "--for", "neck"])
        assert "1 session" in imported.out
        assert "two computers" not in imported.out


def test_a_merge_leaves_two_what_an_imported_csv_named(paintrack: Paintrack, tmp_path: Path) -> None:
    """The rows of a sheet may be visits of one's own that are alike."""
    sheet, other = tmp_path / "sheet.csv", tmp_path / "other.db"
    sheet.write_text("date,before,after\n2026-06-24 17:00,7,3")
    paintrack("log 7 3 --for neck --at '2026-06-25 16:00'")
    assert "typed on two computers" in " ".join(paintrack(["import", str(sheet), "--for", "neck"]).out.split())
    paintrack(["backup", str(other)])
    paintrack(["note", "slept", "--db", str(other)])
    assert "Merged 1 note" in paintrack(["merge", str(other), "--join-twins", "--yes"]).out
    assert len(paintrack("list --json").json) == 2


@pytest.mark.usefixtures("wide_terminal")
def test_the_command_that_a_merge_suggests_joins_them(computers: TwoComputers) -> None:
    computers.on("desktop", "log 5 2 --for neck")
    computers.on("laptop", "log 5 2 --for neck")
    assert "--join-twins" in computers.merge("desktop", "laptop").out
    assert "Joined as session" in computers.merge("desktop", "laptop", "--join-twins", "--yes").out
