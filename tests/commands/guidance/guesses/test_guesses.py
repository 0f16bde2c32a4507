"""What a guess is answered: the command lines that are meant, each whole, for a voice too, and each works when pasted.

All is asked of one answer, since the guesses are many.
"""

import shlex
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.guidance.guesses.guessed_by_patients import OF_PATIENTS
from tests.commands.guidance.guesses.guessed_commands import LISTED, WORDS
from tests.commands.guidance.guesses.guessed_entry_references import ALL_OF_IT, BY_PLACE, ONE_NAME, VALUE_FIRST
from tests.commands.guidance.guesses.guessed_option_values import BEHIND, FREE_TEXT, OPTIONS
from tests.commands.guidance.guesses.guessed_phrases import BESIDE_SCORES, DESCRIBED, SENTENCES
from tests.commands.guidance.guesses.guessed_times import TIMES
from tests.commands.guidance.guesses.guessed_wellbeing_and_medicines import STATES
from tests.commands.guidance.guesses.guessed_word_order import NOTHING, PLACES
from tests.commands.guidance.guesses.lines_without_expected_suggestion import REFUSED
from tests.commands.guidance.suggestion_runner import paste_all_named, remove_written, suggested
from tests.commands.lines_unfit_for_speech import stumbling_lines
from tests.commands.named_commands import named_command_lines
from tests.program import Paintrack, Result

GUESSED = [
    *(LISTED + WORDS + PLACES + BEHIND + OPTIONS + FREE_TEXT + BESIDE_SCORES + DESCRIBED + SENTENCES),
    *(OF_PATIENTS + TIMES + STATES),
    *(BY_PLACE + ALL_OF_IT + VALUE_FIRST + ONE_NAME),
    # Nothing is meant.
    *((typed, []) for typed in NOTHING),
]
# Their answers name long commands.
LONG = [
    "log 7 4 --for 'nek pain' --with 'Dr Weber' --points ST36,LI4 --at '2 jul' --cost 65 --covered 40",
    "rate 5 --for 'lower bakc' --took 'ibuprofen 400' --note 'after a long day in the garden' --at '5 jul 9pm'",
    "plan --for 'lower back' --sessions 10 --goal 3 --at '1 jul'",
    "restore 'a folder with a long name/and a file with a long name.db'",
    "summary --since last-summary",
    "after 6 --for 'lower back' --took ibuprofen --note 'a long way home'",
]
# They are said again, letter by letter, also to a voice.
SAID_AGAIN = ["rate 23", "log '7 -> 5'", "before 7 --at '3 jul  -> x'", "tredn '6 = six'", "'a  b'"]


@pytest.fixture
def answer(paintrack: Paintrack, diary: Path, template: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """What a command line answers on a terminal, in a fresh copy of the diary."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

    def answer(typed: str, columns: int, *, plain: bool = False) -> Result:
        shutil.copy(template, diary)
        remove_written()
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setenv("PAINTRACK_PLAIN", str(int(plain)))
        return paintrack(typed)

    return answer


def named(text: str) -> set[str]:
    """The command lines that an answer names, some with a word such as SCORE in the place of a value."""
    return {*named_command_lines(text, with_placeholders=True)}


@pytest.mark.parametrize(
    ("typed", "expected"), [*GUESSED, *((typed, None) for typed in [*REFUSED, *LONG, *SAID_AGAIN])]
)
def test_a_guess_is_led_right(
    typed: str, expected: list[str] | None, answer: Callable[..., Result], paintrack: Paintrack, diary: Path
) -> None:
    """`expected` is None where other commands are named than those that may be meant."""
    wide, narrow, plain = answer(typed, 5000), answer(typed, 40), answer(typed, 80, plain=True)
    drawn = answer(typed, 80)
    assert expected is None or suggested(wide) == expected
    # A terminal wraps a long line itself. Of two lines the first may be a command of its own, with half the options.
    assert named(narrow.err + narrow.out) | named(drawn.err + drawn.out) <= named(wide.err + wide.out)
    assert (plain.code, named(plain.err)) == (drawn.code, named(drawn.err))
    assert stumbling_lines(plain.err, shlex.split(typed)) == []
    paste_all_named(paintrack, drawn, diary)


def test_there_are_enough_guesses() -> None:
    assert len(LISTED) >= 34
    assert len(WORDS) >= 40
    assert len({typed for typed, _ in GUESSED}) == len(GUESSED)
