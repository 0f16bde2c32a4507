"""Many entries at once: written and read in chunks, the same as one by one."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from paintrack.model.entries import AnyEntry, Session
from paintrack.model.selection import Selection
from paintrack.model.serialization.json_entries import to_record
from paintrack.storage.file.reader_and_writer_opening import open_reader, open_writer
from paintrack.storage.reader import Reader
from tests.factories.entries import NOW, a_reading, a_session

EVERYTHING = Selection()


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chunks of three, so that a few entries are many."""
    monkeypatch.setattr("paintrack.storage.mapping.CHUNK", 3)


def some_sessions(number: int) -> list[Session]:
    return [a_session(day % 10, 3, at=f"2026-06-{day:02} 10:00", note=f"day {day}") for day in range(1, number + 1)]


def test_many_are_written_as_one_by_one(path: Path, tmp_path: Path) -> None:
    entries: list[AnyEntry] = [
        *some_sessions(7),
        a_reading(),
        *[replace(each, deleted=each.edited) for each in some_sessions(2)],
    ]
    with open_writer(path, NOW) as writer:
        writer.save_all_imported(entries)
    with open_writer(tmp_path / "single.db", NOW) as writer:
        for entry in entries:
            writer.save_imported(entry)
    with sqlite3.connect(path) as many, sqlite3.connect(tmp_path / "single.db") as single:
        dumps = [[line for line in each.iterdump() if "_sqlite_migrations" not in line] for each in (many, single)]
        assert dumps[0] == dumps[1]
    many.close()
    single.close()


def test_numbers_go_on_and_those_that_are_there_keep_theirs(path: Path) -> None:
    first, *rest = some_sessions(6)
    with open_writer(path, NOW) as writer:
        writer.add(first)
    with open_writer(path, NOW) as writer:
        writer.save_all_imported([*rest, replace(first, note="newer")])
    with open_reader(path) as reader:
        numbers = {entry.uid: entry.number for entry in reader.entries(EVERYTHING)}
        assert reader.by_uids([first.uid])[first.uid].number == 1
    assert sorted(numbers.values()) == [1, 2, 3, 4, 5, 6]


def test_one_undo_takes_back_many_entries(path: Path) -> None:
    first, *rest = some_sessions(6)
    with open_writer(path, NOW) as writer:
        writer.add(first)
        writer.describe("one")
    with open_writer(path, NOW) as writer:
        writer.save_all_imported([replace(first, ratings=(), edited="2026-09-01T00:00:00.000000Z"), *rest])
        writer.describe("many")
    with open_writer(path, NOW) as writer:
        step = writer.next_undo()
        assert step is not None
        assert step.what == "many"
        writer.undo(step)
    with open_reader(path) as reader:
        (left,) = reader.entries(EVERYTHING)
    stamps = {"edited": None, "changed": None}
    assert to_record(left) | stamps == to_record(first) | stamps


def test_the_stream_gives_what_entries_gives(path: Path) -> None:
    with open_writer(path, NOW) as writer:
        writer.save_all_imported([*some_sessions(8), a_reading(condition="neck")])
    with open_reader(path) as reader:
        for chosen in (EVERYTHING, Selection(condition="neck"), Selection(last=4), Selection(point="LI4")):
            whole = [to_record(entry) for entry in reader.entries(chosen)]
            assert [to_record(entry) for entry in reader.stream(chosen)] == whole
            assert reader.count(chosen) == len(whole)


def test_without_a_file_there_is_nothing_to_stream() -> None:
    nothing = Reader(None)
    assert [*nothing.stream(EVERYTHING)] == []
    assert (nothing.count(EVERYTHING), nothing.oldest_uid(), nothing.by_uids(["a"])) == (0, None, {})


def test_the_oldest_uid_is_of_the_entry_typed_first(path: Path) -> None:
    entries = some_sessions(3)
    first = replace(entries[2], entered="2020-01-01T00:00:00.000000Z", deleted=entries[2].edited)
    with open_writer(path, NOW) as writer:
        writer.save_all_imported([*entries[:2], first])
    with open_reader(path) as reader:
        assert reader.oldest_uid() == first.uid
