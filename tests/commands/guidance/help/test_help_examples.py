"""The values that help names for an option: the command takes each of them."""

import re
import shlex

import pytest

from tests.program import Paintrack

OF_CONDITIONS = ("--for", "--also")
COMMANDS = ("log 7 3", "before 7", "after 3 --session 1", "rate 5")
# An option with an example behind its description: `--also CONDITION=SCORE  Another condition: neck=6. Repeatable.`
EXAMPLE = re.compile(r'^ +(--[a-z-]+) \S+ +[^:]+: (?!--)("[^"]+"|\S+)', re.MULTILINE)


def examples_of(help_text: str) -> dict[str, str]:
    """The first example of each option, by its name."""
    return {option: example.rstrip(".,") for option, example in EXAMPLE.findall(help_text)}


@pytest.mark.parametrize("command", COMMANDS)
def test_the_value_that_help_names_is_taken(command: str, paintrack: Paintrack) -> None:
    examples = examples_of(paintrack([command.split()[0], "--help"]).out)
    assert {"--for", "--also", "--at"} <= set(examples)
    if command.startswith("after"):
        paintrack("before 7 --for 'lower back' --also neck=6 --at '2026-06-01 09:00'")
        # Two scores are open, so an `after` with another option names its condition.
        examples = {
            option: f"{example} --for neck" if option not in OF_CONDITIONS else example
            for option, example in examples.items()
        }
    for option, example in examples.items():
        result = paintrack([*command.split(), option, *shlex.split(example)])
        assert result.code == 0, (option, example, result.err)
        assert paintrack("undo").code == 0
