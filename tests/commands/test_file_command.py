"""file: what is wrong with the patient's file, mending what is safe, getting out of it what can be read."""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paintrack.errors import FileTroubleError
from paintrack.model.selection import Selection
from paintrack.storage.copies.inspection import synced_folder
from paintrack.storage.copies.salvage import salvage
from paintrack.storage.copies.source_copy import open_source_copy
from paintrack.storage.transactions import open_reader, open_writer
from tests.factories.damaged_files import disagree_index, flip_year_in_index, overwrite_page
from tests.factories.entries import NOW, a_session
from tests.program import Clock, Paintrack, Result, is_one_sentence

KEYS = {
    "path", "real_path", "exists", "size", "version", "needs_upgrade", "in_wal_mode", "lax_modes", "counts",
    "integrity", "broken_references", "trouble", "is_damaged", "deleted", "former_states", "purged", "open_sessions",
    "future", "set_back", "backups", "last_backup", "synced", "leftovers", "problems", "notices",
}  # fmt: skip


def test_a_file_that_is_not_there_is_said_and_not_made(paintrack: Paintrack, file: Path, wide_terminal: None) -> None:
    assert paintrack("file") == Result(
        0, f"file     {file}\nholds    nothing yet\nbackups  none named by paintrack\n", ""
    )
    assert not file.parent.exists()


def test_a_sound_file_is_shown(paintrack: Paintrack, file: Path, clock: Clock, wide_terminal: None) -> None:
    paintrack("log 7 3")
    paintrack("before 6")
    paintrack("rate 4")
    paintrack("note x")
    paintrack("delete n1 --yes")
    paintrack("backup")
    clock.forward(days=3)
    size = file.stat().st_size / 1000
    backup = file.parent / "backups" / "paintrack-20260706-140200.db"
    assert paintrack("file") == Result(
        0,
        f"file     {file}\n"
        f"size     {size:.1f} KB\n"
        "holds    2 sessions and 1 reading\n"
        "version  2\n"
        "sound    yes, all of it was read\n"
        "open     session 2\n"
        f"backups  1; the newest Mon 6 Jul 2026, 3 days old: {backup}\n"
        "\n"
        "Worth knowing:\n"
        "  Still in it for undo: 1 deleted entry and 1 former version. To remove: paintrack purge\n",
        "",
    )


def test_json_has_every_key(paintrack: Paintrack, file: Path) -> None:
    for _ in range(2):
        result = paintrack("file --json")
        assert (result.code, result.err) == (0, "")
        assert set(result.json) == KEYS
        paintrack("log 7 3")
    assert result.json["problems"] == []


def test_looking_changes_nothing(paintrack: Paintrack, file: Path) -> None:
    paintrack("log 7 3")
    file.chmod(0o644)
    before = (file.read_bytes(), file.stat().st_mode, sorted(file.parent.iterdir()))
    assert paintrack("file").code == 1
    assert (file.read_bytes(), file.stat().st_mode, sorted(file.parent.iterdir())) == before


