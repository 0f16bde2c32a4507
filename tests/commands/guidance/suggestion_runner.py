"""Command lines that an answer names, pasted as a person would."""

import re
import shlex
import shutil
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from tests.commands.named_commands import named_command_lines
from tests.program import Paintrack, Result, unwrapped

STATE = (
    r"There is no session \d+\.|There is no reading r|Only \d changes can be|No next visit is saved"
    r"|No \"[^\"]+\" waits for its outcome"
    # Asked for on a terminal.
    r"|The score is missing|Say which copy to restore|You typed nothing"
)
# What a pasted command line may leave in the current folder.
WRITTEN = (
    "next.ics", "history.csv", "history.json", "history.fhir.json", "out.csv", "copy.db", "paintrack-backup.db",
    "paintrack-backup.age", "salvaged.db", "page.html", "page.pdf", "page.md", "chart.svg", "statement.html",
    "statement.pdf",
)  # fmt: skip
# They ask on a terminal.
NEEDS_YES = ("delete", "undo", "redo --steps", "restore", "purge", "conditions rename")


def suggestions(paintrack: Paintrack, typed: str | Sequence[str]) -> list[str]:
    """The command lines, without `paintrack`, that the refusal of one suggests."""
    return suggested(paintrack(typed))


def suggested(refused: Result) -> list[str]:
    """The command lines, without `paintrack`, that a refusal suggests."""
    assert (refused.code, refused.out) == (2, "")
    assert "Internal error" not in refused.err
    if "Did you mean" not in refused.err:
        return []
    return re.findall(r"^(?:.*Did you mean:|  ) ?paintrack (.+)$", refused.err, re.MULTILINE)


def remove_written() -> None:
    """Remove what a pasted command line may have left in the current folder."""
    for written in WRITTEN:
        Path(written).unlink(missing_ok=True)


def paste(paintrack: Paintrack, command_line: str, diary: Path, template: Path, *, keeps_files: bool = False) -> Result:
    """What a command line answers in a fresh copy of the diary, as a shell runs it; it must work.

    `keeps_files`: it is pasted from the answer to one that wrote a file.
    """
    shutil.copy(template, diary)
    if not keeps_files:
        remove_written()
    if command_line.startswith("import"):
        exported = "history.json" if "history.json" in command_line else "history.csv"
        assert paintrack(f"export {exported}").code == 0
    if command_line.startswith("merge"):
        shutil.copy(template, "laptop.db")
    elif command_line.startswith("restore") and not keeps_files:
        assert paintrack("backup paintrack-backup.db").code == 0
    elif command_line.startswith("after"):
        # One that waits for this score: of the same condition, on the same day.
        words = shlex.split(command_line)
        same = [word for pair in pairwise(words) if pair[0] in ("--for", "--at") for word in pair]
        assert paintrack(["before", "7", *same]).code == 0
    yes = " --yes" if not command_line.endswith("--yes") and command_line.startswith(NEEDS_YES) else ""
    result = paintrack(command_line + yes)
    if {*shlex.split(command_line)} & {"SCORE", "BEFORE", "TEXT", "NAME"}:
        # With a score or a word in its place it works.
        assert (result.code, "Did you mean" in result.err) == (2, False), (command_line, result.err)
        scored = re.sub(r"\b(SCORE|BEFORE|AFTER)\b", "4", command_line)
        return paste(paintrack, re.sub(r"\b(TEXT|NAME)\b", "words", scored), diary, template)
    assert result.code == 0 or re.search(STATE, result.err), (command_line, result.err)
    return result


def paste_all_named(paintrack: Paintrack, answer: Result, diary: Path) -> None:
    """Paste each command line that the answer names, and then each that its own answer names; all must work."""
    after = diary.with_name("after.db")
    shutil.copy(diary, after)
    for command_line in named_command_lines(answer.err + answer.out):
        key = after.read_bytes(), command_line
        if key not in _WORKED:
            _paste_with_next(paintrack, command_line, diary, after)
            _WORKED.add(key)


# What was pasted already into which diary: many a refusal names the same line.
_WORKED: set[tuple[bytes, str]] = set()


def _paste_with_next(paintrack: Paintrack, command_line: str, diary: Path, start: Path) -> None:
    result = paste(paintrack, command_line, diary, start)
    # A page of help is prose; its command lines have their own test.
    if result.code or command_line.startswith("help "):
        return
    has_written = any(Path(written).exists() for written in WRITTEN)
    then = diary.with_name("then.db")
    shutil.copy(diary, then)
    answer_text = result.err + result.out
    for next_line in named_command_lines(answer_text):
        next_start = then
        if f"paintrack undo, then: paintrack {next_line}" in unwrapped(answer_text):
            next_start = diary.with_name("undone.db")
            shutil.copy(then, diary)
            assert paintrack("undo --yes").code == 0
            shutil.copy(diary, next_start)
        paste(paintrack, next_line, diary, next_start, keeps_files=has_written)
