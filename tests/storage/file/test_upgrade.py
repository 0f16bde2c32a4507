"""Files and exports of version 1 are read for ever: a sample of each is kept in tests/samples."""

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from paintrack.errors import FileTroubleError, NewerFileError
from paintrack.model.entries import AnyEntry
from paintrack.model.selection import Selection
from paintrack.storage.file import migrations, upgrade
from paintrack.storage.file.file_header import SCHEMA_VERSION
from paintrack.storage.file.reader_and_writer_opening import open_reader, open_writer
from paintrack.storage.file.tables import definitions
from tests.factories.diary_file_access import plain_rows
from tests.factories.entries import NOW, a_note
from tests.forking_program import ForkingProgram, forking_program
from tests.program import PATIENCE_SECONDS, Clock, Paintrack, environment

AFTER_THE_SAMPLES = "2026-12-01 12:00"
SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    """A copy of the file of version 1."""
    return Path(shutil.copy(SAMPLES / "version_1.db", tmp_path / "diary.db"))


def entries_in(path: Path) -> list[AnyEntry]:
    with open_reader(path) as reader:
        return reader.entries(Selection())


def columns_in(path: Path, table: str) -> list[str]:
    return [str(name) for _, name, *_ in plain_rows(path, f"PRAGMA table_info({table})")]


def test_a_read_leaves_the_old_file_as_it_is(old_file: Path) -> None:
    before = old_file.read_bytes()
    assert len(entries_in(old_file)) == 11
    assert old_file.read_bytes() == before
    assert [each.name for each in old_file.parent.iterdir() if each.suffix != ""] == [old_file.name]