def write_wal(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")


def leave_temporary(path: Path) -> None:
    temporary = path.with_name(".paintrack-0123456789ab.tmp")
    temporary.touch()
    os.utime(temporary, (0, 0))


MENDED: dict[str, Callable[[Path], None]] = {
    "modes": lambda path: path.chmod(0o664),
    "WAL": write_wal,
    "a temporary file": leave_temporary,
    "an index": disagree_index,
    "a bit of an index": lambda path: flip_year_in_index(path, 2026),
}


@pytest.mark.parametrize("name", MENDED)
def test_what_is_safe_is_mended(name: str, paintrack: Paintrack, file: Path) -> None:
    paintrack("log 7 3")
    paintrack("log 6 2")
    before = paintrack("export - --format json").out
    MENDED[name](file)
    damaged = file.read_bytes()
    result = paintrack("file")
    assert result.code == 1
    assert "Wrong:" in result.out
    assert "paintrack file --fix" in result.out.replace("\n    ", " ")
    assert paintrack("file --fix").code == 0
    assert paintrack("file").code == 0
    assert paintrack("export - --format json").out == before
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    asides = [each for each in file.parent.iterdir() if each.name.endswith("-damaged.db")]
    assert [each.read_bytes() for each in asides] == ([damaged] if "index" in name else [])
    assert not [each for each in file.parent.iterdir() if each.suffix == ".tmp"]


def test_a_young_temporary_file_may_be_in_use(paintrack: Paintrack, file: Path) -> None:
    paintrack("log 7 3")
    temporary = file.with_name(".paintrack-0123456789ab.tmp")
    temporary.touch()
    assert paintrack("file --fix").code == 1
    assert temporary.exists()


@pytest.mark.parametrize("name", ["entry", "rating", "sqlite_schema"])
def test_what_is_damaged_beyond_an_index_is_not_guessed(name: str, paintrack: Paintrack, file: Path) -> None:
    paintrack("log 7 3")
    if name == "sqlite_schema":
        file.write_bytes(bytes(4096) + file.read_bytes()[4096:])
    else:
        overwrite_page(file, name)
    before = file.read_bytes()
    for typed in ("file", "file --fix"):
        result = paintrack(typed)
        assert result.code == 1
        assert is_one_sentence(result.err)
        assert "paintrack file --salvage OUT.db" in result.out
    assert file.read_bytes() == before


def test_a_file_of_another_program_is_named(paintrack: Paintrack, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as plain:
        plain.execute("CREATE TABLE letters (a)")
    for typed in ("file", "file --fix"):
        result = paintrack(f"{typed} --db {other}")
        assert result.code == 1
        assert "belongs to another program" in result.out
        assert "--salvage" not in result.out
    assert paintrack(f"file --salvage {tmp_path / 'out.db'} --db {other}").code == 1
    assert not (tmp_path / "out.db").exists()


def test_clocks_and_services_are_noticed(paintrack: Paintrack, tmp_path: Path, clock: Clock) -> None:
    synced = tmp_path / "Dropbox" / "own.db"
    clock.set("2027-01-01 12:00")
    paintrack(f"log 7 3 --db {synced}")
    clock.set("2026-07-06 14:02")
    paintrack(f"log 6 2 --db {synced}")
    facts = paintrack(f"file --json --db {synced}").json
    assert (facts["future"], facts["set_back"], facts["synced"]) == (1, 1, str(synced.parent))
    assert len(facts["notices"]) == 4
    assert facts["problems"] == []


@pytest.mark.parametrize("name", ["OneDrive", "OneDrive - Praxis", "iCloud Drive", "Nextcloud", "google drive"])
def test_folders_that_services_copy_are_known(tmp_path: Path, name: str) -> None:
    assert synced_folder(tmp_path / name / "deeper" / "own.db") == str(tmp_path / name)
    assert synced_folder(tmp_path / f"my {name}s" / "own.db") is None
    (tmp_path / ".stfolder").mkdir()
    assert synced_folder(tmp_path / "deeper" / "own.db") == str(tmp_path)


@pytest.mark.parametrize("typed", ["--salvage x.db --fix", "--salvage x.db --json", "--force"])
def test_options_that_do_not_go_together_are_refused(typed: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    result = paintrack(f"file {typed}")
    assert (result.code, result.out) == (2, "")


@pytest.fixture
def long_file(tmp_path: Path) -> Path:
    """A file of 300 sessions."""
    path = tmp_path / "long.db"
    with open_writer(path, NOW) as writer:
        writer.save_all_imported([a_session(at=day, note=f"note {day}") for day in range(300)])
    return path


def notes(path: Path) -> set[str | None]:
    with open_reader(path, checked=True) as reader:
        return {entry.note for entry in reader.sessions(Selection())}


def test_a_wiped_header_loses_nothing(paintrack: Paintrack, long_file: Path, tmp_path: Path) -> None:
    everything, out = paintrack(f"export - --format json --db {long_file}").out, tmp_path / "out.db"
    long_file.write_bytes(bytes(100) + long_file.read_bytes()[100:])
    before = long_file.read_bytes()
    result = paintrack(f"file --salvage {out} --db {long_file}")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Salvaged: 300 sessions.\n  Look at it: ")
    assert paintrack(f"export - --format json --db {out}").out == everything
    assert long_file.read_bytes() == before
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert paintrack(f"restore {out} --yes").code == 0


def test_one_bad_page_costs_only_what_was_on_it(paintrack: Paintrack, long_file: Path, tmp_path: Path) -> None:
    content = bytearray(long_file.read_bytes())
    page = content.index(b"note 150") // 4096
    lost = {day for day in range(300) if f"note {day}".encode() in content[page * 4096 : (page + 1) * 4096]}
    content[page * 4096 : (page + 1) * 4096] = b"\xff" * 4096
    long_file.write_bytes(content)
    out = tmp_path / "out.db"
    result = paintrack(f"file --salvage {out} --db {long_file}")
    assert result.code == 0
    saved = notes(out)
    assert len(saved) >= 300 - 2 * len(lost)
    assert f"Not readable: {300 - len(saved)} entries." in result.out


def test_sessions_that_lost_their_scores_are_counted(paintrack: Paintrack, long_file: Path, tmp_path: Path) -> None:
    overwrite_page(long_file, "rating")
    result = paintrack(f"file --salvage {tmp_path / 'out.db'} --db {long_file}")
    assert result.out.startswith("Salvaged: 300 sessions.\nWithout their scores: 300 sessions.\n")
    assert notes(tmp_path / "out.db") == {f"note {day}" for day in range(300)}


def test_the_program_sqlite3_fills_in_but_reaches_nothing(
    paintrack: Paintrack, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it prints comes out of the damaged file: a statement in it may touch no other file."""
    paintrack("log 7 3 --note kept")
    victim, out = tmp_path / "victim.db", tmp_path / "out.db"
    with closing(sqlite3.connect(file)) as plain:
        sql = "\n".join(plain.iterdump())
    script = tmp_path / "bin" / "sqlite3"
    script.parent.mkdir()
    (tmp_path / "recovered.sql").write_text(
        f"ATTACH '{victim}' AS victim;\nCREATE TABLE victim.x (a);\nnonsense;\n{sql}\n"
    )
    script.write_text(f"#!/bin/sh\ncat {tmp_path / 'recovered.sql'}\n")
    script.chmod(0o700)
    monkeypatch.setenv("PATH", str(script.parent), prepend=os.pathsep)
    overwrite_page(file, "entry")
    overwrite_page(file, "rating")
    result = paintrack(["file", "--salvage", str(out)])
    assert (result.code, result.out.partition("\n")[0]) == (0, "Salvaged: 1 session.")
    assert notes(out) == {"kept"}
    assert not victim.exists()


def test_nothing_readable_writes_nothing(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    paintrack("log 7 3")
    overwrite_page(file, "entry")
    out = tmp_path / "out.db"
    result = paintrack(["file", "--salvage", str(out)])
    assert (result.code, result.out) == (1, "")
    assert result.err == f"No entry could be read: {file} Nothing written.\n" or is_one_sentence(result.err)
    assert not out.exists()


def test_what_a_merge_alone_needs_costs_no_entry(long_file: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(long_file)) as plain, plain:
        plain.execute("UPDATE entry SET changed = '{' WHERE number = 1")
        plain.execute("UPDATE entry SET changed = '[1]' WHERE number = 2")
    result = salvage(long_file)
    assert (result.counts, result.lost, result.incomplete) == ({"session": 300}, 0, 0)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(places=st.lists(st.tuples(st.floats(0, 0.999), st.integers(1, 255)), min_size=1, max_size=30))
def test_what_is_salvaged_is_sound_whatever_was_flipped(
    long_file: Path, tmp_path: Path, places: list[tuple[float, int]]
) -> None:
    content = bytearray(long_file.read_bytes())
    for place, flips in places:
        # The header apart, which says whose file it is.
        content[100 + int(place * (len(content) - 100))] ^= flips
    damaged, out = tmp_path / "damaged.db", tmp_path / "out.db"
    damaged.write_bytes(content)
    try:
        content = bytearray(salvage(damaged).content)
    except FileTroubleError:
        return
    out.write_bytes(content)
    with open_source_copy(out, lambda: "") as source:
        assert source.reader.counts()
