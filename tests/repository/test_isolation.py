"""The tests never touch the patient's real file: should one try, it fails by name."""

import sqlite3
from pathlib import Path

import pytest

from paintrack.storage.file.location import database_path
from tests.factories.courses import sample_with_remarks
from tests.factories.entries import a_note
from tests.factories.hard_course import hard_course


def test_opening_the_real_file_fails_by_name(real_folder: Path) -> None:
    with pytest.raises(AssertionError, match="test_opening_the_real_file_fails_by_name touches the real folder"):
        (real_folder / "paintrack.db").open("rb")


def test_sqlite_cannot_reach_the_real_file_either(real_folder: Path) -> None:
    with pytest.raises(AssertionError, match="touches the real folder"):
        sqlite3.connect(f"file://{real_folder}/paintrack.db?mode=ro", uri=True)


def test_the_file_of_a_test_is_in_its_own_home(home: Path, real_folder: Path) -> None:
    assert database_path(None).is_relative_to(home)
    assert database_path(None).parent != real_folder


def test_built_entries_share_no_uid_with_written_courses() -> None:
    """However many entries were built before it, in whatever order the tests run."""
    numbered = {entry.uid for entry in [*sample_with_remarks(), *hard_course()]}
    assert max(numbered) < a_note("any").uid
