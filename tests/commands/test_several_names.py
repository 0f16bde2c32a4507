"""A condition whose name lists several: asked about, or refused with the ways that work."""

import io
import re
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
    assert len(ways) == (3 if command.startswith("rate") else 2)
    for way in ways:
        filled = way.replace("BEFORE:AFTER", "6:2").replace("SCORE", "6")
        assert paintrack(f"{filled}{' --another' if way.startswith('before') else ''}").code == 0, way


def test_after_asks_the_same(paintrack: Paintrack) -> None:
    paintrack("before 7 --for 'lower back' --also migraine=3")
    refused = paintrack("after 3 --for 'lower back,migraine'")
    assert refused.code == 2
    assert '  Each by itself:  paintrack after 3 --for "lower back" --also migraine=SCORE\n' in refused.err


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 2), ("", 2)])
def test_on_a_terminal_it_is_asked_about(
    answer: str, code: int, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Console, "may_ask", True)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{answer}\n"))
    result = paintrack("before 7 --for 'lower back,migraine'")
    assert result.code == code
    assert "Is lower back,migraine one condition? [y/N]" in result.err
    monkeypatch.setattr(sys, "stdin", io.StringIO("3\n"))
    # What is recorded so is asked about no more.
    assert paintrack("rate 3 --for 'lower back,migraine'").code == (0 if answer == "y" else 130)


@pytest.mark.parametrize("name", ["neck,", ";neck", "a-b", "neck and arm"])
def test_one_name_is_one_condition(name: str, paintrack: Paintrack) -> None:
    assert paintrack(["rate", "3", "--for", name]).code == 0
