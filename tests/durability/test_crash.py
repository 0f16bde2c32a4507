"""kill -9 at any moment: what was acknowledged is there, and the file is sound."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.durability.killed_writers import kill_writers
from tests.program import PATIENCE_SECONDS, Paintrack, environment


def test_every_acknowledged_entry_survives_kill_9(tmp_path: Path) -> None:
    """`tests/benchmarks/kills.py` kills a thousand."""
    folder = tmp_path / "diary"
    folder.mkdir()
    survival = kill_writers(folder / "diary.db", 12, writers=4, chance=random.Random(1))
    assert survival.acknowledged >= 8
    assert survival[1:3] == (0, 0)
    # At most the one entry that each was writing when it died is there beside them.
    assert survival.unacknowledged <= 12
    assert survival.trouble == ""


KILLED_BEFORE_THE_FIRST_COMMIT = """
import os, signal
from paintrack.storage.file import migrations
migrate = migrations.migrate
def migrate_and_die(connection):
    migrate(connection)
    os.kill(os.getpid(), signal.SIGKILL)
migrations.migrate = migrate_and_die
from paintrack.cli import main
main(["log", "7", "3"])
"""
KILLED_BEFORE_IT_IS_NAMED = """
import os, signal
def link_and_die(*arguments, **named):
    os.kill(os.getpid(), signal.SIGKILL)
os.link = link_and_die
from paintrack.cli import main
main(["log", "7", "3"])
"""


def kill(script: str) -> int:
    """The exit code of the script in a process of its own."""
    started = [sys.executable, "-c", script]
    return subprocess.run(started, capture_output=True, env=environment(), timeout=PATIENCE_SECONDS).returncode


@pytest.mark.parametrize("script", [KILLED_BEFORE_THE_FIRST_COMMIT, KILLED_BEFORE_IT_IS_NAMED])
def test_a_first_run_that_was_killed_leaves_nothing(script: str, file: Path, paintrack: Paintrack) -> None:
    assert kill(script) == -9
    # Where there are no files without a name, the temporary one goes with the next first run.
    assert hasattr(os, "O_TMPFILE") <= ([*file.parent.iterdir()] == [])
    assert not file.exists()
    assert "anew" not in paintrack("log 7 3").err
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_what_a_killed_first_write_left_is_named_and_goes(file: Path, paintrack: Paintrack) -> None:
    """An older paintrack left a journal beside a file of 0 bytes, which no read opens: the next write removes it."""
    file.parent.mkdir(parents=True)
    file.touch(0o600)
    journal = file.with_name(f"{file.name}-journal")
    assert (kill(KILLED_BEFORE_THE_FIRST_COMMIT), file.stat().st_size, journal.exists()) == (-9, 0, True)
    for typed in ("list", "status"):
        assert "nothing was ever saved in it" in paintrack(typed).err
        assert paintrack(f"{typed} --json").code == 0
    result = paintrack("file")
    assert result.code == 0
    assert f"the next one removes what it left: {journal}" in result.out.replace("\n    ", " ")
    facts = paintrack("file --json").json
    assert (facts["stopped_write"], facts["problems"], facts["counts"]) == (str(journal), [], {})
    assert journal.exists()
    assert "it is made anew" in paintrack("log 6 2").err
    assert [each.name for each in file.parent.iterdir()] == [file.name]
    assert [row["before"] for row in paintrack("list --json").json] == [6]
    assert paintrack("file --json").json["stopped_write"] is None


@pytest.fixture
def killed_in_first_commit(file: Path, paintrack: Paintrack) -> Path:
    """The file of a first run that was killed while its tables were written: all of it is taken back at the next open.

    The journal says that there were 0 pages before (https://www.sqlite.org/fileformat2.html#the_rollback_journal).
    """
    paintrack("log 7 3")
    numbers = (0, 1, 0, 512, 4096)
    header = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"".join(number.to_bytes(4, "big") for number in numbers)
    file.with_name(f"{file.name}-journal").write_bytes(header.ljust(512, b"\0"))
    return file


@pytest.mark.parametrize("typed", ["list", "status", "trend", "export -", "file", "conditions"])
def test_a_first_commit_that_was_killed_reads_as_empty(
    typed: str, killed_in_first_commit: Path, paintrack: Paintrack
) -> None:
    first = paintrack(typed)
    assert killed_in_first_commit.stat().st_size == 0
    assert first == paintrack(typed)
    assert first.code == 0


def test_a_first_commit_that_was_killed_is_made_anew(killed_in_first_commit: Path, paintrack: Paintrack) -> None:
    result = paintrack("log 6 2")
    assert result.code == 0
    assert "it is made anew" in result.err
    assert [row["before"] for row in paintrack("list --json").json] == [6]


@pytest.mark.parametrize("typed", ["undo", "edit 1 --note x", "delete 1", "backup", "purge --yes"])
def test_nothing_is_changed_after_a_killed_first_commit(
    typed: str, killed_in_first_commit: Path, paintrack: Paintrack
) -> None:
    journal = killed_in_first_commit.with_name(f"{killed_in_first_commit.name}-journal")
    content, journal_content = killed_in_first_commit.read_bytes(), journal.read_bytes()
    first = paintrack(typed)
    assert first == paintrack(typed)
    assert first.code == 1
    assert content
    assert journal_content
