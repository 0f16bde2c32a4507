"""What leaves a damaged file is checked first: no wrong year, no session twice, no word of it."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from paintrack.storage.file import reader_and_writer_opening
from tests.durability import flipped_bits
from tests.factories.damaged_files import break_text, disagree_index, flip_year_in_index, overwrite_page
from tests.program import Paintrack, is_one_sentence, quoted

DAMAGES = [disagree_index, lambda path: flip_year_in_index(path, 2026), lambda path: overwrite_page(path, "rating")]
# Each with the file that it would write.
LEAVES_THE_FILE = {
    "backup": None,
    "backup {}/copy.db": "copy.db",
    "export {}/history.json": "history.json",
    "export {}/history.csv": "history.csv",
    "export - --format fhir": None,
    "summary -o {}/page.txt": "page.txt",
    "summary -o -": None,
    "costs --visits -o {}/statement.html": "statement.html",
    "costs --visits -o {}/statement.csv": "statement.csv",
    "trend -o {}/chart.svg": "chart.svg",
}


@pytest.fixture
def history(paintrack: Paintrack, file: Path) -> Path:
    """A file with three sessions."""
    for day in ("01", "02", "03"):
        paintrack(f"log 7 3 --at 2026-06-{day}")
    return file


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("typed", LEAVES_THE_FILE)
def test_nothing_leaves_a_damaged_file(
    typed: str,
    damage: Callable[[Path], None],
    history: Path,
    paintrack: Paintrack,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # However large it is.
    monkeypatch.setattr(reader_and_writer_opening, "INTEGRITY_CHECK_BEFORE_READ_MAX_BYTES", 0)
    damage(history)
    before = history.read_bytes()
    result = paintrack(typed.format(quoted(tmp_path)))
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("The file is damaged. What helps: paintrack file.")
    assert is_one_sentence(result.err)
    assert history.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["home"]
    assert not (history.parent / "backups").exists()


def test_no_calendar_is_made_of_a_damaged_file(
    history: Path, paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_and_writer_opening, "INTEGRITY_CHECK_BEFORE_READ_MAX_BYTES", 0)
    paintrack("remind --next '2099-07-06 14:00'")
    disagree_index(history)
    result = paintrack(f"remind -o {quoted(tmp_path)}/next.ics")
    assert (result.code, result.out, "The file is damaged." in result.err) == (1, "", True)
    assert [each.name for each in tmp_path.iterdir()] == ["home"]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize(
    "typed", ["list", "status", "show 1", "trend", "summary", "costs", "compare", "undo", "log 7 3"]
)
def test_a_small_file_is_checked_before_each_read(
    typed: str, damage: Callable[[Path], None], history: Path, paintrack: Paintrack
) -> None:
    damage(history)
    result = paintrack(typed)
    assert (result.code, result.out) == (1, "")
    assert "The file is damaged." in result.err


def test_a_large_file_is_read_without_a_check(
    history: Path, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_and_writer_opening, "INTEGRITY_CHECK_BEFORE_READ_MAX_BYTES", history.stat().st_size)
    disagree_index(history)
    assert paintrack("show 1").code == 0


@pytest.mark.parametrize("typed", [*LEAVES_THE_FILE, "list", "show 1", "log 7 3 --with 'Dr Wu'", "file", "file --json"])
def test_text_that_is_no_text_is_damage(typed: str, paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    """SQLite takes any bytes for text; a backup with them could not be restored, and no sentence may quote them."""
    paintrack("log 7 3 --with 'Dr Li'")
    paintrack("log 6 3 --note fine")
    break_text(file, "Dr Li")
    result = paintrack(typed.format(quoted(tmp_path)))
    assert result.code == 1
    assert "The file is damaged" in result.out + result.err
    assert "Li" not in result.out + result.err
    assert [each.name for each in tmp_path.iterdir()] == ["home"]
    assert not [*file.parent.glob("backups/*")]


def test_what_can_be_read_beside_such_text_is_saved(
    paintrack: Paintrack, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The program sqlite3, where it knows .recover, saves the rest of that entry too.
    monkeypatch.setenv("PATH", str(tmp_path))
    paintrack("log 7 3 --with 'Dr Li'")
    paintrack("log 6 3 --note fine")
    break_text(file, "Dr Li")
    assert paintrack(f"file --salvage {quoted(tmp_path)}/out.db").code == 0
    assert [row["note"] for row in paintrack(f"list --json --db {quoted(tmp_path)}/out.db").json] == ["fine"]


@pytest.mark.parametrize("command", flipped_bits.LEAVES_THE_FILE)
def test_no_flip_where_sqlite_can_tell_gives_wrong_output(
    command: str, history: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`tests/benchmarks/flips.py` flips 1,200 bits, also those of the patient's values, which nothing can tell."""
    monkeypatch.setattr(reader_and_writer_opening, "INTEGRITY_CHECK_BEFORE_READ_MAX_BYTES", 0)
    original = flipped_bits.Original(history, tmp_path / "damaged")
    chance = random.Random(1)
    for region in ("header", "structure", "indexes"):
        for flip in original.flips(region, 12, chance):
            assert original.verdict(command, flip) != "wrong", flip
