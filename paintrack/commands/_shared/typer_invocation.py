"""Running one command through typer, because building the tree of all commands takes as long as the work of one.

Options that several commands share are option groups: dataclasses whose fields are options. A command takes a group
as one parameter, and `expand_option_groups` gives typer its options.
"""

import inspect
import re
from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, is_dataclass
from functools import cache
from itertools import chain, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Never, Protocol, runtime_checkable

import typer
from typer.core import TyperCommand, TyperOption

from paintrack.commands._shared import context
from paintrack.commands._shared.options.option_group import options_of
from paintrack.commands._shared.options.repeated_options import option_without_value, repetition_error
from paintrack.commands._shared.terminal.stream_output import screen_width, write_result
from paintrack.commands._shared.urgent_advice import show_urgent_advice, texts_in
from paintrack.errors import NoPathError, NotAFolderError, PlaceholderError, StoppedError, UsageError
from paintrack.model.values.score import RANGE
from paintrack.path_checks import exists, is_missing_folder

if TYPE_CHECKING:
    from paintrack.commands._shared.guidance.command_line_parts import Part

# The word and the arguments of the command that runs, and its options, for sentences that repeat them.
_typed: list[str] = []
_options_of_typed: list[TyperOption] = []
_HELP_OPTIONS = {"help_option_names": ["--help", "-h"]}
# Typer's message about a value that is not a whole number, or one that is out of range.
_NO_WHOLE_NUMBER = r"Invalid value for '(--[a-z-]+)'[^:]*: '?(.*?)'? is not (?:a valid int|in the range).*"
# What the help calls a value that is the name of a file.
_FILES = ("FILE", "[FILE]", "OUT.db")
# Commands whose words are any text, so that typer refuses none of them.
FREE_TEXT = ("effect", "note", "question", "overall")


@runtime_checkable
class _TyperUsageError(Protocol):
    """The public part of typer's usage errors, whose common class has a public name only since typer 0.28."""

    exit_code: int

    def format_message(self) -> str:
        """The sentence."""


class _Command(TyperCommand):
    """A command with a help layout of its own, because typer's is never narrower than 50 columns."""

    def get_help(self, ctx: Any) -> Never:
        """Show the help and end the command. It is written here because typer would be silent about a full disk."""
        from paintrack.commands._shared.options.help_from_typer_parameters import help_of
        from paintrack.commands._shared.terminal.screen_reader_mode import is_plain

        write_result(help_of(self, ctx, screen_width(), plain=is_plain(_typed)))
        raise typer.Exit

    def invoke(self, ctx: Any) -> Any:
        """Run the command. Raises UsageError for a blank name of a file, NotAFolderError for a folder's."""
        for each in self.params:
            option = each.opts[0] if isinstance(each, TyperOption) else ""
            value = ctx.params.get(each.name or "") if getattr(each, "metavar", None) in _FILES else None
            # Commands that read a file say themselves that it is missing.
            is_needed = bool(value or option) or each.required or each.metavar == "[FILE]"
            if isinstance(value, str) and not value.strip() and is_needed:
                from paintrack.views.refusals.option_refusals import blank_file_name

                raise UsageError(blank_file_name(option))
            if isinstance(value, str) and is_missing_folder(value, Path(value)):
                raise NotAFolderError(value, is_file=exists(Path(value)))
        return super().invoke(ctx)


def invoke(word: str, run: Callable[..., None], arguments: Sequence[str], *, saves: bool, is_typed: bool = True) -> int:
    """Run a command with these arguments and return its exit code.

    `saves`: the command saves what the patient types. `is_typed`: its word was typed, not only meant. Raises UsageError
    for a command line that typer refuses, PaintrackError for what the command refuses.
    """
    if saves:
        # Advice on a serious symptom is given even if the command line is wrong.
        show_urgent_advice(*texts_in(word, arguments))
    command = build_command(word, run)
    options = [each for each in command.params if isinstance(each, TyperOption)]
    if not all(map(str.isascii, arguments)):
        from paintrack.commands._shared.guidance.typographic_quotes import typed_with_plain_names

        arguments = typed_with_plain_names(word, arguments, options)
    _typed[:], _options_of_typed[:] = [word, *arguments], options
    if repetition := repetition_error(options, arguments):
        raise UsageError(repetition)
    if option := option_without_value(options, arguments):
        from paintrack.views.refusals.word_refusals import missing_value

        raise UsageError(missing_value(option, word))
    _reject_placeholders(arguments)
    if word in FREE_TEXT:
        from paintrack.commands._shared.guidance.suggestions.free_text_meant_otherwise import reject_misread_words

        reject_misread_words(word, arguments, options, context.clock())
    try:
        code = command.main(args=[*arguments], prog_name=f"paintrack {word}", standalone_mode=False)
    except Exception as error:
        if not isinstance(error, _TyperUsageError):
            raise
        raise _usage_error(word if is_typed else "", error, arguments) from None
    if code == StoppedError.exit_code:
        raise StoppedError("Stopped.")
    return code if isinstance(code, int) else 0


