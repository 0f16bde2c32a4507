"""`list --grep`: a text is found wherever it stands in the words of an entry."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from paintrack.model.entries import AnyEntry, Entry, Rating, Session, SideEffect
from paintrack.model.fields import FIELDS
from paintrack.model.selection import Selection
from paintrack.model.values.field_types import LINE, OPTIONAL_TEXT, TEXT
from paintrack.storage.file.reader_and_writer_opening import open_reader, open_writer
from tests.factories.entries import NOW, a_note, a_plan, a_question, a_reading, a_session, a_zero_month

BUILDERS: dict[str, Callable[..., AnyEntry]] = {
    "session": a_session,
    "reading": a_reading,
    "note": partial(a_note, number=None),
    "question": partial(a_question, number=None),
    "plan": partial(a_plan, number=None),
    "zero_month": partial(a_zero_month, "2026-06", number=None),
}
MARK = "Zwölf"


def entries_with_the_mark() -> Iterator[tuple[str, AnyEntry]]:
    """An entry for each field that holds text, the mark in it, and where it stands."""
    for field in FIELDS:
        if field.type not in (LINE, OPTIONAL_TEXT, TEXT):
            continue
        for holder in field.holders:
            where = f"{field.name} of {holder.__name__}"
            if holder is Rating:
                yield where, a_session(condition=f"left {MARK} toe")
            elif holder is SideEffect:
                effect = SideEffect(**{"kind": "other", "words": "odd", field.name: f"a {MARK}"})
                yield where, a_session(side_effects=(effect,))
            elif issubclass(holder, Entry):
                yield where, BUILDERS[holder.kind](**{field.name: f"an {MARK}, perhaps"})


@pytest.mark.parametrize(("where", "entry"), [*entries_with_the_mark()], ids=lambda each: str(each)[:40])
def test_every_text_is_searched(where: str, entry: AnyEntry, tmp_path: Path) -> None:
    with open_writer(tmp_path / "mine.db", NOW) as writer:
        marked = writer.save(entry)
        writer.save(a_session(condition="neck", note="something else"))
    with open_reader(tmp_path / "mine.db") as reader:
        assert reader.entries(Selection(text=MARK.upper())) == [marked], where
        assert reader.entries(Selection(text="_")) == reader.entries(Selection(text="%")) == []


@pytest.mark.parametrize("text", ["LI4", "li4", "bleeding", "bruise", "bruise or", "cupping"])
def test_points_and_kinds_are_found_by_their_names(text: str, tmp_path: Path) -> None:
    with open_writer(tmp_path / "mine.db", NOW) as writer:
        session: Session = writer.save(
            a_session(points=("LI4",), side_effects=(SideEffect(kind="bruise_bleeding"),), technique="cupping")
        )
        writer.save(a_reading())
    with open_reader(tmp_path / "mine.db") as reader:
        assert reader.entries(Selection(text=text)) == [session]
        # The newest that fit: the other filters come first.
        assert reader.entries(Selection(text=text, last=1)) == [session]
