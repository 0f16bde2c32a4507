"""file: what is wrong with the patient's file, and mending what is safe."""

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.private_file import unfinished_file
from paintrack.storage.file import file_facts
from paintrack.storage.file.file_facts import synced_folder
from paintrack.storage.file.file_header import SCHEMA_VERSION
from tests.example_counts import examples
from tests.factories.damaged_files import disagree_index, flip_year_in_index, overwrite_page
from tests.program import Clock, Paintrack, Result, is_one_sentence, quoted

SAMPLES = Path(__file__).parents[2] / "samples"
KEYS = {
    "path", "real_path", "exists", "size", "version", "needs_upgrade", "in_wal_mode", "is_read_only", "mode",
    "lax_modes", "counts", "integrity", "broken_references", "trouble", "is_damaged", "deleted",
    "with_removed_ratings", "former_states",
    "unreadable_states", "purged", "open_sessions", "future", "set_back", "backups", "last_backup", "synced",
    "leftovers", "stopped_write", "problems", "notices", "metadata",
}  # fmt: skip


@pytest.fixture
def sound_copy(paintrack: Paintrack, file: Path, tmp_path: Path) -> Path:
    """A copy of the file, in which are a session, a reading and a deleted note."""
    for typed in ("log 7 3", "rate 4", "note x", "delete n1 --yes"):
        assert paintrack(typed).code == 0
    return Path(shutil.copy(file, tmp_path / "sound.db"))


def test_a_file_that_is_not_there_is_said_and_not_made(paintrack: Paintrack, file: Path, wide_terminal: None) -> None:
    assert paintrack("file") == Result(
        0, f"file     {file}\nholds    nothing yet\nbackups  none named by paintrack\n", ""
    )
    assert not file.parent.exists()