def test_a_write_upgrades_after_a_copy_and_loses_nothing(old_file: Path) -> None:
    before, bytes_before = entries_in(old_file), old_file.read_bytes()
    with open_writer(old_file, NOW) as writer:
        saved = writer.add(a_note("after the upgrade", number=0))
    (sentence,) = writer.upgrades
    (copy,) = (old_file.parent / "backups").iterdir()
    assert str(copy) in sentence
    assert entries_in(copy) == before
    assert columns_in(copy, "gone") == []
    assert plain_rows(old_file, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert [each for each in entries_in(old_file) if each.uid != saved.uid] == before
    assert old_file.read_bytes() != bytes_before
    with open_writer(old_file, NOW) as writer:
        pass
    assert writer.upgrades == []
    assert [*(old_file.parent / "backups").iterdir()] == [copy]


def test_an_upgraded_file_has_the_tables_of_a_new_one(old_file: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.db"
    for path in (old_file, new):
        with open_writer(path, NOW):
            pass
    for table in definitions():
        assert columns_in(old_file, table) == columns_in(new, table)
    for query in ("SELECT type, name FROM sqlite_schema ORDER BY name", "PRAGMA foreign_key_list(rating)"):
        assert plain_rows(old_file, query) == plain_rows(new, query)


def test_a_new_column_makes_a_new_version(tmp_path: Path) -> None:
    """A file that was written before it would not get the column, and no entry more."""
    version, sample = max((int(path.stem.removeprefix("version_")), path) for path in SAMPLES.glob("version_*.db"))
    with open_writer(tmp_path / "new.db", NOW):
        pass
    tables = definitions()
    new = {table: columns_in(tmp_path / "new.db", table) for table in tables}
    assert version < SCHEMA_VERSION or {table: columns_in(sample, table) for table in tables} == new


def test_a_deletion_that_version_1_took_back_stays_taken_back(old_file: Path) -> None:
    """A merge takes an edited entry of version 1 for deleted if it is deleted elsewhere, but not one put back later."""
    with closing(sqlite3.connect(old_file)) as connection, connection:
        (uid, former, step) = connection.execute(
            "SELECT uid, json_set(former, '$.deleted', '2026-11-27T05:15:28.012531Z'), id"
            " FROM change JOIN step ON step.id = step WHERE what LIKE 'the deletion of session 4,%'"
        ).fetchone()
        connection.execute("UPDATE change SET former = ? WHERE uid = ? AND step = ?", (former, uid, step))
        connection.execute("UPDATE step SET undone = 1 WHERE id = ?", (step,))
        connection.execute(
            "UPDATE entry SET deleted = NULL, edited = '2026-11-28T00:00:00.000000Z' WHERE uid = ?", (uid,)
        )
    with open_writer(old_file, NOW) as writer:
        stamps = {each.uid: each.changed for each in writer.entries(Selection())}
    edited = "2026-11-28T00:00:00.000000Z"
    assert stamps.pop(uid) == {"rest": edited, "deleted": edited}
    assert {*stamps.values()} == {None}


def test_undo_and_redo_go_back_before_the_upgrade(paintrack: Paintrack, tmp_path: Path, clock: Clock) -> None:
    old = str(shutil.copy(SAMPLES / "version_1.db", tmp_path / "diary.db"))
    clock.set(AFTER_THE_SAMPLES)
    steps = 0
    while (result := paintrack(["--db", old, "undo", "--yes"])).code == 0:
        steps += 1
    assert steps > 15, result
    assert paintrack(["--db", old, "list"]).out.startswith("Nothing saved yet")
    for _ in range(steps):
        assert paintrack(["--db", old, "redo"]).code == 0
    exports = [paintrack(["--db", path, "export", "-"]).out for path in (old, str(SAMPLES / "version_1.db"))]
    without_edited = [[line.rpartition(",")[0] for line in text.splitlines()] for text in exports]
    assert without_edited[0] == without_edited[1]


@pytest.mark.parametrize("name", ["history_1.json", "history_1.csv"])
def test_an_export_of_version_1_comes_in(name: str, paintrack: Paintrack, tmp_path: Path, clock: Clock) -> None:
    clock.set(AFTER_THE_SAMPLES)
    imported = paintrack(["--db", str(tmp_path / "new.db"), "import", str(SAMPLES / name)])
    assert imported.code == 0
    original = str(SAMPLES / "version_1.db")
    first, second = (paintrack(["--db", path, "export", "-"]).out for path in (original, str(tmp_path / "new.db")))
    assert first == second
    again = paintrack(["--db", str(tmp_path / "new.db"), "import", str(SAMPLES / name)])
    assert "Nothing new" in again.out


def test_a_failing_upgrade_leaves_the_old_file(old_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = old_file.read_bytes()

    def fail_half_way(connection: sqlite3.Connection) -> None:
        migrations.migrate(connection)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(upgrade, "migrate", fail_half_way)
    with pytest.raises(FileTroubleError), open_writer(old_file, NOW):
        raise AssertionError("no write may begin")
    assert old_file.read_bytes() == before
    assert [*(old_file.parent / "backups").iterdir()] == []


def test_a_file_of_a_newer_paintrack_is_refused(old_file: Path) -> None:
    with closing(sqlite3.connect(old_file)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = old_file.read_bytes()
    with pytest.raises(NewerFileError):
        entries_in(old_file)
    assert old_file.read_bytes() == before


KILLED_IN_THE_UPGRADE = """
import signal
from paintrack.cli import main
from paintrack.storage.file import upgrade

migrate, statements = upgrade.migrate, 0


def stop_at(_statement):
    global statements
    statements += 1
    if statements == int(sys.argv[1]):
        os.kill(os.getpid(), signal.SIGKILL)


def migrate_and_die(connection):
    connection.set_trace_callback(stop_at)
    migrate(connection)


upgrade.migrate = migrate_and_die


def run():
    sys.exit(main(["log", "7", "3"]))
"""


@pytest.fixture(scope="module")
def killed_in_the_upgrade() -> Iterator[ForkingProgram]:
    """A `log` that is killed before the statement of the upgrade that is its argument."""
    with forking_program(KILLED_IN_THE_UPGRADE, [["0"]]) as program:
        yield program


@pytest.mark.parametrize("version", [1, 2])
def test_kill_9_in_the_upgrade_leaves_one_of_both_files(
    version: int, tmp_path: Path, killed_in_the_upgrade: ForkingProgram
) -> None:
    sample = entries_in(SAMPLES / f"version_{version}.db")
    returned, statement = -9, 1
    while returned == -9:
        path = Path(shutil.copy(SAMPLES / f"version_{version}.db", tmp_path / f"{statement}.db"))
        returned = killed_in_the_upgrade.run(str(statement), PAINTRACK_DB=str(path)).code
        assert {each.uid for each in entries_in(path)} >= {each.uid for each in sample}, f"after statement {statement}"
        with closing(sqlite3.connect(path)) as plain:
            assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            (version_left,) = plain.execute("PRAGMA user_version").fetchone()
        assert version_left == (SCHEMA_VERSION if returned == 0 else version)
        # Every statement at first, then every 25th: most of them copy rows.
        statement += 1 if statement < 5 else 25
    assert returned == 0
    assert statement > 40


def test_terminals_that_upgrade_at_once_lose_nothing(old_file: Path) -> None:
    sample = entries_in(old_file)
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "paintrack", "rate", str(number)],
            stdout=subprocess.DEVNULL,
            env=environment() | {"PAINTRACK_DB": str(old_file)},
        )
        for number in range(4)
    ]
    assert [each.wait(timeout=PATIENCE_SECONDS) for each in started] == [0] * 4
    assert len(entries_in(old_file)) == len(sample) + 4
    # Only the one that upgraded it keeps a copy, and that is of the old file.
    (copy,) = (old_file.parent / "backups").iterdir()
    assert columns_in(copy, "gone") == []


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE VIEW mine AS SELECT number FROM entry",
        "CREATE INDEX mine ON entry (cost)",
        "CREATE TRIGGER mine AFTER INSERT ON page BEGIN SELECT count(*) FROM entry; END",
        "ALTER TABLE entry ADD COLUMN mine TEXT DEFAULT 'kept'",
        "CREATE TABLE mine (a)",
    ],
)
def test_what_another_tool_made_in_the_file_survives(sql: str, old_file: Path) -> None:
    with closing(sqlite3.connect(old_file)) as plain:
        plain.execute(sql)
    assert len(entries_in(old_file)) == 11
    with open_writer(old_file, NOW) as writer:
        writer.add(a_note("after the upgrade", number=0))
    assert len(entries_in(old_file)) == 12
    with closing(sqlite3.connect(old_file)) as plain:
        if sql.startswith("ALTER"):
            assert plain.execute(
                "SELECT DISTINCT mine FROM entry WHERE text IS NOT 'after the upgrade'"
            ).fetchall() == [("kept",)]
        else:
            assert plain.execute("SELECT name FROM sqlite_schema WHERE name = 'mine'").fetchone() == ("mine",)


