"""Every option that takes a whole number, and what people type behind it."""

import shlex
from importlib import import_module
from pathlib import Path

import pytest
from typer.core import TyperOption

from paintrack.cli import COMMANDS
from paintrack.commands._shared.typer_invocation import build_command
from tests.program import Paintrack, TypeHistory, is_one_sentence

# What a command needs beside the option, so that it is right.
BESIDE = {
    "plan": "set --for neck",
    "edit": "c1",
    "export": "out.csv",
    "import": "missing.csv",
    "backup": "--encrypt copy.db",
    "restore": "missing.age",
    "merge": "missing.age",
}
NOUNS = {"--last": "sessions", "--sessions": "visits", "--steps": "changes"}


def options_with_whole_numbers() -> list[tuple[str, str]]:
    """Each command with each of its options that typer takes for a whole number, or for any other number."""
    commands = {
        word: build_command(word, import_module(f"paintrack.commands.{row.module}").run)
        for word, row in COMMANDS.items()
    }
    return [
        (word, option.opts[0])
        for word, command in commands.items()
        for option in command.params
        if isinstance(option, TyperOption) and option.type.name.startswith(("int", "float"))
    ]


OPTIONS = options_with_whole_numbers()


@pytest.fixture(autouse=True)
def diary(type_history: TypeHistory) -> None:
    type_history("log 7 3 --for neck", "plan set --for neck --sessions 8")


def test_there_are_such_options() -> None:
    assert {option for _, option in OPTIONS} == {
        "--last", "--sessions", "--steps", "--course", "--scale", "--passphrase-fd",
    }  # fmt: skip


@pytest.mark.parametrize(("command", "option"), OPTIONS)
@pytest.mark.parametrize("typed", ["x", "5.5", "5,5", "2x", "12 weeks apart", "", "5 6"])
def test_what_is_no_whole_number_is_refused(command: str, option: str, typed: str, paintrack: Paintrack) -> None:
    refused = paintrack([command, *shlex.split(BESIDE.get(command, "")), option, typed])
    assert (refused.code, refused.out) == (2, "")
    assert is_one_sentence(refused.err)
    assert f"{option} takes a whole number, as in {option} " in refused.err
    assert f"You typed {typed or 'nothing'}." in refused.err


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_a_number_in_words_is_led_to_its_figure(command: str, option: str, paintrack: Paintrack) -> None:
    beside = BESIDE.get(command, "")
    start = f"{command} {beside}".strip()
    noun = NOUNS.get(option)
    forms = ["two", "2.", "'#2'", *((f"'2 {noun}'", f"2{noun}", f"2 {noun}", f"two {noun}") if noun else ())]
    for form in forms:
        refused = paintrack(f"{start} {option} {form}")
        assert refused.code == 2
        assert refused.err.endswith(f"Did you mean: paintrack {start} {option} 2\n"), (form, refused.err)


@pytest.mark.parametrize("command", [command for command, option in OPTIONS if option == "--last"])
@pytest.mark.parametrize("typed", ["30days", "'30 days'", "30 days"])
def test_days_are_no_number_of_sessions(command: str, typed: str, paintrack: Paintrack) -> None:
    refused = paintrack(f"{command} {BESIDE.get(command, '')} --last {typed}")
    assert refused.err.endswith('--since "30 days"\n')


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("trend --course first", "trend --course 1"),
        ("trend --course 2nd", "trend --course 2"),
        ("import x.csv --scale 0-100", "import x.csv --scale 100"),
        ("import x.csv --scale '0 to 10'", "import x.csv --scale 10"),
        ("plan set --sessions '12 sessions' --goal 3", "plan set --sessions 12 --goal 3"),
        ("plan set --sessions twelve", "plan set --sessions 12"),
        ("list --last 2weeks neck", 'list --since "2 weeks" --for neck'),
    ],
)
def test_other_forms(typed: str, expected: str, paintrack: Paintrack) -> None:
    assert paintrack(typed).err.endswith(f"Did you mean: paintrack {expected}\n")


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_a_number_of_any_length_is_no_internal_error(
    command: str, option: str, paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = paintrack([command, *shlex.split(BESIDE.get(command, "")), option, "9" * 30])
    assert answer.code in (0, 1, 2)
    assert "Internal error" not in answer.err


@pytest.mark.parametrize(
    "typed", ["undo", "redo", "show", "delete", "edit", "purge", "log", "plan set --for neck", "list"]
)
def test_nor_is_one_that_stands_alone(typed: str, paintrack: Paintrack) -> None:
    assert "Internal error" not in paintrack(f"{typed} {'9' * 30}").err
