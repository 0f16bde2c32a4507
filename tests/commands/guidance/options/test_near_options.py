"""Which option is named beside one that a command does not have: only one that is really near."""

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.cli import COMMANDS
from paintrack.commands._shared.guidance.similar_words import near_options
from paintrack.commands._shared.typer_invocation import build_command
from tests.program import Paintrack

OPTIONS_OF = {
    word: [
        name
        for parameter in build_command(word, import_module(f"paintrack.commands.{command.module}").run).params
        for name in (*parameter.opts, *parameter.secondary_opts)
        if name.startswith("--")
    ]
    for word, command in COMMANDS.items()
}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("--quite", ["--quiet"]),
        ("--notee", ["--note"]),
        ("--wit", ["--with"]),
        ("--fro", ["--for"]),
        ("--side", ["--side-effect"]),
        ("--public", []),
        ("--another", []),
        ("--list", []),
        ("--bogus", []),
        ("-x", []),
    ],
)
def test_only_a_near_option_is_named(typed: str, expected: list[str]) -> None:
    assert near_options(typed, OPTIONS_OF["log"]) == expected


def test_no_option_of_another_command_is_taken_for_a_slip() -> None:
    words = {name for names in OPTIONS_OF.values() for name in names}
    near = {(typed, each) for typed in words for own in OPTIONS_OF.values() for each in near_options(typed, own)}
    assert {pair for pair in near if not pair[0].startswith(pair[1]) and not pair[1].startswith(pair[0])} == set()


@given(word=st.sampled_from(sorted(OPTIONS_OF)), data=st.data())
def test_an_option_that_lacks_a_letter_is_named(word: str, data: st.DataObject) -> None:
    option = data.draw(st.sampled_from([each for each in OPTIONS_OF[word] if len(each) > len("--with")]))
    place = data.draw(st.integers(len("--"), len(option) - 1))
    typed = option[:place] + option[place + 1 :]
    assert option in near_options(typed, OPTIONS_OF[word])


def test_the_refusal_names_it(paintrack: Paintrack) -> None:
    sentence = "Nothing saved. {} is not an option of log{}. Help: paintrack log --help\n"
    assert paintrack("log 7 3 --quite").err == sentence.format("--quite", "; there is --quiet")
    assert paintrack("log 7 3 --bogus").err == sentence.format("--bogus", "")
