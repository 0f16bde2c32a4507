"""An option that holds one value is refused when it is given twice: the last would silently win."""

import inspect
from importlib import import_module
from pathlib import Path

import pytest
import typer

from paintrack.cli import COMMANDS
from paintrack.commands._shared.typer_invocation import expand_option_groups
from tests.program import Clock, Paintrack, Result, is_one_sentence

pytestmark = pytest.mark.usefixtures("clock")

ADVICE = "Give it once."


def options_of_one_value() -> list[tuple[str, str]]:
    """Each command with each of its options that takes a single value."""
    options = []
    for word, command in COMMANDS.items():
        run = import_module(f"paintrack.commands.{command.module}").run
        for parameter in inspect.signature(expand_option_groups(run)).parameters.values():
            kind, info = parameter.annotation.__origin__, parameter.annotation.__metadata__[0]
            if isinstance(info, typer.models.OptionInfo) and "bool" not in str(kind) and "list" not in str(kind):
                options += [(word, str(name)) for name in (info.default, *(info.param_decls or ()))]
    return [(word, name) for word, name in options if name.startswith("-")]


@pytest.mark.parametrize(("word", "option"), options_of_one_value())
def test_every_option_of_one_value_may_be_given_once(word: str, option: str, paintrack: Paintrack, file: Path) -> None:
    result = paintrack([word, option, "1", option, "2"])
    assert (result.code, result.out) == (2, "")
    name = "--output" if option == "-o" else option
    assert result.err.startswith(f"{name} was given twice: 1 and 2. {ADVICE}")
    assert result.err.endswith(f"{ADVICE} {COMMANDS[word].failure}".rstrip() + "\n")
    assert is_one_sentence(result.err)
    assert not file.exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("trend --for a --for b", f"--for was given twice: a and b. {ADVICE}"),
        ("edit 1 --for=a --for 'lower back'", f"--for was given twice: a and lower back. {ADVICE} Nothing saved."),
        ("log 7 --cost 1 --cost 2 --cost 3", f"--cost was given 3 times: 1, 2 and 3. {ADVICE} Nothing saved."),
        ("log 7 3 --note a --note ''", f"--note was given twice: a and nothing. {ADVICE} Nothing saved."),
        ("--db a.db --db b.db log 7 3", f"--db was given twice: a.db and b.db. {ADVICE} Nothing saved."),
        ("--db a.db --plain log 7 3 --db=b.db", f"--db was given twice: a.db and b.db. {ADVICE} Nothing saved."),
        ("--db a.db --db b.db", f"--db was given twice: a.db and b.db. {ADVICE}"),
        ("summary -o a.txt -qob.txt", f"--output was given twice: a.txt and b.txt. {ADVICE}"),
        ("trend --by date --by session", f"--by was given twice: date and session. {ADVICE}"),
        ("edit n1 --private --public", f"--private was given twice: --private and --public. {ADVICE} Nothing saved."),
        ("export - --format csv --format json", f"--format was given twice: csv and json. {ADVICE}"),
        (f"log 7 --note {'a' * 99} --note b", f"--note was given twice: {'a' * 37}... and b. {ADVICE} Nothing saved."),
    ],
)
def test_the_sentence_names_what_was_typed(typed: str, sentence: str, paintrack: Paintrack, file: Path) -> None:
    assert paintrack(typed) == Result(2, "", f"{sentence}\n")
    assert not file.exists()


@pytest.mark.parametrize(
    "typed",
    [
        "log 7 3 --also neck=6:3 --also knee=5:2 --side-effect bruise --side-effect dizzy",
        "-q log 7 3 --quiet -q --json --json --plain",
        "log 7 3 --note=--for --for neck",
        "note -- --at --at",
        "import nothing.csv --map a=before --map b=after --help",
    ],
)
def test_lists_flags_and_lookalike_values_may_repeat(typed: str, paintrack: Paintrack, clock: Clock) -> None:
    result = paintrack(typed)
    assert (result.code, result.err) == (0, "")


def test_a_field_is_cleared_beside_another(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --note tired --cost 85")
    assert paintrack("edit 1 --clear note --clear cost").code == 0


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("before 7 --for --json", '--for needs a value behind it, as in --for "lower back"'),
        ("before 7 --at --note x", '--at needs a value behind it, as in --at "yesterday 15:00"'),
        ("before 7 --with -q", '--with needs a value behind it, as in --with "Dr Li"'),
    ],
)
def test_an_option_is_no_value_of_another(typed: str, value: str, paintrack: Paintrack, file: Path) -> None:
    """`before 7 --for --json` saved a condition called --json; who means one types `--for=--json`."""
    assert paintrack(typed).err == f"Nothing saved. {value}. Help: paintrack before --help\n"
    assert not file.exists()
