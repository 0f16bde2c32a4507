"""What typer would refuse in its own words is refused in ours, by every command."""

import re
from importlib import import_module

import pytest
from typer.core import TyperOption

from paintrack.cli import COMMANDS
from paintrack.commands._shared.typer_invocation import build_command
from tests.program import Paintrack, is_one_sentence

TYPERS_OWN = re.compile(
    "Got unexpected|No such option|requires an argument|does not take a value|Missing argument|Invalid value|Try '"
)


def wrong_lines() -> list[list[str]]:
    """For every command: an option that it lacks, each option without its value, each flag with one, many words."""
    lines = [[word, *["word"] * 5] for word in COMMANDS]
    for word, row in COMMANDS.items():
        lines += [[word, "--no-such-option"], [word, "-x"]]
        for option in build_command(word, import_module(f"paintrack.commands.{row.module}").run).params:
            if isinstance(option, TyperOption):
                name = max(option.opts, key=len)
                lines.append([word, f"{name}=1"] if option.is_flag else [word, name])
    return lines


@pytest.mark.parametrize("typed", wrong_lines(), ids=" ".join)
def test_no_sentence_is_typers_own(typed: list[str], paintrack: Paintrack) -> None:
    refused = paintrack(typed)
    assert not TYPERS_OWN.search(refused.err)
    if typed[1].startswith("-"):
        assert (refused.code, refused.out) == (2, "")
        assert is_one_sentence(refused.err)
