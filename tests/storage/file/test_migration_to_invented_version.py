"""A file of today under an invented next version of paintrack: what every future migration has to keep to."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Protocol

import pytest

from paintrack.storage.file.file_header import SCHEMA_VERSION
from paintrack.storage.file.reader_and_writer_opening import open_reader
from tests.factories.diary_file_access import plain_rows
from tests.forking_program import forking_program
from tests.program import Paintrack, Result, is_one_sentence, quoted

NEXT_VERSION = SCHEMA_VERSION + 1
# What the migration does, as steps between which it can be stopped: a table is made, filled, indexed and counted.
STEPS = (
    "CREATE TABLE day (day TEXT PRIMARY KEY, notes TEXT) STRICT",
    "INSERT INTO day SELECT date(at), group_concat(note) FROM entry GROUP BY date(at)",
    "CREATE INDEX day_by_notes ON day (notes)",
    "UPDATE entry SET note = upper(note) WHERE note IS NOT NULL",
    f"PRAGMA user_version = {NEXT_VERSION}",
)
NEXT_PAINTRACK = f"""
import signal
from paintrack.storage.file import file_header
# Before any other module takes it over.
file_header.SCHEMA_VERSION = {NEXT_VERSION}
from paintrack.storage.file import migrations
# Once for all runs.
import sqlite_utils.migrations


def m{NEXT_VERSION:03}_days(db):
    stop_after, fault, *_ = sys.argv[1:]
    for number, statement in enumerate({STEPS!r}):
        db.execute(statement)
        if str(number) == stop_after:
            if fault == "SIGKILL":
                os.kill(os.getpid(), signal.SIGKILL)
            raise OSError(int(fault), os.strerror(int(fault)))


migrations.STEPS.append(m{NEXT_VERSION:03}_days)

from paintrack.cli import main


def run():
    sys.exit(main(sys.argv[3:]))
