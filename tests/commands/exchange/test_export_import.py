"""The history out and in: through the commands, as the patient types them."""

import csv
import io
import os
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given

from paintrack.cli import main
from paintrack.model.displayed_text import shell_quoted
from paintrack.model.entries import AnyEntry
from paintrack.model.serialization.csv_rows import KEYS
from paintrack.storage.file.reader_and_writer_opening import open_writer
from tests.commands.exports import export_of
from tests.example_counts import examples
from tests.factories.diary_file_access import count_entries
from tests.factories.entries import NOW
from tests.program import Clock, Paintrack, is_one_sentence, quoted
from tests.strategies import row_histories

# Sentences with paths in them, which would be wrapped within a word in a terminal of 80 columns.
pytestmark = pytest.mark.usefixtures("wide_terminal")

HEADER = ",".join(KEYS)
WIDTH = len(KEYS)
SKIP = "--skip-bad imports the other rows."


@pytest.fixture
def history(paintrack: Paintrack, clock: Clock, tmp_path: Path) -> Path:
    """Two sessions and a reading, exported; they stay in the patient's file."""
    clock.set("2026-08-01 12:00")
    for typed in (
        'log 7 3 --for "lower back" --also neck=6:4 --points LI4,ST36 --cost 85 --note =1+1 --at "2026-07-06 14:02"',
        "rate 4 --at 2026-07-07",
        "log 6 2 --at 2026-07-13",
    ):
        clock.forward(minutes=1)
        assert paintrack(typed).code == 0
    path = tmp_path / "history.csv"
    assert paintrack(["export", str(path)]).code == 0
    return path


def into(elsewhere: Path, *arguments: str) -> list[str]:
    return [*arguments, "--db", str(elsewhere)]


def backups(path: Path) -> list[str]:
    return sorted(each.name for each in (path.parent / "backups").glob("*"))


def test_export_says_on_standard_error_what_it_wrote(paintrack: Paintrack, history: Path) -> None:
    assert history.read_text().splitlines()[0] == HEADER
    assert len(history.read_text().splitlines()) == 5
    result = paintrack(["export", str(history), "--force"])
    assert (result.code, result.out) == (0, "")
    assert result.err == f"2 sessions and 1 reading written to {history}.\n"
    assert export_of(paintrack) == history.read_text()


def test_export_takes_the_filters(paintrack: Paintrack, history: Path, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(export_of(paintrack, "--until", "2026-07-07", "--for", "neck"))))
    assert [(row["kind"], row["condition"]) for row in rows] == [("session", "neck")]
    path = tmp_path / "neck.fhir.json"
    assert paintrack(["export", str(path), "--for", "neck", "--until", "2026-07-07"]).code == 0
    assert "neck" in path.read_text()
    assert "back" not in path.read_text()
    result = paintrack(["export", str(tmp_path / "neck.json"), "--for", "neck"])
    assert "JSON has whole sessions, with whatever else they rate" in result.err


def test_an_export_of_one_condition_comes_back_whole(
    paintrack: Paintrack, history: Path, tmp_path: Path, clock: Clock, file: Path
) -> None:
    neck, whole, other = tmp_path / "neck.csv", tmp_path / "whole.json", tmp_path / "other.db"
    assert paintrack(["export", str(neck), "--for", "neck"]).code == 0
    assert paintrack(["export", str(whole)]).code == 0
    # Beside the whole it says nothing new.
    before = file.read_bytes()
    assert "was there already" in paintrack(["import", str(neck)]).out
    assert file.read_bytes() == before
    # It comes first, and the whole completes it.
    assert paintrack(["import", str(neck), "--db", str(other)]).code == 0
    assert paintrack(["import", str(whole), "--db", str(other)]).code == 0
    assert export_of(paintrack, "--db", str(other)) == export_of(paintrack)
    # It was edited later: what it does not tell of stays.
    clock.forward(days=1)
    assert paintrack("edit 1 --note later").code == 0
    assert paintrack(["export", str(neck), "--for", "neck", "--force"]).code == 0
    assert paintrack(["import", str(neck), "--db", str(other)]).code == 0
    assert export_of(paintrack, "--db", str(other)) == export_of(paintrack)


