"""What is said on standard error with `--plain`: no columns and no arrows, and each command as it is to be copied."""

import sys
from pathlib import Path

import pytest

from tests.commands.lines_unfit_for_speech import stumbling_lines
from tests.program import Paintrack

ROWS = [
    "{} rate 5 --at 23:59",
    "rate {} 5 --at 23:59",
    "rate 5 --at 23:59 {}",
    "{} rate 5 for nowhere",
    "rate 5 tomorow {}",
]


@pytest.mark.parametrize("typed", [*ROWS, "{} tredn", "tredn {}", "before --no-such {}", "{} edit 99", "show {} 77"])
def test_option_environment_and_setting_choose_it(
    typed: str, paintrack: Paintrack, diary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = paintrack(typed.format("--no-plain")).err
    plain = paintrack(typed.format("--plain")).err
    assert without_option(drawn) == paintrack(typed.format("")).err != ""
    assert paintrack("config set plain yes").code == 0
    assert paintrack(typed.format("")).err == without_option(plain)
    assert paintrack(typed.format("--no-plain")).err == drawn
    monkeypatch.setenv("PAINTRACK_PLAIN", "0")
    assert paintrack(typed.format("")).err == without_option(drawn)


def without_option(refusal: str) -> str:
    """The refusal as it is without the option, which a command to copy keeps."""
    return refusal.replace(" --no-plain", "").replace(" --plain", "")


def test_after_two_dashes_it_is_no_option(paintrack: Paintrack, diary: Path) -> None:
    assert "For yesterday:    paintrack" in paintrack("note --at 23:59 -- --plain").err
    assert "For yesterday: paintrack" in paintrack("note --at 23:59 --plain -- x").err


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\x00" + bytes(90)])
def test_a_damaged_file_hides_no_refusal(content: bytes, paintrack: Paintrack, diary: Path) -> None:
    diary.write_bytes(content)
    refused = paintrack("rate 5 --at 23:59")
    assert refused.err.startswith("Nothing saved. 23:59 is in the future")
    assert paintrack("rate 5").err == paintrack("rate 5 --plain").err != ""
    assert paintrack("effect fainted").err.startswith("GET HELP.")


def test_before_the_file_is_open_the_setting_counts(
    paintrack: Paintrack, diary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert paintrack("config set plain yes").code == 0
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    for typed in ("effect fainted", "log 7 3 --for neck --side-effect 'bruise, no nausea at all'"):
        result = paintrack(typed)
        assert result.code == 0
        assert max(map(len, result.err.splitlines())) > 60
        assert stumbling_lines(result.err) == []