"""


# They load what the commands of the tests load; the last one is refused.
FIRST_RUNS = ("log 7 3", "show 1", "merge no.db", "restore no.db --yes")


class NextPaintrack(Protocol):
    """Runs a command of the next version; `stop_after` is the step of the migration after which the fault comes."""

    def __call__(self, *typed: str, stop_after: int = -1, fault: str = "") -> Result:
        """The result of the command."""


@pytest.fixture(scope="module")
def next_paintrack() -> Iterator[NextPaintrack]:
    """The next version, loaded once."""
    with forking_program(NEXT_PAINTRACK, [["-1", "", *typed.split()] for typed in FIRST_RUNS]) as program:

        def run(*typed: str, stop_after: int = -1, fault: str = "") -> Result:
            return program.run(str(stop_after), fault, *typed)

        yield run


@pytest.fixture
def todays_file(paintrack: Paintrack, file: Path) -> Path:
    """A file of today with a journal: changed and deleted entries, an undone step."""
    for typed in (
        "log 7 3 --for neck --note first",
        "rate 4 --for neck",
        "edit 1 --note second --for neck --after 2",
        "delete r1 --yes",
        "config set name Ana",
        "note undone",
        "undo",
    ):
        assert paintrack(typed).code == 0, typed
    return file


def version_of(path: Path) -> object:
    return plain_rows(path, "PRAGMA user_version")[0][0]


def is_sound(path: Path) -> bool:
    return plain_rows(path, "PRAGMA integrity_check") == [("ok",)] and not plain_rows(path, "PRAGMA foreign_key_check")


def test_it_backs_up_first_and_does_every_step(todays_file: Path, next_paintrack: NextPaintrack) -> None:
    content = plain_rows(todays_file, "SELECT * FROM entry ORDER BY id")
    result = next_paintrack("log", "6", "2", "--for", "neck")
    (copy,) = (todays_file.parent / "backups").iterdir()
    assert result.code == 0
    assert f"Your file was upgraded; a copy of it as it was: {copy}" in result.err
    assert (version_of(todays_file), version_of(copy)) == (NEXT_VERSION, SCHEMA_VERSION)
    assert plain_rows(todays_file, "SELECT notes FROM day") == [("second",)]
    assert plain_rows(todays_file, "SELECT note FROM entry WHERE id = 1") == [("SECOND",)]
    assert plain_rows(copy, "SELECT * FROM entry ORDER BY id") == content
    assert is_sound(todays_file)
    # The copy is one of today, with which one can go back.
    with open_reader(copy, checked=True) as reader:
        assert reader.counts() == {"session": 1}
    assert next_paintrack("log", "5", "2", "--for", "neck").err == ""


def test_a_read_leaves_the_file_as_it_is(todays_file: Path, next_paintrack: NextPaintrack) -> None:
    before = todays_file.read_bytes()
    assert "SECOND" in next_paintrack("show", "1").out
    assert todays_file.read_bytes() == before


@pytest.mark.parametrize("step", range(len(STEPS)))
def test_a_kill_between_steps_leaves_the_file_of_before(
    step: int, todays_file: Path, next_paintrack: NextPaintrack
) -> None:
    content = [*plain_rows(todays_file, "SELECT * FROM entry"), *plain_rows(todays_file, "SELECT * FROM change")]
    assert next_paintrack("log", "6", "2", "--for", "neck", stop_after=step, fault="SIGKILL").code == -9
    # Today's paintrack can go on with it, and so can the next one.
    with open_reader(todays_file, checked=True) as reader:
        assert reader.counts() == {"session": 1}
    assert (version_of(todays_file), is_sound(todays_file)) == (SCHEMA_VERSION, True)
    assert [
        *plain_rows(todays_file, "SELECT * FROM entry"),
        *plain_rows(todays_file, "SELECT * FROM change"),
    ] == content
    assert next_paintrack("log", "6", "2", "--for", "neck").code == 0
    assert (version_of(todays_file), plain_rows(todays_file, "SELECT count(*) FROM day")) == (NEXT_VERSION, [(1,)])


@pytest.mark.parametrize("fault", [28, 5])
@pytest.mark.parametrize("step", [0, 1, len(STEPS) - 1])
def test_a_fault_between_steps_changes_nothing(
    fault: int, step: int, todays_file: Path, next_paintrack: NextPaintrack
) -> None:
    before = todays_file.read_bytes()
    result = next_paintrack("log", "6", "2", "--for", "neck", stop_after=step, fault=str(fault))
    assert (result.code, result.out) == (1, "")
    assert is_one_sentence(result.err)
    assert "Nothing saved." in result.err
    assert todays_file.read_bytes() == before
    assert [each.name for each in todays_file.parent.rglob("*") if each.is_file()] == [todays_file.name]


def test_todays_paintrack_leaves_the_upgraded_file_alone(
    todays_file: Path, paintrack: Paintrack, next_paintrack: NextPaintrack
) -> None:
    assert next_paintrack("log", "6", "2", "--for", "neck").code == 0
    before = todays_file.read_bytes()
    own = todays_file.with_name("own.db")
    assert paintrack(f"log 5 4 --db {quoted(own)}").code == 0
    content = own.read_bytes()
    for typed in (
        "list",
        "log 5 4",
        "undo",
        "backup",
        "export -",
        "purge --yes",
        "file --fix",
        f"restore {quoted(own)} --yes",
    ):
        result = paintrack(typed)
        assert result.code == 1, typed
        assert "A newer paintrack wrote this file" in result.err + result.out, typed
    for typed in (f"merge {quoted(todays_file)}", f"restore {quoted(todays_file)} --yes"):
        result = paintrack(f"{typed} --db {quoted(own)}")
        assert result.code == 1, typed
        assert "newer paintrack" in result.err, typed
    assert (todays_file.read_bytes(), own.read_bytes()) == (before, content)


def test_the_journal_of_before_is_still_read(todays_file: Path, next_paintrack: NextPaintrack) -> None:
    assert next_paintrack("redo").code == 0
    assert version_of(todays_file) == NEXT_VERSION
    for step in ("note", "setting", "deletion", "change"):
        assert next_paintrack("undo", "--yes").code == 0, step
    # As the journal of today has it: the upgrade changed what stands, not what stood there before.
    assert '"note": "first"' in next_paintrack("show", "1", "--json").out
    assert '"score": 4' in next_paintrack("show", "r1", "--json").out
    assert next_paintrack("undo", "--steps", "2", "--yes").code == 0
    assert plain_rows(todays_file, "SELECT count(*) FROM entry WHERE deleted IS NULL") == [(0,)]
    assert is_sound(todays_file)


def test_a_copy_of_before_is_merged_and_restored(
    todays_file: Path, tmp_path: Path, next_paintrack: NextPaintrack
) -> None:
    copy = Path(shutil.copy(todays_file, tmp_path / "copy.db"))
    assert next_paintrack("log", "6", "2", "--for", "neck").code == 0
    assert next_paintrack("merge", str(copy)).code == 0
    assert next_paintrack("restore", str(copy), "--yes").code == 0
    with closing(sqlite3.connect(copy)) as plain:
        assert plain.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
