"""Names in the quotation marks of a phone, which a shell takes for letters: `--for “neck”` means neck.

Every name on a command line comes through here, so that all commands read it alike. A name that is recorded with its
marks is kept as typed: it stays within reach.
"""

import re
from collections.abc import Sequence
from itertools import islice

from typer.core import TyperOption

from paintrack.commands._shared.guidance.suggestions.by_command.conditions_and_practitioners import KINDS_OF_COMMANDS
from paintrack.commands._shared.terminal.db_option_in_shown_commands import typed_database
from paintrack.model.name_kind import NameKind
from paintrack.storage.file.location import database_path
from paintrack.storage.file.reader_and_writer_opening import open_reader
from paintrack.storage.reader import Reader

_KINDS = {
    "--for": NameKind.CONDITION,
    "--also": NameKind.CONDITION,
    "--rename-for": NameKind.CONDITION,
    "--with": NameKind.PRACTITIONER,
}
# One pair around the whole: marks inside are a part of the name.
_QUOTED = re.compile(r"\s*(?:[“”„‟«»]([^“”„‟«»]+)[“”„‟«»]|[‘’‚‹›]([^‘’‚‹›]+)[‘’‹›])\s*")
# What is removed for good may be a name that was deleted: it is taken as it was typed.
_TAKES_AS_TYPED = "purge"


def plain_name(name: str) -> str:
    """The name without one pair of a phone's quotation marks around it.

    >>> plain_name("„lower back“"), plain_name("the “bad” knee")
    ('lower back', 'the “bad” knee')
    """
    match = _QUOTED.fullmatch(name)
    return (match[1] or match[2]).strip() or name if match else name


def typed_with_plain_names(command: str, arguments: Sequence[str], options: Sequence[TyperOption]) -> list[str]:
    """`with_plain_names` by the diary that the command line is about, which is opened only for names with such marks.

    Raises FileTroubleError.
    """
    if with_plain_names(command, arguments, options, Reader(None)) == [*arguments]:
        return [*arguments]
    with open_reader(database_path(typed_database(arguments))) as reader:
        return with_plain_names(command, arguments, options, reader)


def with_plain_names(
    command: str, arguments: Sequence[str], options: Sequence[TyperOption], reader: Reader
) -> list[str]:
    """The arguments of a command, each name in them without a phone's marks unless it is recorded with them."""
    if command == _TAKES_AS_TYPED:
        return [*arguments]
    by_name = {name: option for option in options for name in (*option.opts, *option.secondary_opts)}
    kind_of_words = KINDS_OF_COMMANDS.get(command)
    plain, remaining = list[str](), iter(arguments)
    for argument in remaining:
        name, equals, value = argument.partition("=")
        option = by_name.get(name)
        if argument == "--":
            plain += [argument, *(_plain_unless_recorded(each, kind_of_words, reader) for each in remaining)]
        elif option is None or option.is_flag:
            plain.append(_plain_unless_recorded(argument, kind_of_words, reader))
        elif equals:
            plain.append(f"{name}={_plain_value(name, value, reader)}")
        else:
            plain += [argument, *(_plain_value(name, each, reader) for each in islice(remaining, 1))]
    return plain


def _plain_value(option: str, value: str, reader: Reader) -> str:
    """The value of an option; behind `--also` scores follow the name, inside of the marks or behind them."""
    if option != "--also":
        return _plain_unless_recorded(value, _KINDS.get(option), reader)
    name, equals, scores = plain_name(value).rpartition("=")
    return f"{_plain_unless_recorded(name, _KINDS[option], reader)}{equals}{scores}" if equals else value


def _plain_unless_recorded(name: str, kind: NameKind | None, reader: Reader) -> str:
    plain = plain_name(name)
    if kind is None or plain == name:
        return name
    recorded = reader.spelling(name) if kind is NameKind.CONDITION else reader.practitioner_spelling(name)
    return name if recorded is not None else plain
