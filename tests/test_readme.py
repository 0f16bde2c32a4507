"""The README is true: every command in it runs, in its order, on a file of its own."""

import ast
import json
import re
import shlex
from importlib import import_module
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


@pytest.mark.outside
def test_pandas_and_duckdb_read_the_files_as_the_readme_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pandas, duckdb = import_module("pandas"), import_module("duckdb")
    monkeypatch.setenv("PAINTRACK_DB", str(tmp_path / "own.db"))
    monkeypatch.chdir(tmp_path)
    for command in (
        "log 7 3 --for neck",
        "log 6 5 --for neck",
        "note one",
        "export history.csv",
        "export history.json",
    ):
        assert main(command.split()) == 0
    (block,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    names = {"pandas": pandas, "duckdb": duckdb, "json": json, "Path": Path}
    table, entries, relief, ratings = (eval(ast.unparse(line), names) for line in ast.parse(block).body)
    assert sorted(table["before"]) == [6, 7]
    assert len(entries) == 3
    assert relief.fetchall() == [("neck", 2.5)]
    assert sorted(row[2] for row in ratings.fetchall()) == [6, 7]
