"""What a command line that failed leads to: a command line that works when it is pasted."""

import io
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.cli import COMMANDS
from paintrack.commands._shared.guidance.command_arguments_and_examples import WORDS_OF_COMMANDS
from paintrack.commands._shared.guidance.command_guesses import GUESSED_WORDS, guessed_command_lines
from paintrack.commands._shared.guidance.suggestions.by_command.conditions_and_practitioners import KINDS_OF_COMMANDS
from paintrack.commands._shared.guidance.suggestions.by_command.removing.undeletion import brings_back
from paintrack.commands._shared.typer_invocation import FREE_TEXT as FREE_TEXT_COMMANDS
from tests.commands.guidance.suggestion_runner import paste, suggestions
from tests.example_counts import examples
from tests.program import Paintrack, quoted


def test_plans_are_listed_by_plan(paintrack: Paintrack, diary: Path) -> None:
    assert suggestions(paintrack, "list plans") == ["plan"]
    paintrack("log 7 3 --for plans")
    assert suggestions(paintrack, "list plans") == ["list --for plans"]


def test_files_are_merged_one_by_one(paintrack: Paintrack, diary: Path) -> None:
    assert suggestions(paintrack, "merge a.db b.db") == ["merge a.db", "merge b.db"]


@pytest.mark.parametrize("rest", ["", "2", "7 3", "lower back 5", "--json"])
def test_every_word_of_the_table_leads_on(rest: str, paintrack: Paintrack, diary: Path, template: Path) -> None:
    # Of entries that are not deleted it is said that they are not.
    back = [word for word in GUESSED_WORDS if brings_back(word) or guessed_command_lines(word, COMMANDS) == [["redo"]]]
    words = [word for word in GUESSED_WORDS if not rest or word not in back]
    by_word = {word: suggestions(paintrack, shlex.split(f"{word} {rest}")) for word in words}
    assert [word for word, command_lines in by_word.items() if not command_lines] == []
    # Many words lead to the same command line; each starts from the same diary.
    for command_line in {line: None for command_lines in by_word.values() for line in command_lines}:
        paste(paintrack, command_line, diary, template)


def test_no_word_of_the_table_is_a_command() -> None:
    assert not {*GUESSED_WORDS} & {*COMMANDS}


def test_every_command_with_limited_words_is_known() -> None:
    assert {*WORDS_OF_COMMANDS} <= {*COMMANDS}


def test_an_open_session_is_completed(paintrack: Paintrack, diary: Path) -> None:
    paintrack("before 7 --for neck")
    assert suggestions(paintrack, "4") == ["after 4", "rate 4"]
    assert suggestions(paintrack, "finish") == suggestions(paintrack, "start") == ["after SCORE"]
    assert suggestions(paintrack, "neck 4") == ["after 4 --for neck", "rate 4 --for neck"]
    assert suggestions(paintrack, "migraine 4") == ["before 4 --for migraine", "rate 4 --for migraine"]
    paintrack("before 6 --for migraine")
    assert suggestions(paintrack, "4") == ["rate 4"]


def test_no_diary_is_needed(paintrack: Paintrack, file: Path) -> None:
    assert suggestions(paintrack, "trend migraine") == ["trend --for migraine"]
    assert suggestions(paintrack, "7 3") == ["log 7 3"]
    assert suggestions(paintrack, "rename") == ["conditions rename pain NAME"]
    assert not file.exists()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("this is no diary")
    assert suggestions(paintrack, "trend migraine") == ["trend --for migraine"]


@pytest.mark.parametrize("option", ["--db {}", "--db={}"])
def test_the_names_come_from_the_diary_that_was_named(
    option: str, paintrack: Paintrack, tmp_path: Path, file: Path
) -> None:
    other = option.format(quoted(tmp_path / "other.db"))
    paintrack(f"{other} rate 3 --for hip")
    assert suggestions(paintrack, f"trend hipp {other}")[0].startswith("trend ")
    assert "--for hip" in suggestions(paintrack, f"{other} trend 'HIP'")[0]
    assert "--for hip" in suggestions(paintrack, f"{other} hip")[0]