def test_an_empty_name_of_an_older_file_is_none(old_file: Path) -> None:
    with closing(sqlite3.connect(old_file, isolation_level=None)) as plain:
        plain.execute("UPDATE entry SET practitioner = '', currency = '' WHERE kind = 'session'")
    assert len(entries_in(old_file)) == 11
    with open_writer(old_file, NOW):
        pass
    with closing(sqlite3.connect(old_file)) as plain:
        assert plain.execute("SELECT count(*) FROM entry WHERE practitioner = ''").fetchone() == (0,)


def test_an_empty_text_that_must_be_there_is_kept(old_file: Path) -> None:
    with closing(sqlite3.connect(old_file, isolation_level=None)) as plain:
        plain.execute("UPDATE step SET what = ''")
        before = plain.execute("SELECT id, at, what FROM step").fetchall()
    with open_writer(old_file, NOW):
        pass
    with closing(sqlite3.connect(old_file)) as plain:
        assert before
        assert plain.execute("SELECT id, at, what FROM step").fetchall() == before


def test_a_file_of_version_2_is_upgraded_with_its_journal(paintrack: Paintrack, tmp_path: Path, clock: Clock) -> None:
    """Its steps are taken back as before: a merge alone is restored exactly."""
    sample = SAMPLES / "version_2.db"
    old = tmp_path / "diary.db"
    shutil.copy(sample, old)
    clock.set(AFTER_THE_SAMPLES)
    before = paintrack(["--db", str(old), "export", "-", "--format", "json"]).out
    assert old.read_bytes() == sample.read_bytes()
    assert paintrack(["--db", str(old), "redo"]).code == 0
    assert plain_rows(old, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert paintrack(["--db", str(old), "undo", "--yes"]).code == 0
    assert [*entries_in(old)] == [*entries_in(sample)]
    assert paintrack(["--db", str(old), "undo", "--steps", "5", "--yes"]).code == 0
    assert entries_in(old) == []
    # What was undone there is deleted, with a stamp of now; the setting is cleared.
    after = json.loads(paintrack(["--db", str(old), "export", "-", "--format", "json"]).out)
    assert len(after["gone"]) == 3
    assert all(each["deleted"] > "2026-11-30" for each in after["gone"])
    assert after["settings"]["name"]["value"] is None
    assert json.loads(before)["settings"]["name"]["value"] == "Ana"
