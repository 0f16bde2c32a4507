"""Whether a command line is right, so that it works when it is pasted."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from importlib import import_module

from typer.core import TyperCommand, TyperOption

from paintrack.commands._shared.guidance.command_arguments_and_examples import (
    NEED_WORDS,
    SELECT_OR_SHOW,
    WORDS_OF_COMMANDS,
)
from paintrack.commands._shared.guidance.command_line_parts import parts_of
from paintrack.commands._shared.guidance.meanings.word_classification import are_ratings, days_in, is_change, is_date
from paintrack.commands._shared.guidance.suggestions.by_command.next_visit_words import is_next_visit
from paintrack.commands._shared.guidance.suggestions.free_text_meant_otherwise import meant_of_free_words
from paintrack.commands._shared.options.repeated_options import repetition_error
from paintrack.commands._shared.typer_invocation import FREE_TEXT, build_command, is_parsed
from paintrack.errors import UsageError


class CommandLineCheck:
    """Checks command lines, as words without `paintrack`; `modules` are those of the commands, by their word."""

    def __init__(self, modules: Mapping[str, str], now: datetime) -> None:
        self._modules, self._now = modules, now

    def options_of(self, word: str) -> list[TyperOption]:
        """The options of the command of this word."""
        return [each for each in self._command(word).params if isinstance(each, TyperOption)]

    def is_right(self, line: Sequence[str]) -> bool:
        """Whether a command line is right in its words, its options and its time."""
        command, *arguments = line
        typed, takes, options = self._command(command), WORDS_OF_COMMANDS.get(command), self.options_of(command)
        parts = parts_of(arguments, options)
        if parts is None or {"--help", "-h"} & {*arguments} or repetition_error(options, arguments):
            return False
        if not is_parsed(typed, arguments):
            return False
        words = [word for part in parts for word in part.words]
        if command in FREE_TEXT and self.meant_of_text(command, arguments, options):
            return False
        if command == "effect" and words and not any(map(str.isalpha, " ".join(words))):
            return False
        if command == "overall" and words and not is_change(" ".join(words)):
            return False
        visits, also = ([each.value or "" for each in parts if each.option == name] for name in ("--next", "--also"))
        if not all(is_next_visit([each], self._now) for each in visits) or not are_ratings(also, command):
            return False
        times = [part.value or "" for part in parts if part.option == "--at" and command != "plan"]
        names = {part.option for part in parts if part.option}
        is_bare = not words and names <= SELECT_OR_SHOW - {"--for"}
        if (command == "edit" and names <= SELECT_OR_SHOW) or (command in NEED_WORDS and is_bare):
            return False
        are_days = all(days_in(each.value or "", self._now) for each in parts if each.option in ("--since", "--until"))
        return (
            (takes is None or takes.are_right(words)) and are_days and all(is_date(each, self._now) for each in times)
        )

    def meant_of_text(self, command: str, arguments: Sequence[str], options: Sequence[TyperOption]) -> list[list[str]]:
        """The command lines that are meant by words behind a command for any text; none where they are a text."""
        try:
            return meant_of_free_words(command, arguments, options, self._now)
        except UsageError:
            return []

    def _command(self, word: str) -> TyperCommand:
        return build_command(word, import_module(f"paintrack.commands.{self._modules[word]}").run)
