"""In a real terminal: what is asked and answered, and where what a new user types leads, as screens that somebody has
looked at."""

import re
import shlex
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

from tests.gold import check_gold
from tests.in_terminal.terminal_in_tmux import Terminal
from tests.program import PATIENCE_SECONDS, ROOT, Paintrack, quoted

pytestmark = pytest.mark.outside

GOLD = Path(__file__).parent / "gold"
# The program, at a time that is always the same: that of the fixture `clock`.
PROGRAM = f"""
import sys
from datetime import UTC, datetime
sys.path.insert(0, {str(ROOT)!r})
from paintrack.cli import main
from paintrack.commands._shared import context
context.clock = lambda: datetime(2026, 7, 6, 12, 2, tzinfo=UTC).astimezone()
sys.exit(main())
"""


class Patient:
    """A person at a terminal, who types `paintrack` and answers."""

    def __init__(self, folder: Path, columns: int, **environment: str) -> None:
        self._folder, self._columns = folder, columns
        program = folder / "program.py"
        program.write_text(PROGRAM)
        script = folder / "paintrack"
        script.write_text(f"#!/bin/sh\nexec '{sys.executable}' '{program}' \"$@\"\n")
        script.chmod(0o700)
        variables = {
            "HOME": str(folder), "PAINTRACK_DB": str(folder / "own.db"), "LC_ALL": "C.UTF-8", "TERM": "screen-256color",
            "TZ": "Europe/Berlin", "PATH": f"{folder}:/usr/bin:/bin", **environment,
        }  # fmt: skip
        self._terminal = Terminal(columns, variables, folder)

    def type(self, *lines: str) -> None:
        """Type each line once the screen waits for it."""
        for line in lines:
            before = self._waiting()
            if line.startswith("^"):
                self._terminal.press(f"C-{line[1:]}")
            else:
                self._terminal.type(line)
            self._waiting(after=before)

    def check(self, name: str) -> None:
        """Hold the screen against its gold file, without the last line for the next command."""
        screen = "\n".join(line.rstrip() for line in self._waiting().split("\n"))
        screen = screen.replace(self._folder.name, "x" * len(self._folder.name))
        check_gold(GOLD / f"{name}-{self._columns}.txt", screen.removesuffix("ready>").rstrip() + "\n")

    def close(self) -> None:
        """Leave."""
        self._terminal.close()

    def _waiting(self, *, after: str = "") -> str:
        """The screen once it waits for an answer or a command, and is another one than `after`."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while (shown := self._terminal.shown()) == after or not re.search(r"(:|ready>|Ctrl-D\.|pillow\.)$", shown):
            assert time.monotonic() < deadline, shown
            time.sleep(0.05)
        return shown


class Recorder:
    """Fills the diary of a test, without a terminal."""

    def __init__(self, paintrack: Paintrack, diary: Path, filled: Path) -> None:
        """`filled` is a folder in which what was recorded is kept for the next test that records the same."""
        self._paintrack, self._diary, self._filled = paintrack, diary, filled

    def __call__(self, *commands: str) -> None:
        """Begin the diary with commands that ask nothing and whose answers nobody sees."""
        assert not self._diary.exists()
        kept = self._filled / str(hash(commands))
        if not kept.exists():
            for command in commands:
                program, *words = shlex.split(command)
                assert program == "paintrack"
                assert self._paintrack([*words, "--db", str(self._diary)]).code == 0
            shutil.copy(self._diary, kept)
        shutil.copy(kept, self._diary)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("filled")


@pytest.fixture
def record(paintrack: Paintrack, tmp_path: Path, filled: Path) -> Recorder:
    return Recorder(paintrack, tmp_path / "own.db", filled)


@pytest.fixture(params=[40, 80])
def patient(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Patient]:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\necho "new pillow since May" > "$1"\n')
    editor.chmod(0o700)
    person = Patient(tmp_path, request.param, EDITOR=quoted(editor))
    yield person
    person.close()


def test_log_hides_the_first_score_and_goes_back(record: Recorder, patient: Patient) -> None:
    record(
        "paintrack -q log 7 3 --for migraine --at 2026-07-01",
        "paintrack -q log 7 3 --for 'lower back' --at 2026-07-03",
    )
    patient.type(
        "paintrack log", "2", "tomorrow", "yesterday 15:00", "11", "8", "<", "7", "3", "LI4 ST36", "", "slept badly"
    )
    patient.check("ask-log")


def test_log_leaves_the_score_where_nothing_is_erased(tmp_path: Path) -> None:
    person = Patient(tmp_path, 80, TERM="dumb")
    person.type("paintrack log", "", "", "7", "3", "", "", "")
    person.check("ask-log-dumb")
    person.close()


def test_before_and_after(patient: Patient) -> None:
    patient.type("paintrack before", "neck", "8", "")
    patient.type("paintrack after", "3", "", "bruise", "")
    patient.check("ask-before-after")


def test_after_with_two_open_conditions(record: Recorder, patient: Patient) -> None:
    record("paintrack -q before 8 --for neck --also migraine=5")
    patient.type("paintrack after", "2", "1", "", "", "")
    patient.check("ask-after-several")


def test_rate(patient: Patient) -> None:
    patient.type("paintrack rate", "neck", "12", "4")
    patient.check("ask-rate")


def test_a_step_back_from_yes_or_no(record: Recorder, patient: Patient) -> None:
    record("paintrack -q log 7 3 --for 'lower back'")
    patient.type("paintrack rate", "lowr back", "x", "<", "1", "4")
    patient.check("ask-step-back")


def test_rate_of_several_conditions(patient: Patient) -> None:
    patient.type("paintrack rate 5 --for neck --also knee=4")
    patient.check("ask-rate-also")


def test_effect(record: Recorder, patient: Patient) -> None:
    record("paintrack -q log 7 3")
    patient.type("paintrack effect", "", "bruise")
    patient.check("ask-effect")


@pytest.mark.parametrize(("key", "name"), [("^c", "interrupted"), ("^d", "ended")])
def test_a_stop_saves_nothing(key: str, name: str, patient: Patient, tmp_path: Path) -> None:
    patient.type("paintrack log", "neck", "", "7", key, "echo code $?")
    patient.check(f"ask-{name}")
    assert not (tmp_path / "own.db").exists()


def test_a_stop_behind_the_scores_names_the_line_that_saves_them(patient: Patient, tmp_path: Path) -> None:
    patient.type("paintrack log", "lower back", "yesterday 15:00", "7", "3", "^c", "echo code $?")
    patient.check("ask-stopped-after-scores")
    assert not (tmp_path / "own.db").exists()


def test_a_note_in_the_editor(patient: Patient) -> None:
    patient.type("paintrack note --edit")
    patient.check("ask-editor")


def test_standard_input_says_what_it_waits_for(patient: Patient) -> None:
    patient.type("paintrack note -")
    patient.type("new pillow.", "^d")
    patient.type("paintrack import -")
    patient.type("^d")
    patient.check("ask-standard-input")


class Story(NamedTuple):
    """Commands whose answers are cleared away, and what is typed after them."""

    name: str
    recorded: tuple[str, ...]
    typed: tuple[str, ...]


WEEK = (
    'paintrack log 7 3 --for "lower back" --with "Dr Li" --points LI4 --at "1 jul 14:00"',
    'paintrack log 6 4 --also migraine=5:4 --at "3 jul 14:00" --side-effect bruise',
    'paintrack rate 5 --for migraine --at "4 jul"',
)
STORIES = (
    Story("guesses", WEEK, ("paintrack report", "paintrack fainted", "paintrack rename migraine headache")),
    Story(
        "wrong-place", WEEK, ("paintrack before 7 --for lower back", "paintrack log 7/3", "paintrack trend migraine")
    ),
    Story("two-open", ("paintrack before 7 --for neck --also migraine=5",), ("paintrack after 3",)),
    Story("last-and-undo", WEEK, ("paintrack show last", "paintrack undo 3", "paintrack undo --steps 2", "y")),
    Story("topic", (), ("paintrack help safety",)),
    Story("dates", WEEK, ('paintrack log 7 3 --at "thu 14:00"', "paintrack log 7 3 --at 03/07/2026")),
    Story("slip", WEEK, ('paintrack log 6 3 --for "lowr back" --at "5 jul"', "y")),
    Story("names", WEEK, ("paintrack conditions", "paintrack conditions rename migraine headache")),
    Story("delete-condition", WEEK, ("paintrack delete --for migraine", "y")),
    Story("twice", WEEK, ('paintrack log 6 4 --at "3 jul 15:00"', "paintrack before 7", "paintrack rate 3", "y")),
    Story("points", WEEK, ("paintrack points zusanli", "paintrack points")),
    Story("find", WEEK, ("paintrack list --grep bruise", 'paintrack list "lower back"')),
    Story("skipped", WEEK, ('paintrack log 7 3 --at "2026-03-29 02:30"', 'paintrack log 7 3 --at "2026-03-29 03:30"')),
    Story(
        "came-twice",
        WEEK,
        ('paintrack log 7 3 --at "2025-10-26 02:30"', 'paintrack log 6 3 --at "2025-10-26 02:30+0100"'),
    ),
    Story(
        "comma",
        WEEK,
        ('paintrack rate 3 --for "neck, left arm"', "n", 'paintrack edit 1 --rename-for "neck, left arm"', "y"),
    ),
    Story(
        "real-name",
        ('paintrack log 7 3 --at "1 jun"', 'paintrack log 6 3 --at "8 jun"'),
        ('paintrack log 6 2 --at "15 jun"', 'paintrack log 5 2 --at "22 jun"'),
    ),
    Story(
        "question-done",
        WEEK,
        ("paintrack question Is every second week enough", "paintrack question done q1", "paintrack question --list"),
    ),
    Story("next-visit", WEEK, ('paintrack remind --next "tue 14:00" -o next.ics', "paintrack status")),
)


@pytest.mark.parametrize("story", STORIES, ids=[each.name for each in STORIES])
def test_a_story_is_told_as_somebody_has_read_it(story: Story, record: Recorder, patient: Patient) -> None:
    if story.recorded:
        record(*story.recorded)
    patient.type(*story.typed)
    patient.check(f"story-{story.name}")


@pytest.mark.parametrize("columns", [40, 80])
def test_a_slip_in_a_path_says_that_a_new_diary_begins(columns: int, paintrack: Paintrack, filled: Path) -> None:
    # In a folder whose name is always as long, as the lines break behind it.
    with TemporaryDirectory(prefix="diary-", dir="/tmp") as folder:
        Recorder(paintrack, Path(folder) / "own.db", filled)(*WEEK)
        person = Patient(Path(folder), columns)
        person.type("paintrack --db phone.db log 7 3", "paintrack --db phone.db list")
        person.check("story-new-diary")
        person.close()
