"""--json on every command that answers: one JSON value on standard output, whatever else is asked."""

from importlib import import_module
from pathlib import Path

import pytest

from paintrack.cli import COMMANDS
from paintrack.commands._shared.typer_invocation import build_command
from tests.program import Clock, Paintrack

# What they print is for a person, or for a shell.
WITHOUT = {"help", "demo", "completion"}


@pytest.mark.parametrize("word", sorted({*COMMANDS} - WITHOUT))
def test_every_command_that_answers_takes_it(word: str) -> None:
    run = import_module(f"paintrack.commands.{COMMANDS[word].module}").run
    assert any("--json" in each.opts for each in build_command(word, run).params)


@pytest.fixture
def history(paintrack: Paintrack, clock: Clock) -> None:
    """Two sessions, a reading and a note."""
    for typed in ("log 7 3 --for neck", "log 6 2 --for neck --also migraine=5:4", "rate 5 --for neck", "note slept"):
        assert paintrack(typed).code == 0
        clock.forward(minutes=5)


def test_undo_and_redo_say_what_and_when(paintrack: Paintrack, history: None) -> None:
    note = {"what": "note n1, Mon 6 Jul 2026", "at": "2026-07-06T12:17:00.000000Z"}
    reading = {"what": "neck 5 now", "at": "2026-07-06T12:12:00.000000Z"}
    undone = paintrack("--json undo --quiet").json
    assert undone["taken_back"][0]["at"] == note["at"]
    assert paintrack("redo --json").json == {"put_back": undone["taken_back"]}
    several = paintrack("undo --steps 2 --yes --json").json["taken_back"]
    assert [each["at"] for each in several] == [note["at"], reading["at"]]
    assert paintrack("redo --steps 2 --yes --json").json["put_back"] == several[::-1]


def test_delete_gives_ids_and_counts(paintrack: Paintrack, history: None) -> None:
    deletion = paintrack("delete 1 n1 --yes --json").json
    assert not any(deletion.pop("details").values())
    assert deletion == {
        "condition": None,
        "deleted": {"session": 1, "note": 1},
        "ids": ["1", "n1"],
        "shortened_ids": [],
    }
    assert paintrack("undo --json").code == 0
    expected = {
        "condition": "neck",
        "deleted": {"session": 1, "reading": 1},
        "ids": ["1", "r1"],
        "shortened_ids": ["2"],
    }
    deletion = paintrack("delete --for NECK --yes --json").json
    assert not any(deletion.pop("details").values())
    assert deletion == expected


def test_export_tells_of_the_file(paintrack: Paintrack, history: None, tmp_path: Path) -> None:
    file = str(tmp_path / "history.csv")
    written = {"file": file, "format": "csv", "written": {"session": 2, "reading": 1}, "left_out": 1}
    assert paintrack(["export", file, "--json"]).json == written
    refused = paintrack("export - --json")
    assert (refused.code, refused.out) == (2, "")
    assert "export - --format json" in refused.err


@pytest.mark.parametrize("extension", ["csv", "json"])
def test_import_gives_its_counts(extension: str, paintrack: Paintrack, history: None, tmp_path: Path) -> None:
    file, new = str(tmp_path / f"history.{extension}"), str(tmp_path / "new.db")
    assert paintrack(["export", file]).code == 0
    number = 3 if extension == "csv" else 4
    dry = paintrack(["import", file, "--dry-run", "--json", "--db", new]).json
    assert (dry["dry_run"], dry["saved"], dry["new"]) == (True, False, number)
    done = paintrack(["import", file, "--json", "--db", new]).json
    assert (done["dry_run"], done["saved"], done["new"], done["errors"]) == (False, True, number, 0)
    again = paintrack(["import", file, "--json", "--db", new]).json
    assert (again["saved"], again["new"], again["same"]) == (False, 0, number)


def test_an_import_of_a_sheet_names_what_was_left_out(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    paintrack("log 7 3 --for 'lower back' --at '2026-06-01 15:00'")
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(
        "date,before,after,condition,weather\n"
        "2026-06-01,7,3,lower back,sun\n2026-06-08,6,3,lowr back,rain\n2026-06-15,12,3,lower back,rain\n"
    )
    refused = paintrack(["import", str(sheet), "--json"])
    assert (refused.code, refused.out) == (1, "")
    result = paintrack(["import", str(sheet), "--skip-bad", "--json"]).json
    assert (result["new"], result["same"], result["errors"]) == (1, 1, 1)
    assert result["already_stored"] == [2]
    assert result["rejected"] == {"file": f"{sheet}.rejected.csv", "rows": 1}
    assert result["columns_left_out"] == ["weather"]
    assert result["similar_names"] == [{"kind": "condition", "name": "lowr back", "like": "lower back"}]


def test_import_names_possible_twins(paintrack: Paintrack, history: None, tmp_path: Path) -> None:
    file, other = str(tmp_path / "other.csv"), str(tmp_path / "other.db")
    paintrack(["log", "7", "3", "--for", "neck", "--db", other])
    paintrack(["export", file, "--db", other])
    assert paintrack(["import", file, "--dry-run", "--json"]).json["possible_twins"] == [{"new": None, "stored": "1"}]
    assert paintrack(["import", file, "--json"]).json["possible_twins"] == [{"new": "3", "stored": "1"}]


def test_copies_say_where_they_are(paintrack: Paintrack, history: None, file: Path, tmp_path: Path) -> None:
    copy, entries = str(tmp_path / "copy.db"), {"session": 2, "reading": 1, "note": 1}
    assert paintrack(["backup", copy, "--json"]).json == {"file": copy, "encrypted": False, "entries": entries}
    restored = paintrack(["restore", copy, "--yes", "--json"]).json
    former = Path(restored.pop("former_file"))
    assert former.parent == file.parent / "backups"
    assert restored == {"file": copy, "restored": True, "entries": entries, "damaged": False}
    assert paintrack(["restore", str(file), "--yes", "--json"]).json["restored"] is False


def test_purge_counts_and_names_the_backups(paintrack: Paintrack, history: None, file: Path) -> None:
    old = paintrack("backup --json").json["file"]
    paintrack("delete n1 --yes")
    result = paintrack("purge --yes --json").json
    assert Path(result.pop("backup")).exists()
    assert result.pop("former_states") > 0
    assert not any(result.pop("details").values())
    assert result == {
        "purged": {"note": 1},
        "undeleted": 0,
        "shortened": 0,
        "still_in": [old],
        "also_in": [],
        "deleted_of_the_same_day": [],
    }
    result = paintrack("purge --yes --json --remove-backups").json
    assert (result["purged"], result["backup"]) == ({}, None)
