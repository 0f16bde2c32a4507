"""In a real terminal: typed, asked and drawn, at 40, 80 and 200 columns."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.in_terminal.terminal_in_tmux import Terminal
from tests.program import ROOT, quoted, unwrapped

pytestmark = pytest.mark.outside


@pytest.fixture(params=[40, 80, 200])
def terminal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Terminal]:
    environment = {"PAINTRACK_DB": str(tmp_path / "own.db"), "LC_ALL": "C.UTF-8", "TERM": "screen-256color"}
    window = Terminal(request.param, environment)
    yield window
    window.close()


def test_a_patient_records_sees_and_takes_back(terminal: Terminal) -> None:
    # With times of their own: a run that crosses midnight would find the session of yesterday.
    assert "is open" in terminal.run("before 8 --for 'lower back' --at '2026-07-06 14:00'")
    assert "8 -> 5" in terminal.run("after 5 --at '2026-07-06 15:10'")
    assert "lower back" in terminal.run("list")
    drawn = terminal.run("trend")
    assert "●" in drawn
    assert "○" in drawn
    assert "Taken back" in terminal.run("undo").replace("\n", " ")


def test_log_asks_for_what_is_missing(terminal: Terminal) -> None:
    terminal.type(f"{sys.executable} -m paintrack log")
    terminal.screen(r"\(Enter: pain\):")
    terminal.type("")
    terminal.screen(r"When was it[^\n]*\s?[^\n]*\(Enter:\s+now\):")
    terminal.type("")
    terminal.screen(r"\(Enter:\s+skip\):")
    terminal.type("11")
    terminal.screen(r"A score is 0 \(none\)[\s\S]*\(Enter:\s+skip\):")
    terminal.type("7")
    terminal.screen(r"leaving, 0 to 10\s\(Enter: later\):")
    terminal.type("3")
    for question in ("Points", "Side effects", "Note"):
        terminal.screen(rf"{question}[^\n]*\s\(Enter: skip\):")
        terminal.type("")
    assert "7 -> 3" in terminal.screen("ready>")


def test_delete_asks_and_no_means_no(terminal: Terminal) -> None:
    terminal.run("log 7 3")
    terminal.type(f"{sys.executable} -m paintrack delete 1")
    terminal.screen(r"Delete session 1\? \[y/N\]:")
    terminal.type("n")
    assert "Nothing was changed" in terminal.screen("ready>")
    assert "Session 1" in terminal.run("show 1")


def test_a_slip_in_a_name_is_asked_about(terminal: Terminal) -> None:
    terminal.run("log 7 3 --for 'lower back' --at '2026-07-06 14:00'")
    terminal.type(f"{sys.executable} -m paintrack log 6 2 --for 'lowr back' --at '2026-07-13 14:00'")
    terminal.screen(r"Did you mean\s+lower back\? \[Y/n\]:")
    terminal.type("")
    assert "Saved: lower back 6 -> 2" in terminal.screen("ready>")


def test_a_purge_asks_for_its_word_and_for_old_backups(terminal: Terminal) -> None:
    program = f"{sys.executable} -m paintrack"
    assert "Saved" in terminal.run("note SECRET words")
    terminal.run("backup")
    terminal.run("delete n1 --yes")
    terminal.type("clear")
    terminal.screen("ready>")
    terminal.type(f"{program} purge")
    question = terminal.screen("Type PURGE to go on:")
    assert "This cannot be undone." in unwrapped(question)
    terminal.type("no")
    assert "Nothing was changed." in terminal.screen("ready>")
    terminal.type("clear")
    terminal.screen("ready>")
    terminal.type(f"{program} purge")
    terminal.screen("Type PURGE to go on:")
    terminal.type("purge")
    terminal.screen(r"use capitals\.\s+Type PURGE to go on:")
    terminal.type("PURGE")
    terminal.screen(r"Remove 1 backup\? \[y/N\]:")
    terminal.type("y")
    assert "Removed: 1 backup." in terminal.screen("ready>")


# In the place of pyrage, which takes seconds: what was encrypted with a passphrase is opened by that one alone.
QUICK_PYRAGE = """
class DecryptError(Exception):
    pass

class passphrase:
    def encrypt(content, passphrase):
        return b"age-encryption.org/v1 " + passphrase.encode() + b"\\n" + content

    def decrypt(encrypted, words):
        beginning = passphrase.encrypt(b"", words)
        if not encrypted.startswith(beginning):
            raise DecryptError
        return encrypted.removeprefix(beginning)
"""


def test_a_passphrase_is_typed_twice_and_never_shown(terminal: Terminal, tmp_path: Path) -> None:
    if terminal.columns != 80:
        # pyrage itself is there once; the others are about what stands where.
        (tmp_path / "pyrage.py").write_text(QUICK_PYRAGE)
        terminal.type(f"export PYTHONPATH={quoted(f'{tmp_path}:{ROOT}')}")
    terminal.run("log 7 3")
    copy = tmp_path / "copy.age"
    terminal.type("clear")
    terminal.screen("ready>")
    terminal.type(f"{sys.executable} -m paintrack backup --encrypt {quoted(copy)}")
    terminal.screen("Passphrase for the copy:")
    terminal.type("correct horse")
    terminal.screen("The same again:")
    terminal.type("correct horse")
    screen = terminal.screen("ready>")
    assert "nobody can open the copy again" in unwrapped(screen)
    assert "horse" not in screen
    terminal.type(f"{sys.executable} -m paintrack restore {quoted(copy)}")
    terminal.screen("Passphrase:")
    terminal.type("correct horse")
    # Behind a path that is wider than the screen it stands on a line of its own.
    terminal.screen(r"Restore\s[\s\S]*\s\[y/N\]:")
    terminal.type("y")
    assert "Restored from" in terminal.screen("ready>")
