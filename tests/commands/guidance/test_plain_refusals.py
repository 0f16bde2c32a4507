"""What is said on standard error with `--plain`: no columns and no arrows, and each command as it is to be copied."""

import shlex
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.guidance.guessed_phrases import BESIDE_SCORES, DESCRIBED, SENTENCES
from tests.commands.guidance.guessed_places import NOTHING, PLACES
from tests.commands.guidance.guessed_values import BEHIND, FREE_TEXT, OPTIONS
from tests.commands.guidance.guesses import LISTED, WORDS
from tests.commands.guidance.refused_lines import REFUSED
from tests.commands.named_commands import named_command_lines
from tests.commands.read_aloud import stumbling_lines
from tests.program import Paintrack, Result

GUESSED = [typed for typed, _ in LISTED + WORDS + PLACES + BEHIND + OPTIONS + FREE_TEXT + BESIDE_SCORES]
TYPED = [*GUESSED, *(typed for typed, _ in DESCRIBED + SENTENCES), *NOTHING, *REFUSED]
TYPED_AGAIN = ["rate 23", "log '7 -> 5'", "before 7 --at '3 jul  -> x'", "tredn '6 = six'", "'a  b'"]


@pytest.fixture
def say(
    paintrack: Paintrack, diary: Path, template: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str, str], Result]:
    """Types a command line in a fresh copy of the diary, on a terminal, with PAINTRACK_PLAIN set or not."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

    def say(typed: str, is_plain: str) -> Result:
        shutil.copy(template, diary)
        for each in Path().iterdir():
            if each.is_file():
                each.unlink()
        monkeypatch.setenv("PAINTRACK_PLAIN", is_plain)
        monkeypatch.setenv("COLUMNS", "80")
        return paintrack(typed)

    return say


@pytest.mark.parametrize("typed", [*TYPED, *TYPED_AGAIN])
def test_a_refusal_is_plain_and_its_commands_are_whole(typed: str, say: Callable[[str, str], Result]) -> None:
    drawn, plain = say(typed, "0"), say(typed, "1")
    assert plain.code == drawn.code
    assert stumbling_lines(plain.err, shlex.split(typed)) == []
    assert {*named_command_lines(plain.err, with_placeholders=True)} == {
        *named_command_lines(drawn.err, with_placeholders=True)
    }


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
