"""Writing to standard output and standard error, closed or broken ones included, and the urgent advice."""

import errno
import os
import re
import shutil
import sys
from collections.abc import Sequence
from typing import TextIO

from paintrack.errors import OutputLostError
from paintrack.views.text_layout import fill

# Options whose values are names, dates and numbers, and options whose values are texts in the patient's words.
_NAME_OPTIONS = {
    "--for", "--also", "--with", "--points", "--technique", "--at", "--cost", "--covered", "--db", "--session",
    "--rename-for", "--clear", "--before", "--after", "--score", "--peg", "--sessions", "--goal", "--done",
}  # fmt: skip
_TEXT_OPTIONS = {"--note", "--side-effect", "--text"}


def write_error(text: str) -> None:
    """Print a line to standard error; does nothing when that is closed or broken."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except OSError:
        pass


def write_result(text: str, *, saved: bool = False) -> None:
    """Print the result to standard output. Raises OutputLostError, which says when the work is `saved` all the same."""
    try:
        if sys.stdout is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        sys.stdout.flush()
    except OSError as error:
        raise output_lost(error, saved=saved) from None


def output_lost(error: OSError, *, saved: bool = False) -> OutputLostError:
    """The error for a failure of standard output; without a message when its reader left and nothing was saved."""
    beginning = "It is saved, but the answer" if saved else "The answer"
    is_reported = saved or error.errno != errno.EPIPE
    return OutputLostError(f"{beginning} could not be written ({error.strerror}).", is_reported=is_reported)


def screen_width() -> int:
    """The columns to use: the terminal's, COLUMNS, or 80 off a terminal; 40 at least."""
    return max(40, shutil.get_terminal_size((80, 24)).columns)


def terminal_width(stream: TextIO | None) -> int:
    """The columns of the terminal behind the stream; unlimited (`sys.maxsize`) when it is not a terminal."""
    return screen_width() if stream is not None and stream.isatty() else sys.maxsize


def show_urgent_advice(texts: Sequence[str]) -> None:
    """Show, on standard error, the advice on each serious symptom that the texts name."""
    if not any(map(str.strip, texts)):
        return
    from paintrack.model.symptoms.side_effects import urgent_advice

    for advice in urgent_advice(texts):
        write_error(fill(advice, screen_width()))


def texts_in(arguments: Sequence[str]) -> list[str]:
    """The texts on a command line that may name a symptom.

    These are the words outside options, joined, and the values of options, but for those that hold names or numbers
    (`--for`, `--with`, `--points`, ...). Texts without two letters in a row are left out.
    """
    words: list[str] = []
    texts: list[str] = []
    remaining = iter(arguments)
    for argument in remaining:
        option, is_joined, value = argument.partition("=")
        if not argument.startswith("--"):
            words.append(argument)
        elif option in _NAME_OPTIONS:
            if not is_joined:
                next(remaining, None)
        else:
            texts.append(value if is_joined else next(remaining, "") if option in _TEXT_OPTIONS else "")
    texts.append(" ".join(words))
    return [text for text in texts if re.search(r"[^\W\d_]{2}", text)]
