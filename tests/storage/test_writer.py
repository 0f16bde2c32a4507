"""What is written: read back as it was, one step a write, numbers never twice, `edited` only forward."""

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.errors import NotFoundError
from paintrack.model.entries import SideEffect
from paintrack.model.selection import Selection
from paintrack.model.values.moment import to_utc
from paintrack.storage.file.reader_and_writer_opening import open_reader, open_writer
from tests.factories.entries import NOW, a_reading, a_session
from tests.strategies import Scored, scored_entries


@given(st.lists(scored_entries, max_size=4, unique_by=lambda entry: entry.uid))
def test_what_is_saved_is_read_back_in_the_order_of_time(saved: list[Scored]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mine.db"
        with open_writer(path, NOW) as writer:
            for entry in saved:
                writer.save(entry)
        with open_reader(path) as reader:
            stored = reader.entries(Selection())
            assert stored == sorted(saved, key=lambda entry: (to_utc(entry.at), entry.uid))
            assert [reader.by_uid(entry.uid) for entry in saved] == saved


def test_numbers_count_each_kind_and_are_never_given_twice(path: Path) -> None:
    with open_writer(path, NOW) as writer:
        first, reading_, second = writer.save(a_session()), writer.save(a_reading()), writer.save(a_session())
    assert [each.label for each in (first, reading_, second)] == ["1", "r1", "2"]
    with open_writer(path, NOW) as writer:
        writer.delete(second)
    with open_writer(path, NOW) as writer:
        assert writer.save(a_session()).label == "3"
        step = writer.next_undo()
        assert step is not None
    with open_writer(path, NOW) as writer:
        newest = writer.next_undo()
        assert newest is not None
        writer.undo(newest)
    with open_writer(path, NOW) as writer:
        assert writer.save(a_session()).label == "4"


def test_one_write_is_one_step(path: Path) -> None:
    with open_writer(path, NOW) as writer:
        for _ in range(3):
            writer.save(a_session())
        writer.describe("three sessions")
    with open_writer(path, NOW) as writer:
        step = writer.next_undo()
        assert step is not None
        assert step.what == "three sessions"
        writer.undo(step)
        assert writer.entries(Selection()) == []
        assert writer.next_undo() is None


def test_a_write_that_came_between_is_not_taken_back_unseen(path: Path) -> None:
    with open_writer(path, NOW) as writer:
        writer.save(a_session())
    with open_reader(path) as reader:
        step = reader.next_undo()
    assert step is not None
    with open_writer(path, NOW + timedelta(seconds=1)) as writer:
        writer.save(a_session())
    with (
        pytest.raises(NotFoundError, match=r"^Something else was saved in the meantime; nothing was taken back\."),
        open_writer(path, NOW) as writer,
    ):
        writer.undo(step)
    with open_reader(path) as reader:
        assert len(reader.entries(Selection())) == 2


def test_edited_grows_also_when_the_clock_goes_back(path: Path) -> None:
    with open_writer(path, NOW) as writer:
        saved = writer.save(a_session())
    with open_writer(path, NOW - timedelta(days=30)) as writer:
        changed = writer.change(replace(saved, note="x"))
    assert saved.edited == "2026-07-06T12:02:00.000000Z"
    assert changed.edited == "2026-07-06T12:02:00.000001Z"


def test_an_undone_addition_leaves_a_tombstone_for_merge(path: Path) -> None:
    with open_writer(path, NOW) as writer:
        saved = writer.save(a_session())
    with open_writer(path, NOW + timedelta(minutes=1)) as writer:
        step = writer.next_undo()
        assert step is not None
        writer.undo(step)
        stored = writer.by_uid(saved.uid)
        assert stored is not None
        assert stored.deleted == "2026-07-06T12:03:00.000000Z"
        assert stored.edited == "2026-07-06T12:03:00.000000Z"
        assert writer.entries(Selection()) == []


def test_a_saved_session_replaces_all_its_former_parts(path: Path) -> None:
    session = a_session(points=("LI4", "ST36"), side_effects=(SideEffect(kind="drowsy"),))
    with open_writer(path, NOW) as writer:
        saved = writer.save(session)
    with open_writer(path, NOW) as writer:
        writer.save(replace(saved, points=("SP6",), side_effects=(), ratings=()))
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("SELECT point FROM point").fetchall() == [("SP6",)]
        assert plain.execute("SELECT * FROM rating").fetchall() == []
        assert plain.execute("SELECT * FROM side_effect").fetchall() == []
