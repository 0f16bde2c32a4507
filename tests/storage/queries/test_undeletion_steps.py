"""What brings deleted entries back, as the journal of undo tells."""

from pathlib import Path

from paintrack.storage.file.reader_and_writer_opening import open_reader, open_writer
from paintrack.storage.queries.undeletion_steps import way_back
from tests.factories.entries import NOW, a_session


def test_twins_that_were_named_are_no_other_change(file: Path) -> None:
    with open_writer(file, NOW) as writer:
        kept, session = writer.add(a_session()), writer.add(a_session(condition="neck"))
    with open_writer(file, NOW) as writer:
        writer.delete(session)
        writer.record_twins([(kept.uid, session.uid)])
    with open_reader(file) as reader:
        way = way_back(reader, [session.uid])
        assert way is not None
        assert (len(way.steps), way.is_undo, way.has_others) == (1, True, False)
    with open_writer(file, NOW) as writer:
        writer.delete(kept)
    with open_reader(file) as reader:
        way = way_back(reader, [session.uid])
        assert way is not None
        assert (len(way.steps), way.has_others) == (2, True)
