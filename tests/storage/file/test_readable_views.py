"""What a person asks of the file in plain SQL, with the views, and what is said of each table, view and column."""

import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

import paintrack
from paintrack.model.entries import AnyEntry, SideEffect
from paintrack.model.typed.typed_text import digest
from paintrack.model.values.currency import CHOICES, CODES, MEANINGS, canonical_currency
from paintrack.storage.file.file_header import NEWEST_VIEW_MARK
from paintrack.storage.file.readable_views import VIEWS
from paintrack.storage.file.reader_and_writer_opening import open_reader, open_writer
from tests.factories.entries import NECK, NOW, a_note, a_peg, a_plan, a_question, a_reading, a_session, back

SAMPLES = Path(__file__).parents[2] / "samples"
METADATA = json.loads((Path(paintrack.__file__).parent / "data" / "metadata.json").read_text("utf-8"))
DESCRIBED: dict[str, dict[str, Any]] = METADATA["databases"]["paintrack"]["tables"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with entries of each kind that has a view, and of each a deleted one."""
    path = tmp_path / "mine.db"
    effects = (
        SideEffect("drowsy", "sleepy", noticed="2026-07-06T22:30:00+02:00", outcome="over by morning"),
        SideEffect("bruise_bleeding"),
    )
    details: dict[str, Any] = {"points": ("ST36", "LI4"), "technique": "manual", "practitioner": "Dr Li"}
    money: dict[str, Any] = {"cost": 8550, "covered": 2000, "receipt": "R-1"}
    entries: tuple[AnyEntry, ...] = (
        a_session(ratings=(back(7, 3), NECK), side_effects=effects, note="slept well", **details, **money),
        a_session(6, 5, at="2026-07-05 23:30", points=("LI4",), cost=7000, currency="CHF"),
        a_session(6, None, at="2026-07-04 10:00", covered=1000),
        a_reading(4, note="in the morning"),
        a_note("new mattress", at="2026-07-01 08:00", private=True),
        a_question(),
        a_peg(6, 7, 5.1),
        a_plan(sessions=10, goal=3, ended="2026-07-08T22:30:00.000000Z"),
        a_plan(condition="neck", at="2026-07-05 09:00"),
    )
    gone: tuple[AnyEntry, ...] = (
        a_session(1, 1, side_effects=effects, note="gone", **details, **money),
        a_reading(9, note="gone"),
        a_note("gone"),
        a_peg(1, 1, 1),
        a_plan(condition="gone"),
    )
    with open_writer(path, NOW) as writer:
        writer.set_setting("currency", "EUR")
        for entry in entries:
            writer.add(replace(entry, number=0))
        for entry in gone:
            writer.delete(writer.add(replace(entry, number=0)))
    return path


@pytest.fixture
def plain(path: Path) -> Iterator[sqlite3.Connection]:
    """The file as another tool opens it."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        yield connection


# What a person may want to know, the query, and the answer.
ANSWERS = {
    "relief": (
        "SELECT condition, avg(relief), count(*) FROM relief WHERE relief IS NOT NULL GROUP BY condition",
        [("lower back", 2.5, 2), ("neck", 3, 1)],
    ),
    "readings": (
        "SELECT reading, local_time, score, note FROM readings",
        [("r1", "2026-07-07 07:10", 4, "in the morning")],
    ),
    "session_points": (
        """SELECT point, count(DISTINCT session), avg(relief) FROM session_points JOIN relief USING (session)
           WHERE relief.condition = 'lower back' GROUP BY point ORDER BY point""",
        [("LI4", 2, 2.5), ("ST36", 1, 4)],
    ),
    "side_effects": (
        "SELECT session, local_time, side_effect, words, noticed, outcome FROM side_effects",
        [
            (1, "2026-07-06 14:02", "drowsy", "sleepy", "2026-07-06 22:30", "over by morning"),
            (1, "2026-07-06 14:02", "bruise_bleeding", None, None, None),
        ],
    ),
    "notes": (
        "SELECT * FROM notes",
        [
            ("n1", "2026-07-01 08:00", "new mattress", 1),
            ("1", "2026-07-06 14:02", "slept well", 0),
            ("r1", "2026-07-07 07:10", "in the morning", 0),
        ],
    ),
    "peg_entries": ("SELECT * FROM peg_entries", [("p1", "2026-07-06 14:02", 6, 7, 5.1, 6)]),
    "plans": (
        "SELECT * FROM plans",
        [
            ("c2", "2026-07-05 09:00", "neck", None, None, None),
            ("c1", "2026-07-06 14:02", "lower back", 10, 3, "2026-07-09 00:30"),
        ],
    ),
    "visit_costs": (
        "SELECT session, local_time, practitioner, cost, covered, out_of_pocket, currency, receipt FROM visit_costs",
        [
            (3, "2026-07-04 10:00", None, None, 10, -10, "EUR", None),
            (2, "2026-07-05 23:30", None, 70, None, 70, "CHF", None),
            (1, "2026-07-06 14:02", "Dr Li", 85.5, 20, 65.5, "EUR", "R-1"),
        ],
    ),
}  # fmt: skip


def test_each_view_has_an_answer_here() -> None:
    assert ANSWERS.keys() == VIEWS.keys()


@pytest.mark.parametrize("view", ANSWERS)
def test_a_view_answers_in_plain_sql(view: str, plain: sqlite3.Connection) -> None:
    query, answer = ANSWERS[view]
    assert plain.execute(query).fetchall() == answer


@pytest.mark.parametrize("usual", [None, "EUR", "cad", "sek", "€", "$"])
def test_the_currency_is_its_code_in_all_rows(usual: str | None, tmp_path: Path) -> None:
    """Older versions kept it as it was typed: what is one currency must be one to a query, too."""
    path = tmp_path / "mine.db"
    typed = (None, "Euro", "eur", "CHF", "us$", "vouchers", *MEANINGS, *CHOICES, *CODES)
    with open_writer(path, NOW) as writer:
        writer.set_setting("currency", usual)
        for currency in typed:
            writer.add(a_session(cost=100, currency=currency, number=0))
    with closing(sqlite3.connect(path)) as connection:
        shown = connection.execute("SELECT currency FROM visit_costs ORDER BY session").fetchall()
    meant = [usual if each is None else each for each in typed]
    assert [each for (each,) in shown] == [None if each is None else canonical_currency(each, usual) for each in meant]


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_shows_what_was_deleted(view: str, plain: sqlite3.Connection) -> None:
    rows = [*Database(plain)[view].rows]
    assert rows
    assert "gone" not in {cell for row in rows for cell in row.values()}


def test_each_table_view_and_column_is_described(plain: sqlite3.Connection) -> None:
    names = [name for (name,) in plain.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")]
    columns = {name: [row[1] for row in plain.execute(f"PRAGMA table_info({name})")] for name in names}
    assert {name: sorted(table["columns"]) for name, table in DESCRIBED.items()} == {
        name: sorted(listed) for name, listed in columns.items()
    }


def descriptions() -> Iterator[str]:
    yield METADATA["description"]
    yield METADATA["databases"]["paintrack"]["description"]
    for table in DESCRIBED.values():
        yield table["description"]
        yield from table["columns"].values()


def test_the_descriptions_are_plain_english() -> None:
    for text in descriptions():
        assert re.fullmatch(r"(?! )[ -~]{10,180}\.", text), text
        assert not re.search(r"  |\b(todo|tbd|fixme|xxx|lorem|placeholder)\b|[{}<>\[\]]|\.\.\.", text, re.IGNORECASE), (
            text
        )


def test_what_is_for_reading_is_shown(plain: sqlite3.Connection) -> None:
    hidden = {name for name, table in DESCRIBED.items() if table.get("hidden")}
    assert hidden == {"gone", "numbering", "page", "step", "change", "_sqlite_migrations"}


@pytest.mark.parametrize("sample", ["version_1.db", "version_2.db", "version_3.db"])
def test_an_older_file_gets_the_views_of_a_new_one(sample: str, tmp_path: Path) -> None:
    """One of version 3 has today's tables, and the views that paintrack had before they were changed."""
    old, new = Path(shutil.copy(SAMPLES / sample, tmp_path / "old.db")), tmp_path / "new.db"
    assert views_in(old) != VIEWS
    for path in (old, new):
        with open_writer(path, NOW):
            pass
    assert [*views_in(old)] == [*VIEWS]
    assert views_in(old) == views_in(new)
    with closing(sqlite3.connect(old)) as connection:
        rows = {view: [*Database(connection)[view].rows] for view in VIEWS}
        assert any(rows.values())


def views_in(path: Path) -> dict[str, str]:
    """The definition of each view by its name, in the order in which they were made."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY rowid")
        return dict(rows.fetchall())


def test_views_are_renewed_once_and_no_more_than_they(tmp_path: Path) -> None:
    old = Path(shutil.copy(SAMPLES / "version_3.db", tmp_path / "old.db"))
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("CREATE VIEW my_costs AS SELECT sum(cost) AS total FROM visit_costs")
        entries = connection.execute("SELECT * FROM entry").fetchall()
    before = old.read_bytes()
    with open_reader(old):
        pass
    assert old.read_bytes() == before
    with open_writer(old, NOW) as writer:
        pass
    assert writer.upgrades == []
    assert not (tmp_path / "backups").exists()
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("SELECT total FROM my_costs").fetchone() == (235,)
        assert connection.execute("SELECT * FROM entry").fetchall() == entries
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    renewed = old.read_bytes()
    with open_writer(old, NOW):
        pass
    assert old.read_bytes()[100:] == renewed[100:]


def test_a_changed_view_has_a_new_number() -> None:
    """If this fails, raise the number in NEWEST_VIEW_MARK, so that existing files get the change; then the digest."""
    views = "".join(f"{name}\n{query}" for name, query in VIEWS.items())
    assert (NEWEST_VIEW_MARK[-1:], digest(views)) == ("3", "93906c8424547b7d")


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE notes (mine TEXT)",
        "CREATE TABLE Notes (mine TEXT)",
        "CREATE VIEW notes AS SELECT 'kept' AS mine",
        "CREATE INDEX notes ON entry (cost)",
    ],
)
def test_what_a_person_made_under_the_name_stays(sql: str, tmp_path: Path) -> None:
    old = Path(shutil.copy(SAMPLES / "version_2.db", tmp_path / "old.db"))
    with closing(sqlite3.connect(old)) as connection:
        connection.execute(sql)
    with open_reader(old):
        pass
    with open_writer(old, NOW) as writer:
        writer.add(a_note(number=0))
    with closing(sqlite3.connect(old)) as connection:
        named = connection.execute("SELECT sql FROM sqlite_schema WHERE lower(name) = 'notes'").fetchall()
        assert named == [(sql,)]
        assert connection.execute("SELECT count(*) FROM relief").fetchone() > (0,)
