"""The table of options that the Tab key reads: made out of the commands, one line an option."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from typer.core import TyperArgument, TyperOption

from paintrack.analysis.relief_by_group import GroupBy
from paintrack.cli import COMMANDS
from paintrack.commands._shared.completion.offered_values import OFFERED_VALUES, CompletionRequest
from paintrack.commands._shared.completion.option_table import EVERY, PATH, OptionRow, option_rows_of
from paintrack.commands._shared.typer_invocation import build_command
from paintrack.exchange.formats import names_of, page_formats, statement_formats
from tests.gold import check_gold


def rows(word: str) -> Iterator[OptionRow]:
    """The arguments and options of a command as typer knows them."""
    for each in build_command(word, import_module(f"paintrack.commands.{COMMANDS[word].module}").run).params:
        if isinstance(each, TyperArgument):
            if each.hidden:
                continue
            yield OptionRow((), (), each.metavar or "", each.nargs != 1, each.help or "")
        elif isinstance(each, TyperOption):
            metavar = "" if each.is_flag else each.metavar or "VALUE"
            yield OptionRow(tuple(each.opts), tuple(each.secondary_opts), metavar, each.multiple, each.help or "")


def line_of(word: str, row: OptionRow) -> str:
    """The row of a command as a line of the table."""
    several = "several" if row.takes_several else ""
    return "\t".join((word, " ".join(row.names), " ".join(row.opposites), row.metavar, several, row.help))


def test_the_table_is_that_of_the_commands() -> None:
    """With PAINTRACK_WRITE_GOLD=1 the table is written anew."""
    by_command = {word: [*rows(word)] for word in COMMANDS}
    common = [row for row in by_command["log"] if all(row in each for each in by_command.values())]
    lines = [line_of(EVERY, row) for row in common]
    lines += [line_of(word, row) for word, each in by_command.items() for row in each if row not in common]
    check_gold(PATH, "".join(f"{line}\n" for line in lines))


@pytest.mark.parametrize("word", COMMANDS)
def test_a_row_reads_as_it_was_written(word: str) -> None:
    assert sorted(option_rows_of(word)) == sorted(rows(word))


def test_choices_that_help_lists_in_words_are_all_offered() -> None:
    question = CompletionRequest("", "", [], {}, Path)
    for name, choices in (
        ("summary --format", names_of(page_formats())),
        ("costs --format", names_of(statement_formats())),
        ("compare --by", [each.value for each in GroupBy]),
        ("trend --by", ["session", "date"]),
    ):
        offered = [offer.value for offer in OFFERED_VALUES[name].offers(question)]
        assert sorted(offered) == sorted({*choices} | ({"condition"} if name == "compare --by" else set()))


def test_every_name_with_values_is_one_of_a_command() -> None:
    names = {name for word in COMMANDS for row in rows(word) for name in (*row.names, row.metavar)}
    names |= {f"{word} {name}" for word in COMMANDS for row in rows(word) for name in row.names} | set(COMMANDS)
    assert set(OFFERED_VALUES) <= names
