"""The README is true: every command in it runs, in its order, on a file of its own."""

import re
import shlex
from pathlib import Path

import pytest

from paintrack.cli import COMMANDS, main

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")


def readme_commands() -> list[str]:
    """The commands of the console blocks, without the prompt and the remark at the right."""
    blocks = re.findall(r"```(?:console)?\n(\$ .*?)```", README, re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("$ ")]
    return [re.split(r" {4,}", line.removeprefix("$ "))[0] for line in lines]


def test_every_command_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAINTRACK_DB", str(tmp_path / "readme.db"))
    monkeypatch.chdir(tmp_path)
    commands = readme_commands()
    assert len(commands) > 12
    for command in commands:
        program, *arguments = shlex.split(command)
        assert program == "paintrack"
        assert main(arguments) == 0, command


def test_the_commands_that_the_readme_leaves_out_are_in_the_help() -> None:
    shown = {shlex.split(command)[1] for command in readme_commands()}
    assert shown <= {*COMMANDS, "--help"}
