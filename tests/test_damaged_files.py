"""What leaves a damaged file is checked first: no wrong year, no session twice, no word of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from paintrack.storage import transactions
from tests.factories.damaged_files import disagree_index, flip_year_in_index, overwrite_page
from tests.program import Paintrack, is_one_sentence

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
    monkeypatch.setattr(transactions, "INTEGRITY_CHECK_BEFORE_READ_MAX_BYTES", 0)
    damage(history)
    before = history.read_bytes()
    result = paintrack(typed.format(tmp_path))
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("The file is damaged. What helps: paintrack file.")
    assert is_one_sentence(result.err)
    assert history.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["home"]
    assert not (history.parent / "backups").exists()


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
    monkeypatch.setattr(transactions, "INTEGRITY_CHECK_BEFORE_READ_MAX_BYTES", history.stat().st_size)
    disagree_index(history)
    assert paintrack("show 1").code == 0