def test_what_fits_nothing_takes_no_file_away(paintrack: Paintrack, history: Path) -> None:
    before = history.read_bytes()
    result = paintrack(["export", str(history), "--force", "--for", "nope"])
    assert (result.code, result.out) == (1, "")
    assert result.err == "No entry fits the filters; no file was written. See: paintrack list\n"
    assert history.read_bytes() == before
    assert export_of(paintrack, "--until", "2001-01-01") == f"{HEADER}\n"


def test_export_with_nothing_saved_makes_no_file(paintrack: Paintrack, file: Path) -> None:
    assert export_of(paintrack) == f"{HEADER}\n"
    assert not file.parent.exists()


def test_export_never_writes_over_the_diary_or_unasked(paintrack: Paintrack, history: Path, file: Path) -> None:
    before = file.read_bytes(), history.read_bytes()
    for arguments in (["export", str(file), "--force"], ["export", str(history)]):
        result = paintrack(arguments)
        assert (result.code, result.out) == (2, "")
        assert is_one_sentence(result.err)
    assert (file.read_bytes(), history.read_bytes()) == before


def test_a_second_import_changes_nothing(paintrack: Paintrack, history: Path, elsewhere: Path) -> None:
    first = paintrack(into(elsewhere, "import", str(history)))
    assert first.code == 0
    assert first.err.startswith("A new diary begins:")
    assert "2 sessions and 1 reading from" in first.out
    assert "0 were there already." in first.out
    assert first.out.endswith(f"Wrong? paintrack --db {shell_quoted(str(elsewhere))} undo\n")
    assert export_of(paintrack, "--db", str(elsewhere)) == history.read_text()
    before = elsewhere.read_bytes()
    second = paintrack(into(elsewhere, "import", str(history)))
    assert (second.code, second.out) == (0, "Nothing new: all 3 entries were there already.\n")
    assert elsewhere.read_bytes() == before
    assert backups(elsewhere) == []


def test_one_undo_takes_back_a_whole_import(paintrack: Paintrack, history: Path, elsewhere: Path) -> None:
    paintrack(into(elsewhere, "import", str(history)))
    undone = paintrack(into(elsewhere, "undo"))
    assert undone.out.startswith("Taken back: the import of 2 sessions and 1 reading from")
    assert export_of(paintrack, "--db", str(elsewhere)) == f"{HEADER}\n"
    assert paintrack(into(elsewhere, "redo")).code == 0
    assert len(export_of(paintrack, "--db", str(elsewhere)).splitlines()) == 5
    paintrack(into(elsewhere, "undo"))
    again = paintrack(into(elsewhere, "import", str(history)))
    assert "Imported 2 sessions and 1 reading from" in again.out
    assert len(export_of(paintrack, "--db", str(elsewhere)).splitlines()) == 5


def test_a_file_with_entries_is_copied_before(
    paintrack: Paintrack, history: Path, elsewhere: Path, clock: Clock
) -> None:
    paintrack(into(elsewhere, "log", "5", "4"))
    before = export_of(paintrack, "--db", str(elsewhere))
    result = paintrack(into(elsewhere, "import", str(history)))
    (copy,) = backups(elsewhere)
    assert copy == f"elsewhere-{clock.now:%Y%m%d-%H%M%S}-before-import.db"
    assert f"Your file as it was: {elsewhere.parent / 'backups' / copy}\n" in result.out
    assert export_of(paintrack, "--db", str(elsewhere.parent / "backups" / copy)) == before


def test_a_dry_run_says_the_same_and_saves_nothing(paintrack: Paintrack, history: Path, elsewhere: Path) -> None:
    result = paintrack(into(elsewhere, "import", "--dry-run", str(history)))
    assert result.code == 0
    assert "Would import 2 sessions and 1 reading" in result.out
    assert "Nothing saved: this was a dry run." in result.out
    assert "undo" not in result.out
    assert not elsewhere.exists()


