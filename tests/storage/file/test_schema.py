"""What the file itself holds true, whichever tool writes to it, and what its views answer in plain SQL."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from paintrack.model.entries import Rating
from paintrack.model.selection import Selection
from paintrack.storage.file.reader_and_writer_opening import open_reader, open_writer
from tests.factories.entries import NOW, a_reading, a_session

NOTICED = "INSERT INTO side_effect (entry, position, kind, noticed)"


@pytest.fixture
def plain(path: Path) -> Iterator[sqlite3.Connection]:
    """The file as another tool sees it: sqlite3 without any of our functions."""
    with open_writer(path, NOW) as writer:
        writer.save(a_session(7, 3))
        writer.save(a_reading(4))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection


NONSENSE = [
    "UPDATE entry SET score = 11 WHERE kind = 'reading'",
    "UPDATE entry SET score = -0.1 WHERE kind = 'reading'",
    "UPDATE entry SET score = 7.25 WHERE kind = 'reading'",
    "UPDATE entry SET score = NULL WHERE kind = 'reading'",
    "UPDATE entry SET score = 'seven' WHERE kind = 'reading'",
    "UPDATE entry SET condition = NULL WHERE kind = 'reading'",
    "UPDATE entry SET condition = '' WHERE kind = 'reading'",
    "UPDATE entry SET folded = NULL WHERE kind = 'reading'",
    "UPDATE entry SET score = 5 WHERE kind = 'session'",
    "UPDATE entry SET kind = 'massage'",
    "UPDATE entry SET uid = 'short'",
    "UPDATE entry SET uid = upper(uid) || 'G' WHERE kind = 'reading'",
    "UPDATE entry SET number = 0",
    """INSERT INTO entry (uid, kind, number, at, offset, time_given, entered, edited)
       SELECT lower(hex(randomblob(16))), kind, number, at, offset, time_given, entered, edited FROM entry""",
    "UPDATE entry SET at = 'yesterday'",
    "UPDATE entry SET at = '2026-07-06 12:02:00'",
    "UPDATE entry SET at = '2026-02-30T12:02:00Z'",
    "UPDATE entry SET at = 'abcd-ef-ghTij:kl:mnZ'",
    "UPDATE entry SET at = NULL",
    "UPDATE entry SET offset = 1440",
    "UPDATE entry SET time_given = 2",
    "UPDATE entry SET entered = 'yesterday'",
    "UPDATE entry SET edited = '2020-01-01T00:00:00.000000Z'",
    "UPDATE entry SET edited = 'zzzz'",
    "UPDATE entry SET edited = '2099-01-01'",
    "UPDATE entry SET edited = '2099-02-29T12:00:00.000000Z'",
    "UPDATE entry SET edited = '2099-04-31T12:00:00.000000Z'",
    "UPDATE entry SET edited = '2099-01-01T24:00:00.000000Z'",
    "UPDATE entry SET edited = '2099-01-01T25:00:00.000000Z'",
    "UPDATE entry SET edited = '2099-01-01 12:00:00.000000Z'",
    "UPDATE entry SET edited = '2099-01-01T12:00:60.000000Z'",
    "UPDATE entry SET edited = '2099-01-01T12:00:00.00000Z'",
    "UPDATE entry SET deleted = 'yes'",
    "UPDATE entry SET cost = -1",
    "UPDATE entry SET covered = -1",
    "UPDATE entry SET cost = 12.5",
    "UPDATE rating SET before = 11",
    "UPDATE rating SET after = -1",
    "UPDATE rating SET before = 7.25",
    "UPDATE rating SET condition = ''",
    "UPDATE rating SET condition = NULL",
    "UPDATE rating SET before_at = 'noon'",
    "UPDATE rating SET after_at = '2026-07-06 12:02'",
    "UPDATE rating SET after_entered = 'later'",
    "INSERT INTO rating (entry, position, condition, folded) SELECT entry, 1, 'Lower Back', folded FROM rating",
    "INSERT INTO rating (entry, position, condition, folded) VALUES (99, 0, 'neck', 'neck')",
    "INSERT INTO point VALUES (1, 0, '')",
    "INSERT INTO point VALUES (99, 0, 'LI4')",
    f"{NOTICED} VALUES (1, 0, 'drowsy', 'in the evening')",
    f"{NOTICED} VALUES (1, 0, 'drowsy', '2026-07-06T22:00:00')",
    f"{NOTICED} VALUES (1, 0, 'drowsy', '2026-99-06T22:00:00+02:00')",
    "UPDATE step SET undone = 2",
    "INSERT INTO change VALUES (99, 'x', NULL)",
    "DELETE FROM entry WHERE kind = 'session'",
]


@pytest.mark.parametrize("sql", NONSENSE)
def test_constraints_refuse_nonsense_from_other_tools(plain: sqlite3.Connection, sql: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        plain.execute(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE entry SET note = 'seen in another tool'",
        "UPDATE entry SET cost = 0, covered = 0 WHERE kind = 'session'",
        "UPDATE rating SET before = 0, after = 10",
        "UPDATE rating SET before_at = '2026-07-06T12:00:00Z', after_entered = '2026-07-06T12:00:00.000001Z'",
        "UPDATE entry SET deleted = '2026-07-06T12:02:00.000000Z'",
        "UPDATE entry SET edited = '2099-12-31T23:59:59.999999Z'",
        f"{NOTICED} VALUES (1, 0, 'drowsy', '2026-07-06T22:00:00+02:00')",
        f"{NOTICED} VALUES (1, 0, 'drowsy', '2026-07-06T12:00+14:00')",
    ],
)
def test_sense_from_another_tool_is_taken(plain: sqlite3.Connection, path: Path, sql: str) -> None:
    plain.execute(sql)
    plain.commit()
    with open_reader(path) as reader:
        reader.entries(Selection())


def test_the_view_relief_answers_in_plain_sql(path: Path) -> None:
    session = a_session(0.3, 0.1, condition="Lower back", practitioner="Dr Li", technique="manual").with_rating(
        Rating(condition="neck", before=6)
    )
    with open_writer(path, NOW) as writer:
        writer.save(session)
        writer.save(a_session(7, 8, at="2026-07-05 23:30"))
        deleted = writer.save(a_session(1, 1))
        writer.save(a_reading(4))
        writer.delete(deleted)
    with closing(sqlite3.connect(path)) as plain:
        rows = plain.execute("SELECT * FROM relief")
        assert [column[0] for column in rows.description] == [
            "session", "local_time", "condition", "before", "after", "relief", "practitioner", "technique",
        ]  # fmt: skip
        assert rows.fetchall() == [
            (2, "2026-07-05 23:30", "lower back", 7, 8, -1, None, None),
            (1, "2026-07-06 14:02", "Lower back", 0.3, 0.1, 0.2, "Dr Li", "manual"),
            (1, "2026-07-06 14:02", "neck", 6, None, None, "Dr Li", "manual"),
        ]


def test_the_view_readings_answers_in_plain_sql(path: Path) -> None:
    with open_writer(path, NOW) as writer:
        writer.save(a_session())
        writer.save(a_reading(4, note="in the morning"))
        writer.save(a_reading(0, condition="neck", at="2026-01-01 00:30"))
        writer.delete(writer.save(a_reading(9)))
    with closing(sqlite3.connect(path)) as plain:
        rows = plain.execute("SELECT * FROM readings")
        assert [column[0] for column in rows.description] == ["reading", "local_time", "condition", "score", "note"]
        assert rows.fetchall() == [
            ("r2", "2026-01-01 00:30", "neck", 0, None),
            ("r1", "2026-07-07 07:10", "lower back", 4, "in the morning"),
        ]
