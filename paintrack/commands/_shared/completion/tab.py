"""The answer to the Tab key: what the word at the cursor may become.

The script of a shell runs paintrack with the line in variables of the environment, so that no shell has to quote it:
`_PAINTRACK_COMPLETE` is the shell, `_PAINTRACK_LINE` the line up to the cursor as typed, `_PAINTRACK_BREAKS` what bash
breaks words at, `_PAINTRACK_WORDS` how many words of the line belong to this command for zsh.
"""

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from paintrack.commands._shared.completion.offered_values import FILES, CompletionRequest, Offer, Source, values_for
from paintrack.commands._shared.completion.option_table import OptionRow, option_rows_of
from paintrack.commands._shared.completion.shell_answer_format import CompletionAnswer, answer_lines, text_of_lines
from paintrack.commands._shared.completion.shell_line import QUOTING, ShellLine, split_shell_line
from paintrack.commands._shared.terminal.stream_output import write_result
from paintrack.model.typed.typed_text import folded
from paintrack.storage.file.location import database_path

_HELP_OPTION = Offer("--help", "Help on this command.")


class CommandRow(Protocol):
    """A row of the table of commands."""

    @property
    def word(self) -> str:
        """The word that is typed."""

    @property
    def help(self) -> str:
        """One line of help."""


class FrontDoor(NamedTuple):
    """What `paintrack.cli` knows: the commands, how to split the arguments, the options allowed before the command.

    `flags` take no value, `options` do.
    """

    commands: Mapping[str, CommandRow]
    split_arguments: Callable[[list[str]], tuple[list[str], str, list[str]]]
    flags: Iterable[str]
    options: Iterable[str]


class _Place(NamedTuple):
    """Where the cursor is: after the option `waiting`, which needs its value, or after these `words` if that is None.

    `words` are those that are not options, `values` the values of the options that were typed, by name.
    `has_ended_options`: after `--`, so that no option can follow.
    """

    waiting: OptionRow | None
    words: list[str]
    values: dict[str, str]
    has_ended_options: bool


def answer_tab(front_door: FrontDoor) -> int:
    """Print the offers for the line in the environment; returns the exit code, which is always 0.

    If anything goes wrong it prints nothing: the person is typing, and any message would appear in their line.
    """
    try:
        shell = os.environ["_PAINTRACK_COMPLETE"]
        line = split_shell_line(
            os.environ["_PAINTRACK_LINE"],
            QUOTING[shell],
            word_breaks=os.environ.get("_PAINTRACK_BREAKS", ""),
            words_of_command=int(os.environ.get("_PAINTRACK_WORDS", "0")),
        )
        if lines := answer_lines(shell, line, answer_for(line, front_door)):
            write_result(text_of_lines(lines))
    except (Exception, KeyboardInterrupt):
        return 0
    return 0


def answer_for(line: ShellLine, front_door: FrontDoor) -> CompletionAnswer:
    """What the last word of the line may become. Raises PaintrackError if the file cannot be read."""
    *typed, piece = line.words
    common, word, rest = front_door.split_arguments(typed[1:])
    if not word:
        return _before_the_command(common, piece, front_door)
    if word not in front_door.commands:
        return CompletionAnswer([])
    rows = option_rows_of(word)
    options = [row for row in rows if row.names]
    place = _place_of([*common, *rest], options)
    database = _database(place.values.get("--db"), os.environ | line.assignments)
    request = CompletionRequest(piece, word, place.words, front_door.commands, database)
    arguments = next((row for row in rows if not row.names), None)
    return _answer_in(options, arguments, place, request)


def _before_the_command(common: Sequence[str], piece: str, front_door: FrontDoor) -> CompletionAnswer:
    name, equals, _ = piece.partition("=")
    if (common and common[-1] in front_door.options) or (equals and name in front_door.options):
        return CompletionAnswer([], wants_file=True)
    if piece.startswith("-"):
        names = sorted(name for name in (*front_door.flags, *front_door.options, "--version") if name.startswith("--"))
        return CompletionAnswer(_matching([*map(Offer, names), _HELP_OPTION], piece))
    return CompletionAnswer(_matching((Offer(row.word, row.help) for row in front_door.commands.values()), piece))


