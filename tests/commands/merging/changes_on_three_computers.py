"""Random changes on three computers whose files are merged, made through the commands."""

import io
import shutil
from contextlib import redirect_stdout
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import strategies as st

from paintrack.cli import main
from paintrack.commands._shared import context
from paintrack.model.changes.renaming import without_condition
from paintrack.model.entries import Rating, Session, SideEffect
from paintrack.model.selection import Selection
from paintrack.storage.copies.purge import purge
from paintrack.storage.copies.purge_scope import PurgeTarget
from paintrack.storage.file.reader_and_writer_opening import open_reader, open_writer
from paintrack.storage.writer import Writer
from tests.factories.entries import NOW, a_plan, a_session, moment

_NAMES = ("lower back", "neck", "hip")


_WORDS = (
    "add",
    "note",
    "score",
    "rename",
    "effect",
    "cost",
    "delete",
    "unrate",
    "undo",
    "redo",
    "set",
    "plan",
    "purge",
    "purge rating",
    "purge removed",
    "merge",
    "unmerge",
    "csv",
    "move",
    "currency",
)


class Change(NamedTuple):
    """What is done on one of three computers; `place` and `value` choose of what there is."""

    computer: int
    what: str
    place: int
    value: int
    hours: int


changes = st.lists(
    st.builds(
        Change, st.integers(0, 2), st.sampled_from(_WORDS), st.integers(0, 3), st.integers(0, 2), st.integers(-2, 3)
    ),
    max_size=14,
)


class Computers:
    """Three files in a folder that began as one (`with_new`: the third, empty), each changed by clocks that jump."""

    def __init__(self, folder: Path, *, with_merges: bool, with_new: bool = False) -> None:
        self.folder, self.with_merges = folder, with_merges
        self.paths = [folder / f"computer{number}.db" for number in range(3)]
        self.now = NOW
        with open_writer(self.paths[0], NOW) as writer:
            writer.add(a_session(ratings=[Rating("lower back", 7, 3), Rating("neck", 6, None)], number=0, at=-20))
            writer.add(a_plan(number=0, at=-20))
            writer.describe("the beginning")
        for path in self.paths[1:]:
            shutil.copy(self.paths[0], path)
        if with_new:
            self.paths[2].unlink()
            with open_writer(self.paths[2], NOW):
                pass

    def do(self, change: Change) -> None:
        """Make the change, where it fits."""
        self.now += timedelta(hours=change.hours, microseconds=1)
        path = self.paths[change.computer]
        if change.what in ("merge", "unmerge"):
            if self.with_merges:
                before = exported(path, self.folder)
                merge(path, self.paths[change.value], self.now)
                if change.what == "unmerge" and exported(path, self.folder) != before:
                    undo(path, self.now)
                    assert exported(path, self.folder) == before
            return
        if change.what == "csv":
            document = self.folder / "history.csv"
            run(self.now, "export", str(document), "--force", "--db", str(self.paths[change.value]))
            run(self.now, "import", str(document), "--db", str(path))
            return
        if change.what == "currency":
            run(self.now, "config", "set", "currency", ["EUR", "CHF", "GBP"][change.value], "--db", str(path))
            return
        if change.what == "purge":
            with open_reader(path) as reader:
                entries = reader.entries(Selection())
            if entries:
                purge(path, PurgeTarget(uid=entries[change.place % len(entries)].uid), self.now)
            return
        if change.what == "purge rating":
            purge(path, PurgeTarget(condition=_NAMES[change.value]), self.now)
            return
        if change.what == "purge removed":
            purge(path, PurgeTarget(), self.now)
            return
        with open_writer(path, self.now) as writer:
            _change(writer, change)
            writer.describe(change.what)


def _change(writer: Writer, change: Change) -> None:
    entries = writer.entries(Selection())
    sessions = [each for each in entries if isinstance(each, Session)]
    session = sessions[change.place % len(sessions)] if sessions else None
    name = _NAMES[change.value]
    if change.what in ("undo", "redo"):
        step = writer.next_undo() if change.what == "undo" else writer.next_redo()
        if step is not None:
            (writer.undo if change.what == "undo" else writer.redo)(step)
    elif change.what == "add":
        writer.add(a_session(change.value, None, condition=name, number=0, at=-10 - change.place))
    elif change.what == "plan":
        writer.add(a_plan(condition=name, sessions=change.place + 1, number=0, at=-10))
    elif change.what == "set":
        writer.set_setting("name", [None, "Ana", "Bea"][change.value])
    elif change.what == "delete" and entries:
        writer.delete(entries[change.place % len(entries)])
    elif session is not None:
        writer.change(_changed(session, change, name))


def _changed(session: Session, change: Change, name: str) -> Session:
    rating = session.ratings[change.place % len(session.ratings)] if session.ratings else None
    if change.what == "note":
        return replace(session, note=[None, "slept well", "slept badly"][change.value])
    if change.what == "cost":
        return replace(session, cost=change.place, currency=["EUR", "CHF", None][change.value])
    if change.what == "move":
        return replace(session, when=moment(-20 - change.place))
    if change.what == "effect":
        effects = [SideEffect("drowsy"), SideEffect("other", "chest pain")][: change.value]
        return replace(session, side_effects=tuple(effects))
    if change.what == "rename" and rating is not None and session.rating_of(name) is None:
        renamed = rating.renamed(name)
        return session.with_ratings(renamed if each is rating else each for each in session.ratings)
    if change.what == "unrate":
        return without_condition(session, name) or session
    if change.what == "score":
        old = session.rating_of(name) or Rating(name)
        return session.with_rating(old._replace(after=float(change.place)))
    return replace(session, took=name)


def run(now: datetime, *typed: str) -> None:
    """Run a command at that time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(context, "clock", lambda: now)
        assert main([*typed, "--quiet"]) == 0


def answer(computers: Computers, *typed: str) -> str:
    """What the command prints, at the time that the computers have."""
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(io.StringIO()) as printed:
        patch.setattr(context, "clock", lambda: computers.now)
        assert main([*typed]) == 0
    return printed.getvalue()


def merge(into: Path, source: Path, now: datetime) -> None:
    """Merge the one file into the other."""
    run(now, "merge", str(source), "--db", str(into))


def undo(path: Path, now: datetime) -> None:
    """Take the last step back."""
    run(now, "undo", "--yes", "--db", str(path))


def exported(path: Path, folder: Path) -> str:
    """The history as JSON."""
    document = folder / "exported.json"
    run(NOW, "export", str(document), "--force", "--db", str(path))
    return document.read_text()
