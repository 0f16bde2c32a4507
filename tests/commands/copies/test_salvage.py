"""file --salvage: getting out of a damaged file what can be read, and counting what cannot."""

import os
import sqlite3
import stat
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlite_utils import Database

from paintrack.errors import FileTroubleError
from paintrack.model.selection import Selection
from paintrack.storage.copies.salvaging.salvage import Salvage, salvage
from paintrack.storage.copies.untrusted_copy import open_source_copy
from paintrack.storage.file.reader_and_writer_opening import open_reader, open_writer
from tests.example_counts import examples
from tests.factories.damaged_files import overwrite_page, root_page
from tests.factories.entries import NOW, a_session
from tests.program import Paintrack, is_one_sentence, quoted

# Where the ids of entries stand, besides the table of scores.
ENTRIES_AND_INDEXES = ("entry", "sqlite_autoindex_entry_1", "sqlite_autoindex_entry_2", "entry_in_time")


@pytest.fixture
def long_file(tmp_path: Path) -> Path:
    """A file of 300 sessions."""
    path = tmp_path / "long.db"
    with open_writer(path, NOW) as writer:
        writer.save_all_imported([a_session(at=day, note=f"note {day}") for day in range(300)])
    return path


def notes(path: Path) -> set[str | None]:
    with open_reader(path, checked=True) as reader:
        return {entry.note for entry in reader.sessions(Selection())}


def test_a_wiped_header_loses_nothing(paintrack: Paintrack, long_file: Path, tmp_path: Path) -> None:
    everything, out = paintrack(f"export - --format json --db {quoted(long_file)}").out, tmp_path / "out.db"
    long_file.write_bytes(bytes(100) + long_file.read_bytes()[100:])
    before = long_file.read_bytes()
    result = paintrack(f"file --salvage {quoted(out)} --db {quoted(long_file)}")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Salvaged: 300 sessions.\n  Look at it: ")
    assert paintrack(f"export - --format json --db {quoted(out)}").out == everything
    assert long_file.read_bytes() == before
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert paintrack(f"restore {quoted(out)} --yes").code == 0


def test_one_bad_page_costs_only_what_was_on_it(paintrack: Paintrack, long_file: Path, tmp_path: Path) -> None:
    content = bytearray(long_file.read_bytes())
    page = content.index(b"note 150") // 4096
    lost = {day for day in range(300) if f"note {day}".encode() in content[page * 4096 : (page + 1) * 4096]}
    content[page * 4096 : (page + 1) * 4096] = b"\xff" * 4096
    long_file.write_bytes(content)
    out = tmp_path / "out.db"
    result = paintrack(f"file --salvage {quoted(out)} --db {quoted(long_file)}")
    assert result.code == 0
    saved = notes(out)
    assert len(saved) >= 300 - 2 * len(lost)
    assert f"Not readable: at least {300 - len(saved)} entries." in result.out


