"""What a file holds before and after a change: entries with their stamps, settings."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from paintrack.model.changes.stored_setting import StoredSetting
from paintrack.model.entries import AnyEntry
from paintrack.storage.file.reader_and_writer_opening import open_reader


class State(NamedTuple):
    """All entries of a file by uid, deleted or not, its settings, and whether undo or redo restores exactly."""

    entries: dict[str, AnyEntry]
    settings: dict[str, StoredSetting]
    next_is_exact: dict[str, bool]


def state_of(path: Path) -> State:
    with open_reader(path) as reader:
        connection = reader.connection
        assert connection is not None
        uids = [uid for (uid,) in connection.execute("SELECT uid FROM entry")]
        steps = {"undo": reader.next_undo(), "redo": reader.next_redo()}
        exact = {row[0] for row in connection.execute("SELECT id FROM step WHERE imported = 1")}
        return State(
            reader.by_uids(uids),
            reader.stored_settings(),
            {word: step is not None and step.id in exact for word, step in steps.items()},
        )


def typed_values(value: object) -> object:
    """The amounts or the score of a value, without the currency or the times that go with them."""
    names = {"cost", "covered", "before", "after"}
    if not isinstance(value, Mapping) or not names & value.keys():
        return value
    return {name: each for name, each in value.items() if name in names}
