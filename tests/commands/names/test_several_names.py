"""A condition whose name lists several: asked about, or refused with the ways that work."""

import io
import re
import shlex
import sys
from pathlib import Path

import pytest

from paintrack.commands._shared.terminal.console import Console
from tests.program import Paintrack

TYPED = ["before 7", "log 7 3", "log 7", "rate 7"]


@pytest.mark.parametrize("command", TYPED)
@pytest.mark.parametrize("name", ["lower back,migraine", "lower back; migraine", "lower back, migraine,"])
def test_off_a_terminal_it_is_refused_with_ways_that_work(
    command: str, name: str, paintrack: Paintrack, file: Path
) -> None:
    refused = paintrack([*command.split(), "--for", name])
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("Nothing saved. Is lower back, migraine one condition or 2?\n")
    assert not file.exists()
    ways = re.findall(r"paintrack (.+)", refused.err)
    assert len(ways) == 2
    for way in ways:
        filled = way.replace("BEFORE:AFTER", "6:2").replace("SCORE", "6")
        assert paintrack(filled).code == 0, way
        paintrack("undo")


@pytest.mark.parametrize(
    "typed", ["before 7 neck and lower back", "before 7 lower back/neck", "before neck & migraine 7"]
)
def test_words_that_list_recorded_conditions_are_asked_about(typed: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for 'lower back' --also neck=6:2 --also migraine=5:1 --at 2026-06-30")
    refused = paintrack(typed)
    assert refused.code == 2
    assert re.search(r"Nothing saved\. Is .+ one condition or 2\?\n", refused.err)
    each, as_one = re.findall(r"paintrack (.+)", refused.err)
    for way in (each.replace("SCORE", "6"), as_one):
        assert paintrack(way).code == 0, way
        paintrack("undo")


@pytest.mark.parametrize("name", ["lower back,migraine", "back and migraine"])
def test_after_asks_the_same_without_one_name(name: str, paintrack: Paintrack) -> None:
    paintrack("before 7 --for 'lower back' --also migraine=3")
    refused = paintrack(["after", "3", "--for", name])
    assert refused.code == 2
    assert refused.err.endswith('  Each by itself:  paintrack after 3 --for "lower back" --also migraine=SCORE\n')


# A joined name in each command, and what each line that it suggests begins and ends with.
JOINED = [
    (["log", "7", "3", "--for", "neck and lower back", "--at", "yesterday", "--cost", "80"], "6:2"),
    (["before", "7", "--for", "neck/back", "--at", "yesterday", "--with", "Dr Li"], "6"),
    (["rate", "7", "--for", "nekc & lower back", "--at", "yesterday"], "6"),
    (["log", "7", "3", "--for", "hip", "--also", "neck and lower back=6:2", "--note", "x"], ""),
    (["edit", "1", "--for", "neck and lower back", "--after", "3", "--note", "x"], ""),
    (["plan", "set", "--for", "neck plus lower back", "--goal", "3"], ""),
]


@pytest.mark.parametrize(("typed", "scores"), JOINED, ids=[" ".join(typed) for typed, _ in JOINED])
def test_recorded_names_that_are_joined_are_asked_about(typed: list[str], scores: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for 'lower back' --also neck=6:2 --at 2026-06-20")
    refused = paintrack(typed)
    assert refused.err.startswith("Nothing saved. Is neck, lower back one condition or 2?\n")
    *each, as_one = re.findall(r"paintrack (.+)", refused.err)
    assert as_one.endswith(" --new")
    for way in [*each, as_one]:
        filled = shlex.split(re.sub("BEFORE:AFTER|SCORE", scores, way))
        # Every other word is as typed.
        assert {*typed} - {*filled} <= {word for word in typed if re.search("neck|nekc", word)}
        assert paintrack(filled).code == 0, way
        paintrack("undo")
    assert paintrack([*typed, "--new"]).code == 0


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 2), ("", 2)])
def test_on_a_terminal_it_is_asked_about(
    answer: str, code: int, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Console, "may_ask", True)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{answer}\n"))
    result = paintrack("before 7 --for 'lower back,migraine'")
    assert result.code == code
    assert "Is lower back,migraine one condition? [y/N]" in result.err
    # What is recorded so is asked about no more; whether 3 is the score on leaving is another question.
    monkeypatch.setattr(sys, "stdin", io.StringIO("n\n"))
    asked_again = "one condition?" in paintrack("rate 3 --for 'lower back,migraine'").err
    assert asked_again is (answer != "y")


@pytest.mark.parametrize("name", ["neck,", ";neck", "a-b", "neck and arm"])
def test_one_name_is_one_condition(name: str, paintrack: Paintrack) -> None:
    assert paintrack(["rate", "3", "--for", name]).code == 0


NAME = "lower back,migraine"
# Each command that can write a new condition, and how many ways of what was meant it has.
WRITERS = [
    (["edit", "1", "--rename-for", NAME], 1),
    (["edit", "1", "--for", NAME, "--after", "3"], 3),
    (["edit", "r1", "--rename-for", NAME], 1),
    (["conditions", "rename", "pain", NAME], 1),
    (["plan", "set", "--for", NAME, "--sessions", "10"], 3),
    (["log", "7", "3", "--also", f"{NAME}=6:2"], 2),
    (["log", "7", "3", f"--also={NAME}=6:2", "--note", "x"], 2),
    (["before", "7", "--also", f"{NAME}=6"], 2),
    (["rate", "7", "--for", "neck", "--also", f"{NAME}=6"], 2),
    (["rate", "0", "--rest-of", "june", "--for", NAME], 3),
    (["import", "sheet.csv", "--for", NAME], 1),
]


@pytest.mark.parametrize(("typed", "ways"), WRITERS, ids=[" ".join(typed) for typed, _ in WRITERS])
def test_every_way_to_a_new_condition_asks(
    typed: list[str], ways: int, paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sheet.csv").write_text("date,before,after\n2026-06-01,7,3\n")
    paintrack("log 7 3 --at 2026-06-30")
    paintrack("rate 5 --at 2026-06-30")
    stored = paintrack("export - --format json").out
    for accepts_new in ([], ["--new"] if typed[0] != "import" else []):
        refused = paintrack([*typed, *accepts_new])
        assert (refused.code, refused.out) == (2, "")
        assert " Is lower back, migraine one condition or 2?\n" in refused.err
    assert paintrack("export - --format json").out == stored
    suggested = re.findall(r"paintrack (.+)", paintrack(typed).err)
    assert len(suggested) == ways
    for way in suggested:
        assert paintrack(way.replace("SCORE", "0")).code == 0, way
        paintrack("undo")


@pytest.mark.parametrize("typed", [typed for typed, _ in WRITERS if typed[0] != "rate"], ids=" ".join)
def test_who_says_that_it_is_one_gets_it(
    typed: list[str], paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sheet.csv").write_text("date,before,after\n2026-06-01,7,3\n")
    paintrack("log 7 3 --at 2026-06-30")
    paintrack("rate 5 --at 2026-06-30")
    monkeypatch.setattr(Console, "may_ask", True)
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    saved = paintrack(typed)
    assert (saved.code, saved.err.count("Is lower back,migraine one condition? [y/N]")) == (0, 1)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert NAME in paintrack("export - --format json").out


def test_a_practitioner_may_have_a_comma(paintrack: Paintrack) -> None:
    assert paintrack(["log", "7", "3", "--with", "Li, MD"]).code == 0
    assert paintrack(["practitioners", "rename", "Li, MD", "Li, LAc"]).code == 0
