"""Import with --skip-bad: the good rows come in, the bad ones are set aside, whole or not at all."""

import csv
import io
import sqlite3
from pathlib import Path

import pytest

from paintrack.private_file import UnfinishedFile
from paintrack.storage.writer import Writer
from tests.commands.exchange.sheet_file_and_saved_sessions import saved, written
from tests.program import Paintrack, is_one_sentence

# Sentences with paths in them, which would be wrapped within a word in a terminal of 80 columns.
pytestmark = pytest.mark.usefixtures("wide_terminal", "in_august")


def test_the_good_come_in_and_the_bad_are_set_aside(paintrack: Paintrack, tmp_path: Path, file: Path) -> None:
    text = 'date;before;note\n2026-07-01;7;"a\nb"\n2026-07-02;11;"c;\nd"\n2026-07-03;x\n'
    path = written(tmp_path / "a.csv", text)
    rejected = tmp_path / "a.csv.rejected.csv"
    dry = paintrack(["import", path, "--for", "neck", "--skip-bad", "--dry-run"])
    assert "2 rows would be written to" in dry.out
    assert not rejected.exists()
    result = paintrack(["import", path, "--for", "neck", "--skip-bad"])
    assert result.code == 0
    assert result.err.splitlines()[1].split()[:2] == ["4", "before"]
    assert "2 rows written to" in result.out
    assert rejected.read_text() == 'date;before;note\n2026-07-02;11;"c;\nd"\n2026-07-03;x\n'
    assert rejected.stat().st_mode & 0o777 == 0o600
    assert len(saved(file)) == 1
    before = file.read_bytes()
    refused = paintrack(["import", path, "--for", "neck", "--skip-bad", "--keep-duplicates"])
    assert (refused.code, refused.out) == (2, "")
    assert file.read_bytes() == before
    assert paintrack(["import", path, "--for", "neck", "--skip-bad", "--force"]).code == 0


def test_of_our_own_file_a_session_is_set_aside_whole(paintrack: Paintrack, tmp_path: Path, file: Path) -> None:
    assert paintrack("log 7 3 --for back --also neck=6:4").code == 0
    assert paintrack("log 5 2 --for back").code == 0
    path = tmp_path / "own.csv"
    assert paintrack(["export", str(path)]).code == 0
    data = path.read_bytes().replace(b",neck,6,", b",n\xe9ck,66,")
    path.write_bytes(data)
    other = tmp_path / "other.db"
    assert paintrack(["import", str(path), "--skip-bad", "--db", str(other)]).code == 0
    assert [session.ratings[0].before for session in saved(other)] == [5]
    rows = list(csv.reader(io.StringIO((tmp_path / "own.csv.rejected.csv").read_text())))
    assert [row[3] for row in rows] == ["condition", "back", "n\\xe9ck"]


def test_standard_input_has_no_place_beside_it(paintrack: Paintrack) -> None:
    result = paintrack("import - --skip-bad")
    assert result.code == 2
    assert is_one_sentence(result.err)


def test_our_own_rows_that_were_set_aside_keep_their_guard(paintrack: Paintrack, tmp_path: Path, file: Path) -> None:
    for day, note in enumerate(("=1+1", "'=x", "fine"), 1):
        assert paintrack(["log", "7", "3", "--note", note, "--at", f"2026-07-0{day}"]).code == 0
    path, other = tmp_path / "own.csv", tmp_path / "other.db"
    assert paintrack(["export", str(path)]).code == 0
    exported = path.read_text()
    path.write_text(exported.replace(",7,3,", ",77,3,", 2))
    assert paintrack(["import", str(path), "--skip-bad", "--db", str(other)]).code == 0
    rejected = tmp_path / "own.csv.rejected.csv"
    assert [row.split(",")[-3] for row in rejected.read_text().splitlines()[1:]] == ["'=1+1", "''=x"]
    rejected.write_text(rejected.read_text().replace(",77,3,", ",7,3,"))
    assert paintrack(["import", str(rejected), "--db", str(other)]).code == 0
    assert paintrack(["export", "-", "--db", str(other)]).out == exported


