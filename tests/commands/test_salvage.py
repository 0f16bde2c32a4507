"""file --salvage: getting out of a damaged file what can be read, and counting what cannot."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from paintrack.errors import FileTroubleError
from paintrack.model.selection import Selection
from paintrack.storage.copies.salvage import salvage
from paintrack.storage.copies.source_copy import open_source_copy
from paintrack.storage.file.transactions import open_reader, open_writer
from tests.examples import examples
from tests.factories.damaged_files import overwrite_page
from tests.factories.entries import NOW, a_session
from tests.program import Paintrack, is_one_sentence


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
    everything, out = paintrack(f"export - --format json --db {long_file}").out, tmp_path / "out.db"
    long_file.write_bytes(bytes(100) + long_file.read_bytes()[100:])
    before = long_file.read_bytes()
    result = paintrack(f"file --salvage {out} --db {long_file}")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Salvaged: 300 sessions.\n  Look at it: ")
    assert paintrack(f"export - --format json --db {out}").out == everything
    assert long_file.read_bytes() == before
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert paintrack(f"restore {out} --yes").code == 0


def test_one_bad_page_costs_only_what_was_on_it(paintrack: Paintrack, long_file: Path, tmp_path: Path) -> None:
    content = bytearray(long_file.read_bytes())
    page = content.index(b"note 150") // 4096
    lost = {day for day in range(300) if f"note {day}".encode() in content[page * 4096 : (page + 1) * 4096]}
    content[page * 4096 : (page + 1) * 4096] = b"\xff" * 4096
    long_file.write_bytes(content)
    out = tmp_path / "out.db"
    result = paintrack(f"file --salvage {out} --db {long_file}")
    assert result.code == 0
    saved = notes(out)
    assert len(saved) >= 300 - 2 * len(lost)
    assert f"Not readable: {300 - len(saved)} entries." in result.out


def test_sessions_that_lost_their_scores_are_counted(paintrack: Paintrack, long_file: Path, tmp_path: Path) -> None:
    overwrite_page(long_file, "rating")
    result = paintrack(f"file --salvage {tmp_path / 'out.db'} --db {long_file}")
    assert result.out.startswith("Salvaged: 300 sessions.\nWithout their scores: 300 sessions.\n")
    assert notes(tmp_path / "out.db") == {f"note {day}" for day in range(300)}


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
    script.write_text(f"#!/bin/sh\ncat {tmp_path / 'recovered.sql'}\n")
    script.chmod(0o700)
    monkeypatch.setenv("PATH", str(script.parent), prepend=os.pathsep)
    overwrite_page(file, "entry")
    overwrite_page(file, "rating")
    result = paintrack(["file", "--salvage", str(out)])
    assert (result.code, result.out.partition("\n")[0]) == (0, "Salvaged: 1 session.")
    assert notes(out) == {"kept"}
    assert not victim.exists()


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
    result = paintrack(f"file --salvage {out}")
    assert result.out.startswith("Salvaged: 1 session, 1 reading, 1 note, 1 question and 1 PEG")
    assert "Not readable" not in result.out
    assert paintrack(f"export - --format json --db {out}").out == everything
    assert paintrack(f"file --json --db {out}").json["problems"] == []


def test_no_file_is_replaced_without_force(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    paintrack("log 7 3")
    out = tmp_path / "out.db"
    out.write_text("of the person")
    assert paintrack(f"file --salvage {out}").code != 0
    assert out.read_text() == "of the person"
    assert paintrack(f"file --salvage {out} --force").code == 0
    assert paintrack(f"list --db {out}").code == 0


def test_the_damaged_file_itself_is_never_replaced(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    paintrack("log 7 3")
    overwrite_page(file, "rating")
    before = file.read_bytes()
    (tmp_path / "link.db").symlink_to(file)
    for out in (file, tmp_path / "link.db"):
        result = paintrack(f"file --salvage {out} --force")
        assert result.code != 0
        assert is_one_sentence(result.err)
    assert file.read_bytes() == before


def test_without_a_file_there_is_nothing_to_salvage(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    result = paintrack(f"file --salvage {tmp_path / 'out.db'}")
    assert (result.code, result.out) == (2, "")
    assert "There is no file to salvage" in result.err
    assert not (tmp_path / "out.db").exists()


@settings(examples(150), suppress_health_check=[HealthCheck.function_scoped_fixture])
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
    damaged, out = tmp_path / "damaged.db", tmp_path / "out.db"
    damaged.write_bytes(content)
    try:
        content = bytearray(salvage(damaged).content)
    except FileTroubleError:
        return
    out.write_bytes(content)
    with open_source_copy(out, lambda: "") as source:
        assert source.reader.counts()