def test_any_bad_row_and_nothing_is_saved(paintrack: Paintrack, history: Path, elsewhere: Path) -> None:
    history.write_text(history.read_text().replace(",lower back,7,", ",lower back,77,").replace(",,,4,", ",,,٥,"))
    result = paintrack(into(elsewhere, "import", str(history)))
    assert (result.code, result.out) == (1, "")
    lines = result.err.splitlines()
    assert lines[0].split() == ["line", "column", "value", "reason"]
    assert lines[1].split()[:3] == ["2", "before", "77"]
    assert lines[-1] == f"2 values in {history} cannot be imported. {SKIP} Nothing saved."
    assert not elsewhere.exists()


def test_a_reason_that_many_rows_share_is_said_once(paintrack: Paintrack, tmp_path: Path, elsewhere: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(HEADER + "\nx" * 25 + "\n")
    assert paintrack(into(elsewhere, "import", str(path))).err.splitlines() == [
        "line          column  value  reason",
        f"2, 3, 4, ...          x      25 rows: The row has 1 value, not {WIDTH}.",
        f"25 values in {path} cannot be imported. Nothing saved.",
    ]
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("date,before\n" + "".join(f"{day % 9 + 1:02}/07/2025,{day}\n" for day in range(1, 26)))
    lines = paintrack(into(elsewhere, "import", str(sheet), "--for", "neck", "--skip-bad")).err.splitlines()
    starts = [("2", "3", "4"), ("12", "13", "14")]
    assert [tuple(line.split(", ")[:3]) for line in lines if " rows: " in line] == starts
    assert all(sum(f" {number} rows: " in line for line in lines) == 1 for number in (15, 25))
    assert "02/07/2025, ..." in lines[1]


def test_of_many_reasons_twenty_are_shown(paintrack: Paintrack, tmp_path: Path, elsewhere: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(HEADER + "".join(f"\nx{',' * number}" for number in range(WIDTH, WIDTH + 25)) + "\n")
    lines = paintrack(into(elsewhere, "import", str(path))).err.splitlines()
    assert len([line for line in lines if f"values, not {WIDTH}" in line]) == 20
    assert lines[-2:] == ["... and 5 more.", f"25 values in {path} cannot be imported. Nothing saved."]


def test_a_hostile_value_is_shown_harmless(paintrack: Paintrack, history: Path, elsewhere: Path) -> None:
    history.write_text(history.read_text().replace("lower back", "\x1b[31mred\u202e"))
    result = paintrack(into(elsewhere, "import", str(history)))
    assert result.code == 1
    assert "\\x1b[31mred\\u202e" in result.err
    assert "\x1b" not in result.err


def test_the_later_edit_wins_and_equal_ones_keep_ours(paintrack: Paintrack, history: Path, clock: Clock) -> None:
    clock.forward(hours=1)
    assert paintrack("edit 1 --note later").code == 0
    older = paintrack(["import", str(history)])
    assert "Nothing new: 2 of 3 entries were there already." in older.out
    assert "Newer here, so kept as saved: 1." in older.out
    newest = export_of(paintrack)
    assert paintrack("undo").code == 0
    history.write_text(newest.replace("later", "latest").replace("2026-08-01T11:0", "2026-08-01T21:0"))
    newer = paintrack(["import", str(history)])
    assert "Imported changes from" in newer.out
    assert "Newer in the file, in the place of yours: 1." in newer.out
    assert "latest" in export_of(paintrack)
    history.write_text(export_of(paintrack).replace("latest", "other"))
    assert "changed at the same moment, so kept as saved: 1." in paintrack(["import", str(history)]).out
    assert paintrack("undo").code == 0
    assert ",'=1+1," in export_of(paintrack)


def test_what_was_deleted_later_stays_deleted(paintrack: Paintrack, history: Path, clock: Clock) -> None:
    clock.forward(hours=1)
    assert paintrack("delete r1 --yes").code == 0
    result = paintrack(["import", str(history)])
    assert "Nothing new: 2 of 3 entries were there already." in result.out
    assert "Deleted here, so left out: 1 (reading of Tue 7 Jul 2026)." in result.out


def test_standard_input_is_read(
    paintrack: Paintrack, history: Path, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = b"\xef\xbb\xbf" + history.read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))
    assert "from standard input." in paintrack(into(elsewhere, "import", "-")).out
    assert export_of(paintrack, "--db", str(elsewhere)) == history.read_text()


def test_a_pipe_is_read(paintrack: Paintrack, history: Path, elsewhere: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    feeder = threading.Thread(target=lambda: pipe.write_bytes(history.read_bytes()))
    feeder.start()
    assert paintrack(into(elsewhere, "import", str(pipe))).code == 0
    feeder.join()
    assert export_of(paintrack, "--db", str(elsewhere)) == history.read_text()


@pytest.mark.parametrize("name", ["absent.csv", ".", "/dev/zero", "other.csv"])
def test_what_is_no_such_file_is_refused_in_one_sentence(
    paintrack: Paintrack, elsewhere: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "other.csv").write_text("date,before,after\n2026-07-06,7,3\n")
    result = paintrack(into(elsewhere, "import", str(tmp_path / name)))
    assert (result.code, result.out) == (1, "")
    assert is_one_sentence(result.err)
    assert not elsewhere.exists()


def test_the_diary_itself_is_no_file_to_import(paintrack: Paintrack, history: Path, file: Path) -> None:
    before = file.read_bytes()
    result = paintrack(["import", str(file)])
    assert (result.code, result.out) == (2, "")
    assert is_one_sentence(result.err)
    assert file.read_bytes() == before


def run(*arguments: str) -> None:
    assert main([*arguments, "--quiet"]) == 0


def filled(path: Path, entries: Sequence[AnyEntry]) -> None:
    with open_writer(path, NOW) as writer:
        for entry in entries:
            writer.save_imported(entry)


# Few: each example runs four commands on files.
@examples(25)
@given(row_histories)
def test_export_import_export_gives_the_same_bytes(entries: list[AnyEntry]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        exported_db, imported_db = folder / "exported.db", folder / "imported.db"
        filled(exported_db, entries)
        run("export", str(folder / "one.csv"), "--db", str(exported_db))
        run("import", str(folder / "one.csv"), "--db", str(imported_db))
        run("export", str(folder / "two.csv"), "--db", str(imported_db))
        assert (folder / "two.csv").read_bytes() == (folder / "one.csv").read_bytes()
        assert count_entries(imported_db) == len(entries) if entries else not imported_db.exists()
        before = [each.read_bytes() for each in (exported_db, imported_db) if each.exists()]
        for each in (exported_db, imported_db):
            run("import", str(folder / "one.csv"), "--db", str(each))
        assert [each.read_bytes() for each in (exported_db, imported_db) if each.exists()] == before


@pytest.mark.parametrize("is_changed_before", [False, True])
def test_an_undone_import_of_our_csv_leaves_nothing(
    is_changed_before: bool, paintrack: Paintrack, tmp_path: Path, clock: Clock
) -> None:
    """Tombstones would delete the other computer's diary at the next merge, and keep its JSON out."""
    history, desktop, laptop = tmp_path / "diary.csv", tmp_path / "desktop.db", tmp_path / "laptop.db"
    for typed in ("log 7 3 --for neck", "rate 4", "log 6 2"):
        paintrack(f"{typed} --db {quoted(desktop)}")
        clock.forward(days=1)
    paintrack(["export", str(history), "--db", str(desktop)])
    before = paintrack(f"export - --format json --db {quoted(desktop)}").out
    if is_changed_before:
        paintrack(["import", str(history), "--db", str(laptop)])
        history.write_text(history.read_text().replace("2026-07-07", "2026-07-05"))
    assert paintrack(["import", str(history), "--db", str(laptop)]).code == 0
    clock.forward(days=1)
    assert paintrack(f"undo --yes --db {quoted(laptop)}").code == 0
    for _ in range(2):
        assert paintrack(["merge", str(laptop), "--db", str(desktop)]).code == 0
    assert paintrack(f"export - --format json --db {quoted(desktop)}").out == before
    assert paintrack(["merge", str(desktop), "--db", str(laptop)]).code == 0
    assert paintrack(f"export - --format json --db {quoted(laptop)}").out == before
    assert paintrack(f"redo --db {quoted(laptop)}").code in (0, 1)
