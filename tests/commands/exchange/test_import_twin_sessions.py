"""A session that was typed on two computers: an import of the other one's file says which, and how to remove one."""

from datetime import datetime
from pathlib import Path

import pytest

from paintrack.model.entries import Session
from paintrack.storage.reader import Reader
from tests.program import Clock, Paintrack, quoted, unwrapped


@pytest.fixture
def other(paintrack: Paintrack, clock: Clock, tmp_path: Path) -> str:
    """The file of another computer with a session of today and one of an earlier week; here the first is typed too."""
    for typed in ("log 7 3 --for neck", "log 6 2 --for neck --at 2026-06-01"):
        assert paintrack(f"{typed} --db {quoted(tmp_path / 'other.db')}").code == 0
    exported = str(tmp_path / "other.json")
    assert paintrack(["export", exported, "--db", str(tmp_path / "other.db")]).code == 0
    clock.forward(minutes=10)
    assert paintrack("log 7 3 --for Neck --note here").code == 0
    return exported


def answer_to(paintrack: Paintrack, *typed: str) -> str:
    return unwrapped(paintrack([*typed]).out)


def test_an_import_names_it(other: str, paintrack: Paintrack) -> None:
    assert "1 session of the file may be your session 1, typed on two computers." in answer_to(
        paintrack, "import", other, "--dry-run"
    )
    # The earlier session comes first.
    sentence = "Session 3 may be your session 1, typed on two computers. If so: paintrack delete 3"
    assert sentence in answer_to(paintrack, "import", other)
    assert "typed on two computers" not in answer_to(paintrack, "import", other)


def test_the_command_removes_it(other: str, paintrack: Paintrack) -> None:
    answer = answer_to(paintrack, "import", other)
    number = answer.partition("paintrack delete ")[2].split()[0]
    assert paintrack(["show", number, "--json"]).json["note"] is None
    assert paintrack(["delete", number, "--yes"]).code == 0
    assert len(paintrack("list --json").json) == 2


def test_other_scores_are_another_visit(other: str, paintrack: Paintrack) -> None:
    paintrack("edit 1 --after 4")
    assert "typed on two computers" not in answer_to(paintrack, "import", other)


def test_our_own_file_into_an_empty_one_says_nothing(paintrack: Paintrack, tmp_path: Path) -> None:
    paintrack("log 7 3")
    paintrack("log 7 3")
    paintrack(["export", str(tmp_path / "own.json")])
    assert "computers" not in answer_to(
        paintrack, "import", str(tmp_path / "own.json"), "--db", str(tmp_path / "new.db")
    )


def test_many_sessions_of_one_instant_are_looked_up_once(
    paintrack: Paintrack, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else an import of a sheet without times takes as long as the square of its rows."""
    paintrack("log 7 3 --for neck --at 2026-06-01")
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("date,before,after\n" + "2026-06-01,7,3\n2026-06-01,8,2\n" * 50)
    lookups, look_up = [], Reader.sessions_around

    def counted(reader: Reader, at: datetime, last_number: int | None = None) -> list[Session]:
        lookups.append(at)
        return look_up(reader, at, last_number)

    monkeypatch.setattr(Reader, "sessions_around", counted)
    answer = answer_to(paintrack, "import", str(sheet), "--for", "neck", "--keep-duplicates")
    assert "100 sessions" in answer
    assert "may be your session 1" in answer
    assert len(lookups) == 1
