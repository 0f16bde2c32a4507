"""A long path in an answer: whole, so that it can be copied, and on one line for a program."""

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from paintrack.commands._shared.terminal.console import Console
from paintrack.model.displayed_text import shell_quoted
from tests.program import PATIENCE_SECONDS, Clock, Paintrack, environment


@pytest.fixture(params=["a-rather-long-name-of-a-folder-", "Application Support "], ids=["dashes", "blanks"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder whose path is longer than any line of the tests; on macOS the usual one has a blank in it."""
    name: str = request.param
    # SQLite opens no path of more than 504 bytes, and that of the test may be long already.
    room = max(430 - len(os.fsencode(tmp_path)), len(name))
    folder = tmp_path / (name * 8)[:room].strip()
    folder.mkdir()
    return folder


def in_a_terminal(*typed: str, columns: int = 60) -> str:
    """What the command prints to a terminal."""
    own_end, its_end = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "paintrack", *typed],
        stdin=its_end, stdout=its_end, stderr=its_end, env=environment(COLUMNS=str(columns)),
    )  # fmt: skip
    os.close(its_end)
    shown = b""
    while piece := _read(own_end):
        shown += piece
    os.close(own_end)
    process.wait(timeout=PATIENCE_SECONDS)
    return shown.decode().replace("\r\n", "\n")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65_536)
    except OSError:
        return b""


def test_off_a_terminal_a_message_with_a_path_is_one_line(paintrack: Paintrack, clock: Clock, folder: Path) -> None:
    assert paintrack("log 7 3").code == 0
    history, copy = folder / "history.csv", folder / "copy.db"
    assert paintrack(["export", str(history)]).err == f"1 session written to {history}.\n"
    named = f"paintrack --db {shell_quoted(str(copy))}"
    taken = paintrack(["--db", str(copy), "import", str(history)])
    assert taken.out == f"Imported 1 session from {history}. 0 were there already. Wrong? {named} undo\n"
    undone = paintrack(["--db", str(copy), "undo"])
    assert undone.out == f"Taken back: the import of 1 session from {history}. Put it back: {named} redo\n"
    redone = paintrack(["--db", str(copy), "redo"])
    assert redone.out == f"Put back: the import of 1 session from {history}. Wrong? {named} undo\n"
    bad = folder / "bad.csv"
    bad.write_text("date,before\n2026-07-01,5\n2026-07-02,x\n")
    result = paintrack(["--db", str(copy), "import", str(bad), "--for", "neck", "--skip-bad"])
    assert f"1 row written to {bad}.rejected.csv: " in result.out
    assert result.out.count("\n") == 3


def test_where_the_file_is_can_be_copied(paintrack: Paintrack, folder: Path) -> None:
    own = folder / "own.db"
    assert paintrack(["--db", str(own), "log", "7", "3"]).code == 0
    assert f"file     {own}\n" in paintrack(["--db", str(own), "file"]).out
    assert f"File: {own}\n" in paintrack(["--db", str(own), "file", "--plain"]).out
    assert str(own) in in_a_terminal("--db", str(own), "file")


@pytest.mark.parametrize("columns", [40, 80])
def test_a_path_is_whole_in_all_that_names_it(
    columns: int, paintrack: Paintrack, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    own, copy = folder / "own.db", folder / "copy.db"
    # Where another diary is, a new one is named.
    assert paintrack("log 7 3").code == 0
    begun = paintrack(["--db", str(own), "log", "7", "3"])
    assert f"{own}\n" in begun.err
    backup = paintrack(["--db", str(own), "backup", "--json"]).json["file"]
    own.chmod(0o644)
    (folder / ".paintrack-0123456789ab.tmp").touch()
    shown = paintrack(["--db", str(own), "file"]).out
    for path in (own, backup, folder / ".paintrack-0123456789ab.tmp"):
        assert f"{path}\n" in shown
    assert paintrack(["--db", str(own), "backup", str(copy)]).code == 0
    restored = paintrack(["--db", str(own), "restore", str(copy), "--yes"])
    assert f"\n{copy}:\n" in restored.out


@pytest.mark.parametrize("name", ["history.csv", "nothing.csv"])
def test_in_a_terminal_a_path_is_whole(name: str, paintrack: Paintrack, folder: Path) -> None:
    paintrack("log 7 3")
    assert paintrack(["export", str(folder / "history.csv")]).code == 0
    shown = in_a_terminal("--db", str(folder / "copy.db"), "import", str(folder / name))
    assert str(folder / name) in shown
    # A whole path is a line of its own.
    assert all(len(line) <= 60 for line in shown.splitlines() if "/" not in line)
    assert len(shown.splitlines()) > 1


def test_in_a_terminal_the_path_of_a_refusal_is_whole(
    paintrack: Paintrack, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where it is not a word that was typed: the folder of a file, what stands behind `=`."""
    assert paintrack("log 7 3").code == 0
    nowhere = folder / "no such folder of mine"
    image = folder / "a picture of my left knee.db"
    image.write_bytes(b"\x89PNG" * 300)
    for typed, path in (
        (["summary", "-o", f"{nowhere}/page.html"], nowhere),
        (["summary", f"--output={nowhere}/page.html"], nowhere),
        (["export", f"{nowhere}/history.csv"], nowhere),
        (["remind", "--next", "2026-12-24 10:00", f"-o{nowhere}/next.ics"], nowhere),
        ([f"--db={image}", "list"], image),
        ([f"--db={folder}", "list"], folder),
    ):
        assert str(path) in in_a_terminal(*typed), typed
    monkeypatch.chdir(folder)
    for typed in (["restore", image.name], ["merge", image.name], ["--db", image.name, "list"]):
        assert image.name in in_a_terminal(*typed, columns=35), typed


def test_in_a_terminal_a_suggested_command_is_whole(paintrack: Paintrack) -> None:
    """Of a command on two lines the first may be a command of its own, which would save something else."""
    paintrack("log 7 3 --for neck")
    shown = in_a_terminal("log", "7", "3", "neck", "--took", "sumatriptan 50", "--note", "in bed since noon, no light")
    command = 'paintrack log 7 3 --took "sumatriptan 50" --note "in bed since noon, no light" --for neck'
    assert command in shown.splitlines()


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_no_line_end_stands_in_the_answers(
    columns: int, paintrack: Paintrack, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = folder / "copy.db"
    for typed in (["log", "7", "3"], ["backup", str(copy)]):
        assert paintrack(typed).code == 0
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr(Console, "may_ask", True)
    monkeypatch.setattr(sys, "stdin", io.StringIO("n\n"))
    shown, answers, _ = paintrack(["restore", str(copy)]).err.partition("[y/N]: ")
    assert shown.endswith((f"{copy}? ", f"{copy}?\n"))
    last_line = shown.rpartition("\n")[2]
    assert len(last_line + answers) <= columns
    # Behind words that leave them room they stay.
    assert bool(last_line) == (len(f"{copy}? {answers}") <= columns)