def test_what_steers_a_terminal_leads_nowhere(paintrack: Paintrack) -> None:
    assert suggestions(paintrack, ["log", "7", "3", "a\x1b[31mb"]) == []
    assert suggestions(paintrack, ["add\n", "7", "3"]) == []


def test_what_a_shell_would_read_is_quoted(paintrack: Paintrack) -> None:
    (line,) = suggestions(paintrack, ["log", "7", "3", "--for", "a$(b)", "`c`&d"])
    assert shlex.split(line) == ["log", "7", "3", "--for", "a$(b) `c`&d"]


POOL = [
    "7", "3", "11", "7/3", "0", "12", "r1", "n1", "last", "reading", "yesterday", "3 jul", "2 days ago", "lower",
    "back", "lower back", "migraine", "neck", "bruise", "Dr", "Li", "LI4", "hegu", "cupping", "with", "for", "at",
    "note", "json", "all", "date", "set", "end", "--for", "--at", "--note", "--with", "--points", "--last",
    "--since", "--json", "-q", "--after", "--", "-", "", "2026", "monday", "x.csv", "'", '"', "--goal", "--steps",
    "goal", "after", "better", "rename", "and", "1,2", "--new", "--when", "out", "of", "10", "--also", "--cost", "EUR",
    "done", "q1", "page.html", "30 days", "--grep", "--comment", "9am", "7 3", "lower back, migraine", "session",
    "nothing", "no", "pain", "hours", "forgot", "july", "or", "worse", "since", "me", "how", "all", "day", "the",
]  # fmt: skip