def test_a_session_with_parted_rows_is_set_aside_whole(paintrack: Paintrack, tmp_path: Path, file: Path) -> None:
    for day in (1, 2):
        assert paintrack(f"log 7 3 --for back --also neck=6:4 --at 2026-07-0{day}").code == 0
    assert paintrack("log 5 2 --for knee --at 2026-07-03").code == 0
    path, other = tmp_path / "own.csv", tmp_path / "other.db"
    assert paintrack(["export", str(path)]).code == 0
    head, *rows = path.read_text().splitlines()
    path.write_text("\n".join([head, *sorted(rows, key=lambda row: row.split(",")[3])]) + "\n")
    refused = paintrack(["import", str(path), "--db", str(other)])
    assert "sort the file by uid, so that a session's rows meet." in refused.err
    assert paintrack(["import", str(path), "--skip-bad", "--db", str(other)]).code == 0
    assert [session.ratings[0].condition for session in saved(other)] == ["knee"]
    rejected = tmp_path / "own.csv.rejected.csv"
    head, *rows = rejected.read_text().splitlines()
    assert len(rows) == 4
    rejected.write_text("\n".join([head, *sorted(rows, key=lambda row: row.split(",")[1])]) + "\n")
    assert paintrack(["import", str(rejected), "--db", str(other)]).code == 0
    assert [[rating.condition for rating in session.ratings] for session in saved(other)] == [
        ["back", "neck"], ["back", "neck"], ["knee"],
    ]  # fmt: skip


def test_no_file_of_rejected_rows_without_a_save(
    paintrack: Paintrack, tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "a.csv", "date;before\n2026-07-01;7\n2026-07-02;11\n")
    typed = ["import", path, "--for", "neck", "--skip-bad"]
    for stopped in (KeyboardInterrupt(), sqlite3.OperationalError("disk I/O error")):

        def fail(*_: object, error: BaseException = stopped) -> None:
            raise error

        with monkeypatch.context() as patch:
            patch.setattr(Writer, "describe", fail)
            assert paintrack(typed).code in (1, 130)
        assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["a.csv"]
        assert not file.exists()
    assert paintrack(typed).code == 0
    assert (tmp_path / "a.csv.rejected.csv").exists()


def test_when_no_row_is_good_nothing_is_set_aside(paintrack: Paintrack, tmp_path: Path, file: Path) -> None:
    path = written(tmp_path / "a.csv", "date;before\n2026-07-02;11\n")
    result = paintrack(["import", path, "--for", "neck", "--skip-bad"])
    assert (result.code, result.out) == (1, "")
    assert result.err.splitlines()[-1] == f"1 value in {path} cannot be imported. Nothing saved."
    assert not (tmp_path / "a.csv.rejected.csv").exists()
    assert not file.exists()


def test_good_rows_are_saved_when_bad_ones_have_no_file(
    paintrack: Paintrack, tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "a.csv", "date;before\n2026-07-01;7\n2026-07-02;11\n")

    publish = UnfinishedFile.publish

    def full(unfinished: UnfinishedFile, path: Path, *, replace: bool) -> None:
        assert not replace
        if path.name.endswith(".rejected.csv"):
            raise OSError(28, "No space left on device")
        publish(unfinished, path, replace=replace)

    monkeypatch.setattr(UnfinishedFile, "publish", full)
    result = paintrack(["import", path, "--for", "neck", "--skip-bad"])
    assert result.code == 1
    assert "Wrong? paintrack undo" in result.out
    assert "written to" not in result.out
    assert result.err.splitlines()[-1] == (
        f"The good rows are saved; the bad ones are only in {path}. {path}.rejected.csv could not be written "
        "(No space left on device)."
    )
    assert len(saved(file)) == 1
    assert not (tmp_path / "a.csv.rejected.csv").exists()


def test_a_dry_run_foresees_that_the_file_of_bad_rows_is_there(paintrack: Paintrack, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "date;before\n2026-07-01;7\n2026-07-02;11\n")
    written(tmp_path / "a.csv.rejected.csv", "mine")
    typed = ["import", path, "--for", "neck", "--skip-bad"]
    dry = paintrack([*typed, "--dry-run"]).out
    assert "rejected.csv. It is there already: --force replaces it." in dry
    refused = paintrack(typed)
    assert (refused.code, refused.out) == (2, "")
    assert " is there already. To replace it: paintrack import " in refused.err
    assert refused.err.endswith(" --force\n")
