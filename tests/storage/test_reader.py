"""What can be asked of the file."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.condition.default_condition import conditions_by_mentions, conditions_by_sessions
from paintrack.analysis.relief_by_group import GroupBy, groups_of
from paintrack.model.entries import AnyEntry, Rating, readings_of, sessions_of
from paintrack.model.selection import Selection
from paintrack.model.values.moment import Moment, to_utc
from paintrack.storage.file.reader_and_writer_opening import open_reader, open_writer
from tests.factories.courses import rated
from tests.factories.entries import NOW, a_reading, a_session, moment
from tests.strategies import row_histories


def test_one_day_without_times_is_in_the_order_of_ids(path: Path) -> None:
    """Typed within one second: by a script, or with an import."""
    with open_writer(path, NOW) as writer:
        for uid in "cab":
            writer.save(a_session(at=Moment(NOW, time_given=False), uid=uid * 32))
        assert [each.number for each in writer.entries(Selection())] == [1, 2, 3]
        newest = writer.newest_session()
        assert newest is not None
        assert newest.number == 3
        assert writer.newest("session") == newest


def test_which_session_a_reading_belongs_to(path: Path) -> None:
    with open_writer(path, NOW) as writer:
        first = writer.save(a_session(at="2026-07-06 14:00"))
        second = writer.save(a_session(at="2026-07-13 14:00"))
        gone = writer.save(a_session(at="2026-07-14 14:00"))
        writer.delete(gone)
        assert writer.session_before(to_utc(moment("2026-07-01 10:00").at)) is None
        assert writer.session_before(to_utc(moment("2026-07-06 14:00").at)) == first
        assert writer.session_before(to_utc(moment("2026-07-13 13:59").at)) == first
        assert writer.session_before(to_utc(moment("2026-08-01 10:00").at)) == second
        assert writer.newest_session() == second
        neck = writer.save(a_session(condition="Neck", at="2026-07-20 14:00"))
        august = to_utc(moment("2026-08-01 10:00").at)
        assert [writer.session_before(august, name) for name in ("neck", "lower back", "knee")] == [neck, second, None]


def test_the_usual_condition_is_the_first_of_the_newest_session(path: Path) -> None:
    with open_writer(path, NOW) as writer:
        assert writer.usual_condition() is None
        writer.save(a_reading(condition="migraine"))
        assert writer.usual_condition() == "migraine"
        writer.save(a_session(condition="neck", at="2026-07-06 14:00").with_rating(Rating(condition="knee", before=1)))
        assert writer.usual_condition() == "neck"
        gone = writer.save(a_session(condition="elbow", at="2026-07-07 14:00"))
        assert writer.usual_condition() == "elbow"
        writer.delete(gone)
        assert writer.usual_condition() == "neck"
        writer.save(a_session(at="2026-07-08 14:00", ratings=()))
        assert writer.usual_condition() == "neck"
        assert writer.usual_condition(skipped=1) is None
        writer.save(a_session(condition="hip", at="2026-07-01 14:00"))
        assert writer.usual_condition(skipped=1) == "hip"


def test_a_name_has_the_spelling_it_had_last(path: Path) -> None:
    with open_writer(path, NOW) as writer:
        writer.save(a_session(condition="Lower  Back"))
        writer.save(a_session(condition="lower back", practitioner="Dr Li"))
        assert writer.spelling("LOWER BACK") == "lower back"
        assert writer.spelling("neck") is None
        assert writer.practitioner_spelling("dr  li") == "Dr Li"
        assert writer.practitioner_spelling("Dr Wu") is None


@pytest.mark.parametrize(
    ("selection", "labels"),
    [
        (Selection(), ["1", "r1", "2", "3"]),
        (Selection(condition="LOWER back"), ["1", "r1", "3"]),
        (Selection(condition="neck"), ["2"]),
        (Selection(last=1), ["3"]),
        (Selection(last=2), ["2", "3"]),
        (Selection(last=9), ["1", "r1", "2", "3"]),
        (Selection(condition="lower back", last=2), ["1", "r1", "3"]),
        (Selection(practitioner="dr li"), ["2"]),
        (Selection(point="li4"), ["1"]),
        (Selection(since=moment("2026-07-07 00:00").day), ["r1", "2", "3"]),
        (Selection(until=moment("2026-07-07 00:00").day), ["1", "r1"]),
        (Selection(since=moment("2026-07-13 00:00").day, until=moment("2026-07-13 00:00").day), ["2"]),
        (Selection(condition="knee"), []),
    ],
)
def test_filters(path: Path, selection: Selection, labels: list[str]) -> None:
    with open_writer(path, NOW) as writer:
        writer.save(a_session(at="2026-07-06 14:00", points=("LI4",)))
        writer.save(a_session(condition="Neck", at="2026-07-13 23:30", practitioner="Dr Li"))
        writer.save(a_session(at="2026-07-20 00:15"))
        writer.save(a_reading(at="2026-07-07 07:00"))
        writer.delete(writer.save(a_session(at="2026-07-21 14:00")))
        assert [entry.label for entry in writer.entries(selection)] == labels


def test_entries_without_a_session_are_one_query(path: Path) -> None:
    with open_writer(path, NOW) as writer:
        writer.save(a_session())
        writer.save(a_reading())
    with open_reader(path) as reader:
        assert reader.connection is not None
        queries: list[str] = []
        reader.connection.set_trace_callback(queries.append)
        assert len(reader.readings("lower back")) == len(queries) == 1
        assert len(reader.sessions(Selection())) == 1
        assert len(queries) == 5


@given(row_histories, st.sampled_from([each for each in GroupBy if each is not GroupBy.CONDITION]))
def test_scores_by_a_trait_and_mentions_are_those_of_the_entries(entries: list[AnyEntry], trait: GroupBy) -> None:
    sessions = sessions_of(entries)
    conditions = [rating.condition for session in sessions for rating in session.ratings]
    # A point or a practitioner is compared within one condition.
    condition = conditions[0] if conditions else None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mine.db"
        with open_writer(path, NOW) as writer:
            writer.save_all_imported(entries)
        with open_reader(path) as reader:
            scores = reader.grouped_scores(Selection(condition=condition), trait)
            stored, mentions = reader.entries(Selection()), reader.mentions(Selection())
    assert conditions_by_mentions(*mentions) == conditions_by_sessions(sessions_of(stored), readings_of(stored))
    expected = rated(sessions, trait, condition)
    assert sorted(scores, key=repr) == sorted(expected, key=repr)
    assert [each.session for each in scores] == [each.session for each in expected]
    assert groups_of(scores) == groups_of(expected)