def _place_of(words: Iterable[str], options: Iterable[OptionRow]) -> _Place:
    """Where the cursor is after these words, read as typer's parser reads them."""
    by_name = {name: option for option in options for name in (*option.names, *option.opposites)}
    waiting: OptionRow | None = None
    positional, values, has_ended_options = list[str](), dict[str, str](), False
    for word in words:
        if waiting is not None:
            values[waiting.name] = word
            waiting = None
        elif has_ended_options or word == "-" or not word.startswith("-"):
            positional.append(word)
        elif word == "--":
            has_ended_options = True
        else:
            name, equals, value = word.partition("=")
            # Of `-qo` only the last letter can wait for a value.
            option = by_name.get(name) or (None if word.startswith("--") else by_name.get(f"-{word[-1]}"))
            if option is not None and option.metavar and not equals:
                waiting = option
            elif option is not None:
                values[option.name] = value
    return _Place(waiting, positional, values, has_ended_options)


def _answer_in(
    options: Sequence[OptionRow], arguments: OptionRow | None, place: _Place, request: CompletionRequest
) -> CompletionAnswer:
    """What the word at the cursor may become after a command that takes these options and arguments."""
    piece = request.piece
    if place.waiting is not None:
        return _values(values_for(request.command, place.waiting.name, place.waiting.metavar), request)
    if piece.startswith("-") and not place.has_ended_options:
        name, equals, value = piece.partition("=")
        for option in options if equals else ():
            if name in option.names:
                source = values_for(request.command, option.name, option.metavar)
                return _values(source, request._replace(piece=value), prefix=name + equals)
        return CompletionAnswer(_matching(_option_offers(options, place), piece))
    source = None
    if arguments is not None and (arguments.takes_several or not request.words):
        source = values_for(request.command, "", arguments.metavar)
    if source is not None:
        return _values(source, request)
    # If no value can be offered, an option may come next.
    return CompletionAnswer([] if piece or place.has_ended_options else _option_offers(options, place))


def _option_offers(options: Iterable[OptionRow], place: _Place) -> list[Offer]:
    """The options that may still be typed, by their long names."""
    offers = [
        Offer(max(names, key=len), option.help)
        for option in options
        if option.takes_several or option.name not in place.values
        for names in (option.names, option.opposites)
        if names
    ]
    return [*offers, _HELP_OPTION]


def _values(source: Source | None, request: CompletionRequest, *, prefix: str = "") -> CompletionAnswer:
    """What the source offers for a value; in a list only for its last part, the parts before it stay as typed."""
    if source is None:
        return CompletionAnswer([], prefix)
    if source is FILES:
        return CompletionAnswer([], prefix, wants_file=True)
    head = match[0] if source.list_head and (match := source.list_head.match(request.piece)) else ""
    request = request._replace(piece=request.piece.removeprefix(head).lstrip())
    typed = {folded(each) for each in re.split(r"[,\s]", head)}
    offers = (offer for offer in source.offers(request) if folded(offer.value) not in typed)
    matching = _matching(offers, request.piece)
    return CompletionAnswer([Offer(head + offer.value, offer.description) for offer in matching], prefix)


def _matching(offers: Iterable[Offer], piece: str) -> list[Offer]:
    """The offers that begin like what is typed, whatever the case of letters; each value once."""
    beginning = piece.casefold()
    by_value: dict[str, Offer] = {}
    for offer in offers:
        if offer.value.casefold().startswith(beginning):
            by_value.setdefault(offer.value, offer)
    return [*by_value.values()]


def _database(option: str | None, environ: Mapping[str, str]) -> Callable[[], Path]:
    """A function that gives the path of the patient's file, so that it is called only if a value from it is wanted."""
    # The shell has not expanded `$HOME` yet.
    return lambda: database_path(None if option is None else os.path.expandvars(option), environ)
