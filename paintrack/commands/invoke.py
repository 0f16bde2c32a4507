"""One command through typer: building all of them costs as much as the work that one does."""

import re
from collections.abc import Callable, Sequence

import typer

from paintrack.commands.bundles import spelled_out
from paintrack.commands.talk import advise, answer_lost, typed_texts
from paintrack.domain.score import SCALE
from paintrack.errors import StoppedError, UsageError


def invoke(word: str, run: Callable[..., None], arguments: Sequence[str], *, records: bool) -> int:
    """Register `run` under its word and call it with the arguments; the exit code.

    `records`: it saves something, so a refusal says that nothing was saved. Raises UsageError for a command
    line that typer refuses, PaintrackError for what the command refuses.
    """
    if records:
        # Advice on a serious symptom does not wait for the command line to be right.
        advise(typed_texts(arguments))
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(word)(spelled_out(run))
    command = typer.main.get_command(app)
    try:
        code = command.main(args=[*arguments], prog_name=f"paintrack {word}", standalone_mode=False)
    except OSError as error:
        # The help of the command: what commands write fails with a sentence of its own.
        raise answer_lost(error) from None
    except Exception as error:
        # typer names the last of its usage errors in public, not the family.
        if not isinstance(error, typer.BadParameter.__mro__[1]):
            raise
        raise UsageError(_sentence(word, error, arguments, " Nothing saved." if records else "")) from None
    if code == StoppedError.exit_code:
        raise StoppedError("Interrupted. What was not acknowledged is not saved.")
    return code if isinstance(code, int) else 0


def _sentence(word: str, error: Exception, arguments: Sequence[str], nothing: str) -> str:
    option = str(getattr(error, "option_name", ""))
    below = [each for each in arguments if re.fullmatch(r"-[0-9.,]+", each) and each.startswith(option)]
    if option and below:
        return f"A score is 0 to 10 ({SCALE}). You typed {below[0]}.{nothing}"
    message = str(getattr(error, "format_message", error.__str__)()).rstrip(".")
    return f"{message}.{nothing} Help: paintrack {word} --help"