@pytest.mark.parametrize(
    ("table", "part"), [("rating", "scores"), ("point", "points"), ("side_effect", "side effects")]
)
def test_sessions_that_may_have_lost_a_part_are_counted(
    table: str, part: str, paintrack: Paintrack, long_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    overwrite_page(long_file, table)
    result = paintrack(f"file --salvage {quoted(tmp_path / 'out.db')} --db {quoted(long_file)}")
    assert result.out.startswith(f"Salvaged: 300 sessions.\nNot readable: {part} of up to 300 sessions.\n")
    assert notes(tmp_path / "out.db") == {f"note {day}" for day in range(300)}


def test_all_parts_that_are_unreadable_are_named_together(
    paintrack: Paintrack, long_file: Path, tmp_path: Path
) -> None:
    """Of the sessions that are there: a deleted one is not among them."""
    assert paintrack(f"delete 7 --yes --db {quoted(long_file)}").code == 0
    overwrite_page(long_file, "point")
    overwrite_page(long_file, "side_effect")
    out = tmp_path / "out.db"
    lines = paintrack(f"file --salvage {quoted(out)} --db {quoted(long_file)}").out.splitlines()
    assert lines[:2] == ["Salvaged: 299 sessions.", "Not readable: points and side effects of up to 299 sessions."]


def test_the_program_sqlite3_fills_in_but_reaches_nothing(
    paintrack: Paintrack, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it prints comes out of the damaged file: a statement in it may touch no other file."""
    paintrack("log 7 3 --note kept")
    victim, out = tmp_path / "victim.db", tmp_path / "out.db"
    with closing(sqlite3.connect(file)) as plain:
        sql = "\n".join(plain.iterdump())
    script = tmp_path / "bin" / "sqlite3"
    script.parent.mkdir()
    (tmp_path / "recovered.sql").write_text(
        f"ATTACH '{victim}' AS victim;\nCREATE TABLE victim.x (a);\nnonsense;\n{sql}\n"
    )
    script.write_text(f"#!/bin/sh\ncat {quoted(tmp_path / 'recovered.sql')}\n")
    script.chmod(0o700)
    monkeypatch.setenv("PATH", str(script.parent), prepend=os.pathsep)
    overwrite_page(file, "entry")
    overwrite_page(file, "rating")
    result = paintrack(["file", "--salvage", str(out)])
    assert (result.code, result.out.partition("\n")[0]) == (0, "Salvaged: 1 session.")
    assert notes(out) == {"kept"}
    assert not victim.exists()


@dataclass
class LostRows:
    """A program sqlite3 whose `.recover` finds the rows of these tables and cannot place them.

    `knows_option`: whether it is new enough to leave out what is on free pages.
    """

    folder: Path

    def take(self, source: Path, tables: Sequence[str] = (), *, knows_option: bool = True, more: str = "") -> None:
        cells = [f"c{number}" for number in range(60)]
        recovered = Database(memory=True)
        recovered.execute(f"CREATE TABLE lost_and_found (rootpgno, pgno, nfield, id, {', '.join(cells)})")
        with closing(sqlite3.connect(source)) as plain:
            for table in tables:
                columns = Database(plain)[table].columns
                key = [each.name for each in sorted(columns, key=lambda each: each.is_pk) if each.is_pk]
                has_rowid = key == ["id"]
                # A table without rowid begins with its key.
                stored = [each.name for each in columns if has_rowid or not each.is_pk]
                stored = stored if has_rowid else [*key, *stored]
                for row in Database(plain)[table].rows:
                    id_ = row["id"] if has_rowid else None
                    # A rowid is null in its row.
                    values = [None if has_rowid and name == "id" else row[name] for name in stored]
                    recovered.table("lost_and_found").insert(
                        {"nfield": len(stored), "id": id_, **dict(zip(cells, values, strict=False))}
                    )
        lines = [*recovered.conn.iterdump()]
        recovered.close()
        self.folder.mkdir()
        (self.folder / "recovered.sql").write_text("\n".join([*lines, more]))
        script = self.folder / "sqlite3"
        refused = "" if knows_option else '[ "$3" = .recover ] || exit 1\n'
        script.write_text(f"#!/bin/sh\n{refused}cat {quoted(self.folder / 'recovered.sql')}\n")
        script.chmod(0o700)


@pytest.fixture
def lost_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LostRows:
    folder = tmp_path / "program"
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)
    return LostRows(folder)


def test_rows_without_a_place_come_in_with_their_scores(
    paintrack: Paintrack, long_file: Path, tmp_path: Path, lost_rows: LostRows
) -> None:
    sound = paintrack(f"export - --format json --db {quoted(long_file)}").out
    lost_rows.take(long_file, ["entry", "rating", "gone", "point"])
    overwrite_page(long_file, "entry")
    overwrite_page(long_file, "rating")
    out = tmp_path / "out.db"
    result = paintrack(f"file --salvage {quoted(out)} --db {quoted(long_file)}")
    assert result.out.startswith("Salvaged: 300 sessions.\n  Look at it")
    assert paintrack(f"export - --format json --db {quoted(out)}").out == sound


def test_a_page_that_nothing_leads_to_is_read(long_file: Path, lost_rows: LostRows) -> None:
    """The tree leads to one page twice and to another not at all: every row that is read is sound."""
    lost_rows.take(long_file, ["entry"])
    page, size = root_page(long_file, "entry")
    content = bytearray(long_file.read_bytes())
    start = (page - 1) * size
    first_cell = start + int.from_bytes(content[start + 12 : start + 14], "big")
    # https://www.sqlite.org/fileformat2.html#b_tree_pages: the right-most child, and that of the first cell.
    content[start + 8 : start + 12] = content[first_cell : first_cell + 4]
    long_file.write_bytes(content)
    result = salvage(long_file)
    assert (result.counts, result.lost) == ({"session": 300}, 0)


def test_rows_of_free_pages_are_counted_and_not_believed(
    paintrack: Paintrack, long_file: Path, tmp_path: Path, lost_rows: LostRows
) -> None:
    """An older program digs up former contents too: a score of then must not pass as one of now."""
    paintrack(f"rate 4 --db {quoted(long_file)}")
    lost_rows.take(long_file, ["entry", "rating"], knows_option=False)
    with closing(sqlite3.connect(long_file)) as plain, plain:
        # Only the last row of the table is readable in its place.
        (last,) = plain.execute("SELECT max(id) FROM entry").fetchone()
    content = bytearray(long_file.read_bytes())
    for page in leaves(content, "note 7"):
        content[page * 4096 : (page + 1) * 4096] = bytes([0xFF]) * 4096
    long_file.write_bytes(content)
    result = salvage(long_file)
    assert result.lost == last - sum(result.counts.values()) > 0
    assert result.counts["reading"] == 1


def leaves(content: bytearray, word: str) -> set[int]:
    """The pages on which the word stands, from 0 on."""
    return {place // 4096 for place in range(len(content)) if content.startswith(word.encode(), place)}


def test_what_is_without_a_place_in_a_sound_file_is_former(long_file: Path, lost_rows: LostRows) -> None:
    other = long_file.with_name("former.db")
    with open_writer(other, NOW) as writer:
        writer.save_all_imported([a_session(at=500, note="taken back")])
    lost_rows.take(other, ["entry"])
    result = salvage(long_file)
    assert (result.counts, result.lost) == ({"session": 300}, 0)


@pytest.mark.parametrize(
    "more",
    [
        "INSERT INTO lost_and_found (nfield, id, c1, c2) VALUES (99, 7, '" + "a" * 32 + "', 'session');",
        "INSERT INTO lost_and_found (nfield, id, c0, c4) VALUES (5, 7, 'session', '" + "a" * 32 + "');",
        "INSERT INTO lost_and_found (nfield, id, c1, c2, c4) VALUES (5, 7, '" + "a" * 32 + "', 'session', 'x');",
    ],
)
def test_a_row_that_is_an_entry_but_no_whole_one_is_counted(
    more: str, long_file: Path, lost_rows: LostRows, tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    with open_writer(other, NOW) as writer:
        writer.save_all_imported([a_session(at=1)])
    lost_rows.take(other, ["entry"], more=more)
    for table in (*ENTRIES_AND_INDEXES, "rating", "change"):
        # Not by what is clearly no page of a table: the entries' first page would be made anew.
        overwrite_page(long_file, table, 0x0D)
    result = salvage(long_file)
    assert (result.counts, result.lost) == ({"session": 1}, 1)


def test_a_row_that_was_got_out_and_breaks_a_rule_counts(tmp_path: Path, lost_rows: LostRows, long_file: Path) -> None:
    """The program writes INSERT OR IGNORE, which leaves such a row out without a word."""
    other = tmp_path / "other.db"
    with open_writer(other, NOW) as writer:
        writer.save_all_imported([a_session(at=1), a_session(at=2, note="wrong kind")])
    with closing(sqlite3.connect(other)) as plain:
        (definition,) = plain.execute("SELECT sql FROM sqlite_schema WHERE name = 'entry'").fetchone()
        rows = [line for line in plain.iterdump() if line.startswith('INSERT INTO "entry"')]
    ignoring = [row.replace("INSERT INTO", "INSERT OR IGNORE INTO") for row in rows]
    wrong = [row.replace("'session'", "'sessiom'") if "wrong kind" in row else row for row in ignoring]
    lost_rows.take(other, more="\n".join([f"{definition};", *wrong]))
    for table in (*ENTRIES_AND_INDEXES, "rating", "change"):
        overwrite_page(long_file, table, 0x0D)
    result = salvage(long_file)
    assert (result.counts, result.lost) == ({"session": 1}, 1)


def test_a_former_state_is_no_point(paintrack: Paintrack, long_file: Path, lost_rows: LostRows) -> None:
    """Both are rows of three values, and a uid can consist of digits alone."""
    paintrack(f"edit 7 --note changed --db {quoted(long_file)}")
    lost_rows.take(long_file, ["entry", "change"])
    long_file.write_bytes(bytes(4096) + long_file.read_bytes()[4096:])
    content = salvage(long_file).content
    assert b"changed" in content
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.deserialize(content)
        assert memory.execute("SELECT count(*) FROM entry").fetchone() == (300,)
        assert memory.execute("SELECT * FROM point").fetchall() == []


@pytest.mark.parametrize("table", ["setting", "entry", "rating"])
@pytest.mark.parametrize("how", ["a letter", "no text"])
def test_a_wrong_letter_in_a_definition_loses_nothing(
    table: str, how: str, paintrack: Paintrack, long_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the program sqlite3: the definition that the file should have is ours."""
    monkeypatch.setenv("PATH", str(tmp_path))
    everything, out = paintrack(f"export - --format json --db {quoted(long_file)}").out, tmp_path / "out.db"
    content = bytearray(long_file.read_bytes())
    place = content.index(f"CREATE TABLE {table} ".encode()) + len(f"CREATE TABLE {table} (\n  ")
    content[place + 1] ^= 0x80 if how == "no text" else 0x1F
    content[place - 3] ^= 0x08
    long_file.write_bytes(content)
    result = paintrack(f"file --salvage {quoted(out)} --db {quoted(long_file)}")
    assert result.out.startswith("Salvaged: 300 sessions.\n  Look at it: ")
    assert paintrack(f"export - --format json --db {quoted(out)}").out == everything


@pytest.mark.parametrize("part", [0.3, 0.5, 0.7])
def test_what_was_cut_off_is_counted_as_far_as_it_is_sure(
    part: float, long_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    content = long_file.read_bytes()
    long_file.write_bytes(content[: int(len(content) * part)])
    try:
        result = salvage(long_file)
    except FileTroubleError:
        return
    assert 0 <= result.lost <= 300 - result.counts["session"]


@pytest.mark.parametrize(
    "more",
    [
        "INSERT INTO lost_and_found (nfield, id, c0) VALUES ('many', x'00', 1);",
        "INSERT INTO lost_and_found (nfield, id, c0) VALUES (-1, NULL, 1);",
        "DROP TABLE lost_and_found; CREATE TABLE lost_and_found (id); INSERT INTO lost_and_found VALUES (1);",
        "CREATE VIEW lost_and_found_1 AS SELECT 1;",
    ],
)
def test_nonsense_among_rows_without_a_place_does_no_harm(more: str, long_file: Path, lost_rows: LostRows) -> None:
    lost_rows.take(long_file, more=more)
    overwrite_page(long_file, "rating")
    result = salvage(long_file)
    assert (result.counts, result.lost, result.incomplete) == ({"session": 300}, 0, 300)


def test_nothing_readable_writes_nothing(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    paintrack("log 7 3")
    overwrite_page(file, "entry")
    out = tmp_path / "out.db"
    result = paintrack(["file", "--salvage", str(out)])
    assert (result.code, result.out) == (1, "")
    assert "No entry could be read" in result.err
    assert is_one_sentence(result.err)
    assert not out.exists()


def test_what_a_merge_alone_needs_costs_no_entry(long_file: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(long_file)) as plain, plain:
        plain.execute("UPDATE entry SET changed = '{' WHERE number = 1")
        plain.execute("UPDATE entry SET changed = '[1]' WHERE number = 2")
    result = salvage(long_file)
    assert (result.counts, result.lost, result.incomplete) == ({"session": 300}, 0, 0)


def test_a_sound_file_is_salvaged_wholly(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    for typed in ("log 7 3 --points LI4 --side-effect bruise", "rate 4", "note x", "question y", "peg 6 7 5"):
        assert paintrack(typed).code == 0
    everything, out = paintrack("export - --format json").out, tmp_path / "out.db"
    result = paintrack(f"file --salvage {quoted(out)}")
    assert result.out.startswith("Salvaged: 1 session, 1 reading, 1 note, 1 question and 1 PEG")
    assert "Not readable" not in result.out
    assert paintrack(f"export - --format json --db {quoted(out)}").out == everything
    assert paintrack(f"file --json --db {quoted(out)}").json["problems"] == []


@examples(100)
@given(places=st.lists(st.tuples(st.floats(0, 0.999), st.integers(1, 255)), min_size=1, max_size=30))
# A score that leads to no session, a name that is no text.
@example(places=[(0.8757600495611702, 1)])
@example(places=[(0.138671875, 128)])
@example(places=[(0.25, 128)])
def test_what_is_salvaged_is_sound_whatever_was_flipped(
    long_file: Path, tmp_path: Path, places: list[tuple[float, int]]
) -> None:
    content = bytearray(long_file.read_bytes())
    for place, flips in places:
        # The header apart, which says whose file it is.
        content[100 + int(place * (len(content) - 100))] ^= flips
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(content)
    try:
        result = salvage(damaged)
    except FileTroubleError:
        return
    check_sound(result, tmp_path / "out.db")


def check_sound(result: Salvage, out: Path) -> None:
    out.write_bytes(result.content)
    with open_source_copy(out, lambda: "") as source:
        assert source.reader.counts() == result.counts
