"""One command through typer: building all of them costs as much as the work that one does."""

import re
from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

import typer
from typer.core import TyperOption

from paintrack.commands._shared.bundles import spelled_out
from paintrack.commands._shared.repeated_options import repetition_error
from paintrack.commands._shared.streams import advise, answer_lost, typed_texts
from paintrack.errors import StoppedError, UsageError
from paintrack.model.score import SCALE

_HELP_OPTIONS = {"help_option_names": ["--help", "-h"]}


@runtime_checkable
class _RefusedByTyper(Protocol):
    """What all usage errors of typer have in public; their common class has a public name in no typer before 0.28."""

    exit_code: int

    def format_message(self) -> str:
        """The sentence."""


def invoke(word: str, run: Callable[..., None], arguments: Sequence[str], *, saves: bool) -> int:
    """Register `run` under its word and call it with the arguments; the exit code.

    With `saves` a refusal says that nothing was saved. Raises UsageError for a command
    line that typer refuses, PaintrackError for what the command refuses.
    """
    if saves:
        # Advice on a serious symptom does not wait for the command line to be right.
        advise(typed_texts(arguments))
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(word, context_settings=_HELP_OPTIONS)(spelled_out(run))
    command = typer.main.get_command(app)
    nothing = " Nothing saved." if saves else ""
    options = [each for each in command.params if isinstance(each, TyperOption)]
    if repeated := repetition_error(options, arguments):
        raise UsageError(f"{repeated}{nothing}")
    try:
        code = command.main(args=[*arguments], prog_name=f"paintrack {word}", standalone_mode=False)
    except OSError as error:
        # The help of the command: what commands write fails with a sentence of its own.
        raise answer_lost(error) from None
    except Exception as error:
        if not isinstance(error, _RefusedByTyper):
            raise
        raise UsageError(_sentence(word, error, arguments, nothing)) from None
    if code == StoppedError.exit_code:
        raise StoppedError("Interrupted. What was not acknowledged is not saved.")
    return code if isinstance(code, int) else 0


def _sentence(word: str, error: _RefusedByTyper, arguments: Sequence[str], nothing: str) -> str:
    option = str(getattr(error, "option_name", ""))
    below = [each for each in arguments if re.fullmatch(r"-[0-9.,]+", each) and each.startswith(option)]
    if option and below:
        return f"A score is 0 to 10 ({SCALE}). You typed {below[0]}.{nothing}"
    return f"{error.format_message().rstrip('.')}.{nothing} Help: paintrack {word} --help"
