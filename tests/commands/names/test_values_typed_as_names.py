"""A new name that is a number, a time, a point or a name of the other kind: refused with a command for each meaning."""

import io
import re
import shlex
import sys

import pytest

from paintrack.commands._shared.terminal.console import Console
from tests.program import Paintrack

# What is typed, what it is called, and the command line that takes it as that.
TYPED = [
    ("log --for 7 3", "a number", "log 7 3"),
    ("log 7 --for=3", "a number", "log 7 3"),
    ("log 7 3 --for 5", "a number", None),
    ("log 7 3 --for 7/10", "a number", None),
    ("log 7 3 --with 60", "a number", None),
    ("log 7 3 --for yesterday", "a time", "log 7 3 --at yesterday"),
    ("before 7 --for '1 jul 9am' --note x", "a time", "before 7 --at '1 jul 9am' --note x"),
    ("log 7 3 --at '1 jul' --for yesterday", "a time", None),
    ("rate 5 --for yesterday", "a time", "rate 5 --at yesterday"),
    ("rate 0 --rest-of june --for yesterday", "a time", None),
    ("plan set --for yesterday --goal 3", "a time", None),
    ("edit 1 --for noon --after 3", "a time", None),
    ("log 7 3 --for 'LI4 ST36'", "points", "log 7 3 --points 'LI4 ST36'"),
    ("rate 5 --for LI4", "a point", None),
    ("log 7 3 --for 'dr li'", "a practitioner", "log 7 3 --with 'Dr Li'"),
    ("log 7 3 --with neck", "a condition", "log 7 3 --for neck"),
    ("log 7 3 --with neck --for neck", "a condition", None),
    ("log 5 3 --for neck --also 7=3:2", "a number", None),
    ("before 5 --for neck --also 'LI4=3'", "a point", None),
    ("rate 5 --for neck --also yesterday=3", "a time", None),
    ("rate 5 --also 'dr li=3'", "a practitioner", None),
    ("edit 1 --rename-for 7", "a number", None),
    ("conditions rename neck 7", "a number", None),
    ("conditions rename neck yesterday", "a time", None),
    ("conditions rename neck 'dr li'", "a practitioner", None),
    ("practitioners rename 'Dr Li' 7", "a number", None),
    ("practitioners rename 'Dr Li' yesterday", "a time", None),
    ("practitioners rename 'Dr Li' neck", "a condition", None),
]


@pytest.fixture
def diary(paintrack: Paintrack) -> Paintrack:
    """A diary with a session."""
    assert paintrack("log 7 3 --for neck --with 'Dr Li' --at 2026-06-01").code == 0
    return paintrack


def test_off_a_terminal_both_meanings_are_named_and_work(diary: Paintrack) -> None:
    for typed, noun, meant in TYPED:
        refused = diary(typed)
        lines = [shlex.split(each) for each in re.findall(r": paintrack (.+)", refused.err)]
        assert (refused.code, f" is {noun}, and no " in refused.err) == (2, True), typed
        assert lines == [*([shlex.split(meant)] if meant else []), shlex.split(f"{typed} --new")], typed
        for line in lines:
            assert diary(line).code == 0, line
            diary("undo --yes")


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("", 2)])
def test_on_a_terminal_it_is_asked(answer: str, code: int, diary: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Console, "may_ask", True)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{answer}\n"))
    result = diary("log 7 3 --with neck")
    assert (result.code, "neck is a condition. Is it the name of a practitioner? [y/N]" in result.err) == (code, True)


def test_what_may_be_a_name_is_not_asked_about(diary: Paintrack) -> None:
    for typed in ("--for L5", "--for 'L4 L5'", "--for morning", "--for 30-day", "--with April", "--with 'Dr 8'"):
        assert diary(f"log 7 3 {typed}").code == 0, typed
    assert diary("log 7 3 --for yesterday --new").code == 0
    assert diary("log 7 3 --for yesterday").code == 0
