"""The help for a screen reader: each option and each command a line, however plain was chosen."""

from pathlib import Path

import pytest

from paintrack.cli import COMMANDS
from tests.program import Paintrack, quoted

HELPS = ("--help", "help", *(f"{word} --help" for word in COMMANDS), "help log")


@pytest.mark.parametrize("typed", HELPS)
def test_a_plain_help_has_no_columns(typed: str, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = paintrack(typed).out
    monkeypatch.setenv("PAINTRACK_PLAIN", "1")
    result = paintrack(typed)
    assert result.code == 0
    for line in result.out.splitlines():
        assert line == line.strip() != ""
        assert "  " not in line
    words = set(result.out.replace(":", " ").replace(".", " ").split())
    assert set(drawn.replace(":", " ").replace(".", " ").split()) <= words


@pytest.mark.parametrize("typed", ["--help", "-h", "--help log", "help log", "log --help"])
def test_the_option_may_stand_anywhere(typed: str, paintrack: Paintrack) -> None:
    plain = paintrack(f"--plain {typed}")
    first, *following_words = typed.split()
    assert paintrack(f"{typed} --plain") == paintrack([first, "--plain", *following_words]) == plain
    assert plain.code == 0


@pytest.mark.parametrize("typed", ["--help", "log --help"])
def test_option_environment_and_setting_choose_it(
    typed: str, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = paintrack(typed).out
    plain = paintrack(f"--plain {typed}").out
    assert plain != drawn
    paintrack("config set plain yes")
    assert paintrack(typed).out == plain
    assert paintrack(f"--no-plain {typed}").out == drawn
    monkeypatch.setenv("PAINTRACK_PLAIN", "0")
    assert paintrack(typed).out == drawn


@pytest.mark.parametrize("typed", ["--help", "log --help"])
def test_a_damaged_file_does_not_stop_the_help(typed: str, paintrack: Paintrack, tmp_path: Path) -> None:
    path = tmp_path / "damaged.db"
    path.write_bytes(b"no database")
    result = paintrack(f"--db {quoted(path)} {typed}")
    assert (result.code, result.err, result.out) == (0, "", paintrack(typed).out)
