"""What a command line that failed leads to: a command line that works when it is pasted."""

import re
import shlex
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paintrack.cli import COMMANDS
from paintrack.commands._shared.guidance.command_guesses import GUESSED_WORDS
from paintrack.commands._shared.guidance.command_words import WORDS_OF_COMMANDS
from paintrack.commands._shared.guidance.misplaced_names import KINDS_OF_COMMANDS
from tests.program import Clock, Paintrack

# What the issue lists, and what it leads to.
LISTED = [
    ("add", ["log 7 3"]),
    ("new", ["log 7 3"]),
    ("report", ["summary"]),
    ("print", ["summary"]),
    ("pdf", ["summary"]),
    ("page", ["summary"]),
    ("chart", ["trend"]),
    ("graph", ["trend"]),
    ("plot", ["trend"]),
    ("stats", ["trend", "compare"]),
    ("history", ["list"]),
    ("ls", ["list"]),
    ("rename", ['conditions rename "lower back" NAME']),
    ("remove", ["delete last"]),
    ("rm", ["delete last"]),
    ("fix", ["edit last --after 4"]),
    ("correct", ["edit last --after 4"]),
    ("today", ["status"]),
    ("version", ["--version"]),
    ("doctor", ["file"]),
    ("check", ["file"]),
    ("fainted", ["effect fainted"]),
    ("bruise", ["effect bruise"]),
    ("before 7 --for lower back", ['before 7 --for "lower back"']),
    ("before 7 --with Dr Li", ['before 7 --with "Dr Li"']),
    ("log 7 3 --points LI4 ST36", ['log 7 3 --points "LI4,ST36"']),
    ("log 7 3 yesterday", ["log 7 3 --at yesterday"]),
    ("log 7 3 migraine", ["log 7 3 --for migraine"]),
    ("trend migraine", ["trend --for migraine"]),
    ("list 'lower back'", ['list --for "lower back"']),
    ("undo 3", ["undo --steps 3", "delete 3"]),
    ("before lower back 7", ['before 7 --for "lower back"']),
    ("log 7/3", ["log 7 3"]),
    ("7 3", ["log 7 3"]),
]
# Guesses of our own: other words, ...
WORDS = [
    ("record 7 3", ["log 7 3"]),
    ("add 7 3 lower back", ['log 7 3 --for "lower back"']),
    ("add --for lower back 7 3", ['log 7 3 --for "lower back"']),
    ("start 6", ["before 6"]),
    ("finish", ["log 7 3"]),
    ("pain 5", ["rate 5"]),
    ("curve migraine", ["trend --for migraine"]),
    ("helping", ["trend"]),
    ("diary", ["list"]),
    ("rename migraine headache", ["conditions rename migraine headache"]),
    ("rename neck shoulder", ["conditions rename neck shoulder"]),
    ("rename Dr Li Dr Lee", ['practitioners rename "Dr Li" "Dr Lee"']),
    ("rename Dr Li", ['practitioners rename "Dr Li" NAME']),
    ("rm r1", ["delete r1"]),
    ("rm 1 2 last", ["delete 1 2 last"]),
    ("remove migraine", ["delete --for migraine"]),
    ("erase", ["delete last", "purge"]),
    ("wipe n1", ["purge n1"]),
    ("wipe last", ["purge"]),
    ("dump copy.db", ["backup copy.db", "export history.json"]),
    ("snapshot copy.age", ["backup"]),
    ("encrypt", ["backup --encrypt paintrack-backup.age"]),
    ("recover", ["restore paintrack-backup.db", "file"]),
    ("recover paintrack-backup.db", ["restore paintrack-backup.db", "file"]),
    ("where", ["file"]),
    ("repair", ["file --fix"]),
    ("rescue", ["file --salvage salvaged.db"]),
    ("sync", ["merge laptop.db --dry-run"]),
    ("merge", ["merge laptop.db"]),
    ("fix 1", ["edit 1 --after 4 --for neck"]),
    ("fix 2 --after 2", ["edit 2 --after 2"]),
    ("correct r1", ["edit r1 --score 4"]),
    ("correct n1", ["edit n1 --text TEXT"]),
    ("remark slept well", ["note slept well"]),
    ("notes", ["note --list"]),
    ("medication ibuprofen", ["note ibuprofen", "rate 5 --took ibuprofen"]),
    ("questions", ["question --list"]),
    ("goal 4", ["plan set --goal 4"]),
    ("revert", ["undo"]),
    ("rollback 2", ["undo --steps 2", "delete 2"]),
    ("view 2", ["show 2"]),
    ("price", ["costs"]),
    ("relief", ["trend --relief"]),
    ("practitioner", ["practitioners"]),
    ("therapist Dr Li", ['list --with "Dr Li"']),
    ("point ST36", ["points ST36"]),
    ("acupoint hegu", ["points hegu"]),
    ("acupoint 3", ["points"]),
    ("csv", ["export history.csv"]),
    ("load", ["import history.csv --dry-run"]),
    ("settings", ["config"]),
    ("tutorial", ["demo"]),
    ("manual", ["--help"]),
    ("scale", ["help scale"]),
    ("much better", ['overall "much better"']),
    ("migraine", ["trend --for migraine"]),
    ("2", ["before 2", "rate 2"]),
    ("12", ["show 12"]),
    ("last", ["show last"]),
    ("blue mark", ["effect blue mark"]),
    ("dizzy after session", ["effect dizzy after session"]),
    ("lgo 7 3", ["log 7 3"]),
    ("befor 7", ["before 7"]),
    ("aftre 3", ["after 3"]),
    ("lst", ["list"]),
    ("exprot out.csv", ["export out.csv"]),
    ("prints", ["summary"]),
    ("-q add 7 3", ["log 7 3 -q"]),
]
# ... and words in another place than where a command takes them.
PLACES = [
    ("7", ["before 7", "rate 7"]),
    ("7/3", ["log 7 3"]),
    ("7 3 migraine", ["log 7 3 --for migraine"]),
    ("migraine 5", ["before 5 --for migraine", "rate 5 --for migraine"]),
    ("headache 7 3", ["log 7 3 --for headache", "log 7 3 --side-effect headache"]),
    ("7 3 --for neck", ["log 7 3 --for neck"]),
    ("log yesterday 7 3", ["log 7 3 --at yesterday"]),
    ("log 7 3 2 days ago", ['log 7 3 --at "2 days ago"']),
    ("log 3 jul 7 3", ['log 7 3 --at "3 jul"']),
    ("log 7 3 migraine yesterday", ["log 7 3 --for migraine --at yesterday"]),
    ("log 7 3 --at yesterday 9am", ['log 7 3 --at "yesterday 9am"']),
    ("log 7 3 for lower back with Dr Li", ['log 7 3 --for "lower back" --with "Dr Li"']),
    ("log 7 3 Dr Li", ['log 7 3 --with "Dr Li"']),
    ("log 7 3 cupping", ["log 7 3 --technique cupping"]),
    ("log 7 3 bruise", ["log 7 3 --for bruise", "log 7 3 --side-effect bruise"]),
    ("log 7 3 LI4 ST36", ['log 7 3 --points "LI4,ST36"']),
    ("log 7 3 slept well --for neck", ['log 7 3 --for neck --note "slept well"']),
    ("log --note took 2 pills 7 3", ['log 7 3 --note "took 2 pills"']),
    ("log 7 to 3", ["log 7 3"]),
    ("log 7 3 5", ["log 7 3"]),
    ("log migraine", ["log 7 3 --for migraine"]),
    ("before 7 8", ["before 7", "log 7 8"]),
    ("rate 7/3", ["rate 7", "log 7 3"]),
    ("show", ["show last"]),
    ("show session 1", ["show 1"]),
    ("show reading 1", ["show r1"]),
    ("show '#1'", ["show 1"]),
    ("edit 1 --for lower back --after 3", ['edit 1 --for "lower back" --after 3']),
    ("edit 1 lower back --after 2", ['edit 1 --after 2 --for "lower back"']),
    ("edit 2 after 2", ["edit 2 --after 2"]),
    ("delete 1,2", ["delete 1 2"]),
    ("delete 1, 2 and n1 -q", ["delete 1 2 n1 -q"]),
    ("delete sessions 1 2", ["delete 1 2"]),
    ("delete '#1' reading 1", ["delete 1 r1"]),
    ("delete lower back", ['delete --for "lower back"']),
    ("conditions lower back", ['list --for "lower back"']),
    ("conditions list --json", ["conditions --json"]),
    ("conditions delete migraine", ["delete --for migraine"]),
    ("conditions rename", ['conditions rename "lower back" NAME']),
    ("conditions rename lower back hip --json", ['conditions rename "lower back" hip --json']),
    ("practitioners Dr Li", ['list --with "Dr Li"']),
    ("practitioners rename Dr Li Dr Lee", ['practitioners rename "Dr Li" "Dr Lee"']),
    ("list last 5", ["list --last 5"]),
    ("list 5", ["list --last 5"]),
    ("list yesterday", ["list --since yesterday"]),
    ("list last month", ['list --since "last month" --until "last month"']),
    ("costs 2026", ["costs --since 2026"]),
    ("list Dr Li", ['list --with "Dr Li"']),
    ("list LI4", ["list --point LI4"]),
    ("list json", ["list --json"]),
    ("trend relief", ["trend --relief"]),
    ("trend migrane", ["trend --for migraine"]),
    ("trend --for lower back", ['trend --for "lower back"']),
    ("summary lower back", ['summary --for "lower back"']),
    ("compare points", ["compare --by point"]),
    ("plan 10", ["plan set --sessions 10"]),
    ("plan goal 3", ["plan set --goal 3"]),
    ("plan set --for lower back --goal 3", ['plan set --for "lower back" --goal 3']),
    ("plan migraine", ["plan --for migraine"]),
    ("status today", ["status"]),
    ("undo r1", ["delete r1"]),
    ("undo last", ["undo"]),
    ("redo 2", ["redo --steps 2"]),
    ("purge note 1", ["purge n1"]),
    ("purge '#2'", ["purge 2"]),
    ("purge lower back", ['purge --for "lower back"']),
    ("file check", ["file"]),
    ("restore", ["restore paintrack-backup.db"]),
    ("backup copy.db today", ["backup copy.db"]),
    ("export", ["export history.csv"]),
    ("help chart", ["trend --help"]),
    ("config currency EUR", ["config set currency EUR"]),
]
NOTHING = [
    "qqqqq",
    "log 11 3",
    "log 7,5 3",
    "log 7 -1",
    "before 7/10",
    "show x",
    "delete 1 x",
    "delete 1 migraine",
    "conditions hip",
    "practitioners delete Dr Li",
    "list --last 0",
    "log 7 3 --at soon",
    "peg 6 7",
    "backup copy.age",
    "purge last",
    "purge yes",
]
# What the diary of these tests does not have; the command line is right all the same.
STATE = r"There is no session \d+\.|There is no reading r|Only \d changes can be"
# What a pasted command line may leave in the current folder.
WRITTEN = (
    "history.csv",
    "history.json",
    "history.fhir.json",
    "out.csv",
    "copy.db",
    "paintrack-backup.db",
    "paintrack-backup.age",
    "salvaged.db",
)
# They ask on a terminal.
NEEDS_YES = ("delete", "undo", "redo --steps", "restore", "purge")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the file of `diary` is kept once it is made."""
    return tmp_path_factory.mktemp("diary") / "diary.db"


@pytest.fixture
def diary(
    paintrack: Paintrack, file: Path, template: Path, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A file with two sessions, a reading, a note, a plan, and two changes that were taken back; cwd is its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAINTRACK_PASSPHRASE_COMMAND", "echo correct horse battery")
    if not template.exists():
        clock.set("2026-07-06 09:00")
        for typed in (
            "log 7 3 --for neck --also 'lower back=6:2' --at 2026-07-01 --with 'Dr Li'",
            "log 8 4 --for 'lower back' --at 2026-07-03 --points LI4 --cost 85",
            "rate 5 --for migraine --at 2026-07-04",
            "note new bed",
            "plan set --for migraine --goal 3",
            "plan set --for 'lower back' --goal 3",
            "rate 2",
            "rate 3",
            "undo --steps 2 --yes",
        ):
            assert paintrack(typed).code == 0
        shutil.copy(file, template)
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(template, file)
    clock.set("2026-07-06 14:02")
    return file


def suggestions(paintrack: Paintrack, typed: str | Sequence[str]) -> list[str]:
    """The command lines, without `paintrack`, that the refusal of one names."""
    refused = paintrack(typed)
    assert (refused.code, refused.out) == (2, "")
    assert "Internal error" not in refused.err
    if "Did you mean" not in refused.err:
        return []
    return re.findall(r"^(?:.*Did you mean:|  ) ?paintrack (.+)$", refused.err, re.MULTILINE)


def paste(paintrack: Paintrack, command_line: str, diary: Path, template: Path) -> None:
    """Run a command line in a fresh copy of the diary, as a shell would; it must work."""
    shutil.copy(template, diary)
    for written in WRITTEN:
        Path(written).unlink(missing_ok=True)
    if command_line.startswith("import"):
        assert paintrack("export history.csv").code == 0
    if command_line.startswith("merge"):
        shutil.copy(template, "laptop.db")
    elif command_line.startswith("restore"):
        assert paintrack("backup paintrack-backup.db").code == 0
    elif command_line.startswith("after"):
        assert paintrack("before 7").code == 0
    yes = " --yes" if command_line.startswith(NEEDS_YES) else ""
    result = paintrack(command_line + yes)
    assert result.code == 0 or re.search(STATE, result.err), (command_line, result.err)


@pytest.mark.parametrize(("typed", "expected"), LISTED + WORDS + PLACES)
def test_a_guess_is_led_right(
    typed: str, expected: list[str], paintrack: Paintrack, diary: Path, template: Path
) -> None:
    assert suggestions(paintrack, typed) == expected
    for command_line in expected:
        paste(paintrack, command_line, diary, template)


def test_there_are_enough_guesses() -> None:
    assert len(LISTED) >= 34
    assert len(WORDS) >= 40
    assert len({typed for typed, _ in LISTED + WORDS + PLACES}) == len(LISTED + WORDS + PLACES)


@pytest.mark.parametrize("typed", NOTHING)
def test_nothing_is_suggested_where_nothing_is_meant(typed: str, paintrack: Paintrack, diary: Path) -> None:
    assert suggestions(paintrack, typed) == []


@pytest.mark.parametrize("rest", ["", "2", "7 3", "lower back 5", "--json"])
def test_every_word_of_the_table_leads_on(rest: str, paintrack: Paintrack, diary: Path, template: Path) -> None:
    by_word = {word: suggestions(paintrack, shlex.split(f"{word} {rest}")) for word in GUESSED_WORDS}
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
    assert suggestions(paintrack, "finish") == ["after 3"]
    assert suggestions(paintrack, "start") == ["after 3"]
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
    other = option.format(tmp_path / "other.db")
    paintrack(f"{other} rate 3 --for hip")
    assert suggestions(paintrack, f"trend hipp {other}")[0].startswith("trend ")
    assert "--for hip" in suggestions(paintrack, f"{other} trend 'HIP'")[0]
    assert "--for hip" in suggestions(paintrack, f"{other} hip")[0]


def test_what_steers_a_terminal_leads_nowhere(paintrack: Paintrack) -> None:
    assert suggestions(paintrack, ["log", "7", "3", "a\x1b[31mb"]) == []
    assert suggestions(paintrack, ["add\n", "7", "3"]) == []


def test_what_a_shell_would_read_is_quoted(paintrack: Paintrack) -> None:
    (line,) = suggestions(paintrack, ["log", "7", "3", "--for", "a$(b)", "`c`;d"])
    assert shlex.split(line) == ["log", "7", "3", "--for", "a$(b) `c`;d"]


POOL = [
    "7", "3", "11", "7/3", "0", "12", "r1", "n1", "last", "reading", "yesterday", "3 jul", "2 days ago", "lower",
    "back", "lower back", "migraine", "neck", "bruise", "Dr", "Li", "LI4", "hegu", "cupping", "with", "for", "at",
    "note", "json", "all", "date", "set", "end", "--for", "--at", "--note", "--with", "--points", "--last",
    "--since", "--json", "-q", "--after", "--", "-", "", "2026", "monday", "x.csv", "'", '"', "--goal", "--steps",
    "goal", "after", "better", "rename", "and", "1,2", "--new",
]  # fmt: skip


# The fixtures are the same for every example: each begins with a fresh copy of the diary.
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    command=st.sampled_from([*WORDS_OF_COMMANDS, *KINDS_OF_COMMANDS, *GUESSED_WORDS, ""]),
    words=st.lists(st.sampled_from(POOL), max_size=5),
)
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
        assert "Did you mean" not in again.err, (typed, line)
        assert not re.search("unexpected|No such option|Missing", again.err), (typed, line)