@pytest.fixture
def empty_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input with nothing in it, for `note -`."""
    monkeypatch.setattr(sys, "stdin", io.StringIO())


# The fixtures are the same for every example: each begins with a fresh copy of the diary.
@examples(150)
@given(
    command=st.sampled_from([*WORDS_OF_COMMANDS, *KINDS_OF_COMMANDS, *FREE_TEXT_COMMANDS, *GUESSED_WORDS, ""]),
    words=st.lists(st.sampled_from(POOL), max_size=5),
)
@pytest.mark.usefixtures("empty_input")
def test_any_words_lead_to_command_lines_that_are_understood(
    command: str, words: list[str], paintrack: Paintrack, diary: Path, template: Path
) -> None:
    typed = [each for each in [command] if each] + words
    shutil.copy(template, diary)
    refused = paintrack(typed)
    assert "Internal error" not in refused.err
    for line in re.findall(r"^(?:.*Did you mean:|  ) ?paintrack (.+)$", refused.err, re.MULTILINE):
        shutil.copy(template, diary)
        again = paintrack(line)
        # A filter by a name that is not recorded shows what it can, with the name that may be meant.
        assert not again.code or "Did you mean" not in again.err, (typed, line)
        assert not re.search(
            "has no place here|is not an option of|behind it|takes no value|is missing behind", again.err
        ), (typed, line)


DATES = ("yesterday", "yesterday 9am", "2 days ago", "3 jul", "1 jul 2026 10:00", "an hour ago", "last tuesday")


@examples(60)
@given(
    typed=st.sampled_from(
        [("--for", "lower back"), ("--for", "left hip"), ("--with", "Dr Li"), ("--with", "Ann"), ("--points", "LI4")]
    ),
    date=st.sampled_from(DATES),
    command=st.sampled_from(["log 7 3", "before 7"]),
)
def test_a_date_behind_a_name_is_no_part_of_it(
    typed: tuple[str, str], date: str, command: str, paintrack: Paintrack, diary: Path
) -> None:
    option, value = typed
    (line,) = suggestions(paintrack, f"{command} {option} {value} {date}")
    assert shlex.split(line) == [*command.split(), option, value, "--at", date]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("edit 2 --points LI4 left foot", 'edit 2 --points LI4 --note "slept on it; left foot"'),
        ("edit 2 left foot --for 'lower back' --after 3", '--note "slept on it; left foot"'),
        ("fix 2 --points LI4 left foot", 'edit 2 --points LI4 --note "slept on it; left foot"'),
        # It is typed as the note.
        ("edit 2 --note left foot", 'edit 2 --note "left foot"'),
        ("edit 2 --comment left foot", 'edit 2 --note "left foot"'),
        ("edit 2 note left foot", 'edit 2 --note "left foot"'),
        ("edit 1 --points LI4 left foot", 'edit 1 --points LI4 --note "left foot"'),
    ],
)
def test_words_leave_the_note_of_a_session(typed: str, expected: str, paintrack: Paintrack, diary: Path) -> None:
    paintrack("edit 2 --note 'slept on it'")
    (line,) = suggestions(paintrack, typed)
    assert line.endswith(expected)
    assert paintrack(line).code == 0


@pytest.mark.parametrize("note", ["two\nlines", "a long one " * 9])
def test_a_long_note_is_left_as_it_is(note: str, paintrack: Paintrack, diary: Path) -> None:
    paintrack(["edit", "2", "--note", note])
    lines = suggestions(paintrack, "edit 2 --points LI4 left foot")
    assert lines == ["edit 2 --points LI4", 'note "left foot" --at 2026-07-03']
    for line in lines:
        assert paintrack(line).code == 0
    assert paintrack("show 2 --json").json["note"] == note.strip()


@pytest.mark.parametrize(
    ("typed", "period", "line"),
    [
        ("log 7 3 migraine october", "october", "log 7 3 --for migraine --at 2025-10-31"),
        ("log 7 3 left hip october", "october", 'log 7 3 --for "left hip" --at 2025-10-31'),
        ("log 7 3 --for neck oct 2025", "oct 2025", "log 7 3 --for neck --at 2025-10-31"),
        ("log 7 3 for migraine october", "october", "log 7 3 --for migraine --at 2025-10-31"),
        ("log 7 3 --for migraine october", "october", "log 7 3 --for migraine --at 2025-10-31"),
        ("log 7 3 --for hip october", "october", "log 7 3 --for hip --at 2025-10-31"),
        ("before 7 --with anna last month", "last month", "before 7 --with anna --at 2026-06-30"),
        ("log 7 3 --points LI4 october", "october", "log 7 3 --points LI4 --at 2025-10-31"),
        (
            "log 7 3 --points LI4 left foot october",
            "october",
            'log 7 3 --points LI4 --note "left foot" --at 2025-10-31',
        ),
        ("edit 1 --for neck october", "october", "edit 1 --for neck --at 2025-10-31"),
        ("rate 3 migraine last week", "last week", "rate 3 --for migraine --at 2026-07-05"),
    ],
)
def test_days_behind_a_name_are_no_part_of_it(
    typed: str, period: str, line: str, paintrack: Paintrack, diary: Path
) -> None:
    refused = paintrack(typed)
    assert refused.err == f"Nothing saved. {period} is not a single day. With the day, as in: paintrack {line}\n"
    assert paintrack(line).code == 0


def test_a_condition_may_be_called_like_days(paintrack: Paintrack, diary: Path) -> None:
    paintrack("rate 3 --for 'migraine october' --new")
    assert suggestions(paintrack, "log 7 3 migraine october") == ['log 7 3 --for "migraine october"']
    assert suggestions(paintrack, "log 7 3 --for migraine october") == ['log 7 3 --for "migraine october"']
    paintrack("rate 3 --for fine --new")
    assert suggestions(paintrack, "rate 4 fine now") == ["rate 4 --for fine --at now"]


@pytest.mark.parametrize("name", ["forgot", "nothing", "pain free", "all day", "sorry neck"])
def test_a_condition_may_be_called_like_a_remark(name: str, paintrack: Paintrack, diary: Path) -> None:
    paintrack(["rate", "3", "--for", name, "--new"])
    assert suggestions(paintrack, f"rate 4 {name}") == [f"rate 4 --for {shlex.quote(name).replace(chr(39), chr(34))}"]


@pytest.mark.parametrize(
    "typed", ["rate 5 neck this evening", "rate 5 this evening neck", "log 7 3 migraine this evening"]
)
def test_a_time_to_come_is_no_part_of_a_name(typed: str, paintrack: Paintrack, diary: Path) -> None:
    refused = paintrack(typed)
    assert "is in the future; only what has happened can be recorded." in refused.err
    assert "--for" not in refused.err or re.search('--for (neck|migraine) --at "yesterday evening"', refused.err)
