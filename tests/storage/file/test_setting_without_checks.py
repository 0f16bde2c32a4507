"""One setting, read at once: a file in trouble gives none, and nothing is waited for or changed."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from paintrack.storage.file import connection
from paintrack.storage.file.reader_and_writer_opening import open_writer
from paintrack.storage.file.setting_without_checks import setting_at_once

NOW = datetime(2026, 7, 6, 12, 2, tzinfo=UTC)


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    path = tmp_path / "diary.db"
    with open_writer(path, NOW) as writer:
        writer.set_setting("plain", "yes")
    return path


def test_the_value_of_a_setting(diary: Path) -> None:
    assert setting_at_once(diary, "plain") == "yes"
    assert setting_at_once(diary, "ascii") is None


@pytest.mark.parametrize("content", [None, b"", b"no database", b"SQLite format 3\x00" + bytes(200)])
def test_no_diary_has_no_setting(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    if content is not None:
        path.write_bytes(content)
    assert setting_at_once(path, "plain") is None
    assert path.exists() is (content is not None)
    assert setting_at_once(tmp_path, "plain") is None


def test_a_damaged_file_has_no_setting(diary: Path) -> None:
    content = diary.read_bytes()
    diary.write_bytes(content[:100] + b"\xff" * (len(content) - 100))
    assert setting_at_once(diary, "plain") is None


def test_nothing_is_waited_for(diary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits = []

    def connect(path: Path, *, mode: str, busy_seconds: float) -> sqlite3.Connection:
        waits.append(busy_seconds)
        return connection.connect(path, mode=mode, busy_seconds=busy_seconds)

    monkeypatch.setattr("paintrack.storage.file.setting_without_checks.connect", connect)
    with closing(sqlite3.connect(diary, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert setting_at_once(diary, "plain") is None
    assert waits == [0]
    assert setting_at_once(diary, "plain") == "yes"
