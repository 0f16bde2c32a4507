"""The rows of a CSV file out of SQL are those that the entries say."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from paintrack.model.entries import AnyEntry, Rating, SideEffect
from paintrack.model.selection import Selection
from paintrack.model.serialization.csv_rows import KEYS
from paintrack.storage.file.reader_and_writer_opening import open_reader, open_writer
from paintrack.storage.queries import csv_rows_from_sql as csv_rows
from tests.exchange.csv_rows_of_entries import csv_rows_of_entries
from tests.factories.entries import NOW, a_note, a_reading, a_session
from tests.strategies import row_histories

EVERYTHING = Selection()


def stored(entries: list[AnyEntry], folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "diary.db"
    with open_writer(path, NOW) as writer:
        writer.save_all_imported(entries)
    return path


@given(row_histories)
def test_the_rows_are_those_of_the_entries(entries: list[AnyEntry]) -> None:
    with tempfile.TemporaryDirectory() as folder, open_reader(stored(entries, Path(folder))) as reader:
        csv_rows = list(reader.csv_rows(EVERYTHING))
        assert csv_rows == list(csv_rows_of_entries(reader.entries(EVERYTHING)))
        assert reader.count_csv_rows(EVERYTHING) == len(csv_rows)


def test_numbers_times_and_lists_look_as_people_write_them(tmp_path: Path) -> None:
    session = a_session(
        uid="1" * 32,
        at=a_session().when._replace(time_given=False),
        ratings=(Rating("neck", 0, 10), Rating("ankle", 6.5)),
        points=("LI4", "odd; one\\", "ST36"),
        side_effects=(SideEffect("other", "sore; thumb"), SideEffect("drowsy")),
        cost=8550,
        covered=8500,
        note="said once",
    )
    with open_reader(stored([session], tmp_path)) as reader:
        first, second = reader.csv_rows(EVERYTHING)
    assert first[:12] == (
        "session", "1" * 32, "2026-07-06T14:02+02:00", "ankle", 6.5, None, None,
        "LI4; odd\\; one\\\\; ST36", None, None, "other: sore\\; thumb; drowsy", 85.5,
    )  # fmt: skip
    assert second[3:15] == ("neck", 0, 10, *[None] * 9)


def test_rows_of_one_session_may_span_two_chunks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    both = (Rating("ankle", 6, 5), Rating("neck", 7, 5), Rating("wrist", 3, 2))
    sessions = [a_session(at=f"2026-07-0{day} 10:00", uid=f"{day:032x}", ratings=both) for day in (1, 2, 3)]
    for size in (1, 2, 3, 4):
        monkeypatch.setattr(csv_rows, "CHUNK", size)
        with open_reader(stored([replace(each, note="once") for each in sessions], tmp_path / str(size))) as reader:
            notes = [row[KEYS.index("note")] for row in reader.csv_rows(EVERYTHING)]
        assert notes == ["once", None, None] * 3


def test_deleted_and_filtered_entries_are_left_out(tmp_path: Path) -> None:
    gone = a_session(deleted=a_session().edited)
    kept = a_session(condition="neck")
    with open_reader(stored([gone, kept, a_reading(), a_note(at=3)], tmp_path)) as reader:
        neck = Selection(condition="neck")
        assert ([row[1] for row in reader.csv_rows(neck)], reader.count_csv_rows(neck)) == ([kept.uid], 1)
        assert [row[0] for row in reader.csv_rows(EVERYTHING)] == ["session", "reading"]


def test_no_file_has_no_rows(tmp_path: Path) -> None:
    with open_reader(tmp_path / "none.db") as reader:
        assert (reader.count_csv_rows(EVERYTHING), [*reader.csv_rows(EVERYTHING)]) == (0, [])