@cache
def build_command(word: str, run: Callable[..., None]) -> TyperCommand:
    """The command `word` as a typer command that calls `run`."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(word, cls=_Command, context_settings=_HELP_OPTIONS)(expand_option_groups(run))
    command = typer.main.get_command(app)
    if not isinstance(command, TyperCommand):
        raise TypeError(word)
    return command


def is_parsed(command: TyperCommand, arguments: Sequence[str]) -> bool:
    """Whether typer accepts the command line, whatever its words and values mean."""
    try:
        command.make_context("paintrack", [*arguments])
    except Exception as error:
        if not isinstance(error, _TyperUsageError):
            raise
        return False
    return True


def _reject_placeholders(arguments: Sequence[str]) -> None:
    """Raise PlaceholderError for NAME and its like, pasted from an example; behind `--` each is a word of its own."""
    words = [part for each in takewhile("--".__ne__, arguments) for part in (each, *each.replace(":", "=").split("="))]
    # Only then is the room of refusals loaded; never for `LI4`.
    if any(each.isupper() and each.replace(" ", "").isalpha() for each in words):
        from paintrack.views.refusals.word_refusals import typed_placeholder

        if sentence := typed_placeholder(words):
            raise PlaceholderError(sentence)


def typed_command() -> tuple[str, ...]:
    """The word and the arguments of the command that runs, options that stood before the word among them."""
    return tuple(_typed)


def typed_command_with(*options: str) -> list[str]:
    """The words of `typed_command` with more options, which are put before `--`."""
    end = _typed.index("--") if "--" in _typed else len(_typed)
    return [*_typed[:end], *options, *_typed[end:]]


def typed_parts() -> "list[Part]":
    """The arguments of the command that runs, taken apart; empty if one of their options is not known."""
    from paintrack.commands._shared.guidance.command_line_parts import parts_of

    return parts_of(_typed[1:], _options_of_typed) or []


def typed_options(*without: str) -> list[str]:
    """The options that were typed, with their values, but not those named."""
    from paintrack.commands._shared.guidance.command_line_parts import arguments_of

    return arguments_of(part for part in typed_parts() if part.option not in without)


def _usage_error(word: str, error: _TyperUsageError, arguments: Sequence[str]) -> UsageError:
    option = str(getattr(error, "option_name", ""))
    negative_scores = [each for each in arguments if re.fullmatch(r"-[0-9.,]+", each) and each.startswith(option)]
    if option and negative_scores:
        return UsageError(f"A score is {RANGE}. You typed {negative_scores[0]}.")
    from paintrack.commands._shared.guidance.similar_words import near_options
    from paintrack.views.refusals.word_refusals import no_whole_number, not_understood

    message = error.format_message()
    if option == "--db" and "requires an argument" in message:
        return NoPathError(by_option=True)
    if number := re.fullmatch(_NO_WHOLE_NUMBER, message, re.DOTALL):
        return UsageError(no_whole_number(number[1], number[2]))
    names = [name for each in _options_of_typed for name in (*each.opts, *each.secondary_opts)]
    return UsageError(not_understood(message, word, near_options(option, names)))


def expand_option_groups(run: Callable[..., None]) -> Callable[..., None]:
    """`run` with each option group among its parameters replaced by the options of the group."""
    own_parameters: list[inspect.Parameter] = []
    groups: dict[str, Any] = {}
    for parameter in inspect.signature(run).parameters.values():
        if is_dataclass(parameter.annotation):
            groups[parameter.name] = parameter.annotation
        else:
            own_parameters.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY))
    # Help lists the options of this command first, those that every command has (`Context`) last.
    common, *special = ([_parameter(option) for option in options_of(group)] for group in groups.values())
    parameters = [*chain.from_iterable(special), *own_parameters, *common]

    def command(**values: Any) -> None:
        for name, group in groups.items():
            values[name] = group(**{option.name: values.pop(option.name) for option in options_of(group)})
        run(**values)

    vars(command)["__signature__"] = inspect.Signature(parameters)
    command.__doc__ = run.__doc__
    return command


def _parameter(option: Field[Any]) -> inspect.Parameter:
    default = option.default if option.default_factory is MISSING else option.default_factory()
    return inspect.Parameter(option.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=option.type)
