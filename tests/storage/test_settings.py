"""Settings: kept with the history, undone and redone like an entry."""

from pathlib import Path

from paintrack.storage.file.reader_and_writer_opening import open_reader, open_writer
from paintrack.storage.undoable_step import Step
from tests.factories.entries import NOW, a_session


def settings(path: Path) -> dict[str, str]:
    with open_reader(path) as reader:
        return reader.settings()


def turn(path: Path, which: str) -> Step:
    """Undo or redo the next step."""
    with open_writer(path, NOW) as writer:
        step = writer.next_undo() if which == "undo" else writer.next_redo()
        assert step is not None
        return writer.undo(step) if which == "undo" else writer.redo(step)


def put(path: Path, name: str, value: str | None) -> None:
    with open_writer(path, NOW) as writer:
        writer.set_setting(name, value)
        writer.describe(f"the setting {name}")


def test_nothing_is_set_at_first(path: Path) -> None:
    assert settings(path) == {}


def test_each_change_is_taken_back_and_put_back(path: Path) -> None:
    put(path, "currency", "EUR")
    put(path, "currency", "CHF")
    put(path, "paper", "letter")
    put(path, "currency", None)
    states = [settings(path)]
    for _ in range(4):
        assert turn(path, "undo").what.startswith("the setting")
        states.append(settings(path))
    assert states == [
        {"paper": "letter"},
        {"currency": "CHF", "paper": "letter"},
        {"currency": "CHF"},
        {"currency": "EUR"},
        {},
    ]
    for state in reversed(states[:-1]):
        turn(path, "redo")
        assert settings(path) == state


def test_undo_restores_a_setting_changed_twice_in_one_step(path: Path) -> None:
    put(path, "name", "A. Patient")
    with open_writer(path, NOW) as writer:
        writer.set_setting("name", "B")
        writer.set_setting("name", "C")
        writer.describe("the setting name")
    turn(path, "undo")
    assert settings(path) == {"name": "A. Patient"}


def test_an_entry_and_a_setting_are_one_step(path: Path) -> None:
    with open_writer(path, NOW) as writer:
        saved = writer.save(a_session())
        writer.set_setting("currency", "EUR")
        writer.describe("both")
    turn(path, "undo")
    with open_reader(path) as reader:
        entry = reader.by_uid(saved.uid)
        assert entry is not None
        assert entry.deleted
        assert reader.settings() == {}
    turn(path, "redo")
    assert settings(path) == {"currency": "EUR"}
