"""A new diary: whole or not there, whatever happens while it is made."""

import errno
import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest

from paintrack.errors import FileTroubleError
from paintrack.model.selection import Selection
from paintrack.storage.file import creation
from paintrack.storage.file.reader_and_writer_opening import open_reader, open_writer
from tests.factories.diary_file_access import save_session
from tests.factories.entries import NOW
from tests.program import PATIENCE_SECONDS

SETTINGS = (
    "application_id", "user_version", "page_size", "auto_vacuum", "encoding", "journal_mode", "freelist_count",
    "schema_version", "page_count", "integrity_check", "foreign_key_check",
)  # fmt: skip


def test_it_is_as_if_made_in_its_place(tmp_path: Path) -> None:
    made, in_place = tmp_path / "made.db", tmp_path / "in_place.db"
    in_place.touch()
    for path in (made, in_place):
        with open_writer(path, NOW):
            pass
    both = []
    for path in (made, in_place):
        with closing(sqlite3.connect(path)) as plain:
            settings = {name: plain.execute(f"PRAGMA {name}").fetchall() for name in SETTINGS}
            schema = plain.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid").fetchall()
            applied = plain.execute("SELECT migration_set, name FROM _sqlite_migrations ORDER BY rowid").fetchall()
        both.append((settings, schema, applied, path.read_bytes()[:24]))
    assert both[0] == both[1]


@pytest.mark.parametrize("fails", ["write", "fsync", "open"])
def test_a_full_disk_leaves_nothing_of_it(fails: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / "new" / "folder" / "mine.db"
    monkeypatch.setattr(os, fails, refuse)
    with pytest.raises(FileTroubleError, match=r"^The disk is full\. The file: "):
        save_session(path)
    monkeypatch.undo()
    assert not (tmp_path / "new").exists()
    save_session(path)


@pytest.mark.parametrize("has_nameless_files", [True, False])
def test_a_disk_without_links_gets_its_diary_too(
    has_nameless_files: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    if not has_nameless_files:
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(Path, "hardlink_to", refuse)
    path = tmp_path / "folder" / "mine.db"
    save_session(path)
    save_session(path)
    assert [each.name for each in path.parent.iterdir()] == ["mine.db"]


def test_two_that_make_it_at_once_both_save(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mine.db"
    both_saw_none = threading.Barrier(2, timeout=PATIENCE_SECONDS)
    create = creation.create_diary
    created: list[bool] = []

    def create_together(path: Path) -> bool:
        both_saw_none.wait()
        created.append(create(path))
        return created[-1]

    monkeypatch.setattr(creation, "create_diary", create_together)
    threads = [threading.Thread(target=save_session, args=(path,), kwargs={"note": note}) for note in ("one", "other")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(created) == [False, True]
    with open_reader(path) as reader:
        assert {each.note for each in reader.sessions(Selection())} == {"one", "other"}