def test_a_read_only_file_is_worth_knowing(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    paintrack("log 7 3")
    monkeypatch.setattr(file_facts, "_may_write", lambda path: path.suffix == ".db")
    sentence = "Nothing can be saved: the file or its folder is read-only."
    assert paintrack("file --json").json["notices"][0] == sentence
    result = paintrack("file")
    assert (result.code, result.err) == (0, "")
    assert f"Worth knowing:\n  {sentence}\n" in result.out


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
        f"version  {SCHEMA_VERSION}\n"
        "mode     0600, for you alone\n"
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
    path.with_name(".paintrack-0123456789ab.tmp").touch()


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


def test_what_another_terminal_writes_is_left_alone(
    paintrack: Paintrack, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paintrack("log 7 3")
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    with unfinished_file(file.parent):
        assert paintrack("file").code == paintrack("file --fix").code == 0
        assert len([*file.parent.glob(".paintrack-*.tmp")]) == 1


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
        # What has just failed is not named as what helps.
        assert ("paintrack file --fix" in result.out) == (typed == "file")
    assert file.read_bytes() == before


def unread_entries(content: bytes) -> bytes:
    return content[:4096] + b"\xff" * (len(content) - 4096)


def newer(content: bytes) -> bytes:
    return content[:60] + (9).to_bytes(4, "big") + content[64:]


@pytest.mark.parametrize(
    ("damage", "version", "sound"),
    [
        (unread_entries, SCHEMA_VERSION, "no"),
        (lambda content: content[:100] + bytes(3996) + content[4096:], SCHEMA_VERSION, "no"),
        (lambda content: content[:5000], SCHEMA_VERSION, "no"),
        (lambda content: bytes(4096) + content[4096:], 0, "no"),
        (newer, 9, None),
        (lambda content: content[:68] + b"othr" + content[72:], 0, None),
        (lambda _content: b"no database", 0, None),
    ],
)
def test_size_and_version_are_said_where_they_can_be_read(
    damage: Callable[[bytes], bytes],
    version: int,
    sound: str | None,
    paintrack: Paintrack,
    file: Path,
    wide_terminal: None,
) -> None:
    paintrack("log 7 3")
    file.write_bytes(damage(file.read_bytes()))
    size = file.stat().st_size
    result = paintrack("file")
    rows = dict(line.split(None, 1) for line in result.out.partition("\n\n")[0].splitlines())
    assert result.code == 1
    assert rows["size"] == (f"{size} bytes" if size < 1000 else f"{size / 1000:.1f} KB")
    assert rows.get("version") == (str(version) if version else None)
    assert rows.get("sound") == sound
    assert "holds" not in rows
    record = paintrack("file --json").json
    assert (record["size"], record["version"]) == (size, version)


def test_a_file_of_another_program_is_named(paintrack: Paintrack, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as plain:
        plain.execute("CREATE TABLE letters (a)")
    for typed in ("file", "file --fix"):
        result = paintrack(f"{typed} --db {quoted(other)}")
        assert result.code == 1
        assert "belongs to another program" in result.out
        assert "--salvage" not in result.out
    assert paintrack(f"file --salvage {quoted(tmp_path / 'out.db')} --db {quoted(other)}").code == 1
    assert not (tmp_path / "out.db").exists()


def test_clocks_and_services_are_noticed(paintrack: Paintrack, tmp_path: Path, clock: Clock) -> None:
    synced = tmp_path / "Dropbox" / "own.db"
    clock.set("2027-01-01 12:00")
    paintrack(f"log 7 3 --db {quoted(synced)}")
    clock.set("2026-07-06 14:02")
    paintrack(f"log 6 2 --db {quoted(synced)}")
    facts = paintrack(f"file --json --db {quoted(synced)}").json
    assert (facts["future"], facts["set_back"], facts["synced"]) == (1, 1, str(synced.parent))
    assert len(facts["notices"]) == 4
    assert facts["problems"] == []


@pytest.mark.parametrize("hour", ["00:30", "09:00", "11:58"])
def test_a_visit_of_today_without_a_time_is_no_wrong_clock(hour: str, paintrack: Paintrack, clock: Clock) -> None:
    clock.set(f"2026-07-06 {hour}")
    paintrack("log 7 3 --at today")
    paintrack("rate 4 --at today")
    assert paintrack("file --json").json["future"] == 0
    clock.set(f"2026-07-05 {hour}")
    assert paintrack("file --json").json["future"] == 2


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


def test_a_link_is_named_with_what_it_leads_to(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    paintrack("log 7 3")
    real = tmp_path / "elsewhere.db"
    file.rename(real)
    file.symlink_to(real)
    result = paintrack("file --json")
    assert (result.code, result.json["path"], result.json["real_path"]) == (0, str(file), str(real))
    assert "link to  " in paintrack("file").out


def test_an_empty_file_holds_nothing_and_is_not_wrong(paintrack: Paintrack, file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.touch(mode=0o600)
    for typed in ("file", "file --fix"):
        result = paintrack(typed)
        assert (result.code, result.err) == (0, "")
        assert "nothing yet" in result.out
    assert file.stat().st_size == 0


def test_a_file_of_an_older_version_is_no_trouble(paintrack: Paintrack, file: Path) -> None:
    file.parent.mkdir(parents=True)
    shutil.copy(SAMPLES / "version_1.db", file)
    file.chmod(0o600)
    before = file.read_bytes()
    for typed in ("file --json", "file --fix --json"):
        result = paintrack(typed)
        assert (result.code, result.json["version"], result.json["needs_upgrade"]) == (0, 1, True)
    assert file.read_bytes() == before


def test_a_file_of_a_newer_version_is_left_alone(paintrack: Paintrack, file: Path) -> None:
    paintrack("log 7 3")
    with closing(sqlite3.connect(file)) as plain:
        plain.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = file.read_bytes()
    for typed in ("file", "file --fix", "file --salvage out.db"):
        result = paintrack(typed)
        assert result.code == 1
        assert "--salvage" not in result.out
        assert is_one_sentence(result.err)
    assert file.read_bytes() == before


def test_a_score_without_its_session_is_wrong(paintrack: Paintrack, file: Path) -> None:
    paintrack("log 7 3")
    with closing(sqlite3.connect(file)) as plain, plain:
        plain.execute("DELETE FROM entry")
    result = paintrack("file")
    assert result.code == 1
    assert "References to entries that are not there: 1." in result.out
    assert "paintrack file --salvage OUT.db" in result.out


def test_nothing_is_mended_where_nothing_is_wrong(paintrack: Paintrack, file: Path) -> None:
    paintrack("log 7 3")
    before = file.read_bytes()
    assert paintrack("file --fix") == paintrack("file")
    assert file.read_bytes() == before
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_what_is_wrong_is_in_the_json_with_exit_1(paintrack: Paintrack, file: Path) -> None:
    paintrack("log 7 3")
    disagree_index(file)
    result = paintrack("file --json")
    assert (result.code, result.err) == (1, "")
    assert result.json["is_damaged"]
    assert result.json["problems"]


@pytest.mark.parametrize("typed", ["list", "log 6 2", "backup", "undo", "purge --yes"])
def test_the_sentence_on_damage_leads_to_what_helps(typed: str, paintrack: Paintrack, file: Path) -> None:
    paintrack("log 7 3")
    overwrite_page(file, "rating")
    result = paintrack(typed)
    assert (result.code, result.out) == (1, "")
    assert "The file is damaged. What helps: paintrack file." in result.err
    screen = paintrack("file")
    assert (screen.code, "The file is damaged. Not all of it can be read." in screen.out) == (1, True)
    assert "paintrack file." not in screen.out


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_it_fits_the_screen(
    columns: int, paintrack: Paintrack, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.chdir(tmp_path)
    paintrack("log 7 3")
    paintrack("delete 1 --yes")
    paintrack("before 7")
    clock.forward(days=-1)
    paintrack("rate 7")
    screen = paintrack("file").out
    assert "Worth knowing:" in screen
    # A path is not broken, so that it can be copied.
    assert [line for line in screen.splitlines() if len(line) > columns and "/" not in line] == []


@examples(100)
@given(places=st.lists(st.tuples(st.floats(0, 0.999), st.integers(1, 255)), min_size=1, max_size=10))
def test_whatever_was_flipped_is_said_in_a_sentence(
    paintrack: Paintrack, file: Path, sound_copy: Path, places: list[tuple[float, int]]
) -> None:
    content = bytearray(sound_copy.read_bytes())
    for place, flips in places:
        content[int(place * len(content))] ^= flips
    file.write_bytes(content)
    for typed in ("file", "file --json", "file --fix"):
        result = paintrack(typed)
        assert result.code in (0, 1)
        assert "Internal error" not in result.err
        assert not result.err or is_one_sentence(result.err)
