"""The records out of SQL are those of the entries themselves."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from paintrack.model.entries import AnyEntry
from paintrack.model.serialization.json_entries import to_record
from paintrack.model.values.moment import Moment
from paintrack.storage.file.reader_and_writer_opening import open_reader, open_writer
from paintrack.storage.queries.json_records_for_journal import select_records
from tests.factories.entries import NOW, a_session
from tests.strategies import entries_alive_or_deleted

ENTRIES = st.lists(entries_alive_or_deleted, max_size=5, unique_by=lambda entry: entry.uid)


def records_of(entries: Sequence[AnyEntry], uids: Sequence[str], folder: Path) -> dict[str, str]:
    """What SQL makes of these entries once they are stored."""
    path = folder / "diary.db"
    with open_writer(path, NOW) as writer:
        writer.save_all_imported(entries)
    with open_reader(path) as reader:
        assert reader.connection is not None
        return select_records(reader.connection, uids)


@given(ENTRIES)
def test_the_records_are_those_of_the_entries(entries: list[AnyEntry]) -> None:
    uids = [entry.uid for entry in entries]
    with tempfile.TemporaryDirectory() as folder:
        records = records_of(entries, [*uids, "0" * 32], Path(folder))
        with open_reader(Path(folder) / "diary.db") as reader:
            stored = reader.by_uids(uids)
    assert {uid: json.loads(record) for uid, record in records.items()} == {
        # To SQL a value that is missing is a value like any other.
        uid: ({"set_aside": None} if entry.kind == "session" else {}) | to_record(entry) | {"number": entry.number}
        for uid, entry in stored.items()
    }
    assert records.keys() == {*uids}


def test_truth_is_no_number_and_half_an_hour_west_stays_so(tmp_path: Path) -> None:
    west = Moment.from_iso("2026-07-06T12:00:00-00:30")
    session = replace(a_session(), when=west._replace(time_given=False))
    record = json.loads(records_of([session], [session.uid], tmp_path)[session.uid])
    assert record["time_given"] is False
    assert record["at"] == "2026-07-06T12:00:00-00:30"
