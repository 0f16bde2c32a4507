"""Any changes, taken back and put back in any order, while the clock jumps about."""

import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from paintrack.model.entries import Reading, Session
from paintrack.model.selection import Selection
from paintrack.model.serialization.json_entries import to_record
from paintrack.storage.file.connection import connect
from paintrack.storage.file.migrations import migrate
from paintrack.storage.reader import Reader
from paintrack.storage.writer import Writer
from tests.example_counts import examples
from tests.factories.entries import NOW
from tests.strategies import Scored, scored_entries

Records = list[dict[str, Any]]


def exported(reader: Reader) -> Records:
    """All that an export holds but `edited`: what 'the same state' means."""
    records = [to_record(entry) for entry in reader.entries(Selection())]
    return [{name: value for name, value in record.items() if name not in ("edited", "changed")} for record in records]


class Journal(RuleBasedStateMachine):
    """Any changes, undos and redos, while the clock jumps about: the model is a list of states and a place in it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "mine.db"
        path.touch()
        self.connection = connect(path)
        self.connection.execute("PRAGMA synchronous = OFF")
        self.connection.execute("PRAGMA journal_mode = MEMORY")
        self.connection.execute("BEGIN")
        migrate(self.connection)
        self.connection.execute("COMMIT")
        self.now = NOW
        self.states: list[Records] = [[]]
        self.place = 0
        self.rows: dict[str, tuple[Any, ...]] = {}
        self.labels: dict[str, str] = {}

    def teardown(self) -> None:
        self.connection.close()
        self.folder.cleanup()

    def write(self, *changes: tuple[str, Scored]) -> None:
        self.connection.execute("BEGIN IMMEDIATE")
        writer = Writer(self.connection, self.now)
        for method, entry in changes:
            getattr(writer, method)(entry)
        writer.describe("something")
        self.connection.execute("COMMIT")
        del self.states[self.place + 1 :]
        self.states.append(exported(writer))
        self.place += 1

    def known(self) -> list[Scored]:
        stored = Reader(self.connection).entries(Selection())
        return [entry for entry in stored if isinstance(entry, Session | Reading)]

    @rule(hours=st.integers(-5, 5))
    def the_clock_moves(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule(new=st.lists(scored_entries, min_size=1, max_size=3, unique_by=lambda entry: entry.uid))
    def add(self, new: list[Scored]) -> None:
        self.write(*(("add", entry) for entry in new))

    @precondition(lambda self: self.known())
    @rule(data=st.data(), note=st.none() | st.just("another note"))
    def change(self, data: st.DataObject, note: str | None) -> None:
        entry = data.draw(st.sampled_from(self.known()))
        self.write(("change", replace(entry, note=note)))

    @precondition(lambda self: self.known())
    @rule(data=st.data())
    def change_twice_in_one_step(self, data: st.DataObject) -> None:
        entry = data.draw(st.sampled_from(self.known()))
        self.write(("change", replace(entry, note="first")), ("change", replace(entry, note="second")))

    @rule(new=scored_entries)
    def add_and_change_in_one_step(self, new: Scored) -> None:
        self.write(("add", new), ("change", replace(new, note="at once")))

    @rule(new=scored_entries)
    def add_and_delete_in_one_step(self, new: Scored) -> None:
        self.write(("add", new), ("delete", new))

    @precondition(lambda self: self.known())
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        self.write(("delete", data.draw(st.sampled_from(self.known()))))

    @precondition(lambda self: self.known())
    @rule(data=st.data(), later=st.integers(1, 10**6))
    def save_imported(self, data: st.DataObject, later: int) -> None:
        entry = data.draw(st.sampled_from(self.known()))
        newer = replace(entry, note="from elsewhere", edited=f"2099-01-01T00:00:00.{later - 1:06}Z")
        if newer.edited > entry.edited:
            self.write(("save_imported", newer))

    @precondition(lambda self: self.place > 0)
    @rule()
    def undo(self) -> None:
        self.connection.execute("BEGIN IMMEDIATE")
        writer = Writer(self.connection, self.now)
        step = writer.next_undo()
        assert step is not None
        writer.undo(step)
        self.connection.execute("COMMIT")
        self.place -= 1

    @precondition(lambda self: self.place < len(self.states) - 1)
    @rule()
    def redo(self) -> None:
        self.connection.execute("BEGIN IMMEDIATE")
        writer = Writer(self.connection, self.now)
        step = writer.next_redo()
        assert step is not None
        writer.redo(step)
        self.connection.execute("COMMIT")
        self.place += 1

    @precondition(lambda self: self.place > 0)
    @rule()
    def undo_all_and_redo_all(self) -> None:
        top = len(self.states) - 1
        while self.place > 0:
            self.undo()
            self.the_state_is_that_of_the_model()
        while self.place < top:
            self.redo()
            self.the_state_is_that_of_the_model()

    @invariant()
    def the_state_is_that_of_the_model(self) -> None:
        assert exported(Reader(self.connection)) == self.states[self.place]

    @invariant()
    def undo_and_redo_are_there_as_often_as_the_model_says(self) -> None:
        reader = Reader(self.connection)
        assert (reader.next_undo() is not None) == (self.place > 0)
        assert (reader.next_redo() is not None) == (self.place < len(self.states) - 1)

    @invariant()
    def edited_always_grows_when_an_entry_changes(self) -> None:
        for row in self.connection.execute("SELECT uid, edited, deleted, note FROM entry"):
            uid, edited, *content = row
            former = self.rows.get(uid)
            if former is not None and former[1:] != tuple(content):
                assert edited > former[0]
            self.rows[uid] = (edited, *content)

    @invariant()
    def a_number_stays_with_its_entry(self) -> None:
        for uid, label in self.connection.execute("SELECT uid, kind || number FROM entry"):
            assert self.labels.setdefault(uid, label) == label
        assert len(set(self.labels.values())) == len(self.labels)


# Few and short runs: each opens a file anew, and its steps look at all of it.
Journal.TestCase.settings = settings(examples(40), stateful_step_count=15)
TestJournal = Journal.TestCase
