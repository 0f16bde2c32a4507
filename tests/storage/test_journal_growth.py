"""The journal grows by what changed, however long the history is."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from paintrack.model.values.moment import Moment
from paintrack.storage.file.reader_and_writer_opening import open_writer
from tests.factories.entries import NOW, a_session
from tests.program import Paintrack

SESSIONS = 2_000
LIMIT = 4096


def journal_bytes(path: Path) -> int:
    with closing(sqlite3.connect(path)) as plain:
        (size,) = plain.execute(
            "SELECT (SELECT sum(length(at) + length(what) + 16) FROM step)"
            " + (SELECT sum(length(uid) + length(coalesce(former, '')) + 8) FROM change)"
        ).fetchone()
        return int(size)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pattern = a_session(number=0)
    path = tmp_path_factory.mktemp("long") / "history.db"
    with open_writer(path, NOW) as writer:
        for day in range(SESSIONS):
            at = NOW - timedelta(days=1 + day % 20_000)
            writer.add(replace(pattern, uid=f"{day:032x}", when=Moment(at)))
        writer.describe("a long history")
    return path


@pytest.fixture
def long_history(template: Path, file: Path) -> Path:
    file.parent.mkdir(parents=True)
    return Path(shutil.copy(template, file))


def test_one_more_session_adds_under_four_kilobytes(long_history: Path, paintrack: Paintrack) -> None:
    journal, size = journal_bytes(long_history), long_history.stat().st_size
    assert paintrack("log 7 3").code == 0
    assert 0 < journal_bytes(long_history) - journal < LIMIT
    for _ in range(19):
        assert paintrack("log 7 3 --points LI4,ST36 --with 'Dr Li'").code == 0
    # Pages are 4096 bytes: on average a session must take less than one.
    assert long_history.stat().st_size - size < 20 * LIMIT


def test_a_correction_and_its_undo_add_under_four_kilobytes(long_history: Path, paintrack: Paintrack) -> None:
    journal = journal_bytes(long_history)
    assert paintrack("edit 1000 --after 1").code == 0
    assert 0 < journal_bytes(long_history) - journal < LIMIT
    assert paintrack("undo").code == 0
    assert 0 < journal_bytes(long_history) - journal < LIMIT
