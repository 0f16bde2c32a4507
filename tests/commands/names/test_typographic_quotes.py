"""Quotation marks of a phone around a name are none of its letters, but where it is recorded with them."""

import io
import shlex
import sys
from pathlib import Path

import pytest

from paintrack.commands._shared.terminal.console import Console
from tests.commands.named_commands import named_command_lines
from tests.program import Paintrack, quoted

# Each reads or changes what is recorded of a condition, and of a practitioner.
READING = (
    "list --for NAME", "list --with PERSON", "trend --for NAME", "summary --for NAME", "summary --with PERSON",
    "export - --for NAME", "compare --for NAME", "plan --for NAME", "costs --with PERSON",
)  # fmt: skip
CHANGING = (
    "log 6 2 --for NAME --with PERSON", "log 6 2 --for knee --also NAME=5:4", "before 6 --for NAME",
    "rate 4 --for NAME",
    "rate 4 --for knee --also NAME=4",
    "plan set --goal 2 --for NAME",
    "edit 2 --for NAME --before 6", "edit 1 --with PERSON", "edit 1 --rename-for NAME", "delete --for NAME --yes",
    "conditions rename NAME hip", "practitioners rename PERSON Ann", "rate 4 --for=NAME",
)  # fmt: skip


@pytest.fixture
def older(paintrack: Paintrack, tmp_path: Path) -> Paintrack:
    """A diary in which names are recorded with marks, and only so."""
    sheet = tmp_path / "older.csv"
    rows = "session,2026-06-01,knee,7,3,Leo\nsession,2026-06-08,“Hals”,7,3,„Li“\n"
    sheet.write_text(f"kind,at,condition,before,after,practitioner\n{rows}", encoding="utf-8")
    assert paintrack(f"import {quoted(sheet)}").code == 0
    return paintrack


def names(paintrack: Paintrack) -> list[str]:
    """What is recorded: the conditions and the practitioners."""
    listed = [*paintrack("conditions --json").json, *paintrack("practitioners --json").json]
    return sorted(each.get("condition") or each["practitioner"] for each in listed)


def typed(line: str, condition: str, practitioner: str) -> list[str]:
    return [word.replace("NAME", condition).replace("PERSON", practitioner) for word in line.split()]


@pytest.mark.parametrize("line", READING + CHANGING)
def test_marks_of_a_phone_mean_the_plain_name(line: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for knee --with Leo --at 2026-06-01")
    paintrack("log 7 3 --for neck --with Li --at 2026-06-08")
    plain = paintrack(typed(line, "neck", "Li"))
    after_plain = names(paintrack)
    if line in CHANGING:
        paintrack("undo")
    marked = paintrack(typed(line, "“neck”", "„Li“"))
    assert (marked.code, plain.code, names(paintrack)) == (0, 0, after_plain)
    if line in READING:
        assert (marked.out, marked.err) == (plain.out, plain.err)


@pytest.mark.parametrize("line", READING + CHANGING)
def test_a_name_recorded_with_marks_is_within_reach(line: str, older: Paintrack) -> None:
    done = older(typed(line, "“Hals”", "„Li“"))
    assert done.code == 0
    assert not {*names(older)} & {"Hals", "Li", "neck"}
    assert "Nothing is recorded" not in done.err


@pytest.mark.parametrize("line", ["log 7 3 --for NAME", "rate 4 --for NAME", "rate 4 --for knee --also NAME=6"])
def test_a_new_name_is_recorded_without_marks(line: str, paintrack: Paintrack) -> None:
    for name in ("“lower back”", "„lower back“", "«lower back»", "‘lower back’"):
        assert paintrack([word.replace("NAME", name) for word in line.split()]).code == 0
    assert "lower back" in names(paintrack)
    assert not set("“”„«»‘’") & {*"".join(names(paintrack))}


def test_scores_of_also_may_stand_inside_the_marks(paintrack: Paintrack) -> None:
    paintrack(["log", "7", "3", "--for", "pain", "--also", "“lower back=6:3”"])
    assert names(paintrack) == ["lower back", "pain"]


def test_a_rename_leaves_the_marks_out(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for neck --with Li")
    paintrack(["conditions", "rename", "“neck”", "“Hals”"])
    paintrack(["practitioners", "rename", "Li", "“Dr Leo”"])
    assert names(paintrack) == ["Dr Leo", "Hals"]
    assert paintrack(["log", "6", "2", "--for", "“Hals”"]).code == 0
    assert names(paintrack) == ["Dr Leo", "Hals"]


def test_marks_that_are_recorded_can_be_renamed_away(older: Paintrack) -> None:
    assert older(["conditions", "rename", "“Hals”", "Hals"]).code == 0
    assert older(["practitioners", "rename", "„Li“", "Li"]).code == 0
    assert names(older) == ["Hals", "Leo", "Li", "knee"]


def test_marks_inside_of_a_name_stay(paintrack: Paintrack) -> None:
    for name in ("the “bad” knee", "“left” and “right”", "patient’s knee"):
        paintrack(["rate", "4", "--new", "--for", name])
    assert names(paintrack) == sorted(("the “bad” knee", "“left” and “right”", "patient’s knee"))


def test_a_purge_takes_the_name_as_it_is_typed(older: Paintrack) -> None:
    older(["delete", "--for", "“Hals”", "--yes"])
    assert older(["purge", "--for", "Hals", "--yes"]).code == 1
    assert older(["purge", "--for", "“Hals”", "--yes"]).code == 0


def test_a_slip_in_marks_leads_to_lines_that_work(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for migraine --at yesterday")
    refused = paintrack(["log", "6", "2", "--for", "“migrane”"])
    lines = [*named_command_lines(refused.err)]
    assert (refused.code, len(lines)) == (2, 2)
    for line in lines:
        assert paintrack(shlex.split(line)).code == 0
        assert not set("“”") & {*"".join(names(paintrack))}


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("log 7 3 --for “lower back”", 'log 7 3 --for "lower back"'),
        ("log 7 3 --for “lower back” yesterday", 'log 7 3 --for "lower back" --at yesterday'),
        ("log 7 3 --with „Dr Li“", 'log 7 3 --with "Dr Li"'),
        ("list --for “lower back”", 'list --for "lower back"'),
    ],
)
def test_words_that_a_shell_split_are_joined(line: str, meant: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for neck")
    refused = paintrack(line.split())
    assert (refused.code, f"paintrack {meant}" in refused.err) == (2, True)


def test_an_answer_in_marks_is_the_plain_name(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    paintrack("log 7 3 --for neck --at yesterday")
    monkeypatch.setattr(Console, "may_ask", True)
    monkeypatch.setattr(sys, "stdin", io.StringIO("“neck”\n\n7\n3\n\n\n\n"))
    assert paintrack("log").code == 0
    assert names(paintrack) == ["neck"]
