"""A file with a wiped page: what is on the others is got out, even if that page said where the tables are."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlite_utils import Database

from paintrack.errors import FileTroubleError
from paintrack.storage.copies.salvaging.page_rows import open_rows_of_pages
from paintrack.storage.copies.salvaging.salvage import salvage
from paintrack.storage.copies.untrusted_copy import open_source_copy
from paintrack.storage.file.reader_and_writer_opening import open_writer
from tests.example_counts import examples
from tests.factories.entries import NOW, a_session
from tests.program import Paintrack

FILLS = {"zeros": bytes(4096), "ff": b"\xff" * 4096, "random": random.Random(7).randbytes(4096)}


@pytest.fixture
def full_file(paintrack: Paintrack, file: Path) -> Path:
    """A file with all that an entry can have, a note longer than a page, an undone step, and a deleted entry."""
    with open_writer(file, NOW) as writer:
        writer.save_all_imported([a_session(at=day, note=f"note {day}") for day in range(60)])
    paintrack(
        ["log", "7", "3", "--for", "knee", "--points", "LI4,ST36", "--side-effect", "bruise", "--note", "w " * 9000]
    )
    for typed in (
        "rate 4.5",
        "note x",
        "question y",
        "peg 6 7 5",
        "config set name Ada",
        "delete 3 --yes",
        "rate 2",
        "undo",
    ):
        assert paintrack(typed).code == 0
    return file


def everything(path: Path) -> list[list[dict[str, object]]]:
    tables = ("entry", "rating", "point", "side_effect", "gone", "setting", "numbering", "page")
    with closing(sqlite3.connect(path)) as plain:
        return [[*Database(plain)[table].rows_where(order_by="1")] for table in tables]


@pytest.mark.parametrize("fill", FILLS.values(), ids=FILLS)
@pytest.mark.parametrize("begin", [0, 100])
def test_a_wiped_first_page_loses_nothing(begin: int, fill: bytes, full_file: Path, tmp_path: Path) -> None:
    content, sound, out = full_file.read_bytes(), everything(full_file), tmp_path / "out.db"
    full_file.write_bytes(content[:begin] + fill[begin:] + content[4096:])
    result = salvage(full_file)
    out.write_bytes(result.content)
    assert (result.lost, result.incomplete, result.unreadable_parts) == (0, 0, ())
    assert everything(out) == sound


@pytest.mark.parametrize("table", ["rating", "point", "side_effect"])
@pytest.mark.parametrize("fill", FILLS.values(), ids=FILLS)
def test_parts_lost_beside_the_first_page_are_named(
    fill: bytes, table: str, full_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing leads to the rows any more, so it is not known which sessions had any."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with closing(sqlite3.connect(full_file)) as plain:
        (page,) = plain.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    content = full_file.read_bytes()
    full_file.write_bytes(bytes(4096) + content[4096 : (page - 1) * 4096] + fill + content[page * 4096 :])
    result = salvage(full_file)
    assert (table in result.unreadable_parts, result.lost) == (True, 0)
    assert result.incomplete == result.counts["session"]


@pytest.mark.parametrize("size", [512, 1024, 65536])
def test_pages_of_another_size_are_found(size: int, full_file: Path) -> None:
    sound = everything(full_file)
    with closing(sqlite3.connect(full_file, isolation_level=None)) as plain:
        plain.execute(f"PRAGMA page_size = {size}")
        plain.execute("VACUUM")
    full_file.write_bytes(bytes(size) + full_file.read_bytes()[size:])
    full_file.write_bytes(salvage(full_file).content)
    assert everything(full_file) == sound


def test_free_pages_are_not_read(full_file: Path) -> None:
    with closing(sqlite3.connect(full_file)) as plain, plain:
        plain.execute("PRAGMA secure_delete = OFF")
        plain.executescript("DELETE FROM rating WHERE entry > 2; DELETE FROM entry WHERE id > 2; DELETE FROM change")
    full_file.write_bytes(bytes(4096) + full_file.read_bytes()[4096:])
    assert sum(salvage(full_file).counts.values()) == 2


@pytest.mark.parametrize("content", [b"", bytes(9000), FILLS["random"] * 5, b"text " * 5000])
def test_what_was_never_ours_has_no_rows(content: bytes) -> None:
    assert open_rows_of_pages(content) is None


def test_another_programs_file_without_a_header_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as plain, plain:
        plain.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, uid)")
        plain.execute("INSERT INTO entry VALUES (1, 'x')")
    other.write_bytes(FILLS["random"] + other.read_bytes()[4096:])
    with pytest.raises(FileTroubleError, match="not a paintrack file"):
        salvage(other)


def test_a_row_that_goes_on_in_a_circle_ends(full_file: Path) -> None:
    content = bytearray(full_file.read_bytes())
    page = content.index(b"w w w w", content.index(b"w w w w") + 4096) // 4096
    content[page * 4096 : page * 4096 + 4] = (page + 1).to_bytes(4, "big")
    content[:4096] = bytes(4096)
    full_file.write_bytes(content)
    assert salvage(full_file).counts["session"] >= 58


@examples(20)
@given(place=st.floats(0, 0.999), fill=st.sampled_from(sorted(FILLS)))
@example(place=0.0, fill="ff")
def test_what_stands_on_other_pages_is_got_out(place: float, fill: str, full_file: Path, tmp_path: Path) -> None:
    """Each entry is got out or counted, whatever page was wiped."""
    content = full_file.read_bytes()
    start = int(place * (len(content) // 4096)) * 4096
    damaged, out = tmp_path / "damaged.db", tmp_path / "out.db"
    damaged.write_bytes(content[:start] + FILLS[fill] + content[start + 4096 :])
    result = salvage(damaged)
    out.write_bytes(result.content)
    with open_source_copy(out, lambda: "") as source:
        assert source.reader.counts() == result.counts
    got = sum(result.counts.values())
    assert got + result.lost >= 64
    assert everything(out)[1:4] == everything(full_file)[1:4] or result.incomplete or result.lost
